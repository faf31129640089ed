"""Ways through the page: search, keyboard, table, filters, time, links and what can be saved."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from kg.text import fold
from kg.view import page
from schemas import Extraction, Time


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


def test_a_link_opens_the_same_view_again(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]), "#lang=en&theme=dark&view=claims&sort=date.up&hide=place&at=claim%2Far-1%2Fc3")
    opened.page.click('#views [data-view="map"]')
    assert "hide=place" in opened.page.url
    assert "theme=dark" in opened.page.url
    assert opened.page.locator('[data-kind="place"]').get_attribute("aria-pressed") == "false"
    assert opened.page.locator("#panel mark.content").inner_text() == "الانفجار قد أوقع هذا العدد"


def test_the_reader_marks_what_nests_and_walks_from_claim_to_claim(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]), "#view=reader")
    body = opened.page.locator("#reader .body")
    assert body.text_content() == arabic.article.text
    assert opened.page.locator("#reader .said .said .event").count() >= 1
    opened.page.click('#reader [data-step="next"]')
    assert opened.page.locator("#reader .said.chosen").first.text_content().startswith("وزارة الصحة")
    opened.page.locator("#reader .name.person").first.click()
    assert opened.page.locator("#panel h2").inner_text() == "سليم الخوري"


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


def test_the_table_says_whose_date_it_is_and_gives_the_figures(arabic: Extraction, show: Callable) -> None:
    first, second, *others = arabic.claims
    dated = second.model_copy(update={"time": Time(start="2024-03-02", end="2024-03-02", text="أمس")})
    counted = dated.model_copy(update={"quantities": arabic.events[1].quantities})
    given = arabic.model_copy(update={"claims": (first, counted, *others)})
    opened = show(page([given], language="en"), "#view=claims")
    dates = opened.page.locator("#table td.date").all_inner_texts()
    assert [" ".join(date.split()) for date in dates[:2]] == ["2024-03-05 Published", "2024-03-02 Said"]
    assert opened.page.locator("#table td.figures").all_inner_texts()[:2] == ["", "أكثر من 4 آلاف شخص"]
    with opened.page.expect_download() as download:
        opened.page.click("text=Download CSV")
    head, _, row, *_ = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert '"figures"' in head
    assert '"said","published"' in head
    assert '"2024-03-02","2024-03-05"' in row


def test_dates_are_written_as_iso_in_any_digits_and_parts(arabic: Extraction, show: Callable) -> None:
    opened = show(page([arabic]), "#view=claims")
    opened.page.fill('[data-filter="until"]', "٢٠٢٤-٠٢")
    opened.page.keyboard.press("Tab")
    assert opened.page.locator('[data-filter="until"]').input_value() == "2024-02-29"
    assert opened.page.locator("#table tbody tr").count() == 0
    opened.page.fill('[data-filter="until"]', "03/05/2024")
    opened.page.keyboard.press("Tab")
    assert "until=2024-02-29" in opened.page.url


def test_a_link_to_what_is_not_here_says_so(arabic: Extraction, show: Callable) -> None:
    for fragment in ("#at=claim%2Far-1%2Fc99", "#lang=xx", "#rubbish", "#from=soon"):
        opened = show(page([arabic]), fragment)
        assert opened.page.locator("#notice").is_visible()
        opened.page.click('#views [data-view="claims"]')
        assert not opened.page.locator("#notice").is_visible()
    assert not show(page([arabic]), "#lang=en&view=reader&doc=ar-1").page.locator("#notice").is_visible()


def test_the_map_says_how_much_lies_beyond_it(arabic: Extraction, show: Callable) -> None:
    copies = [
        arabic.model_copy(
            update={
                "article": arabic.article.model_copy(update={"id": f"copy-{number}"}),
                "entities": tuple(one.model_copy(update={"wikidata": None}) for one in arabic.entities),
            }
        )
        for number in range(12)
    ]
    opened = show(page(copies, language="en"), height=640)
    opened.page.wait_for_selector("html[data-drawn]", state="attached")
    hint = opened.page.locator("#beyond")
    assert "of 12 articles in view" in hint.inner_text()
    assert "↓" in hint.inner_text()
    hint.click()
    hint.wait_for(state="hidden")
