"""What reading a number has in common in all languages."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from kg.text.numerals.number import NUMBER, ORDINAL, Number, digits_value
from kg.text.scan import Chunk

FRACTIONS = ("fraction", "half-word", "quarter-word")
"""Fractions that may be added; a grammar of time keeps its own categories for half and quarter."""

FREE = 10**18
"""The place value before anything has been read: every part may follow."""


class NumberReader:
    """Reads one number from a position; ``group`` is the part below the next scale word, ``total`` what is above."""

    def __init__(self, chunks: Sequence[Chunk], at: int) -> None:
        self.chunks = chunks
        self.first = at
        self.at = at
        self.total = Fraction(0)
        self.group: Fraction | None = None
        self.place = FREE
        self.scale = FREE
        self.digits: str | None = None

    def read(self) -> tuple[Chunk | None, int]:
        """The chunk of the number that begins here and the index after it."""
        raise NotImplementedError

    def peek(self, ahead: int = 0) -> Chunk | None:
        at = self.at + ahead
        return self.chunks[at] if at < len(self.chunks) else None

    @property
    def value(self) -> Fraction:
        return self.total + (self.group or 0)

    def multiply(self, by: int) -> None:
        """A scale word after a group: خمسة آلاف, five thousand; after another scale, ألف مليون, it multiplies all."""
        if self.group is None:
            self.total *= by
        elif by < self.scale:
            self.total += self.group * by
        else:
            self.total = (self.total + self.group) * by
        self.group, self.place, self.scale = None, by, by

    def add_fraction(self, value: Fraction) -> None:
        """ونصف after a scale word is half of that scale, otherwise half of one."""
        if self.group is None and self.scale != FREE:
            self.total += value * self.scale
        else:
            self.group = (self.group or Fraction(0)) + value

    def finish(self, *, vague: bool = False) -> tuple[Chunk, int]:
        head = self.chunks[self.first]
        number = Number(
            self.value,
            self.digits if self.at == self.first + 1 else None,
            vague,
            head.prefix.endswith("ال"),
            head.prefix.startswith("و"),
        )
        return Chunk(NUMBER, head.start, self.chunks[self.at - 1].end, number, head.prefix), self.at

    def ordinal(self, value: int) -> tuple[Chunk, int]:
        head = self.chunks[self.first]
        return Chunk(ORDINAL, head.start, self.chunks[self.at - 1].end, value, head.prefix), self.at

    def take_digits(self) -> bool:
        chunk = self.chunks[self.at]
        value = digits_value(chunk.value)
        if value is None:
            return False
        self.group, self.place, self.digits = value, 1 if value.denominator == 1 else 0, chunk.value
        self.at += 1
        return True
