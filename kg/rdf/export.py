"""Graphs as N-Quads, TriG or Turtle, the same bytes whenever the graphs are the same.

Oxigraph writes the terms; the order, which decides the bytes, is made here: an article before what was found in it,
things in the order of the text, a thing's type and label before the rest. Turtle has no named graphs: it holds the
union of the documents' triples, in which ``schema:appearance`` and ``schema:subjectOf`` still say the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal, get_args

from pyoxigraph import Literal as Lexical
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from kg.errors import InputError
from kg.rdf.names import KINDS, Names

Format = Literal["turtle", "trig", "nquads"]
SUFFIXES: dict[str, Format] = {".ttl": "turtle", ".trig": "trig", ".nq": "nquads"}
"""Which format a file name asks for."""

Graph = tuple[NamedNode, list[Quad]]

_TURTLE_NOTE = (
    "# One graph: the union of all documents. Each claim's schema:appearance, and each entity's and event's\n"
    "# schema:subjectOf, is its document. TriG and N-Quads keep one named graph a document.\n"
)
_DIGITS = re.compile("([0-9]+)")
_FIRST_PREDICATES = {"rdf:type": "0", "rdfs:label": "1", "schema:identifier": "2", "schema:headline": "3"}


def export(graphs: Iterable[Graph], format_: Format, names: Names | None = None) -> Iterator[bytes]:
    """The serialised ``graphs``, a piece a graph, in the order they come; the caller's order decides the bytes."""
    names = names or Names()
    writers: dict[Format, Callable[[Iterable[Graph], Names], Iterator[bytes]]] = {
        "turtle": _turtle,
        "trig": _trig,
        "nquads": _nquads,
    }
    if format_ not in writers:
        raise InputError(f"no export format {format_!r}; choose one of {', '.join(get_args(Format))}")
    return writers[format_](graphs, names)


def turtle(triples: Iterable[Triple], names: Names) -> bytes:
    """``triples`` that are no document's, such as the ontology, as Turtle in the same order."""
    graph = names.ontology_graph
    quads = [Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples]
    ordered = [quad.triple for quad in in_order(quads, names)]
    return _header(names) + b"\n" + _body(_serialized(ordered, RdfFormat.TURTLE, names.prefixes), names)


def _nquads(graphs: Iterable[Graph], names: Names) -> Iterator[bytes]:
    for _, quads in graphs:
        yield _serialized(in_order(quads, names), RdfFormat.N_QUADS)


def _trig(graphs: Iterable[Graph], names: Names) -> Iterator[bytes]:
    yield _header(names)
    for _, quads in graphs:
        yield b"\n" + _body(_serialized(in_order(quads, names), RdfFormat.TRIG, names.prefixes), names)


def _turtle(graphs: Iterable[Graph], names: Names) -> Iterator[bytes]:
    yield _TURTLE_NOTE.encode() + _header(names)
    seen: set[Triple] = set()
    extractors = f"{names.base}extractor/"
    for _, quads in graphs:
        triples = []
        for quad in in_order(quads, names):
            # Only extractors are described in more than one document's graph.
            if _text(quad).startswith(extractors):
                if quad.triple in seen:
                    continue
                seen.add(quad.triple)
            triples.append(quad.triple)
        yield b"\n" + _body(_serialized(triples, RdfFormat.TURTLE, names.prefixes), names)


def in_order(quads: Iterable[Quad], names: Names) -> list[Quad]:
    """``quads`` of one graph in the order that all exports use."""
    quads = list(quads)
    position = names.node("schema:position")
    positions = {
        _text(quad): int(quad.object.value)
        for quad in quads
        if quad.predicate == position and isinstance(quad.object, Lexical)
    }
    ranks = {f"{names.base}{kind}/": rank for rank, kind in enumerate(KINDS)}
    first = {names.iri(curie): rank for curie, rank in _FIRST_PREDICATES.items()}
    subjects = {text: _subject_key(text, ranks, positions) for text in {_text(quad) for quad in quads}}

    def key(quad: Quad) -> tuple[object, ...]:
        predicate = quad.predicate.value
        return (subjects[_text(quad)], first.get(predicate, predicate), str(quad.object))

    return sorted(quads, key=key)


def _subject_key(iri: str, ranks: dict[str, int], positions: dict[str, int]) -> tuple[object, ...]:
    owner, _, fragment = iri.partition("#")
    folder = owner[: owner.rfind("/") + 1]
    # The characters of a document come last: they are most of the graph, and the rest points to them.
    is_passage = fragment.startswith("char=")
    # Split at its numbers, a fragment's every second part is a number.
    parts = _DIGITS.split(fragment)
    natural = tuple(f"{len(part):08}{part}" if number % 2 else part for number, part in enumerate(parts))
    return (is_passage, ranks.get(folder, len(ranks)), positions.get(owner, -1), owner, natural)


def _text(quad: Quad) -> str:
    return quad.subject.value if isinstance(quad.subject, NamedNode) else str(quad.subject)


def _serialized(
    statements: Iterable[Quad] | Iterable[Triple], format_: RdfFormat, prefixes: dict[str, str] | None = None
) -> bytes:
    return serialize(statements, format=format_, prefixes=prefixes) or b""


def _header(names: Names) -> bytes:
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in names.prefixes.items()).encode()


def _body(serialized: bytes, names: Names) -> bytes:
    """What follows the prefixes, which Oxigraph writes in an order of its own, one a line."""
    return serialized.split(b"\n", len(names.prefixes))[-1]
