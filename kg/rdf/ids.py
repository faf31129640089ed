"""The one place that mints identifiers: hashes of content, never of an extractor's version.

A document's IRI comes from the article's id alone, so that a changed article replaces its own graph. Entities, events
and claims are hashed with their document: sameness across documents is only ever a link.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from pyoxigraph import NamedNode

from kg.rdf.names import Names
from schemas import Claim, Entity, Event, Extraction, ExtractorInfo, Span

DIGITS = 20
"""Hexadecimal digits of an identifier: 80 bits."""


def digest(*parts: str) -> str:
    """The first 80 bits of SHA-256 over ``parts``, each with its length before it so that no two lists agree."""
    joined = "".join(f"{len(part)}:{part}," for part in parts)
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def document_iri(names: Names, article_id: str) -> NamedNode:
    """The article itself."""
    return NamedNode(f"{names.base}document/{digest('document', article_id)}")


def graph_iri(names: Names, article_id: str) -> NamedNode:
    """The named graph of everything found in the article."""
    return NamedNode(f"{names.base}graph/{digest('document', article_id)}")


def extractor_iri(names: Names, extractor: ExtractorInfo) -> NamedNode:
    """One version of one extractor."""
    return NamedNode(f"{names.base}extractor/{digest('extractor', extractor.name, extractor.version)}")


def span_iri(document: NamedNode, start: int, end: int) -> NamedNode:
    """The characters of a document from ``start`` up to ``end`` (code points), after RFC 5147."""
    return NamedNode(f"{document.value}#char={start},{end}")


def part_iri(owner: NamedNode, name: str, number: int | None = None) -> NamedNode:
    """A part that has no life without its owner; ``number`` tells several of a kind apart."""
    mark = ";" if "#" in owner.value else "#"
    return NamedNode(f"{owner.value}{mark}{name}" + ("" if number is None else f"-{number}"))


class Minted:
    """The IRIs of one extraction, by local identifier."""

    def __init__(self, names: Names, extraction: Extraction) -> None:
        article = extraction.article
        self.document = document_iri(names, article.id)
        self.graph = graph_iri(names, article.id)
        self.extractor = extractor_iri(names, extraction.extractor)
        self.entities = self._mint(
            names, "entity", ((entity.id, _entity_key(entity)) for entity in extraction.entities)
        )
        self.events = self._mint(names, "event", ((event.id, _event_key(event)) for event in extraction.events))
        self.claims = self._mint(names, "claim", ((claim.id, _claim_key(claim)) for claim in extraction.claims))

    def _mint(self, names: Names, kind: str, keys: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, NamedNode]:
        # Two of one content are told apart by their order, which the extraction keeps.
        seen: Counter[tuple[str, ...]] = Counter()
        minted = {}
        for local_id, key in keys:
            minted[local_id] = NamedNode(
                f"{names.base}{kind}/{digest(kind, self.document.value, *key, str(seen[key]))}"
            )
            seen[key] += 1
        return minted


def _entity_key(entity: Entity) -> tuple[str, ...]:
    return (entity.type, entity.name)


def _event_key(event: Event) -> tuple[str, ...]:
    return (event.type, _at(event.trigger))


def _claim_key(claim: Claim) -> tuple[str, ...]:
    source = claim.source
    return (_at(source.span), source.text or "", _at(claim.cue), *map(_at, claim.content))


def _at(span: Span | None) -> str:
    return "" if span is None else f"{span.start},{span.end}"
