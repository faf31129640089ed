"""The sample articles' page without a mouse: from search to evidence, and never lost on the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from schemas import Extraction

MOST_STOPS = 60
FOCUSED = """() => {
  const held = document.activeElement;
  const { id, view, kind, filter, sort, step } = { id: held.id, ...held.dataset };
  return { tag: held.tagName, name: id || view || kind || filter || sort || step || '' };
}"""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what ``selector`` names has the focus; every stop on the way must show that it has it."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement !== document.body")
        assert page.evaluate(
            "(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1)"
            "(getComputedStyle(document.activeElement))"
        )
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{MOST_STOPS} presses of Tab do not lead to {selector}")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_keyboard_alone_leads_from_search_to_evidence(
    linked_seeds: tuple[list[Extraction], list[object]], linked_page: str, show: Callable, language: str
) -> None:
    opened = show(linked_page, f"#lang={language}").page
    tab_to(opened, "#search")
    opened.keyboard.insert_text("٣٢٥٢ وفاه")
    active = opened.get_attribute("#search", "aria-activedescendant")
    assert opened.locator(f"#{active}").get_attribute("aria-selected") == "true"
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("ArrowUp")
    assert opened.get_attribute("#search", "aria-activedescendant") == active
    opened.keyboard.press("Enter")
    assert opened.evaluate(FOCUSED)["name"] == "panel"
    article = next(one for one, *_ in [(e.article,) for e in linked_seeds[0]] if "3252 وفاة" in one.text)
    marks = opened.locator("#panel mark").evaluate_all(
        "all => all.map((m) => [Number(m.dataset.start), Number(m.dataset.end), m.textContent])"
    )
    assert marks
    assert all(article.text[start:end] == shown for start, end, shown in marks)
    assert any("3252 وفاة" in shown for *_, shown in marks)
    # On to who said it, by the chain; then to the article; then back to where it began.
    tab_to(opened, "#panel .chain li:last-child .node")
    opened.keyboard.press("Enter")
    assert opened.locator("#panel h2").inner_text() == "عثمان عبد الجليل"
    assert opened.evaluate(FOCUSED)["name"] == "panel"
    tab_to(opened, "#panel .claims .claim")
    opened.keyboard.press("Enter")
    tab_to(opened, "#panel .pager .reading")
    opened.keyboard.press("Enter")
    assert opened.locator("#reader .chosen").first.is_visible()
    opened.keyboard.press("Escape")
    assert opened.locator("#panel mark").count() == 0
    assert opened.evaluate("document.activeElement.matches('#reader article')")


def test_the_focus_survives_what_is_redrawn(linked_page: str, show: Callable) -> None:
    opened = show(linked_page, "#lang=ar").page
    for selector, key in (
        ("#language", "Enter"),
        ("#theme", "Space"),
        ('#views [data-view="claims"]', "Enter"),
        ('[data-sort="figures"]', "Enter"),
        ('[data-sort="source"]', "Enter"),
        ('#views [data-view="map"]', "Enter"),
        ('[data-kind="person"]', "Enter"),
        ('[data-kind="structure"]', "Enter"),
        ('[data-filter="denied"]', "Space"),
        ('[data-filter="contradicted"]', "Space"),
    ):
        opened.locator(selector).focus()
        before = opened.evaluate(FOCUSED)
        opened.keyboard.press(key)
        assert opened.evaluate(FOCUSED) == before
    opened.locator("#reset").focus()
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.closest('#filters') !== null")


def test_the_evidence_is_paged_and_left_by_the_keyboard(linked_page: str, show: Callable) -> None:
    opened = show(linked_page, "#lang=en&view=claims").page
    row = opened.locator("#table .open").nth(2)
    row.focus()
    opened.keyboard.press("Enter")
    first = opened.locator("#panel h2").inner_text()
    opened.locator('#panel [data-step="next"]').focus()
    opened.keyboard.press("Enter")
    opened.keyboard.press("Enter")
    assert opened.locator("#panel h2").inner_text() != first
    assert opened.evaluate(FOCUSED)["name"] == "next"
    opened.keyboard.press("Escape")
    assert opened.evaluate("document.activeElement.matches('#table .open')")
    row.focus()
    opened.keyboard.press("Enter")
    opened.locator("#panel .close").focus()
    opened.keyboard.press("Enter")
    assert row.evaluate("row => row === document.activeElement")


def test_tab_goes_all_the_way_round(arabic: Extraction, show: Callable) -> None:
    from kg.view import page

    opened = show(page([arabic]), "#at=claim%2Far-1%2Fc2").page
    seen: list[str] = []
    for _ in range(2 * MOST_STOPS):
        opened.keyboard.press("Tab")
        seen.append(opened.evaluate("document.activeElement.closest('[id]')?.id ?? 'out'"))
        if seen[-1] in ("out", "") and len(seen) > 5:
            break
    assert {"search", "views", "filters", "legend", "canvas", "camera", "panel"} <= set(seen)
