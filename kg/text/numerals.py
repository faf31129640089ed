"""Numbers as the text writes them: digits of any script, number words of both languages, and their mixtures.

Sums and products follow how each language builds numbers: Arabic puts units before tens and joins parts with و
(خمسة وعشرون ألفا), English puts tens first and joins only after hundreds. Values are exact fractions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from kg.text.fold import fold
from kg.text.scan import DIGITS, Chunk

NUMBER = "number"
ORDINAL = "ordinal"
VAGUE = "vague"

_LONGEST_DIGITS = 40
"""More digits in a row than this is a serial number, not a figure."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number's value; ``vague`` marks words such as عشرات or thousands, whose ``value`` is the power they name."""

    value: Fraction
    digits: str | None = None
    vague: bool = False
    definite: bool = False
    joined: bool = False

    @property
    def integer(self) -> int | None:
        """The value where it is whole."""
        return self.value.numerator if self.value.denominator == 1 else None


def numeral_table(language: str) -> Traversable:
    """The lexicon table of number words of ``ar`` or ``en``."""
    return files("kg.text") / "data" / f"numerals_{language}.tsv"


@lru_cache(maxsize=4096)
def digits_value(surface: str) -> Fraction | None:
    """The value of digits with their separators; None where they are too long to be a figure.

    A point, or a comma that is not followed by exactly three digits, is a decimal mark. ``4ر12`` is 12.4: the way
    Arabic agencies type a decimal, fraction first.
    """
    if len(surface) > _LONGEST_DIGITS:
        return None
    folded = fold(surface).replace(" ", "")
    if "ر" in folded:
        fraction, whole = folded.split("ر", 1)
        return Fraction(f"{whole}.{fraction}")
    whole, mark, last = folded.rpartition(
        "." if "." in folded[-1:] or "," not in folded else max(".,", key=folded.rfind)
    )
    if not mark:
        return Fraction(folded)
    grouped = mark == "," and len(last) == 3 and not whole.startswith("0") and whole
    if grouped or (whole.count(mark) and len(last) == 3):
        return Fraction(folded.replace(",", "").replace(".", ""))
    return Fraction(f"{whole.replace(',', '').replace('.', '') or '0'}.{last}")


def reduce_numbers(chunks: list[Chunk], language: str) -> list[Chunk]:
    """``chunks`` with every number replaced by one chunk of category ``number``, every ordinal by one ``ordinal``."""
    out: list[Chunk] = []
    at, count = 0, len(chunks)
    read = _Arabic if language == "ar" else _English
    while at < count:
        category = chunks[at].category
        if category not in _STARTS:
            out.append(chunks[at])
            at += 1
            continue
        made, after = read(chunks, at).read()
        if made is None:
            out.append(chunks[at])
            at += 1
        else:
            out.append(made)
            at = after
    return out


_STARTS = frozenset(
    (
        DIGITS, "one", "fifth", "one-of", "ten", "teen", "tens", "hundred", "hundreds", "scale", "scale-or-dual", "dual", "scales",
        "vague", "dozen", "fraction", "zero", "ordinal", "ordinal-unit", "second-word", "article",
    )
)  # fmt: skip

_FRACTIONS = ("fraction", "half-word", "quarter-word")
"""Fractions that may be added; a grammar of time keeps its own categories for half and quarter."""

_ORDINALS = ("ordinal", "ordinal-unit", "second-word")

_FREE = 10**18
"""The place value before anything has been read: every part may follow."""


class _Reader:
    """Reads one number from a position; ``group`` is the part below the next scale word, ``total`` what is above."""

    def __init__(self, chunks: Sequence[Chunk], at: int) -> None:
        self.chunks = chunks
        self.first = at
        self.at = at
        self.total = Fraction(0)
        self.group: Fraction | None = None
        self.place = _FREE
        self.scale = _FREE
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
        if self.group is None and self.scale != _FREE:
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


