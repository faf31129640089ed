"""Triggers by word lists and encoder together.

A word that the lists know keeps its row, which says of which type it is and how its participants are written. A word
that only the encoder takes for a trigger gets a plain row of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.local.events.candidates import Candidate, Sentence
from kg.extract.local.events.lexicon import Trigger
from kg.extract.local.events.particles import BE_EN, words
from kg.extract.local.events.words import may_be_noun
from kg.extract.local.tags import Tag, Tags, within
from kg.text import Token, fold
from schemas import EventType

_PRESENT = ("ي", "ت", "ن", "سي", "ست", "سن")
_LONGEST = 3
_BEFORE_PARTICIPLE = BE_EN | words("has have had having")
_BEFORE_BASE = words("to will would can could may might must shall should not did does do")
_PRONOUNS = words("he she it they we i you who")


def with_tagged_triggers(sentence: Sentence, found: Sequence[Candidate], tags: Tags) -> list[Candidate]:
    """The triggers of a sentence from left to right; ``found`` are those of the word lists."""
    if not tags or not sentence.tokens:
        return list(found)
    base = sentence.tokens[0].index
    seen = within(tags.events, sentence.start, sentence.end)
    out = list(found)
    covered = {at for one in found for at in range(one.first, one.last + 1)}
    for tag in seen:
        first, last = tag.first - base, min(tag.last - base, len(sentence.tokens) - 1)
        if last - first < _LONGEST and covered.isdisjoint(range(first, last + 1)):
            out.append(_candidate(sentence, tag, first, last))
    return sorted(out, key=lambda one: one.start)


def _candidate(sentence: Sentence, tag: Tag, first: int, last: int) -> Candidate:
    token = sentence.tokens[first]
    letters = tag.start - token.start
    word = fold(token.text[letters:])
    trigger = Trigger(EventType(tag.kind), "ar" if token.is_arabic else "en", frame=frozenset("o"), group=word)
    kind = "perfect" if token.is_arabic and first == 0 else _kind(sentence.tokens, first, word)
    return Candidate(trigger, kind, tag.start, tag.end, sentence.index, first, last, fold(token.text[:letters]), "")


def _kind(tokens: Sequence[Token], at: int, word: str) -> str:
    """What the word's shape and the word before it make of it; a noun where they leave it open."""
    token = tokens[at]
    if not token.is_arabic:
        return _kind_en(word, tokens[at - 1].norm if at else "")
    if word.startswith("ال") or not may_be_noun(token.readings[0]):
        return "noun"
    return "imperfect" if word.startswith(_PRESENT) and not word.endswith("ه") else "noun"


def _kind_en(word: str, before: str) -> str:
    if word.endswith("ing"):
        return "gerund"
    if before in _BEFORE_PARTICIPLE:
        return "participle"
    if before in _BEFORE_BASE:
        return "base"
    return "past" if word.endswith("ed") or before in _PRONOUNS else "noun"
