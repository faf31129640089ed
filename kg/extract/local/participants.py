"""Who cannot be an event's agent: the one who tells of it, and those it is counted over.

"The ministry said that 40 people had been killed" makes neither the ministry nor the forty the killers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft, EventDraft, Range, RoleDraft, overlap
from schemas import EventType

_SUFFERED = {"deaths", "injured", "missing", "displaced", "arrested", "rescued", "casualties"}
_VIOLENT = {EventType.ASSAULT, EventType.HARM, EventType.DISASTER, EventType.COERCE}


def with_plausible_agents(
    document: Document, events: Sequence[EventDraft], claims: Sequence[ClaimDraft]
) -> tuple[EventDraft, ...]:
    """``events`` without tellers as agents, and with counted victims as patients."""
    victims = [value.span for value in document.quantities if value.measures in _SUFFERED]
    telling = tellers(events, claims)
    return tuple(replace(event, roles=_roles(event, telling.get(event.id, []), victims)) for event in events)


def tellers(events: Sequence[EventDraft], claims: Sequence[ClaimDraft]) -> dict[str, list[ClaimDraft]]:
    """The claims that each event is told in, by the event's id."""
    starts = [event.trigger[0] for event in events]
    out: dict[str, list[ClaimDraft]] = {}
    for claim in claims:
        for start, end in claim.content:
            for event in events[bisect_left(starts, start) : bisect_left(starts, end)]:
                out.setdefault(event.id, []).append(claim)
    return out


def _roles(event: EventDraft, tellers: Sequence[ClaimDraft], victims: Sequence[Range]) -> tuple[RoleDraft, ...]:
    roles: list[RoleDraft] = []
    for role in event.roles:
        span = (role.start, role.end)
        if role.role == "agent" and any(_tells(claim, role, span) for claim in tellers):
            continue
        if role.role == "agent" and event.type in _VIOLENT and _among(span, victims):
            role = replace(role, role="patient")
        if not any((kept.role, kept.start, kept.end) == (role.role, role.start, role.end) for kept in roles):
            roles.append(role)
    return tuple(roles)


def _tells(claim: ClaimDraft, role: RoleDraft, span: Range) -> bool:
    """Whether the participant is the claim's own source, outside what is said."""
    if any(start <= span[0] and span[1] <= end for start, end in claim.content):
        return False
    named = claim.source_entity is not None and role.entity == claim.source_entity
    return named or any(overlap(span, part) for part in (claim.source, claim.cue))


def _among(span: Range, spans: Sequence[Range]) -> bool:
    """Whether ``span`` begins in, or holds the beginning of, one of ``spans``, which come by start."""
    at = bisect_left(spans, (span[0], 0))
    return any(overlap(span, other) for other in spans[max(0, at - 1) : at + 1])
