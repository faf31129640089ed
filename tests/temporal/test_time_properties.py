"""What holds for any text and any anchor."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.temporal import Anchor, find_times, to_schema
from kg.text.fold import fold

ARABIC = (
    "يوم الجمعة", "مساء الخميس", "أمس", "أول أمس", "غدا", "الأسبوع الماضي", "الشهر المقبل", "العام الجاري",
    "قبل ثلاثة أيام", "منذ شهرين", "بعد عامين", "12 آذار/مارس", "15 فبراير (شباط) 2023", "29 فبراير",
    "31 أبريل", "في 2011", "من", "إلى", "بين", "و", "4", "22", "٢٠٢٣", "9999", "خمسة وعشرون", "ألفا", "سنة",
    "عام", "قرن", "القرن العشرين", "الستينيات", "الربع الثالث", "من العام الماضي", "الساعة", "الثامنة والنصف",
    "صباحا", "نهاية", "كل يوم", "لمدة", "ثلاث سنوات ونصف", "رمضان 1445", "1 محرم 1446 هـ", "هذا الصيف",
    "اليوم التالي", "الأيام الثلاثة الماضية", "999999999", "بضعة قرون", "،", ".", "/", "-", ":", "(", ")", "\n",
    "كتاب", "سيعقد",
)  # fmt: skip
ENGLISH = (
    "Monday", "last Friday", "Nov. 2, 1989", "Feb. 29", "31", "April", "may", "next week", "three", "years",
    "ago", "a", "the", "third", "quarter", "of 2022", "1990s", "9 a.m.", "noon", "tonight", "from", "to",
    "between", "and", "early", "late", "this", "month", "every", "day", "9999", "centuries", "999999999",
    "decades later", "in", "March", "2023-02-30", "10/26/89", "-", "/", ":", ".", ",", "(", ")", "\n", "house",
    "will",
)  # fmt: skip
PIECES = st.lists(st.sampled_from(ARABIC), max_size=12).map(" ".join) | st.lists(
    st.sampled_from(ENGLISH), max_size=12
).map(" ".join)
TEXTS = PIECES | st.text(max_size=60) | st.text(alphabet="0123456789/-:., يومعامسنةmay", max_size=40)
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
LANGUAGES = st.sampled_from(("ar", "en"))


def anchors(day: date) -> Anchor:
    return Anchor(day, day)


@settings(max_examples=400, deadline=None)
@given(TEXTS, LANGUAGES, st.none() | DAYS.map(anchors))
def test_never_raises_and_spans_are_text(text: str, language: str, anchor: Anchor | None) -> None:
    last = 0
    for value in find_times(text, language, anchor):
        start, end = value.span
        assert last <= start < end <= len(text)
        last = end
        assert text[start:end] == value.text
        assert (value.start is None) == (value.end is None)
        if value.start is not None and value.end is not None:
            assert value.start <= value.end
        assert to_schema(value).text == value.text


@settings(max_examples=400, deadline=None)
@given(PIECES, LANGUAGES, st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 400), st.data())
def test_an_interval_contains_every_finer_reading(
    text: str, language: str, first: date, width: int, data: st.DataObject
) -> None:
    wide = Anchor(first, first + timedelta(days=width))
    day = first + timedelta(days=data.draw(st.integers(0, width)))
    for coarse, fine in zip(find_times(text, language, wide), find_times(text, language, anchors(day)), strict=True):
        assert coarse.span == fine.span
        if coarse.basis == "context" or None in (coarse.start, fine.start):
            continue
        assert coarse.start <= fine.start, coarse
        assert fine.end <= coarse.end, coarse


@settings(max_examples=200, deadline=None)
@given(PIECES, LANGUAGES, DAYS)
def test_digit_script_and_folding_do_not_change_a_value(text: str, language: str, day: date) -> None:
    arabic = text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    persian = text.translate(str.maketrans("0123456789٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶۷۸۹"))
    plain = [(one.start, one.end, one.granularity, one.value) for one in find_times(text, language, anchors(day))]
    for other in (arabic, persian):
        assert [
            (one.start, one.end, one.granularity, one.value) for one in find_times(other, language, anchors(day))
        ] == plain


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(ARABIC), max_size=12).map(" ".join), DAYS)
def test_folding_does_not_change_a_value(text: str, day: date) -> None:
    text = " ".join(text.split())
    plain = [(one.start, one.end, one.value) for one in find_times(text, "ar", anchors(day))]
    assert [(one.start, one.end, one.value) for one in find_times(fold(text), "ar", anchors(day))] == plain


@pytest.mark.parametrize(
    "piece", ["يوم ", "1/", "12:", "و21 ", '"', "(", "ثلاثة ", "a year ", "٣", "خمسة و", "من 4 إلى "]
)
def test_long_hostile_text_ends(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    for language in ("ar", "en"):
        find_times(text, language, anchors(date(2023, 10, 15)))
