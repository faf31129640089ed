"""Words that refer back: a lone surname, a definite type noun, a definite title."""

from __future__ import annotations

from kg.extract.local.document import Document


def stray_names(document: Document, clusters: list, taken: set[int]) -> None:
    pass


def nominal_mentions(document: Document, clusters: list, taken: set[int]) -> None:
    pass
