"""What changed between two stores: their articles, what was found in these, and the links between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from pyoxigraph import NamedNode

from kg.resolve.links import Link
from kg.resolve.stored import articles_of, stored_links
from kg.store import Document, Store
from schemas import Claim, Extraction

Change = Literal["added", "removed", "changed"]
GAP = " […] "
"""Stands between the pieces of a claim's words."""


@dataclass(frozen=True, slots=True)
class Gain:
    """What one article has more and less of one kind, in words."""

    added: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """An article that one store has and the other has not, or has otherwise.

    Where nothing is added or removed of a changed article, only places or details of what was found are others.
    """

    id: str
    title: str
    change: Change
    entities: Gain
    events: Gain
    claims: Gain


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """One side of a link: its article, its id there, and the words that were compared."""

    article: str
    local: str
    words: str


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A link that only one of two stores has."""

    kind: str
    left: LinkEnd
    right: LinkEnd
    because: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Difference:
    """What the second of two stores has otherwise than the first."""

    articles: tuple[ArticleChange, ...]
    gained: tuple[LinkChange, ...]
    lost: tuple[LinkChange, ...]


def difference(before: Store, after: Store) -> Difference:
    """What changed from ``before`` to ``after``: articles by id, links by their kind and ends."""
    old, new = ({one.id: one for one in store.documents()} for store in (before, after))
    changes = []
    for identifier in sorted(old.keys() | new.keys()):
        one, other = old.get(identifier), new.get(identifier)
        if one is None or other is None or not _same(before, after, one, other):
            changes.append(_article(identifier, before.extraction(identifier), after.extraction(identifier)))
    links = [{(link.kind, link.left, link.right): link for link in stored_links(store)} for store in (before, after)]
    gained = [link for key, link in links[1].items() if key not in links[0]]
    lost = [link for key, link in links[0].items() if key not in links[1]]
    return Difference(tuple(changes), _links(after, gained), _links(before, lost))


def _same(before: Store, after: Store, one: Document, other: Document) -> bool:
    """Whether a document's graphs are equal; both stores list equal graphs in one order."""
    graphs = before.graph(NamedNode(one.graph)), after.graph(NamedNode(other.graph))
    return all(left == right for left, right in zip_longest(*graphs))


def _article(identifier: str, old: Extraction | None, new: Extraction | None) -> ArticleChange:
    change: Change = "added" if old is None else "removed" if new is None else "changed"
    article = new.article if new else old.article if old else None
    return ArticleChange(
        identifier,
        (article.title if article else None) or "",
        change,
        _gain(_entities(old), _entities(new)),
        _gain(_events(old), _events(new)),
        _gain(_claims(old), _claims(new)),
    )


def _gain(old: Iterable[str], new: Iterable[str]) -> Gain:
    one, other = Counter(old), Counter(new)
    return Gain(tuple(sorted((other - one).elements())), tuple(sorted((one - other).elements())))


def _entities(found: Extraction | None) -> Iterator[str]:
    for entity in found.entities if found else ():
        yield f"{entity.type}: {entity.name}"


def _events(found: Extraction | None) -> Iterator[str]:
    for event in found.events if found else ():
        realis = "" if event.realis == "actual" else f" ({event.realis})"
        yield f"{event.type}{realis}: {event.trigger.text}: {event.evidence.text}"


def _claims(found: Extraction | None) -> Iterator[str]:
    names = {entity.id: entity.name for entity in found.entities} if found else {}
    for claim in found.claims if found else ():
        yield f"{_who(claim, names)} {claim.polarity}: {GAP.join(span.text for span in claim.content)}"


def _who(claim: Claim, names: dict[str, str]) -> str:
    source = claim.source
    words = source.span.text if source.span else ""
    return (names[source.entity] if source.entity else "") or source.text or words or "somebody"


def _links(store: Store, links: Iterable[Link]) -> tuple[LinkChange, ...]:
    listed = sorted(links)
    at = articles_of(store, (iri for link in listed for iri in (link.left, link.right)))
    return tuple(
        LinkChange(
            link.kind,
            LinkEnd(*at.get(link.left, ("", "")), link.left_words),
            LinkEnd(*at.get(link.right, ("", "")), link.right_words),
            link.reason,
            link.confidence,
        )
        for link in listed
    )
