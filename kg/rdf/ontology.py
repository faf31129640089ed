"""The ontology: the project's own terms with labels in Arabic and English, domains and ranges from the models."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pydantic import BaseModel
from pyoxigraph import Literal, NamedNode, Triple

from kg.rdf.names import Names
from kg.rdf.vocabulary import Term, vocabulary
from schemas import Extraction, Span
from schemas.mapping import (
    Concept,
    Inline,
    Link,
    MappedField,
    Member,
    Part,
    Passage,
    Refinement,
    Value,
    mapped_fields,
)
from schemas.models import Model

TITLE_ENGLISH = "riwaya: events and claims in the news, with their evidence"
TITLE_ARABIC = "رواية: أحداث الأخبار وادعاءاتها بأدلتها"
_XSD_RANGES = {
    "integer": "xsd:integer",
    "decimal": "xsd:decimal",
    "boolean": "xsd:boolean",
    "date": "xsd:date",
    "uri": "xsd:anyURI",
    "string": "xsd:string",
}
_KINDS = {"class": "owl:Class", "scheme": "skos:ConceptScheme", "concept": "skos:Concept"}


@lru_cache(maxsize=4)
def ontology(names: Names) -> tuple[Triple, ...]:
    """Every triple of the ontology, in the order of the vocabulary."""
    return tuple(dict.fromkeys(_triples(names)))


def _triples(names: Names) -> Iterator[Triple]:
    node = names.node
    yield from _header(names)
    domains, ranges = domains_and_ranges()
    objects = {term for term, range_ in ranges.items() if not range_.startswith(("xsd:", "rdfs:Literal"))}
    for term in vocabulary():
        subject = node(term.name)
        if term.what == "property":
            kind = "owl:ObjectProperty" if term.name in objects else "owl:DatatypeProperty"
            yield Triple(subject, node("rdf:type"), node("rdf:Property"))
            yield Triple(subject, node("rdf:type"), node(kind))
        else:
            yield Triple(subject, node("rdf:type"), node(_KINDS[term.what]))
        yield from _labels(names, subject, term)
        yield from _place(names, subject, term)
        if term.name in domains:
            yield Triple(subject, node("rdfs:domain"), node(domains[term.name]))
        if term.name in ranges:
            yield Triple(subject, node("rdfs:range"), node(ranges[term.name]))
        yield Triple(subject, node("rdfs:isDefinedBy"), NamedNode(names.iri("rw:").rstrip("#")))


def _header(names: Names) -> Iterator[Triple]:
    subject = NamedNode(names.iri("rw:").rstrip("#"))
    yield Triple(subject, names.node("rdf:type"), names.node("owl:Ontology"))
    yield Triple(subject, names.node("rdfs:label"), Literal(TITLE_ENGLISH, language="en"))
    yield Triple(subject, names.node("rdfs:label"), Literal(TITLE_ARABIC, language="ar"))


def _labels(names: Names, subject: NamedNode, term: Term) -> Iterator[Triple]:
    skos = term.what in ("scheme", "concept")
    for label in ("rdfs:label", "skos:prefLabel") if skos else ("rdfs:label",):
        yield Triple(subject, names.node(label), Literal(term.english, language="en"))
        yield Triple(subject, names.node(label), Literal(term.arabic, language="ar"))
    comment = "skos:definition" if skos else "rdfs:comment"
    yield Triple(subject, names.node(comment), Literal(term.comment, language="en"))


def _place(names: Names, subject: NamedNode, term: Term) -> Iterator[Triple]:
    relation = {"class": "rdfs:subClassOf", "property": "rdfs:subPropertyOf", "concept": "skos:inScheme"}
    for within in term.within:
        yield Triple(subject, names.node(relation[term.what]), names.node(within))
    if term.notation:
        yield Triple(subject, names.node("skos:notation"), Literal(term.notation))
    if term.within == ("rw:scheme-event",):
        yield Triple(subject, names.node("rdf:type"), names.node("sem:EventType"))
    if term.within == ("rw:scheme-role",):
        yield Triple(subject, names.node("rdf:type"), names.node("sem:RoleType"))


def domains_and_ranges() -> tuple[dict[str, str], dict[str, str]]:
    """Domain and range of the project's own properties as the models use them.

    A property that several models share has no domain.
    """
    domains: dict[str, set[str]] = {}
    ranges: dict[str, set[str]] = {}
    for owner, field in owned_fields(Extraction):
        for predicate, range_ in _predicates(owner, field):
            domains.setdefault(predicate, set()).add(owner)
            ranges.setdefault(predicate, set()).add(range_)
    for role in ("rw:agent", "rw:patient", "rw:recipient", "rw:instrument"):
        domains[role], ranges[role] = {"rw:Event"}, {"rw:Entity"}
    domains["rw:edtf"] = {"sem:Time"}
    domains["rw:inClaim"], ranges["rw:inClaim"] = {"schema:QuantitativeValue"}, {"rw:Claim"}
    ranges["rw:nameKey"] = {"xsd:string"}
    for link in ("rw:corroborates", "rw:contradicts", "rw:updates", "rw:relays"):
        domains[link], ranges[link] = {"rw:Claim"}, {"rw:Claim"}
    domains["rw:independentSources"], ranges["rw:independentSources"] = {"rw:Claim", "rw:Event"}, {"xsd:integer"}
    for said in ("rw:method", "rw:because", "rw:subjectWords", "rw:objectWords"):
        domains[said], ranges[said] = {"rw:Link"}, {"xsd:string"}

    def settled(found: dict[str, set[str]]) -> dict[str, str]:
        return {name: next(iter(classes)) for name, classes in found.items() if len(classes) == 1}

    return settled(domains), settled(ranges)


def owned_fields(model: type[BaseModel], owner: str = "") -> Iterator[tuple[str, MappedField]]:
    """Each mapped field below ``model`` with the class of the node that it is said of."""
    if issubclass(model, Model) and model.rdf is not None:
        owner = model.rdf.classes[0]
    for field in mapped_fields(model):
        yield owner, field
        if field.model is not None and field.model is not Span:
            yield from owned_fields(field.model, owner)


def _predicates(owner: str, field: MappedField) -> Iterator[tuple[str, str]]:
    match field.mapping:
        case Value(predicate, datatype):
            yield predicate, _XSD_RANGES.get(datatype, "rdfs:Literal")
        case Concept(predicate):
            yield predicate, "skos:Concept"
        case Passage(predicate):
            yield predicate, "oa:SpecificResource"
        case Refinement(_, predicates):
            for _, predicate in predicates:
                yield predicate, "oa:SpecificResource"
        case Link(predicate, target):
            yield predicate, f"rw:{target}"
        case Part(predicate):
            if field.model is not None and issubclass(field.model, Model) and field.model.rdf is not None:
                yield predicate, field.model.rdf.classes[0]
        case Inline() | Member() | _:
            return
