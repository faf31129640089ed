"""A user's own names and triggers, read from a TOML file beside the articles."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.extract.local.candidates import Candidate, Row
from kg.extract.local.document import Document
from kg.extract.local.events import Trigger, triggers_from_tables
from kg.gazetteer import LOOK_AHEAD, Entry, Gazetteer, Name
from kg.text import Reading, fold
from schemas import EntityType

OWN_WEIGHT = 9
"""The weight of a candidate that the user listed: nothing of the same length goes before it."""
_KEYS = {"name", "type", "also", "wikidata"}
_TABLES = {"entity", "trigger"}
_ITEM = re.compile(r"Q[1-9][0-9]{0,11}")


@dataclass(frozen=True)
class OwnWords:
    """The names and the triggers that a user adds to those of the package."""

    names: tuple[Name, ...] = ()
    triggers: tuple[Trigger, ...] = ()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The names for looking up."""
        return Gazetteer.of(self.names)

    def candidates(self, document: Document, row: Row) -> Iterator[Candidate]:
        """Where the names stand in ``document``; in English with the capitals that the user wrote."""
        for at, token in enumerate(row.tokens if self.names else ()):
            following = row.after(at, LOOK_AHEAD)
            for reading in row.readings[at] or (Reading("", token.start, token.norm),):
                for match in self.gazetteer.find(reading.word, following):
                    last = at + match.words - 1
                    end = row.tokens[last].end
                    if token.is_arabic or _cased_alike(document.text[reading.start : end], match.entry):
                        words = row.words(reading, at, last)
                        kind = match.entry.type
                        yield Candidate(reading.start, end, at, last, kind, words, match.entry, frozenset(), OWN_WEIGHT)


NO_OWN_WORDS = OwnWords()


def read_own_words(path: Path) -> OwnWords:
    """The names and triggers in the TOML file ``path``: ``[[entity]]`` and ``[[trigger]]``, one table each.

    An entity has a ``name`` and a ``type``, and may have other spellings (``also``) and a ``wikidata`` item; of a
    trigger :func:`triggers_from_tables` tells. Raises InputError, which names the file and counts the tables from 1.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error
    unknown = sorted(set(tables) - _TABLES)
    if unknown:
        raise InputError(f"{path}: unknown table {unknown[0]!r}; write [[entity]] or [[trigger]]")
    try:
        return OwnWords(tuple(_names(tables.get("entity", []))), triggers_from_tables(tables.get("trigger", [])))
    except InputError as error:
        raise InputError(f"{path}: {error}") from error


def _names(tables: Any) -> Iterator[Name]:
    if not isinstance(tables, list):
        raise InputError("write each entity as a table of its own: [[entity]]")
    for number, table in enumerate(tables, start=1):
        yield from _spellings(number, table)


def _spellings(number: int, table: Any) -> Iterator[Name]:
    if not isinstance(table, Mapping):
        raise InputError(f"entity {number}: write it as a table, [[entity]]")
    unknown = sorted(set(table) - _KEYS)
    if unknown:
        raise InputError(f"entity {number}: unknown key {unknown[0]!r}; known are {', '.join(sorted(_KEYS))}")
    name, also, wikidata = table.get("name"), table.get("also", []), table.get("wikidata")
    if not isinstance(also, list) or not all(isinstance(one, str) and fold(one).strip() for one in (name, *also)):
        raise InputError(f"entity {number}: give a name, and other spellings as a list: also = [...]")
    if wikidata is not None and not (isinstance(wikidata, str) and _ITEM.fullmatch(wikidata)):
        raise InputError(f"entity {number}: a wikidata item looks like Q42, not {wikidata!r}")
    try:
        kind = EntityType(str(table.get("type")))
    except ValueError:
        known = ", ".join(EntityType)
        raise InputError(f"entity {number}: {table.get('type')!r} is no type of entity; known are {known}") from None
    for text in (name, *also):
        spelling = " ".join(str(text).split())
        yield Name(Entry(f"own:{number}", kind, spelling, wikidata), spelling, False)


def _cased_alike(text: str, entry: Entry) -> bool:
    """Whether ``text`` has a capital where the listed spelling has any."""
    return any(map(str.isupper, text)) or not any(map(str.isupper, entry.name))
