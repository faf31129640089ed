"""Expressions of distance and extent: so long ago, the past days, from one day to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from kg.temporal.amount import Amount
from kg.temporal.expression import Expression, Reading, Reference
from kg.temporal.period import Period

_NAMED = ("day", "month", "year")
"""Periods that a later distance may be counted from."""


@dataclass(frozen=True, slots=True)
class Distant:
    """An amount of time before or after the reference, as fine as the smallest unit it is counted in."""

    amount: Amount
    direction: int
    basis: str = "anchored"

    def read(self, reference: Reference) -> Reading | None:
        origin = reference.day
        if self.basis == "context" and reference.previous is None:
            return None
        if self.basis == "context" and reference.previous is not None and reference.previous.unit in _NAMED:
            # two days earlier: than the day that was named last
            origin = reference.previous.start
        near = self.amount.least.move(origin, self.direction)
        far = self.amount.most.move(origin, self.direction)
        unit = self.amount.calendar_unit
        first = Period.containing(unit, min(near, far), reference.week_start)
        last = Period.containing(unit, max(near, far), reference.week_start)
        if first == last:
            return Reading.of(first)
        return _between(Reading.of(first), Reading.of(last), "PAST_REF" if self.direction < 0 else "FUTURE_REF")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The stretch of time that ends or begins at the reference: the past three days, الأشهر الستة المقبلة."""

    amount: Amount
    direction: int
    basis: str = "anchored"

    def read(self, reference: Reference) -> Reading | None:
        end = reference.day
        start = other = self.amount.most.move(end, self.direction)
        if self.direction > 0:
            # the coming days begin tomorrow; the past ones reach up to the report
            start, end = min(end + timedelta(days=1), other), other
        return Reading(start, end, self.amount.unit, self.amount.timex, f"{start.isoformat()}/{end.isoformat()}")


@dataclass(frozen=True, slots=True)
class Between:
    """From one expression to another, both included; ``spans`` are those of the two in the text."""

    first: Expression
    last: Expression
    spans: tuple[tuple[int, int], tuple[int, int]] | None = None

    @property
    def basis(self) -> str:
        return self.last.basis if self.first.basis == "absolute" else self.first.basis

    def read(self, reference: Reference) -> Reading | None:
        first, last = self.first.read(reference), self.last.read(reference)
        if first is None or last is None or last.end < first.start:
            return None
        return _between(first, last, f"{first.timex}/{last.timex}")


def _between(first: Reading, last: Reading, timex: str) -> Reading:
    coarser = max(first, last, key=lambda reading: reading.end - reading.start)
    edtf = f"{first.start.isoformat()}/{last.end.isoformat()}"
    if first.period is not None and last.period is not None and first.granularity in ("day", "month", "year"):
        edtf = f"{first.edtf}/{last.edtf}" if last.granularity in ("day", "month", "year") else edtf
    return Reading(first.start, last.end, coarser.granularity, timex, edtf)
