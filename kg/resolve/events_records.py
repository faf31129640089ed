"""What linking reads of an event: its trigger and what that may tell, who takes part, where, when, its figures."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg.rdf import Names
from kg.rdf.ids import Minted
from kg.resolve.events_words import happenings, stem
from kg.resolve.figures import Figure, figure
from kg.text import tokens
from schemas import EntityType, Extraction


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One event of one article. ``agents``, ``others`` and ``places`` are IRIs of entities of the article.

    ``stems`` and ``tells`` are the stems of the trigger and the happenings that it may tell; ``since`` and ``until``
    bound its day, empty where the text gives none; ``published`` is the article's date. ``claims`` are IRIs of the
    claims about it, ``called`` an IRI, a space and a name for each entity that takes part or is the place.
    """

    iri: str
    local: str
    article: str
    kind: str
    words: str
    evidence: str
    stems: frozenset[str]
    tells: frozenset[str]
    realis: str
    agents: frozenset[str]
    others: frozenset[str]
    places: frozenset[str]
    since: str
    until: str
    time: str
    published: str
    figures: tuple[Figure, ...]
    claims: frozenset[str]
    called: frozenset[str] = frozenset()

    def names(self, iris: frozenset[str]) -> str:
        """What the article calls some of its entities, in order."""
        rows = (row.split(" ", 1) for row in self.called)
        return ", ".join(sorted(name for iri, name in rows if iri in iris))


def event_records(found: Extraction, names: Names) -> list[EventRecord]:
    """The events of one article, in its order."""
    minted = Minted(names, found)
    iris = {local: node.value for local, node in minted.entities.items()}
    place_ids = {entity.id for entity in found.entities if entity.type == EntityType.PLACE}
    names_of = {entity.id: entity.name for entity in found.entities}
    about: dict[str, set[str]] = defaultdict(set)
    for claim in found.claims:
        for event in claim.about:
            about[event].add(minted.claims[claim.id].value)
    out = []
    for one in found.events:
        parts = [part for part in one.participants if part.entity is not None]
        takes_place = {part.entity for part in parts} & place_ids
        if one.place and one.place.entity:
            takes_place.add(one.place.entity)
        named = takes_place | {part.entity for part in parts}
        words = [token.text for token in tokens(one.trigger.text)]
        out.append(
            EventRecord(
                iri=minted.events[one.id].value,
                local=one.id,
                article=found.article.id,
                kind=one.type.value,
                words=one.trigger.text,
                evidence=one.evidence.text,
                stems=frozenset(stem(word) for word in words),
                tells=frozenset(told for word in words for told in happenings(word)),
                realis=one.realis.value,
                agents=frozenset(iris[part.entity] for part in parts if part.entity and part.role == "agent"),
                others=frozenset(iris[part.entity] for part in parts if part.entity and part.role != "agent"),
                places=frozenset(iris[local] for local in takes_place if local),
                since=(one.time.start or "") if one.time else "",
                until=(one.time.end or "") if one.time else "",
                time=one.time.text if one.time else "",
                published=found.article.published or "",
                figures=tuple(figure(quantity) for quantity in one.quantities),
                claims=frozenset(about[one.id]),
                called=frozenset(f"{iris[local]} {names_of[local]}" for local in named if local),
            )
        )
    return out
