"""An extraction as the quads of its document's named graph."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import ShapeError
from kg.rdf.derived import derived
from kg.rdf.ids import Minted, part_iri, span_iri
from kg.rdf.literals import language_tag, literal
from kg.rdf.names import Names
from kg.text.fold import fold
from schemas import Article, Claim, Entity, Event, Extraction, ExtractorInfo, Span
from schemas.mapping import (
    LABEL,
    NAME_KEY,
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

CONTEXT_LENGTH = 32
"""Code points kept before and after a quoted passage, so that it can be found again in a changed text."""


def quads(extraction: Extraction, names: Names | None = None) -> list[Quad]:
    """Every quad of the extraction's named graph, without blank nodes, in the order of the text.

    Raises ShapeError for a span that does not quote the article.
    """
    return _Writer(extraction, names or Names()).written()


class _Writer:
    """Collects the quads of one extraction."""

    def __init__(self, extraction: Extraction, names: Names) -> None:
        self.extraction = extraction
        self.names = names
        self.text = extraction.article.text
        self.tag = language_tag(extraction.article.language)
        self.minted = Minted(names, extraction)
        self.targets = {
            "Entity": self.minted.entities,
            "Event": self.minted.events,
            "Claim": self.minted.claims,
        }
        self.quads: list[Quad] = []
        self.spans: dict[tuple[int, int], NamedNode] = {}
        self.quoted: set[tuple[int, int]] = set()

    def written(self) -> list[Quad]:
        self.node(self.minted.graph, self.extraction)
        for (start, end), node in sorted(self.spans.items()):
            self.selectors(node, start, end)
        for subject, predicate, object_ in derived(self.extraction, self.minted, self.names):
            self.say(subject, predicate, object_)
        # One triple said twice (an event that two roles share, say) is one triple.
        return list(dict.fromkeys(self.quads))

    def say(self, subject: NamedNode, predicate: str, object_: NamedNode | Literal) -> None:
        self.quads.append(Quad(subject, self.names.node(predicate), object_, self.minted.graph))

    def node(self, subject: NamedNode, model: Model, position: int | None = None) -> None:
        """A model with a node of its own: its classes and its fields."""
        for name in model.rdf.classes if model.rdf else ():
            self.say(subject, "rdf:type", self.names.node(name))
        if position is not None:
            self.say(subject, POSITION, Literal(position))
        self.fields(subject, model)

    def fields(self, subject: NamedNode, model: Model) -> None:
        for field in mapped_fields(type(model)):
            value = getattr(model, field.name)
            if value is None or value is False:
                continue
            values = value if field.many else (value,)
            match field.mapping:
                case Value() as mapping:
                    self.value(subject, mapping, value)
                case Concept() as mapping:
                    self.say(subject, mapping.predicate, self.names.concept(mapping.scheme, value))
                case Passage() as mapping:
                    self.passages(subject, mapping, values)
                case Refinement() as mapping:
                    span = getattr(model, mapping.of)
                    self.say(subject, dict(mapping.predicates)[value], self.span(span))
                case Link() as mapping:
                    self.links(subject, mapping, values)
                case Part() as mapping:
                    self.parts(subject, field, mapping, values)
                case Inline():
                    for inner in values:
                        self.fields(subject, inner)
                case Classes() as mapping:
                    for name in dict(mapping.by_value)[value]:
                        self.say(subject, "rdf:type", self.names.node(name))
                case Match() as mapping:
                    self.say(subject, mapping.predicate, self.names.node(mapping.prefix + value))
                case Named() as mapping:
                    self.named(subject, field, mapping, values)
                case Member() as mapping:
                    self.members(mapping, values)

    def value(self, subject: NamedNode, mapping: Value, value: str | int | float) -> None:
        term = literal(value, mapping.datatype, self.tag)
        for predicate in (mapping.predicate, *mapping.also):
            self.say(subject, predicate, term)

    def passages(self, subject: NamedNode, mapping: Passage, spans: Sequence[Span]) -> None:
        for span in spans:
            node = self.span(span)
            if mapping.quoted:
                self.quoted.add((span.start, span.end))
            for predicate in (mapping.predicate, *mapping.also):
                self.say(subject, predicate, node)

    def links(self, subject: NamedNode, mapping: Link, local_ids: Sequence[str]) -> None:
        for local_id in local_ids:
            target = self.targets[mapping.target][local_id]
            start, end = (target, subject) if mapping.inverse else (subject, target)
            for predicate in (mapping.predicate, *mapping.also):
                self.say(start, predicate, end)

    def parts(self, subject: NamedNode, field: MappedField, mapping: Part, models: Sequence[Model]) -> None:
        for number, model in enumerate(models):
            position = number if field.many else None
            match model:
                case Article():
                    node = self.minted.document
                case ExtractorInfo():
                    node = self.minted.extractor
                case _:
                    node = part_iri(subject, field.name, position)
            for predicate in (mapping.predicate, *mapping.also):
                self.say(subject, predicate, node)
            self.node(node, model, position)

    def named(self, subject: NamedNode, field: MappedField, mapping: Named, names: Sequence[str]) -> None:
        for number, name in enumerate(names):
            position = number if field.many else None
            node = part_iri(subject, field.name, position)
            self.say(subject, mapping.predicate, node)
            for class_ in mapping.classes:
                self.say(node, "rdf:type", self.names.node(class_))
            if position is not None:
                self.say(node, POSITION, Literal(position))
            self.say(node, LABEL, literal(name, "text", self.tag))
            self.say(node, NAME_KEY, Literal(fold(name)))

    def members(self, mapping: Member, models: Sequence[Entity | Event | Claim]) -> None:
        for position, model in enumerate(models):
            node = self.targets[type(model).__name__][model.id]
            self.node(node, model, position)
            self.say(node, mapping.back, self.minted.document)

    def span(self, span: Span) -> NamedNode:
        """The node of a span, which is described once however often it is used."""
        key = (span.start, span.end)
        node = self.spans.get(key)
        if self.text[span.start : span.end] != span.text:
            raise ShapeError(
                f"article {self.extraction.article.id!r}: characters {span.start} to {span.end} "
                f"are not {span.text[:60]!r}; ground the extraction before writing it"
            )
        if node is None:
            node = self.spans[key] = span_iri(self.minted.document, *key)
        return node

    def selectors(self, node: NamedNode, start: int, end: int) -> None:
        """What a span node says: its words, and where they stand, as two Web Annotation selectors."""
        words, place = part_iri(node, "quote"), part_iri(node, "position")
        self.say(node, "rdf:type", self.names.node("oa:SpecificResource"))
        self.say(node, "oa:hasSource", self.minted.document)
        self.say(node, "oa:hasSelector", words)
        self.say(node, "oa:hasSelector", place)
        self.say(words, "rdf:type", self.names.node("oa:TextQuoteSelector"))
        self.say(words, "oa:exact", literal(self.text[start:end], "text", self.tag))
        if (start, end) in self.quoted:
            before, after = self.text[max(0, start - CONTEXT_LENGTH) : start], self.text[end : end + CONTEXT_LENGTH]
            self.say(words, "oa:prefix", literal(before, "text", self.tag))
            self.say(words, "oa:suffix", literal(after, "text", self.tag))
        self.say(place, "rdf:type", self.names.node("oa:TextPositionSelector"))
        self.say(place, "oa:start", Literal(start))
        self.say(place, "oa:end", Literal(end))
