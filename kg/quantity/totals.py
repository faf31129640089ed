"""Figures that stand apart from what they count: the number of people killed has reached 11,300, بلغ عدد القتلى 471."""

from __future__ import annotations

from dataclasses import dataclass

from kg.quantity.measures import OUTCOMES
from kg.text.fold import fold
from kg.text.scan import Chunk

_REACH = 120
"""How many code points may stand between the noun that heads the count and the figure."""
_LOOK = 24
"""The same in chunks."""
_HEADS = frozenset(("head", "toll"))
_VERBS = frozenset(("reach", "past", "bound"))
_ENDS = frozenset(("number", "stop", "break"))
_CLAUSES = frozenset(
    (
        "after", "when", "while", "as", "that", "if", "because", "but", "until",
        "بعد", "حين", "عندما", "بينما", "لكن", "اذ", "ان", "اذا", "حيث",
    )
)  # fmt: skip
"""Words that begin another clause, whose figures the head does not count."""


@dataclass(frozen=True, slots=True)
class Total:
    """What a figure counts: its unit, what happened to those counted, and the bound that the verb states."""

    unit: str
    measures: str | None
    bound: str | None


def total(text: str, chunks: list[Chunk], first: int, *, bounded: bool) -> Total | None:
    """What the figure at ``chunks[first]`` is the total of; None where no noun of number governs it.

    ``bounded`` says that words of bound stand at the figure, which then link it as a verb of reaching does.
    """
    head = _head(text, chunks, first)
    if head is None:
        return None
    between, opening = chunks[head + 1 : first], _opening(chunks, head)
    closing = between[-1] if between else None
    linked = closing is not None and (
        closing.category in ("reach", "past", "to") or fold(text[closing.start : closing.end]) == "at"
    )
    if not (linked or bounded or opening is not None):
        return None
    unit, measures = _counted(chunks, head, between)
    if unit is None:
        return None
    verb = opening if opening is not None else closing
    stated = verb is not None and verb.category in ("past", "bound")
    return Total(unit, measures, str(verb.value) if stated and verb is not None else None)


def _head(text: str, chunks: list[Chunk], first: int) -> int | None:
    """The nearest noun of number before the figure in its clause."""
    for at in range(first - 1, max(-1, first - 1 - _LOOK), -1):
        chunk = chunks[at]
        if chunk.category in _ENDS or chunks[first].start - chunk.end > _REACH:
            return None
        if chunk.category in _HEADS:
            return at
        if chunk.category == "function" and fold(text[chunk.start : chunk.end]) in _CLAUSES:
            return None
    return None


def _opening(chunks: list[Chunk], head: int) -> Chunk | None:
    """The verb right before the head, where the sentence begins with it: تجاوز عدد القتلى."""
    before = chunks[head - 1] if head else None
    if before is None or before.category not in _VERBS or chunks[head].start - before.end > 1:
        return None
    return before


def _counted(chunks: list[Chunk], head: int, between: list[Chunk]) -> tuple[str | None, str | None]:
    """The unit and the outcome that the head and the words after it name."""
    chunk = chunks[head]
    if chunk.category == "toll":
        return "person", str(chunk.value)
    if chunk.value == "their":
        return _those(chunks, head)
    unit = None
    for word in between:
        if word.category in OUTCOMES or (word.category == "person" and word.value):
            return "person", str(word.value)
        if unit is None and word.category in ("person", "counted"):
            unit = "person" if word.category == "person" else str(word.value)
    if unit is None and chunk.value == "deaths" and chunk.prefix.endswith("ال"):
        # الحصيلة, where nothing else is said of whom
        return "person", "deaths"
    return unit, None


def _those(chunks: list[Chunk], head: int) -> tuple[str | None, str | None]:
    """The people that عددهم refers to: the last ones named in the sentence."""
    for at in range(head - 1, max(-1, head - 1 - _LOOK), -1):
        if chunks[at].category in _ENDS:
            return None, None
        if chunks[at].category == "person":
            return "person", str(chunks[at].value) if chunks[at].value else None
    return None, None
