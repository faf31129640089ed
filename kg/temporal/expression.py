"""What a time expression means, before it is known when the article was published.

Each expression reads itself from a reference day. All readings are monotone in that day: a later reference never
gives an earlier reading. That is what lets an anchor known only to the month be resolved from its two ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kg.temporal.period import Period

PAST, PRESENT, FUTURE = -1, 0, 1


@dataclass(frozen=True, slots=True)
class Reference:
    """From where an expression is read: the day, whether the clause speaks of the future, the first day of the week,
    and the last period that the text named."""

    day: date
    week_start: int
    future: bool = False
    previous: Period | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The closed interval that an expression stands for, with its TIMEX3 value."""

    start: date
    end: date
    granularity: str
    timex: str
    edtf: str
    period: Period | None = None

    @classmethod
    def of(cls, period: Period) -> Reading:
        """The reading that is exactly one period."""
        return cls(period.start, period.end, period.unit, period.timex, period.edtf, period)


class Expression(Protocol):
    """Anything that can be read from a reference."""

    @property
    def basis(self) -> str:
        """Where the value comes from: absolute, anchored, weekday or context."""

    def read(self, reference: Reference) -> Reading | None:
        """The interval; None where there is no such day.

        Raises:
            ValueError, OverflowError: the calendar does not reach that far.
        """


@dataclass(frozen=True, slots=True)
class Exact:
    """A period that the text names in full."""

    period: Period
    basis: str = "absolute"

    def read(self, reference: Reference) -> Reading | None:
        return Reading.of(self.period)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days that the text names in full and that is no single period, as a Hijri month."""

    start: date
    end: date
    granularity: str
    basis: str = "absolute"

    def read(self, reference: Reference) -> Reading | None:
        text = self.start.isoformat() + (f"/{self.end.isoformat()}" if self.end > self.start else "")
        return Reading(self.start, self.end, self.granularity, text, text)


@dataclass(frozen=True, slots=True)
class Relative:
    """The period ``count`` units from the one that holds the reference: this week, last year, tomorrow."""

    unit: str
    count: int
    basis: str = "anchored"

    def read(self, reference: Reference) -> Reading | None:
        return Reading.of(Period.containing(self.unit, reference.day, reference.week_start).shift(self.count))


@dataclass(frozen=True, slots=True)
class Repeated:
    """The period last named in the text, moved by ``count``: that year, في اليوم التالي."""

    unit: str
    count: int
    basis: str = "context"

    def read(self, reference: Reference) -> Reading | None:
        if reference.previous is None:
            return None
        return Reading.of(
            Period.containing(self.unit, reference.previous.start, reference.week_start).shift(self.count)
        )
