"""What the package gives: time expressions of a text with the interval they stand for."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

import schemas
from kg.errors import KgError

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class AnchorError(KgError):
    """A date of publication that is not a day, month or year."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The closed interval in which an article was published."""

    start: date
    end: date

    @classmethod
    def parse(cls, published: str | None) -> Anchor | None:
        """An anchor from ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; None from None.

        Raises:
            AnchorError: ``published`` has another form or is not in the calendar.
        """
        if published is None:
            return None
        found = _DAY.fullmatch(published)
        try:
            if found is None:
                raise ValueError(published)
            year, month, day = (None if part is None else int(part) for part in found.groups())
            first = date(year or 0, month or 1, day or 1)
            last = first if day else date(first.year, month or 12, monthrange(first.year, month or 12)[1])
        except ValueError:
            raise AnchorError(
                f"the publication date {published!r} is no day of the calendar: write YYYY-MM-DD, YYYY-MM or YYYY"
            ) from None
        return cls(first, last)


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A time expression: its ``span`` in code points of the article, and the closed interval it stands for.

    ``start`` and ``end`` are None where the interval cannot be known. ``value`` is TIMEX3's (TimeML 1.2.1), ``edtf``
    the interval in ISO 8601-2. ``modifier`` is ``since``, ``until``, ``before`` or ``after`` where a word beside the
    expression opens the interval on one side; what is so ``until`` or by then has no ``start``. ``parts`` holds the
    two ends of a range as values of their own.
    """

    span: tuple[int, int]
    text: str
    start: date | None
    end: date | None
    granularity: str
    basis: str
    kind: str
    edtf: str | None = None
    value: str | None = None
    modifier: str | None = None
    parts: tuple[TimeValue, ...] = ()


def to_schema(value: TimeValue) -> schemas.Time:
    """The value as the contract's ``Time``: ISO days, both included."""
    return schemas.Time(
        start=None if value.start is None else value.start.isoformat(),
        end=None if value.end is None else value.end.isoformat(),
        text=value.text,
        basis=value.basis,
        granularity=value.granularity,
    )
