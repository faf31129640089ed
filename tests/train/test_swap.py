"""Names swapped for others, and sentences joined into windows."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.train.examples import Allowed, Example
from kg.train.labels import INDEX
from kg.train.swap import Swapper, name_spans
from kg.train.windows import LENGTHS, cut, joined

ENTITY = INDEX["entity"]
WORDS = ["قال", "سامي", "حداد", "للأردن", "إن", "النصر", "فاز"]
LABELS = ["O", "B-person", "I-person", "B-place", "O", "B-organization", "O"]


def example() -> Example:
    return Example(list(WORDS), {"entity": [(ENTITY[label],) for label in LABELS], "event": [(0,)] * 6 + [(1,)]})


def test_names_are_spans_of_labels() -> None:
    assert list(name_spans(example().targets["entity"])) == [
        (1, 3, "person"),
        (3, 4, "place"),
        (5, 6, "organization"),
    ]
    assert list(name_spans([None, (ENTITY["I-place"],), (ENTITY["B-place"],)])) == [(2, 3, "place")]


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 500))
def test_what_stands_around_a_name_stays(seed: int) -> None:
    swapped = Swapper([example()], random.Random(seed)).swapped(example(), 1.0)
    kinds = [kind for _, _, kind in name_spans(swapped.targets["entity"])]
    assert kinds == ["person", "place", "organization"]
    outside = [word for word, label in zip(swapped.words, swapped.targets["entity"], strict=True) if label == (0,)]
    assert outside == ["قال", "إن", "فاز"]
    assert swapped.targets["event"][-1] == (1,)
    assert {len(targets) for targets in swapped.targets.values()} == {len(swapped.words)}


def test_nothing_is_swapped_where_no_share_is_asked_for() -> None:
    assert Swapper([example()], random.Random(1)).swapped(example(), 0.0) == example()


def test_a_clitic_goes_over_to_the_new_name_and_is_counted() -> None:
    words = ["سافر", "بالرباط", "والقاهرة", "الرباط", "بالاك", "للأردن", "الأردن"]
    labels: list[Allowed | None] = [(ENTITY["O"],), *[(ENTITY["B-place"],)] * 6]
    clitics: list[Allowed | None] = [None, (1,), (1,), (0,), (0,), (1,), (0,)]
    text = Example(words, {"entity": labels, "clitic": clitics})
    swapper = Swapper([text], random.Random(4))
    for _ in range(30):
        swapped = swapper.swapped(text, 1.0)
        begins = [n for n, label in enumerate(swapped.targets["entity"]) if label == (ENTITY["B-place"],)]
        assert [swapped.targets["clitic"][n] for n in begins] == clitics[1:]
        first, second, _, _, fifth, _ = (swapped.words[n] for n in begins)
        assert first.startswith("ب")
        assert second.startswith("و")
        assert fifth.startswith("ل")
        assert not fifth.startswith("لال")
        others = set(range(1, len(swapped.words))) - set(begins)
        assert all(swapped.targets["clitic"][n] is None for n in others)


def test_a_clitic_is_guessed_only_where_the_bare_name_is_known() -> None:
    text = Example(["بالاك", "بغزة", "غزة", "للنصر", "النصر"], {"entity": [(ENTITY["B-place"],)] * 5})
    swapped = Swapper([text], random.Random(2)).swapped(text, 1.0)
    assert Swapper([text], random.Random(2))._clitic(text, 0) == ""
    assert [Swapper([text], random.Random(2))._clitic(text, n) for n in (1, 2, 3)] == ["ب", "", "ل"]
    assert "clitic" not in swapped.targets


def test_joined_sentences_keep_what_each_knows() -> None:
    cue = Example(["نعم"], {"cue": [(1,)]})
    both = joined([example(), cue])
    assert both.words == [*WORDS, "نعم"]
    assert both.targets["entity"][-1] is None
    assert both.targets["cue"] == [None] * 7 + [(1,)]


@given(st.lists(st.integers(1, 120), max_size=30), st.integers(0, 99))
def test_windows_hold_all_sentences_in_order(lengths: list[int], seed: int) -> None:
    story = [Example([f"{number}"] * length) for number, length in enumerate(lengths)]
    windows = list(cut(story, random.Random(seed)))
    assert [word for window in windows for word in window.words] == [word for one in story for word in one.words]
    assert all(len(window.words) <= max(LENGTHS) or len(set(window.words)) == 1 for window in windows)
