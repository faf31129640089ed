"""Names of organisations and outlets: what kind of body, of which field and place, and words of its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.gazetteer import gazetteer
from kg.resolve.sounds import likeness
from kg.resolve.tables import nations, organization_words, parts, place_heads
from kg.resolve.words import SAME_WORD, Word, alike, bare, is_arabic, pieces, word
from kg.text import fold

_PROCLITICS = ("وال", "لل", "بال", "ل", "و", "ب")
_OFTEN_LEFT_OUT = {"movement", "group", "organization", "company", "network", "united", "affairs", "coordination"}
"""Heads that a name carries or not: حركة حماس, Hamas."""
_ENDINGS = ("يه", "ه", "يين", "ين", "ات", "ي")


@dataclass(frozen=True, slots=True)
class Organization:
    """A name as what its words mean: each in ``meanings`` is the set that one word may mean, ``places`` where it is."""

    meanings: tuple[frozenset[str], ...]
    places: frozenset[str]
    own: tuple[Word, ...]


@lru_cache(maxsize=65536)
def organization(name: str) -> Organization:
    """The parts of ``name``."""
    row = pieces(name)
    meanings: list[frozenset[str]] = []
    places: set[str] = set()
    own: list[Word] = []
    at = 0
    while at < len(row):
        if fold(row[at]) in parts("filler") | parts("article") or _heads_a_place(row, at):
            at += 1
            continue
        found, length = _place(row, at)
        meaning = frozenset() if found else _meanings(row[at])
        if found:
            places.add(found)
        elif meaning:
            meanings.append(meaning)
        else:
            own.append(word(row[at]))
        at += length
    return Organization(tuple(meanings), frozenset(places), tuple(own))


def _heads_a_place(row: tuple[str, ...], at: int) -> bool:
    """Whether a word only says what kind of place follows: قطاع غزة and غزة are one where a body is named for them."""
    kinds = {place_heads().get(text) for text in _forms(row[at])[:3]}
    return bool(kinds & {"strip", "city", "state"}) and at + 1 < len(row) and _place(row, at + 1)[0] is not None


def _place(row: tuple[str, ...], at: int) -> tuple[str | None, int]:
    for text in _forms(row[at]):
        nation = nations().get(text)
        if text in organization_words():  # المالية is finance before it is Malian
            break
        if nation:
            return nation, 1
    for text in _forms(row[at])[:3]:
        for match in gazetteer().find(text, [fold(piece) for piece in row[at + 1 : at + 4]]):
            if match.entry.type == "place" and match.words < len(row) and not organization_words().get(text):
                return _one_name(match.entry.key, match.entry.name), match.words
    return None, 1


@lru_cache(maxsize=4096)
def _one_name(key: str, name: str) -> str:
    # A country's adjective and its name have to meet: both end in the English name where the tables know it.
    for other in gazetteer().named(name):
        if other.entry.key.startswith("country:"):
            return fold(other.entry.name)
    return fold(name) if not is_arabic(name) else key


@lru_cache(maxsize=16384)
def _meanings(piece: str) -> frozenset[str]:
    known = organization_words()
    for form in _forms(piece):
        if form in known:
            return known[form]
    return frozenset()


@lru_cache(maxsize=16384)
def _forms(piece: str) -> tuple[str, ...]:
    """A folded word as it stands, then without proclitics and article, then without endings."""
    text = fold(piece)
    forms = [text]
    if not is_arabic(text):
        stripped = text.removesuffix("'s").removesuffix("’s")
        return tuple(dict.fromkeys((text, stripped, stripped.removesuffix("s"))))
    for proclitic in ("ال", *_PROCLITICS):
        if text.startswith(proclitic) and len(text) - len(proclitic) >= 2:
            rest = text[len(proclitic) :]
            forms += [rest, bare(rest)]
    for form in tuple(forms):
        for ending in _ENDINGS:
            if form.endswith(ending) and len(form) - len(ending) >= 3:
                forms += [form[: -len(ending)] + "ي", form[: -len(ending)]]
    return tuple(dict.fromkeys(forms))


def compare_organizations(left: str, right: str) -> tuple[float, str]:
    """How sure it is that two names of organisations or outlets are of one, with the reason."""
    if left.count("+") != right.count("+"):
        return 0.3, "only one has a plus sign"
    for one, other in ((left, right), (right, left)):
        if _abbreviates(one, other):
            return 0.85, f"{one} is made of the other's initials"
    by_sound = _by_sound(left, right)
    by_meaning = _by_meaning(organization(left), organization(right))
    return max(by_meaning, by_sound)


def _by_meaning(one: Organization, other: Organization) -> tuple[float, str]:
    if not ((one.meanings or other.meanings) and (one.meanings or one.own) and (other.meanings or other.own)):
        return 0.0, "nothing to compare by meaning"
    missing = [
        meaning
        for meaning in _unmatched(one.meanings, other.meanings) + _unmatched(other.meanings, one.meanings)
        if meaning not in _OFTEN_LEFT_OUT
    ]
    if len(one.meanings) + len(other.meanings) < 3 and not (one.own or one.places) and not (other.own or other.places):
        return 0.0, "too little to compare by meaning"
    if missing:
        return 0.3 if len(missing) == 1 else 0.1, f"only one says {', '.join(sorted(missing))}"
    own = [_best(word_, other.own) for word_ in one.own] + [_best(word_, one.own) for word_ in other.own]
    if own and min(own) < SAME_WORD:
        return 0.3, "words of their own differ"
    if one.places != other.places:
        if one.places and other.places and not (one.places < other.places or other.places < one.places):
            return 0.15, f"one body in {', '.join(sorted(one.places))}, one in {', '.join(sorted(other.places))}"
        return 0.6, f"only one says where: {', '.join(sorted(one.places ^ other.places))}"
    return 0.95, "the words mean the same"


def _unmatched(left: tuple[frozenset[str], ...], right: tuple[frozenset[str], ...]) -> list[str]:
    return [min(meaning).lstrip("*") for meaning in left if not any(meaning & other for other in right)]


def _best(word_: Word, row: tuple[Word, ...]) -> float:
    return max((alike(word_, other) for other in row), default=0.0)


def _by_sound(left: str, right: str) -> tuple[float, str]:
    one, other = (_said(name) for name in (left, right))
    if not one or not other:
        return 0.0, "nothing to compare by sound"
    if len(one) == len(other):
        score = min(alike(a, b) for a, b in zip(one, other, strict=True))
    else:
        joined = ["".join(word_.heard[0] for word_ in row if word_.heard)[:40] for row in (one, other)]
        score = likeness(*joined)
        score = score if score >= 0.88 else score / 2
    if score >= SAME_WORD:
        return round(score, 3), "the names sound alike"
    return round(score / 2, 3), "the names differ"


@lru_cache(maxsize=65536)
def _said(name: str) -> tuple[Word, ...]:
    row = [piece for piece in pieces(name) if fold(piece) not in parts("filler") | parts("article")]
    kept = [piece for piece in row if fold(piece) not in parts("outlet")]
    return tuple(word(piece) for piece in (kept or row))


def _abbreviates(short: str, name: str) -> bool:
    plain = short.replace(".", "")
    if not (2 <= len(plain) <= 8 and plain.isascii() and plain.isupper()):
        return False
    row = [piece for piece in pieces(name) if fold(piece) not in {"of", "the", "for", "and", "in", "on"}]
    return len(row) > 1 and "".join(piece[0] for piece in row).upper() == plain
