"""Possible names in the text, before overlaps are settled and mentions joined into entities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.local.document import Document
from kg.gazetteer import Entry
from kg.text import Reading, Token
from schemas import EntityType


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may name something: ``start:end`` in code points, tokens ``first`` to ``last`` inclusive.

    ``words`` are its folded words without proclitics. ``entry`` is what the gazetteer knows of it; ``roles`` are the
    folded titles that stand before a person. ``weight`` settles between candidates of one length: higher wins.
    """

    start: int
    end: int
    first: int
    last: int
    type: EntityType
    words: tuple[str, ...]
    entry: Entry | None = None
    roles: frozenset[str] = frozenset()
    weight: int = 0


def without_overlaps(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The longest candidates that share no character, in the order of the text."""
    ordered = sorted(candidates, key=lambda c: (c.first - c.last, -c.weight, c.start - c.end, c.start, c.type))
    taken: set[int] = set()
    kept = []
    for candidate in ordered:
        covered = range(candidate.first, candidate.last + 1)
        if taken.isdisjoint(covered):
            taken.update(covered)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


@dataclass(frozen=True, slots=True)
class Row:
    """The tokens of a document with what every rule asks of them, worked out once.

    ``joined[i]`` tells whether token ``i`` follows the one before on the same line, with nothing but space between.
    ``readings[i]`` are the readings of an Arabic token whose proclitics may stand before a name, the whole word first.
    """

    tokens: tuple[Token, ...]
    joined: tuple[bool, ...]
    readings: tuple[tuple[Reading, ...], ...]

    @classmethod
    def of(cls, document: Document) -> Row:
        """The row of a document's tokens."""
        text, tokens = document.text, document.tokens
        joined = [False] * len(tokens)
        for i in range(1, len(tokens)):
            between = text[tokens[i - 1].end : tokens[i].start]
            joined[i] = len(between) < _WIDEST_GAP and "\n" not in between and "\r" not in between
        return cls(tokens, tuple(joined), tuple(_nominal_readings(token) for token in tokens))

    def free(self, at: int) -> bool:
        """Whether token ``at`` is an Arabic word without digits that follows the one before directly."""
        return at < len(self.tokens) and self.joined[at] and self.plain(at)

    def plain(self, at: int) -> bool:
        """Whether token ``at`` is an Arabic word without digits."""
        token = self.tokens[at]
        return token.is_arabic and token.norm.isalpha()

    def after(self, at: int, most: int) -> list[str]:
        """The folded words after token ``at``, at most ``most``, as far as they follow without a break."""
        out: list[str] = []
        for i in range(at + 1, min(at + 1 + most, len(self.tokens))):
            if not self.joined[i]:
                break
            out.append(self.tokens[i].norm)
        return out

    def names(self, at: int) -> bool:
        """Whether token ``at`` tells names apart: a word, or the plus of أوبك+."""
        return self.tokens[at].is_word or self.tokens[at].norm == "+"

    def words(self, first: Reading, at: int, last: int) -> tuple[str, ...]:
        """The folded words of tokens ``at`` to ``last``, the first as it was read."""
        return (first.word, *(self.tokens[i].norm for i in range(at + 1, last + 1) if self.names(i)))


_WIDEST_GAP = 4
_PROCLITICS = frozenset({"", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك"})
"""What may be written onto a noun; the future marker and the article are no part of this."""


def _nominal_readings(token: Token) -> tuple[Reading, ...]:
    if not token.is_arabic:
        return ()
    return tuple(r for r in token.readings if r.prefix in _PROCLITICS and (not r.prefix or len(r.word) > 2))
