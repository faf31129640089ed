"""Arabic numbers: units before tens, parts joined by و, scales that multiply what stands before them."""

from __future__ import annotations

from fractions import Fraction

from kg.text.numerals.number import digits_value
from kg.text.numerals.reader import FRACTIONS, FREE, NumberReader
from kg.text.scan import DIGITS, Chunk

_ORDINALS = ("ordinal", "ordinal-unit", "second-word")


class ArabicNumber(NumberReader):
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
        scaled = follower is not None and follower.category in ("scale", "scales") and category not in FRACTIONS
        if scaled and follower is not None and int(follower.value) >= self.scale:
            # بين ألفين وثلاثة آلاف: a second number, for it has the same scale again
            return 0
        if (
            category in ("one", "fifth")
            and follower is not None
            and follower.category == "parts"
            and not follower.prefix
        ):
            self.add_fraction(Fraction(value) * Fraction(follower.value))
            return step + 1
        if category in FRACTIONS:
            return self._joined_fraction(Fraction(value), follower, step)
        if category == "tens" and self.place == 1 and self.digits is None and self.group is not None:
            return self._add(value, 10, step) if 0 < self.group % 100 < 10 else 0
        if category == "one-of" and (follower is None or follower.category != "ten" or follower.prefix):
            return 0
        size = {"one-of": 1, "one": 1, "fifth": 1, "ten": 1, "tens": 10, "hundred": 100, "hundreds": 100}.get(category)
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
        scaled = follower is not None and follower.category == "scale" and self.scale != FREE
        if scaled and follower is not None and follower.prefix in ("", "ال"):
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
        follower = self.peek(1)
        if category == "one" and value == "1" and self.place >= 100 and follower is not None:
            # وأحد عشر folds like واحد عشر, which is no number: the first letter joins
            return self._add(11, 0, 2) if follower.category == "ten" and not follower.prefix else 0
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
