"""How the values of matched words make an expression; shared by the Arabic and the English grammar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kg.temporal import hijri
from kg.temporal.amount import Amount
from kg.temporal.clock import At, Clock, During
from kg.temporal.expression import (
    PAST,
    PRESENT,
    Between,
    DayIn,
    Distant,
    Exact,
    Expression,
    LatestWeekend,
    MonthIn,
    MonthOf,
    NearDay,
    NearMonth,
    NearPart,
    NearSeason,
    NearWeekday,
    NumberedDay,
    PartIn,
    Portion,
    Relative,
    Repeated,
    SameQuarter,
    Stretch,
    Weekday,
    WeekdayIn,
)
from kg.temporal.period import Period
from kg.text.cascade import Build, Found
from kg.text.numerals import Number

TODAY = Relative("day", 0)
THIS_WEEKEND = Relative("weekend", 0)
LATEST_WEEKEND = LatestWeekend()
SAME_QUARTER = SameQuarter()
YEAR_EARLIER = SameQuarter(-4)

_PIVOT = 50
"""A year of two digits up to this is of this century."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """A duration; ``when`` is the stretch of the calendar it covers, where the text ties it to one."""

    amount: Amount
    when: Expression | None = None
    vague: str | None = None


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


def month_of_year(found: Found) -> Expression | None:
    """A month with its year, as numbers or names."""
    month, year = integer(found, "month"), integer(found, "year")
    if month is None or year is None or not 1 <= month <= 12:
        return None
    return Exact(Period("month", date(year, month, 1))) if 1 <= year <= 9999 else None


def numeric_month(found: Found) -> Expression | None:
    """3/2015, 2015-3."""
    return month_of_year(found) if found.joined else None


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


def month_in_year(found: Found) -> Expression | None:
    """A month, or a day and month, of a year expression: يونيو من العام المقبل."""
    month = integer(found, "month")
    day = integer(found, "day")
    return None if month is None else MonthIn(month, expression(found, "whole"), day)


def near_month(found: Found) -> Expression | None:
    """A month by name, with or without last or next."""
    rel = found.get("rel")
    return NearMonth(int(found.get("month")), None if rel is None else max(-1, min(1, int(rel))))


def near_season(found: Found) -> Expression | None:
    """A season, with or without last or next."""
    rel = found.get("rel")
    return NearSeason(int(found.get("season")), None if rel is None else max(-1, min(1, int(rel))))


def _unit(found: Found) -> str:
    """The unit named; اليوم is the day both as a unit and as today, and a quarter may be a fraction or a unit."""
    chunk = found.chunk("unit")
    if chunk is None or chunk.category == "today":
        return "day"
    return {"quarter-word": "quarter", "half-word": "half", "weekend": "week"}.get(chunk.category, str(chunk.value))


def relative(unit: str | None = None) -> Build:
    """This, last or next unit of the calendar."""

    def build(found: Found) -> Expression | None:
        name = unit or _unit(found)
        if name in ("hour", "minute", "second"):
            return None
        return Relative(name, int(found.get("rel") or 0))

    return build


def repeated(shift: int | None = None) -> Build:
    """The unit that the text named last, or the one after it."""

    def build(found: Found) -> Expression | None:
        unit = _unit(found)
        if unit in ("hour", "minute", "second"):
            return None
        return Repeated(unit, int(found.get("rel")) if shift is None else shift)

    return build


def weekday(direction: int | None = None) -> Build:
    """A weekday, with or without last, this or next."""

    def build(found: Found) -> Expression | None:
        rel = found.get("rel")
        given = direction if rel is None else max(-1, min(1, int(rel)))
        return Weekday(int(found.get("weekday")), given)

    return build


def counted(found: Found) -> Amount | None:
    """A number with a unit of time."""
    unit, count = _unit(found), found.get("count")
    number = count.value if isinstance(count, Number) else Fraction(str(count))
    chunk = found.chunk("unit")
    definite = chunk is not None and chunk.prefix.endswith("ال") and chunk.category != "units"
    if definite and isinstance(count, Number) and not count.definite:
        return None
    if isinstance(count, Number) and count.vague:
        return Amount.of(unit, None)
    if number < 0:
        return None
    return Amount.of(unit, number)


def amount(count: int | None) -> Build:
    """A unit of time that is counted by its form or by a vague word."""
    return lambda found: Amount.of(_unit(found), count)


def with_fraction(found: Found) -> Amount | None:
    """ساعة ونصف, two and a half hours: a fraction of the last unit added."""
    base: Amount = found.get("amount") or Amount.of(_unit(found), 1)
    unit, count = base.parts[-1]
    fraction = found.get("fraction")
    value = fraction.value if isinstance(fraction, Number) else Fraction(str(fraction))
    chunk = found.chunk("fraction")
    if count is None or not 0 < value < 1 or (chunk is not None and chunk.prefix not in ("و", "")):
        return None
    return Amount((*base.parts[:-1], (unit, count + value)))


def distant(direction: int) -> Build:
    """An amount before or after the reference."""
    return lambda found: Distant(found.get("amount"), direction)


def distant_one(direction: int) -> Build:
    """One unit before or after the reference: قبل شهر."""
    return lambda found: Distant(Amount.of(_unit(found), 1), direction)


def stretch(direction: int | None = None) -> Build:
    """The stretch of time up to, or from, the reference."""

    def build(found: Found) -> Lasting | None:
        given = direction if direction is not None else int(found.get("rel"))
        length: Amount = found.get("amount")
        return Lasting(length, Stretch(length, given or PAST))

    return build


def vague_stretch(found: Found) -> Lasting | None:
    """الأيام الماضية, recent years: an unknown number of units up to, or from, the reference."""
    unit, rel = _unit(found), int(found.get("rel"))
    length = Amount.of(unit, None)
    if rel == PRESENT:
        return None
    return Lasting(length, Stretch(length, max(-1, min(1, rel))), "PAST_REF" if rel < 0 else "FUTURE_REF")


def part_of(unit: str) -> Build:
    """The n-th quarter, half or week of a longer period."""
    limits = {"quarter": 4, "half": 2, "week": 53, "day": 366, "month": 12, "decade": 10}

    def build(found: Found) -> Expression | None:
        index = integer(found, "index")
        if index is None or not (index == -1 or 1 <= index <= limits[unit]):
            return None
        return PartIn(unit, index, expression(found, "whole"))

    return build


def season_of(found: Found) -> Expression | None:
    """صيف 2016, the summer of last year."""
    return PartIn("season", int(found.get("season")), expression(found, "whole"))


def weekday_in(found: Found) -> Expression | None:
    """A weekday of a week or month that is named with it."""
    return WeekdayIn(found.get("weekday").weekday, expression(found, "whole"), integer(found, "index") or 1)


def decade(found: Found) -> Expression | None:
    """The sixties, of this or another century."""
    tens = int(found.get("decade"))
    century = optional(found, "whole")
    if isinstance(century, Exact) and century.period.unit == "century":
        return Exact(Period("decade", date(century.period.start.year + tens, 1, 1)))
    return Exact(Period("decade", date(1900 + tens, 1, 1)))


def century(found: Found) -> Expression | None:
    """The n-th century, as its hundreds: the twentieth is 19XX."""
    index = integer(found, "index")
    if index is None or not 2 <= index <= 40:
        return None
    return Exact(Period("century", date((index - 1) * 100, 1, 1)))


def _ends(found: Found) -> tuple[tuple[int, int], tuple[int, int]]:
    """The spans of the two ends of a range; the second reaches to the end of the match."""
    first, last = found.chunk("first"), found.chunk("last") or found.chunk("day")
    if first is None or last is None:
        raise LookupError("a range has two ends")
    return (first.start, first.end), (last.start, found.chunks[-1].end)


def portion(found: Found) -> Expression | None:
    """The beginning, middle or end of a period."""
    return Portion(found.get("portion"), expression(found, "whole"))


def between(found: Found) -> Expression | None:
    """From one expression to another; a first one that lacks month or year takes them from the second."""
    return Between(expression(found, "first"), expression(found, "last"), _ends(found))


def day_range(found: Found) -> Expression | None:
    """4 إلى 22 سبتمبر, 3-5 March 2024: two days of one month."""

    first, last = integer(found, "first"), integer(found, "day")
    if first is None or last is None or not 1 <= first < last <= 31:
        return None
    ends = _ends(found)
    month = found.get("month")
    year = integer(found, "year")
    if month is None:
        whole = expression(found, "whole")
        return Between(DayIn(first, whole), DayIn(last, whole), ends)
    if year is not None:
        begin, end = exact_day(year, int(month), first), exact_day(year, int(month), last)
        return None if begin is None or end is None else Between(begin, end, ends)
    if exact_day(2024, int(month), last) is None:
        return None
    whole = optional(found, "whole")
    if whole is not None:
        return Between(MonthIn(int(month), whole, first), MonthIn(int(month), whole, last), ends)
    # both ends follow the second day, so that they stay in one month
    named = MonthOf(NearDay(int(month), last))
    return Between(DayIn(first, named), NearDay(int(month), last), ends)


def clock(found: Found) -> Clock | None:
    """8:30, الساعة 8, الثامنة والنصف."""
    hour = integer(found, "hour")
    if hour is None:
        return None
    minute = integer(found, "minute")
    second = integer(found, "second")
    if minute is not None and minute < 0:
        hour, minute = (hour - 1) % 24, 60 + minute
    return Clock.of(hour, minute, second)


def clock_during(found: Found) -> Clock | None:
    """A clock time with its part of the day."""
    return found.get("clock").during(found.get("part"))


def at(found: Found) -> Expression | None:
    """A clock time on a day."""
    return At(expression(found, "whole"), found.get("clock"))


def during(found: Found) -> Expression | None:
    """A part of a day."""
    return During(expression(found, "whole"), found.get("part"))


def hijri_date(found: Found) -> Expression | None:
    """A Hijri day, month or year with its Hijri year."""
    year = integer(found, "year")
    month = integer(found, "month")
    day = integer(found, "day")
    return None if year is None else hijri.span(year, month, day)


ONE_DAY = Amount.of("day", 1)
TONIGHT = During(TODAY, "TNI")


def clock_digits(found: Found) -> Clock | None:
    """8:30 and 8:30:15, written without spaces."""
    return clock(found) if found.joined else None


def two_names(found: Found) -> str | None:
    """آذار/مارس: two names of one month."""
    month, other = found.get("month"), found.get("other")
    return month if int(month) == int(other) else None


def counted_and_fraction(found: Found) -> Amount | None:
    """ثلاث سنوات ونصف."""
    base, fraction = counted(found), found.chunk("fraction")
    if base is None or fraction is None or fraction.prefix != "و":
        return None
    unit, count = base.parts[-1]
    return None if count is None else Amount(((unit, count + Fraction(fraction.value)),))


def dual_and_fraction(found: Found) -> Amount | None:
    """ساعتين ونصف."""
    fraction = found.chunk("fraction")
    if fraction is None or fraction.prefix != "و":
        return None
    return Amount.of(_unit(found), 2 + Fraction(fraction.value))


def counted_after(found: Found) -> Amount | None:
    """الأيام الثلاثة: the count follows and is definite like the unit."""
    count: Number = found.get("count")
    return counted(found) if count.definite and count.value <= 100 else None


def sum_of_amounts(found: Found) -> Amount | None:
    """شهر و21 يوما: amounts of different units that belong together."""
    parts = [found.get("amount"), found.get("more")]
    if found.get("most") is not None:
        parts.append(found.get("most"))
    units = [unit for part in parts for unit, _ in part.parts]
    if len(set(units)) < len(units):
        return None
    total = parts[0]
    for part in parts[1:]:
        total = total.plus(part)
    return total


def year(found: Found) -> Expression | None:
    """عام 1967."""
    number = found.get("year")
    value = integer(found, "year")
    if value is None or number.vague or (value < 100 and number.digits is None):
        return None
    return exact_year(value) if value >= 100 else None


def year_range(found: Found) -> Expression | None:
    """2014-2018, 2023/24."""
    first, last = integer(found, "first"), integer(found, "last")
    if first is None or last is None or (not found.joined and found.chunks[0].category == "year-number"):
        return None
    if 12 < last < 100 or (found.get("last").digits or "").startswith("0"):
        last += first // 100 * 100
    if not first < last <= min(first + 300, 9999):
        return None
    begin, end = exact_year(first), exact_year(last)
    return None if begin is None or end is None else Between(begin, end, _ends(found))


def part_of_today(found: Found) -> Expression | None:
    """هذا الصباح, this morning."""
    return During(TODAY, found.get("part"))


def night(found: Found) -> Expression | None:
    """Last night, the coming night."""
    return During(Relative("day", int(found.get("rel"))), "TNI")


def century_of_unit(found: Found) -> Expression | None:
    """القرن العشرين."""
    chunk = found.chunk("index")
    definite = chunk is not None and chunk.prefix.endswith("ال")
    return century(found) if found.get("unit") == "century" and definite else None


def near_month_of(direction: int) -> Build:
    """This month by its name."""
    return lambda found: NearMonth(int(found.get("month")), direction)


def near_season_of(direction: int) -> Build:
    """This season by its name."""
    return lambda found: NearSeason(int(found.get("season")), direction)


def last_of_month(found: Found) -> Expression | None:
    """آخر مارس: the last days of a month."""
    return Portion("END", NearMonth(int(found.get("month"))))


def joined_day_range(found: Found) -> Expression | None:
    """10 و11 أبريل: the second day carries the conjunction."""
    second = found.chunk("day")
    linked = any(chunk.category == "and" for chunk in found.chunks) or (second is not None and second.prefix == "و")
    return day_range(found) if linked else None


def joined_between(found: Found) -> Expression | None:
    """بين الأربعاء والجمعة."""
    last = found.chunk("last")
    linked = last is not None and (
        last.prefix.startswith("و") or any(chunk.category == "and" for chunk in found.chunks)
    )
    return between(found) if linked else None


def part_of_year(unit: str) -> Build:
    """A quarter or half of a year."""
    make = part_of(unit)

    def build(found: Found) -> Expression | None:
        return make(found)

    return build


def last_part_of(unit: str) -> Build:
    """The last week of a month or year."""
    return lambda found: PartIn(unit, -1, expression(found, "whole"))


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


def deictic_weekday(found: Found) -> Expression | None:
    """أمس الجمعة: the weekday decides, near the day that the other word points to."""
    day = found.get("day")
    if isinstance(day, Relative):
        return NearWeekday(found.get("weekday").weekday, day.count)
    return day if isinstance(day, Exact | NearDay) else None


def portion_of_month(found: Found) -> Expression | None:
    """مطلع مارس."""
    return Portion(found.get("portion"), NearMonth(int(found.get("month"))))


def portion_of_unit(found: Found) -> Expression | None:
    """نهاية العام: of the current one."""
    chunk = found.chunk("unit")
    if chunk is None or not chunk.prefix.endswith("ال"):
        return None
    return Portion(found.get("portion"), Relative(_unit(found), 0))


def part_of_unknown_day(found: Found) -> Expression | None:
    """في وقت متأخر من الليل: of the day reported on."""
    return During(TODAY, found.get("part"))


def at_during(found: Found) -> Expression | None:
    """A clock time in a named part of a day."""
    during_day = found.get("during")
    made = _clock_or_ordinal(found, "clock")
    if not isinstance(during_day, During) or made is None:
        return None
    return At(during_day.day, made.during(during_day.part))


def every(found: Found) -> str | None:
    """كل يوم: a set, as its period."""
    return Amount.of(_unit(found), 1).timex


def every_amount(found: Found) -> str | None:
    """كل عامين."""
    return str(found.get("amount").timex)


def every_weekday(found: Found) -> str | None:
    """كل جمعة."""
    value = found.get("weekday")
    index = value.weekday if isinstance(value, Weekday) else int(value)
    return f"XXXX-WXX-{index + 1}"


def clock_half_day(found: Found) -> Clock | None:
    """10 a.m., 5pm."""
    hour = integer(found, "hour")
    made = None if hour is None or not 1 <= hour <= 12 else Clock.of(hour)
    return None if made is None else _half_day(made, found)


def clock_half_day_after(found: Found) -> Clock | None:
    """8:30 a.m."""
    made: Clock = found.get("clock")
    return _half_day(made, found) if 1 <= made.hour <= 12 else made


def _half_day(made: Clock, found: Found) -> Clock:
    chunk = found.chunk("part")
    afternoon = chunk is not None and chunk.category == "pm"
    return Clock(made.hour % 12 + (12 if afternoon else 0), made.minute, made.second, "TAF" if afternoon else "TMO")


def decade_digits(found: Found) -> Expression | None:
    """The 1990s, the '90s."""
    value = integer(found, "year")
    if value is None or value % 10 or not found.joined:
        return None
    if value < 100:
        value += 1900 if value > 20 else 2000
    return Exact(Period("decade", date(value, 1, 1))) if 1000 <= value <= 2190 else None


