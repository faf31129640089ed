"""Which happenings an article is about, and which it only brushes.

A weighted sum of features of the word, its form, its participants and its place in the text decides. The weights are
a logistic regression over annotated passages of both languages, with one set for articles that the encoder has read
besides (``tools/fit_event_salience.py`` makes them anew).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft, RoleDraft
from kg.extract.local.events.candidates import Candidate, Sentence
from kg.extract.local.events.happenings import Happening, Telling
from kg.extract.local.events.particles import PREPOSITIONS_AR, PREPOSITIONS_EN, words
from schemas import EventType, Realis

_POINTERS = words("هذا هذه ذلك تلك this that these those")
_RELATIVES = words("الذي التي الذين who which whose")
_MANY = 4
_FIRST = 0.4
_LATER = 0.5
"""By how much the first telling of a happening goes before the others, and each before those after it (log-odds)."""

_LEAST_LINES = 2
_LONGEST_HEADLINE = 160
_THRESHOLD = -0.45
_THRESHOLD_TAGGED = {"ar": -0.6, "en": -0.8}
"""Log-odds from which a happening is told, the second ones where the encoder has read the article; below even odds,
since a missed event cannot be asked for."""

_SUREST = 0.98
"""The chance from which on the encoder's log-odds grow no more."""


class Salience:
    """Judges the happenings of one article."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], claims: Sequence[ClaimDraft]) -> None:
        self._document = document
        self._sentences = sentences
        self._contents = _Cover(part for claim in claims for part in claim.content)
        self._weights = _weights("salience_tagged" if document.tags else "salience")
        self._quotes = _Cover((quote.inner_start, quote.inner_end) for quote in document.quotes)
        self._headline = _headline_end(document)
        self._cues = frozenset(claim.cue[0] for claim in claims if claim.cue is not None)
        self._with_figures = frozenset(
            sentence.index for sentence in sentences if any(token.text[0].isdigit() for token in sentence.tokens)
        )

    def worth_telling(self, found: Sequence[Happening]) -> list[Happening]:
        """The happenings that belong in the graph, each by its best telling, by the place of their triggers."""
        least = _THRESHOLD_TAGGED[self._document.language] if self._document.tags else _THRESHOLD
        kept = [
            self._best_told(happening)
            for happening, features in zip(found, self.features(found), strict=True)
            if self._score(features) >= least
        ]
        return sorted(kept, key=lambda happening: happening.candidate.start)

    def _score(self, features: Mapping[str, float]) -> float:
        return sum(self._weights.get(name, 0.0) * value for name, value in features.items())

    def _seen(self, tellings: Iterable[Telling]) -> dict[str, float]:
        """What the encoder makes of the likeliest of ``tellings``, as log-odds; nothing where it has not read them."""
        chances = self._document.tags.telling
        if not chances:
            return {}
        chance = max(
            chances[token.index]
            for one in tellings
            for token in self._sentences[one.candidate.sentence].tokens[one.candidate.first : one.candidate.last + 1]
        )
        chance = min(max(chance, 1 - _SUREST), _SUREST)
        return {f"seen {self._document.language}": math.log(chance / (1 - chance))}

    def _best_told(self, happening: Happening) -> Happening:
        """The happening by its fullest telling, the earlier the better; an Arabic headline gives way to the body."""
        tellings = happening.tellings
        if self._document.language == "ar":
            tellings = tuple(one for one in tellings if one.candidate.start >= self._headline) or tellings
        ranked = sorted(
            (_LATER * place - self._fullness(one) - (_FIRST if place == 0 else 0), place)
            for place, one in enumerate(tellings)
        )
        return replace(happening, chosen=tellings[ranked[0][1]])

    def _fullness(self, telling: Telling) -> float:
        return self._score({**dict.fromkeys(self._of_telling(telling), 1.0), **self._seen([telling])})

    def features(self, found: Sequence[Happening]) -> list[dict[str, float]]:
        """The features of each of an article's happenings: 1 for each that holds, and the encoder's log-odds."""
        told: Counter[EventType] = Counter()
        in_sentence: Counter[int] = Counter()
        out = []
        for happening in found:
            kind, sentence = happening.candidate.trigger.type, happening.candidate.sentence
            told[kind] += 1
            in_sentence[sentence] += 1
            again = ["told again"] if len(happening.tellings) > 1 else []
            best = self._best_told(happening).chosen
            places = [f"of its type {min(told[kind], _MANY)}", f"of its sentence {min(in_sentence[sentence], _MANY)}"]
            figures = ["figure in sentence"] if sentence in self._with_figures else []
            names = ["bias", *places, *figures, *again, *self._of_telling(best)]
            out.append({**dict.fromkeys(names, 1.0), **self._seen(happening.tellings)})
        return out

    def _of_telling(self, telling: Telling) -> Iterator[str]:
        yield from _of_word(telling.candidate, self._document.language)
        yield from _of_roles(telling.roles)
        if telling.realis is not Realis.ACTUAL:
            yield f"realis {telling.realis.value}"
        yield from self._of_place(telling.candidate)

    def _of_place(self, candidate: Candidate) -> Iterator[str]:
        if candidate.start in self._quotes:
            yield "in quotation"
        if candidate.start in self._contents:
            yield "in claim"
        if candidate.start in self._cues:
            yield "is cue"
        tokens = self._sentences[candidate.sentence].tokens
        before = tokens[candidate.first - 1].norm if candidate.first else ""
        if candidate.is_verb:
            if before in _RELATIVES:
                yield "relative clause"
            if candidate.first == 0:
                yield "opens sentence"
        elif before in _POINTERS:
            yield "pointed at"
        elif before in PREPOSITIONS_AR or before in PREPOSITIONS_EN:
            yield "after preposition"


def _of_word(candidate: Candidate, language: str) -> Iterator[str]:
    yield language
    yield f"{language} {candidate.kind}{' definite' if candidate.is_definite else ''}"
    weight, reach = f"weight {candidate.trigger.weight}", "narrow" if candidate.trigger.is_narrow else "wide"
    yield weight
    yield reach
    yield f"{language} {weight} {reach}"
    if candidate.enclitic and not candidate.is_verb:
        yield "noun with pronoun"


def _of_roles(roles: Sequence[RoleDraft]) -> Iterator[str]:
    for role in ("agent", "patient"):
        found = [one for one in roles if one.role == role]
        if found:
            yield role
        if any(one.entity for one in found):
            yield f"{role} is named"


def _headline_end(document: Document) -> int:
    """Where the headline ends: a first line without a full stop, shorter than a paragraph; 0 without one."""
    lines = document.paragraphs
    if len(lines) < _LEAST_LINES or lines[0][1] - lines[0][0] > _LONGEST_HEADLINE:
        return 0
    return 0 if document.text[lines[0][1] - 1] in ".؟?!" else lines[0][1]


class _Cover:
    """The union of spans, for asking whether an offset lies in any."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


@lru_cache(maxsize=2)
def _weights(table: str) -> dict[str, float]:
    text = files(__package__).joinpath(f"data/{table}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}
