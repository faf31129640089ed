"""The contract between extractors and everything that reads their work."""

from schemas.models import (
    Addressee,
    Article,
    Claim,
    Drop,
    Entity,
    Event,
    Extraction,
    ExtractorInfo,
    Location,
    Mention,
    Participant,
    Quantity,
    Source,
    Span,
    Time,
)
from schemas.values import EntityType, EventType, Realis, SpeechAct

__all__ = [
    "Addressee",
    "Article",
    "Claim",
    "Drop",
    "Entity",
    "EntityType",
    "Event",
    "EventType",
    "Extraction",
    "ExtractorInfo",
    "Location",
    "Mention",
    "Participant",
    "Quantity",
    "Realis",
    "Source",
    "Span",
    "SpeechAct",
    "Time",
]
