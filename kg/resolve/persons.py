"""Names of persons: titles, kunya and nasab, names of servants of God, initials, the younger and the elder."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.gazetteer import word_classes
from kg.resolve.sounds import likeness, sounds
from kg.resolve.tables import nations, ordinals, parts, titles
from kg.resolve.words import SAME_WORD, Word, alike, bare, is_arabic, pieces, word
from kg.text import fold

_SERVANT = re.compile(r"abd(?:[aeiou]l?|)[-' ]?(?=[a-z]{2})")
_FAITH_TOGETHER = re.compile(r"([a-z]{3,12}?)[aeiu]?[dl]-?din[e]?")
_SON_OF = frozenset({"بن", "ابن", "bin", "ibn"})
_WRITTEN_TOGETHER = 0.86
"""Whole names, words joined, from here on are one: شي جين بينغ, Xi Jinping."""

_SURE_GIVEN, _LOOSE_SURNAME = 0.93, 0.7
"""Beside a given name that surely agrees, a foreign surname may be spelt more freely (شولتس, Scholz)."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name: its words in their order without titles and particles, and what tells namesakes apart."""

    words: tuple[Word, ...]
    ordinal: int = 0
    age: str = ""
    nasab: bool = False


@lru_cache(maxsize=65536)
def person(name: str) -> Person:
    """The parts of ``name``; what follows a comma in Latin script is taken as the given name."""
    surname, comma, given = name.partition(",")
    row = list(pieces(f"{given} {surname}" if comma and not is_arabic(name) and len(given.split()) <= 2 else name))
    row = _without_titles(row)
    ordinal, age = 0, ""
    if len(row) > 1:
        last = fold(row[-1])
        ordinal = ordinals().get(last, 0)
        age = "younger" if last in parts("younger") else "elder" if last in parts("elder") else ""
        if ordinal or age:
            row.pop()
    nasab = any(fold(piece) in _SON_OF for piece in row[1:])
    return Person(tuple(_words(row)), ordinal, age, nasab)


def _without_titles(row: list[str]) -> list[str]:
    arabic_heads = word_classes("titles_ar")
    while len(row) > 1:
        first = fold(row[0])
        title = first in titles() or bare(first) in nations() or (len(row) > 2 and bare(first).rstrip("ه") in nations())
        # أمين and حكم are titles and given names: with one word after them, they are the name.
        alone = len(row) == 2 and is_arabic(first) and not first.startswith("ال") and first in arabic_heads["office"]
        if not title or alone or _faith(row[1:]):
            break
        row = row[1:]
        if row and fold(row[0]) == "of" and len(row) > 2:
            row = row[2:]
        while first in arabic_heads["office"] and len(row) > 1 and fold(row[0]).startswith("ال"):
            row = row[1:]
    return row


def _words(row: list[str]) -> list[Word]:
    out: list[Word] = []
    at = 0
    while at < len(row):
        text, following = fold(row[at]), row[at + 1 :]
        if text in parts("servant") and following:
            skip = 2 if fold(following[0]) in parts("article") and len(following) > 1 else 1
            out.append(_servant(following[skip - 1]))
            at += 1 + skip
            continue
        if text in parts("kunya") and following:
            skip = 2 if fold(following[0]) in parts("article") and len(following) > 1 else 1
            out.append(_joined("ابو" if is_arabic(text) else "abu", following[skip - 1]))
            at += 1 + skip
            continue
        faith = _faith(following)
        if faith:
            out.append(_joined(row[at], "دين" if is_arabic(text) else "din"))
            at += 1 + faith
            continue
        if text in parts("article") | parts("particle") and (out or (text in parts("article") and following)):
            at += 1
            continue
        match, together = _SERVANT.match(text), _FAITH_TOGETHER.fullmatch(text)
        if text.startswith("عبدال") and len(text) > 6:
            out.append(_servant(row[at][3:]))
        elif together:
            out.append(_joined(together.group(1), "din"))
        elif match and len(text) - match.end() >= 3:
            out.append(_servant(text[match.end() :]))
        elif text.startswith("ben") and len(text) >= 7:  # Benkirane and بن كيران
            out.append(replace(word(row[at]), heard=(*word(row[at]).heard, sounds(text[3:]))))
        else:
            out.append(word(row[at]))
        at += 1
    return out


