"""The same graph as FollowTheMoney entities, for Aleph and OpenAleph: one JSON object a line.

FollowTheMoney has no claim and no unnamed source. A claim becomes a ``Note`` on its speaker and its events, with the
article as proof; what is neither a person, a body nor a place (unnamed sources, products) becomes a ``Note`` too, since
a note is never matched against a list of sanctions. Who speaks, relays, contradicts or takes part is an
``UnknownLink`` with its role. An ``Event`` is only reported: its notes say whether the words tell it as a fact.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence

import networkx as nx

from kg.view.links import Link
from kg.view.projection import ARTICLE, CLAIM, EVENT, article_node, claim_node, entity_node, event_node, project, words
from schemas import Article, Claim, Entity, Event, Extraction

Values = dict[str, list[str]]

SCHEMATA = {
    "article": "Article",
    "person": "Person",
    "organization": "Organization",
    "outlet": "Organization",
    "place": "Address",
    "group": "LegalEntity",
    "product": "Note",
    "other": "Note",
    "unnamed": "Note",
    "worded": "Note",
    "claim": "Note",
    "event": "Event",
}
"""Which schema each kind of node becomes."""

_LEGAL_ENTITIES = ("Person", "Organization", "LegalEntity")
_ON_ONE_LINE = ("name", "weakAlias", "full", "location")
_LANGUAGES = {"ar": "ara", "en": "eng"}
_DENIES = {"ar": "ينفي", "en": "denies"}
_WEB = re.compile(r"https?://[^\s]+\Z", re.IGNORECASE)
# Control characters and lone surrogates, which no JSON reader downstream keeps.
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def ftm(extractions: Sequence[Extraction], links: Sequence[Link] = ()) -> str:
    """The graph of ``extractions`` as FollowTheMoney entities, the same lines for the same input.

    Raises ``InputError`` as ``project`` does.
    """
    graph = project(extractions, links)
    entities: dict[str, Values] = {node: {"name": [own["label"]]} for node, own in graph.nodes(data=True)}
    for extraction in extractions:
        _describe(extraction, graph, entities)
    lines = []
    for node, values in entities.items():
        own = graph.nodes[node]
        if own["kind"] not in (ARTICLE, CLAIM, EVENT):
            _name(own, values)
        lines.append(_line(identifier(node), SCHEMATA[own["kind"]], values))
    for source, target, role, own in graph.edges(keys=True, data=True):
        if role != "published":
            lines.append(_tie(graph, source, target, role, own))
    return "".join(lines)


def identifier(*parts: str) -> str:
    """The id of a node, or of the tie of a node to another: a hash, because names may hold what ids must not."""
    return "riwaya-" + hashlib.sha1("\x1f".join(parts).encode(), usedforsecurity=False).hexdigest()


def _describe(extraction: Extraction, graph: nx.MultiDiGraph, entities: dict[str, Values]) -> None:
    article = extraction.article
    proof = identifier(article_node(article.id))
    entities[article_node(article.id)] = _article(article)
    for entity in extraction.entities:
        values = entities.get(entity_node(article.id, entity))
        if values is not None:
            _add(values, proof=[proof], **_entity(entity))
    for event in extraction.events:
        node = event_node(article.id, event.id)
        _add(entities[node], proof=[proof], **_event(event, graph, node), **_web(article))
    for claim in extraction.claims:
        node = claim_node(article.id, claim.id)
        entities[node] = {"proof": [proof], **_claim(claim, article, graph, node), **_web(article)}


def _add(values: Values, **more: list[str]) -> None:
    for name, found in more.items():
        own = values.setdefault(name, [])
        own.extend(value for value in found if value not in own)


def _web(article: Article) -> Values:
    """What Aleph shows of a source beside each thing that is derived from it."""
    return {
        "publisher": [article.outlet] if article.outlet else [],
        "sourceUrl": [article.url] if article.url and _WEB.match(article.url) else [],
    }


def _article(article: Article) -> Values:
    title = article.title or article.id
    return {
        "name": [title],
        "title": [title],
        "fileName": [article.id],
        "author": list(article.authors),
        "publishedAt": [article.published] if article.published else [],
        "language": [_LANGUAGES[article.language]] if article.language in _LANGUAGES else [],
        "bodyText": [article.text],
        **_web(article),
    }


def _entity(entity: Entity) -> Values:
    named = {mention.span.text for mention in entity.mentions if mention.kind == "named"} - {entity.name}
    return {"name": [entity.name], "weakAlias": sorted(named)}


def _name(own: Mapping[str, str], values: Values) -> None:
    """What is said of a person, a body, a place or a source besides its names."""
    if SCHEMATA[own["kind"]] == "Address":
        values["full"] = values["name"][:1]
    if SCHEMATA[own["kind"]] == "Note":
        values["description"] = values["name"][:1]
    if "wikidata" in own:
        values["wikidataId"] = [own["wikidata"]]
    values["keywords"] = [own["kind"]]


def _event(event: Event, graph: nx.MultiDiGraph, node: str) -> Values:
    involved = [other for other, _, role in graph.in_edges(node, keys=True) if role != "about"]
    places = [other for _, other, role in graph.out_edges(node, keys=True) if role == "place"]
    return {
        "summary": [event.evidence.text],
        "keywords": [str(event.type), str(event.realis)],
        "notes": [f"realis: {event.realis}", _offsets(event.evidence.start, event.evidence.end)],
        "startDate": [event.time.start] if event.time and event.time.start else [],
        "endDate": [event.time.end] if event.time and event.time.end else [],
        "location": [event.place.span.text] if event.place else [],
        "addressEntity": [identifier(place) for place in places if _schema(graph, place) == "Address"],
        "involved": [identifier(other) for other in involved if _schema(graph, other) in _LEGAL_ENTITIES],
    }


def _claim(claim: Claim, article: Article, graph: nx.MultiDiGraph, node: str) -> Values:
    content = words(claim.content)
    denies = claim.polarity == "denies"
    # A denial by its content alone would say the opposite.
    shown = f"{_DENIES['ar' if article.language.startswith('ar') else 'en']}: {content}" if denies else content
    speakers = [other for other, _, role in graph.in_edges(node, keys=True) if role == "said"]
    others = [other for _, other, role in graph.out_edges(node, keys=True) if role in ("about", "addressee")]
    source = claim.source.span.text if claim.source.span else claim.source.text
    said = [f"{claim.time.start or ''}/{claim.time.end or ''}"] if claim.time else []
    return {
        "name": [shown],
        "description": [f"{' '.join(source.split())}: {shown}" if source else shown],
        "summary": [claim.evidence.text],
        "entity": [identifier(other) for other in (*speakers, *others)],
        "keywords": ["claim", claim.polarity, claim.modality, str(claim.speech_act), claim.kind],
        "notes": [
            _offsets(claim.evidence.start, claim.evidence.end),
            *(f"source: {source}" for _ in speakers if source),
            *(f"said: {days}" for days in said if days != "/"),
        ],
    }


def _offsets(start: int, end: int) -> str:
    return f"sentence: characters {start} to {end} of the article"


def _tie(graph: nx.MultiDiGraph, source: str, target: str, role: str, own: Mapping[str, str | float]) -> str:
    articles = {graph.nodes[node]["article"] for node in (source, target) if "article" in graph.nodes[node]}
    values = {
        "subject": [identifier(source)],
        "object": [identifier(target)],
        "role": [role],
        "summary": [str(own["reason"])] if own.get("reason") else [],
        "proof": [identifier(article_node(article)) for article in sorted(articles)],
    }
    return _line(identifier(source, role, target), "UnknownLink", values)


def _schema(graph: nx.MultiDiGraph, node: str) -> str:
    return SCHEMATA[graph.nodes[node]["kind"]]


def _line(entity: str, schema: str, values: Values) -> str:
    kept = {name: _each_once(name, found) for name, found in sorted(values.items()) if found}
    return json.dumps({"id": entity, "schema": schema, "properties": kept}, ensure_ascii=False) + "\n"


def _each_once(name: str, values: Sequence[str]) -> list[str]:
    """Values as the library keeps them: names and places on one line."""
    safe = (_UNSAFE.sub("\ufffd", value) for value in values)
    return list(dict.fromkeys(" ".join(value.split()) if name in _ON_ONE_LINE else value for value in safe))
