"""What happened to the people that a figure counts, and what money is for, from the words around it."""

from __future__ import annotations

from dataclasses import replace

from kg.quantity.values import QuantityValue
from kg.text.fold import fold
from kg.text.scan import Chunk

_REACH = 60
"""How many code points away the word may stand."""
_NEAR = 16
"""The same for a number that names no people itself: killed 20, مقتل 26."""
_LOOK = 8
"""How many chunks are looked at on each side."""
OUTCOMES = ("outcome", "outcome-noun")
"""Categories of words that say what happened to people."""
_BARRIERS = frozenset(("number", "stop", "two-persons", "break"))


def what_happened(chunks: list[Chunk], first: int, after: int, language: str, *, near: bool) -> str | None:
    """The outcome named nearest to the figure in its clause; before it where both sides are as near in Arabic."""
    reach = _NEAR if near else _REACH
    if (
        first
        and chunks[first - 1].category == "person"
        and chunks[first - 1].value
        and chunks[first].start - chunks[first - 1].end <= 1
    ):
        # جثث ثلاثة منهم
        return str(chunks[first - 1].value)
    before = _nearest(chunks, range(first - 1, max(-1, first - 1 - _LOOK), -1), OUTCOMES)
    behind = _nearest(chunks, range(after, min(len(chunks), after + _LOOK)), OUTCOMES)
    candidates = []
    if before is not None:
        distance = chunks[first].start - before.end
        candidates.append((distance, 0 if language == "ar" else 1, before.value))
    if behind is not None:
        distance = behind.start - chunks[after - 1].end
        candidates.append((distance, 1 if language == "ar" else 0, behind.value))
    found = min((candidate for candidate in candidates if candidate[0] <= reach), default=None)
    return None if found is None else str(found[2])


def purpose(chunks: list[Chunk], first: int, after: int) -> str | None:
    """What the money is for, as the nearest word of purpose in the clause says."""
    before = _nearest(chunks, range(first - 1, max(-1, first - 1 - _LOOK), -1), ("purpose",))
    if before is not None and chunks[first].start - before.end <= _REACH:
        return str(before.value)
    behind = _nearest(chunks, range(after, min(len(chunks), after + 3)), ("purpose",))
    if behind is not None and behind.start - chunks[after - 1].end <= _NEAR:
        return str(behind.value)
    return None


_JOINING = frozenset(
    (
        "و", "and", ",", "و,", ", and", "بينهم", "من بينهم", ", بينهم", ", من بينهم", "including", ", including",
    )
)  # fmt: skip
"""What may stand between two figures that one outcome covers: مقتل 7 مدنيين و4 عناصر, 15 dead, including 6 children."""


def share_outcomes(text: str, found: list[QuantityValue]) -> list[QuantityValue]:
    """Give figures of people that are joined to one with an outcome the same outcome."""
    out = list(found)
    for order in (range(1, len(out)), range(len(out) - 2, -1, -1)):
        for at in order:
            other = at - 1 if order.step > 0 else at + 1
            left, right = sorted((at, other))
            joined = fold(text[out[left].span[1] : out[right].span[0]]) in _JOINING
            people = out[at].unit == out[other].unit == "person"
            if joined and people and out[at].measures is None and out[other].measures is not None:
                out[at] = replace(out[at], measures=out[other].measures)
    return out


def _nearest(chunks: list[Chunk], order: range, categories: tuple[str, ...]) -> Chunk | None:
    for at in order:
        if chunks[at].category in categories:
            return chunks[at]
        if chunks[at].category in _BARRIERS:
            return None
    return None
