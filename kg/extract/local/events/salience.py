"""Which happenings an article is about, and which it only brushes."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft
from kg.extract.local.events.happenings import Happening
from kg.extract.local.events.mentions import Mentions

_LEAST = 3


def is_worth_telling(
    happening: Happening, document: Document, mentions: Mentions, claims: Sequence[ClaimDraft]
) -> bool:
    """Whether a happening belongs in the graph: the surer its word and the fuller its telling, the sooner."""
    candidate = happening.candidate
    weight = candidate.trigger.weight + bool(happening.roles)
    return weight >= _LEAST
