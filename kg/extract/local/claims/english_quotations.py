"""The quotations of an article by level, with those that never close brought to a sensible end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.text import Quote

DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Quotations:
    """Quotations by level: ``levels[0]`` are those inside no other; each level is sorted by start."""

    levels: tuple[tuple[Quote, ...], ...]

    @classmethod
    def of(cls, found: Iterable[Quote], sentences: Sequence[tuple[int, int]] = ()) -> Quotations:
        """Sort quotations into levels.

        One that is not closed and runs over another ends with its sentence, or where that other begins: newsrooms
        forget closing marks more often than they quote whole paragraphs inside a quotation.
        """
        levels: list[list[Quote]] = [[] for _ in range(DEEPEST)]
        open_ends: list[int] = []
        for quote in _ended(sorted(found, key=lambda quote: (quote.start, -quote.end)), sentences):
            while open_ends and open_ends[-1] <= quote.start:
                open_ends.pop()
            if len(open_ends) < DEEPEST:
                levels[len(open_ends)].append(quote)
            open_ends.append(quote.end)
        return cls(tuple(tuple(level) for level in levels))

    def within(self, start: int, end: int, level: int) -> tuple[Quote, ...]:
        """The quotations of a level that lie in ``start:end``."""
        if level >= len(self.levels):
            return ()
        quotes = self.levels[level]
        first = bisect_left(quotes, start, key=lambda quote: quote.start)
        last = bisect_left(quotes, end, key=lambda quote: quote.start)
        return tuple(quote for quote in quotes[first:last] if quote.end <= end)


def _ended(quotes: list[Quote], sentences: Sequence[tuple[int, int]]) -> Iterator[Quote]:
    for at, quote in enumerate(quotes):
        following = quotes[at + 1] if at + 1 < len(quotes) else None
        if quote.closed or following is None or following.start >= quote.end:
            yield quote
        else:
            at_sentence = bisect_right(sentences, quote.start, key=lambda sentence: sentence[0]) - 1
            end = min(following.start, sentences[at_sentence][1]) if at_sentence >= 0 else following.start
            if end > quote.inner_start + 2:
                yield replace(quote, end=end, inner_end=end)
