"""Tokens keep their offsets; an Arabic word offers every reading."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.text import tokens, without_enclitic


@given(st.text(alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("والبلكسفـَ٤. ،'-"))))
def test_tokens_are_where_they_say(text: str) -> None:
    last = 0
    for index, token in enumerate(tokens(text)):
        assert text[token.start : token.end] == token.text
        assert token.index == index
        assert token.start >= last
        last = token.end
        assert all(token.start <= reading.start < token.end for reading in token.readings)


def test_an_arabic_word_may_be_taken_apart() -> None:
    (token,) = tokens("وللوزارة")
    assert ("ول", 2, "الوزاره") in [(reading.prefix, reading.start, reading.word) for reading in token.readings]
    reading = tokens("لإسرائيل")[0].word_after("ل")
    assert reading is not None
    assert (reading.start, reading.word) == (1, "اسراييل")


def test_diacritics_do_not_move_the_offsets_of_a_reading() -> None:
    (token,) = tokens("وَقَالَ")
    reading = token.word_after("و")
    assert reading is not None
    assert token.text[reading.start :] == "قَالَ"


def test_numbers_and_latin_words_stay_whole() -> None:
    assert [token.text for token in tokens("Al-Madar's 1,200.5 قتيل، ٣٫٥%")] == [
        "Al-Madar's",
        "1,200.5",
        "قتيل",
        "،",
        "٣٫٥",
        "%",
    ]


def test_object_pronouns_come_off() -> None:
    assert ("رساله", "ه") in without_enclitic("رسالته")
    assert ("زملاي", "نا") in without_enclitic("زملاينا")
