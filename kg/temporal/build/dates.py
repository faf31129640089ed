"""Days, months and years that the text names by number or name."""

from __future__ import annotations

from datetime import date

from kg.temporal import hijri
from kg.temporal.build.parts import exact_day, exact_year, expression, full_year, integer
from kg.temporal.expression import Exact, Expression
from kg.temporal.nearest import NearDay, NearMonth, NumberedDay
from kg.temporal.period import Period
from kg.temporal.within import DayIn, MonthIn, WeekdayIn
from kg.text.cascade import Build, Found


def numeric_date(*, day_first: bool) -> Build:
    """12/3/2025, 2025-03-12, 12.3.25; which of two small numbers is the day is the language's habit."""

    def build(found: Found) -> Expression | None:
        if not found.joined:
            return None
        first, second, third = (integer(found, label) for label in "abc")
        if first is None or second is None or third is None:
            return None
        if first > 31:
            return exact_day(full_year(first), second, third)
        if len(found.get("c").digits or "") == 4 or len(found.get("c").digits or "") == 2:
            day, month = (first, second) if day_first else (second, first)
            if month > 12 >= day:
                day, month = month, day
            return exact_day(full_year(third), month, day)
        return None

    return build


def numeric_month(found: Found) -> Expression | None:
    """3/2015, 2015-3."""
    return month_of_year(found) if found.joined else None


def numeric_day_month(found: Found) -> Expression | None:
    """في 7/10: a day and a month; the first is the day unless it can only be the month's number."""
    if found.chunks[-3].end != found.chunks[-2].start or found.chunks[-2].end != found.chunks[-1].start:
        return None
    day, month = integer(found, "a") or 0, integer(found, "b") or 0
    if month > 12 >= day:
        day, month = month, day
    return NearDay(month, day) if 1 <= month <= 12 else None


def padded_day_month(found: Found) -> Expression | None:
    """22/04: two numbers that can only be a day and a month; 24/7 means always."""
    first, second = found.get("a").digits or "", found.get("b").digits or ""
    padded = first.startswith("0") or second.startswith("0") or int(first or 0) > 12 or int(second or 0) > 12
    if not padded or (first, second) == ("24", "7"):
        return None
    return numeric_day_month(found)


def month_of_year(found: Found) -> Expression | None:
    """A month with its year, as numbers or names."""
    month, year = integer(found, "month"), integer(found, "year")
    if month is None or year is None or not 1 <= month <= 12:
        return None
    return Exact(Period("month", date(year, month, 1))) if 1 <= year <= 9999 else None


def month_in_year(found: Found) -> Expression | None:
    """A month, or a day and month, of a year expression: يونيو من العام المقبل."""
    month = integer(found, "month")
    day = integer(found, "day")
    return None if month is None else MonthIn(month, expression(found, "whole"), day)


def near_month(found: Found) -> Expression | None:
    """A month by name, with or without last or next."""
    rel = found.get("rel")
    return NearMonth(int(found.get("month")), None if rel is None else max(-1, min(1, int(rel))))


def near_month_of(direction: int) -> Build:
    """This month by its name."""
    return lambda found: NearMonth(int(found.get("month")), direction)


def day_month(direction: int | None = None) -> Build:
    """A day and a month without a year."""

    def build(found: Found) -> Expression | None:
        day, month = integer(found, "day"), integer(found, "month")
        if day is None or month is None or not 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31):
            return None
        given = found.get("rel")
        return NearDay(month, day, direction if given is None else int(given))

    return build


def day_month_year(found: Found) -> Expression | None:
    """A day, a month and the year as a number."""
    day, month, year = integer(found, "day"), integer(found, "month"), integer(found, "year")
    return None if day is None or month is None or year is None else exact_day(year, month, day)


def day_in_month(found: Found) -> Expression | None:
    """A numbered day of a month expression: 20 من الشهر المقبل."""
    day = integer(found, "day")
    return None if day is None or not 1 <= day <= 31 else DayIn(day, expression(found, "whole"))


def near_numbered_day(found: Found) -> Expression | None:
    """يوم 27: a day without its month."""
    day, chunk = integer(found, "day"), found.chunk("day")
    if day is None or not 1 <= day <= 31 or chunk is None:
        return None
    if chunk.category in ("ordinal", "second-word") and (day < 13 or not chunk.prefix.endswith("ال")):
        return None
    return NumberedDay(day)


def day_to(found: Found) -> Expression | None:
    """للثاني والعشرين: an ordinal behind the preposition لـ."""
    chunk = found.chunk("day")
    return near_numbered_day(found) if chunk is not None and chunk.prefix == "لال" else None


def two_names(found: Found) -> str | None:
    """آذار/مارس: two names of one month."""
    month, other = found.get("month"), found.get("other")
    return month if int(month) == int(other) else None


def year(found: Found) -> Expression | None:
    """عام 1967."""
    number = found.get("year")
    value = integer(found, "year")
    if value is None or number.vague or (value < 100 and number.digits is None):
        return None
    return exact_year(value) if value >= 100 else None


def year_of(found: Found) -> Expression | None:
    """Fiscal 1989: taken as the calendar year of that number."""
    value = integer(found, "year")
    return None if value is None else exact_year(value)


def near_hijri(found: Found) -> Expression | None:
    """25 شوال, شهر رمضان الماضي: without the year."""
    day, rel = integer(found, "day"), found.get("rel")
    if day is not None and not 1 <= day <= 30:
        return None
    return hijri.NearHijri(int(found.get("month")), day, None if rel is None else int(rel))


def first_of_month(found: Found) -> Expression | None:
    """فاتح يونيو: the first day, as the Maghreb says it."""
    rel = found.get("rel")
    return NearDay(int(found.get("month")), 1, None if rel is None else int(rel))


def first_of_month_year(found: Found) -> Expression | None:
    """فاتح يونيو 2023."""
    year_number = integer(found, "year")
    return None if year_number is None else exact_day(year_number, int(found.get("month")), 1)


def first_of_hijri(found: Found) -> Expression | None:
    """غرة شوال: the first day of the month."""
    rel = found.get("rel")
    return hijri.NearHijri(int(found.get("month")), 1, None if rel is None else int(rel))


def hijri_date(found: Found) -> Expression | None:
    """A Hijri day, month or year with its Hijri year."""
    year = integer(found, "year")
    month = integer(found, "month")
    day = integer(found, "day")
    return None if year is None else hijri.span(year, month, day)


def holiday(found: Found) -> Expression | None:
    """A holiday on a fixed day."""
    month, day = (int(part) for part in found.get("day").split("-"))
    rel = found.get("rel")
    return NearDay(month, day, None if rel is None else int(rel))


def holiday_hijri(found: Found) -> Expression | None:
    """عيد الفطر: a holiday on a day of the Hijri year."""
    month, day = (int(part) for part in found.get("day").split("-"))
    rel = found.get("rel")
    return hijri.NearHijri(month, day, None if rel is None else int(rel))


def holiday_weekday(found: Found) -> Expression | None:
    """A holiday on the n-th weekday of a month."""
    month, weekday_index, index = (int(part) for part in found.get("day").split("-", 2))
    return WeekdayIn(weekday_index, NearMonth(month), index)
