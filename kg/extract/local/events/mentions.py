"""Where an article's entities are mentioned, for looking up by offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.local.drafts import EntityDraft
from schemas import EntityType


@dataclass(frozen=True, slots=True)
class Named:
    """One mention with its entity's id and type; offsets are code points."""

    start: int
    end: int
    entity: str
    type: EntityType
    kind: str


class Mentions:
    """All mentions by start; of nested ones the longest stands for the others."""

    def __init__(self, entities: Sequence[EntityDraft]) -> None:
        found = sorted(
            (
                Named(mention.start, mention.end, entity.id, entity.type, mention.kind)
                for entity in entities
                for mention in entity.mentions
            ),
            key=lambda named: (named.start, -named.end, named.entity),
        )
        outer: list[Named] = []
        for named in found:
            if not outer or named.start >= outer[-1].end:
                outer.append(named)
        self._all = tuple(outer)
        self._by_entity: dict[str, list[Named]] = {}
        for named in outer:
            self._by_entity.setdefault(named.entity, []).append(named)
        self._starts = [named.start for named in outer]

    def at(self, offset: int) -> Named | None:
        """The mention that covers ``offset``."""
        index = bisect_right(self._starts, offset) - 1
        return self._all[index] if index >= 0 and offset < self._all[index].end else None

    def last_of(self, entity: str, offset: int) -> Named | None:
        """The last mention of ``entity`` before ``offset``, or else its first."""
        own = self._by_entity.get(entity, [])
        at = bisect_right(own, offset, key=lambda named: named.start) - 1
        return own[max(0, at)] if own else None

    def within(self, start: int, end: int) -> tuple[Named, ...]:
        """The mentions that begin in ``start:end``."""
        return self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
