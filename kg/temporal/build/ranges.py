"""From one day, year or hour to another."""

from __future__ import annotations

from datetime import date

from kg.temporal.build.clocks import clock_or_ordinal
from kg.temporal.build.parts import exact_day, exact_year, expression, integer, optional
from kg.temporal.clock import At, Clock, During
from kg.temporal.expression import Exact, Expression
from kg.temporal.nearest import NearDay, NearMonth, Weekday
from kg.temporal.period import Period
from kg.temporal.spread import Between
from kg.temporal.within import DayBeside, DayIn, MonthIn, MonthOf, WeekdayIn
from kg.text.cascade import Found


def _ends(found: Found) -> tuple[tuple[int, int], tuple[int, int]]:
    """The spans of the two ends of a range; the second reaches to the end of the match."""
    first, last = found.chunk("first"), found.chunk("last") or found.chunk("day")
    if first is None or last is None:
        raise LookupError("a range has two ends")
    return (first.start, first.end), (last.start, found.chunks[-1].end)


def between(found: Found) -> Expression | None:
    """From one expression to another; a first one that lacks month or year takes them from the second."""
    first, last = expression(found, "first"), expression(found, "last")
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        # the first of the two is the one before the second
        return Between(DayBeside(last, -((last.weekday - first.weekday) % 7)), last, _ends(found))
    return Between(_of_the_year_of(first, last), last, _ends(found))


def _of_the_year_of(first: Expression, last: Expression) -> Expression:
    """من يناير إلى مارس 2023: a first end without its year is the last such one before the second."""
    if not isinstance(last, Exact) or last.period.unit not in ("day", "month"):
        return first
    end = last.period.start
    if isinstance(first, NearMonth):
        return Exact(Period("month", date(end.year if first.month <= end.month else end.year - 1, first.month, 1)))
    if isinstance(first, NearDay):
        earlier = (first.month, first.day) <= (end.month, end.day)
        return exact_day(end.year if earlier else end.year - 1, first.month, first.day) or first
    return first


def two_weekdays(found: Found) -> Expression | None:
    """يومي الخميس والجمعة, الجمعة والسبت الماضيين: two days on end."""
    first, last, chunk = found.get("first"), found.get("last"), found.chunk("last")
    following = isinstance(first, Weekday) and isinstance(last, Weekday) and (last.weekday - first.weekday) % 7 == 1
    if not following or chunk is None or chunk.prefix != "و":
        return None
    return Between(DayBeside(last, -1), last, _ends(found))


def joined_between(found: Found) -> Expression | None:
    """بين الأربعاء والجمعة."""
    last = found.chunk("last")
    linked = last is not None and (
        last.prefix.startswith("و") or any(chunk.category == "and" for chunk in found.chunks)
    )
    return between(found) if linked else None


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
    in_year = optional(found, "whole")
    if in_year is not None:
        return Between(MonthIn(int(month), in_year, first), MonthIn(int(month), in_year, last), ends)
    # both ends follow the second day, so that they stay in one month
    named = MonthOf(NearDay(int(month), last))
    return Between(DayIn(first, named), NearDay(int(month), last), ends)


def joined_day_range(found: Found) -> Expression | None:
    """10 و11 أبريل: the second day carries the conjunction."""
    second = found.chunk("day")
    linked = any(chunk.category == "and" for chunk in found.chunks) or (second is not None and second.prefix == "و")
    return day_range(found) if linked else None


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


def fiscal_years(found: Found) -> Expression | None:
    """السنة المالية 2014 / 2015: from one year into the next; when it begins is the country's own affair."""
    first, last = integer(found, "first"), integer(found, "last")
    if first is None or last is None:
        return None
    last = last + first // 100 * 100 if last < 100 else last
    begin, end = exact_year(first), exact_year(last)
    return None if begin is None or end is None or last != first + 1 else Between(begin, end, _ends(found))


def two_years(found: Found) -> Expression | None:
    """عامي 2014 و2018."""
    first, last = expression(found, "first"), expression(found, "last")
    if not isinstance(first, Exact) or not isinstance(last, Exact) or first.period.start >= last.period.start:
        return None
    return Between(first, last, _ends(found))


def weekdays_in(found: Found) -> Expression | None:
    """الأسبوع المقبل بين الأربعاء والجمعة."""
    first, last, whole = expression(found, "first"), expression(found, "last"), expression(found, "whole")
    if not isinstance(first, Weekday) or not isinstance(last, Weekday):
        return None
    return Between(WeekdayIn(first.weekday, whole), WeekdayIn(last.weekday, whole))


def clock_range(found: Found) -> tuple[Clock, Clock] | None:
    """من الساعة 3 إلى 4 مساء: a first time without its part of the day takes the second's."""
    first, last = clock_or_ordinal(found, "first"), clock_or_ordinal(found, "last")
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
    return Between(
        At(expression(found, "whole"), found.get("first")), At(expression(found, "other"), found.get("last"))
    )
