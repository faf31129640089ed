"""The likeliest row of labels that may stand in a row."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.encoder.sequences import Sequences, may_follow

LABELS = ("O", "B-person", "I-person", "B-place", "I-place")


@pytest.mark.parametrize(
    ("before", "after", "may"),
    [
        ("", "I-person", False),
        ("O", "I-person", False),
        ("B-place", "I-person", False),
        ("B-person", "I-person", True),
        ("I-person", "I-person", True),
        ("I-person", "B-person", True),
        ("B-ASSAULT", "I", True),
        ("O", "I", False),
        ("B", "I", True),
        ("I-person", "O", True),
        ("1", "3", True),
    ],
)
def test_a_span_goes_on_with_its_own_kind(before: str, after: str, may: bool) -> None:
    assert may_follow(before, after) is may


def test_a_name_whose_words_lean_to_two_types_is_one_name() -> None:
    # كيني ميلر: the first word more of a body, the second surely the rest of a person.
    chances = np.array([[0.05, 0.4, 0.0, 0.55, 0.0], [0.02, 0.0, 0.95, 0.0, 0.03]])
    assert [LABELS[label] for label in Sequences(LABELS).best(chances)] == ["B-person", "I-person"]


def test_nothing_has_no_labels() -> None:
    assert Sequences(LABELS).best(np.zeros((0, len(LABELS)))) == []


@given(st.lists(st.lists(st.floats(0.01, 1), min_size=5, max_size=5), min_size=1, max_size=4))
def test_no_row_that_may_stand_is_likelier(rows: list[list[float]]) -> None:
    chances = np.array(rows)
    chances /= chances.sum(-1, keepdims=True)

    def chance(labels: tuple[int, ...]) -> float:
        holds = all(may_follow(LABELS[a], LABELS[b]) for a, b in pairwise(labels)) and may_follow("", LABELS[labels[0]])
        return float(np.prod([row[label] for row, label in zip(chances, labels, strict=True)])) if holds else 0.0

    best = Sequences(LABELS).best(chances)
    likeliest = max(chance(labels) for labels in product(range(5), repeat=len(rows)))
    assert chance(tuple(best)) == pytest.approx(likeliest)