def _faith(following: list[str]) -> int:
    """How many of the words that follow are the second part of a name such as نجم الدين."""
    skip = 1 if len(following) > 1 and fold(following[0]) in parts("article") else 0
    return skip + 1 if len(following) > skip and fold(following[skip]) in parts("faith") else 0


def _servant(of: str) -> Word:
    plain = bare(fold(of)) if is_arabic(of) else re.sub(r"^(al|el|ul|l)(?=[a-z]{3})", "", fold(of))
    return word(("عبد·" if is_arabic(of) else "abd·") + plain)


def _joined(first: str, second: str) -> Word:
    plain = bare(fold(second)) if is_arabic(second) else fold(second)
    return word(first + "·" + plain)


def compare_persons(left: str, right: str) -> tuple[float, str]:
    """How sure it is that two names of persons are of one, with the reason.

    0.6 stands for a surname alone, which says nothing without context.
    """
    one, other = person(left), person(right)
    if not one.words or not other.words:
        return 0.0, "a name without words"
    if one.age and other.age and one.age != other.age:
        return 0.1, "the younger and the elder"
    if one.ordinal and other.ordinal and one.ordinal != other.ordinal:
        return 0.1, "numbered differently"
    score, reason = _aligned(one.words, other.words, turned=not (one.nasab or other.nasab))
    if score < 0.8 and len(one.words) + len(other.words) >= 4 and _as_one_word(one.words, other.words):
        return 0.85, "the whole names sound alike, written together or apart"
    if score >= 0.8 and bool(one.ordinal or one.age) != bool(other.ordinal or other.age):
        return min(score, 0.7), f"{reason}; only one is numbered"
    return score, reason


def _aligned(left: tuple[Word, ...], right: tuple[Word, ...], *, turned: bool) -> tuple[float, str]:
    """Compare in order; ``turned`` where surname and given name may have changed places, as sons and fathers do not."""
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if len(short) == 1:
        return _single(short[0], long)
    given, surname = alike(short[0], long[0]), alike(short[-1], long[-1])
    if given >= SAME_WORD and _in_order(short[1:], long[1:]):
        worst = min(given, max(alike(short[-1], word_) for word_ in long[1:]))
        if short[0].initial or long[0].initial:
            return 0.8, "surname and initial agree"
        whole = 0.95 if surname >= SAME_WORD else 0.85
        score = round(whole * worst + (1 - whole) * given, 3) if worst < 1 else whole + 0.05
        return score, "all words of the shorter name agree"
    if turned and len(short) == len(long) == 2 and min(alike(short[0], long[1]), alike(short[1], long[0])) >= SAME_WORD:
        return 0.8, "the words agree in the other order"
    across = short[0].arabic != long[0].arabic and len(short) == len(long) == 2
    if across and given >= _SURE_GIVEN and surname >= _LOOSE_SURNAME:
        return 0.82, "given names agree, surnames nearly"
    if surname >= SAME_WORD and given < SAME_WORD:
        return 0.3, "one surname, two given names"
    if given >= SAME_WORD:
        return 0.2, "one given name, two surnames"
    return round(min(given, surname, 0.2), 3), "the words differ"


def _single(alone: Word, row: tuple[Word, ...]) -> tuple[float, str]:
    if len(row) == 1:
        score = alike(alone, row[0])
        return (round(score, 3) if score >= SAME_WORD else round(score / 2, 3)), "single names compared"
    if alike(alone, row[-1]) >= SAME_WORD:
        return 0.6, "surname alone"
    if any(alike(alone, word_) >= SAME_WORD for word_ in row):
        return 0.4, "one name of several alone"
    return 0.1, "the single name is not in the other"


def _in_order(short: tuple[Word, ...], long: tuple[Word, ...]) -> bool:
    at = 0
    for word_ in short:
        while at < len(long) and alike(word_, long[at]) < SAME_WORD:
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _as_one_word(left: tuple[Word, ...], right: tuple[Word, ...]) -> bool:
    if len(left) == len(right) or alike(left[0], right[0]) < SAME_WORD:
        return False
    one, other = ("".join(word_.heard[0] for word_ in row if word_.heard)[:40] for row in (left, right))
    return likeness(one, other) >= _WRITTEN_TOGETHER
