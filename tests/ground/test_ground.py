"""What is not in the article does not enter the graph, and the reason is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ground import Locator, NotInTextError, ground
from schemas import Article, Extraction, ExtractorInfo

TEXT = (
    "قالت وزارة الصحة إن 14 مليار دولار صُرفت وإن 4 آلاف قتلوا.\n"
    'وقال "بلينكن" لبلينكن إنه لا يرحب، وبإسرائيل و٣٫٥ مليون.'
)
INFO = ExtractorInfo(name="test", version="1")


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("وزاره الصحه", "وزارة الصحة"),
        ("صرفت", "صُرفت"),
        ("بلينكن", "بلينكن"),
        ("اسرائيل", "إسرائيل"),
        ("وقال «بلينكن»", 'وقال "بلينكن"'),
        ("14  مليار\nدولار", "14 مليار دولار"),
        ("3.5 مليون", "٣٫٥ مليون"),
        ("مليار دولار صرفت وإن", "مليار دولار صُرفت وإن"),
    ],
)
def test_a_quote_is_found_as_the_text_writes_it(quote: str, found: str) -> None:
    span = Locator(TEXT).place(quote)
    assert span.text == found == TEXT[span.start : span.end]


@pytest.mark.parametrize(
    "quote",
    ["9 آلاف", "4 مليار دولار", "بلينكين", "يرحب به", "إن 4 مليار", "نكن", "وزارة الصح", "5 مليون", "", " ", "\u064b"],
)
def test_a_quote_that_says_something_else_is_refused(quote: str) -> None:
    with pytest.raises(NotInTextError):
        Locator(TEXT).place(quote)


def test_a_number_ends_where_letters_begin() -> None:
    text = "الدورة الثالثة 1436/1437هـ، بدأت"
    assert Locator(text).place("1436/1437").end == text.index("هـ")


def test_the_hint_chooses_among_equal_quotes() -> None:
    locator = Locator(TEXT)
    first, second = TEXT.index("بلينكن"), TEXT.rindex("بلينكن")
    assert locator.place("بلينكن").start == first
    assert locator.place("بلينكن", second).start == second
    assert locator.place("بلينكن", second + 1).start == second


@given(
    st.text(alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("ابةأ ـَ4٤.")), min_size=1),
    st.data(),
)
def test_every_stretch_of_a_text_is_found_where_it_is_said_to_be(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end]
    if not quote.strip():
        return
    span = Locator(text).place(quote, start)
    assert (span.start, span.end, span.text) == (start, end, quote)


def proposal(**changes: Any) -> dict[str, Any]:
    claim = {
        "id": "c1",
        "source": {"entity": "e1", "span": {"text": "وزارة الصحة"}, "text": None, "anonymous": False},
        "cue": {"text": "قالت"},
        "content": [{"text": "4 آلاف قتلوا"}],
        "evidence": {"text": TEXT.split("\n")[0]},
    }
    entity = {
        "id": "e1",
        "type": "organization",
        "name": "وزارة الصحة",
        "mentions": [{"span": {"text": "وزارة الصحة"}}],
    }
    return {"entities": [entity], "claims": [claim | changes], "events": []}


@pytest.fixture
def article(make: Callable[..., Article]) -> Article:
    return make(TEXT)


def reasons(extraction: Extraction) -> list[str]:
    return [drop.reason for drop in extraction.dropped]


def test_a_sound_proposal_is_kept_whole(article: Article) -> None:
    extraction = ground(article, proposal(), INFO)
    (claim,) = extraction.claims
    assert claim.source.span is not None
    assert article.text[claim.content[0].start : claim.content[0].end] == "4 آلاف قتلوا"
    assert not extraction.dropped


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"content": [{"text": "9 آلاف قتلوا"}]}, "the quote is not in the text"),
        ({"content": []}, "content"),
        ({"source": {"entity": None, "text": "وزارة الدفاع"}}, "source: the quote is not in the text"),
        ({"kind": "hearsay"}, "kind"),
        ({"colour": "أحمر"}, "colour"),
        ({"confidence": 7}, "confidence"),
        ({"cue": "قالت"}, "cue"),
        ({"evidence": None}, "evidence"),
        ({"time": {"text": "أمس", "start": "2023-10-20", "end": "2023-10-20"}}, "time: the quote is not in the text"),
        ({"time": {"text": "لا", "start": "yesterday"}}, "time.start"),
    ],
)
def test_what_does_not_hold_is_dropped_with_its_reason(article: Article, changes: dict[str, Any], reason: str) -> None:
    extraction = ground(article, proposal(**changes), INFO)
    assert not extraction.claims
    assert len(extraction.entities) == 1
    assert reason in reasons(extraction)[0]


def test_references_to_nothing_are_cut_and_told(article: Article) -> None:
    changes = {"source": {"entity": "e9", "span": {"text": "وزارة الصحة"}}, "via": "c9", "about": ["v9"]}
    extraction = ground(article, proposal(**changes), INFO)
    (claim,) = extraction.claims
    assert (claim.source.entity, claim.via, claim.about) == (None, None, ())
    assert len(extraction.dropped) == 3


def test_a_chain_that_bites_its_tail_is_opened(article: Article) -> None:
    value = proposal(via="c2")
    value["claims"].append({**value["claims"][0], "id": "c2", "via": "c1"})
    extraction = ground(article, value, INFO)
    assert [claim.via for claim in extraction.claims].count(None) == 1
    assert "leads back" in reasons(extraction)[0]


@pytest.mark.parametrize(
    "value", [{}, {"claims": "نص"}, {"claims": [None, 3, "نص", []]}, {"entities": {"id": "x"}}, {"dropped": [1]}]
)
def test_nonsense_is_dropped_and_never_raises(article: Article, value: dict[str, Any]) -> None:
    extraction = ground(article, value, INFO)
    assert not extraction.claims
    assert bool(extraction.dropped) == bool(value)


def test_a_mention_that_is_not_there_leaves_the_others(article: Article) -> None:
    value = proposal()
    value["entities"][0]["mentions"].append({"span": {"text": "وزارة المالية"}, "kind": "named"})
    extraction = ground(article, value, INFO)
    assert len(extraction.entities[0].mentions) == 1
    assert [drop.what for drop in extraction.dropped] == ["mention"]
