"""The graph that is shown and exported: extractions as one networkx multigraph.

Every node has ``kind`` and ``label``; every edge's key is its role. Attributes are plain strings and numbers, so that
any graph format can carry them. An entity is one node across articles only where both give the same Wikidata id;
otherwise it belongs to its article. Articles themselves are nodes, with their outlet as an attribute.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import networkx as nx

from kg.errors import InputError
from kg.text import fold
from kg.view.links import Link
from schemas import Article, Claim, Entity, EntityType, Event, Extraction, Span

ARTICLE, CLAIM, EVENT = "article", "claim", "event"
UNNAMED, WORDED = "unnamed", "worded"
"""Sources without an entity: those the article keeps unnamed, and those it names in words only."""
KINDS = (ARTICLE, *(str(kind) for kind in EntityType), UNNAMED, WORDED, CLAIM, EVENT)

SPEECH_ROLES = ("said", "about", "relays", "published", "contradicts", "corroborates")
STRUCTURAL_ROLES = ("via", "agent", "patient", "recipient", "instrument", "place", "addressee")


def article_node(article: str) -> str:
    """The node of an article."""
    return f"article/{article}"


def claim_node(article: str, claim: str) -> str:
    """The node of a claim."""
    return f"claim/{article}/{claim}"


def event_node(article: str, event: str) -> str:
    """The node of an event."""
    return f"event/{article}/{event}"


def entity_node(article: str, entity: Entity) -> str:
    """The node of an entity: shared by all articles where its Wikidata id is known."""
    return f"wikidata/{entity.wikidata}" if entity.wikidata else f"entity/{article}/{entity.id}"


def project(extractions: Sequence[Extraction], links: Iterable[Link] = ()) -> nx.MultiDiGraph:
    """The graph of ``extractions``: articles, speakers, claims, events and who takes part in them.

    Entities that neither speak nor take part in anything stay out; the reader shows their mentions. Raises
    ``InputError`` when two extractions are of the same article or a link names a claim that is not there.
    """
    graph = nx.MultiDiGraph()
    for extraction in extractions:
        if article_node(extraction.article.id) in graph:
            raise InputError(f"two extractions of the article {extraction.article.id!r}: give one of each article")
        _Projector(graph, extraction).add()
    for link in links:
        _add_link(graph, link)
    return graph


def source_phrase(claim: Claim) -> str:
    """The words for a source that is no entity."""
    return claim.source.text or (claim.source.span.text if claim.source.span else "")


def words(spans: Iterable[Span]) -> str:
    """The text of spans that belong together, white space joined, an ellipsis where the article goes between."""
    return " … ".join(" ".join(span.text.split()) for span in spans)


def event_label(event: Event, names: dict[str, str]) -> str:
    """What an event is called: its trigger, then where it is or who takes part, by a name and never by other words."""
    places = [event.place.entity] if event.place is not None else []
    named = [*places, *(participant.entity for participant in event.participants)]
    details = [names[entity] for entity in named if entity is not None]
    trigger = " ".join(event.trigger.text.split())
    known = next((detail for detail in details if fold(detail) not in fold(trigger)), "")
    return f"{trigger} · {' '.join(known.split())}" if known else trigger


def _article_label(article: Article) -> str:
    title = " ".join((article.title or "").split())
    return title or article.outlet or article.id


class _Projector:
    """Adds one extraction to a graph."""

    def __init__(self, graph: nx.MultiDiGraph, extraction: Extraction) -> None:
        self.graph = graph
        self.extraction = extraction
        self.id = extraction.article.id
        self.entities = {entity.id: entity for entity in extraction.entities}
        self.names = {entity.id: entity.name for entity in extraction.entities}
        self.claims = {claim.id: claim for claim in extraction.claims}

    def add(self) -> None:
        article = self.extraction.article
        self.graph.add_node(
            article_node(self.id),
            kind=ARTICLE,
            label=_article_label(article),
            article=self.id,
            outlet=article.outlet or "",
            published=article.published or "",
            language=article.language,
        )
        for event in self.extraction.events:
            self._add_event(event)
        for claim in self.extraction.claims:
            self._add_claim(claim)
        for claim in self.extraction.claims:
            self._add_chain(claim)

    def _entity(self, local: str) -> str:
        """The node of an entity."""
        entity = self.entities[local]
        node = entity_node(self.id, entity)
        if node not in self.graph:
            attributes = {"wikidata": entity.wikidata} if entity.wikidata else {"article": self.id}
            self.graph.add_node(node, kind=str(entity.type), label=entity.name, **attributes)
        return node

    def _phrase(self, phrase: str, anonymous: bool) -> str:
        """The node of a source that is no entity, by its words."""
        kind = UNNAMED if anonymous else WORDED
        node = f"{'source' if anonymous else 'words'}/{self.id}/{fold(phrase)}"
        if node not in self.graph:
            self.graph.add_node(node, kind=kind, label=" ".join(phrase.split()), article=self.id)
        return node

    def _add_event(self, event: Event) -> None:
        node = event_node(self.id, event.id)
        self.graph.add_node(
            node,
            kind=EVENT,
            label=event_label(event, self.names),
            article=self.id,
            type=str(event.type),
            realis=str(event.realis),
            start=(event.time.start if event.time else None) or "",
            end=(event.time.end if event.time else None) or "",
            offset=event.trigger.start,
        )
        for participant in event.participants:
            # An unnamed participant is words inside the event's own evidence; it would be a node nobody can reach.
            if participant.entity is not None:
                other = self._entity(participant.entity)
                self.graph.add_edge(other, node, key=participant.role)
        if event.place is not None and event.place.entity is not None:
            self.graph.add_edge(node, self._entity(event.place.entity), key="place")

    def _add_claim(self, claim: Claim) -> None:
        node = claim_node(self.id, claim.id)
        self.graph.add_node(
            node,
            kind=CLAIM,
            label=words(claim.content),
            article=self.id,
            quoted=claim.kind,
            speech_act=str(claim.speech_act),
            polarity=claim.polarity,
            modality=claim.modality,
            confidence=claim.confidence,
            offset=claim.content[0].start,
        )
        speaker = self._speaker(claim)
        if speaker is not None:
            self.graph.add_edge(speaker, node, key="said")
        for event in claim.about:
            if event_node(self.id, event) in self.graph:
                self.graph.add_edge(node, event_node(self.id, event), key="about")
        if claim.addressee is not None and claim.addressee.entity is not None:
            addressee = self._entity(claim.addressee.entity)
            self.graph.add_edge(node, addressee, key="addressee")

    def _speaker(self, claim: Claim) -> str | None:
        if claim.source.entity is not None:
            return self._entity(claim.source.entity)
        phrase = source_phrase(claim)
        return self._phrase(phrase, claim.source.anonymous) if phrase else None

    def _add_chain(self, claim: Claim) -> None:
        """Tie a claim to what conveys it: the speaker of the enclosing claim, or the article itself."""
        node = claim_node(self.id, claim.id)
        outer = self.claims.get(claim.via) if claim.via else None
        if outer is None:
            self.graph.add_edge(article_node(self.id), node, key="published")
            return
        self.graph.add_edge(claim_node(self.id, outer.id), node, key="via")
        relay = self._speaker(outer) or article_node(self.id)
        if not self.graph.has_edge(relay, node, key="said"):
            self.graph.add_edge(relay, node, key="relays")


def _add_link(graph: nx.MultiDiGraph, link: Link) -> None:
    left, right = claim_node(*link.left), claim_node(*link.right)
    for name, node in ((link.left, left), (link.right, right)):
        if node not in graph:
            raise InputError(f"a link names the claim {name[1]!r} of the article {name[0]!r}, which is not there")
    graph.add_edge(left, right, key=link.kind, reason=link.reason, confidence=link.confidence)
