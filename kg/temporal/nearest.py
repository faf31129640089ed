"""Expressions that leave the year or week to the reader: a bare month or weekday is the one near the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kg.temporal.expression import FUTURE, PAST, PRESENT, Reading, Reference
from kg.temporal.period import Period, add_months

_SOON = timedelta(days=270)
"""Even in a clause about the future, a date without a year is not farther ahead than this."""
_AHEAD = timedelta(days=120)
"""A date without a year is at most four months ahead: news names what comes soon, and looks further back."""


_MONTHS_AHEAD = 2
"""A bare month that begins within two months is the coming one: of last year's, news says the year."""


@dataclass(frozen=True, slots=True)
class NearMonth:
    """A month without its year: by default the latest one that has begun, in a clause about the future the next."""

    month: int
    direction: int | None = None
    basis: str = "anchored"

    def read(self, reference: Reference) -> Reading | None:
        day = reference.day
        this_year = Period("month", date(day.year, self.month, 1))
        if self.direction == PRESENT:
            return Reading.of(this_year)
        if self.direction == FUTURE or (self.direction is None and reference.future):
            later = self.month > day.month or (self.month == day.month and self.direction is None)
            return Reading.of(this_year if later else this_year.shift(12))
        if self.direction is None:
            ahead = (self.month - day.month) % 12
            if ahead <= _MONTHS_AHEAD:
                return Reading.of(this_year if self.month >= day.month else this_year.shift(12))
        earlier = self.month < day.month or (self.month == day.month and self.direction is None)
        return Reading.of(this_year if earlier else this_year.shift(-12))


@dataclass(frozen=True, slots=True)
class NearSeason:
    """A season without its year, which begins with ``month``."""

    month: int
    direction: int | None = None
    basis: str = "anchored"

    def read(self, reference: Reference) -> Reading | None:
        this_year = Period("season", date(reference.day.year, self.month, 1))
        if self.direction == PRESENT:
            return Reading.of(this_year)
        if self.direction == FUTURE or (self.direction is None and reference.future):
            return Reading.of(this_year if this_year.start > reference.day else this_year.shift(4))
        if self.direction == PAST:
            return Reading.of(this_year if this_year.end < reference.day else this_year.shift(-4))
        return Reading.of(this_year if this_year.start <= reference.day else this_year.shift(-4))


@dataclass(frozen=True, slots=True)
class NearPart:
    """A quarter or half without its year, which begins with ``month``: the latest that has begun."""

    unit: str
    month: int
    basis: str = "anchored"

    def read(self, reference: Reference) -> Reading | None:
        made = Period(self.unit, date(reference.day.year, self.month, 1))
        behind = 12 if made.start > reference.day else 0
        return Reading.of(Period(self.unit, add_months(made.start, -behind)))


@dataclass(frozen=True, slots=True)
class NearDay:
    """A day and month without the year."""

    month: int
    day: int
    direction: int | None = None
    basis: str = "anchored"

    def read(self, reference: Reference) -> Reading | None:
        today = reference.day
        years: tuple[int, ...] = (today.year - 1, today.year, today.year + 1)
        if self.month == 2 and self.day == 29:
            years = tuple(range(today.year - 8, today.year + 9))
        days = [made for year in years if (made := day_of(year, self.month, self.day)) is not None]
        if self.direction == PRESENT:
            days = [made for made in days if made.year == today.year]
        elif self.direction == FUTURE or (
            self.direction is None and reference.future and self._comes_soon(days, today)
        ):
            days = [made for made in days if made >= today][:1]
        elif self.direction == PAST:
            days = [made for made in days if made <= today]
        else:
            days = [made for made in days if made - today <= _AHEAD]
        return Reading.of(Period("day", days[-1])) if days else None

    def _comes_soon(self, days: list[date], today: date) -> bool:
        return next((made - today <= _SOON for made in days if made >= today), False)


@dataclass(frozen=True, slots=True)
class NumberedDay:
    """A day of a month that is not named: of the reference's month, or the nearest that is the weekday named."""

    day: int
    weekday: int | None = None
    direction: int | None = None
    basis: str = "anchored"

    def read(self, reference: Reference) -> Reading | None:
        today = reference.day
        months = [add_months(today.replace(day=1), shift) for shift in range(-12, 13)]
        days = [made for month in months if (made := day_of(month.year, month.month, self.day)) is not None]
        if self.weekday is not None:
            days = [made for made in days if made.weekday() == self.weekday]
            return Reading.of(Period("day", min(days, key=lambda made: abs(made - today)))) if days else None
        made = day_of(today.year, today.month, self.day)
        if reference.future and (made is None or made < today):
            made = next(day for day in days if day >= today)
        return None if made is None else Reading.of(Period("day", made))


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday is 0). Bare, it is the latest on or before the reference: news reports what was."""

    weekday: int
    direction: int | None = None
    basis: str = "weekday"

    def read(self, reference: Reference) -> Reading | None:
        today = reference.day
        back = (today.weekday() - self.weekday) % 7
        if self.direction == PRESENT:
            week = Period.containing("week", today, reference.week_start)
            return Reading.of(Period("day", week.start + timedelta(days=(self.weekday - reference.week_start) % 7)))
        if self.direction == FUTURE or (self.direction is None and reference.future):
            ahead = (self.weekday - today.weekday()) % 7
            if self.direction == FUTURE and not ahead:
                ahead = 7
            return Reading.of(Period("day", today + timedelta(days=ahead)))
        if self.direction == PAST and not back:
            back = 7
        return Reading.of(Period("day", today - timedelta(days=back)))


@dataclass(frozen=True, slots=True)
class NearWeekday:
    """أمس الجمعة: the named weekday nearest to the day ``count`` days away, on its side; it wins over the count."""

    weekday: int
    count: int
    basis: str = "weekday"

    def read(self, reference: Reference) -> Reading | None:
        day = reference.day + timedelta(days=self.count)
        if self.count < 0:
            off = -((day.weekday() - self.weekday) % 7)
        elif self.count > 0:
            off = (self.weekday - day.weekday()) % 7
        else:
            off = (self.weekday - day.weekday() + 3) % 7 - 3
        return Reading.of(Period("day", day + timedelta(days=off)))


@dataclass(frozen=True, slots=True)
class LatestWeekend:
    """The weekend, without saying which: the latest that has begun."""

    basis: str = "anchored"

    def read(self, reference: Reference) -> Reading | None:
        weekend = Period.containing("weekend", reference.day, reference.week_start)
        begun = weekend.start <= reference.day or reference.future
        return Reading.of(weekend if begun else weekend.shift(-1))


@dataclass(frozen=True, slots=True)
class SameQuarter:
    """The quarter that the text reports on, or one ``count`` quarters away; without one, whole years from today."""

    count: int = 0
    basis: str = "context"

    def read(self, reference: Reference) -> Reading | None:
        if reference.previous is not None and reference.previous.unit == "quarter":
            return Reading.of(reference.previous.shift(self.count))
        if not self.count:
            return None
        return Reading.of(Period.containing("year", reference.day).shift(self.count // 4))


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
