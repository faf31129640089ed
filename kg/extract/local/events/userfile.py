"""A user's own triggers, from the tables of a TOML file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.errors import InputError
from kg.extract.local.events.conditions import parse_conditions
from kg.extract.local.events.lexicon import Trigger
from kg.text import fold
from schemas import EventType

_LANGUAGES = ("ar", "en")
_KEYS = {"type", "language", "verb", "nouns", "forms", "patient", "weight", "when"}


_FRAMES = {"object": "o", "subject": "s"}


class TriggersError(InputError):
    """A trigger of the user's that cannot be read."""


def triggers_from_tables(tables: Any) -> tuple[Trigger, ...]:
    """The triggers that the tables ``[[trigger]]`` of a TOML file give, one a table.

    ``type`` (an event type) and ``language`` ("ar" or "en") are required, and one of ``verb`` (shoot/shot/shot),
    ``nouns`` and ``forms`` (taken as they stand). ``patient`` lists where the patient stands: "object", "subject",
    "genitive" or a preposition. ``weight`` is 1 to 3; ``when`` a condition as the lexicon writes it (next:النار).

    Raises:
        TriggersError: a table is wrong; the message counts the tables from 1.
    """
    if not isinstance(tables, list):
        raise TriggersError("write each trigger as a table of its own: [[trigger]]")
    return tuple(_trigger(number, table) for number, table in enumerate(tables, start=1))


def _trigger(number: int, table: Any) -> Trigger:
    if not isinstance(table, Mapping):
        raise TriggersError(f"trigger {number}: write it as a table, [[trigger]]")
    unknown = sorted(set(table) - _KEYS)
    if unknown:
        raise TriggersError(f"trigger {number}: unknown key {unknown[0]!r}; known are {', '.join(sorted(_KEYS))}")
    try:
        kind, language = EventType(str(table.get("type"))), table.get("language")
    except ValueError:
        raise TriggersError(f"trigger {number}: {table.get('type')!r} is no event type") from None
    if language not in _LANGUAGES:
        raise TriggersError(f'trigger {number}: language must be "ar" or "en", not {language!r}')
    verb, nouns, forms = table.get("verb", ""), _strings(number, table, "nouns"), _strings(number, table, "forms")
    if not isinstance(verb, str) or not (verb.strip() or nouns or forms):
        raise TriggersError(f"trigger {number}: give a verb, nouns or forms")
    patient = _strings(number, table, "patient") or ("object",)
    weight = table.get("weight", 3)
    if weight not in (1, 2, 3):
        raise TriggersError(f"trigger {number}: weight must be 1, 2 or 3, not {weight!r}")
    try:
        conditions = parse_conditions(str(table.get("when", "")))
    except ValueError as error:
        raise TriggersError(f"trigger {number}: {error}") from None
    return Trigger(
        type=kind,
        language=language,
        verb=verb.strip(),
        nouns=nouns,
        others=forms,
        genitive="p" if "genitive" in patient else "a",
        frame=frozenset(_FRAMES.get(mark, fold(mark)) for mark in patient if mark != "genitive"),
        weight=weight,
        conditions=conditions,
        group=fold((*nouns, *forms, verb)[0]),
    )


def _strings(number: int, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise TriggersError(f"trigger {number}: {key} must be a list of words")
    return tuple(item.strip() for item in value)
