"""The main event of a text: of the events it tells, the one it is about.

News tells first what it is about, so the first events told come before the rest. Among them a demonstration, a
disaster or a sanction is what the others belong to (the clash at the demonstration, the dead of the quake, the attack
that the sanction answers) and comes first; then what sides do to or with one another, then everything else; among
equals the first told. Events only planned, possible or denied come last.
"""

from __future__ import annotations

from schemas import Event, EventType, Extraction, Realis

FIRST = 5
"""How many events, by the place of their triggers, count as told first."""

_OCCASIONS = frozenset({EventType.PROTEST, EventType.DISASTER, EventType.SANCTION})
_ACTS = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.MOBILIZE,
        EventType.RETREAT,
        EventType.AGREE,
        EventType.ACCUSE,
    }
)


def by_importance(extraction: Extraction) -> list[Event]:
    """The events of a text, the one that it is about first, by the rule above."""
    told = sorted(extraction.events, key=lambda event: (event.realis is not Realis.ACTUAL, event.trigger.start))
    return sorted(told[:FIRST], key=_rank) + sorted(told[FIRST:], key=_rank)


def main_event(extraction: Extraction) -> Event | None:
    """The event that the text is about; None where it tells none."""
    return next(iter(by_importance(extraction)), None)


def _rank(event: Event) -> tuple[bool, int, int, int]:
    order = 0 if event.type in _OCCASIONS else 1 if event.type in _ACTS else 2
    return event.realis is not Realis.ACTUAL, order, event.trigger.start, event.trigger.end
