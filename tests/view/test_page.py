"""The page in a real browser: what is shown is what the article says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.text import fold
from kg.view import Link, page, write
from schemas import Extraction

AT_C2 = "#at=claim%2Far-1%2Fc2"


def test_the_same_input_gives_the_same_bytes(arabic: Extraction, english: Extraction) -> None:
    assert page([arabic, english]) == page([arabic, english])


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


def test_search_folds_arabic_as_the_extraction_does(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]))
    for typed in ("وزاره الصحه", "وِزَارَة", "وزارة الصحــة"):
        opened.page.fill("#search", typed)
        assert "وزارة الصحة" in opened.page.locator("#hits li").first.inner_text()
    opened.page.fill("#search", "٤ الاف")
    assert "أكثر من 4 آلاف" in opened.page.locator("#hits").inner_text()


def test_search_finds_a_name_written_in_the_other_script(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]))
    opened.page.fill("#search", "Khoury")
    assert "سليم الخوري" in opened.page.locator("#hits").inner_text()


def test_the_pages_fold_table_is_the_normalisers(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]))
    table = json.loads(opened.page.locator("#dossier").text_content())["fold"]
    for sample in (arabic.article.text, "أُسامةُ ١٢٣ ‏«ٱلرَّئِيس» Ünï‑code ﷺ", "ى ی ئ ؤ ة"):
        known = "".join(table.get(char, char) for char in sample if ord(char) < 0xFB50)
        assert " ".join(known.split()) == fold("".join(char for char in sample if ord(char) < 0xFB50))


def test_keyboard_leads_from_search_to_evidence(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]))
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("اوقع هذا العدد")
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("mark.content").inner_text() == "الانفجار قد أوقع هذا العدد"
    assert opened.page.evaluate("document.activeElement.id") == "panel"
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("mark").count() == 0


def test_the_table_sorts_walks_by_keyboard_and_opens_a_claim(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]), "#view=claims")
    opened.page.click('[data-sort="source"]')
    sources = opened.page.locator("#table td.source").all_inner_texts()
    assert sources == sorted(sources)
    assert opened.page.locator('th[aria-sort="ascending"]').count() == 1
    opened.page.locator("#table .open").first.focus()
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel mark.content").count() == 1


def test_the_table_downloads_as_csv_without_formulas(writer: type, show: Callable) -> None:
    extraction = writer("قال زيد: =HYPERLINK(1) الآن.").claim("c1", "=HYPERLINK(1) الآن", "زيد", "قال").done()
    opened = show(page([extraction]), "#view=claims&lang=en")
    with opened.page.expect_download() as download:
        opened.page.click("text=Download CSV")
    content = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert '"زيد","\'=HYPERLINK(1) الآن"' in content


def test_the_language_switch_turns_the_page_round(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]))
    assert opened.page.locator("html").get_attribute("dir") == "rtl"
    opened.page.click("#language")
    assert opened.page.locator("html").get_attribute("dir") == "ltr"
    assert opened.page.locator('[data-view="claims"]').inner_text() == "Claims"


def test_a_link_opens_the_same_view_again(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]), "#lang=en&theme=dark&view=claims&sort=date.up&hide=place&at=claim%2Far-1%2Fc3")
    opened.page.click('[data-view="map"]')
    assert "hide=place" in opened.page.url
    assert "theme=dark" in opened.page.url
    assert opened.page.locator('[data-kind="place"]').get_attribute("aria-pressed") == "false"
    assert opened.page.locator("#panel mark.content").inner_text() == "الانفجار قد أوقع هذا العدد"


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


def test_the_reader_marks_what_nests_and_walks_from_claim_to_claim(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]), "#view=reader")
    body = opened.page.locator("#reader .body")
    assert body.text_content() == arabic.article.text
    assert opened.page.locator("#reader .said .said .event").count() >= 1
    opened.page.click('#reader [data-step="next"]')
    assert opened.page.locator("#reader .said.chosen").first.text_content().startswith("وزارة الصحة")
    opened.page.locator("#reader .name.person").first.click()
    assert opened.page.locator("#panel h2").inner_text() == "سليم الخوري"


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


def test_filters_leave_what_passes_and_the_link_keeps_them(
    arabic: Extraction, english: Extraction, show: Callable
) -> None:
    opened = show(page([arabic, english]), "#lang=en&view=claims")
    opened.page.select_option('[data-filter="outlet"]', "الجريدة الأولى")
    assert opened.page.locator("#table tbody tr").count() == 4
    opened.page.check('[data-filter="denied"]')
    assert opened.page.locator("#table tbody tr").count() == 1
    again = show(page([arabic, english]), "#" + opened.page.url.split("#")[1])
    assert again.page.locator("#table tbody tr").count() == 1
    again.page.click("#reset")
    assert again.page.locator("#table tbody tr").count() == 6


def test_a_period_is_chosen_by_dragging_along_the_timeline(
    arabic: Extraction, english: Extraction, show: Callable
) -> None:
    opened = show(page([arabic, english]), "#lang=en&view=claims")
    assert opened.page.locator("#timeline .interval rect").count() == 1
    box = opened.page.locator("#timeline svg").bounding_box()
    opened.page.mouse.move(box["x"] + 1, box["y"] + box["height"] - 30)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] - 30, steps=4)
    opened.page.mouse.up()
    assert "from=2024-0" in opened.page.url
    assert opened.page.locator("#timeline .period").count() == 1
    opened.page.click("#reset")
    assert opened.page.locator("#table tbody tr").count() == 6


def test_the_map_is_saved_as_svg_with_its_words(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]))
    opened.page.wait_for_selector("html[data-drawn]", state="attached")
    with opened.page.expect_download() as download:
        opened.page.click("#camera >> text=SVG")
    drawn = Path(download.value.path()).read_text(encoding="utf-8")
    assert "وزارة الصحة" in drawn
    assert "<script" not in drawn
    with opened.page.expect_download() as download:
        opened.page.click("#camera >> text=PNG")
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


def test_a_shared_name_is_shown_in_the_interfaces_language(
    arabic: Extraction, english: Extraction, show: Callable
) -> None:
    opened = show(page([arabic, english]), "#lang=ar&at=wikidata%2FQ200")
    assert opened.page.locator("#panel h2").inner_text() == "سليم الخوري"
    opened.page.click("#language")
    assert opened.page.locator("#panel h2").inner_text() == "Salim al-Khoury"


def test_a_neighbourhood_is_widened_and_narrowed(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]), "#lang=en&at=claim%2Far-1%2Fc3")
    opened.page.click(".widen")
    assert "wide=1" in opened.page.url
    opened.page.click(".widen")
    assert "wide=1" not in opened.page.url


def test_the_arrow_keys_walk_the_claims_on_the_map(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]))
    opened.page.locator("#canvas").focus()
    for content in ("وزارة الصحة في مدينة الميناء أعلنت", "الانفجار أسفر عن مقتل"):
        opened.page.keyboard.press("ArrowDown")
        assert opened.page.locator("#panel mark.content").first.inner_text().startswith(content)
        assert content in opened.page.locator("#status").inner_text()


def test_a_link_followed_in_the_open_page_shows_what_it_shows_when_opened(arabic: Extraction, show: Callable) -> None:
    fragment = "#lang=ar&theme=dark&at=claim%2Far-1%2Fc3"
    followed, opened = show(page([arabic]), "#lang=en&theme=light"), show(page([arabic]), fragment)
    followed.page.evaluate("fragment => { location.hash = fragment }", fragment)
    followed.page.wait_for_selector("mark.content")
    for one in (followed, opened):
        one.page.bring_to_front()
        one.page.wait_for_timeout(300)
    assert followed.page.locator("#canvas canvas").screenshot() == opened.page.locator("#canvas canvas").screenshot()
