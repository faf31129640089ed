"""Sentences are spans of the text, whatever the text."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from kg.text import paragraphs, sentences


def test_arabic_and_english_sentences() -> None:
    text = "قال الوزير: نعم. وأضاف أن 3.5 مليون نزحوا؟\n\nMr. Blinken met U.S. staff. He left."
    assert [text[start:end] for start, end in sentences(text, "ar")][:2] == [
        "قال الوزير: نعم.",
        "وأضاف أن 3.5 مليون نزحوا؟",
    ]
    assert [text[start:end] for start, end in sentences(text, "en")][-2:] == ["Mr. Blinken met U.S. staff.", "He left."]


@given(
    st.text(alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("اب. \n؟!\r\u2028"))),
    st.sampled_from(["ar", "en"]),
)
def test_sentences_cover_every_visible_character_once(text: str, language: str) -> None:
    spans = sentences(text, language)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(text[start:end].strip() for start, end in paragraphs(text))


def test_five_megabytes_on_one_line() -> None:
    text = "قال الوزير إن الأمر كذلك " * 200_000
    assert sum(end - start for start, end in sentences(text, "ar")) > 4_000_000
