"""What the grammars hand to one another: spans as offsets, identifiers local to the article.

The assembly turns drafts into the proposal's JSON shape. A span is ``(start, end)`` in code points.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas import EntityType, EventType, Quantity, Realis, SpeechAct, Time

Range = tuple[int, int]
"""Start and end of a span, end exclusive."""


def overlap(one: Range, other: Range | None) -> bool:
    """Whether two spans share a character; nothing overlaps with None."""
    return other is not None and max(one[0], other[0]) < min(one[1], other[1])


@dataclass(frozen=True, slots=True)
class MentionDraft:
    """A place that refers to an entity; ``kind`` is "named", "nominal" or "pronoun"."""

    start: int
    end: int
    kind: str = "named"


@dataclass(frozen=True, slots=True)
class EntityDraft:
    """An entity with all its mentions, by start."""

    id: str
    type: EntityType
    name: str
    mentions: tuple[MentionDraft, ...]
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """One attribution. ``via`` and ``about`` hold ids of other claims and of events.

    ``source`` is the phrase in the text, or None where none is spoken; then ``source_entity`` or ``source_text`` tell
    who is meant. All None is hearsay.
    """

    id: str
    source: Range | None
    source_entity: str | None
    source_text: str | None
    cue: Range | None
    content: tuple[Range, ...]
    kind: str
    speech_act: SpeechAct = SpeechAct.SAY
    polarity: str = "affirms"
    modality: str = "asserted"
    anonymous: bool = False
    via: str | None = None
    about: tuple[str, ...] = ()
    addressee: Range | None = None
    time: Time | None = None
    quantities: tuple[Quantity, ...] = ()
    evidence: Range = (0, 0)
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """Who takes part in an event: ``role`` is "agent", "patient", "recipient" or "instrument"."""

    role: str
    start: int
    end: int
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class EventDraft:
    """One happening, by the words that name it best."""

    id: str
    type: EventType
    trigger: Range
    realis: Realis = Realis.ACTUAL
    roles: tuple[RoleDraft, ...] = ()
    place: Range | None = None
    place_entity: str | None = None
    time: Time | None = None
    quantities: tuple[Quantity, ...] = field(default=())
    evidence: Range = (0, 0)
