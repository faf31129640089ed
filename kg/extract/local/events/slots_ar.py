"""The noun phrases that follow an Arabic trigger in its clause, each with the preposition before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.local.events.candidates import Candidate, Sentence
from kg.extract.local.events.mentions import Mentions
from kg.extract.local.events.particles import (
    AUXILIARIES_AR,
    COMPLEMENTISERS_AR,
    OWN_BA_LAM_AR,
    PREPOSITIONS_AR,
    RELATIVES_AR,
    SPEECH_AR,
    TIMES_AR,
    words,
)
from kg.extract.local.events.phrases import Bounds, Phrase, joins, phrase_at
from kg.text import Token, fold

_REACH = 18
_GLUED = {"ب", "ل"}

STOPS = (
    PREPOSITIONS_AR
    | COMPLEMENTISERS_AR
    | AUXILIARIES_AR
    | SPEECH_AR
    | TIMES_AR
    | RELATIVES_AR
    | words(
        "أو ثم لكن ولكن كما بل حيث بينما فيما إذا عندما حين وما مما هذا هذه ذلك تلك هو هي هم نحن أنا"
        " وهو وهي غير نهائيا اعتبارا تماما معا مرة مرتين ساعتين يومين أسبوعين شهرين"
    )
)
"""Words that end a phrase."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A phrase near the trigger and the preposition before it, "" where there is none."""

    preposition: str
    phrase: Phrase


def slots_after(candidate: Candidate, sentence: Sentence, mentions: Mentions, bounds: Bounds) -> Iterator[Slot]:
    """The noun phrases after the trigger up to the end of its clause."""
    tokens = sentence.tokens
    at, preposition, past = _after(candidate, tokens), "", False
    end = min(len(tokens), candidate.last + 1 + _REACH)
    while at < end:
        token = tokens[at]
        if token.norm in {'"', "(", ")", "-", "'"} or token.norm in TIMES_AR or mentions.is_time(token.start):
            at += 1
            continue
        if token.norm == "," and _sets_off_time(tokens, at, mentions):
            at += 1
            continue
        if token.norm in PREPOSITIONS_AR:
            preposition = token.norm
            at += 1
            continue
        named = mentions.at(token.end - 1)
        if bounds.is_verb(at) and not bounds.ends_clause(at):
            at, preposition, past = at + 1, "", True
            continue
        figure = mentions.figure_at(token.end - 1)
        if not token.is_word or (bounds.at(tokens, at) and named is None and figure is None):
            return
        glued, skip = _glued(token, named.start if named else None, candidate)
        phrase = phrase_at(tokens, at, mentions, bounds, skip=skip)
        if phrase is None:
            return
        if not past or preposition or glued:
            yield Slot(preposition or glued, phrase)
        at, preposition = phrase.last + 1, "" if glued != "و" else preposition


def _sets_off_time(tokens: tuple[Token, ...], at: int, mentions: Mentions) -> bool:
    """A comma before or after an expression of time: عقد، الجمعة 20 مايو، لقاءين."""
    beside = (other for other in (at - 1, at + 1) if 0 <= other < len(tokens))
    return any(tokens[other].norm in TIMES_AR or mentions.is_time(tokens[other].start) for other in beside)


def _after(candidate: Candidate, tokens: tuple[Token, ...]) -> int:
    """Where the participants begin: after the trigger and the noun that makes its sense (أطلق سراح, فتح النار)."""
    at = candidate.last + 1
    if at < len(tokens) and tokens[at].norm not in PREPOSITIONS_AR and fold(tokens[at].text[0]) not in _GLUED:
        narrowing = (one for one in candidate.trigger.conditions if one.where == "next" and not one.negated)
        if candidate.is_verb and any(one.meets(tokens[at]) for one in narrowing):
            return at + 1
    return at


def _glued(token: Token, name_start: int | None, candidate: Candidate) -> tuple[str, int]:
    """The preposition or conjunction written onto a word, and how many letters it takes."""
    first = fold(token.text[0])
    if name_start is not None and name_start > token.start:
        letters = token.text[: name_start - token.start]
        return fold(letters)[-1:] or "", name_start - token.start
    if name_start is not None:
        return "", 0
    if joins(token):
        return "و", 1
    if first in _GLUED and len(token.text) > 3 and not token.norm.startswith(OWN_BA_LAM_AR):
        return first, 1
    return "", 0
