"""Folding compares what is the same and keeps apart what is not; offsets survive it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text import Folded, fold

TEXTS = st.text(
    alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("أإآةىئؤـًٌَُّ٠١٩«»“”…ﷲﻻ\u200f\u202e"))
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وزارة الصحة", "وزاره الصحه"),
        ("إسرائيل", "اسراييل"),
        ("مَرْحَبًا", "مرحبا"),
        ("مـــصـــر", "مصر"),
        ("على", "علي"),
        ("٤ آلاف", "4 الاف"),
        ("\u202bغزة\u202c", "غزه"),
        ("قال: «نعم»", 'قال: "نعم"'),
        ("HUFFPOST", "HuffPost"),
        ("Café", "cafe"),
        ("ﻻ", "لا"),
        ("قطاع\u00a0غزة \n", "قطاع غزة"),
    ],
)
def test_what_is_typed_differently_folds_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("محمد", "محمود"), ("4 آلاف", "9 آلاف"), ("يرحب", "لا يرحب"), ("غزة", "غزت")]
)
def test_what_differs_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS, st.data())
def test_a_folded_span_maps_to_source_text_that_folds_the_same(text: str, data: st.DataObject) -> None:
    folded = Folded.of(text)
    assert len(folded.origin) == len(folded.text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    source_start, source_end = folded.to_source(start, end)
    assert 0 <= source_start < source_end <= len(text)
    assert fold(folded.text[start:end]) in fold(text[source_start:source_end])


def test_a_span_takes_the_marks_of_its_last_letter() -> None:
    text = "قال مَرْحَبًا بكم"
    folded = Folded.of(text)
    at = folded.text.index("مرحبا")
    start, end = folded.to_source(at, at + 4)
    assert text[start:end] == "مَرْحَبً"
    assert folded.from_source(text.index("بكم")) == folded.text.index("بكم")


def test_a_span_outside_the_text_is_an_error() -> None:
    with pytest.raises(ValueError, match="no folded span"):
        Folded.of("غزة").to_source(1, 9)
