"""Noun phrases around a trigger: where they begin and end, and which entity they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.local.events.mentions import Mentions, Named
from kg.extract.local.events.particles import DETERMINERS_EN, OWN_WAW_AR
from kg.extract.local.events.words import word_forms
from kg.text import Token, fold
from schemas import EntityType

_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, ``tokens[first:last + 1]`` of its sentence, written ``start:end`` (code points)."""

    start: int
    end: int
    first: int
    last: int
    entity: str | None
    type: EntityType | None


@dataclass(frozen=True, slots=True)
class Bounds:
    """What ends a phrase: closed-class words and the finite verbs (by position) other than ``own``."""

    stops: frozenset[str]
    verbs: frozenset[int]
    own: int

    def at(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether ``tokens[index]`` can be no part of a noun phrase."""
        token = tokens[index]
        norm = token.norm
        if not token.is_word or norm in self.stops or self.is_verb(index):
            return True
        return norm[:1] in {"و", "ف"} and len(norm) > 2 and norm[1:] in self.stops

    def is_verb(self, index: int) -> bool:
        """Whether another event's finite verb stands at ``index``."""
        return index in self.verbs and index != self.own


def phrase_at(
    tokens: Sequence[Token], index: int, mentions: Mentions, bounds: Bounds, *, skip: int = 0
) -> Phrase | None:
    """The noun phrase that begins at ``tokens[index]``, ``skip`` letters of a proclitic left out; None at a bound.

    A phrase that begins with a name ends with it; a title takes the name that follows it along.
    """
    if index >= len(tokens):
        return None
    token = tokens[index]
    named = mentions.at(token.start) or mentions.at(token.end - 1)
    if named is not None and token.start <= named.start < token.end:
        return Phrase(named.start, named.end, index, _last(tokens, index, named.end), named.entity, named.type)
    if bounds.at(tokens, index):
        return None
    last = index
    while last + 1 < len(tokens) and last - index < _LONGEST:
        following = tokens[last + 1]
        inner = mentions.at(following.start)
        if inner is not None and inner.kind != "pronoun":
            last = _last(tokens, last + 1, inner.end)
            person = inner if inner.type == EntityType.PERSON else _person_after(tokens, last, mentions, bounds)
            if person is not None:
                last = _last(tokens, last, person.end)
            return _made(tokens, index, last, skip, person)
        if bounds.at(tokens, last + 1) or joins(following) or (last - index >= 2 and mentions.at(following.end - 1)):
            break
        last += 1
    return _made(tokens, index, last, skip, None)


def phrase_before(tokens: Sequence[Token], index: int, mentions: Mentions, bounds: Bounds) -> Phrase | None:
    """The noun phrase that ends right before ``tokens[index]``."""
    first = index
    while first > 0 and index - first < _LONGEST + 2 and not bounds.at(tokens, first - 1):
        first -= 1
        if joins(tokens[first]):
            break
    while first < index and tokens[first].norm in DETERMINERS_EN:
        first += 1
    if first == index:
        return None
    token = tokens[first]
    skip = 1 if joins(token) else 0
    end = index - 1
    named = [one for one in mentions.within(token.start, tokens[end].end) if one.kind != "pronoun"]
    if named and named[0].start <= token.start + skip:
        own: Named | None = named[0]
    else:
        own = next((one for one in named if one.type == EntityType.PERSON), None)
    start = token.start + skip
    return Phrase(start, tokens[end].end, first, end, own.entity if own else None, own.type if own else None)


def head_is(tokens: Sequence[Token], phrase: Phrase, words: frozenset[str]) -> bool:
    """Whether the phrase's first word is one of ``words``, whatever its clitics."""
    return not words.isdisjoint(word_forms(tokens[phrase.first]))


def _made(tokens: Sequence[Token], first: int, last: int, skip: int, named: Named | None) -> Phrase:
    start = tokens[first].start + skip
    end = max(tokens[last].end, named.end if named else 0)
    return Phrase(start, end, first, last, named.entity if named else None, named.type if named else None)


def _person_after(tokens: Sequence[Token], last: int, mentions: Mentions, bounds: Bounds) -> Named | None:
    """The person whose title goes on after another name: رئيس مجلس النواب اللبناني نبيه بري."""
    for index in range(last + 1, min(len(tokens), last + 4)):
        named = mentions.at(tokens[index].start)
        if named is not None:
            return named if named.type == EntityType.PERSON and named.start == tokens[index].start else None
        if bounds.at(tokens, index) or joins(tokens[index]):
            return None
    return None


def _last(tokens: Sequence[Token], index: int, end: int) -> int:
    while index + 1 < len(tokens) and tokens[index + 1].start < end:
        index += 1
    return index


def joins(token: Token) -> bool:
    """Whether an Arabic word begins with the conjunction wa-: long enough to carry it, and none that owns its wāw."""
    return (
        token.is_arabic and len(token.text) > 3 and fold(token.text[0]) == "و" and not token.norm.startswith(OWN_WAW_AR)
    )
