"""Words that make a figure a bound: أكثر من, ما لا يقل عن, نحو, at least, up to, about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from kg.text.scan import Chunk

_MOST_BEFORE = 2
"""How many words of bound may stand before a figure: up to about."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Which sides of a figure are open, and whether it is approximate."""

    kind: str | None = None
    approximate: bool = False

    @property
    def stated(self) -> bool:
        """Whether the text states a bound or an approximation."""
        return self.kind is not None or self.approximate

    @property
    def min_exclusive(self) -> bool:
        return self.kind == "more"

    @property
    def max_exclusive(self) -> bool:
        return self.kind == "less"

    def stating(self, kind: str) -> Bounds:
        """These bounds with one word of bound more."""
        return replace(self, approximate=True) if kind == "about" else replace(self, kind=kind)

    def apply(self, low: Fraction, high: Fraction | None) -> tuple[float | None, float | None]:
        """The bounds of a figure whose own interval is ``low`` to ``high``."""
        if self.kind in ("more", "least"):
            return float(low), None
        if self.kind in ("less", "most"):
            return None, None if high is None else float(high)
        return float(low), None if high is None else float(high)


def bounded(chunks: list[Chunk], first: int, after: int, bound: Bounds) -> tuple[int, int, Bounds]:
    """Take in the words of bound beside ``chunks[first:after]``; the new extent and the bound."""
    for _ in range(_MOST_BEFORE):
        if not first or chunks[first - 1].category not in ("bound", "after"):
            break
        first -= 1
        bound = bound.stating(chunks[first].value)
    if after < len(chunks) and chunks[after].category == "after":
        follower = chunks[after + 1] if after + 1 < len(chunks) else None
        if follower is None or follower.category not in ("number", "symbol"):
            bound = bound.stating(chunks[after].value)
            after += 1
    return first, after, bound
