"""Clock times and parts of the day, alone and on a day."""

from __future__ import annotations

from kg.temporal.build.parts import TODAY, expression, integer
from kg.temporal.clock import At, Clock, During
from kg.temporal.expression import Expression, Relative, Repeated
from kg.temporal.nearest import NumberedDay
from kg.text.cascade import Found

TONIGHT = During(TODAY, "TNI")


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


def clock_digits(found: Found) -> Clock | None:
    """8:30 and 8:30:15, written without spaces."""
    return clock(found) if found.joined else None


def clock_during(found: Found) -> Clock | None:
    """A clock time with its part of the day."""
    made: Clock = found.get("clock")
    return made.during(found.get("part"))


def clock_in_part(found: Found) -> Clock | None:
    """8 مساء, 8:30 صباحا."""
    hour, part = integer(found, "hour"), found.chunk("part")
    spoken = found.chunk("hour")
    if hour is None or part is None or part.prefix or not (1 <= hour <= 12 or found.get("minute") is not None):
        return None
    if spoken is not None and spoken.category == "ordinal" and not spoken.prefix.endswith("ال"):
        return None
    made = clock(found)
    return None if made is None else made.during(str(part.value))


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


def clock_or_ordinal(found: Found, label: str) -> Clock | None:
    """الساعة الثامنة, or only الثامنة where a clock time is expected."""
    value = found.get(label)
    if isinstance(value, Clock):
        return value
    chunk, hour = found.chunk(label), integer(found, label)
    definite = chunk is not None and (chunk.prefix.endswith("ال") or chunk.category == "day-number")
    return Clock.of(hour) if definite and hour is not None and 1 <= hour <= 12 else None


def minutes_from(found: Found) -> Clock | None:
    """عشرين دقيقة بعد الخامسة."""
    made, length = clock_or_ordinal(found, "clock"), found.get("amount")
    if made is None or length.unit != "minute" or len(length.parts) != 1 or length.seconds is None:
        return None
    minutes = int(length.seconds) // 60 * (-1 if found.chunks[1].category == "before" else 1) + (made.minute or 0)
    hour, minute = divmod(made.hour * 60 + minutes, 60)
    return Clock.of(hour % 24, minute)


def at(found: Found) -> Expression | None:
    """A clock time on a day."""
    return At(expression(found, "whole"), found.get("clock"))


def at_during(found: Found) -> Expression | None:
    """A clock time in a named part of a day."""
    during_day = found.get("during")
    made = clock_or_ordinal(found, "clock")
    if not isinstance(during_day, During) or made is None:
        return None
    return At(during_day.day, made.during(during_day.part))


def at_ordinal(found: Found) -> Expression | None:
    """الجمعة في السابعة."""
    made = clock_or_ordinal(found, "clock")
    return None if made is None else At(expression(found, "whole"), made)


def at_numbered(found: Found) -> Expression | None:
    """الخامس في 4 صباحا."""
    day, chunk = integer(found, "day"), found.chunk("day")
    definite = chunk is not None and chunk.prefix.endswith("ال")
    return At(NumberedDay(day), found.get("clock")) if definite and day is not None and day <= 31 else None


def during(found: Found) -> Expression | None:
    """A part of a day."""
    return During(expression(found, "whole"), found.get("part"))


def part_of_today(found: Found) -> Expression | None:
    """هذا الصباح, this morning."""
    return During(TODAY, found.get("part"))


def part_of_unknown_day(found: Found) -> Expression | None:
    """في وقت متأخر من الليل: of the day reported on."""
    return During(TODAY, found.get("part"))


def part_of_previous(found: Found) -> Expression | None:
    """That night."""
    return During(Repeated("day", 0), found.get("part"))


def next_part(found: Found) -> Expression | None:
    """The next morning, the previous night."""
    return During(Repeated("day", int(found.get("rel"))), found.get("part"))


def night(found: Found) -> Expression | None:
    """Last night, the coming night."""
    return During(Relative("day", int(found.get("rel"))), "TNI")
