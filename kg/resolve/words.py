"""Words of a name, and whether two of them are one word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.resolve.sounds import likeness, sounds
from kg.resolve.tables import given_names
from kg.text import fold

SAME_WORD = 0.8
"""From this likeness on, two words of two scripts are one word."""
_LATIN_SAME = 0.87
_BREAKS = re.compile(r"[\s,;:/()\[\]\"'“”«»‘’‚.·•-]+")
_POSSESSIVE = re.compile(r"(?<=[A-Za-z])['’]s\b|(?<=s)['’](?= )")
_MOST = 16
_ARABIC = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name: its folded letters, and the rows of sounds it may stand for."""

    text: str
    heard: tuple[str, ...]

    @property
    def arabic(self) -> bool:
        """Whether it is written in Arabic letters."""
        return is_arabic(self.text)

    @property
    def initial(self) -> bool:
        """Whether it is a letter that stands for a Latin name."""
        return len(self.text) == 1 and not self.arabic


def is_arabic(text: str) -> bool:
    """Whether ``text`` has Arabic letters."""
    return _ARABIC.search(text) is not None


@lru_cache(maxsize=65536)
def pieces(name: str) -> tuple[str, ...]:
    """The words of a name in its own spelling, at most sixteen of them."""
    return tuple(piece for piece in _BREAKS.split(_POSSESSIVE.sub("", name)) if piece)[:_MOST]


@lru_cache(maxsize=65536)
def word(piece: str) -> Word:
    """One word, with and without the article and with what assimilation makes of it (السيسي, Elsisi, Asharq)."""
    text = fold(piece)
    kept = [piece]
    if is_arabic(text):
        plain = piece[1:] if piece.startswith("ٱ") else piece
        if plain.startswith("ال") and len(plain) >= 4:
            kept.insert(0, plain[2:])
    else:
        if text[:2] in ("al", "el") and len(text) >= 6:
            kept.append(text[2:])
        if re.match(r"a(sh|s|n|r|t|z|d)\1?[a-z]", text) and len(text) >= 5:
            kept.append(text[1:])
    heard = tuple(dict.fromkeys(row for row in map(sounds, kept) if row))
    return Word(text, heard)


@lru_cache(maxsize=131072)
def alike(left: Word, right: Word) -> float:
    """How alike two words are, 0 to 1: by their letters, by the table of given names, else by their sounds."""
    if left.text == right.text:
        return 1.0
    if left.initial or right.initial:
        return 0.9 if _begins_alike(left, right) else 0.0
    known = given_names()
    one, other = known.get(bare(left.text)), known.get(bare(right.text))
    if one and other:
        return 1.0 if one & other else 0.4
    best = max((likeness(a, b) for a in left.heard for b in right.heard), default=0.0)
    if not left.arabic and not right.arabic and best < _LATIN_SAME:
        return min(best, SAME_WORD - 0.01)
    return best


def bare(text: str) -> str:
    """A folded word without the Arabic article."""
    return text[2:] if text.startswith("ال") and len(text) >= 5 else text


def _begins_alike(left: Word, right: Word) -> bool:
    short, long = (left, right) if left.initial else (right, left)
    if not long.arabic:
        return long.text.startswith(short.text)
    return any(likeness(row, heard[:1]) > 0.5 for row in short.heard for heard in long.heard)
