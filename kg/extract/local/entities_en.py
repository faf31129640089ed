"""Candidates for names in an English text: gazetteer and capitals."""

from __future__ import annotations

from kg.extract.local.candidates import Candidate
from kg.extract.local.document import Document


def english_candidates(document: Document) -> list[Candidate]:
    """All possible names of ``document``; overlaps are not settled."""
    return []
