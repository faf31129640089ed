"""What the page's panels, table, reader and timeline read: articles with their text, and every node in detail.

Spans travel as ``[start, end]`` in code points; their words are read from the article's text in the page, so that what
is shown as evidence cannot differ from it. Nodes are numbered in the order of the graph.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from kg.view.projection import (
    ARTICLE,
    CLAIM,
    EVENT,
    SPEECH_ROLES,
    STRUCTURAL_ROLES,
    claim_node,
    entity_node,
    event_node,
    source_phrase,
)
from schemas import Article, Claim, Event, Extraction, Quantity, Span, Time

Json = dict[str, Any]

_ABSENT = object()


DEFAULTS: dict[str, Json] = {
    CLAIM: {
        "speaker": -1,
        "source": None,
        "sourceText": None,
        "anonymous": False,
        "cue": None,
        "quoted": "indirect",
        "act": "say",
        "polarity": "affirms",
        "modality": "asserted",
        "via": -1,
        "about": [],
        "time": None,
        "quantities": [],
        "confidence": 1.0,
    },
    EVENT: {"realis": "actual", "participants": [], "place": None, "time": None, "quantities": []},
}
"""What a claim or an event leaves out; the page puts it back. It halves the size of a large page."""


def dossier(extractions: Sequence[Extraction], graph: nx.MultiDiGraph) -> Json:
    """The page's data for ``extractions``, whose projection is ``graph``."""
    number = {node: index for index, node in enumerate(graph)}
    nodes: list[Json] = [_node(node, own) for node, own in graph.nodes(data=True)]
    for place, extraction in enumerate(extractions):
        for node, detail in _details(extraction, graph, number):
            kept = DEFAULTS.get(graph.nodes[node]["kind"], {})
            nodes[number[node]] |= {name: value for name, value in detail.items() if kept.get(name, _ABSENT) != value}
            nodes[number[node]]["article"] = place
    for shared, names in _names(extractions, number).items():
        nodes[shared]["names"] = names
    roles = {role: index for index, role in enumerate((*SPEECH_ROLES, *STRUCTURAL_ROLES))}
    return {
        "articles": [_article(extraction, number) for extraction in extractions],
        "defaults": DEFAULTS,
        "nodes": nodes,
        "roles": list(roles),
        "structural": STRUCTURAL_ROLES,
        "edges": [_edge(number[a], number[b], roles[key], own) for a, b, key, own in graph.edges(keys=True, data=True)],
    }


def _node(node: str, own: Mapping[str, Any]) -> Json:
    """A node's kind and label; a claim's label is its content, which the page reads from the article's text.

    The keys of articles, claims and events follow from their ids; others are given.
    """
    if own["kind"] == CLAIM:
        return {"kind": CLAIM}
    made: Json = {"kind": own["kind"], "label": own["label"]}
    if own["kind"] not in (ARTICLE, EVENT):
        made["key"] = node
    if "wikidata" in own:
        made["wikidata"] = own["wikidata"]
    return made


def _names(extractions: Sequence[Extraction], number: Mapping[str, int]) -> dict[int, dict[str, str]]:
    """What shared entities are called in each language that names them, by the first article that does."""
    names: dict[int, dict[str, str]] = {}
    for extraction in extractions:
        for entity in extraction.entities:
            node = number.get(entity_node(extraction.article.id, entity))
            if node is not None and entity.wikidata:
                names.setdefault(node, {}).setdefault(extraction.article.language[:2], entity.name)
    return {node: spoken for node, spoken in names.items() if len(spoken) > 1}


def _article(extraction: Extraction, number: Mapping[str, int]) -> Json:
    article: Article = extraction.article
    return {
        "id": article.id,
        "node": number[f"article/{article.id}"],
        "title": article.title,
        "language": article.language,
        "published": article.published,
        "basis": article.published_basis,
        "outlet": article.outlet,
        "url": article.url,
        "authors": list(article.authors),
        "sample": article.sample,
        "extractor": f"{extraction.extractor.name} {extraction.extractor.version}",
        "dropped": len(extraction.dropped),
        "text": article.text,
        "entities": [
            {
                "name": entity.name,
                "kind": str(entity.type),
                "node": number.get(entity_node(article.id, entity), -1),
                "mentions": [_span(mention.span) for mention in entity.mentions],
            }
            for entity in extraction.entities
        ],
    }


def _details(extraction: Extraction, graph: nx.MultiDiGraph, number: Mapping[str, int]) -> list[tuple[str, Json]]:
    """The details of an extraction's own nodes: its claims, its events and its article."""
    article = extraction.article.id
    entities = {entity.id: number.get(entity_node(article, entity), -1) for entity in extraction.entities}
    found: list[tuple[str, Json]] = [(f"article/{article}", {})]
    for event in extraction.events:
        found.append((event_node(article, event.id), _event(event, entities)))
    for claim in extraction.claims:
        node = claim_node(article, claim.id)
        speakers = [number[a] for a, _, key in graph.in_edges(node, keys=True) if key == "said"]
        found.append((node, _claim(claim, article, speakers[0] if speakers else -1, number)))
    return found


def _claim(claim: Claim, article: str, speaker: int, number: Mapping[str, int]) -> Json:
    return {
        "id": claim.id,
        "speaker": speaker,
        "source": _span(claim.source.span),
        "sourceText": None if speaker >= 0 and claim.source.entity else source_phrase(claim) or None,
        "anonymous": claim.source.anonymous,
        "cue": _span(claim.cue),
        "content": [_span(part) for part in claim.content],
        "quoted": claim.kind,
        "act": str(claim.speech_act),
        "polarity": claim.polarity,
        "modality": claim.modality,
        "via": number.get(claim_node(article, claim.via), -1) if claim.via else -1,
        "about": [number[node] for e in claim.about if (node := event_node(article, e)) in number],
        "time": _time(claim.time),
        "quantities": [_quantity(quantity) for quantity in claim.quantities],
        "evidence": _span(claim.evidence),
        "confidence": claim.confidence,
    }


def _event(event: Event, entities: Mapping[str, int]) -> Json:
    return {
        "id": event.id,
        "type": str(event.type),
        "realis": str(event.realis),
        "trigger": _span(event.trigger),
        "participants": [
            {"role": p.role, "node": entities.get(p.entity or "", -1), "span": _span(p.span)}
            for p in event.participants
        ],
        "place": None
        if event.place is None
        else {"node": entities.get(event.place.entity or "", -1), "span": _span(event.place.span)},
        "time": _time(event.time),
        "quantities": [_quantity(quantity) for quantity in event.quantities],
        "evidence": _span(event.evidence),
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _time(time: Time | None) -> Json | None:
    if time is None:
        return None
    return {"start": time.start, "end": time.end, "text": time.text, "basis": time.basis}


def _quantity(quantity: Quantity) -> Json:
    return {
        "span": _span(quantity.span),
        "min": quantity.min,
        "max": quantity.max,
        "exclusive": quantity.min_exclusive,
        "unit": quantity.unit,
        "measures": quantity.measures,
    }


def _edge(source: int, target: int, role: int, own: Mapping[str, Any]) -> list[Any]:
    """``[from, to, role]``, the role by its number, and for a link between claims its reason and confidence."""
    if "reason" in own:
        return [source, target, role, own["reason"], own["confidence"]]
    return [source, target, role]
