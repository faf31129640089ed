"""Longest-match lookup of known names in a row of folded words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.gazetteer.entries import Entry, Name, entries
from kg.text import fold, tokens

_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Match:
    """``words`` words of the row stand for ``entry``; ``weak`` where a cue beside them has to say so.

    ``exact`` is the spelling that must stand in the text letter by letter (US, WHO), or None where folding decides.
    """

    entry: Entry
    words: int
    weak: bool
    exact: str | None


@dataclass(frozen=True)
class Gazetteer:
    """Known names, keyed by their folded words joined with one space."""

    _names: dict[str, tuple[Match, ...]] = field(repr=False)
    _longest: dict[str, int] = field(repr=False)

    @classmethod
    def of(cls, names: Iterable[Name]) -> Gazetteer:
        """A gazetteer of ``names``; where two things share a name, the one that comes first is preferred."""
        table: dict[str, list[Match]] = {}
        longest: dict[str, int] = {}
        for name in names:
            key, count = _key(name.text)
            if not key or count > _LONGEST:
                continue
            exact = name.text if name.text.isupper() and len(name.text) <= 5 and name.text.isascii() else None
            table.setdefault(key, []).append(Match(name.entry, count, name.weak, exact))
            first = key.split(" ", 1)[0]
            longest[first] = max(longest.get(first, 0), count)
        return cls({key: tuple(matches) for key, matches in table.items()}, longest)

    def find(self, first: str, following: Sequence[str]) -> tuple[Match, ...]:
        """The things whose name is the longest row of words that begins with ``first``, or nothing.

        ``following`` are the folded words after it; more than :data:`LOOK_AHEAD` of them are not read.
        """
        most = self._longest.get(first, 0)
        if not most:
            return ()
        row = [first, *following[: most - 1]]
        for count in range(len(row), 0, -1):
            matches = self._names.get(" ".join(row[:count]))
            if matches:
                return matches
        return ()

    def named(self, name: str) -> tuple[Match, ...]:
        """The things that bear exactly ``name``."""
        return self._names.get(_key(name)[0], ())


LOOK_AHEAD = _LONGEST - 1
"""How many following words a lookup may read."""


def _key(text: str) -> tuple[str, int]:
    words = text.split(" ")
    if all(word.isalpha() for word in words):
        return fold(text), len(words)
    norms = [token.norm for token in tokens(text)]
    return " ".join(norms), len(norms)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the committed tables, built on first use."""
    return Gazetteer.of(entries())
