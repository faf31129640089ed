"""Times of day: clock times and parts of the day, alone or on a day that another expression names."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.temporal.expression import Expression, Reading, Reference

PARTS = {"TMO": 0, "TMI": 12, "TAF": 12, "TEV": 12, "TNI": 12}
"""TIMEX3's parts of the day and the hours to add to a twelve-hour clock in each."""

_NIGHT_ENDS = 5
"""الساعة 2 ليلا is two in the morning: before this hour the night belongs to the new day."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time on the clock; ``part`` is the part of the day that was named with it."""

    hour: int
    minute: int | None = None
    second: int | None = None
    part: str | None = None

    @classmethod
    def of(cls, hour: int, minute: int | None = None, second: int | None = None) -> Clock | None:
        """A clock time, or None where there is none such."""
        if not 0 <= hour <= 24 or not 0 <= (minute or 0) < 60 or not 0 <= (second or 0) < 60:
            return None
        return cls(hour % 24, minute, second)

    def during(self, part: str) -> Clock:
        """The same time where the text says morning or evening."""
        hour = self.hour
        if self.part is None and part in PARTS and 0 < hour <= 12:
            if PARTS[part]:
                late = part == "TNI" and (hour < _NIGHT_ENDS or hour == 12)
                hour = hour % 12 if late else hour % 12 + (0 if part == "TMI" and hour == 11 else 12)
            else:
                hour %= 12
        return replace(self, hour=hour, part=part)

    @property
    def timex(self) -> str:
        """What follows the date in a TIMEX3 value."""
        out = f"T{self.hour:02d}"
        if self.minute is not None:
            out += f":{self.minute:02d}"
        if self.second is not None:
            out += f":{self.second:02d}"
        return out


@dataclass(frozen=True, slots=True)
class At:
    """A clock time on a day."""

    day: Expression
    clock: Clock

    @property
    def basis(self) -> str:
        return self.day.basis

    def read(self, reference: Reference) -> Reading | None:
        day = self.day.read(reference)
        if day is None or day.start != day.end:
            return day
        return replace(day, granularity="time", timex=day.start.isoformat() + self.clock.timex)


@dataclass(frozen=True, slots=True)
class During:
    """A part of a day: مساء الخميس, Friday night."""

    day: Expression
    part: str

    @property
    def basis(self) -> str:
        return self.day.basis

    def read(self, reference: Reference) -> Reading | None:
        day = self.day.read(reference)
        if day is None or day.start != day.end:
            return day
        return replace(day, granularity="part-of-day", timex=day.start.isoformat() + self.part)
