"""A link between two things of different articles: what it says, how sure it is, by which method, what was compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EntityKind = Literal["exact", "close"]
ClaimKind = Literal["corroborates", "contradicts", "updates", "relays"]


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """``left`` stands in the relation ``kind`` to ``right``; both are IRIs.

    ``exact``, ``close``, ``corroborates`` and ``contradicts`` hold both ways, and ``left`` is the smaller IRI. What
    ``updates`` or ``relays`` is ``left``, what was said before is ``right``. ``left_words`` and ``right_words`` are the
    words or figures that were compared, as the articles write them.
    """

    kind: EntityKind | ClaimKind
    left: str
    right: str
    confidence: float
    method: str
    reason: str
    left_words: str
    right_words: str


SYMMETRIC = frozenset({"exact", "close", "corroborates", "contradicts"})


def in_order(link: Link) -> Link:
    """The same link with the smaller IRI first where the order says nothing."""
    if link.kind not in SYMMETRIC or link.left <= link.right:
        return link
    return Link(
        link.kind,
        link.right,
        link.left,
        link.confidence,
        link.method,
        link.reason,
        link.right_words,
        link.left_words,
    )
