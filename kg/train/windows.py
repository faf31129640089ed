"""Sentences joined into what the network sees at once.

An article is read in windows of up to some ninety words, so the network has to learn from windows as well as from
sentences that stand alone. Each pass cuts a story anew.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from kg.train.examples import Allowed, Example

LENGTHS = (1, 30, 60, 90, 90)
"""Words of a window; a longer sentence makes one alone."""


def joined(examples: Sequence[Example]) -> Example:
    """One example of several; where one of them does not know a task, its words teach it nothing."""
    tasks = dict.fromkeys(task for example in examples for task in example.targets)
    targets: dict[str, list[Allowed | None]] = {
        task: [label for example in examples for label in example.targets.get(task, [None] * len(example.words))]
        for task in tasks
    }
    return Example([word for example in examples for word in example.words], targets)


def cut(story: Sequence[Example], rng: random.Random) -> Iterator[Example]:
    """Windows of whole sentences, in order, each of a length by chance."""
    waiting: list[Example] = []
    longest, words = rng.choice(LENGTHS), 0
    for example in story:
        if waiting and words + len(example.words) > longest:
            yield joined(waiting)
            waiting, words, longest = [], 0, rng.choice(LENGTHS)
        waiting.append(example)
        words += len(example.words)
    if waiting:
        yield joined(waiting)
