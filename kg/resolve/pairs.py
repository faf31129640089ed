"""Which claims are compared: those of one story and one meaning that are near in time.

Claims stand in blocks, one a story and a meaning, in the order of days; each is compared with so many that follow it.
So the pairs of an earlier run still hold wherever no claim came or went between the two, and only the others are new.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kg.resolve.chains import DAYS, one_story
from kg.resolve.statements import Statement

_BLOCK = 60
"""Claims of one story and one meaning, nearest in time, that one claim is compared with."""

Place = tuple[str, str, int]


def place_in_time(one: Statement) -> Place:
    """What claims are ordered by: the day of their article, the article, the order of its text."""
    return one.published, one.article, one.number


class Blocks:
    """Claims by story and meaning. ``found`` are all, in the order of `place_in_time`."""

    def __init__(self, found: Sequence[Statement]) -> None:
        self._found = found
        self._days = [date.fromisoformat(one.published).toordinal() if one.published else 0 for one in found]
        self._blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, one in enumerate(found):
            for key in _keys(one):
                self._blocks[key].append(number)

    def pairs(self) -> Iterator[tuple[Statement, Statement]]:
        """Every pair that is compared, the earlier claim first."""
        yield from self._of_one_story({pair for block in self._blocks.values() for pair in self._windows(block)})

    def pairs_beside(
        self, come: Iterable[Statement], gone: Iterable[Statement]
    ) -> Iterator[tuple[Statement, Statement]]:
        """Pairs with one of ``come``, which are among the claims, or between which one of ``gone`` stood."""
        seen: set[tuple[int, int]] = set()
        for one in come:
            number = bisect_left(self._found, place_in_time(one), key=place_in_time)
            for key in _keys(one):
                block = self._blocks[key]
                at = bisect_left(block, number)
                seen.update((other, number) for other in block[max(0, at - _BLOCK) : at] if self._near(other, number))
                seen.update((number, other) for other in block[at + 1 : at + 1 + _BLOCK] if self._near(number, other))
        for one in gone:
            number = bisect_left(self._found, place_in_time(one), key=place_in_time)
            for key in _keys(one):
                block = self._blocks.get(key, [])
                at = bisect_left(block, number)
                seen.update(self._windows(block[max(0, at - _BLOCK) : at + _BLOCK]))
        yield from self._of_one_story(seen)

    def compared(self, left: Statement, right: Statement) -> bool:
        """Whether two of the claims, which are of one story, are compared."""
        one, other = sorted(bisect_left(self._found, place_in_time(end), key=place_in_time) for end in (left, right))
        if not self._near(one, other):
            return False
        shared = set(_keys(left)) & set(_keys(right))
        return any(
            bisect_left(self._blocks[key], other) - bisect_left(self._blocks[key], one) <= _BLOCK for key in shared
        )

    def _windows(self, block: list[int]) -> Iterator[tuple[int, int]]:
        for at, number in enumerate(block):
            for other in block[at + 1 : at + 1 + _BLOCK]:
                if not self._near(number, other):
                    break
                yield number, other

    def _near(self, one: int, other: int) -> bool:
        """Whether the days, where both are known, allow one story; ``other`` is no earlier."""
        return not self._days[one] or self._days[other] - self._days[one] <= DAYS

    def _of_one_story(self, numbers: set[tuple[int, int]]) -> Iterator[tuple[Statement, Statement]]:
        for one, other in sorted(numbers):
            left, right = self._found[one], self._found[other]
            if one_story(left, right):
                yield left, right


def _keys(one: Statement) -> list[tuple[str, str]]:
    """The blocks of a claim; where another's claim is conveyed by it, it may only give a figure and correct it."""
    topics = {f"#{figure.measures or figure.unit}" for figure in one.figures if one.leaf or not one.through}
    topics |= one.about | one.denied if one.leaf else set()
    return [(key, topic) for key in one.story for topic in topics]
