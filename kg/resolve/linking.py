"""Everything that links articles: entities, claims, events, and how many independent sources claims and events have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.rdf import Names
from kg.resolve.chains import by_local, origin, speaker_at
from kg.resolve.claims import judge, link_claims
from kg.resolve.decisions import Decision, stale
from kg.resolve.entities import Clusters, link_entities
from kg.resolve.events import event_sources, link_events, stories
from kg.resolve.events_records import EventRecord
from kg.resolve.links import Link, in_order
from kg.resolve.pairs import Blocks, place_in_time
from kg.resolve.readings import Before, Reading, bind, bound, read
from kg.resolve.records import Record
from kg.resolve.statements import Statement
from schemas import Extraction


@dataclass(frozen=True, slots=True)
class Linked:
    """The links of a set of articles; ``sources`` counts the independent sources of each claim that others repeat,
    ``event_sources`` those of each event that claims are about.

    ``before`` is what the next run goes on from.
    """

    entities: tuple[Link, ...]
    claims: tuple[Link, ...]
    clusters: Clusters
    records: tuple[Record, ...]
    statements: tuple[Statement, ...]
    sources: dict[str, int]
    stale: tuple[Decision, ...]
    before: Before
    events: tuple[Link, ...]
    event_records: tuple[EventRecord, ...]
    event_sources: dict[str, int]


def link_articles(found: Iterable[Extraction], names: Names, decisions: Sequence[Decision] = ()) -> Linked:
    """Link ``found``; the same result whatever their order. A decision always wins."""
    return link_readings((read(extraction, names) for extraction in found), decisions)


def link_readings(
    readings: Iterable[Reading], decisions: Sequence[Decision] = (), before: Before | None = None
) -> Linked:
    """Link articles by what was read of them; the same result with ``before``, an earlier run's, as without it."""
    listed = list(readings)
    people = tuple(one for reading in listed for one in reading.records)
    apart = frozenset(one.pair for one in decisions if one.verdict == "different")
    together = [(one.a, one.b) for one in decisions if one.verdict == "same"]
    links, clusters = link_entities(people, apart | _rejected(decisions), together)
    links = _with_decided(links, decisions, {one.iri: one.name for one in people})
    said, judged = _judged(listed, clusters, before)
    all_claims = link_claims(said, clusters, judged)
    claims = [link for link in all_claims if frozenset((link.left, link.right)) not in _rejected(decisions)]
    happenings = tuple(one for reading in listed for one in reading.events)
    all_events = link_events(happenings, clusters, stories(listed, clusters))
    events = _with_decided(all_events, decisions, {one.iri: one.words for one in happenings})
    known = frozenset(one.iri for one in people) | frozenset(one.iri for one in said)
    known |= frozenset(one.iri for one in happenings)
    undecided = all_claims + all_events + (link_entities(people)[0] if decisions else [])
    sources = independent(said, claims)
    by_article = {reading.article: reading for reading in listed}
    return Linked(
        tuple(links),
        tuple(claims),
        clusters,
        people,
        said,
        sources,
        tuple(stale(decisions, known, undecided)),
        Before(by_article, clusters, tuple(judged), tuple(links), tuple(claims), sources),
        tuple(events),
        happenings,
        event_sources(happenings, events, said, claims, clusters),
    )


def _judged(
    readings: list[Reading], clusters: Clusters, before: Before | None
) -> tuple[tuple[Statement, ...], list[Link]]:
    """All claims, and the links of pairs of them; of pairs that were judged before, the links as they were."""
    if before is None:
        said = tuple(one for reading in readings for one in bind(reading, clusters))
        return said, judge(Blocks(sorted(said, key=place_in_time)).pairs(), clusters)
    now: list[Statement] = []
    come: list[Statement] = []
    gone: list[Statement] = []
    for old, new in bound(readings, clusters, before):
        now += new
        if old is not new:
            kept = frozenset(old) & frozenset(new)
            come += [one for one in new if one not in kept]
            gone += [one for one in old if one not in kept]
    blocks = Blocks(sorted(now, key=place_in_time))
    by_iri = {one.iri: one for one in now}
    for one in come:
        del by_iri[one.iri]
    still = [
        link
        for link in before.judged
        if link.left in by_iri and link.right in by_iri and blocks.compared(by_iri[link.left], by_iri[link.right])
    ]
    return tuple(now), sorted({*still, *judge(blocks.pairs_beside(come, gone), clusters)})


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
        iri: len({speaker_at(by_iri[origin(by_iri[one], local, retold)]) for one in {iri, *repeating[iri]}})
        for iri in sorted(repeating)
    }


def _rejected(decisions: Iterable[Decision]) -> frozenset[frozenset[str]]:
    return frozenset(one.pair for one in decisions if one.verdict == "reject-link")


def _with_decided(links: list[Link], decisions: Iterable[Decision], names: Mapping[str, str]) -> list[Link]:
    """The links less those decided against, and with those that a person decided on; ``names`` are words by IRI."""
    refused = {one.pair for one in decisions if one.verdict != "same"}
    made = {frozenset((link.left, link.right)): link for link in links}
    for one in decisions:
        if one.verdict == "same" and one.a in names and one.b in names:
            reason = f"{one.who}, {one.when}: {one.why}"
            link = Link("exact", one.a, one.b, 1.0, "decision", reason, names[one.a], names[one.b])
            made[one.pair] = in_order(link)
    return sorted(link for pair, link in made.items() if pair not in refused)
