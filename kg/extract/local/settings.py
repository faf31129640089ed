"""When a claim was made, and which figures it gives.

A figure belongs to the innermost claim whose words hold it: in "the site said the ministry counts 4,000 dead" the
figure is the ministry's. A claim's time is the expression that stands nearest to its cue, outside what is said;
one behind since, until, before or after tells of something else.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft, Range, overlap
from kg.quantity import to_schema as quantity_to_schema
from kg.temporal import TimeValue
from kg.temporal import to_schema as time_to_schema
from schemas import Quantity, Time

_REACH = 80
"""Code points between a cue and the time of the saying, at most."""


def with_settings(document: Document, claims: Sequence[ClaimDraft]) -> tuple[ClaimDraft, ...]:
    """``claims`` with their times and figures."""
    figures = _figures(document, claims)
    starts = [value.span[0] for value in document.times]
    return tuple(
        replace(
            claim, time=claim.time or _time(document, claim, starts), quantities=claim.quantities or figures[claim.id]
        )
        for claim in claims
    )


def _figures(document: Document, claims: Sequence[ClaimDraft]) -> dict[str, tuple[Quantity, ...]]:
    starts = [value.span[0] for value in document.quantities]
    holders: dict[int, list[ClaimDraft]] = defaultdict(list)
    for claim in claims:
        for start, end in claim.content:
            for at in range(bisect_left(starts, start), bisect_left(starts, end)):
                if document.quantities[at].span[1] <= end:
                    holders[at].append(claim)
    found: dict[str, list[Quantity]] = defaultdict(list)
    for at in sorted(holders):
        least = min(_length(claim) for claim in holders[at])
        relayed = {claim.via for claim in holders[at]}
        for claim in holders[at]:
            if _length(claim) == least and claim.id not in relayed:
                found[claim.id].append(quantity_to_schema(document.quantities[at], document.text))
    return defaultdict(tuple, {claim: tuple(quantities) for claim, quantities in found.items()})


def _length(claim: ClaimDraft) -> int:
    return sum(end - start for start, end in claim.content)


def _time(document: Document, claim: ClaimDraft, starts: Sequence[int]) -> Time | None:
    if claim.cue is None:
        return None
    sentence = document.sentence_at(claim.cue[0])
    low, high = max(sentence[0], claim.cue[0] - _REACH), min(sentence[1], claim.cue[1] + _REACH)
    near = [
        value
        for value in document.times[bisect_left(starts, low) : bisect_left(starts, high)]
        if value.start
        and value.modifier is None
        and not any(overlap(value.span, part) for part in (*claim.content, claim.source))
    ]
    return time_to_schema(min(near, key=lambda value: _distance(value, claim.cue))) if near else None


def _distance(value: TimeValue, cue: Range | None) -> int:
    if cue is None:
        return 0
    return max(value.span[0] - cue[1], cue[0] - value.span[1])
