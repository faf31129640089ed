"""Whether a document's graph keeps the shapes, and whether its quotations are the article's own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import pyshacl
from pyoxigraph import Literal, NamedNode, Quad, Triple
from rdflib import Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from kg.rdf.ids import span_iri
from kg.rdf.literals import XSD
from kg.rdf.names import Names
from kg.rdf.shapes import shapes


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong with a graph, a sentence each; nothing when it conforms."""

    problems: tuple[str, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def validate(quads: Iterable[Quad], names: Names | None = None) -> Report:
    """Check one document's graph: SHACL first, then every quotation against the article's text."""
    names = names or Names()
    quads = list(quads)
    if not quads:
        return Report(("the graph is empty",))
    return Report((*_broken_shapes(quads, names), *_misquotations(quads, names)))


def _broken_shapes(quads: list[Quad], names: Names) -> Iterator[str]:
    conforms, results, _ = pyshacl.validate(
        rdflib_graph(quads), shacl_graph=_target_each_property(names), inference="none", advanced=False, inplace=True
    )
    if conforms:
        return
    found = []
    for result in results.subjects(RDF.type, SH.ValidationResult):
        parts = [results.value(result, part) for part in (SH.focusNode, SH.resultPath, SH.resultMessage)]
        found.append(" ".join(str(part) for part in parts if part is not None))
    yield from sorted(found)


@lru_cache(maxsize=4)
def _target_each_property(names: Names) -> Graph:
    """The shapes with each property shape aimed at the class itself instead of being called by its node shape.

    They mean the same, but pySHACL checks a shape that has a target once for all nodes, and one that is called once
    for each, which takes it three times as long.
    """
    found = rdflib_graph(shapes(names), store="SimpleMemory")
    targets = dict(found.subject_objects(SH.targetClass))
    for shape, property_shape in list(found.subject_objects(SH.property)):
        found.add((property_shape, SH.targetClass, targets[shape]))
        found.remove((shape, SH.property, property_shape))
    return found


def rdflib_graph(statements: Iterable[Quad] | Iterable[Triple], store: str = "default") -> Graph:
    """The triples of ``statements`` as an rdflib graph; ``store`` is rdflib's name of what keeps it."""
    graph = Graph(store=store, bind_namespaces="none")
    terms: dict[NamedNode | Literal, Node] = {}

    def term(value: NamedNode | Literal) -> Node:
        known = terms.get(value)
        if known is None:
            known = terms[value] = _rdflib_term(value)
        return known

    for statement in statements:
        subject, object_ = statement.subject, statement.object
        if isinstance(subject, NamedNode) and isinstance(object_, NamedNode | Literal):
            graph.add((term(subject), term(statement.predicate), term(object_)))
    return graph


def _rdflib_term(term: NamedNode | Literal) -> Node:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if term.language:
        return RdflibLiteral(term.value, lang=term.language)
    datatype = term.datatype.value
    return RdflibLiteral(term.value, datatype=None if datatype == XSD + "string" else URIRef(datatype))


def _misquotations(quads: list[Quad], names: Names) -> Iterator[str]:
    """Spans whose words are not the article's, or whose name is not their place."""
    # Each value is taken out once: Oxigraph copies a literal's text, and the article's is long, whenever it is asked.
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            said[quad.subject.value, quad.predicate.value].append(quad.object.value)

    def values(subject: str, predicate: str) -> list[str]:
        return said.get((subject, names.iri(predicate)), [])

    sources = sorted((subject, predicate) for subject, predicate in said if predicate == names.iri("oa:hasSource"))
    for span, _ in sources:
        selectors = values(span, "oa:hasSelector")
        [document] = values(span, "oa:hasSource")
        try:
            [text] = values(document, "schema:articleBody")
            [exact] = [value for selector in selectors for value in values(selector, "oa:exact")]
            [start] = [int(value) for selector in selectors for value in values(selector, "oa:start")]
            [end] = [int(value) for selector in selectors for value in values(selector, "oa:end")]
        except ValueError:
            yield f"{span} has not one text, one start and one end"
            continue
        if text[start:end] != exact:
            yield f"{span} quotes {exact[:60]!r}, but the article says {text[start:end][:60]!r} there"
        if span != span_iri(NamedNode(document), start, end).value:
            yield f"{span} names other characters than its own position, {start} to {end}"
