"""What linking reads of an entity: its names, what stands beside its name, and who else is in the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kg.rdf import Names
from kg.rdf.ids import Minted
from kg.resolve.names import known_keys
from kg.resolve.organizations import organization
from kg.resolve.sounds import skeleton
from kg.resolve.words import pieces, word
from schemas import Article, Entity, EntityType, Extraction, Mention

_BESIDE = 60
"""Code points after a mention in which its complement may stand."""
_COMPLEMENT = re.compile(r"\s+(?:في|ب|ل|التابعة|التابع|بولاية|لولاية|in|of|for)\b[^.,،؛:;()\"«»“”\n]*")
_LAST_WORD = re.compile(r"(\S+)\s+$")
BODIES = frozenset({EntityType.ORGANIZATION, EntityType.OUTLET, EntityType.GROUP})


@dataclass(frozen=True, slots=True)
class Record:
    """One entity of one article. ``places`` are where the words beside a body's name say it is."""

    iri: str
    article: str
    kind: EntityType
    name: str
    names: tuple[str, ...]
    wikidata: str | None
    places: frozenset[str]
    beside: frozenset[str]
    setting: str


def records(found: Extraction, names: Names) -> list[Record]:
    """The named entities of one article; those without a name are never the same as others."""
    minted = Minted(names, found)
    named = [entity for entity in found.entities if any(mention.kind == "named" for mention in entity.mentions)]
    keys = {entity.id: context_key(entity) for entity in named}
    setting = _setting(named)
    return [
        Record(
            minted.entities[entity.id].value,
            found.article.id,
            entity.type,
            entity.name,
            _spellings(entity),
            entity.wikidata,
            _places_beside(found.article, entity) if entity.type in BODIES else frozenset(),
            frozenset(key for other, key in keys.items() if other != entity.id and key),
            setting,
        )
        for entity in named
    ]


def context_key(entity: Entity) -> str:
    """What an entity is called in the company of others: its item, its gazetteer entry, or how its last word sounds."""
    known = [entity.wikidata] if entity.wikidata else sorted(known_keys(entity.name, entity.type))
    if known:
        return known[0]
    row = [word(piece) for piece in pieces(entity.name)]
    heard = skeleton(row[-1].heard[0]) if row and row[-1].heard else ""
    return f"{len(row)}:{heard}" if len(heard) > 1 else ""


def _setting(entities: Iterable[Entity]) -> str:
    """The place that an article speaks of most, of those that the gazetteer knows; of two the smaller key."""
    places: Counter[str] = Counter()
    for entity in entities:
        if entity.type == EntityType.PLACE:
            key = context_key(entity)
            if key and not key[0].isdigit():
                places[key] += len(entity.mentions)
    return min(places, key=lambda key: (-places[key], key), default="")


def _spellings(entity: Entity) -> tuple[str, ...]:
    """The name and its longest mentions: a surname alone is no spelling of a full name."""
    texts = {entity.name, *(mention.span.text for mention in entity.mentions if mention.kind == "named")}
    longest = max(len(pieces(text)) for text in texts)
    least = min(2, longest) if entity.type == EntityType.PERSON else 1
    return tuple(sorted(text for text in texts if len(pieces(text)) >= least))[:4]


def _places_beside(article: Article, entity: Entity) -> frozenset[str]:
    named = organization(entity.name).places
    if named:
        return named
    found: set[str] = set()
    for mention in entity.mentions:
        if mention.kind == "named":
            found |= _places_at(article.text, mention)
    return frozenset(found)


def _places_at(text: str, mention: Mention) -> frozenset[str]:
    span = mention.span
    found: frozenset[str] = frozenset()
    after = _COMPLEMENT.match(text[span.end : span.end + _BESIDE])
    if after:
        found |= organization(span.text + " " + " ".join(after.group(0).split(" ")[:7])).places
    before = _LAST_WORD.search(text[max(0, span.start - _BESIDE) : span.start])
    if before and not re.search("[\u0600-\u06ff]", before.group(1)):
        found |= organization(f"{before.group(1)} {span.text}").places
    return found
