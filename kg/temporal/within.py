"""Expressions that find a day or part in a longer period that another expression names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.temporal.expression import Expression, Reading, Reference
from kg.temporal.nearest import day_of
from kg.temporal.period import Period, add_months


@dataclass(frozen=True, slots=True)
class DayIn:
    """A numbered day of a month that another expression names: 20 من الشهر المقبل."""

    day: int
    month: Expression

    @property
    def basis(self) -> str:
        return self.month.basis

    def read(self, reference: Reference) -> Reading | None:
        month = self.month.read(reference)
        if month is None:
            return None
        made = day_of(month.start.year, month.start.month, self.day)
        return None if made is None else Reading.of(Period("day", made))


@dataclass(frozen=True, slots=True)
class MonthIn:
    """A month of a year that another expression names: يونيو العام المقبل."""

    month: int
    year: Expression
    day: int | None = None

    @property
    def basis(self) -> str:
        return self.year.basis

    def read(self, reference: Reference) -> Reading | None:
        year = self.year.read(reference)
        if year is None:
            return None
        if self.day is None:
            return Reading.of(Period("month", date(year.start.year, self.month, 1)))
        made = day_of(year.start.year, self.month, self.day)
        return None if made is None else Reading.of(Period("day", made))


@dataclass(frozen=True, slots=True)
class MonthOf:
    """The month that a day lies in."""

    day: Expression

    @property
    def basis(self) -> str:
        return self.day.basis

    def read(self, reference: Reference) -> Reading | None:
        day = self.day.read(reference)
        return None if day is None else Reading.of(Period.containing("month", day.start))


@dataclass(frozen=True, slots=True)
class DayBeside:
    """The day ``count`` days from one that another expression names."""

    day: Expression
    count: int

    @property
    def basis(self) -> str:
        return self.day.basis

    def read(self, reference: Reference) -> Reading | None:
        day = self.day.read(reference)
        return None if day is None else Reading.of(Period("day", day.start).shift(self.count))


@dataclass(frozen=True, slots=True)
class PartIn:
    """The n-th ``unit`` of a period that another expression names; -1 is the last."""

    unit: str
    index: int
    whole: Expression

    @property
    def basis(self) -> str:
        return self.whole.basis

    def read(self, reference: Reference) -> Reading | None:
        whole = self.whole.read(reference)
        if whole is None:
            return None
        if self.unit == "season":
            return Reading.of(Period("season", date(whole.start.year, self.index, 1)))
        if self.unit == "week":
            return self._week(whole, reference)
        first = Period.containing(self.unit, whole.start)
        part = Period.containing(self.unit, whole.end) if self.index < 0 else first.shift(self.index - 1)
        return Reading.of(part) if whole.start <= part.start and part.end <= whole.end else None

    def _week(self, whole: Reading, reference: Reference) -> Reading:
        """A week belongs to the month or year that most of its days lie in (ISO 8601's rule for years)."""
        first = Period.containing("week", whole.start + timedelta(days=3), reference.week_start)
        last = Period.containing("week", whole.end - timedelta(days=3), reference.week_start)
        return Reading.of(last if self.index < 0 else first.shift(self.index - 1))


@dataclass(frozen=True, slots=True)
class WeekdayIn:
    """A day of the week that another expression names: الجمعة من الأسبوع المقبل, the first Friday in July."""

    weekday: int
    whole: Expression
    index: int = 1

    @property
    def basis(self) -> str:
        return self.whole.basis

    def read(self, reference: Reference) -> Reading | None:
        whole = self.whole.read(reference)
        if whole is None:
            return None
        if self.index < 0:
            made = whole.end - timedelta(days=(whole.end.weekday() - self.weekday) % 7)
        else:
            made = whole.start + timedelta(days=(self.weekday - whole.start.weekday()) % 7 + 7 * (self.index - 1))
        return Reading.of(Period("day", made)) if whole.start <= made <= whole.end else None


@dataclass(frozen=True, slots=True)
class Portion:
    """The beginning, middle or end of a period: مطلع العام, mid-March. Beginning and end are halves.

    ``BEFORE`` and ``REST`` are what lies before and after the report.
    """

    portion: str
    whole: Expression

    @property
    def basis(self) -> str:
        return self.whole.basis

    def read(self, reference: Reference) -> Reading | None:
        whole = self.whole.read(reference)
        if whole is None:
            return None
        days = (whole.end - whole.start).days
        if self.portion == "REST":
            start = min(max(whole.start, reference.day), whole.end)
            return replace(whole, start=start, edtf=f"{start.isoformat()}/{whole.end.isoformat()}", period=None)
        if self.portion == "BEFORE":
            end = max(min(whole.end, reference.day), whole.start)
            return replace(whole, end=end, edtf=f"{whole.start.isoformat()}/{end.isoformat()}", period=None)
        start, end = {
            "START": (whole.start, whole.start + timedelta(days=days // 2)),
            "END": (whole.start + timedelta(days=(days + 1) // 2), whole.end),
            "MID": (whole.start + timedelta(days=days // 4), whole.end - timedelta(days=days // 4)),
        }[self.portion]
        if whole.period is not None and whole.period.unit == "year" and self.portion != "MID":
            start, end = _half_year(whole.period, self.portion)
        return replace(whole, start=start, end=end, edtf=f"{start.isoformat()}/{end.isoformat()}", period=None)


def _half_year(year: Period, portion: str) -> tuple[date, date]:
    second = add_months(year.start, 6)
    return (year.start, second - timedelta(days=1)) if portion == "START" else (second, year.end)
