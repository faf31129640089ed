"""How a field of the contract is said in RDF: the small vocabulary that models.py annotates its fields with.

Everything here is plain data. Terms are written as CURIEs with the prefixes of ``PREFIXES``; ``rw:`` is this
project's own vocabulary, whose namespace depends on the base IRI and is filled in where graphs are written.
Writer, reader, ontology, SHACL shapes and JSON-LD context are all made from these annotations.
"""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

PREFIXES: dict[str, str] = {
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes that do not depend on the base IRI."""

Datatype = Literal["text", "string", "integer", "decimal", "boolean", "date", "partial-date", "uri"]
"""``text`` is tagged with the article's language; ``partial-date`` is xsd:date, gYearMonth or gYear by its length."""


@dataclass(frozen=True, slots=True)
class Node:
    """A model that becomes a node of its own; ``classes`` are all written out, since stores infer nothing."""

    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A literal. ``also`` are superproperties, written out with the same object."""

    predicate: str
    datatype: Datatype = "string"
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """One of a closed list, as the SKOS concept ``rw:<scheme>-<value>``."""

    predicate: str
    scheme: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Classes:
    """One of a closed list, as classes of the node itself; the first class of each value is its own."""

    by_value: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """An identifier in another authority, as a link to ``prefix`` + identifier."""

    predicate: str
    prefix: str


@dataclass(frozen=True, slots=True)
class Named:
    """A plain name, or several, each as a node of ``classes`` that bears it as its label."""

    predicate: str
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A span, as the IRI of those characters. ``quoted`` keeps the words before and after beside its own."""

    predicate: str
    quoted: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refinement:
    """One of a closed list, said by a narrower predicate for the passage in the sibling field ``of``."""

    of: str
    predicates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A nested value, or several, with a node of its own below the owner's."""

    predicate: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inline:
    """A nested value, or several, whose fields are said of the owner."""


@dataclass(frozen=True, slots=True)
class Member:
    """The things found in the article; each points back to it by ``back``."""

    back: str


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to another node of the same article by its local identifier.

    ``target`` is the name of that node's model. ``inverse`` says the link from there to here.
    """

    predicate: str
    target: str
    inverse: bool = False
    also: tuple[str, ...] = ()


FieldMapping = Value | Concept | Classes | Match | Named | Passage | Refinement | Part | Inline | Member | Link

LOCAL_ID = "rw:localId"
POSITION = "schema:position"
"""Keeps the order of things that the contract lists; counts from 0."""
LABEL = "rdfs:label"
NAME_KEY = "rw:nameKey"
"""The folded name that look-ups match, so that hamza, diacritics and Latin case do not matter."""


@dataclass(frozen=True, slots=True)
class MappedField:
    """One field of a model with its mapping."""

    name: str
    info: FieldInfo
    mapping: FieldMapping
    many: bool
    model: type[BaseModel] | None
    """The nested model, if the field holds one."""

    @property
    def required(self) -> bool:
        """Whether the graph must have it: neither optional, nor a list that may be empty, nor an unsaid ``False``."""
        if self.many:
            return any(getattr(rule, "min_length", 0) for rule in self.info.metadata)
        return type(None) not in _members(self.info.annotation) and self.info.default is not False


@lru_cache(maxsize=64)
def mapped_fields(model: type[BaseModel]) -> tuple[MappedField, ...]:
    """The fields of ``model`` in their order; a field without a mapping is a mistake and raises TypeError."""
    fields = []
    for name, info in model.model_fields.items():
        mappings = [rule for rule in info.metadata if isinstance(rule, FieldMapping)]
        if len(mappings) != 1:
            raise TypeError(f"{model.__name__}.{name} has {len(mappings)} RDF mappings; it needs exactly one")
        fields.append(MappedField(name, info, mappings[0], _is_tuple(info.annotation), _nested_model(info.annotation)))
    return tuple(fields)


def _members(annotation: Any) -> tuple[Any, ...]:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return typing.get_args(annotation)
    return (annotation,)


def _is_tuple(annotation: Any) -> bool:
    return any(typing.get_origin(member) is tuple for member in _members(annotation))


def _nested_model(annotation: Any) -> type[BaseModel] | None:
    for member in _members(annotation):
        inner = typing.get_args(member)[0] if typing.get_origin(member) is tuple else member
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            return inner
    return None
