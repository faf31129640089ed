"""Calendar periods: a day, week, month, quarter, season, year, decade or century with its first and last day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONDAY, SUNDAY = 0, 6

_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
"""Length in months of the periods that begin with a month."""

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_EDTF_SEASONS = {3: 21, 6: 22, 9: 23, 12: 24}
"""Meteorological seasons of the north by first month; EDTF's sub-year codes (ISO 8601-2)."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar that begins on ``start``; ``unit`` names its length."""

    unit: str
    start: date

    @classmethod
    def containing(cls, unit: str, day: date, week_start: int = MONDAY) -> Period:
        """The period of this unit that ``day`` lies in; a week begins on weekday ``week_start`` (Monday is 0)."""
        if unit == "day":
            return cls(unit, day)
        if unit == "week":
            return cls(unit, day - timedelta(days=(day.weekday() - week_start) % 7))
        if unit == "weekend":
            week = cls.containing("week", day, week_start)
            # the days off that close the week: Friday and Saturday, or Saturday and Sunday
            return cls(unit, week.start + timedelta(days=5))
        if unit == "season":
            month = day.month - day.month % 3
            return cls(unit, date(day.year, month, 1) if month else date(day.year - 1, 12, 1))
        length = _MONTHS[unit]
        months = day.year * 12 + day.month - 1
        if unit == "century":
            months -= months % length
            return cls(unit, date(max(months // 12, 1), 1, 1))
        months -= months % length
        return cls(unit, date(max(months // 12, 1), months % 12 + 1, 1))

    @property
    def end(self) -> date:
        """The last day, inclusive."""
        if self.unit == "day":
            return self.start
        if self.unit == "week":
            return self.start + timedelta(days=6)
        if self.unit == "weekend":
            return self.start + timedelta(days=1)
        last = add_months(date(self.start.year, self.start.month, 1), _MONTHS[self.unit] - 1)
        return last.replace(day=monthrange(last.year, last.month)[1])

    def shift(self, count: int) -> Period:
        """The period ``count`` of its lengths later.

        Raises:
            OverflowError: the calendar of years 1 to 9999 does not reach that far.
        """
        if self.unit in ("day", "week", "weekend"):
            return Period(self.unit, self.start + timedelta(days=count * (1 if self.unit == "day" else 7)))
        return Period(self.unit, add_months(self.start, count * _MONTHS[self.unit]))

    @property
    def timex(self) -> str:
        """The TIMEX3 value (TimeML 1.2.1)."""
        start = self.start
        year = f"{start.year:04d}"
        if self.unit == "day":
            return start.isoformat()
        if self.unit in ("week", "weekend"):
            # the middle of the week decides, so that Sunday and Monday weeks carry the same ISO number
            iso = (start + timedelta(days=3 if self.unit == "week" else 0)).isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.unit == "weekend" else "")
        if self.unit == "month":
            return f"{year}-{start.month:02d}"
        if self.unit == "season":
            return f"{year}-{_SEASONS[start.month]}"
        if self.unit == "quarter":
            return f"{year}-Q{(start.month + 2) // 3}"
        if self.unit == "half":
            return f"{year}-H{1 if start.month == 1 else 2}"
        return year[: {"year": 4, "decade": 3, "century": 2}[self.unit]]

    @property
    def edtf(self) -> str:
        """The EDTF string (ISO 8601-2), as fine as the period and no finer."""
        year = f"{self.start.year:04d}"
        if self.unit in ("day", "month", "year"):
            return self.timex
        if self.unit == "season":
            return f"{year}-{_EDTF_SEASONS[self.start.month]}"
        if self.unit == "quarter":
            return f"{year}-{32 + (self.start.month + 2) // 3}"
        if self.unit == "half":
            return f"{year}-{40 if self.start.month == 1 else 41}"
        if self.unit == "decade":
            return f"{year[:3]}X"
        if self.unit == "century":
            return f"{year[:2]}XX"
        return f"{self.start.isoformat()}/{self.end.isoformat()}"


def add_months(day: date, count: int) -> date:
    """``day`` moved by months; the day of the month is cut to the month's length.

    Raises:
        OverflowError: the calendar of years 1 to 9999 does not reach that far.
    """
    months = day.year * 12 + day.month - 1 + count
    if not 12 <= months < 120_000:
        raise OverflowError(f"{count} months from {day} is outside the calendar")
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
