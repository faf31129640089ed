"""Where in an article a quoted span stands.

The quote and the text may differ in hamza, tāʾ marbūṭa, diacritics, tatweel, quotation marks, digit script and white
space, because those are folded. Everything else must be there: a digit, a negator or a letter of a name that is not in
the text makes the quote another one. Nothing fuzzy is ever accepted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from kg.text import Folded, fold
from schemas import Span

_PROCLITIC_LETTERS = set("وفبلكسا")
_LONGEST_PROCLITIC = 4
_MOST_OCCURRENCES = 1_000


class NotInTextError(ValueError):
    """A quote cannot be placed; the message is the reason that the drop records."""


@dataclass(frozen=True)
class Locator:
    """Places quotes in one text; the text is folded once, when first needed."""

    text: str

    def place(self, quote: str, start: int | None = None, within: Span | None = None) -> Span:
        """The span that ``quote`` stands for.

        ``start`` (code points) is where the extractor saw it: an occurrence there wins, else the nearest one. Without
        it the first occurrence inside ``within``, else the first of all, is taken. Raises NotInTextError.
        """
        if not quote.strip():
            raise NotInTextError("the quote is empty")
        if start is not None and start >= 0 and self.text.startswith(quote, start):
            return Span(start=start, end=start + len(quote), text=quote)
        best = self._nearest(quote, start) if start is not None else self._first(quote, within)
        if best is None:
            raise NotInTextError("the quote is not in the text")
        return Span(start=best[0], end=best[1], text=self.text[best[0] : best[1]])

    def _nearest(self, quote: str, start: int) -> tuple[int, int] | None:
        for occurrences in (self._exact(quote), self._folded_matches(quote)):
            if spans := list(islice(occurrences, _MOST_OCCURRENCES)):
                return min(spans, key=lambda span: (abs(span[0] - start), span[0]))
        return None

    def _first(self, quote: str, within: Span | None) -> tuple[int, int] | None:
        for occurrences in (self._exact, self._folded_matches):
            inside = next(occurrences(quote, within.start), None) if within is not None else None
            if inside is not None and within is not None and inside[1] <= within.end:
                return inside
            if (anywhere := next(occurrences(quote), None)) is not None:
                return anywhere
        return None

    @cached_property
    def _folded(self) -> tuple[str, tuple[int, ...]]:
        """The folded text with single spaces, and each character's offset in :attr:`text`."""
        folded = Folded.of(self.text)
        chars: list[str] = []
        origin: list[int] = []
        for char, offset in zip(folded.text, folded.origin, strict=True):
            if char == " " and (not chars or chars[-1] == " "):
                continue
            chars.append(char)
            origin.append(offset)
        return "".join(chars), tuple(origin)

    def _exact(self, quote: str, begin: int = 0) -> Iterator[tuple[int, int]]:
        at = self.text.find(quote, begin)
        while at >= 0:
            if self._stands_alone(at, at + len(quote)):
                yield at, at + len(quote)
            at = self.text.find(quote, at + len(quote))

    def _folded_matches(self, quote: str, begin: int = 0) -> Iterator[tuple[int, int]]:
        needle = fold(quote)
        if not needle:
            return
        text, origin = self._folded
        at = text.find(needle, bisect_left(origin, begin))
        while at >= 0:
            last = at + len(needle) - 1
            end = origin[last + 1] if last + 1 < len(origin) else len(self.text)
            start, end = origin[at], self._without_outer_space(origin[last], end)
            if self._stands_alone(start, end):
                yield start, end
            at = text.find(needle, at + len(needle))

    def _without_outer_space(self, last: int, end: int) -> int:
        while end > last + 1 and not _is_mark(self.text[end - 1]):
            end -= 1
        return end

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether the span cuts no number and no word, proclitics written onto the word's beginning aside."""
        if _cuts_number(self.text, start, end):
            return False
        if end < len(self.text) and _inside_word(self.text[end - 1], self.text[end]):
            return False
        if start == 0 or not _inside_word(self.text[start - 1], self.text[start]):
            return True
        return self._after_proclitics(start)

    def _after_proclitics(self, start: int) -> bool:
        letter = start - 1
        while letter >= 0 and start - letter <= _LONGEST_PROCLITIC and self.text[letter].isalpha():
            if self.text[letter] not in _PROCLITIC_LETTERS:
                return False
            letter -= 1
        return letter < 0 or not self.text[letter].isalnum()


def _is_mark(char: str) -> bool:
    return not char.isspace() and not fold(char)


def _inside_word(before: str, after: str) -> bool:
    """Whether no border lies between two characters; one lies between a digit and a letter, as in 1437هـ."""
    return before.isalnum() and after.isalnum() and before.isdecimal() == after.isdecimal()


def _cuts_number(text: str, start: int, end: int) -> bool:
    """Whether the span begins or ends inside a number: "4 مليار" in "14 مليار", "14" in "14.5"."""
    before = text[max(0, start - 2) : start]
    after = text[end : end + 2]
    if text[start].isdecimal() and (before[-1:].isdecimal() or (before[:1].isdecimal() and before[-1:] in ".,٫٬")):
        return True
    return text[end - 1].isdecimal() and (after[:1].isdecimal() or (after[1:].isdecimal() and after[:1] in ".,٫٬"))
