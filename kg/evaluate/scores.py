"""Counting what a comparison with a gold annotation finds: precision, recall, F1 and shares, 0 to 100."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right, how many the gold has, how many were predicted."""

    right: int = 0
    gold: int = 0
    predicted: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.gold + other.gold, self.predicted + other.predicted)

    @property
    def precision(self) -> float:
        """Share of the predicted that is right."""
        return 100 * self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 200 * self.right / (self.gold + self.predicted) if self.gold + self.predicted else 0.0


@dataclass(frozen=True)
class Report:
    """The figures of one evaluation, by measure, with what each measure means."""

    title: str
    size: str
    figures: Mapping[str, Counts]
    definitions: Mapping[str, str]

    def as_json(self) -> dict[str, object]:
        """The report as plain data."""
        return {
            "title": self.title,
            "size": self.size,
            "figures": {
                name: {
                    "precision": round(counts.precision, 1),
                    "recall": round(counts.recall, 1),
                    "f1": round(counts.f1, 1),
                    "right": counts.right,
                    "gold": counts.gold,
                    "predicted": counts.predicted,
                    "definition": self.definitions.get(name, ""),
                }
                for name, counts in self.figures.items()
            },
        }


def match(score: Callable[[int, int], float], gold: int, predicted: int, least: float) -> dict[int, int]:
    """A one-to-one matching of gold to predicted items, best score first, none below ``least``."""
    rows = sorted(
        ((value, i, j) for i in range(gold) for j in range(predicted) if (value := score(i, j)) >= least), reverse=True
    )
    taken: set[int] = set()
    out: dict[int, int] = {}
    for _, i, j in rows:
        if i not in out and j not in taken:
            taken.add(j)
            out[i] = j
    return out