def past_unit(found: Found) -> Lasting:
    """The past year: a stretch, not the calendar year."""
    length = Amount.of(_unit(found), 1)
    return Lasting(length, Stretch(length, PAST))


def vague_recent(found: Found) -> Lasting | None:
    """Recent weeks, coming months."""
    rel = int(found.get("rel"))
    length: Amount = found.get("amount")
    return Lasting(length, Stretch(length, rel), "PAST_REF" if rel < 0 else "FUTURE_REF")


def year_of(found: Found) -> Expression | None:
    """Fiscal 1989: taken as the calendar year of that number."""
    value = integer(found, "year")
    return None if value is None else exact_year(value)


def part_of_previous(found: Found) -> Expression | None:
    """That night."""
    return During(Repeated("day", 0), found.get("part"))


def century_of_unit_en(found: Found) -> Expression | None:
    """The 20th century."""
    return century(found) if found.get("unit") == "century" else None


def near_quarter(found: Found) -> Expression | None:
    """The third quarter: the latest that has begun."""
    index = integer(found, "index")
    return None if index is None or not 1 <= index <= 4 else NearPart("quarter", 3 * index - 2)


def near_half(found: Found) -> Expression | None:
    """The first half: the latest that has begun."""
    index = integer(found, "index")
    return None if index is None or not 1 <= index <= 2 else NearPart("half", 6 * index - 5)