class _Arabic(_Reader):
    def read(self) -> tuple[Chunk | None, int]:
        head = self.chunks[self.at]
        if head.category in _ORDINALS:
            return self._ordinal(head)
        if head.category == "article":
            return None, self.at
        if head.category == "vague" or head.category == "scales":
            return self._vague()
        if not self._begin(head):
            return None, self.at
        while self._continue():
            pass
        if self.at == self.first:
            return None, self.at
        return self.finish()

    def _begin(self, head: Chunk) -> bool:
        category = head.category
        if category == DIGITS:
            return self.take_digits()
        if category == "one-of":
            follower = self.peek(1)
            if follower is None or not (
                (follower.category == "ten" and not follower.prefix)
                or (follower.category == "tens" and follower.prefix.startswith("و"))
            ):
                return False
            self.group, self.place = Fraction(1), 1
        elif category in ("one", "fifth", "ten", "tens", "zero"):
            self.group, self.place = Fraction(head.value), 10 if category == "tens" else 1
        elif category in ("hundred", "hundreds"):
            self.group, self.place = Fraction(head.value), 100
        elif category in ("scale", "dual", "scale-or-dual"):
            # a bare accusative ألفا or مليونا without a number before it is the dual in construct: ألفا دولار
            self.total = Fraction(head.value) * (1 if category == "scale" else 2)
            self.place = self.scale = int(head.value)
        elif category == "dozen":
            self.group, self.place = Fraction(head.value), 0
        elif category == "fraction":
            self.group, self.place = Fraction(head.value), 0
            self.at += 1
            follower = self.peek()
            if (
                follower is not None
                and follower.category in ("scale", "hundred", "dozen")
                and follower.prefix in ("", "ال")
            ):
                self.group *= int(follower.value)
                self.at += 1
            return True
        else:
            return False
        self.at += 1
        return True

    def _continue(self) -> bool:
        chunk, step = self.peek(), 1
        if chunk is None:
            return False
        joined = chunk.prefix.startswith("و")
        if chunk.category == "and":
            chunk, step, joined = self.peek(1), 2, True
            if chunk is None:
                return False
        grown = self._joined(chunk, step) if joined else self._apposed(chunk)
        if grown:
            self.at += grown
        return bool(grown)

    def _joined(self, chunk: Chunk, step: int) -> int:
        """What و may add: a smaller part, or a fraction."""
        category, value = chunk.category, chunk.value
        follower = self.peek(step)
        if category in ("one", "fifth") and follower is not None and follower.category == "parts" and not follower.prefix:
            self.add_fraction(Fraction(value) * Fraction(follower.value))
            return step + 1
        if category in _FRACTIONS:
            return self._joined_fraction(Fraction(value), follower, step)
        if category == "tens" and self.place == 1 and self.digits is None and self.group is not None:
            return self._add(value, 10, step) if 0 < self.group % 100 < 10 else 0
        size = {"one": 1, "fifth": 1, "ten": 1, "tens": 10, "hundred": 100, "hundreds": 100}.get(category)
        if size is not None and self.place > size and self.place >= 100 and (size < 100 or self.group is None):
            if (
                size == 1
                and follower is not None
                and follower.category == "hundred"
                and not follower.prefix
                and self.group is None
            ):
                return self._add(int(value) * 100, 100, step + 1)
            return self._add(value, size, step)
        if category == DIGITS and self.place >= 100:
            number = digits_value(value)
            if number is not None and number < self.place:
                return self._add(number, 1, step)
        if category in ("scale", "dual") and self.group is None and int(value) < self.scale:
            self.total += int(value) * (2 if category == "dual" else 1)
            self.scale = self.place = int(value)
            return step
        if category == "dozen" and self.place >= 100:
            return self._add(value, 1, step)
        return 0

    def _joined_fraction(self, value: Fraction, follower: Chunk | None, step: int) -> int:
        if follower is not None and follower.category == "scale" and follower.prefix == "ال":
            self.total, self.group = self.value + value * int(follower.value), None
            return step + 1
        self.add_fraction(value)
        return step

    def _apposed(self, chunk: Chunk) -> int:
        """What may follow without و: عشر, مئة and the scales multiply or complete what stands before them."""
        category, value, small = chunk.category, chunk.value, self.group
        if category == "ten" and self.place == 1 and self.digits is None and small is not None and 0 < small % 100 < 10:
            return self._add(10, 0, 1)
        if chunk.prefix not in ("", "ال"):
            return 0
        if category == "hundred" and self.place == 1 and small is not None and 1 < small < 1000:
            self.group, self.place = small * 100, 100
            return 1
        if category in ("scale", "scales", "scale-or-dual") and (small is not None or self.scale < int(value)):
            self.multiply(int(value))
            return 1
        if category == "parts" and small is not None and not self.total:
            self.group = small * Fraction(value)
            self.place = 0
            return 1
        if category == "fifth" and small is not None and small > 1 and not self.total and self.digits is None:
            # a feminine five after a number can only be the fifth: ثلاثة وعشرون خمسا
            self.group, self.place = small / int(value), 0
            return 1
        if category == "point" and self.digits is None:
            return self._spoken_decimal()
        if category == "dozen" and small is not None and self.place == 1:
            self.group, self.place = small * int(value), 0
            return 1
        return 0

    def _spoken_decimal(self) -> int:
        """خمسة فاصلة ثلاثة."""
        chunk = self.peek(1)
        if chunk is None or chunk.category not in ("one", "fifth"):
            return 0
        self.group, self.place = (self.group or Fraction(0)) + Fraction(int(chunk.value), 10), 0
        return 2

    def _add(self, value: Fraction | int | str, place: int, step: int) -> int:
        self.group = (self.group or Fraction(0)) + Fraction(value)
        self.place = place
        return step

    def _vague(self) -> tuple[Chunk, int]:
        """عشرات, مئات الآلاف: the power of ten that is named."""
        self.group = Fraction(self.chunks[self.at].value)
        self.at += 1
        while (chunk := self.peek()) is not None and chunk.category in ("scale", "scales") and chunk.prefix == "ال":
            self.group *= int(chunk.value)
            self.at += 1
        return self.finish(vague=True)

    def _ordinal(self, head: Chunk) -> tuple[Chunk | None, int]:
        value = int(head.value)
        self.at += 1
        follower = self.peek()
        if follower is not None and follower.category == "ten" and follower.prefix in ("", "ال"):
            self.at += 1
            return self.ordinal(value + 10)
        if follower is not None and follower.category == "tens" and follower.prefix == _tens_prefix(head):
            self.at += 1
            return self.ordinal(value + int(follower.value))
        if head.category != "ordinal":
            return None, self.first
        return self.ordinal(value)


