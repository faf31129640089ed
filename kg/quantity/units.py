"""What stands after a number: per cent, currency, measure, people, or another counted noun."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.text.fold import fold
from kg.text.numerals import Number
from kg.text.scan import OTHER, Chunk

_ADJECTIVES = 28
"""How many code points may stand between an English number and the people it counts: two adjectives."""
_SHORTEST_NOUN = 3
_ARTICLES = ("ال", "الـ", "ال ـ", "ال ـ ")
"""The article before digits: الـ23 are those twenty-three, and what follows is no counted noun."""
_LONGEST_ARTICLE = 5
_AFTER_OF = ("person", "currency", "counted", "measure")
_NOT_PLURAL = ("ss", "us", "is")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, what it says of the people it counts, and the index of the chunk after it.

    ``end`` is given where the unit ends inside a chunk's stretch, as a code point.
    """

    name: str
    measures: str | None
    after: int
    money: bool = False
    end: int | None = None


def unit_after(text: str, chunks: list[Chunk], last: int, number: Number | None, language: str) -> Unit | None:
    """The unit that follows the chunk at ``last``; ``calendar`` where the number belongs to a date or duration."""
    at = last + 1
    if at >= len(chunks):
        return None
    chunk = chunks[at]
    if chunk.category == "dash" and at + 1 < len(chunks) and chunk.start == chunks[last].end:
        at += 1
        chunk = chunks[at]
        if chunk.category not in ("calendar", "measure", "currency", "percent"):
            return None
    if chunk.category in ("out-of", "of") and at + 1 < len(chunks) and chunks[at + 1].category == "calendar":
        return Unit("calendar", None, at + 2)
    if chunk.category == "out-of" and language == "ar" and at + 1 < len(chunks) and chunks[at + 1].category == "person":
        return Unit("person", chunks[at + 1].value or None, at + 2)
    if chunk.category == "of" and at + 1 < len(chunks) and chunks[at + 1].category in _AFTER_OF:
        at += 1
        chunk = chunks[at]
    if chunk.category == "one-person" and at + 1 < len(chunks) and chunks[at + 1].category == "person":
        # civilian deaths: the noun before it says of whom
        at += 1
        chunk = chunks[at]
    known = None if chunk.prefix.startswith(("و", "ف")) else _known(chunks, at)
    if known is not None and _is_compound(chunks, at):
        return None
    if (
        known is not None
        and chunk.prefix.endswith("ال")
        and number is not None
        and not (number.definite or number.vague)
    ):
        # a counted noun after a number is indefinite: 3 الهجوم is a heading
        return None
    if known is not None:
        return known
    if language == "ar":
        return _arabic_noun(text, chunks, last, at, number)
    return _english_noun(text, chunks, last, at, number)


def _is_compound(chunks: list[Chunk], at: int) -> bool:
    """Vehicle-borne, rocket-propelled: the counted noun comes later."""
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    return (
        chunks[at].category == "counted"
        and after is not None
        and after.category == "dash"
        and after.start == chunks[at].end
    )


def _known(chunks: list[Chunk], at: int) -> Unit | None:
    chunk = chunks[at]
    category, value = chunk.category, chunk.value
    if category == "calendar":
        return Unit("calendar", None, at + 1)
    if category == "percent":
        return Unit("percent", None, at + 1)
    if category in ("percentage-point", "basis-point"):
        return Unit(category, None, at + 1)
    if category in ("currency", "symbol"):
        return Unit(value, None, at + 1, money=True)
    if category == "pounds":
        return Unit("pound", None, at + 1)
    if category in ("measure", "counted"):
        return Unit(value, None, at + 1)
    if category in ("person", "two-persons", "one-person"):
        return Unit("person", value or None, at + 1)
    if category == "outcome-noun":
        # 3252 وفاة
        return Unit("person", value, at + 1)
    if category == "member":
        return Unit("member", None, at + 1)
    if category == "others":
        return Unit("person", None, at + 1)
    return None


def _arabic_noun(text: str, chunks: list[Chunk], last: int, at: int, number: Number | None) -> Unit | None:
    """The noun right after the number; a nisba plural (عراقيين, فلسطينيا) counts people."""
    chunk = chunks[at]
    if chunk.category != OTHER or not text[chunks[last].end : chunk.start].isspace() or chunk.prefix:
        return None
    word = fold(text[chunk.start : chunk.end])
    if number is not None and number.vague and word.startswith("ال"):
        # عشرات المنازل: the counted noun is definite after a vague number
        return _definite_noun(text, chunk, word, at)
    article = text[max(0, chunks[last].start - _LONGEST_ARTICLE) : chunks[last].start].endswith(_ARTICLES)
    if article or (number is not None and (number.value <= 2 or number.definite)):
        # one and two are said by the noun's own form
        return None
    if len(word) < _SHORTEST_NOUN or not word.isalpha() or word.startswith("ال") or _is_year(number):
        return None
    if word.endswith(("يين", "يون")) or (word.endswith("يا") and number is not None and number.value > 10):
        return Unit("person", None, at + 1, end=chunk.end)
    if word[0] in "يتسن" and number is not None and number.digits is not None and not word.endswith(("ا", "ه", "ات")):
        # most likely a verb: the number stands alone
        return None
    return Unit(text[chunk.start : chunk.end], None, at + 1, end=chunk.end)


def _definite_noun(text: str, chunk: Chunk, word: str, at: int) -> Unit:
    if word.endswith(("يين", "يون")):
        return Unit("person", None, at + 1, end=chunk.end)
    return Unit(text[chunk.start : chunk.end], None, at + 1, end=chunk.end)


def _english_noun(text: str, chunks: list[Chunk], last: int, at: int, number: Number | None) -> Unit | None:
    """People after up to two adjectives, or a plural noun right after the number."""
    chunk = chunks[at]
    if chunk.category != OTHER or _is_year(number):
        return None
    follower = chunks[at + 1] if at + 1 < len(chunks) else None
    if follower is not None and follower.category in ("person", "others", "counted", "member"):
        gap = text[chunks[last].end : follower.start]
        if (
            len(gap) <= _ADJECTIVES
            and len(gap.split()) <= 2
            and all(part.replace("-", "").isalpha() for part in gap.split())
        ):
            if follower.category == "counted":
                return Unit(follower.value, None, at + 2)
            if follower.category == "member":
                return Unit("member", None, at + 2)
            return Unit("person", follower.value or None, at + 2)
    word = text[chunk.start : chunk.end]
    if not text[chunks[last].end : chunk.start].isspace():
        return None
    if _is_plural(word):
        return Unit(word, None, at + 1, end=chunk.end)
    second = _NEXT_WORD.match(text, chunk.end)
    if word.isalpha() and word.islower() and second is not None and _is_plural(second[1]):
        # supply routes: the noun before it says of what kind
        return Unit(second[1], None, at + 1, end=second.end())
    return None


_NEXT_WORD = re.compile(r" ([a-z]+)\b")


def _is_plural(word: str) -> bool:
    regular = word.isalpha() and word.islower() and word.endswith("s") and not word.endswith(_NOT_PLURAL)
    return regular and len(word) > _SHORTEST_NOUN


def _is_year(number: Number | None) -> bool:
    return number is not None and number.digits is not None and len(number.digits) == 4 and 1800 <= number.value <= 2099
