"""Plain numbers of a text, whatever they count: for checking how numbers are read."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from kg.text.numerals import NUMBER, Number, numeral_table, reduce_numbers
from kg.text.scan import Chunk, Lexicon, read_entries, scan

_LARGEST_EXPONENT = 400
"""A power larger than this is no number of any text."""


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A number: ``text[start:end]`` in code points, its value, and whether it is a share of a hundred."""

    span: tuple[int, int]
    text: str
    value: float
    percent: bool = False


@lru_cache(maxsize=2)
def _lexicon(language: str) -> Lexicon:
    return Lexicon(read_entries(numeral_table(language)))


def find_numbers(text: str, language: str) -> list[NumberValue]:
    """The numbers of ``text`` in order: integers, decimals, fractions, ratios and powers; ``language`` is ar or en."""
    chunks = reduce_numbers(scan(text, _lexicon(language)), language)
    out: list[NumberValue] = []
    at = 0
    while at < len(chunks):
        if chunks[at].category not in (NUMBER, "minus", "dash", "part-of", "share", "percent"):
            at += 1
            continue
        made, at = _Reader(text, chunks, at, language).read()
        if made is not None and not _belongs_to_letters(text, made.span):
            out.append(made)
    return out


def _belongs_to_letters(text: str, span: tuple[int, int]) -> bool:
    """180ml, 1M: digits glued to letters are part of a measure or a name."""
    end = span[1]
    return text[end - 1].isdigit() and text[end : end + 1].isalpha()


class _Reader:
    def __init__(self, text: str, chunks: list[Chunk], at: int, language: str) -> None:
        self._text = text
        self._chunks = chunks
        self._at = at
        self._language = language

    def read(self) -> tuple[NumberValue | None, int]:
        """The number that begins here, and the index to go on from."""
        first = self._at
        percent = self._chunks[first].category in ("share", "percent")
        if percent:
            self._at += 1
            if self._category() not in (NUMBER, "minus", "dash"):
                return None, first + 1
        negative = self._sign()
        if self._category() == "part-of" and self._category(1) == NUMBER:
            self._at += 1
            value = 1 / self._take() if self._chunks[self._at].value.value else Fraction(0)
            return self._value(first, value, percent=False), self._at
        if self._category() != NUMBER:
            return None, first + 1
        if percent and self._glued_before(first):
            return None, first + 1
        value = self._fifth(self._take())
        value = self._mixed(value)
        ratio = self._ratio()
        if ratio is not None:
            value = value / ratio
        powered = self._power(value, negative=negative)
        if powered is not None:
            return self._value(first, powered, percent=False), self._at
        if self._category() == "percent" and not percent:
            self._at += 1
            percent = True
        return self._value(first, -value if negative else value, percent=percent), self._at

    def _category(self, ahead: int = 0) -> str | None:
        at = self._at + ahead
        return self._chunks[at].category if at < len(self._chunks) else None

    def _glued(self, ahead: int = 0) -> bool:
        at = self._at + ahead
        return at < len(self._chunks) and self._chunks[at].start == self._chunks[at - 1].end

    def _glued_before(self, at: int) -> bool:
        start = self._chunks[at].start
        return start > 0 and not self._text[start - 1].isspace()

    def _sign(self) -> bool:
        chunk = self._chunks[self._at]
        if chunk.category == "minus":
            self._at += 1
            return True
        before = self._text[chunk.start - 1 : chunk.start] if chunk.start else " "
        if chunk.category == "dash" and (before.isspace() or not before) and self._category(1) == NUMBER:
            self._at += 1
            return True
        return False

    def _take(self) -> Fraction:
        number: Number = self._chunks[self._at].value
        self._at += 1
        return number.value

    def _fifth(self, value: Fraction) -> Fraction:
        """خمس before a definite noun or alone is the fifth; before a plural it is five."""
        chunk = self._chunks[self._at - 1]
        if self._text[chunk.start : chunk.end] != "خمس":
            return value
        rest = self._text[chunk.end :].lstrip(" ")[:2]
        return Fraction(1, 5) if rest in ("", "ال") else value

    def _follows_a_number(self) -> bool:
        """Whether the number just taken is glued to one before it: 5/17/2018, 222-2222."""
        at = self._at - 1
        mark = self._chunks[at - 1] if at > 1 else None
        joined = mark is not None and mark.category in ("slash", "dash") and mark.end == self._chunks[at].start
        return joined and self._chunks[at - 2].category == NUMBER

    def _mixed(self, value: Fraction) -> Fraction:
        """3/4, 1 4/5: digits over digits, with a whole number before them."""
        if self._follows_a_number():
            return value
        if self._category() == "slash" and self._glued() and self._category(1) == NUMBER and self._glued(1):
            if self._category(2) == "slash":
                return value
            below = self._chunks[self._at + 1].value.value
            if below:
                self._at += 2
                value = value / below
                if self._category() == NUMBER and self._chunks[self._at].value.digits is not None:
                    value += self._take()
            return value
        if (
            self._category() == NUMBER
            and self._category(1) == "slash"
            and self._category(2) == NUMBER
            and self._glued(1)
        ):
            below = self._chunks[self._at + 2].value.value
            if below and self._category(3) != "slash":
                value += self._chunks[self._at].value.value / below
                self._at += 3
        return value

    def _ratio(self) -> Fraction | None:
        """واحد على ثلاثة, واحد من مئة, جزء من: what the number is divided by."""
        category = self._category()
        divides = category in ("over", "part-of") or (category == "out-of" and self._language == "ar")
        if not divides or self._category(1) != NUMBER or self._chunks[self._at + 1].prefix:
            return None
        below: Fraction = self._chunks[self._at + 1].value.value
        if not below:
            return None
        self._at += 2
        return below

    def _power(self, value: Fraction, *, negative: bool) -> float | None:
        """2.5^-1, 1e10."""
        ahead = 0
        if self._category() == "power" or self._text[
            self._chunks[self._at - 1].end : self._chunks[self._at - 1].end + 1
        ] in ("e", "E"):
            ahead = 1
        if not ahead or not self._glued():
            return None
        sign = 1
        scientific = self._category() != "power"
        while self._category(ahead) in ("dash", "plus") and ahead < 4:
            sign = -sign if self._category(ahead) == "dash" else sign
            ahead += 1
        if self._category(ahead) != NUMBER:
            return None
        exponent = self._chunks[self._at + ahead].value.value
        if abs(exponent) > _LARGEST_EXPONENT or not value:
            return None
        self._at += ahead + 1
        base = 10.0 if scientific else float(value)
        try:
            made = math.pow(base, sign * exponent) * (float(value) if scientific else 1.0)
        except (OverflowError, ValueError):
            return None
        return -made if negative else made

    def _value(self, first: int, value: Fraction | float, *, percent: bool) -> NumberValue | None:
        span = (self._chunks[first].start, self._chunks[self._at - 1].end)
        try:
            return NumberValue(span, self._text[span[0] : span[1]], float(value), percent)
        except OverflowError:
            return None
