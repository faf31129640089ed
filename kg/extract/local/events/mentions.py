"""Where an article's entities are mentioned, for looking up by offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.local.drafts import EntityDraft, Range
from kg.extract.local.events.nations import adjective_stem, country_stem
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
    """All mentions by start; of nested ones the longest stands for the others.

    ``figures`` and ``times`` are the spans of the article's figures and time expressions, by start.
    """

    def __init__(
        self, entities: Sequence[EntityDraft], figures: Sequence[Range] = (), times: Sequence[Range] = ()
    ) -> None:
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
        self._figures, self._times = _Spans(figures), _Spans(times)
        self._countries: dict[str, str] = {}
        for entity in entities:
            if entity.type == EntityType.PLACE:
                self._countries.setdefault(country_stem(entity.name), entity.id)

    def figure_at(self, offset: int) -> Range | None:
        """The figure with what it counts that covers ``offset``."""
        return self._figures.at(offset)

    def is_time(self, offset: int) -> bool:
        """Whether a time expression, and no name, covers ``offset``."""
        return self._times.at(offset) is not None and self.at(offset) is None

    def country_of(self, adjective: str, offset: int) -> Named | None:
        """Where the country of a folded adjective (الإسرائيلي, Israeli) is named, the last time before ``offset``."""
        entity = self._countries.get(adjective_stem(adjective))
        return self.last_of(entity, offset) if entity is not None else None

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


class _Spans:
    """Spans by start, of overlapping ones the first, for asking which covers an offset."""

    def __init__(self, spans: Sequence[Range]) -> None:
        self._spans: list[Range] = []
        for start, end in sorted(spans):
            if not self._spans or start >= self._spans[-1][1]:
                self._spans.append((start, end))

    def at(self, offset: int) -> Range | None:
        at = bisect_right(self._spans, offset, key=lambda span: span[0]) - 1
        return self._spans[at] if at >= 0 and offset < self._spans[at][1] else None
