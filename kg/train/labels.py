"""What the encoder is asked: labels of words, and of pairs of statements; the order is that of the shipped outputs."""

from __future__ import annotations

from schemas import EventType

ENTITY_TYPES = ("person", "organization", "outlet", "place", "product", "other")


def _bio(types: tuple[str, ...]) -> tuple[str, ...]:
    return ("O", *(f"{mark}-{name}" for name in types for mark in "BI"))


TASKS: dict[str, tuple[str, ...]] = {
    "entity": _bio(ENTITY_TYPES),
    "source": ("O", "B", "I"),
    "cue": ("O", "B", "I"),
    "content": ("O", "B", "I"),
    "event": ("O", *(f"B-{kind}" for kind in EventType), "I"),
    "clitic": ("0", "1", "2", "3"),
}
"""Labels of each task. "clitic" is the number of letters before the span that begins in this word."""

INDEX: dict[str, dict[str, int]] = {
    task: {label: i for i, label in enumerate(labels)} for task, labels in TASKS.items()
}

PAIR = ("agree", "disagree", "other")
"""What two statements about the news are to each other."""

OUTPUTS = (*TASKS, "pair", "vector")
"""Outputs of the shipped file: the tasks' logits by piece, the pair's logits, and the sentence's vector."""