def keep_exact(found: Found) -> Expression | None:
    """A full date with its weekday behind it."""
    whole: Expression = expression(found, "whole")
    return whole if isinstance(whole, Exact | NearDay) else None


def portion_of_long(found: Found) -> Expression | None:
    """Mid-March, late 1989."""
    whole = expression(found, "whole")
    if isinstance(whole, str):
        return Portion(found.get("portion"), NearMonth(int(whole)))
    return Portion(found.get("portion"), whole)


def portion_of_unit_en(found: Found) -> Expression | None:
    """The end of the year: of the current one."""
    chunk = found.chunk("unit")
    if chunk is None:
        return None
    unit = "quarter" if chunk.category == "quarter-word" else chunk.value
    return Portion(found.get("portion"), Relative(unit, 0))


def distant_context(direction: int) -> Build:
    """A year earlier, three days later: from the reference where the text gives no other point."""
    return lambda found: Distant(found.get("amount"), direction, "context")


def _clock_or_ordinal(found: Found, label: str) -> Clock | None:
    """الساعة الثامنة, or only الثامنة where a clock time is expected."""
    value = found.get(label)
    if isinstance(value, Clock):
        return value
    chunk, hour = found.chunk(label), integer(found, label)
    definite = chunk is not None and (chunk.prefix.endswith("ال") or chunk.category == "day-number")
    return Clock.of(hour) if definite and hour is not None and 1 <= hour <= 12 else None


