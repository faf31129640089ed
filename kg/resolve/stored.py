"""Links as a store holds them, read back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import cast

from pyoxigraph import NamedNode, Quad

from kg.rdf import Names
from kg.resolve.graph import PREDICATES, link_graphs
from kg.resolve.links import ClaimKind, EntityKind, Link
from kg.store import Store

Kind = EntityKind | ClaimKind
_PARTS = {
    "rdf:subject": "left",
    "rdf:predicate": "kind",
    "rdf:object": "right",
    "rw:confidence": "confidence",
    "rw:method": "method",
    "rw:because": "reason",
    "rw:subjectWords": "left_words",
    "rw:objectWords": "right_words",
}


def stored_links(store: Store) -> list[Link]:
    """Every link that ``store`` holds, in order; none where its articles are not linked."""
    return sorted(link for graph in link_graphs(store.names) for link in read_links(store.graph(graph), store.names))


def read_links(quads: Iterable[Quad], names: Names) -> list[Link]:
    """The links whose nodes are among ``quads``, of one graph; a node that lacks something is none."""
    parts = {names.iri(curie): part for curie, part in _PARTS.items()}
    kinds = {names.iri(curie): kind for kind, curie in PREDICATES.items()}
    nodes: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in quads:
        part = parts.get(quad.predicate.value)
        if part is not None and isinstance(quad.subject, NamedNode):
            nodes[quad.subject.value][part] = cast(NamedNode, quad.object).value
    return [_link(found, kinds[found["kind"]]) for found in nodes.values() if len(found) == len(_PARTS)]


def _link(found: dict[str, str], kind: str) -> Link:
    return Link(
        cast(Kind, kind),
        found["left"],
        found["right"],
        float(found["confidence"]),
        found["method"],
        found["reason"],
        found["left_words"],
        found["right_words"],
    )


def articles_of(store: Store, iris: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The article's id and the local id of each of these entities, events or claims that ``store`` holds."""
    ids = {document.graph: document.id for document in store.documents()}
    local = store.names.node("rw:localId")
    found = {}
    for iri in sorted(set(iris)):
        for quad in store.quads.quads_for_pattern(NamedNode(iri), local, None, None):
            if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value in ids:
                found[iri] = (ids[quad.graph_name.value], cast(NamedNode, quad.object).value)
    return found
