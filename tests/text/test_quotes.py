"""Every quotation mark finds its partner, nested straight ones too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text import quotes


def inside(text: str) -> list[tuple[int, str]]:
    return [(quote.depth, text[quote.inner_start : quote.inner_end]) for quote in quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('بأنها "فرصة "لبلينكن" للاستماع".', [(0, 'فرصة "لبلينكن" للاستماع'), (1, "لبلينكن")]),
        ('إنه "يرحب بالجميع" و"يجد أنه مفيد" جدا', [(0, "يرحب بالجميع"), (0, "يجد أنه مفيد")]),
        ("قال «إن صحيفة “المدار” كتبت»", [(0, "إن صحيفة “المدار” كتبت"), (1, "المدار")]),
        ('وقال: " نعم نحن هنا " ثم ذهب', [(0, " نعم نحن هنا ")]),
        ('قال:"نعم"، وأضاف:"لا".', [(0, "نعم"), (0, "لا")]),
        ('("وكالة الأنباء")', [(0, "وكالة الأنباء")]),
        ('أكد "أن السلام ممكن ". وأضاف "لا حرب"', [(0, "أن السلام ممكن "), (0, "لا حرب")]),
        ("“We won’t go,” she told ‘Al-Madar’ (المدار).", [(0, "We won’t go,"), (0, "Al-Madar")]),
        ("'The boys' toys' and \"it's\" المدار", [(0, "The boys"), (0, "it's")]),
        ("it's Blinken's 5' wall وقال", []),
        ('""x"" غزة', []),
    ],
)
def test_pairs(text: str, expected: list[tuple[int, str]]) -> None:
    assert inside(text) == expected


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = 'قال "لن نذهب\nوأضاف "سنبقى".'
    found = quotes(text)
    assert [quote.closed for quote in found] == [False, True]
    assert found[0].end == text.index("\n")


@given(st.text(alphabet=" \"«»“”‘’'ولا.،\nab"))
def test_any_text_gives_nested_spans_in_order(text: str) -> None:
    found = quotes(text)
    assert list(found) == sorted(found, key=lambda quote: (quote.start, -quote.end))
    for quote in found:
        assert 0 <= quote.start < quote.inner_start <= quote.inner_end <= quote.end <= len(text)
        assert "\n" not in text[quote.start : quote.end]


@pytest.mark.parametrize("pattern", ['"', '"ا ', ' "ا', "«", "'ا ", "“”"])
def test_a_hundred_thousand_marks_are_read(pattern: str) -> None:
    assert len(quotes(pattern * 100_000)) <= 100_000
