"""Periods counted from the report or found in a longer one: weeks, quarters, seasons, decades, portions."""

from __future__ import annotations

from datetime import date

from kg.temporal.build.parts import expression, integer, optional, unit_of
from kg.temporal.expression import Exact, Expression, Relative, Repeated
from kg.temporal.nearest import NearDay, NearMonth, NearPart, NearSeason, NearWeekday, NumberedDay, Weekday
from kg.temporal.period import Period
from kg.temporal.spread import Between
from kg.temporal.within import DayBeside, DayIn, PartIn, Portion, WeekdayIn
from kg.text.cascade import Build, Found


def relative(unit: str | None = None) -> Build:
    """This, last or next unit of the calendar."""

    def build(found: Found) -> Expression | None:
        name = unit or unit_of(found)
        if name in ("hour", "minute", "second"):
            return None
        return Relative(name, int(found.get("rel") or 0))

    return build


def repeated(shift: int | None = None) -> Build:
    """The unit that the text named last, or the one after it."""

    def build(found: Found) -> Expression | None:
        unit = unit_of(found)
        if unit in ("hour", "minute", "second"):
            return None
        return Repeated(unit, int(found.get("rel")) if shift is None else shift)

    return build


def repeated_definite(found: Found) -> Expression | None:
    """ذلك العام; in ذلك عام 1973 the demonstrative does not point to the year."""
    chunk = found.chunk("unit")
    return repeated(0)(found) if chunk is not None and chunk.prefix.endswith("ال") else None


def weekday(direction: int | None = None) -> Build:
    """A weekday, with or without last, this or next."""

    def build(found: Found) -> Expression | None:
        rel = found.get("rel")
        given = direction if rel is None else max(-1, min(1, int(rel)))
        return Weekday(int(found.get("weekday")), given)

    return build


def weekday_in(found: Found) -> Expression | None:
    """A weekday of a week or month that is named with it."""
    return WeekdayIn(found.get("weekday").weekday, expression(found, "whole"), integer(found, "index") or 1)


def weekday_and_day(found: Found) -> Expression | None:
    """الخميس 21: the month in which that day is that weekday."""
    day = integer(found, "day")
    whole = optional(found, "whole")
    chunk = found.chunk("day")
    spoken = chunk is not None and chunk.category != "day-number"
    if day is None or not 1 <= day <= 31 or (spoken and day < 13 and whole is None):
        return None
    if whole is not None:
        return DayIn(day, whole)
    return NumberedDay(day, found.get("weekday").weekday)


def weekday_of_month(found: Found) -> Expression | None:
    """الأحد الثاني: of the current month."""
    index = integer(found, "index")
    if index is None or not 1 <= index <= 5:
        return None
    return WeekdayIn(found.get("weekday").weekday, Relative("month", 0), index)


def deictic_weekday(found: Found) -> Expression | None:
    """أمس الجمعة: the weekday decides, near the day that the other word points to."""
    day = found.get("day")
    if isinstance(day, Relative):
        return NearWeekday(found.get("weekday").weekday, day.count)
    return day if isinstance(day, Exact | NearDay) else None


def keep_exact(found: Found) -> Expression | None:
    """A full date with its weekday behind it."""
    whole: Expression = expression(found, "whole")
    return whole if isinstance(whole, Exact | NearDay) else None


def near_season(found: Found) -> Expression | None:
    """A season, with or without last or next."""
    rel = found.get("rel")
    return NearSeason(int(found.get("season")), None if rel is None else max(-1, min(1, int(rel))))


def near_season_of(direction: int) -> Build:
    """This season by its name."""
    return lambda found: NearSeason(int(found.get("season")), direction)


def season_of(found: Found) -> Expression | None:
    """صيف 2016, the summer of last year."""
    return PartIn("season", int(found.get("season")), expression(found, "whole"))


def near_quarter(found: Found) -> Expression | None:
    """The third quarter: the latest that has begun."""
    index = integer(found, "index")
    return None if index is None or not 1 <= index <= 4 else NearPart("quarter", 3 * index - 2)


def near_half(found: Found) -> Expression | None:
    """The first half: the latest that has begun."""
    index = integer(found, "index")
    return None if index is None or not 1 <= index <= 2 else NearPart("half", 6 * index - 5)


def part_of(unit: str) -> Build:
    """The n-th quarter, half or week of a longer period."""
    limits = {"quarter": 4, "half": 2, "week": 53, "day": 366, "month": 12, "decade": 10}

    def build(found: Found) -> Expression | None:
        index = integer(found, "index")
        if index is None or not (index == -1 or 1 <= index <= limits[unit]):
            return None
        return PartIn(unit, index, expression(found, "whole"))

    return build


