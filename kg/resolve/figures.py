"""Figures of two claims: whether both can hold, and whether they are one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from schemas import Quantity

_APART = 4.0
"""Counts further apart than this count two things, such as one attack and a whole war."""
_FEW = 0.02
_THOUSANDS = 1000
"""From here on one digit may stand for a rounded figure: 4 thousand."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a claim, its bounds, and the words that say it."""

    least: float | None
    most: float | None
    exclusive: bool
    unit: str | None
    measures: str | None
    words: str

    @property
    def size(self) -> float:
        """The middle of its bounds, or the one that it has."""
        bounds = [bound for bound in (self.least, self.most) if bound is not None]
        return sum(bounds) / len(bounds) if bounds else 0.0

    @property
    def exact(self) -> bool:
        """Whether it is one number and no bound or range."""
        return self.least is not None and self.least == self.most


def figure(quantity: Quantity) -> Figure:
    """The figure of a quantity."""
    words = quantity.span.text
    return Figure(
        quantity.min, quantity.max, quantity.min_exclusive, quantity.unit, quantity.measures, " ".join(words.split())
    )


def comparable(left: Figure, right: Figure) -> bool:
    """Whether two figures measure one thing, in one unit and not too far apart."""
    if left.measures != right.measures or left.unit != right.unit or left.unit is None:
        return False
    one, other = left.size, right.size
    return one > 0 and other > 0 and max(one, other) <= _APART * min(one, other)


def compatible(left: Figure, right: Figure) -> bool:
    """Whether one number can satisfy both, rounding allowed: at least 883 and 1,800; 14 billion and 14.3 billion."""
    for one, other in ((left, right), (right, left)):
        if _rounds_to(one, other):
            return True
    one, other = _widened(left), _widened(right)
    return _above(one, other) and _above(other, one)


def equal(left: Figure, right: Figure) -> bool:
    """Whether two figures say one number, rounding and lower bounds that a rounded number gives allowed."""
    return (left.exact and right.exact and left.least == right.least) or any(
        _rounds_to(one, other) for one, other in ((left, right), (right, left))
    )


def _widened(found: Figure) -> Figure:
    """A figure of whole thousands with one digit stands for all that is rounded or cut to it."""
    if not found.exact or found.least is None or found.least < _THOUSANDS:
        return found
    unit = _last_digit(found.least, 1)
    if found.least % unit:
        return found
    return replace(found, least=found.least - unit / 2, most=found.least + unit)


def nearly(left: Figure, right: Figure) -> bool:
    """Whether two figures are one number but for a few parts in a hundred."""
    if one_number(left, right):
        return True
    return left.exact and right.exact and abs(left.size - right.size) <= _FEW * max(left.size, right.size)


def one_number(left: Figure, right: Figure) -> bool:
    """Whether two figures are written as one number, bounds and all."""
    return (left.least, left.most, left.exclusive) == (right.least, right.most, right.exclusive)


def _above(floor: Figure, other: Figure) -> bool:
    """Whether ``other`` can be as much as ``floor`` asks for."""
    if floor.least is None or other.most is None:
        return True
    return (
        other.most > floor.least if floor.exclusive or (other.exclusive and other.exact) else other.most >= floor.least
    )


def _rounds_to(rough: Figure, fine: Figure) -> bool:
    """Whether the rough figure, of few digits, is the fine one rounded to or cut at its last digit."""
    if rough.least is None or not fine.exact or fine.least is None or rough.least <= 0:
        return False
    if rough.most is not None and rough.most != rough.least:
        return False
    return any(_within_last_digit(rough.least, fine.least, digits) for digits in (1, 2))


def _within_last_digit(rough: float, fine: float, digits: int) -> bool:
    unit = _last_digit(rough, digits)
    if rough % unit or (digits == 1 and rough < _THOUSANDS):
        return False
    return -unit / 2 <= fine - rough < unit and unit <= rough / 2


def _last_digit(value: float, digits: int) -> float:
    """What one more in the last significant digit adds."""
    magnitude = 1.0
    while magnitude * 10 <= value:
        magnitude *= 10
    while magnitude > value:
        magnitude /= 10
    return float(magnitude / 10 ** (digits - 1))
