"""The sample articles' page, asked as a new reader would ask it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from kg.view import Link
from schemas import Extraction

TOLL = 11300
WORDS = {
    "ar": {"figures": "الأرقام", "deaths": "قتلى", "contradicted": "المتناقض فقط"},
    "en": {"figures": "Figures", "deaths": "deaths", "contradicted": "Contradicted only"},
}


def outlets_giving(extractions: list[Extraction], toll: int) -> Iterator[str]:
    """The outlets in which somebody affirms that so many have died."""
    for extraction in extractions:
        for claim in extraction.claims:
            counted = [one.max or one.min for one in claim.quantities if one.measures == "deaths"]
            if toll in counted and claim.polarity == "affirms" and extraction.article.outlet:
                yield extraction.article.outlet


@pytest.mark.parametrize("size", [{}, {"width": 390, "height": 844}], ids=["desk", "phone"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_who_denies_the_highest_toll_and_on_whose_word_each_outlet_gives_it(
    linked_seeds: tuple[list[Extraction], list[Link]],
    linked_page: str,
    show: Callable,
    language: str,
    size: dict[str, int],
) -> None:
    words = WORDS[language]
    opened = show(linked_page, f"#lang={language}", **size).page
    if size:
        opened.click("#filters summary")
    # First: of all figures, those of deaths; the highest come first.
    figures = opened.get_by_label(words["figures"], exact=True)
    figures.select_option(value="deaths")
    assert words["deaths"] in figures.locator("option:checked").inner_text()
    # Second: those that somebody contradicts.
    opened.get_by_label(words["contradicted"]).check()
    # Third: the first of them.
    opened.locator("#table .open" if size else "#panel .claims .claim").first.click()
    panel = opened.locator("#panel")
    assert "11,300" in panel.locator("mark.content").first.inner_text()
    # On whose word this outlet gives it:
    chain = panel.locator(".chain .node").all_inner_texts()
    assert chain == ["Harbour Ledger", "Libyan Red Crescent"]
    # who denies it, before all others who contradict it, and where:
    assert panel.locator("section.contradicts .claim").first.locator(".denies").count() == 1
    denials = panel.locator("section.contradicts .claim").filter(has=opened.locator(".denies"))
    assert denials.count() >= 1
    for denial in denials.locator(".who").all_inner_texts():
        assert "الهلال الأحمر الليبي" in denial
        assert "مرصد الضفاف" in denial
    # and every outlet that gives it, with the way it came.
    ways = [" ".join(one.split()) for one in panel.locator(".claims .who").all_inner_texts()]
    assert any("هاربر ليدجر" in way and "الهلال الأحمر" in way and "مرصد الضفاف" in way for way in ways)
    assert any("مكتب الأمم المتحدة" in way and "مرصد الضفاف" in way for way in ways)
    for outlet in outlets_giving(linked_seeds[0], TOLL):
        assert outlet in chain or any(outlet in way for way in ways)


def test_the_highest_figure_of_a_kind_comes_first(linked_page: str, show: Callable) -> None:
    opened = show(linked_page, "#lang=ar&view=claims&figure=deaths").page
    assert opened.locator('th.figures[aria-sort="descending"]').count() == 1
    rows = opened.locator("#table tbody tr")
    assert "20,000" in rows.nth(0).locator("td.figures").inner_text()
    assert "11" in rows.nth(1).locator("td.figures").inner_text()
    opened.click('[data-sort="figures"]')
    assert opened.locator('th.figures[aria-sort="ascending"]').count() == 1
    assert "20,000" in rows.last.locator("td.figures").inner_text()


def test_every_mark_of_the_sample_articles_is_their_own_text(
    linked_seeds: tuple[list[Extraction], list[Link]], linked_page: str, show: Callable
) -> None:
    opened = show(linked_page, "#view=reader")
    for extraction in linked_seeds[0]:
        for claim in extraction.claims:
            key = f"claim/{extraction.article.id}/{claim.id}"
            opened.page.evaluate("key => { location.hash = new URLSearchParams({view: 'reader', at: key}) }", key)
            opened.page.wait_for_selector(f'#panel [data-start="{claim.content[0].start}"]')
            shown = opened.page.locator("#panel mark.content").evaluate_all("all => all.map((m) => m.textContent)")
            assert set(shown) == {span.text for span in claim.content}
        assert opened.page.locator("#reader .body").text_content() == extraction.article.text
