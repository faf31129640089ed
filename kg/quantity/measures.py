"""What happened to the people that a figure counts, and what money is for, from the words around it."""

from __future__ import annotations

import re
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
OUTCOMES = ("outcome", "outcome-noun", "toll")
"""Categories of words that say what happened to people."""
_BARRIERS = frozenset(("number", "stop", "two-persons", "break"))


INCREASE = "increase"
"""What a figure measures that says by how much another one grew."""
_AUXILIARIES = frozenset(
    ("were", "was", "are", "is", "have", "has", "had", "been", "be", "being", "also", "reportedly")
)
_MORE_THAN = frozenset(("more than", "fewer than"))
_OTHER_FIGURE = re.compile(r"\s+(?:an?|half|\d|one|two|three)\b")


def grows(text: str, chunks: list[Chunk], first: int, after: int) -> bool:
    """Whether the figure is a difference: بزيادة 86, an increase of 86, 86 more than the day before."""
    if first and chunks[first - 1].category == "increase" and chunks[first].start - chunks[first - 1].end <= 1:
        return True
    behind = chunks[after] if after < len(chunks) else None
    if behind is None or behind.category != "bound" or fold(text[behind.start : behind.end]) not in _MORE_THAN:
        return False
    beside = text[chunks[after - 1].end : behind.start].isspace()
    return beside and _OTHER_FIGURE.match(text, behind.end) is None


def what_happened(text: str, chunks: list[Chunk], first: int, after: int, language: str, *, near: bool) -> str | None:
    """The outcome of the verb that governs the figure, or else the one named nearest to it in its clause.

    Where both sides are as near, it is the one before it in Arabic and the one behind it in English.
    """
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
    if behind is not None and _governs(text, chunks[after - 1].end, behind, before, chunks[first].start, language):
        return str(behind.value)
    candidates = []
    if before is not None:
        distance = chunks[first].start - before.end
        candidates.append((distance, 0 if language == "ar" else 1, before.value))
    if behind is not None:
        distance = behind.start - chunks[after - 1].end
        candidates.append((distance, 1 if language == "ar" else 0, behind.value))
    found = min((candidate for candidate in candidates if candidate[0] <= reach), default=None)
    return None if found is None else str(found[2])


def _governs(text: str, end: int, behind: Chunk, before: Chunk | None, start: int, language: str) -> bool:
    """Whether the figure's people are the subject of the verb behind it: 11 others were injured, أربعة منهم لقوا حتفهم.

    ``start`` and ``end`` are the figure's. An Arabic verb of the plural follows its subject (Wright, Arabic Grammar
    II, § 142), but not where a verb or noun before the figure already says what happened.
    """
    if language == "en":
        gap = fold(text[end : behind.start]).split()
        return behind.start - end <= _REACH and bool(gap) and _AUXILIARIES.issuperset(gap)
    plural = fold(text[behind.start : behind.end]).split(" ")[0].endswith("وا") and not behind.prefix
    return plural and behind.start - end <= _REACH and (before is None or start - before.end > 1)


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
            if joined and people and out[at].measures is None and out[other].measures not in (None, INCREASE):
                out[at] = replace(out[at], measures=out[other].measures)
    return out


def _nearest(chunks: list[Chunk], order: range, categories: tuple[str, ...]) -> Chunk | None:
    for at in order:
        if chunks[at].category in categories:
            return chunks[at]
        if chunks[at].category in _BARRIERS:
            return None
    return None