def clock_in_part(found: Found) -> Clock | None:
    """8 مساء, 8:30 صباحا."""
    hour, part = integer(found, "hour"), found.chunk("part")
    if hour is None or part is None or part.prefix or not (1 <= hour <= 12 or found.get("minute") is not None):
        return None
    made = clock(found)
    return None if made is None else made.during(str(part.value))


def unit_and_one(found: Found) -> Amount | None:
    """عام واحد."""
    return Amount.of(_unit(found), 1) if integer(found, "one") == 1 else None


def unit_and_clock_fraction(found: Found) -> Amount | None:
    """ساعة ونصف, ثلاث سنوات ونصف."""
    minutes = int(found.get("minutes"))
    chunk, fraction = found.chunk("unit"), found.chunk("minutes")
    if minutes < 0 or chunk is None or fraction is None:
        return None
    base = 2 if chunk.category == "unit-two" else 1
    if found.get("count") is not None:
        whole = integer(found, "count")
        if whole is None:
            return None
        base = whole
    return Amount.of(_unit(found), base + Fraction(minutes, 60))


def seconds(found: Found) -> Amount | None:
    """30 ثانية."""
    count: Number = found.get("count")
    return None if count.vague else Amount.of("second", count.value)


def amount_and_unit(found: Found) -> Amount | None:
    """شهر و21 يوما: a bare unit counts one."""
    total: Amount = found.get("amount")
    if found.get("more") is not None:
        total = total.plus(found.get("more"))
    linked = any(chunk.category in ("and", "comma") or chunk.prefix == "و" for chunk in found.chunks[1:])
    units = [unit for unit, _ in total.parts]
    chunk = found.chunk("unit")
    if not linked or _unit(found) in units or chunk is None or chunk.prefix not in ("", "و") or len(set(units)) < len(units):
        return None
    return total.plus(Amount.of(_unit(found), 1))


