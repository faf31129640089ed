"""The JSON-LD context, from the same mapping: short names for what the graphs say."""

from __future__ import annotations

from typing import Any

from kg.rdf.names import Names
from kg.rdf.ontology import owned_fields
from kg.rdf.vocabulary import vocabulary
from schemas import Extraction
from schemas.mapping import Concept, Link, Match, Member, Named, Part, Passage, Refinement, Value

_TYPES = {
    "integer": "xsd:integer",
    "decimal": "xsd:decimal",
    "boolean": "xsd:boolean",
    "date": "xsd:date",
    "uri": "xsd:anyURI",
}


def context(names: Names) -> dict[str, Any]:
    """The context: prefixes, classes, and each predicate under its local name with how its objects are written."""
    terms: dict[str, Any] = {"id": "@id", "type": "@type"}
    for _, field in owned_fields(Extraction):
        match field.mapping:
            case Value(predicate, datatype):
                typed = {"@type": _TYPES[datatype]} if datatype in _TYPES else {}
                _define(terms, predicate, typed)
            case Concept(predicate) | Match(predicate) | Passage(predicate) | Link(predicate) | Part(predicate):
                _define(terms, predicate, {"@type": "@id"})
            case Named(predicate) | Member(predicate):
                _define(terms, predicate, {"@type": "@id"})
            case Refinement(_, predicates):
                for _, predicate in predicates:
                    _define(terms, predicate, {"@type": "@id"})
            case _:
                continue
    for term in vocabulary():
        if term.what == "class":
            terms.setdefault(term.name.partition(":")[2], term.name)
    return {"@context": {"@version": 1.1, **names.prefixes, **dict(sorted(terms.items()))}}


def _define(terms: dict[str, Any], predicate: str, typed: dict[str, str]) -> None:
    name = predicate.partition(":")[2]
    definition = {"@id": predicate, **typed}
    if terms.setdefault(name, definition) != definition:
        # One local name in two vocabularies, or one predicate with two kinds of object: written in full.
        terms[name] = {"@id": terms[name]["@id"]} if terms[name]["@id"] == predicate else terms[name]
