"""Documents and statements that a medium published, obtained or saw: what they say is conveyed by that medium."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files

from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft, EntityDraft, Range
from kg.text import Token, fold
from schemas import EntityType, SpeechAct

_REACH = 5
_CONFIDENCE = 0.6


@cache
def publication_words(name: str) -> frozenset[str]:
    """The folded words of one class of ``data/publication.tsv``: "report" or "obtain"."""
    table = files("kg.extract.local.claims") / "data" / "publication.tsv"
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return frozenset(fold(word) for kind, words in rows if kind == name for word in words.split("|"))


def published(document: Document, entities: tuple[EntityDraft, ...], claims: list[ClaimDraft]) -> list[ClaimDraft]:
    """``claims`` with those from a medium's document linked to a claim of that medium.

    Where the medium says nothing else before, the claim that it conveys is added.
    """
    outlets = {
        mention.start: (mention.end, entity.id)
        for entity in entities
        if entity.type is EntityType.OUTLET
        for mention in entity.mentions
    }
    if not outlets:
        return claims
    out: list[ClaimDraft] = []
    speaking: tuple[str | None, str] | None = None
    for claim in claims:
        found = None if claim.via or claim.cue is None else _publisher(document, claim, outlets)
        if found is not None and found[2] != claim.source_entity:
            cue, source, outlet = found
            conveying = _earlier(out, outlet)
            if conveying is None:
                conveying = _conveying(document, claim, cue, source, outlet)
                out.append(conveying)
            speaking = claim.source_text, conveying.id
            out.append(replace(claim, via=conveying.id))
        elif speaking is not None and _goes_on(claim, speaking[0]):
            out.append(replace(claim, via=speaking[1]))
        else:
            speaking = speaking if claim.via else None
            out.append(claim)
    return out


def _goes_on(claim: ClaimDraft, speaker: str | None) -> bool:
    """Who goes on speaking without being named again goes on in the same document."""
    return claim.via is None and claim.source is None and claim.source_text is not None and claim.source_text == speaker


def _publisher(
    document: Document, claim: ClaimDraft, outlets: dict[int, tuple[int, str]]
) -> tuple[Range, Range, str] | None:
    """The verb of publishing before the claim's cue in its sentence, and the medium that is its subject."""
    cue, obtaining = claim.cue or claim.content[0], publication_words("obtain")
    tokens = document.tokens_in(document.sentence_at(cue[0])[0], cue[0])
    for at, token in enumerate(tokens):
        if token.norm not in obtaining:
            continue
        for following in tokens[at + 1 : at + 1 + _REACH]:
            start = following.start if following.start in outlets else _after_mark(following, outlets)
            if start is not None:
                end, outlet = outlets[start]
                return (token.start + _glued(token), token.end), (start, end), outlet
    return None


def _after_mark(token: Token, outlets: dict[int, tuple[int, str]]) -> int | None:
    """A name may stand after a proclitic, inside its token."""
    return next((reading.start for reading in token.readings if reading.start in outlets), None)


def _glued(token: Token) -> int:
    return int(token.norm.startswith("و"))


def _earlier(claims: list[ClaimDraft], outlet: str) -> ClaimDraft | None:
    """The last claim that the medium makes in its own name."""
    return next((claim for claim in reversed(claims) if claim.source_entity == outlet and claim.via is None), None)


def _conveying(document: Document, claim: ClaimDraft, cue: Range, source: Range, outlet: str) -> ClaimDraft:
    start = min(span[0] for span in (claim.cue, claim.source, claim.content[0]) if span is not None)
    return replace(
        claim,
        id=f"{claim.id}p",
        source=source,
        source_entity=outlet,
        source_text=document.text[slice(*source)],
        cue=cue,
        content=((start, claim.content[-1][1]),),
        kind="mixed" if claim.kind == "direct" else claim.kind,
        speech_act=SpeechAct.REPORT,
        polarity="affirms",
        modality="asserted",
        anonymous=False,
        addressee=None,
        confidence=_CONFIDENCE,
        rule="published",
    )
