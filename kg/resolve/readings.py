"""What linking reads of one article alone, before it is known who is who: kept, so that it is read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.rdf import Names
from kg.rdf.ids import Minted
from kg.resolve.entities import Clusters
from kg.resolve.events_records import EventRecord, event_records
from kg.resolve.links import Link
from kg.resolve.records import Record, records
from kg.resolve.statements import Statement, main_story, places_first, statements
from schemas import Extraction


@dataclass(frozen=True, slots=True)
class Reading:
    """One article's named entities, claims and events; in these, every entity is a cluster of its own.

    ``mentions`` counts the mentions of each named entity, by IRI.
    """

    article: str
    records: tuple[Record, ...]
    statements: tuple[Statement, ...]
    mentions: tuple[tuple[str, int], ...]
    events: tuple[EventRecord, ...] = ()


def read(found: Extraction, names: Names) -> Reading:
    """What linking reads of ``found``."""
    people = tuple(records(found, names))
    alone = Clusters({one.iri: one.iri for one in people})
    minted = Minted(names, found)
    counts = ((minted.entities[entity.id].value, len(entity.mentions)) for entity in places_first(found.entities))
    return Reading(
        found.article.id,
        people,
        tuple(statements(found, names, alone)),
        tuple((iri, count) for iri, count in counts if iri in alone.of),
        tuple(event_records(found, names)),
    )


def bind(reading: Reading, clusters: Clusters) -> tuple[Statement, ...]:
    """The claims of an article when it is known who is who: what `statements` gives for ``clusters``."""
    of = clusters.of
    if all(of[iri] == iri for iri, _ in reading.mentions):
        return reading.statements
    often: Counter[str] = Counter()
    for iri, count in reading.mentions:
        often[of[iri]] += count
    story, everyone = main_story(often), frozenset(often)
    return tuple(
        replace(
            one,
            company=frozenset(of.get(iri, iri) for iri in one.company),
            places=frozenset(of.get(iri, iri) for iri in one.places),
            story=story,
            everyone=everyone,
        )
        for one in reading.statements
    )


@dataclass(frozen=True, slots=True)
class Before:
    """What an earlier run linked: its readings by article id, who was who, and what it judged of pairs of claims.

    ``entities``, ``claims`` and ``sources`` are the links and the counts of independent sources that came of it.
    """

    readings: dict[str, Reading]
    clusters: Clusters
    judged: tuple[Link, ...]
    entities: tuple[Link, ...]
    claims: tuple[Link, ...]
    sources: dict[str, int]


def bound(
    readings: Iterable[Reading], clusters: Clusters, before: Before
) -> Iterator[tuple[tuple[Statement, ...], tuple[Statement, ...]]]:
    """The claims of each article as they were, and as they are; the same object twice where nothing changed."""
    gone = dict(before.readings)
    for reading in readings:
        old = gone.pop(reading.article, None)
        new = bind(reading, clusters)
        if old is None:
            yield (), new
        elif old == reading and all(before.clusters.of.get(iri) == clusters.of[iri] for iri, _ in reading.mentions):
            yield new, new
        else:
            yield bind(old, before.clusters), new
    for old in gone.values():
        yield bind(old, before.clusters), ()
