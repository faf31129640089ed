"""Dates of the Hijri calendar as stretches of the common one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Hijri

from kg.temporal.expression import FUTURE, PAST, PRESENT, Reading, Reference, Span

_FIRST_YEAR, _LAST_YEAR = 1343, 1500
"""The years that hijridate's Umm al-Qura tables cover."""

_EPOCH = date(622, 7, 19)
"""1 Muharram 1 of the tabular calendar in the proleptic Gregorian one."""
_AHEAD = timedelta(days=120)
"""A date without a year is at most four months ahead."""
_LONGEST = 30
_LATEST = 9_000
"""Hijri years up to this are within the common calendar."""


def span(year: int, month: int | None = None, day: int | None = None) -> Span | None:
    """The days of a Hijri year, month or day; None where there is no such day.

    Within the Umm al-Qura tables they decide. Outside, the tabular calendar is used, which is right to a day or two, so
    the stretch is a day wider on each side. What sighting of the moon decided somewhere may differ by a day.
    """
    if not 1 <= year <= _LATEST or not 1 <= (month or 1) <= 12 or not 1 <= (day or 1) <= _LONGEST:
        return None
    unit = "day" if day else "month" if month else "year"
    if not _FIRST_YEAR <= year < _LAST_YEAR:
        first = _tabular(year, month or 1, day or 1)
        last = _tabular(year, month or 12, day or _LONGEST - 1)
        return Span(first - timedelta(days=1), last + timedelta(days=1), unit)
    try:
        first_day = Hijri(year, month or 1, day or 1)
        last_day = Hijri(year, month or 12, day or Hijri(year, month or 12, 1).month_length())
    except ValueError:
        return None
    return Span(_common(first_day), _common(last_day), unit)


@dataclass(frozen=True, slots=True)
class NearHijri:
    """A Hijri month, or a day of it, without its year: by default the nearest."""

    month: int
    day: int | None = None
    direction: int | None = None
    basis: str = "anchored"

    def read(self, reference: Reference) -> Reading | None:
        year = _year_of(reference.day)
        spans = [made for one in (year - 1, year, year + 1) if (made := span(one, self.month, self.day)) is not None]
        if self.direction == PRESENT:
            spans = [made for made in spans if made.start.year == reference.day.year or made.end >= reference.day][:1]
        elif self.direction == FUTURE or (self.direction is None and reference.future):
            spans = [made for made in spans if made.end >= reference.day][:1]
        elif self.direction == PAST:
            spans = [made for made in spans if made.start <= reference.day][-1:]
        else:
            spans = [made for made in spans if made.start - reference.day <= _AHEAD][-1:]
        return spans[0].read(reference) if spans else None


def _year_of(day: date) -> int:
    """The Hijri year that a day lies in, or the one beside it: a year has 354.367 days on average."""
    return max(1, int((day - _EPOCH).days / 354.367) + 1)


def _tabular(year: int, month: int, day: int) -> date:
    """The arithmetic calendar: eleven leap years in thirty, months of 30 and 29 days in turn."""
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return _EPOCH + timedelta(days=days)


def _common(day: Hijri) -> date:
    made = day.to_gregorian()
    return date(made.year, made.month, made.day)