def two_years(found: Found) -> Expression | None:
    """عامي 2014 و2018."""
    first, last = expression(found, "first"), expression(found, "last")
    if not isinstance(first, Exact) or not isinstance(last, Exact) or first.period.start >= last.period.start:
        return None
    return Between(first, last, _ends(found))


def near_numbered_day(found: Found) -> Expression | None:
    """يوم 27: a day without its month."""
    day, chunk = integer(found, "day"), found.chunk("day")
    if day is None or not 1 <= day <= 31 or chunk is None:
        return None
    if chunk.category in ("ordinal", "second-word") and (day < 13 or not chunk.prefix.endswith("ال")):
        return None
    return NumberedDay(day)


def numeric_day_month(found: Found) -> Expression | None:
    """في 7/10: a day and a month; the first is the day unless it can only be the month's number."""
    if found.chunks[-3].end != found.chunks[-2].start or found.chunks[-2].end != found.chunks[-1].start:
        return None
    day, month = integer(found, "a") or 0, integer(found, "b") or 0
    if month > 12 >= day:
        day, month = month, day
    return NearDay(month, day) if 1 <= month <= 12 else None


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


def weekdays_in(found: Found) -> Expression | None:
    """الأسبوع المقبل بين الأربعاء والجمعة."""
    first, last, whole = expression(found, "first"), expression(found, "last"), expression(found, "whole")
    if not isinstance(first, Weekday) or not isinstance(last, Weekday):
        return None
    return Between(WeekdayIn(first.weekday, whole), WeekdayIn(last.weekday, whole))


