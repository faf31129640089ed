"""What holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.quantity import find_quantities, to_schema
from kg.quantity.numbers import find_numbers
from kg.text.fold import fold

PIECES = (
    "أكثر من", "ما لا يقل عن", "نحو", "بين", "و", "إلى", "4", "14", "٢٠٢٣", "1.3", "1,234", "خمسة وعشرين",
    "ألفا", "آلاف", "مليار", "مليون", "ونصف", "نصف", "دولار", "جنيه مصري", "في المئة", "%", "شخص", "قتيلا",
    "عشرات", "مئات", "القتلى", "مقتل", "إصابة", "اعتقال", "يوم", "رقم", "على الأقل", "آخرين", "من", "سالب",
    "على", "1e10", "^", "-", "/", "at least", "more than", "dozens", "of", "people", "$", "killed", "million",
    "a", "half", "hundred", "and", "twenty-five", "per cent", ".", ",", "\n", "999999999999999999999", "كتابا",
    "rockets",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=60)
LANGUAGES = st.sampled_from(("ar", "en"))


@settings(max_examples=500, deadline=None)
@given(TEXTS, LANGUAGES)
def test_never_raises_and_spans_are_text(text: str, language: str) -> None:
    last = 0
    for value in find_quantities(text, language):
        start, end = value.span
        assert last <= start < end <= len(text)
        last = end
        assert text[start:end] == value.text
        if value.min is not None and value.max is not None:
            assert value.min <= value.max
        assert to_schema(value, text).span.text == value.text
    for number in find_numbers(text, language):
        assert text[number.span[0] : number.span[1]] == number.text


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join), LANGUAGES)
def test_digit_script_does_not_change_a_value(text: str, language: str) -> None:
    arabic = text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert [(one.span, one.min, one.max, one.measures) for one in find_quantities(arabic, language)] == [
        (one.span, one.min, one.max, one.measures) for one in find_quantities(text, language)
    ]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([piece for piece in PIECES if piece != "\n"]), max_size=12).map(" ".join))
def test_folding_does_not_change_a_value(text: str) -> None:
    assert [(one.min, one.max, one.measures) for one in find_quantities(fold(text), "ar")] == [
        (one.min, one.max, one.measures) for one in find_quantities(text, "ar")
    ]


@pytest.mark.parametrize(
    "piece", ["1,", "1 ", "خمسة و", "مليون ", "نحو ", "1/", "٣", "a hundred ", "between 1 and ", "- "]
)
def test_long_hostile_text_ends(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    for language in ("ar", "en"):
        find_quantities(text, language)
        find_numbers(text, language)
