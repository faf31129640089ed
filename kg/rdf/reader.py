"""The quads of a document's named graph back to the extraction they were written from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.errors import StoreError
from kg.rdf.literals import python_value
from kg.rdf.names import Names
from schemas import Extraction, Span
from schemas.mapping import (
    LABEL,
    LOCAL_ID,
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

_Model = TypeVar("_Model", bound=BaseModel)
_Value = TypeVar("_Value")


def extraction(quads: Iterable[Quad | Triple], names: Names | None = None) -> Extraction:
    """The extraction that ``quads``, all of one document's graph, say.

    Raises StoreError when they are not what the writer of this version writes.
    """
    reader = _Reader(quads, names or Names())
    try:
        return reader.extraction()
    except (ValidationError, LookupError, ValueError) as error:
        raise StoreError(
            f"graph of {reader.whose()} cannot be read back: {error}; add the article again to rebuild it"
        ) from error


class _Reader:
    """Indexes the triples of one graph by subject and predicate."""

    def __init__(self, quads: Iterable[Quad | Triple], names: Names) -> None:
        self.names = names
        self.objects: dict[tuple[str, str], list[Any]] = defaultdict(list)
        self.subjects: dict[tuple[str, str], list[str]] = defaultdict(list)
        for quad in quads:
            if not isinstance(quad.subject, NamedNode):
                raise StoreError(f"{quad.subject} is not an IRI; this graph was not written by riwaya")
            subject, predicate, object_ = quad.subject.value, quad.predicate.value, quad.object
            self.objects[subject, predicate].append(object_)
            if isinstance(object_, NamedNode):
                self.subjects[predicate, object_.value].append(subject)

    def whose(self) -> str:
        """The document, for messages."""
        documents = self.subjects.get((self.names.iri("rdf:type"), self.names.iri("schema:NewsArticle")), [])
        return ", ".join(documents) or "an unknown document"

    def extraction(self) -> Extraction:
        [graph] = self.subjects[self.names.iri("rdf:type"), self.names.iri("rw:Extraction")]
        return self.model(Extraction, graph)

    def model(self, model: type[_Model], subject: str) -> _Model:
        """The value of ``model`` that is said of ``subject``."""
        return model.model_validate(self.fields(model, subject))

    def fields(self, model: type[BaseModel], subject: str) -> dict[str, Any]:
        """The fields of ``model`` that are said of ``subject``; those that are not are left out."""
        found = {field.name: self.field(field, subject) for field in mapped_fields(model)}
        return {name: value for name, value in found.items() if value is not None}

    def field(self, field: MappedField, subject: str) -> Any:
        match field.mapping:
            case Value(predicate, datatype):
                return self.single([python_value(term.value, datatype) for term in self.literals(subject, predicate)])
            case Concept(predicate, scheme):
                prefix = self.names.iri(f"rw:{scheme}-")
                return self.single([node.removeprefix(prefix) for node in self.nodes(subject, predicate)])
            case Classes(by_value):
                types = set(self.nodes(subject, "rdf:type"))
                return next(value for value, classes in by_value if self.names.iri(classes[0]) in types)
            case Match(predicate, prefix):
                namespace = self.names.iri(prefix)
                return self.single([node.removeprefix(namespace) for node in self.nodes(subject, predicate)])
            case Named(predicate):
                labels = [self.literals(node, LABEL)[0].value for node in self.ordered(self.nodes(subject, predicate))]
                return tuple(labels) if field.many else self.single(labels)
            case Passage(predicate):
                spans = [self.span(node) for node in self.nodes(subject, predicate)]
                return tuple(spans) if field.many else self.single(spans)
            case Link(predicate, _, inverse):
                linked = self.linking(predicate, subject) if inverse else self.nodes(subject, predicate)
                ids = [self.literals(node, LOCAL_ID)[0].value for node in linked]
                return tuple(ids) if field.many else self.single(ids)
            case Part(predicate):
                return self.parts(field, self.nodes(subject, predicate))
            case Inline():
                return self.inline(field, subject)
            case Member():
                return self.members(field)
            case Refinement():
                raise LookupError(f"{field.name} can only be read together with its passage")

    def parts(self, field: MappedField, nodes: list[str]) -> Any:
        if field.model is None:
            raise LookupError(f"{field.name} is not a nested value")
        parts = [self.model(field.model, node) for node in self.ordered(nodes)]
        return tuple(parts) if field.many else self.single(parts)

    def inline(self, field: MappedField, subject: str) -> Any:
        if field.model is None:
            raise LookupError(f"{field.name} is not a nested value")
        if field.many:
            return tuple(self.refined(field.model, subject))
        found = self.fields(field.model, subject)
        return found if found or field.required else None

    def refined(self, model: type[BaseModel], subject: str) -> Iterator[dict[str, Any]]:
        """Passages, each with the value that its narrower predicate says."""
        for field in mapped_fields(model):
            if isinstance(field.mapping, Refinement):
                for value, predicate in field.mapping.predicates:
                    for node in self.nodes(subject, predicate):
                        yield {field.mapping.of: self.span(node), field.name: value}

    def members(self, field: MappedField) -> tuple[BaseModel, ...]:
        if field.model is None or not issubclass(field.model, Model) or field.model.rdf is None:
            raise LookupError(f"{field.name} has no nodes of its own")
        model = field.model
        nodes = self.subjects[self.names.iri("rdf:type"), self.names.iri(field.model.rdf.classes[0])]
        return tuple(self.model(model, node) for node in self.ordered(nodes))

    def span(self, node: str) -> Span:
        selectors = self.nodes(node, "oa:hasSelector")
        found: dict[str, Any] = {}
        for selector in selectors:
            found |= self.fields(Span, selector)
        return Span.model_validate(found)

    def nodes(self, subject: str, predicate: str) -> list[str]:
        terms = self.objects.get((subject, self.names.iri(predicate)), [])
        return [term.value for term in terms if isinstance(term, NamedNode)]

    def literals(self, subject: str, predicate: str) -> list[Literal]:
        terms = self.objects.get((subject, self.names.iri(predicate)), [])
        return [term for term in terms if isinstance(term, Literal)]

    def linking(self, predicate: str, subject: str) -> list[str]:
        return self.subjects.get((self.names.iri(predicate), subject), [])

    def ordered(self, nodes: list[str]) -> list[str]:
        if len(nodes) < 2:
            return nodes
        return sorted(nodes, key=lambda node: int(self.literals(node, POSITION)[0].value))

    def single(self, values: list[_Value]) -> _Value | None:
        if len(values) > 1:
            raise ValueError(f"more than one value where one may stand: {values[:3]}")
        return values[0] if values else None
