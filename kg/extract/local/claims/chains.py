"""Which claim conveys which: a ministry's words inside an outlet's, an outlet's report inside another's.

Three rules. A claim that is made inside another's content is conveyed by it. And an article that retells another
medium's report conveys through that report all that it does not say in the medium's own name (decision 8 of the
annotation guide). And a medium that published or obtained a document conveys what it says.
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.local.claims.english_denials import DENIAL
from kg.extract.local.claims.publication import publication_words, published
from kg.extract.local.coreference import head_entity
from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft, EntityDraft, Range
from schemas import EntityType

_OPENING_SENTENCES = 3


def chained(document: Document, entities: tuple[EntityDraft, ...], claims: list[ClaimDraft]) -> list[ClaimDraft]:
    """``claims`` with ``via`` filled in where another claim conveys them; ids must be unique.

    A medium's own claim is added where it published or obtained what is said, and says nothing else before.
    """
    in_order = sorted(claims, key=lambda claim: (_anchor(claim), claim.id))
    return published(document, entities, _retold(document, entities, _nested(in_order)))


def _anchor(claim: ClaimDraft) -> int:
    """The place where a claim is made: its cue, or else its source."""
    return (claim.cue or claim.source or claim.content[0])[0]


def _nested(claims: list[ClaimDraft]) -> list[ClaimDraft]:
    """Sweep the text once, keeping a stack of the contents that are open."""
    speaking = [claim for claim in claims if claim.rule != DENIAL]  # a denial repeats what another conveys
    openings = sorted((start, -end, claim.id) for claim in speaking for start, end in claim.content)
    open_at: list[tuple[int, str]] = []
    at = 0
    parents: dict[str, str] = {}
    for claim in sorted(claims, key=lambda claim: (_anchor(claim), claim.id)):
        place = _anchor(claim)
        while at < len(openings) and openings[at][0] <= place:
            start, negative_end, name = openings[at]
            while open_at and open_at[-1][0] <= start:
                open_at.pop()
            open_at.append((-negative_end, name))
            at += 1
        while open_at and open_at[-1][0] <= place:
            open_at.pop()
        for end, name in reversed(open_at):
            if end > place and name != claim.id:
                parents[claim.id] = name
                break
    linked = [
        claim if claim.via or claim.id not in parents else replace(claim, via=parents[claim.id]) for claim in claims
    ]
    return _without_circles(linked)


def _without_circles(claims: list[ClaimDraft]) -> list[ClaimDraft]:
    """Each chain is followed once; a link that would lead back into its own chain is dropped."""
    via = {claim.id: claim.via for claim in claims}
    settled: set[str] = set()
    for claim in claims:
        path: list[str] = []
        at: str | None = claim.id
        while at is not None and at not in settled:
            settled.add(at)
            path.append(at)
            at = via.get(at)
        if at is not None and at in path:
            via[path[-1]] = None
    return [claim if claim.via == via[claim.id] else replace(claim, via=via[claim.id]) for claim in claims]


def _retold(document: Document, entities: tuple[EntityDraft, ...], claims: list[ClaimDraft]) -> list[ClaimDraft]:
    report = _retelling(document, entities, claims)
    if report is None:
        return claims
    own = _not_retold(document, entities, claims, report)
    return [
        replace(claim, via=report.id)
        if claim.via is None and claim.id not in own and _anchor(claim) > _anchor(report)
        else claim
        for claim in claims
    ]


def _not_retold(
    document: Document, entities: tuple[EntityDraft, ...], claims: list[ClaimDraft], report: ClaimDraft
) -> set[str]:
    """Claims that the retold medium makes itself, or that are made to another medium, with what their speakers add."""
    outlets = {entity.id for entity in entities if entity.type is EntityType.OUTLET}
    out: set[str] = set()
    speaker: str | None = None
    for claim in sorted(claims, key=lambda claim: (_anchor(claim), claim.id)):
        told = head_entity(document, entities, *claim.addressee) if claim.addressee else None
        elsewhere = told in outlets and told != report.source_entity
        if claim.source_entity == report.source_entity or elsewhere:
            out.add(claim.id)
            speaker = claim.source_text if elsewhere else None
        elif claim.source is None and claim.source_text is not None and claim.source_text == speaker:
            out.add(claim.id)
        else:
            speaker = None
    return out


def _retelling(document: Document, entities: tuple[EntityDraft, ...], claims: list[ClaimDraft]) -> ClaimDraft | None:
    """The claim by which the article takes over a medium's report, if it retells one.

    It does where a medium speaks in the opening sentences and speaks again, names its own report there, or is the
    address that the article ends with. A headline that begins with its name is not yet a second time.
    """
    outlets = {entity.id for entity in entities if entity.type is EntityType.OUTLET}
    opening = document.sentences[: _OPENING_SENTENCES + 1]
    limit = opening[-1][1] if opening else 0
    by_outlet: dict[str, list[ClaimDraft]] = {}
    for claim in sorted(claims, key=lambda claim: (_anchor(claim), claim.id)):
        if claim.source_entity in outlets and claim.via is None:
            by_outlet.setdefault(claim.source_entity, []).append(claim)
    for said in by_outlet.values():
        if _anchor(said[0]) >= limit:
            continue
        named = next((claim for claim in said if _names_report(document, claim)), None)
        if sum(claim.cue is not None for claim in said) > 1 or named is not None:
            return named or said[0]
    return None


def _names_report(document: Document, claim: ClaimDraft) -> bool:
    start, end = _before_content(claim)
    words = publication_words("report")
    return any(reading.word in words for token in document.tokens_in(start, end) for reading in token.readings)


def _before_content(claim: ClaimDraft) -> Range:
    start = _anchor(claim)
    return start, max(start, claim.content[0][0])
