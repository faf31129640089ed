"""The SHACL shapes of a document graph, from the models' fields and constraints.

Closed lists are patterns on the concepts' IRIs, so that no shape needs an RDF list or a blank node.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from re import escape
from typing import Any, get_args

import annotated_types
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pyoxigraph import Literal, NamedNode, Triple

from kg.rdf.names import Names
from kg.rdf.vocabulary import vocabulary
from schemas import Extraction, Span
from schemas.mapping import (
    POSITION,
    Classes,
    Concept,
    Inline,
    Link,
    MappedField,
    Match,
    Member,
    Named,
    Part,
    Passage,
    Refinement,
    Value,
    mapped_fields,
)
from schemas.models import Model

_IN_ORDER = {
    "sem:hasEarliestBeginTimeStamp": ("sh:lessThanOrEquals", "sem:hasLatestEndTimeStamp"),
    "schema:minValue": ("sh:lessThanOrEquals", "schema:maxValue"),
    "oa:start": ("sh:lessThan", "oa:end"),
}
"""Values that stand in an order, which the models check in code."""

Rules = dict[str, Any]


@lru_cache(maxsize=4)
def shapes(names: Names) -> tuple[Triple, ...]:
    """Every triple of the shapes graph."""
    builder = _Builder(names)
    builder.document_graph()
    return tuple(dict.fromkeys(builder.triples))


class _Builder:
    """Collects shapes, one a model, each property's under an IRI of its own."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.triples: list[Triple] = []
        self.done: set[type[BaseModel]] = set()

    def document_graph(self) -> None:
        self.model(Extraction)
        self.spans()

    def model(self, model: type[BaseModel]) -> None:
        if model in self.done or not issubclass(model, Model) or model.rdf is None:
            return
        self.done.add(model)
        shape = self.node_shape(model.__name__, model.rdf.classes[0])
        for class_ in model.rdf.classes[1:]:
            self.add(self.property(shape, "rdf:type", f"type-{class_}"), {"sh:hasValue": class_})
        self.fields(shape, model, optional=False)

    def fields(self, shape: str, model: type[BaseModel], *, optional: bool) -> None:
        for field in mapped_fields(model):
            if isinstance(field.mapping, Inline) and field.model is not None:
                self.fields(shape, field.model, optional=optional or field.many or not field.required)
                continue
            for predicate, rules in self.rules(field):
                if field.required and not optional:
                    rules["sh:minCount"] = 1
                if field.many or (optional and isinstance(field.mapping, Passage | Refinement)):
                    rules.pop("sh:maxCount", None)
                self.add(self.property(shape, predicate, predicate), rules)
            if field.model is not None and field.model is not Span:
                self.model(field.model)

    def rules(self, field: MappedField) -> Iterator[tuple[str, Rules]]:
        """The constraints of one field, by predicate, as SHACL properties."""
        one: Rules = {"sh:maxCount": 1}
        match field.mapping:
            case Value(predicate, datatype, also):
                for name in (predicate, *also):
                    yield name, one | self.literal(field, datatype) | self.ordered(name)
            case Concept(predicate, scheme):
                values = "|".join(_values(scheme))
                pattern = f"^{escape(self.names.iri(f'rw:{scheme}-'))}({values})$"
                yield predicate, one | {"sh:nodeKind": "sh:IRI", "sh:pattern": pattern}
            case Match(predicate, prefix):
                pattern = f"^{escape(self.names.iri(prefix))}Q[1-9][0-9]*$"
                yield predicate, one | {"sh:nodeKind": "sh:IRI", "sh:pattern": pattern}
            case Named(predicate, classes):
                yield predicate, one | {"sh:class": classes[0]}
            case Passage(predicate, _, also):
                for name in (predicate, *also):
                    yield name, one | {"sh:class": "oa:SpecificResource"}
            case Refinement(_, predicates):
                for _, name in predicates:
                    yield name, {"sh:class": "oa:SpecificResource"}
            case Link(predicate, target, inverse):
                if not inverse:
                    yield predicate, one | {"sh:class": f"rw:{target}"}
                else:
                    yield predicate, {"sh:class": f"rw:{target}"}
            case Part(predicate):
                if field.model is not None and issubclass(field.model, Model) and field.model.rdf is not None:
                    yield predicate, one | {"sh:class": field.model.rdf.classes[0]}
            case Member(back):
                self.member(field, back)
            case Classes() | Inline():
                return

    def member(self, field: MappedField, back: str) -> None:
        if field.model is None:
            return
        shape = f"shape-{field.model.__name__}"
        self.add(
            self.property(shape, back, back), {"sh:class": "schema:NewsArticle", "sh:minCount": 1, "sh:maxCount": 1}
        )
        position = {"sh:datatype": "xsd:integer", "sh:minInclusive": 0, "sh:minCount": 1, "sh:maxCount": 1}
        self.add(self.property(shape, POSITION, POSITION), position)

    def literal(self, field: MappedField, datatype: str) -> Rules:
        rules: Rules = {}
        if datatype == "text":
            rules["sh:nodeKind"] = "sh:Literal"
        elif datatype == "partial-date":
            rules["sh:pattern"] = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
        else:
            rules["sh:datatype"] = {"uri": "xsd:anyURI"}.get(datatype, f"xsd:{datatype}")
        return rules | _constraints(field.info, datatype)

    def ordered(self, predicate: str) -> Rules:
        return dict([_IN_ORDER[predicate]]) if predicate in _IN_ORDER else {}

    def spans(self) -> None:
        """A span's node with its two selectors, which the models fold into one value."""
        span = self.node_shape("Span", "oa:SpecificResource")
        self.add(
            self.property(span, "oa:hasSource", "oa:hasSource"),
            {"sh:class": "schema:NewsArticle", "sh:minCount": 1, "sh:maxCount": 1},
        )
        self.add(
            self.property(span, "oa:hasSelector", "oa:hasSelector"),
            {"sh:nodeKind": "sh:IRI", "sh:minCount": 2, "sh:maxCount": 2},
        )
        quote = self.node_shape("Quote", "oa:TextQuoteSelector")
        position = self.node_shape("Position", "oa:TextPositionSelector")
        for field in mapped_fields(Span):
            shape = quote if field.name == "text" else position
            for predicate, rules in self.rules(field):
                self.add(self.property(shape, predicate, predicate), rules | {"sh:minCount": 1})
        for context in ("oa:prefix", "oa:suffix"):
            self.add(self.property(quote, context, context), {"sh:nodeKind": "sh:Literal", "sh:maxCount": 1})

    def node_shape(self, name: str, class_: str) -> str:
        shape = f"shape-{name}"
        self.add(shape, {"rdf:type": "sh:NodeShape", "sh:targetClass": class_})
        return shape

    def property(self, shape: str, predicate: str, name: str) -> str:
        property_shape = f"{shape}.{name.rpartition(':')[2]}"
        self.add(shape, {"sh:property": f"rw:{property_shape}"})
        self.add(property_shape, {"rdf:type": "sh:PropertyShape", "sh:path": predicate})
        return property_shape

    def add(self, shape: str, rules: Rules) -> None:
        for predicate, value in rules.items():
            self.triples.append(
                Triple(self.names.node(f"rw:{shape}"), self.names.node(predicate), self.term(predicate, value))
            )

    def term(self, predicate: str, value: Any) -> NamedNode | Literal:
        if isinstance(value, str) and predicate != "sh:pattern":
            return self.names.node(value)
        return Literal(value)


def _values(scheme: str) -> Iterator[str]:
    for term in vocabulary():
        if term.within == (f"rw:scheme-{scheme}",):
            yield term.name.removeprefix(f"rw:{scheme}-")


def _constraints(info: FieldInfo, datatype: str) -> Rules:
    """What pydantic checks of a field, as SHACL."""
    rules: Rules = {}
    for rule in _metadata(info):
        match rule:
            case annotated_types.Ge(ge):
                rules["sh:minInclusive"] = ge
            case annotated_types.Le(le):
                rules["sh:maxInclusive"] = le
            case annotated_types.MinLen(length):
                rules["sh:minLength"] = length
            case annotated_types.MaxLen(length):
                rules["sh:maxLength"] = length
            case _ if (pattern := getattr(rule, "pattern", None)) and datatype not in ("date", "partial-date"):
                rules["sh:pattern"] = pattern
    return rules


def _metadata(info: FieldInfo) -> Iterator[Any]:
    yield from info.metadata
    for member in get_args(info.annotation):
        yield from getattr(member, "__metadata__", ())
