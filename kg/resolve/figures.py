"""Figures of two claims: whether both can hold, and whether they are one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.quantity.lexicon import quantity_lexicon
from kg.resolve.meanings import stem_of
from kg.resolve.tables import rows
from kg.text import fold, tokens
from kg.text.numerals import NUMBER, reduce_numbers
from kg.text.scan import scan
from schemas import Quantity

_APART = 4.0
"""Counts further apart than this count two things, such as one attack and a whole war."""
_FEW = 0.02
_FEW_WORDS = 5
_NEAR = 2.0
"""Figures of one claim so near are in one unit where only the first names it."""
_READ = 60
"""Characters before a figure in which its role is told."""
_ROLES = (
    (
        "former",
        re.compile(r"\bfrom(?: (?:the|about|around|some|nearly|over|more than))?$|compared with$", re.IGNORECASE),
    ),
    ("former", re.compile(r"(?:بعد أن|بعدما) كان(?:ت|وا)?(?: \S+){0,6}$|مقارنة ب$|مقابل$")),
    ("part", re.compile(r"\b(?:including|among them|of (?:them|whom|which))(?: \S+)?$", re.IGNORECASE)),
    ("part", re.compile(r"(?:بينهم|بينها|منهم|منها|من ضمنهم)(?: \S+)?$")),
    ("refused", re.compile(r"\b(?:not|rather than|instead of)(?: (?:the|about|just))?$", re.IGNORECASE)),
    ("refused", re.compile(r"(?:^|[ ،])(?:لا|وليس|وليست|بدلا من|لا عن)$")),
)
_APART_FROM_ALL = "fighter"
"""Those whom a side says it killed are counted apart from all who died."""
_NAMED = 4
"""Words of a figure and after it in which it is said whom it counts."""
_THOUSANDS = 1000
"""From here on one digit may stand for a rounded figure: 4 thousand."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a claim, its bounds, and the words that say it.

    ``role`` tells what it is beside the claim's own figures: "former" is what was before (from 300, up from 863),
    "part" is part of another (among them 12), "refused" is what the claim sets aside (1.18 million, not 1.11 million).
    ``of`` is the kind of people it counts, where the words say it: soldiers, civilians.
    """

    least: float | None
    most: float | None
    exclusive: bool
    unit: str | None
    measures: str | None
    words: str
    role: str = ""
    of: str = ""

    @property
    def size(self) -> float:
        """The middle of its bounds, or the one that it has."""
        bounds = [bound for bound in (self.least, self.most) if bound is not None]
        return sum(bounds) / len(bounds) if bounds else 0.0

    @property
    def exact(self) -> bool:
        """Whether it is one number and no bound or range."""
        return self.least is not None and self.least == self.most


def figure(quantity: Quantity, before: str = "", after: str = "") -> Figure:
    """The figure of a quantity; the claim's words ``before`` it tell its role, those ``after`` it whom it counts."""
    words = " ".join(quantity.span.text.split())
    role = role_after(before)
    of = _counted(f"{words} {after[:_READ]}") if quantity.unit == "person" else ""
    return Figure(quantity.min, quantity.max, quantity.min_exclusive, quantity.unit, quantity.measures, words, role, of)


def _counted(text: str) -> str:
    """The kind of people that a figure and the first words after it name."""
    names = [token.norm for token in tokens(text) if token.norm.isalpha()][:_NAMED]
    return next((kind for word in names for kind in sorted(_kind_of(word))), "")


def _kind_of(word: str) -> set[str]:
    stem = stem_of(word)
    return {kind for begin, kind in _victims() if (stem.startswith(begin) if begin.isascii() else stem == begin)}


@cache
def _victims() -> tuple[tuple[str, str], ...]:
    return tuple((fold(word), kind) for kind, *columns in rows("victims") for text in columns for word in text.split())


def role_after(before: str) -> str:
    """The role of a figure that stands after ``before``, of which the last words are read."""
    last = " ".join(before[-_READ:].split())
    return next((role for role, pattern in _ROLES if pattern.search(last)), "")


def measured(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures of one claim; one without a unit has that of a near one before it: 1.18 million bpd, 1.11 million."""
    out: list[Figure] = []
    for one in figures:
        like = next((other for other in reversed(out) if _of_one_measure(one, other)), None)
        out.append(one if like is None else replace(one, unit=like.unit, measures=like.measures))
    return tuple(out)


def bare_number(text: str) -> tuple[Figure, ...]:
    """The number that a few words give without saying of what: stood at 705, نحو 900 ألف; else nothing."""
    if len(text.split()) > _FEW_WORDS:
        return ()
    tongue = "ar" if re.search("[\u0600-\u06ff]", text) else "en"
    found = [
        chunk for chunk in reduce_numbers(scan(text, quantity_lexicon(tongue)), tongue) if chunk.category == NUMBER
    ]
    if len(found) != 1 or found[0].value.vague:
        return ()
    value = float(found[0].value.value)
    return (Figure(value, value, False, None, None, text[found[0].start : found[0].end]),)


def _of_one_measure(one: Figure, other: Figure) -> bool:
    if one.measures or not other.unit or one.unit == other.unit:
        return False
    if one.unit is not None and not other.unit.startswith(one.unit + "-"):
        return False
    return 0 < max(one.size, other.size) <= _NEAR * min(one.size, other.size)


def comparable(left: Figure, right: Figure) -> bool:
    """Whether two figures measure one thing, in one unit and not too far apart."""
    if (left.role == "part") != (right.role == "part"):
        return False
    if left.of != right.of and ((left.of and right.of) or _APART_FROM_ALL in (left.of, right.of)):
        return False
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
