"""A link between two claims, as it is shown: who stands against whom, and who supports whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims that contradict or corroborate one another.

    A claim is named by its article's id and its own id within the article. ``confidence`` is between 0 and 1.
    """

    kind: Literal["contradicts", "corroborates"]
    left: tuple[str, str]
    right: tuple[str, str]
    reason: str = ""
    confidence: float = 1.0
