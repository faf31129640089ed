"""Number words of both languages, against writers of our own."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.numerals import Number, digits_value, numeral_table, reduce_numbers
from kg.text.scan import Lexicon, read_entries, scan

ONES = ("", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
TENS = ("", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
HUNDREDS = (
    "", "مائة", "مئتان", "ثلاثمائة", "أربعمائة", "خمسمائة", "ستمائة", "سبعمائة", "ثمانمائة", "تسعمائة"
)  # fmt: skip
SCALES = ((10**9, "مليار", "ملياران", "مليارات"), (10**6, "مليون", "مليونان", "ملايين"), (1000, "ألف", "ألفان", "آلاف"))
ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
ENGLISH_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
LEXICONS = {language: Lexicon(read_entries(numeral_table(language))) for language in ("ar", "en")}


def below_thousand(number: int) -> str:
    parts = [HUNDREDS[number // 100]] if number >= 100 else []
    rest = number % 100
    if 0 < rest <= 10:
        parts.append(ONES[rest])
    elif 10 < rest < 20:
        parts.append({11: "أحد", 12: "اثنا"}.get(rest, ONES[rest % 10]) + " عشر")
    elif rest:
        parts.extend([ONES[rest % 10]] if rest % 10 else [])
        parts.append(TENS[rest // 10])
    return " و".join(parts)


def arabic(number: int) -> str:
    parts = []
    for scale, one, two, many in SCALES:
        count, number = divmod(number, scale)
        if count == 1:
            parts.append(one)
        elif count == 2:
            parts.append(two)
        elif count:
            parts.append(f"{below_thousand(count)} {many if 3 <= count % 100 <= 10 else one}")
    if number:
        parts.append(below_thousand(number))
    return " و".join(parts)


def english(number: int) -> str:
    parts = []
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        count, number = divmod(number, scale)
        if count:
            parts.append(f"{english(count)} {name}")
    if number:
        word = ENGLISH[number] if number < 20 else ENGLISH_TENS[number // 10]
        word += f"-{ENGLISH[number % 10]}" if number > 20 and number % 10 else ""
        parts.append(f"and {word}" if parts and parts[-1].endswith("hundred") else word)
    return " ".join(parts)


def values(text: str, language: str) -> list[Fraction]:
    chunks = reduce_numbers(scan(text, LEXICONS[language]), language)
    return [chunk.value.value for chunk in chunks if isinstance(chunk.value, Number)]


@given(st.integers(1, 999_999_999_999))
def test_arabic_words_have_their_value(number: int) -> None:
    assert values(arabic(number), "ar") == [number], arabic(number)


@given(st.integers(1, 999_999_999_999))
def test_english_words_have_their_value(number: int) -> None:
    assert values(english(number), "en") == [number], english(number)


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("ثلاثة ملايين ونصف", "ar", [Fraction(3_500_000)]),
        ("مليون ونصف المليون", "ar", [Fraction(1_500_000)]),
        ("نصف مليون", "ar", [Fraction(500_000)]),
        ("خمسة وعشرين ألفا", "ar", [Fraction(25_000)]),
        ("ألفا جندي", "ar", [Fraction(2000)]),
        ("14 مليار و4 مليارات", "ar", [Fraction(14 * 10**9), Fraction(4 * 10**9)]),
        ("خمسة فاصلة ثلاثة", "ar", [Fraction(53, 10)]),
        ("ثلاثة أرباع", "ar", [Fraction(3, 4)]),
        ("أحد المسؤولين", "ar", []),
        ("إحدى عشرة", "ar", [Fraction(11)]),
        ("half a million", "en", [Fraction(500_000)]),
        ("two and a half million", "en", [Fraction(2_500_000)]),
        ("3.2bn", "en", [Fraction(3_200_000_000)]),
        ("tens of thousands", "en", [Fraction(10_000)]),
    ],
)
def test_what_speakers_shorten(text: str, language: str, wanted: list[Fraction]) -> None:
    assert values(text, language) == wanted


@pytest.mark.parametrize(
    ("digits", "wanted"),
    [
        ("1,234", 1234), ("١٬٢٣٤٬٥٦٧", 1_234_567), ("1 234 567", 1_234_567), ("1.234.567", 1_234_567),
        ("12,5", Fraction(25, 2)), ("٠٫٠٨", Fraction(8, 100)), ("4ر12", Fraction(124, 10)),
        ("1,234.5", Fraction(2469, 2)),
        (".25", Fraction(1, 4)), ("28, 1", Fraction(281, 10)), ("9" * 60, None),
    ],
)  # fmt: skip
def test_digits(digits: str, wanted: Fraction | int | None) -> None:
    assert digits_value(digits) == wanted