def clock_range(found: Found) -> tuple[Clock, Clock] | None:
    """من الساعة 3 إلى 4 مساء: a first time without its part of the day takes the second's."""
    first, last = _clock_or_ordinal(found, "first"), _clock_or_ordinal(found, "last")
    if first is None or last is None:
        return None
    if first.part is None and last.part is not None and first.hour < last.hour % 12 and first.minute is None:
        first = first.during(last.part)
    return first, last


def joined_clock_range(found: Found) -> tuple[Clock, Clock] | None:
    """بين 1 مساء و4 مساء."""
    last = found.chunk("last")
    linked = any(chunk.category == "and" for chunk in found.chunks) or (last is not None and last.prefix == "و")
    return clock_range(found) if linked else None


def at_range(found: Found) -> Expression | None:
    """Between two times of one day."""
    first, last = found.get("range")
    whole = expression(found, "whole")
    if isinstance(whole, During):
        first, last, whole = first.during(whole.part), last.during(whole.part), whole.day
    return Between(At(whole, first), At(whole, last))


def at_two(found: Found) -> Expression | None:
    """From a time of one day to a time of another."""
    return Between(At(expression(found, "whole"), found.get("first")), At(expression(found, "other"), found.get("last")))


def at_ordinal(found: Found) -> Expression | None:
    """الجمعة في السابعة."""
    made = _clock_or_ordinal(found, "clock")
    return None if made is None else At(expression(found, "whole"), made)


