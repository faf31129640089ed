"""Which entity a noun phrase is about."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.local.document import Document
from kg.extract.local.drafts import EntityDraft
from kg.gazetteer import word_classes
from schemas import EntityType


def _words(class_: str) -> frozenset[str]:
    return word_classes("phrases")[class_]


def head_entity(document: Document, entities: Sequence[EntityDraft], start: int, end: int) -> str | None:
    """The entity that the noun phrase ``start:end`` stands for, or None where its head is unnamed.

    A person's name beats the office before it (وزير الخارجية الأمريكي جون كيري → جون كيري). An organization is the head
    only where the phrase begins with it (وزارة الصحة التي تديرها حماس → the ministry); behind another noun, it is what
    that noun belongs to (متحدث باسم الوزارة → None).
    """
    found = sorted(
        (m.start, -m.end, e.id, e.type, m.kind)
        for e in entities
        for m in e.mentions
        if start <= m.start and m.end <= end
    )
    if not found:
        return None
    limit = _clause_end(document, start, end)
    for m_start, m_end, id_, type_, _ in found:
        if type_ is EntityType.PERSON and m_start < limit and not _is_governed(document, start, m_start, -m_end, end):
            return id_
    for m_start, m_end, id_, _, _ in found:
        if m_start < limit and _is_led(document, start, m_start) and not _is_modifier(document, -m_end, end):
            return id_
    return None


def _clause_end(document: Document, start: int, end: int) -> int:
    """Where a relative clause begins; names inside it are not the head."""
    for token in document.tokens_in(start, end):
        if token.norm in _words("relative") and token.start > start:
            return token.start
    return end


def _is_governed(document: Document, start: int, m_start: int, m_end: int, end: int) -> bool:
    """Whether a person's name belongs to another noun: a spokesman for X, مكتب X, X's office."""
    before = document.tokens_in(start, m_start)
    after = document.tokens_in(m_end, end)
    if after and after[0].norm in ("'s", "’s", "'"):
        return True
    if document.text[m_end : m_end + 2] in ("'s", "’s") and m_end + 2 < end:
        return True
    words = [token for token in before if token.is_word]
    if words and words[-1].norm in _words("governor"):
        return True
    if document.language == "ar" and words:
        own = next((t for t in document.tokens if t.start <= m_start < t.end), None)
        if own is not None and own.start < m_start and document.text[own.start : m_start].strip("وف") != "":
            return True
        return len(words) == 1 and words[0].norm in _words("possessed")
    return False


def _is_led(document: Document, start: int, m_start: int) -> bool:
    """Whether only an article, a describing type noun or quotation marks stand before the mention."""
    return all(not token.is_word or token.norm in _words("lead") for token in document.tokens_in(start, m_start)) and (
        not _clitic_before(document, m_start) or m_start <= start + 2
    )


def _clitic_before(document: Document, m_start: int) -> bool:
    token = document.token_at(m_start)
    return token is not None and token.start < m_start


def _is_modifier(document: Document, m_end: int, end: int) -> bool:
    """Whether an English name only modifies a noun after it: the Foreign Ministry |spokesman."""
    if document.language == "ar":
        return False
    if document.text[m_end : m_end + 2] in ("'s", "’s"):
        return True
    after = document.tokens_in(m_end, end)
    return (
        bool(after)
        and after[0].is_word
        and after[0].norm not in _words("governor") | _words("relative") | {"and", "or"}
    )
