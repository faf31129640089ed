"""Entities of an article: names found by gazetteer and grammar, joined with what refers back to them."""

from __future__ import annotations

from kg.extract.local.candidates import Row, without_overlaps
from kg.extract.local.coreference import head_entity, join
from kg.extract.local.document import Document
from kg.extract.local.drafts import EntityDraft
from kg.extract.local.entities_ar import arabic_candidates
from kg.extract.local.entities_en import english_candidates

__all__ = ["find_entities", "head_entity"]


def find_entities(document: Document) -> tuple[EntityDraft, ...]:
    """All entities of ``document`` by first mention, with ids ``e1``, ``e2`` … and mentions by start.

    Named mentions follow the annotation practice: no titles, no clitics, no quotation marks. Mentions of kind
    "nominal" are the nouns that refer back (الوزارة, the ministry).
    """
    row = Row.of(document)
    candidates = arabic_candidates(document, row) if document.language == "ar" else english_candidates(document, row)
    return join(document, row, without_overlaps(candidates))
