"""Which words name an event, of which type, and how their arguments are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from kg.extract.local.events import inflect_ar, inflect_en
from kg.extract.local.events.conditions import Condition, parse_conditions
from kg.text import fold
from schemas import EventType

_LISTED = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class Trigger:
    """One lexicon row.

    ``verb`` holds a verb's principal parts: past and present in Arabic (قتل/يقتل), base and irregular past forms in
    English (shoot/shot/shot). ``genitive`` is "a" or "p": who the noun of the noun is (زيارة الوزير: agent;
    اغتيال الوزير: patient). ``frame`` says where the patient stands: "o" object, "s" subject, or the prepositions
    before it. ``weight`` is 3 for words that are nearly always an event worth noting, 1 for words that seldom are.
    """

    type: EventType
    language: str
    verb: str = ""
    nouns: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    genitive: str = ""
    frame: frozenset[str] = frozenset()
    weight: int = 2
    conditions: tuple[Condition, ...] = ()
    group: str = ""

    @property
    def is_narrow(self) -> bool:
        """Whether the row asks for a word beside it, so that it goes before rows that do not."""
        return any(not condition.negated for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class Form:
    """One written form: ``words`` in order (a phrase has several) and what part of speech it is."""

    words: tuple[str, ...]
    kind: str
    trigger: Trigger


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Forms by their first word; phrases before words, narrow rows before wide ones."""

    by_word: Mapping[str, tuple[Form, ...]]

    @classmethod
    def of(cls, triggers: Iterable[Trigger]) -> Lexicon:
        """Inflect ``triggers``; of rows that are otherwise equal the earlier one wins."""
        by_word: dict[str, list[tuple[int, bool, int, int, Form]]] = {}
        count = 0
        for trigger in triggers:
            wide, light = not trigger.is_narrow, -trigger.weight
            for form in _forms(trigger):
                count += 1
                by_word.setdefault(form.words[0], []).append((-len(form.words), wide, light, count, form))
        return cls({word: tuple(ranked[-1] for ranked in sorted(forms)) for word, forms in by_word.items()})

    def extended(self, triggers: Iterable[Trigger]) -> Lexicon:
        """This lexicon with ``triggers`` before its own rows."""
        added = Lexicon.of(triggers).by_word
        return Lexicon({**self.by_word, **{word: forms + self.by_word.get(word, ()) for word, forms in added.items()}})


def _forms(trigger: Trigger) -> Iterator[Form]:
    seen: set[tuple[tuple[str, ...], str]] = set()
    barred = {fold(word[1:]) for word in trigger.others if word.startswith("!")}
    for words, kind in _arabic(trigger) if trigger.language == "ar" else _english(trigger):
        if (words, kind) not in seen and words[0] not in barred:
            seen.add((words, kind))
            yield Form(words, kind, trigger)


def _arabic(trigger: Trigger) -> Iterator[tuple[tuple[str, ...], str]]:
    past, _, present = trigger.verb.removeprefix("-").partition("/")
    if past:
        yield from (((form,), "perfect") for form in inflect_ar.perfect_forms(past))
    if present:
        yield from (((form,), "imperfect") for form in inflect_ar.imperfect_forms(past, present))
        yield from (((form,), "jussive") for form in inflect_ar.jussive_forms(past, present))
    for noun in trigger.nouns:
        words = tuple(fold(word) for word in noun.split())
        if len(words) > 1:
            yield tuple(word.removeprefix("ال") for word in words), "phrase"
        else:
            yield from (((form,), "noun") for form in inflect_ar.noun_forms(noun))
    yield from (((fold(word),), "participle") for word in trigger.others if word[0] != "!")


def _english(trigger: Trigger) -> Iterator[tuple[tuple[str, ...], str]]:
    if trigger.verb:
        base, past, participle = (*trigger.verb.split("/"), "", "")[:3]
        for form, kind in inflect_en.verb_forms(base, past, participle):
            yield tuple(fold(form).split()), kind
    for noun in trigger.nouns:
        head, _, last = noun.rpartition(" ")
        for form in (last, inflect_en.plural(last)):
            words = tuple(fold(f"{head} {form}").split())
            yield words, "phrase" if len(words) > 1 else "noun"
    yield from ((tuple(fold(word).split()), "participle") for word in trigger.others if word[0] != "!")


@lru_cache(maxsize=4)
def lexicon(language: str) -> Lexicon:
    """The lexicon that comes with the package, "ar" or "en"."""
    table = files(__package__).joinpath(f"data/triggers_{language}.tsv").read_text(encoding="utf-8")
    return Lexicon.of(read_triggers(table, language))


def read_triggers(table: str, language: str) -> tuple[Trigger, ...]:
    """The rows of a trigger table; its columns are described in the tables' headers."""
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return tuple(_row([cell if cell != "-" else "" for cell in cells], language) for cells in rows)


def _row(cells: list[str], language: str) -> Trigger:
    kind, verb, nouns, others, genitive, frame, weight, conditions, group = (*cells, *[""] * (9 - len(cells)))
    return Trigger(
        type=EventType(kind),
        language=language,
        verb=verb,
        nouns=tuple(filter(None, _LISTED.split(nouns))),
        others=tuple(filter(None, _LISTED.split(others))),
        genitive=genitive,
        frame=frozenset(filter(None, (fold(mark) for mark in _LISTED.split(frame)))),
        weight=int(weight or 2),
        conditions=parse_conditions(conditions),
        group=group or fold((nouns or verb).split(",")[0].split("/")[0]),
    )
