"""Claims: who says what, through whom. One grammar a language, and one account of which claim conveys which."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.local.claims.arabic import find_arabic_claims
from kg.extract.local.claims.chains import chained
from kg.extract.local.claims.english import find_english_claims
from kg.extract.local.claims.tagged import with_tagged_claims
from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft, EntityDraft

__all__ = ["find_claims"]


def find_claims(document: Document, entities: tuple[EntityDraft, ...]) -> tuple[ClaimDraft, ...]:
    """All claims of the article in the order of their cues, with ``via`` set; ids are ``c1``, ``c2`` …"""
    find = find_arabic_claims if document.language == "ar" else find_english_claims
    claims = with_tagged_claims(document, entities, find(document, entities))
    claims = chained(document, entities, claims)
    claims.sort(key=_place)
    names = {claim.id: f"c{number}" for number, claim in enumerate(claims, start=1)}
    return tuple(replace(claim, id=names[claim.id], via=names[claim.via] if claim.via else None) for claim in claims)


def _place(claim: ClaimDraft) -> tuple[int, int, str]:
    return (claim.cue or claim.source or claim.content[0])[0], claim.content[0][0], claim.id
