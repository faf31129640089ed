"""Text that is made to break readers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.local.document import Document
from kg.extract.local.events import find_events

WORDS = [
    "قصف",
    "الجيش",
    "مدينة",
    "في",
    "لم",
    "سوف",
    "التي،",
    "هجوما",
    "على",
    "و",
    ".",
    "attack",
    "by",
    "police",
    "of",
    "the",
    "was",
    "killed",
]


@pytest.mark.parametrize(
    "text",
    [
        "قصف " * 20_000,
        "قصف" * 20_000,
        '"' * 20_000,
        "هجوم على " * 10_000,
        "و" * 50_000,
        "attack of the " * 10_000,
        "\u202e\u0000قصف\u202c الطائرات",
        "ـ" * 20_000,
    ],
)
def test_long_and_odd_texts_are_read_to_the_end(text: str, document: Callable[..., Document]) -> None:
    for language in ("ar", "en"):
        for event in find_events(document(text, language), (), ()):
            assert text[slice(*event.trigger)]


@settings(max_examples=60, deadline=None)
@given(parts=st.lists(st.sampled_from(WORDS)))
def test_triggers_lie_in_their_sentence(document: Callable[..., Document], parts: list[str]) -> None:
    text = " ".join(parts)
    for event in find_events(document(text), (), ()):
        assert event.evidence[0] <= event.trigger[0] < event.trigger[1] <= event.evidence[1] <= len(text)
        for role in event.roles:
            assert 0 <= role.start < role.end <= len(text)
