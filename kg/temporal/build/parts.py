"""The pieces that every builder of the grammar uses: reading labels of a match, and days and years by number."""

from __future__ import annotations

from datetime import date

from kg.temporal.expression import Exact, Expression, Relative
from kg.temporal.nearest import LatestWeekend, NearMonth, Weekday
from kg.temporal.period import Period
from kg.text.cascade import Build, Found
from kg.text.numerals import Number

TODAY = Relative("day", 0)
THIS_WEEKEND = Relative("weekend", 0)
LATEST_WEEKEND = LatestWeekend()
_PIVOT = 50
"""A year of two digits up to this is of this century."""


def constant(value: object) -> Build:
    """A builder that gives the same value for every match."""
    return lambda found: value


def keep(label: str) -> Build:
    """A builder that keeps the value of one chunk."""
    return lambda found: found.get(label)


def integer(found: Found, label: str) -> int | None:
    """The whole number under ``label``: a number, an ordinal or a lexicon value."""
    value = found.get(label)
    if isinstance(value, Number):
        return value.integer
    if isinstance(value, Exact):
        return value.period.start.year
    return int(value) if isinstance(value, int | str) else None


def optional(found: Found, label: str) -> Expression | None:
    """The expression under ``label`` where the match has one, also if it is still a bare month, weekday or year."""
    chunk = found.chunk(label)
    if chunk is None:
        return None
    value = chunk.value
    if chunk.category in ("month", "month-weak", "month-name"):
        return NearMonth(int(value))
    if chunk.category == "weekday":
        return Weekday(int(value))
    if chunk.category == "weekend":
        return THIS_WEEKEND
    if isinstance(value, Number):
        return exact_year(value.integer or 0)
    made: Expression = value
    return made


def expression(found: Found, label: str) -> Expression:
    """The expression under ``label``, which the rule demands.

    Raises:
        LookupError: the rule has no such label.
    """
    made = optional(found, label)
    if made is None:
        raise LookupError(label)
    return made


def unit_of(found: Found) -> str:
    """The unit named; اليوم is the day both as a unit and as today, and a quarter may be a fraction or a unit."""
    chunk = found.chunk("unit")
    if chunk is None or chunk.category == "today":
        return "day"
    return {"quarter-word": "quarter", "half-word": "half", "weekend": "week"}.get(chunk.category, str(chunk.value))


def full_year(year: int) -> int:
    """A year written with two digits in full."""
    if year >= 100:
        return year
    return year + (2000 if year <= _PIVOT else 1900)


def exact_day(year: int, month: int, day: int) -> Exact | None:
    """The day, or None where the calendar has none such."""
    try:
        return Exact(Period("day", date(year, month, day)))
    except ValueError:
        return None


def exact_year(year: int) -> Exact | None:
    """The year, or None where it is outside years 1 to 9999."""
    return Exact(Period("year", date(year, 1, 1))) if 1 <= year <= 9999 else None
