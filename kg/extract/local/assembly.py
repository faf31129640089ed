"""The extractors that come with the package: entities, claims and events of one article, assembled into a proposal."""

from __future__ import annotations

import warnings
from bisect import bisect_left
from collections.abc import Sequence
from copy import copy
from typing import Any, Self

from kg import __version__
from kg.encoder import Encoder, shipped
from kg.errors import EncoderError
from kg.extract.base import Proposal
from kg.extract.local.claims import find_claims
from kg.extract.local.document import MOST_TAGGED, Document
from kg.extract.local.drafts import ClaimDraft, EntityDraft, EventDraft, Range
from kg.extract.local.entities import find_entities
from kg.extract.local.events import find_events
from kg.extract.local.happening_times import with_times_of_happening
from kg.extract.local.own_words import NO_OWN_WORDS, OwnWords
from kg.extract.local.participants import with_plausible_agents
from kg.extract.local.settings import with_settings
from schemas import Article

MOST = 5_000
"""Events, and claims, that are taken from one article: twenty times what a book chapter holds."""


MOST_REPEATED = 20
"""How often, on average, a text may be quoted by its claims and their evidence."""


class GrammarExtractor:
    """Reads an article by rules and word lists alone; needs no network and no weights."""

    name = "grammar"
    version = __version__

    def __init__(self) -> None:
        self._own = NO_OWN_WORDS

    def with_own_words(self, own: OwnWords) -> Self:
        """The same extractor that knows the user's names and triggers besides."""
        other = copy(self)
        other._own = own
        return other

    def extract(self, article: Article) -> Proposal:
        """Entities, claims and events of ``article``, in the order of the text."""
        return read(Document(article), self._own)


class LocalExtractor(GrammarExtractor):
    """Reads an article by grammar and encoder together; where the encoder cannot be loaded, by grammar alone."""

    name = "local"

    def __init__(self) -> None:
        """Load the encoder; a :class:`RuntimeWarning` says it where that fails."""
        super().__init__()
        try:
            self._encoder: Encoder | None = shipped()
        except EncoderError as error:
            warnings.warn(f"{error}; reading by grammar alone", RuntimeWarning, stacklevel=2)
            self._encoder = None
            self.name = GrammarExtractor.name

    def extract(self, article: Article) -> Proposal:
        """Entities, claims and events of ``article``, in the order of the text."""
        return read(Document(article, self._encoder), self._own)


def read(document: Document, own: OwnWords = NO_OWN_WORDS) -> Proposal:
    """Entities, claims and events of ``document``, in the order of the text; ``own`` are the user's words."""
    entities = find_entities(document, own)
    claims = with_settings(document, find_claims(document, entities))
    events = with_plausible_agents(document, find_events(document, entities, claims, own.triggers), claims)
    events = with_times_of_happening(document, events, claims)
    text = document.text
    taken = _affordable(claims, len(text))
    starts = [event.trigger[0] for event in events[:MOST]]
    return {
        "entities": [_entity(text, entity) for entity in entities],
        "events": [_event(text, event) for event in events[:MOST]],
        "claims": [_claim(text, claim, _about(claim, events, starts)) for claim in taken],
        "dropped": [
            *_unread(document),
            *_surplus("event", len(events), MOST),
            *_surplus("claim", len(claims), len(taken)),
        ],
    }


def _affordable(claims: Sequence[ClaimDraft], length: int) -> Sequence[ClaimDraft]:
    """The first claims, as many as are taken: where every claim quotes all the rest, the sum must not grow squarely."""
    budget = MOST_REPEATED * length + MOST_REPEATED * MOST
    for count, claim in enumerate(claims[:MOST]):
        budget -= sum(end - start for start, end in (*claim.content, claim.evidence))
        if budget < 0:
            return claims[:count]
    return claims[:MOST]


def _unread(document: Document) -> list[dict[str, str]]:
    """The drop that tells that the encoder did not read a text, for its length."""
    if document.encoder is None or not document.is_too_long:
        return []
    return [{"what": "article", "reason": f"longer than {MOST_TAGGED} words: read by grammar alone"}]


def _surplus(what: str, count: int, taken: int) -> list[dict[str, str]]:
    """The drop that tells of what a text too full to be an article holds beyond what is taken."""
    if count <= taken:
        return []
    return [{"what": what, "reason": f"one article may not give so many; {count - taken} more were left out"}]


def _span(text: str, span: Range) -> dict[str, Any]:
    return {"start": span[0], "end": span[1], "text": text[span[0] : span[1]]}


def _entity(text: str, entity: EntityDraft) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "mentions": [{"span": _span(text, (m.start, m.end)), "kind": m.kind} for m in entity.mentions],
        "wikidata": entity.wikidata,
    }


def _event(text: str, event: EventDraft) -> dict[str, Any]:
    place = event.place and {"entity": event.place_entity, "span": _span(text, event.place)}
    return {
        "id": event.id,
        "type": event.type,
        "trigger": _span(text, event.trigger),
        "realis": event.realis,
        "participants": [
            {"role": role.role, "entity": role.entity, "span": _span(text, (role.start, role.end))}
            for role in event.roles
        ],
        "place": place,
        "time": event.time,
        "quantities": list(event.quantities),
        "evidence": _span(text, event.evidence),
    }


def _claim(text: str, claim: ClaimDraft, about: tuple[str, ...]) -> dict[str, Any]:
    return {
        "id": claim.id,
        "source": {
            "entity": claim.source_entity,
            "span": claim.source and _span(text, claim.source),
            "text": text[slice(*claim.source)] if claim.source else claim.source_text,
            "anonymous": claim.anonymous,
        },
        "cue": claim.cue and _span(text, claim.cue),
        "content": [_span(text, part) for part in claim.content],
        "kind": claim.kind,
        "speech_act": claim.speech_act,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "via": claim.via,
        "about": about,
        "addressee": claim.addressee and {"span": _span(text, claim.addressee)},
        "time": claim.time,
        "quantities": list(claim.quantities),
        "evidence": _span(text, claim.evidence),
        "confidence": claim.confidence,
    }


def _about(claim: ClaimDraft, events: Sequence[EventDraft], starts: Sequence[int]) -> tuple[str, ...]:
    """The events whose triggers stand in the claim's words; ``starts`` are the triggers' of those that are taken."""
    if claim.about:
        return claim.about
    return tuple(
        event.id
        for start, end in claim.content
        for event in events[bisect_left(starts, start) : bisect_left(starts, end)]
        if event.trigger[1] <= end
    )
