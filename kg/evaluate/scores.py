"""Counting what a comparison with a gold annotation finds: precision, recall, F1 and shares, 0 to 100."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field


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


@dataclass(frozen=True, slots=True)
class Published:
    """What somebody published: the figures (0 to 100) of a system by measure, and on what they were measured."""

    system: str
    figures: Mapping[str, float]
    measured: str

    def as_json(self) -> dict[str, object]:
        """The publication as plain data."""
        return {"system": self.system, "figures": dict(self.figures), "measured": self.measured}


@dataclass(frozen=True)
class Report:
    """The figures of one evaluation, by measure, with what each measure means and what others published.

    ``means`` holds measures that are an average of others, 0 to 100.
    """

    title: str
    size: str
    figures: Mapping[str, Counts]
    definitions: Mapping[str, str]
    means: Mapping[str, float] = field(default_factory=dict)
    published: tuple[Published, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The report as plain data."""
        return {
            "title": self.title,
            "size": self.size,
            "means": {
                name: {"value": round(value, 1), "definition": self.definitions.get(name, "")}
                for name, value in self.means.items()
            },
            "published": [publication.as_json() for publication in self.published],
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


def by_label(answers: Iterable[tuple[str, str]]) -> dict[str, Counts]:
    """Counts of each gold label from (gold, predicted) pairs, by name."""
    pairs = list(answers)
    right = Counter(gold for gold, predicted in pairs if gold == predicted)
    gold = Counter(label for label, _ in pairs)
    predicted = Counter(label for _, label in pairs)
    return {label: Counts(right[label], gold[label], predicted[label]) for label in sorted(gold)}


def macro_f1(answers: Iterable[tuple[str, str]]) -> float:
    """The mean of the F1 of the labels that the gold has."""
    counts = by_label(answers)
    return sum(found.f1 for found in counts.values()) / len(counts) if counts else 0.0


def weighted_f1(answers: Iterable[tuple[str, str]]) -> float:
    """The mean of the F1 of the labels that the gold has, each weighted by how often it has it."""
    counts = by_label(answers)
    size = sum(found.gold for found in counts.values())
    return sum(found.f1 * found.gold for found in counts.values()) / size if size else 0.0
