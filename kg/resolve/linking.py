"""Everything that links articles: entities, claims, and how many independent sources a claim has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.rdf import Names
from kg.resolve.chains import by_local, origin
from kg.resolve.claims import link_claims
from kg.resolve.decisions import Decision, stale
from kg.resolve.entities import Clusters, link_entities
from kg.resolve.links import Link, in_order
from kg.resolve.records import Record, records
from kg.resolve.statements import Statement, statements
from schemas import Extraction


@dataclass(frozen=True, slots=True)
class Linked:
    """The links of a set of articles; ``sources`` counts the independent sources of each claim that others repeat."""

    entities: tuple[Link, ...]
    claims: tuple[Link, ...]
    clusters: Clusters
    records: tuple[Record, ...]
    statements: tuple[Statement, ...]
    sources: dict[str, int]
    stale: tuple[Decision, ...]


def link_articles(found: Iterable[Extraction], names: Names, decisions: Sequence[Decision] = ()) -> Linked:
    """Link ``found``; the same result whatever their order. A decision always wins."""
    listed = list(found)
    people = tuple(one for extraction in listed for one in records(extraction, names))
    apart = frozenset(one.pair for one in decisions if one.verdict == "different")
    together = [(one.a, one.b) for one in decisions if one.verdict == "same"]
    links, clusters = link_entities(people, apart | _rejected(decisions), together)
    links = _with_decided(links, decisions, people)
    said = tuple(one for extraction in listed for one in statements(extraction, names, clusters))
    all_claims = link_claims(said, clusters)
    claims = [link for link in all_claims if frozenset((link.left, link.right)) not in _rejected(decisions)]
    known = frozenset(one.iri for one in people) | frozenset(one.iri for one in said)
    undecided = all_claims + (link_entities(people)[0] if decisions else [])
    return Linked(
        tuple(links),
        tuple(claims),
        clusters,
        people,
        said,
        independent(said, claims),
        tuple(stale(decisions, known, undecided)),
    )


def independent(said: Iterable[Statement], links: Iterable[Link]) -> dict[str, int]:
    """How many sources each claim has that others repeat: claims whose chains end in one claim count once."""
    listed = list(said)
    by_iri = {one.iri: one for one in listed}
    local = by_local(listed)
    retold = {link.left: by_iri[link.right] for link in links if link.kind == "relays"}
    repeating: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.kind in ("corroborates", "relays"):
            repeating[link.left].add(link.right)
            repeating[link.right].add(link.left)
    return {
        iri: len({origin(by_iri[one], local, retold) for one in {iri, *repeating[iri]}}) for iri in sorted(repeating)
    }


def _rejected(decisions: Iterable[Decision]) -> frozenset[frozenset[str]]:
    return frozenset(one.pair for one in decisions if one.verdict == "reject-link")


def _with_decided(links: list[Link], decisions: Iterable[Decision], people: Iterable[Record]) -> list[Link]:
    """The links less those decided against, and with those that a person decided on."""
    names = {one.iri: one.name for one in people}
    refused = {one.pair for one in decisions if one.verdict != "same"}
    made = {frozenset((link.left, link.right)): link for link in links}
    for one in decisions:
        if one.verdict == "same" and one.a in names and one.b in names:
            reason = f"{one.who}, {one.when}: {one.why}"
            link = Link("exact", one.a, one.b, 1.0, "decision", reason, names[one.a], names[one.b])
            made[one.pair] = in_order(link)
    return sorted(link for pair, link in made.items() if pair not in refused)
