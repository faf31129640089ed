"""Where, when and with which figures an event happened, read from its clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kg.extract.local.document import Document
from kg.extract.local.events.candidates import Candidate, Sentence
from kg.extract.local.events.mentions import Mentions, Named
from kg.extract.local.events.particles import words
from kg.quantity import QuantityValue
from kg.quantity import to_schema as quantity_to_schema
from kg.temporal import TimeValue, to_schema
from schemas import EntityType, Quantity, Time

_IN = words(
    "في داخل قرب وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي مدينة محافظة بلدة قرية منطقة بمدينة بمحافظة ببلدة بمنطقة"
    " in at near outside inside across off around"
)
_REACH = 14
_MOST_FIGURES = 12


class Times:
    """The time expressions of an article, for looking up by clause."""

    def __init__(self, document: Document) -> None:
        self._values = document.times
        self._starts = [value.span[0] for value in self._values]

    def of(self, candidate: Candidate, sentence: Sentence) -> Time | None:
        """The expression of the sentence that stands nearest to the trigger, those after it first; None without one."""
        inside = self._values[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]
        dated = [value for value in inside if value.start is not None or value.end is not None]
        if not dated:
            return None
        return to_schema(min(dated, key=lambda value: _distance(value, candidate)))


def _distance(value: TimeValue, candidate: Candidate) -> tuple[int, int]:
    start, end = value.span
    if start >= candidate.end:
        return start - candidate.end, start
    return 2 * max(0, candidate.start - end), start


class Figures:
    """The figures of an article, for looking up by clause."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._values = document.quantities
        self._starts = [value.span[0] for value in self._values]

    def of(self, candidate: Candidate, sentence: Sentence, others: Sequence[Candidate]) -> tuple[Quantity, ...]:
        """The figures of the sentence that stand nearer to this trigger than to ``others``, other kept triggers."""
        inside = self._values[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]
        return tuple(
            quantity_to_schema(value, self._text)
            for value in inside[:_MOST_FIGURES]
            if all(_gap(value, candidate) <= _gap(value, other) for other in others)
        )


def _gap(value: QuantityValue, candidate: Candidate) -> int:
    start, end = value.span
    return start - candidate.end if start >= candidate.end else 2 * max(0, candidate.start - end)


def place_of(candidate: Candidate, sentence: Sentence, mentions: Mentions) -> Named | None:
    """The place named after "in" nearest to the trigger in its sentence, those after it first."""
    last = sentence.tokens[min(len(sentence.tokens) - 1, candidate.last + _REACH)].end
    for named in mentions.within(candidate.end, last):
        if named.type == EntityType.PLACE and _is_setting(named, sentence):
            return named
    first = sentence.tokens[max(0, candidate.first - _REACH)].start
    for named in reversed(mentions.within(first, candidate.start)):
        if named.type == EntityType.PLACE and _is_setting(named, sentence):
            return named
    return None


def _is_setting(named: Named, sentence: Sentence) -> bool:
    """Whether a word of place or the preposition bi- stands before the name."""
    at = bisect_right(sentence.tokens, named.start, key=lambda token: token.start) - 1
    before = [token.norm for token in sentence.tokens[max(0, at - 2) : max(0, at)]]
    covering = sentence.tokens[at] if at >= 0 and named.start < sentence.tokens[at].end else None
    if covering is not None and covering.start < named.start:
        return covering.norm.startswith(("ب", "وب"))
    return not _IN.isdisjoint(before)
