"""English numbers: tens before units, "and" only after hundreds, hyphens between tens and units."""

from __future__ import annotations

from fractions import Fraction

from kg.text.numerals.number import NUMBER, digits_value
from kg.text.numerals.reader import FRACTIONS, FREE, NumberReader
from kg.text.scan import DIGITS, Chunk


class EnglishNumber(NumberReader):
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
        hyphened = head.category == "tens" and self.at == self.first + 1 and self._dash()
        if hyphened and follower is not None and follower.category == "ordinal" and int(follower.value) < 10:
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
        if chunk.category == "article" and following is not None and following.category in FRACTIONS:
            self.add_fraction(Fraction(following.value))
            return 3
        if (
            self.place >= 100
            and self.place != FREE
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
