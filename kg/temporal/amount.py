"""Amounts of time: three days, شهر و21 يوما, بضعة أسابيع."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from kg.temporal.period import add_months

_ORDER = ("century", "decade", "year", "quarter", "month", "week", "day", "hour", "minute", "second")
_MONTHS = {"century": 1200, "decade": 120, "year": 12, "quarter": 3, "month": 1}
_DAYS = {"week": 7, "weekend": 7, "day": 1}
_SECONDS = {"hour": 3600, "minute": 60, "second": 1}
_LETTERS = {
    "century": "C", "decade": "E", "year": "Y", "quarter": "Q", "month": "M", "week": "W", "day": "D",
    "hour": "H", "minute": "M", "second": "S", "weekend": "WE",
}  # fmt: skip
_LONGEST_YEARS = 9_998

FEW = (3, 10)
"""What بضعة and a few count: three to ten (the classical reading of بضع, which English dictionaries also allow)."""


@dataclass(frozen=True, slots=True)
class Steps:
    """An amount as whole months and days, for moving along the calendar."""

    months: int
    days: int

    def move(self, day: date, direction: int) -> date:
        """The day this far before (-1) or after (1) ``day``.

        Raises:
            OverflowError: the calendar does not reach that far.
        """
        return add_months(day, direction * self.months) + timedelta(days=direction * self.days)


@dataclass(frozen=True, slots=True)
class Amount:
    """Counted units, largest first; a count of None stands for few, several or an unknown number."""

    parts: tuple[tuple[str, Fraction | None], ...]

    @classmethod
    def of(cls, unit: str, count: Fraction | int | None) -> Amount:
        """One counted unit."""
        return cls(((unit, None if count is None else Fraction(count)),))

    def plus(self, other: Amount) -> Amount:
        """Both amounts together: عام واحد وشهر."""
        return Amount(tuple(sorted(self.parts + other.parts, key=lambda part: _order(part[0]))))

    @property
    def unit(self) -> str:
        """The smallest unit counted."""
        return self.parts[-1][0]

    @property
    def calendar_unit(self) -> str:
        """The unit of the calendar that a point so far away is known to."""
        if any(count is not None and count.denominator != 1 for _, count in self.parts):
            return "month" if self.unit in ("year", "decade", "century") else "day"
        return self.unit if self.unit in ("century", "decade", "year", "quarter", "month", "week") else "day"

    @property
    def timex(self) -> str:
        """The TIMEX3 duration; X stands for an unknown count."""
        dates, times = "", ""
        for unit, count in self.parts:
            written = "X" if count is None else _decimal(count)
            if unit in _SECONDS:
                times += f"{written}{_LETTERS[unit]}"
            else:
                dates += f"{written}{_LETTERS[unit]}"
        return f"P{dates}" + (f"T{times}" if times else "")

    @property
    def seconds(self) -> Fraction | None:
        """The length with months of 30 and years of 365 days; None where a count is unknown."""
        total = Fraction(0)
        for unit, count in self.parts:
            if count is None:
                return None
            total += count * _length(unit)
        return total

    @property
    def least(self) -> Steps:
        """The shortest it may be."""
        return self._steps(FEW[0])

    @property
    def most(self) -> Steps:
        """The longest it may be."""
        return self._steps(FEW[1])

    def _steps(self, few: int) -> Steps:
        months, days = Fraction(0), Fraction(0)
        for unit, count in self.parts:
            number = Fraction(few) if count is None else count
            if unit in _MONTHS:
                months += number * _MONTHS[unit]
            else:
                days += number * (_DAYS[unit] if unit in _DAYS else Fraction(_SECONDS[unit], 86_400))
        if months > _LONGEST_YEARS * 12 or days > _LONGEST_YEARS * 365:
            raise OverflowError("an amount longer than the calendar")
        whole = int(months)
        return Steps(whole, int(days + (months - whole) * 30))


def _order(unit: str) -> int:
    return _ORDER.index(unit) if unit in _ORDER else len(_ORDER)


def _length(unit: str) -> int:
    if unit in _SECONDS:
        return _SECONDS[unit]
    if unit in _DAYS:
        return _DAYS[unit] * 86_400
    return {"century": 36_500, "decade": 3_650, "year": 365, "quarter": 90, "month": 30}[unit] * 86_400


def _decimal(count: Fraction) -> str:
    if count.denominator == 1:
        return str(count.numerator)
    return f"{float(count):.6g}"
