"""Scanning a text for the words of a lexicon."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.text.scan import BREAK, DIGITS, OTHER, Entry, Lexicon, scan, token_norms

LEXICON = Lexicon(
    [
        ("يوم", Entry("unit", "day", "")),
        ("يوم امس", Entry("deictic", "-1", "", ("امس",))),
        ("كانون الثاني", Entry("month", "1", "n", ("الثاني",))),
        ("مءات", Entry("vague", "100", "")),
        ("من", Entry("from", "", "c")),
    ]
)


def found(text: str) -> list[tuple[str, str, str]]:
    known = [one for one in scan(text, LEXICON) if one.category != OTHER]
    return [(one.category, text[one.start : one.end], one.prefix) for one in known]


def test_words_are_found_with_their_proclitics() -> None:
    assert found("وليوم واليوم") == [("unit", "يوم", "ول"), ("unit", "اليوم", "وال")]
    assert found("ومن بمن") == [("from", "من", "و")]


def test_the_article_stays_with_its_word_and_the_second_lam_of_lil() -> None:
    assert found("لليوم") == [("unit", "ليوم", "لال")]


def test_phrases_win_over_words_and_fold() -> None:
    assert found("يَومَ أمسِ") == [("deictic", "يَومَ أمسِ", "")]
    assert found("وكانون الثاني") == [("month", "كانون الثاني", "و")]


def test_digits_lines_and_links() -> None:
    text = "1,234 و٥٫٥\nhttps://example.org/12 7"
    assert [one[:2] for one in found(text)] == [(DIGITS, "1,234"), (DIGITS, "٥٫٥"), (BREAK, "\n"), (DIGITS, "7")]
    assert token_norms("Nov. ٢") == ["nov", ".", "2"]


@given(st.text(max_size=80))
def test_chunks_are_in_order_and_no_two_others_stand_together(text: str) -> None:
    chunks = scan(text, LEXICON)
    for left, right in pairwise(chunks):
        assert left.end <= right.start
        assert (left.category, right.category) != (OTHER, OTHER)
