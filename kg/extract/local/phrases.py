"""Which entity a noun phrase is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.local.document import Document
from kg.extract.local.drafts import EntityDraft
from kg.gazetteer import word_classes
from schemas import EntityType


def head_entity(document: Document, entities: Sequence[EntityDraft], start: int, end: int) -> str | None:
    """The entity that the noun phrase ``start:end`` stands for, or None where its head is unnamed.

    A person's name beats the office before it (وزير الخارجية الأمريكي جون كيري → جون كيري). An organization is the head
    only where the phrase begins with it (وزارة الصحة التي تديرها حماس → the ministry); behind another noun, it is what
    that noun belongs to (متحدث باسم الوزارة → None).
    """
    limit = _clause_end(document, start, end)
    found = [place for place in _mentions(_Same(entities), start, end) if place.start < limit]
    for place in found:
        if place.type is EntityType.PERSON and not _is_governed(document, start, place, end):
            return place.entity
    for place in found:
        led = _is_led(document, start, place.start) or _is_appended(document, place, end)
        if led and not _is_modifier(document, place.end, end):
            return place.entity
    return None


@dataclass(frozen=True, slots=True, order=True)
class _Place:
    """A mention by its place, the longer first where two begin together."""

    start: int
    shortness: int
    end: int
    entity: str
    type: EntityType


class _Same:
    """A key that is equal only for the very same entities, so that their index is built once for many questions."""

    def __init__(self, entities: Sequence[EntityDraft]) -> None:
        self.entities = entities

    def __hash__(self) -> int:
        return id(self.entities)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.entities is self.entities


@lru_cache(maxsize=4)
def _index(same: _Same) -> tuple[list[int], list[_Place]]:
    places = sorted(_Place(m.start, -m.end, m.end, e.id, e.type) for e in same.entities for m in e.mentions)
    return [place.start for place in places], places


def _mentions(same: _Same, start: int, end: int) -> list[_Place]:
    starts, places = _index(same)
    inside = places[bisect_left(starts, start) : bisect_left(starts, end)]
    return [place for place in inside if place.end <= end]


def _words(class_: str) -> frozenset[str]:
    return word_classes("phrases")[class_]


def _clause_end(document: Document, start: int, end: int) -> int:
    """Where a relative clause begins; names inside it are not the head."""
    relatives = _words("relative")
    inside = document.tokens_in(start, end)
    return next((token.start for token in inside if token.norm in relatives and token.start > start), end)


def _is_governed(document: Document, start: int, place: _Place, end: int) -> bool:
    """Whether a person's name belongs to another noun: a spokesman for X, مكتب X, X's office."""
    if _is_possessor(document, place.end) and place.end + 2 < end:
        return True
    words = [token for token in document.tokens_in(start, place.start) if token.is_word]
    if not words:
        return False
    if words[-1].norm in _words("governor"):
        return True
    if document.language != "ar":
        return False
    token = document.token_at(place.start)
    if token is not None and token.start < place.start:
        return document.text[token.start : place.start].strip("وف") != ""
    return len(words) == 1 and words[0].norm in _words("possessed")


def _is_led(document: Document, start: int, mention: int) -> bool:
    """Whether only an article, a describing type noun or quotation marks stand before the mention."""
    leads = _words("lead")
    before = document.tokens_in(start, mention)
    return all(not token.is_word or token.norm in leads or token.end > mention for token in before)


def _is_appended(document: Document, place: _Place, end: int) -> bool:
    """Whether an English name ends the phrase right after its owner or its kind: Iran's |Guardian Council."""
    before = document.token_at(place.start - 2) if document.language != "ar" and place.start > 1 else None
    if before is None or any(token.is_word for token in document.tokens_in(place.end, end)):
        return False
    heads = word_classes("heads_en")
    kinds = heads["anaphor:organization"] | heads["anaphor:outlet"]
    return before.norm.endswith("'s") or before.norm in kinds


def _is_possessor(document: Document, mention_end: int) -> bool:
    """Whether a possessive ending follows: Israel's, Thomas' sister."""
    following = document.text[mention_end : mention_end + 2]
    return following in ("'s", "’s") or (following in ("' ", "’ ") and document.text[mention_end - 1] == "s")


def _is_modifier(document: Document, mention_end: int, end: int) -> bool:
    """Whether an English name only modifies a noun after it: the Foreign Ministry |spokesman."""
    if document.language == "ar":
        return False
    if _is_possessor(document, mention_end):
        return True
    after = document.tokens_in(mention_end, end)
    ends = _words("governor") | _words("relative") | {"and", "or"}
    return bool(after) and after[0].is_word and after[0].norm not in ends
