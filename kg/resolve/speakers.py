"""Who speaks for whom: a ministry and its minister, a body and its spokesman, a country and those who govern it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.resolve.names import SAME, compare
from kg.resolve.organizations import organization
from kg.resolve.tables import speaker_words
from kg.text import fold, tokens
from schemas import EntityType

_LONGEST = 200
_DIFFERENT = 0.15
_FOR = re.compile(
    r"^(?:(?:a|an|the|its)\s+)?(?:spokes(?:man|woman|person)|speaker)\s+(?:for|of)\s+"
    r"|^(?:ال)?(?:متحدث|ناطق)(?:ة|ا)?\s+(?:رسمي\S*\s+)?باسم\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """For whom words for a source speak: ``kind`` is "ministry", "government", "state" or ""; where, and which side.

    ``field`` is a ministry's: health, interior. ``side`` is the part of a country whose government it is.
    """

    kind: str = ""
    field: str = ""
    places: frozenset[str] = frozenset()
    side: frozenset[str] = frozenset()


def without_name(source: str) -> str:
    """The words for a source up to its first comma."""
    return source.replace("،", ",").split(",")[0].strip()


def body_of(source: str) -> str:
    """The body for which a spokesman speaks, else the words as they are: a spokesman for the society, the society."""
    found = _FOR.match(source[:_LONGEST])
    return source[found.end() :].strip() if found else source


def without_holder(source: str, name: str) -> str:
    """The words for a source without the spokesman's own ``name`` at their end."""
    short = source.removesuffix(name).rstrip(" ,،") if name else source
    return short if short != source and body_of(short) not in ("", short) else source


def one_voice(left: str, right: str) -> bool | None:
    """Whether two descriptions of sources are of one; None where the words do not tell."""
    left, right = body_of(left[:_LONGEST]), body_of(right[:_LONGEST])
    one, other = voice(left), voice(right)
    if one.kind and other.kind:
        return _one_office(one, other)
    names = without_name(left), without_name(right)
    if not all(names):
        return None
    score = compare(*names, EntityType.ORGANIZATION).score
    if score >= SAME:
        return True
    return False if score <= _DIFFERENT else None


def _one_office(one: Voice, other: Voice) -> bool | None:
    if one.places and other.places and not one.places & other.places:
        return False
    if one.side and other.side and one.side != other.side:
        return False
    if one.kind == other.kind == "ministry":
        return bool(one.field) and one.field == other.field
    if "state" in (one.kind, other.kind):
        return bool(one.places & other.places) and not (one.side or other.side)
    # The authorities of a place speak with all its ministries' voices.
    return bool(one.places & other.places) or (bool(one.side & other.side) and not (one.places and other.places))


@lru_cache(maxsize=65536)
def voice(source: str) -> Voice:
    """What the words for a source say of the office that speaks."""
    words = [token.norm for token in tokens(source)]
    plain = [_bare(word) for word in words]
    parsed = organization(source)
    side = frozenset(meaning for word in plain for meaning in speaker_words().get(word, ()) if meaning.startswith("@"))
    kinds = [kind for word in plain for kind in ("ministry", "government") if kind in speaker_words().get(word, ())]
    if "ministry" in kinds:
        field = next((min(found) for found in parsed.meanings if not any(one.startswith("*") for one in found)), "")
        if field:
            return Voice("ministry", field, parsed.places, side)
    if "government" in kinds and (parsed.places or side):
        return Voice("state" if _heads_state(plain) else "government", "", parsed.places, side)
    country = country_of(source)
    return Voice("state", "", frozenset({country})) if country else Voice()


def _heads_state(words: list[str]) -> bool:
    return any("head" in speaker_words().get(word, ()) for word in words)


@lru_cache(maxsize=16384)
def country_of(name: str) -> str:
    """The country that a name of one or two words is, by its folded English name; "" for anything else."""
    if len(name.split()) > 3:
        return ""
    places = organization(f"وزارة {name}" if re.search("[\u0600-\u06ff]", name) else f"{name} ministry").places
    known = compare(name, next(iter(places)), EntityType.PLACE).same if len(places) == 1 else False
    return next(iter(places)) if known else ""


def _bare(word: str) -> str:
    for proclitic in ("وال", "بال", "ال", "ب", "و"):
        if word.startswith(proclitic) and len(word) - len(proclitic) >= 3 and fold(word) not in speaker_words():
            return word[len(proclitic) :]
    return word.removesuffix("'s")
