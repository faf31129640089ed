"""The likeliest row of labels of which each may follow the one before it: Viterbi's algorithm over BIO labels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NEVER = -1e9
_LEAST = 1e-12


def may_follow(before: str, after: str) -> bool:
    """Whether a word with the label ``after`` may stand right after one with ``before``; "" is the beginning.

    I goes on with a span: with one of its own kind, or, where it names none, with any.
    """
    mark, _, kind = after.partition("-")
    if mark != "I":
        return True
    mark, _, begun = before.partition("-")
    return mark in ("B", "I") and kind in ("", begun)


class Sequences:
    """Which labels of one task may follow which."""

    def __init__(self, labels: Sequence[str]) -> None:
        """Work out the transitions between ``labels``."""
        import numpy as np

        self._allowed = np.array([[may_follow(before, after) for after in labels] for before in labels])
        self._first = np.array([may_follow("", label) for label in labels])

    def best(self, chances: NDArray[Any]) -> list[int]:
        """The numbers of the labels of each word; ``chances`` (words, labels) are probabilities."""
        likeliest: list[int] = chances.argmax(-1).tolist()
        return likeliest if self._holds(likeliest) else self._search(chances)

    def _holds(self, labels: Sequence[int]) -> bool:
        pairs = pairwise(labels)
        return bool(not labels or self._first[labels[0]]) and all(self._allowed[pair] for pair in pairs)

    def _search(self, chances: NDArray[Any]) -> list[int]:
        import numpy as np

        logs = np.log(np.maximum(chances, _LEAST))
        steps = np.where(self._allowed, 0.0, _NEVER)
        scores = np.where(self._first, logs[0], _NEVER)
        came_from = []
        for row in logs[1:]:
            ways = scores[:, None] + steps
            came_from.append(ways.argmax(0))
            scores = ways.max(0) + row
        at = int(scores.argmax())
        out = [at]
        for ways in reversed(came_from):
            at = int(ways[at])
            out.append(at)
        return out[::-1]
