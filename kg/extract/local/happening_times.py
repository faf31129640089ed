"""When an event happened, where the nearest time is another's: that of saying, or the day in the dateline.

In "the ministry said on Thursday that 40 had been killed" Thursday is when the ministry spoke. A time that stands
outside the words of a claim says nothing of what is told in them, and one farther off is more likely another event's:
such an event is left without a time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft, EventDraft, Range
from kg.extract.local.participants import tellers
from kg.temporal import TimeValue, to_schema
from schemas import Time

_BESIDE = 16
"""How many times are looked at on each side of a trigger."""
_DATELINE = 60
"""How many code points into its paragraph the day of a dateline may begin."""
_AFTER_DATELINE = re.compile(r"[ )]{0,3}[-–—] ")


def with_times_of_happening(
    document: Document, events: Sequence[EventDraft], claims: Sequence[ClaimDraft]
) -> tuple[EventDraft, ...]:
    """``events``, those told in a claim without times from outside its words, and none with the day of a dateline."""
    told = tellers(events, claims)
    times = _Times(document)
    return tuple(replace(event, time=times.of(event, told.get(event.id, []))) for event in events)


class _Times:
    """The times of an article, for telling whose they are."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [value.span[0] for value in document.times]

    def of(self, event: EventDraft, claims: Sequence[ClaimDraft]) -> Time | None:
        """The event's time where it is its own."""
        if event.time is None:
            return None
        trigger = event.trigger
        beside = self._beside(trigger)
        nearest = min(beside, key=lambda value: _distance(value, trigger), default=None)
        if nearest is None or to_schema(nearest) != event.time:
            return event.time
        return event.time if self._may_date(nearest, min(claims, key=_length, default=None)) else None

    def _beside(self, trigger: Range) -> list[TimeValue]:
        """The dated expressions of the trigger's sentence, the nearest ones on each side."""
        first, last = (bisect_left(self._starts, end) for end in self._document.sentence_at(trigger[0]))
        at = bisect_left(self._starts, trigger[0])
        values = self._document.times[max(first, at - _BESIDE) : min(last, at + _BESIDE)]
        return [value for value in values if value.start is not None or value.end is not None]

    def _may_date(self, value: TimeValue, told: ClaimDraft | None) -> bool:
        if told is not None:
            return any(start <= value.span[0] and value.span[1] <= end for start, end in told.content)
        return not self._is_dateline(value)

    def _is_dateline(self, value: TimeValue) -> bool:
        """«درنة، الأحد 17 أيلول - »: at the head of a paragraph, behind a place and a comma and before a dash."""
        text, (start, end) = self._document.text, value.span
        head = text[max(0, start - _DATELINE) : start]
        if "\n" not in head and start > _DATELINE:
            return False
        place = head.rpartition("\n")[2].rstrip()
        return place.endswith((",", "،", "(")) and _AFTER_DATELINE.match(text, end) is not None


def _distance(value: TimeValue, trigger: Range) -> tuple[int, int]:
    """Nearest first; a time before the trigger counts as twice as far as one behind it."""
    start, end = value.span
    return (start - trigger[1], start) if start >= trigger[1] else (2 * max(0, trigger[0] - end), start)


def _length(claim: ClaimDraft) -> int:
    return sum(end - start for start, end in claim.content)