def _tens_prefix(head: Chunk) -> str:
    """The tens of an ordinal are definite like its units: الثامنة والعشرين, but الثامنة وعشرين دقيقة."""
    return "وال" if head.prefix.endswith("ال") else "و"


class _English(_Reader):
    def read(self) -> tuple[Chunk | None, int]:
        head = self.chunks[self.at]
        if head.category == "ordinal":
            self.at += 1
            return self.ordinal(int(head.value))
        if head.category in ("vague", "scales"):
            return self._vague()
        if not self._begin(head):
            return None, self.first
        if head.category == DIGITS and self._suffixed_ordinal():
            return self.ordinal(int(digits_value(head.value) or 0))
        while self._continue():
            pass
        follower = self.peek(1)
        if head.category == "tens" and self.at == self.first + 1 and self._dash() and follower is not None:
            if follower.category == "ordinal" and int(follower.value) < 10:
                self.at += 2
                return self.ordinal(int(head.value) + int(follower.value))
        return self.finish()

    def _dash(self) -> bool:
        chunk = self.peek()
        return chunk is not None and chunk.category == "dash" and self._glued(chunk)

    def _glued(self, chunk: Chunk) -> bool:
        return chunk.start == self.chunks[self.at - 1].end

    def _suffixed_ordinal(self) -> bool:
        chunk = self.peek()
        if chunk is None or chunk.category != "suffix-ordinal" or not self._glued(chunk):
            return False
        self.at += 1
        return True

    def _begin(self, head: Chunk) -> bool:
        category = head.category
        if category == DIGITS:
            return self.take_digits()
        if category == "article":
            follower = self.peek(1)
            if follower is None or follower.category not in ("hundred", "scale", "dozen", "fraction"):
                return False
            if follower.category == "fraction":
                return False
            self.group, self.place = Fraction(1), 1
        elif category in ("one", "teen", "zero", "tens"):
            self.group, self.place = Fraction(head.value), 10 if category == "tens" else 1
        elif category in ("hundred", "scale", "dozen"):
            if category == "scale" and self.first and self.chunks[self.first - 1].category == NUMBER:
                return False
            self.group, self.place = Fraction(head.value), 0
        elif category == "fraction":
            self.group, self.place = Fraction(head.value), 0
            ahead = self.peek(1)
            if ahead is not None and ahead.category == "article":
                ahead = self.peek(2)
                if ahead is not None and ahead.category in ("scale", "dozen"):
                    self.group *= int(ahead.value)
                    self.at += 2
        else:
            return False
        self.at += 1
        return True

    def _continue(self) -> bool:
        chunk = self.peek()
        if chunk is None:
            return False
        grown = 0
        if chunk.category == "and":
            grown = self._after_and()
        elif chunk.category == "dash" and self._glued(chunk):
            follower = self.peek(1)
            if follower is not None and follower.start == chunk.end:
                grown = self._plain(follower, hyphen=True)
                grown += bool(grown)
        else:
            grown = self._plain(chunk, hyphen=False)
        self.at += grown
        return bool(grown)

    def _after_and(self) -> int:
        chunk, following = self.peek(1), self.peek(2)
        if chunk is None:
            return 0
        if chunk.category == "article" and following is not None and following.category in _FRACTIONS:
            self.add_fraction(Fraction(following.value))
            return 3
        if (
            self.place >= 100
            and self.place != _FREE
            and chunk.category in ("one", "teen", "tens")
            and self.digits is None
        ):
            return self._plain(chunk, hyphen=False) + 1
        return 0

    def _plain(self, chunk: Chunk, *, hyphen: bool) -> int:
        category, value, small = chunk.category, chunk.value, self.group
        if category == "one" and (self.place == 10 or (self.place >= 100 and not hyphen)) and self.digits is None:
            return self._add(int(value), 1)
        if category in ("teen", "tens") and self.place >= 100 and not hyphen and self.digits is None:
            return self._add(int(value), 10 if category == "tens" else 1)
        if category == "hundred" and small is not None and 0 < small < 100 and self.place in (1, 10):
            self.group, self.place = small * 100, 100
            return 1
        if category == "scale" and (small is not None or self.scale < int(value)) and self.value:
            self.multiply(int(value))
            return 1
        if category == "dozen" and small is not None and self.place in (0, 1) and not self.total:
            self.group, self.place = small * 12, 0
            return 1
        if category == "parts" and small is not None and not self.total and self.digits is None:
            self.group, self.place = small * Fraction(value), 0
            return 1
        if category == "ordinal" and hyphen and small == 1 and int(value) > 2:
            self.group, self.place = Fraction(1, int(value)), 0
            return 1
        return 0

    def _add(self, value: int, place: int) -> int:
        self.group = (self.group or Fraction(0)) + value
        self.place = place
        return 1

    def _vague(self) -> tuple[Chunk, int]:
        """Dozens, tens of thousands: the power that is named."""
        self.group = Fraction(self.chunks[self.at].value)
        self.at += 1
        while (
            (link := self.peek()) is not None
            and link.category == "of"
            and (chunk := self.peek(1)) is not None
            and chunk.category == "scales"
        ):
            self.group *= int(chunk.value)
            self.at += 2
        return self.finish(vague=True)
