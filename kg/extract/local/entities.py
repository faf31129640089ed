"""Entities of an article: names found by gazetteer, grammar and encoder, joined with what refers back to them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from kg.extract.local.candidates import Candidate, Row, without_overlaps
from kg.extract.local.coreference import head_entity, join
from kg.extract.local.document import Document
from kg.extract.local.drafts import EntityDraft
from kg.extract.local.entities_ar import arabic_candidates
from kg.extract.local.entities_en import english_candidates
from kg.extract.local.tagged_names import with_tagged_names

__all__ = ["find_entities", "head_entity"]

_ADDRESS_MARKS = ("://", "www.", "@")
_LONGEST_ADDRESS = 100


class FindsNames(Protocol):
    """Somebody's own names."""

    def candidates(self, document: Document, row: Row) -> Iterable[Candidate]:
        """Where they stand in a document."""
        ...


def find_entities(document: Document, own: FindsNames | None = None) -> tuple[EntityDraft, ...]:
    """All entities of ``document`` by first mention, with ids ``e1``, ``e2`` … and mentions by start.

    Named mentions follow the annotation practice: no titles, no clitics, no quotation marks. Mentions of kind
    "nominal" are the nouns that refer back (الوزارة, the ministry). ``own`` are the user's names, which win.
    """
    row = Row.of(document)
    candidates = arabic_candidates(document, row) if document.language == "ar" else english_candidates(document, row)
    if own is not None:
        candidates.extend(own.candidates(document, row))
    named = with_tagged_names(document, row, without_overlaps(_outside_addresses(document, candidates)))
    return join(document, row, _outside_addresses(document, named))


def _outside_addresses(document: Document, candidates: Iterable[Candidate]) -> list[Candidate]:
    return [one for one in candidates if not _in_address(document.text, one.start, one.end)]


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether a stretch is part of a web or mail address, or of a handle."""
    left = text[max(0, start - _LONGEST_ADDRESS) : start].split()
    right = text[end : end + _LONGEST_ADDRESS].split()
    host = left[-1] if left and not text[start - 1].isspace() else ""
    rest = right[0] if right and not text[end].isspace() else ""
    if any(mark in part for mark in _ADDRESS_MARKS for part in (host, rest)):
        return True
    ends_host = rest[:1] == "." and rest[1:2].islower() and rest[:2].isascii()
    return ends_host or (host[-1:] == "." and text[start].islower())
