"""A publication date that only the text or the URL tells."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from kg.temporal import find_times

_HEAD = 300
"""Code points at the beginning in which a dateline is looked for."""

_LEAST_YEAR, _LAST_YEAR = 1990, 2100
_URL_DATE = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[/_-]([01]?[0-9])(?:[/_-]([0-3]?[0-9]))?(?![0-9])")


def date_in_text(text: str, language: str) -> str | None:
    """The first complete calendar date in the first lines of ``text``, as YYYY-MM-DD.

    Only a date with a day, a month and a year of its own counts; "Friday" tells nothing without an anchor.
    """
    head = text[:_HEAD]
    for value in find_times(head, language, None):
        if value.basis == "absolute" and value.granularity == "day" and value.start and value.start == value.end:
            return value.start.isoformat() if _LEAST_YEAR <= value.start.year <= _LAST_YEAR else None
    return None


def date_in_url(url: str) -> str | None:
    """The date in the path of a URL (/2023/10/21/ or /2023/10/), no finer than it stands there."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    for match in _URL_DATE.finditer(path):
        year, month, day = match.groups()
        try:
            date(int(year), int(month), int(day or 1))
        except ValueError:
            continue
        return f"{int(year):04}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return None
