"""What a gazetteer knows: things with their names in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.gazetteer.tables import rows
from schemas import EntityType


@dataclass(frozen=True, slots=True)
class Entry:
    """One known thing. ``key`` is unique within the tables; ``rank`` is lower where the source is more trusted."""

    key: str
    type: EntityType
    name: str
    wikidata: str | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of an entry; ``weak`` where it is also a word or another's name and needs a cue beside it."""

    entry: Entry
    text: str
    weak: bool


_OWN = ("places", "organizations", "outlets", "persons", "products")
_CITY_RANK, _COUNTRY_RANK = 20, 10


def entries() -> Iterator[Name]:
    """All names of all tables, the most trusted first."""
    for rank, table in enumerate(_OWN):
        for number, (wikidata, type_, arabic, english) in enumerate(rows(table)):
            yield from _own(table, rank, number, wikidata, EntityType(type_), (*_split(arabic), *_split(english)))
    for code, arabic, english in rows("countries"):
        entry = Entry(f"country:{code}", EntityType.PLACE, english, None, _COUNTRY_RANK)
        for name in (*_split(arabic), *_split(english)):
            yield Name(entry, name.rstrip("?"), name.endswith("?"))
    for geoname, _country, arabic, english in rows("cities"):
        names = (*_split(english), *_split(arabic))
        entry = Entry(f"geonames:{geoname}", EntityType.PLACE, names[0].rstrip("?"), None, _CITY_RANK)
        for name in names:
            yield Name(entry, name.rstrip("?"), name.endswith("?"))


def _own(
    table: str, rank: int, number: int, wikidata: str, type_: EntityType, names: tuple[str, ...]
) -> Iterator[Name]:
    whole = Entry(f"{table}:{number}", type_, names[0].rstrip("?"), None if wikidata in "-*" else wikidata, rank)
    for position, name in enumerate(names):
        text = name.rstrip("?")
        entry = Entry(f"{table}:{number}.{position}", type_, text, None, rank) if wikidata == "*" else whole
        yield Name(entry, text, name.endswith("?"))


def _split(names: str) -> tuple[str, ...]:
    return () if names == "-" else tuple(names.split("|"))
