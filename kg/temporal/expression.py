"""What a time expression means, before it is known when the article was published.

Each expression reads itself from a reference day. All readings are monotone in that day: a later reference never
gives an earlier reading. That is what lets an anchor known only to the month be resolved from its two ends.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from kg.temporal.amount import Amount
from kg.temporal.period import Period, add_months

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
        text = f"{self.start.isoformat()}/{self.end.isoformat()}"
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


_AHEAD = timedelta(days=120)
"""A date without a year is at most four months ahead: news names what comes soon, and looks further back."""


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
        days = [made for year in years if (made := _day(year, self.month, self.day)) is not None]
        if self.direction == PRESENT:
            days = [made for made in days if made.year == today.year]
        elif self.direction == FUTURE or (self.direction is None and reference.future):
            days = [made for made in days if made >= today][:1]
        elif self.direction == PAST:
            days = [made for made in days if made <= today]
        else:
            days = [made for made in days if made - today <= _AHEAD]
        return Reading.of(Period("day", days[-1])) if days else None


@dataclass(frozen=True, slots=True)
class NumberedDay:
    """A day of a month that is not named: of the reference's month, or the nearest that is the weekday the text says."""

    day: int
    weekday: int | None = None
    direction: int | None = None
    basis: str = "anchored"

    def read(self, reference: Reference) -> Reading | None:
        today = reference.day
        months = [add_months(today.replace(day=1), shift) for shift in range(-12, 13)]
        days = [made for month in months if (made := _day(month.year, month.month, self.day)) is not None]
        if self.weekday is not None:
            days = [made for made in days if made.weekday() == self.weekday]
            return Reading.of(Period("day", min(days, key=lambda made: abs(made - today)))) if days else None
        made = _day(today.year, today.month, self.day)
        if reference.future and (made is None or made < today):
            made = next(day for day in days if day >= today)
        return None if made is None else Reading.of(Period("day", made))


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
        made = _day(month.start.year, month.start.month, self.day)
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
        made = _day(year.start.year, self.month, self.day)
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
    """أمس الجمعة: the named weekday nearest to a day that is ``count`` days away; the weekday wins over the count."""

    weekday: int
    count: int
    basis: str = "weekday"

    def read(self, reference: Reference) -> Reading | None:
        day = reference.day + timedelta(days=self.count)
        off = (self.weekday - day.weekday() + 3) % 7 - 3
        return Reading.of(Period("day", day + timedelta(days=off)))


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
class Distant:
    """An amount of time before or after the reference, as fine as the smallest unit it is counted in."""

    amount: Amount
    direction: int
    basis: str = "anchored"

    def read(self, reference: Reference) -> Reading | None:
        near = self.amount.least.move(reference.day, self.direction)
        far = self.amount.most.move(reference.day, self.direction)
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
    """From one expression to another, both included; ``spans`` are those of the two in the text, where they stand apart."""

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


@dataclass(frozen=True, slots=True)
class Portion:
    """The beginning, middle or end of a period: مطلع العام, mid-March. Beginning and end are halves."""

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
        start, end = {
            "START": (whole.start, whole.start + timedelta(days=days // 2)),
            "END": (whole.start + timedelta(days=(days + 1) // 2), whole.end),
            "MID": (whole.start + timedelta(days=days // 4), whole.end - timedelta(days=days // 4)),
        }[self.portion]
        if whole.period is not None and whole.period.unit == "year" and self.portion != "MID":
            start, end = _half_year(whole.period, self.portion)
        return replace(whole, start=start, end=end, edtf=f"{start.isoformat()}/{end.isoformat()}", period=None)


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


def _half_year(year: Period, portion: str) -> tuple[date, date]:
    second = add_months(year.start, 6)
    return (year.start, second - timedelta(days=1)) if portion == "START" else (second, year.end)


def _between(first: Reading, last: Reading, timex: str) -> Reading:
    coarser = max(first, last, key=lambda reading: reading.end - reading.start)
    edtf = f"{first.start.isoformat()}/{last.end.isoformat()}"
    if first.period is not None and last.period is not None and first.granularity in ("day", "month", "year"):
        edtf = f"{first.edtf}/{last.edtf}" if last.granularity in ("day", "month", "year") else edtf
    return Reading(first.start, last.end, coarser.granularity, timex, edtf)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
