"""Names of places: what kind of place the head says, what follows a comma, and the name itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.resolve.sounds import likeness
from kg.resolve.tables import parts, place_heads
from kg.resolve.words import Word, alike, bare, is_arabic, pieces, word
from kg.text import fold

_SAME_PLACE = 0.84
"""Places have no second word that bears a match out: their likeness has to be higher than a person's."""
_JOINED = 0.9
_AREAS = {"state", "province", "country", "strip", "city"}


@dataclass(frozen=True, slots=True)
class Place:
    """A place's name without heads; ``kinds`` are what the heads say, ``within`` what a comma or brackets add."""

    words: tuple[Word, ...]
    kinds: frozenset[str]
    within: str = ""


@lru_cache(maxsize=65536)
def place(name: str) -> Place:
    """The parts of ``name``."""
    flat = name.replace("(", ",").replace(")", "").replace("،", ",")
    head, _, within = flat.partition(",")
    kinds, words = set(), []
    for piece in pieces(head):
        text = fold(piece)
        kind = place_heads().get(text) or place_heads().get(bare(text))
        if kind:
            kinds.add(kind)
        elif text not in parts("filler") | parts("article"):
            words.append(word(piece))
    if not words:
        return Place(tuple(word(piece) for piece in pieces(head)), frozenset(), within.strip())
    return Place(tuple(words), frozenset(kinds), within.strip())


def one_strip(left: str, right: str) -> bool:
    """Whether one is a strip and the other the city that it is named for: قطاع غزة, Gaza."""
    one, other = place(left), place(right)
    if {one.kinds, other.kinds} != {frozenset({"strip"}), frozenset()} or one.within or other.within:
        return False
    return _words_alike(one.words, other.words) >= _SAME_PLACE


def compare_places(left: str, right: str) -> tuple[float, str]:
    """How sure it is that two names of places are of one, with the reason."""
    one, other = place(left), place(right)
    score = _words_alike(one.words, other.words)
    if score < _SAME_PLACE:
        return round(score / 2, 3), "the names differ"
    if one.within and other.within and compare_places(one.within, other.within)[0] < _SAME_PLACE:
        return 0.2, f"one name, within {one.within!r} and within {other.within!r}"
    if one.kinds != other.kinds:
        differing = ", ".join(sorted(one.kinds ^ other.kinds))
        if (one.kinds and other.kinds) or not (one.kinds ^ other.kinds) <= _AREAS:
            return 0.25, f"two kinds of place: {differing}"
        if {"strip", "state", "province"} & (one.kinds ^ other.kinds):
            return 0.6, f"only one is called {differing}"
    if bool(one.within) != bool(other.within):
        return 0.6, "only one says where it is"
    return round(score, 3), "the names agree"


def _words_alike(left: tuple[Word, ...], right: tuple[Word, ...]) -> float:
    if len(left) == len(right):
        return min((alike(a, b) for a, b in zip(left, right, strict=True)), default=0.0)
    one, other = ("".join(word_.heard[0] for word_ in row if word_.heard)[:40] for row in (left, right))
    if is_arabic(left[0].text if left else "") == is_arabic(right[0].text if right else ""):
        return min(likeness(one, other), 1.0 if one == other else 0.7)
    score = likeness(one, other)
    return score if score >= _JOINED else score / 2
