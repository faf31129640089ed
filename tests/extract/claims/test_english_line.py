"""Lines of the English grammar: what is one item, which tag it has, where a sentence really ends."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.local.claims.english_line import Line, lines
from kg.extract.local.document import Document
from schemas import Article

Make = Callable[..., Article]


def lines_of(make: Make, text: str) -> list[Line]:
    return lines(Document(make(text, language="en")))


def words(line: Line) -> list[str]:
    return [line.document.text[item.start : item.end] for item in line.items]


def test_abbreviations_hyphens_and_genitives_stay_whole(make: Make) -> None:
    (line,) = lines_of(make, "The U.S.-led force met Gen. Aoun (عون) at the parents' 46-page meeting.")
    expected = [
        "The",
        "U.S.-led",
        "force",
        "met",
        "Gen.",
        "Aoun",
        "(عون)",
        "at",
        "the",
        "parents'",
        "46-page",
        "meeting",
    ]
    assert words(line) == [*expected, "."]


def test_a_sentence_does_not_end_after_a_title(make: Make) -> None:
    (line,) = lines_of(make, "We shot for two weeks in الأردن, said Spc. Lorraine Walsh.")
    assert words(line)[-3:] == ["Lorraine", "Walsh", "."]


def test_a_quotation_is_one_item_and_its_sentences_are_lines_of_their_own(make: Make) -> None:
    outer, *inner = lines_of(make, "“The army left حمص at dawn. The roads are open again,” he said.")
    assert outer.tags == "QRE."
    assert [line.inside for line in inner] == [outer.items[0].quote] * 2


def test_quoted_words_are_no_speech(make: Make) -> None:
    line = lines_of(make, 'The so-called "المنطقة الآمنة" plan failed.')[0]
    assert "q" in line.tags
    assert "Q" not in line.tags


def test_a_forgotten_closing_mark_does_not_swallow_the_next_quotation(make: Make) -> None:
    first = lines_of(make, 'He wrote: "We are leaving حلب today. Then she said: "We are staying here, all of us."')
    assert sum(line.tags.count("Q") for line in first if line.inside is None) == 2


def test_tags_follow_the_neighbours(make: Make) -> None:
    (line,) = lines_of(make, "The air strikes on حلب were condemned and officials claim victory.")
    tags = dict(zip(words(line), line.tags, strict=True))
    assert (tags["strikes"], tags["claim"], tags["condemned"]) == ("n", "v", "E")


def test_every_item_lies_where_its_words_stand(make: Make) -> None:
    text = "“أهلا,” he said – twice… (U.N. 3.5%) — وقال: 'لا'.\n\nA\tb\u200f c"
    for line in lines_of(make, text):
        ends = [0, *(item.end for item in line.items)]
        assert all(end <= item.start < item.end for end, item in zip(ends, line.items, strict=False))
