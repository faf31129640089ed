"""Words with their offsets, and how an Arabic word may be taken apart.

Arabic writes conjunctions, prepositions and the future marker onto the next word, and object pronouns onto the one
before. Which reading is right only a lexicon can tell, so a token offers all possible readings, longest word first,
and whoever looks a word up takes the first reading that the lexicon knows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.text.fold import fold

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
_ARTICLE = "ال"
_ENCLITICS = ("هما", "كما", "هم", "هن", "كم", "كن", "نا", "ها", "ه", "ك", "ي", "ني")
_LEAST_STEM = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a token apart: ``prefix`` letters (folded) before a word that starts at code point ``start``."""

    prefix: str
    start: int
    word: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or one punctuation mark; ``start`` and ``end`` are code points, ``norm`` is folded."""

    start: int
    end: int
    text: str
    norm: str
    index: int
    is_word: bool
    is_arabic: bool

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every reading with its proclitics, the whole word first."""
        if not self.is_arabic:
            return (Reading("", self.start, self.norm),)
        return tuple(Reading(prefix, self.start + skip, word) for prefix, skip, word in _split_prefixes(self.text))

    def word_after(self, prefix: str) -> Reading | None:
        """The reading whose proclitics are exactly ``prefix``, if there is one."""
        return next((r for r in self.readings if r.prefix == prefix), None)


def _is_word_char(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM" or char == "ـ"


def _is_joiner(char: str) -> bool:
    return unicodedata.category(char) == "Cf"


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``: runs of letters, digits and marks; every other visible character alone.

    An apostrophe or hyphen between two Latin letters, and a point or comma between two digits, stay inside the word.
    """
    return tuple(_tokens(text, start, len(text) if end is None else end))


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    at, index = start, 0
    while at < end:
        char = text[at]
        if char.isspace() or _is_joiner(char) or unicodedata.category(char) == "Cc":
            at += 1
            continue
        stop = at + 1
        if _is_word_char(char):
            stop = _word_end(text, at, end)
        surface = text[at:stop]
        word = _is_word_char(char)
        norm = fold(surface)
        yield Token(at, stop, surface, norm, index, word, word and _has_arabic(surface))
        index += 1
        at = stop


def _word_end(text: str, at: int, end: int) -> int:
    stop = at + 1
    while stop < end:
        char = text[stop]
        if _is_word_char(char) or (_is_joiner(char) and stop + 1 < end and _is_word_char(text[stop + 1])):
            stop += 1
        elif stop + 1 < end and _joins(text[stop - 1], char, text[stop + 1]):
            stop += 2
        else:
            break
    return stop


def _joins(before: str, mark: str, after: str) -> bool:
    if mark in "'’-‑":
        return before.isalpha() and after.isalpha() and not _has_arabic(before + after)
    if mark in ".,٫٬":
        return before.isdecimal() and after.isdecimal()
    return False


def _has_arabic(surface: str) -> bool:
    return any("\u0600" <= char <= "\u06ff" or "\u0750" <= char <= "\u077f" or char >= "\ufb50" for char in surface)


@lru_cache(maxsize=65536)
def _split_prefixes(surface: str) -> tuple[tuple[str, int, str], ...]:
    """Readings of an Arabic word as (prefix, code points to skip, folded word)."""
    letters = [(offset, fold(char)) for offset, char in enumerate(surface)]
    letters = [(offset, char) for offset, char in letters if char]
    out = [("", 0, fold(surface))]

    def rest(count: int) -> tuple[int, str]:
        return letters[count][0], "".join(char for _, char in letters[count:])

    def add(prefix: str, count: int) -> None:
        if len(letters) - count >= _LEAST_STEM:
            skip, word = rest(count)
            out.append((prefix, skip, word))

    shape = "".join(char for _, char in letters)
    bases = [("", 0)]
    if shape[:1] in _CONJUNCTIONS:
        bases.append((shape[0], 1))
    for prefix, count in bases:
        if count:
            add(prefix, count)
        following = shape[count : count + 1]
        if following in _PREPOSITIONS:
            add(prefix + following, count + 1)
            if following == "ل" and shape[count : count + 2] == "لل":
                # لل is li + al with the alef unwritten: the word begins at the second lam
                skip, word = rest(count + 1)
                out.append((prefix + "ل", skip, "ا" + word))
        if following == "س":
            add(prefix + "س", count + 1)
        if shape[count : count + 2] == _ARTICLE:
            add(prefix + _ARTICLE, count + 2)
        if following in ("ب", "ك") and shape[count + 1 : count + 3] == _ARTICLE:
            add(prefix + following + _ARTICLE, count + 3)
        if shape[count : count + 2] == "لل":
            add(prefix + "ل" + _ARTICLE, count + 2)
    return tuple(dict.fromkeys(out))


@lru_cache(maxsize=65536)
def without_enclitic(word: str) -> tuple[tuple[str, str], ...]:
    """Readings of a folded Arabic word as (word, enclitic pronoun), the whole word first.

    A tāʾ marbūṭa opens into tāʾ before a pronoun (رسالة, رسالته), so both forms are offered.
    """
    out = [(word, "")]
    for enclitic in _ENCLITICS:
        stem = word[: -len(enclitic)]
        if word.endswith(enclitic) and len(stem) >= _LEAST_STEM:
            out.append((stem, enclitic))
            if stem.endswith("ت"):
                out.append((stem[:-1] + "ه", enclitic))
    return tuple(out)
