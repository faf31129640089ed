"""Which happenings an article is about, and which it only brushes.

A weighted sum of features of the word, its form, its participants and its place in the text decides. The weights are
a logistic regression over annotated passages of both languages (``tools/fit_event_salience.py`` makes them anew).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft
from kg.extract.local.events.candidates import Candidate, Sentence
from kg.extract.local.events.happenings import Happening
from kg.extract.local.events.particles import PREPOSITIONS_AR, PREPOSITIONS_EN, words
from schemas import EventType, Realis

_POINTERS = words("هذا هذه ذلك تلك this that these those")
_RELATIVES = words("الذي التي الذين who which whose")
_MANY = 4
_THRESHOLD = {"ar": -0.45, "en": -0.45}
"""Log-odds from which a happening is told; below even odds, since a missed event cannot be asked for."""


class Salience:
    """Judges the happenings of one article."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], claims: Sequence[ClaimDraft]) -> None:
        self._document = document
        self._sentences = sentences
        self._contents = sorted(part for claim in claims for part in claim.content)
        self._quotes = sorted((quote.inner_start, quote.inner_end) for quote in document.quotes)
        self._cues = frozenset(claim.cue[0] for claim in claims if claim.cue is not None)

    def worth_telling(self, found: Sequence[Happening]) -> list[Happening]:
        """The happenings that belong in the graph, in the order given."""
        weights = _weights()
        least = _THRESHOLD[self._document.language]
        return [
            happening
            for happening, features in zip(found, self.features(found), strict=True)
            if sum(weights.get(feature, 0.0) for feature in features) >= least
        ]

    def features(self, found: Sequence[Happening]) -> list[list[str]]:
        """The names of the features that hold for each of an article's happenings."""
        told: Counter[EventType] = Counter()
        out = []
        for happening in found:
            kind = happening.candidate.trigger.type
            told[kind] += 1
            out.append([f"of its type {min(told[kind], _MANY)}", *self._features(happening)])
        return out

    def _features(self, happening: Happening) -> Iterator[str]:
        candidate = happening.candidate
        yield "bias"
        yield from _of_word(candidate, self._document.language)
        yield from _of_roles(happening)
        if happening.first.realis is not Realis.ACTUAL:
            yield f"realis {happening.first.realis.value}"
        if happening.mentions > 1:
            yield "told again"
        yield from self._of_place(candidate)

    def _of_place(self, candidate: Candidate) -> Iterator[str]:
        if _covers(self._quotes, candidate.start):
            yield "in quotation"
        if _covers(self._contents, candidate.start):
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
    yield f"weight {candidate.trigger.weight}"
    if candidate.trigger.is_narrow:
        yield "narrow"
    if candidate.enclitic and not candidate.is_verb:
        yield "noun with pronoun"


def _of_roles(happening: Happening) -> Iterator[str]:
    for role in ("agent", "patient"):
        found = [one for one in happening.roles if one.role == role]
        if found:
            yield role
        if any(one.entity for one in found):
            yield f"{role} is named"


def _covers(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    return any(start <= offset < end for start, end in spans)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    table = files(__package__).joinpath("data/salience.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}