def last_part_of(unit: str) -> Build:
    """The last week of a month or year."""
    return lambda found: PartIn(unit, -1, expression(found, "whole"))


def decade(found: Found) -> Expression | None:
    """The sixties, of this or another century."""
    tens = int(found.get("decade"))
    century = optional(found, "whole")
    if isinstance(century, Exact) and century.period.unit == "century":
        return Exact(Period("decade", date(century.period.start.year + tens, 1, 1)))
    return Exact(Period("decade", date(1900 + tens, 1, 1)))


def decade_digits(found: Found) -> Expression | None:
    """The 1990s, the '90s."""
    value = integer(found, "year")
    if value is None or value % 10 or not found.joined:
        return None
    if value < 100:
        value += 1900 if value > 20 else 2000
    return Exact(Period("decade", date(value, 1, 1))) if 1000 <= value <= 2190 else None


def decade_after_unit(found: Found) -> Expression | None:
    """عقد الستينيات."""
    return decade(found) if found.get("unit") in ("decade", None) or found.chunks[0].value == "decade" else None


def decade_of_century(found: Found) -> Expression | None:
    """العقد الأول من القرن العشرين."""
    whole = expression(found, "whole")
    index = integer(found, "index")
    unit = whole.unit if isinstance(whole, Relative) else whole.period.unit if isinstance(whole, Exact) else None
    if found.chunks[0].value != "decade" or index is None or unit != "century" or not 1 <= index <= 10:
        return None
    return PartIn("decade", index, expression(found, "whole"))


def century(found: Found) -> Expression | None:
    """The n-th century, as its hundreds: the twentieth is 19XX."""
    index = integer(found, "index")
    if index is None or not 2 <= index <= 40:
        return None
    return Exact(Period("century", date((index - 1) * 100, 1, 1)))


def century_of_unit(found: Found) -> Expression | None:
    """القرن العشرين."""
    chunk = found.chunk("index")
    definite = chunk is not None and chunk.prefix.endswith("ال")
    return century(found) if found.get("unit") == "century" and definite else None


def century_of_unit_en(found: Found) -> Expression | None:
    """The 20th century."""
    return century(found) if found.get("unit") == "century" else None


def portion(found: Found) -> Expression | None:
    """The beginning, middle or end of a period."""
    return Portion(found.get("portion"), expression(found, "whole"))


def night_into(found: Found) -> Expression | None:
    """ليلة الأحد إلى الاثنين: the night between two days, known by the second."""
    whole = expression(found, "whole")
    last = found.chunk("whole")
    linked = last is not None and (last.prefix == "و" or len(found.chunks) > 3)
    return Between(DayBeside(whole, -1), whole) if linked else None


def earlier(found: Found) -> Expression | None:
    """في وقت سابق من هذا الشهر, earlier this month: up to the report."""
    return Portion("BEFORE", expression(found, "whole"))


def later(found: Found) -> Expression | None:
    """Later this month: from the report on."""
    return Portion("REST", expression(found, "whole"))


def portion_of_month(found: Found) -> Expression | None:
    """مطلع مارس."""
    return Portion(found.get("portion"), NearMonth(int(found.get("month"))))


def portion_of_season(found: Found) -> Expression | None:
    """منتصف الصيف."""
    return Portion(found.get("portion"), NearSeason(int(found.get("season"))))


def portion_of_unit(found: Found) -> Expression | None:
    """نهاية العام: of the current one."""
    chunk = found.chunk("unit")
    if chunk is None or not chunk.prefix.endswith("ال"):
        return None
    return Portion(found.get("portion"), Relative(unit_of(found), 0))


def portion_of_unit_en(found: Found) -> Expression | None:
    """The end of the year: of the current one."""
    chunk = found.chunk("unit")
    if chunk is None:
        return None
    unit = "quarter" if chunk.category == "quarter-word" else chunk.value
    return Portion(found.get("portion"), Relative(unit, 0))


def portion_of_long(found: Found) -> Expression | None:
    """Mid-March, late 1989."""
    whole = expression(found, "whole")
    if isinstance(whole, str):
        return Portion(found.get("portion"), NearMonth(int(whole)))
    return Portion(found.get("portion"), whole)


def last_of_month(found: Found) -> Expression | None:
    """آخر مارس: the last days of a month."""
    return Portion("END", NearMonth(int(found.get("month"))))
