"""Dates of the Hijri calendar as stretches of the common one, by the Umm al-Qura tables of hijridate."""

from __future__ import annotations

from datetime import date

from hijridate import Hijri

from kg.temporal.expression import Span

_FIRST_YEAR, _LAST_YEAR = 1343, 1500
"""The years that the Umm al-Qura tables cover."""


def span(year: int, month: int | None = None, day: int | None = None) -> Span | None:
    """The days of a Hijri year, month or day; None outside the tables or where there is no such day.

    The sighting of the moon may differ from the tables by a day, so a Hijri day is known to a day at best.
    """
    if not _FIRST_YEAR <= year < _LAST_YEAR:
        return None
    try:
        first = Hijri(year, month or 1, day or 1)
        last = Hijri(year, month or 12, day or first.month_length()) if month else Hijri(year, 12, 1)
        last_day = last if month else Hijri(year, 12, last.month_length())
    except ValueError:
        return None
    unit = "day" if day else "month" if month else "year"
    return Span(_common(first), _common(last_day), unit)


def _common(day: Hijri) -> date:
    made = day.to_gregorian()
    return date(made.year, made.month, made.day)
