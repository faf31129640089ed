"""Parameters of named queries: what a user types becomes an RDF term, never a piece of query text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.rdf import Names
from kg.rdf.vocabulary import vocabulary
from kg.text.fold import fold

KINDS = ("name", "word", "text", "id", "date", "iri", "language", "concept")
"""What a parameter may be.

``name`` and ``word`` are folded as the keys and texts are that they are compared with; ``text`` and ``id`` are taken
as they stand; ``concept:SCHEME`` is a value of a closed list, such as ``concept:event``.
"""

LANGUAGES = ("ar", "en")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A named query's parameter as its file declares it."""

    name: str
    kind: str
    description: str
    required: bool = False
    default: str | None = None

    def term(self, value: str, names: Names) -> NamedNode | Literal:
        """The term for ``value``; QueryError says what would be right."""
        kind, _, scheme = self.kind.partition(":")
        if kind == "concept":
            return self._concept(value, scheme, names)
        if kind == "date":
            return self._date(value, names)
        if kind == "iri":
            return self._iri(value, names)
        if kind == "language" and value not in LANGUAGES:
            raise QueryError(f"parameter {self.name}={value!r} must be one of {', '.join(LANGUAGES)}")
        if kind in ("name", "word"):
            folded = fold(value)
            if not folded:
                raise QueryError(f"parameter {self.name}={value!r} has no letters or digits to look for")
            return Literal(folded)
        return Literal(value)

    def _concept(self, value: str, scheme: str, names: Names) -> NamedNode:
        prefix = f"rw:{scheme}-"
        values = {term.name.removeprefix(prefix) for term in vocabulary() if term.within == (f"rw:scheme-{scheme}",)}
        by_folded = {known.casefold(): known for known in values}
        if value.casefold() not in by_folded:
            raise QueryError(f"parameter {self.name}={value!r} must be one of {', '.join(sorted(values))}")
        return names.concept(scheme, by_folded[value.casefold()])

    def _date(self, value: str, names: Names) -> Literal:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise QueryError(f"parameter {self.name}={value!r} must be a day as YYYY-MM-DD") from None
        return Literal(day.isoformat(), datatype=names.node("xsd:date"))

    def _iri(self, value: str, names: Names) -> NamedNode:
        prefix, colon, _ = value.partition(":")
        try:
            return names.node(value) if colon and prefix in names.prefixes else NamedNode(value)
        except ValueError:
            raise QueryError(f"parameter {self.name}={value!r} is not an IRI") from None
