"""Whether two names name one thing: across scripts and spellings, by rules and tables, with the reason.

The gazetteer decides first: two spellings of one entry are one, and two things with Wikidata items of their own are
two. Otherwise the rules of persons, places or organisations do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.gazetteer import gazetteer
from kg.resolve.organizations import compare_organizations
from kg.resolve.persons import compare_persons
from kg.resolve.places import compare_places, place
from kg.text import fold
from schemas import EntityType

SAME = 0.8
"""From this score on, two names are taken for one thing's."""

_SOUNDS_THE_SAME, _TWO_ENTRIES = 0.95, 0.3
_LONGEST = 200
"""Characters of a name that are read."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How sure it is that two names are one thing's, from 0 to 1, by which method and why."""

    score: float
    method: str
    reason: str

    @property
    def same(self) -> bool:
        """Whether the names alone suffice to take the two for one."""
        return self.score >= SAME


@lru_cache(maxsize=131072)
def compare(left: str, right: str, kind: EntityType) -> Comparison:
    """Compare two names of things of one ``kind``; a symmetrical judgement of the names alone."""
    left, right = left[:_LONGEST], right[:_LONGEST]
    if kind == EntityType.PLACE:
        one, other = place(left), place(right)
        if one.within or other.within or (one.kinds and other.kinds and one.kinds != other.kinds):
            return Comparison(*_first_score(compare_places(left, right)))
    known = _by_gazetteer(left, right, kind)
    if known:
        return known
    if kind == EntityType.PERSON:
        return Comparison(*_first_score(compare_persons(left, right)))
    if kind == EntityType.PLACE:
        return _of_two_entries(left, right, *compare_places(left, right))
    return Comparison(*_first_score(compare_organizations(left, right)))


def _of_two_entries(left: str, right: str, score: float, reason: str) -> Comparison:
    """Two places that the gazetteer knows as two are one only where their names sound the same: not صعدة and Saida.

    Names of several words that all agree are one place's, which the gazetteer may have twice.
    """
    one, other = known_keys(left, EntityType.PLACE), known_keys(right, EntityType.PLACE)
    single = len(place(left).words) == len(place(right).words) == 1
    if one and other and single and score < _SOUNDS_THE_SAME:
        return Comparison(min(score, _TWO_ENTRIES), "gazetteer", f"{min(one)} and {min(other)} are two entries")
    return Comparison(score, "names", reason)


def _first_score(found: tuple[float, str]) -> tuple[float, str, str]:
    score, reason = found
    return score, "names", reason


def _by_gazetteer(left: str, right: str, kind: EntityType) -> Comparison | None:
    one, other = known_keys(left, kind), known_keys(right, kind)
    shared = sorted(one & other)
    if shared:
        return Comparison(0.97, "gazetteer", f"both are names of {shared[0]}")
    items = [{key for key in keys if key.startswith("Q")} for keys in (one, other)]
    if items[0] and items[1] and fold(left) != fold(right):
        return Comparison(0.05, "gazetteer", f"{min(items[0])} and {min(items[1])} are two entries")
    return None


@lru_cache(maxsize=65536)
def known_keys(name: str, kind: EntityType) -> frozenset[str]:
    """The Wikidata items, else the keys, of the entries of this kind that bear ``name`` where no cue is needed.

    A person's surname alone is no key: others bear it too.
    """
    if kind == EntityType.PERSON and len(name.split()) == 1:
        return frozenset()
    bodies = (EntityType.ORGANIZATION, EntityType.OUTLET, EntityType.GROUP)
    kinds = bodies if kind in bodies else (kind,)
    found = [match for match in gazetteer().named(name) if match.entry.type in kinds and not match.weak]
    exact = [match for match in found if match.exact is None or match.exact == name]
    return frozenset(match.entry.wikidata or match.entry.key for match in exact)