def long(found: Found) -> Amount:
    """Day-long, decades-long."""
    chunk = found.chunk("unit")
    return Amount.of(_unit(found), None if chunk is not None and chunk.category == "units" else 1)


def holiday(found: Found) -> Expression | None:
    """A holiday on a fixed day."""
    month, day = (int(part) for part in found.get("day").split("-"))
    rel = found.get("rel")
    return NearDay(month, day, None if rel is None else int(rel))


def holiday_weekday(found: Found) -> Expression | None:
    """A holiday on the n-th weekday of a month."""
    month, weekday_index, index = (int(part) for part in found.get("day").split("-", 2))
    return WeekdayIn(weekday_index, NearMonth(month), index)


def one_before(found: Found) -> Expression | None:
    """A year ago: in a report on a quarter, the same quarter of the year before."""
    length: Amount = found.get("amount")
    return YEAR_EARLIER if length.unit == "year" else Distant(length, PAST)


def next_part(found: Found) -> Expression | None:
    """The next morning, the previous night."""
    return During(Repeated("day", int(found.get("rel"))), found.get("part"))


def padded_day_month(found: Found) -> Expression | None:
    """22/04: two numbers that can only be a day and a month; 24/7 means always."""
    first, second = found.get("a").digits or "", found.get("b").digits or ""
    padded = first.startswith("0") or second.startswith("0") or int(first or 0) > 12 or int(second or 0) > 12
    if not padded or (first, second) == ("24", "7"):
        return None
    return numeric_day_month(found)


def weekday_of_month(found: Found) -> Expression | None:
    """الأحد الثاني: of the current month."""
    index = integer(found, "index")
    if index is None or not 1 <= index <= 5:
        return None
    return WeekdayIn(found.get("weekday").weekday, Relative("month", 0), index)


def portion_of_season(found: Found) -> Expression | None:
    """منتصف الصيف."""
    return Portion(found.get("portion"), NearSeason(int(found.get("season"))))


def day_to(found: Found) -> Expression | None:
    """للثاني والعشرين: an ordinal behind the preposition لـ."""
    chunk = found.chunk("day")
    return near_numbered_day(found) if chunk is not None and chunk.prefix == "لال" else None


def at_numbered(found: Found) -> Expression | None:
    """الخامس في 4 صباحا."""
    day, chunk = integer(found, "day"), found.chunk("day")
    definite = chunk is not None and chunk.prefix.endswith("ال")
    return At(NumberedDay(day), found.get("clock")) if definite and day is not None and day <= 31 else None


def minutes_from(found: Found) -> Clock | None:
    """عشرين دقيقة بعد الخامسة."""
    made, length = _clock_or_ordinal(found, "clock"), found.get("amount")
    if made is None or length.unit != "minute" or len(length.parts) != 1 or length.seconds is None:
        return None
    minutes = int(length.seconds) // 60 * (-1 if found.chunks[1].category == "before" else 1) + (made.minute or 0)
    hour, minute = divmod(made.hour * 60 + minutes, 60)
    return Clock.of(hour % 24, minute)
