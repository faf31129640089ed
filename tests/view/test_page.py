"""The page in a real browser: what is shown is what the article says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.view import Link, page, write
from schemas import Extraction

AT_C2 = "#at=claim%2Far-1%2Fc2"


def test_the_same_input_gives_the_same_bytes(arabic: Extraction, english: Extraction) -> None:
    assert page([arabic, english]) == page([arabic, english])


HASH_OF_PAGE = """
import hashlib, sys
from kg.view import exchange, page
from schemas import Extraction
given = [Extraction.model_validate_json(line) for line in sys.stdin]
made = page(given) + exchange.graphml(given) + exchange.gexf(given)
print(hashlib.sha256(made.encode()).hexdigest())
"""


def test_the_order_of_hashes_changes_nothing(arabic: Extraction, english: Extraction, repository: Path) -> None:
    given = "\n".join(one.model_dump_json() for one in (arabic, english))
    hashes = {
        subprocess.run(
            [sys.executable, "-c", HASH_OF_PAGE],
            input=given,
            capture_output=True,
            text=True,
            check=True,
            cwd=repository,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(hashes) == 1


def test_the_page_is_written_whole_and_in_utf8(arabic: Extraction, tmp_path: Path) -> None:
    write(tmp_path / "صفحة.html", page([arabic]))
    assert "وزارة الصحة" in (tmp_path / "صفحة.html").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["صفحة.html"]


def test_the_interface_speaks_the_language_of_most_articles(arabic: Extraction, english: Extraction) -> None:
    assert '<html lang="ar" dir="rtl">' in page([arabic])
    assert '<html lang="en" dir="ltr">' in page([english])
    assert '<html lang="en" dir="ltr">' in page([arabic], language="en")


def test_an_empty_page_opens(show: Callable) -> None:
    opened = show(page([]))
    assert opened.page.locator("#panel").is_visible()


@pytest.mark.parametrize("claim", ["c1", "c2", "c3", "c4"])
def test_marks_are_the_articles_own_characters(arabic: Extraction, show: Callable, claim: str) -> None:
    opened = show(page([arabic]), f"#at=claim%2Far-1%2F{claim}")
    marks = opened.page.locator("#panel blockquote [data-role]").evaluate_all(
        "all => all.map((m) => [m.dataset.role, Number(m.dataset.start), Number(m.dataset.end), m.textContent])"
    )
    assert {role for role, *_ in marks} == {"sentence", "source", "cue", "content"}
    for _, start, end, text in marks:
        assert text == arabic.article.text[start:end]


def test_marks_count_code_points_beyond_the_basic_plane(writer: type, show: Callable) -> None:
    text = "😀 قال الوزير 𐎀𐎁 إن «الأمر 😀 انتهى» يوم الأحد."
    extraction = writer(text, language="ar").claim("c1", "الأمر 😀 انتهى", "الوزير 𐎀𐎁", "قال").done()
    opened = show(page([extraction]), "#at=claim%2Fa%2Fc1")
    assert opened.page.locator("mark.content").inner_text() == "الأمر 😀 انتهى"
    assert opened.page.locator("mark.source").inner_text() == "الوزير 𐎀𐎁"


def test_the_chain_leads_from_the_outlet_to_the_source(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]), AT_C2)
    chain = opened.page.locator("#panel .chain li")
    assert [item.locator(".node bdi").inner_text() for item in chain.all()] == [
        "الجريدة الأولى",
        "المرصد",
        "وزارة الصحة",
    ]


def test_details_are_words_and_not_objects(arabic: Extraction, show: Callable) -> None:
    unsure = arabic.claims[1].model_copy(update={"confidence": 0.5})
    doubted = arabic.model_copy(update={"claims": (arabic.claims[0], unsure, *arabic.claims[2:])})
    for fragment in (AT_C2, "#at=event%2Far-1%2Fv2", "#at=article%2Far-1", "#at=wikidata%2FQ200"):
        opened = show(page([doubted], language="en"), fragment)
        assert "[object" not in opened.page.locator("body").inner_text()
    opened = show(page([doubted], language="en"), AT_C2)
    assert "Confidence\n0.50" in opened.page.locator("#panel dl").inner_text()


def test_a_denial_is_said_to_be_one(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]), "#lang=en&at=claim%2Far-1%2Fc3")
    assert opened.page.locator("#panel .kicker .denies").inner_text() == "denies"


def test_the_language_switch_turns_the_page_round(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]))
    assert opened.page.locator("html").get_attribute("dir") == "rtl"
    opened.page.click("#language")
    assert opened.page.locator("html").get_attribute("dir") == "ltr"
    assert opened.page.locator('#views [data-view="claims"]').inner_text() == "Claims"


def test_links_between_claims_are_shown_from_both_sides(arabic: Extraction, show: Callable) -> None:
    link = Link("contradicts", ("ar-1", "c2"), ("ar-1", "c3"), "نفي العدد نفسه", 0.8)
    opened = show(page([arabic], links=[link]), AT_C2)
    assert "سليم الخوري" in opened.page.locator("#panel section.contradicts").inner_text()
    opened.page.click("#panel section.contradicts .claim")
    assert "وزارة الصحة" in opened.page.locator("#panel section.contradicts").inner_text()


def test_names_are_shared_by_wikidata_id_only(arabic: Extraction, english: Extraction, show: Callable) -> None:
    opened = show(page([arabic, english]), "#lang=en&at=wikidata%2FQ200")
    assert opened.page.locator("#panel .claims .claim").count() == 2
    assert opened.page.locator("#panel .alias").inner_text() == "سليم الخوري"


def test_paper_shows_the_claims_and_the_evidence_not_the_map(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]), AT_C2)
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    assert opened.page.locator("#table tbody tr").count() == 4
    assert opened.page.locator("#table").is_visible()
    assert opened.page.locator("#panel blockquote").is_visible()
    assert not opened.page.locator("#canvas").is_visible()
    opened.page.emulate_media(media="screen")


def test_a_phone_shows_claims_first_and_a_sheet_of_evidence(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]), width=390, height=844)
    assert opened.page.locator("#table .open").first.is_visible()
    opened.page.locator("#table .open").nth(1).click()
    assert opened.page.locator("mark.content").is_visible()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_spans_that_cross_are_cut_and_lose_nothing(writer: type, show: Callable) -> None:
    text = "قال زيد أ ب ج د هـ ثم صمت."
    build = writer(text, language="ar").entity("e1", "person", "ب ج").claim("c1", "أ ب", "زيد", "قال")
    build.claim("c2", "ب ج د").claim("c3", "ج د هـ")
    opened = show(page([build.done()]), "#view=reader")
    assert opened.page.locator("#reader .body").text_content() == text
    pieces = opened.page.locator("#reader .said").evaluate_all(
        "all => all.reduce((found, one) => {"
        " if (!one.parentElement.closest(`[data-node='${one.dataset.node}']`))"
        " found[one.dataset.node] = (found[one.dataset.node] ?? '') + one.textContent; return found }, {})"
    )
    assert sorted(pieces.values()) == sorted(["أ ب", "ب ج د", "ج د هـ"])


def test_a_shared_name_is_shown_in_the_interfaces_language(
    arabic: Extraction, english: Extraction, show: Callable
) -> None:
    opened = show(page([arabic, english]), "#lang=ar&at=wikidata%2FQ200")
    assert opened.page.locator("#panel h2").inner_text() == "سليم الخوري"
    opened.page.click("#language")
    assert opened.page.locator("#panel h2").inner_text() == "Salim al-Khoury"


def test_a_source_without_a_name_is_told_from_one_named_in_words(arabic: Extraction, show: Callable) -> None:
    *others, worded = arabic.claims
    hidden = worded.model_copy(update={"source": worded.source.model_copy(update={"anonymous": True})})
    for claim, arabic_word, english_word in (
        (worded, "مصدر بعبارة النص", "Named in words"),
        (hidden, "مصدر غير مسمّى", "Unnamed source"),
    ):
        given = arabic.model_copy(update={"claims": (*others, claim)})
        for language, word in (("ar", arabic_word), ("en", english_word)):
            opened = show(page([given], language=language), "#view=claims&at=claim%2Far-1%2Fc4")
            assert opened.page.locator("#table tr.chosen td.source small").inner_text() == word
            assert word in opened.page.locator("#panel dl").inner_text()
            assert word in opened.page.locator("#legend").text_content()
            opened.page.fill("#search", "مصدر مطلع")
            assert word in opened.page.locator("#hits li").first.inner_text()


@pytest.mark.parametrize(("language", "word"), [("ar", "ينفي:"), ("en", "denies:")])
def test_a_denials_words_never_stand_alone(arabic: Extraction, show: Callable, language: str, word: str) -> None:
    opened = show(page([arabic]), f"#lang={language}&at=claim%2Far-1%2Fc3")
    said = f"{word} الانفجار قد أوقع هذا العدد"
    assert opened.page.locator("#panel h2").inner_text() == said
    opened.page.keyboard.press("Escape")
    assert said in opened.page.locator("#panel .claims").first.inner_text()
    opened.page.fill("#search", "أوقع هذا العدد")
    assert said in opened.page.locator("#hits").inner_text()
    opened.page.wait_for_selector("html[data-drawn]", state="attached")
    with opened.page.expect_download() as download:
        opened.page.click("#camera >> text=SVG")
    assert said in re.sub("[\u2066-\u2069]", "", Path(download.value.path()).read_text(encoding="utf-8"))
    opened.page.click('#views [data-view="claims"]')
    assert said in opened.page.locator("#table tr.denial").inner_text()


def test_an_event_is_called_by_its_type_its_trigger_and_a_name(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]), "#lang=en&at=event%2Far-1%2Fv1")
    assert opened.page.locator("#panel h2").inner_text() == "Disaster: الانفجار · مدينة الميناء"
    opened.page.click("#language")
    assert opened.page.locator("#panel h2").inner_text() == "كارثة: الانفجار · مدينة الميناء"
    again = show(page([arabic]), "#lang=en&at=event%2Far-1%2Fv2")
    assert again.page.locator("#panel h2").inner_text() == "Harm: مقتل"
