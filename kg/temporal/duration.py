"""The length of a TIMEX3 duration."""

from __future__ import annotations

import re

_DURATION = re.compile(r"P((?:[\d.]+[YQMWDCE])*)(?:T((?:[\d.]+[HMS])*))?")
_PART = re.compile(r"([\d.]+)([A-Z])")
_DATE = {"C": 36_500, "E": 3_650, "Y": 365, "Q": 90, "M": 30, "W": 7, "D": 1}
_TIME = {"H": 3600, "M": 60, "S": 1}
"""Days, with months of 30 and years of 365 days, and seconds."""


def duration_seconds(timex: str) -> float | None:
    """The seconds of a duration such as ``P3D`` or ``PT1H30M``; None for another value or an unknown count."""
    found = _DURATION.fullmatch(timex)
    if found is None:
        return None
    days = sum(float(count) * _DATE[unit] for count, unit in _PART.findall(found[1] or ""))
    return days * 86_400 + sum(float(count) * _TIME[unit] for count, unit in _PART.findall(found[2] or ""))
