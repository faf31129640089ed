"""Links as graphs of their own, which are rebuilt from the documents and never touch them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from kg.rdf import Names
from kg.rdf.ids import digest
from kg.resolve.linking import Linked
from kg.resolve.links import SYMMETRIC, Link
from kg.resolve.readings import Before

PREDICATES = {
    "exact": "skos:exactMatch",
    "close": "skos:closeMatch",
    "corroborates": "rw:corroborates",
    "contradicts": "rw:contradicts",
    "updates": "rw:updates",
    "relays": "rw:relays",
}


def entity_graph(names: Names) -> NamedNode:
    """The graph of links between entities."""
    return NamedNode(f"{names.base}graph/links/entities")


def claim_graph(names: Names) -> NamedNode:
    """The graph of links between claims."""
    return NamedNode(f"{names.base}graph/links/claims")


def event_graph(names: Names) -> NamedNode:
    """The graph of links between events."""
    return NamedNode(f"{names.base}graph/links/events")


def link_graphs(names: Names) -> tuple[NamedNode, ...]:
    """Every graph of links."""
    return entity_graph(names), claim_graph(names), event_graph(names)


def graphs_of(linked: Linked | Before, names: Names) -> dict[NamedNode, set[Quad]]:
    """What the graphs of links between entities and between claims hold."""
    return {entity_graph(names): entity_quads(linked, names), claim_graph(names): claim_quads(linked, names)}


def entity_quads(linked: Linked | Before, names: Names) -> set[Quad]:
    """What the graph of entity links holds: each link both ways, and a node that explains it.

    Besides, all of a cluster match its first, the first itself included: skos:exactMatch is transitive and symmetrical,
    stores infer nothing, and so two of one cluster always have a match in common.
    """
    graph = entity_graph(names)
    exact = names.node(PREDICATES["exact"])
    found = {quad for link in linked.entities for quad in _quads(link, names, graph)}
    for iri, first in linked.clusters.of.items():
        if iri != first:
            one, other = NamedNode(iri), NamedNode(first)
            found |= {Quad(one, exact, other, graph), Quad(other, exact, one, graph), Quad(other, exact, other, graph)}
    return found


def claim_quads(linked: Linked | Before, names: Names) -> set[Quad]:
    """What the graph of claim links holds, with the count of independent sources of each claim that others repeat."""
    graph = claim_graph(names)
    found = {quad for link in linked.claims for quad in _quads(link, names, graph)}
    return found | _counts(linked.sources, names, graph)


def event_quads(linked: Linked, names: Names) -> set[Quad]:
    """What the graph of event links holds, with the count of independent sources of events that claims are about."""
    graph = event_graph(names)
    found = {quad for link in linked.events for quad in _quads(link, names, graph)}
    return found | _counts(linked.event_sources, names, graph)


def _counts(sources: Mapping[str, int], names: Names, graph: NamedNode) -> set[Quad]:
    counted, integer = names.node("rw:independentSources"), names.node("xsd:integer")
    return {
        Quad(NamedNode(iri), counted, Literal(str(count), datatype=integer), graph) for iri, count in sources.items()
    }


def _quads(link: Link, names: Names, graph: NamedNode) -> Iterator[Quad]:
    left, right = NamedNode(link.left), NamedNode(link.right)
    predicate = names.node(PREDICATES[link.kind])
    yield Quad(left, predicate, right, graph)
    if link.kind in SYMMETRIC:
        yield Quad(right, predicate, left, graph)
    node = NamedNode(f"{names.base}link/{digest('link', link.kind, link.left, link.right)}")
    decimal = names.node("xsd:decimal")
    yield Quad(node, names.node("rdf:type"), names.node("rw:Link"), graph)
    yield Quad(node, names.node("rdf:type"), names.node("rdf:Statement"), graph)
    yield Quad(node, names.node("rdf:subject"), left, graph)
    yield Quad(node, names.node("rdf:predicate"), predicate, graph)
    yield Quad(node, names.node("rdf:object"), right, graph)
    yield Quad(node, names.node("rw:confidence"), Literal(f"{link.confidence:g}", datatype=decimal), graph)
    yield Quad(node, names.node("rw:method"), Literal(link.method), graph)
    yield Quad(node, names.node("rw:because"), Literal(link.reason), graph)
    yield Quad(node, names.node("rw:subjectWords"), Literal(link.left_words), graph)
    yield Quad(node, names.node("rw:objectWords"), Literal(link.right_words), graph)
