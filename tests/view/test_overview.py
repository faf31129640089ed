"""A page of more nodes than the network carries: an overview on a canvas, one neighbourhood at a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.view import carrier, page, project
from kg.view.layout import place
from schemas import Extraction


@pytest.fixture
def many(arabic: Extraction, english: Extraction) -> list[Extraction]:
    """Copies of two articles that together have more nodes than the network carries."""
    copies = []
    for number in range(70):
        for one in (arabic, english):
            article = one.article.model_copy(update={"id": f"{one.article.id}-{number}"})
            copies.append(one.model_copy(update={"article": article}))
    return copies


def test_a_large_page_opens_as_an_overview(many: list[Extraction], show: Callable) -> None:
    graph = project(many)
    assert len(graph) > carrier.MOST_NODES
    opened = show(page(many), "#lang=en")
    opened.page.wait_for_selector("html[data-drawn]", state="attached")
    colours = opened.page.locator("#sheet-canvas").evaluate(
        "c => new Set(new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer)).size"
    )
    assert colours > 4


def test_a_choice_in_the_overview_opens_its_neighbourhood(many: list[Extraction], show: Callable) -> None:
    opened = show(page(many), "#lang=en&at=claim%2Far-1-3%2Fc2")
    assert not opened.page.locator("#sheet-canvas").is_visible()
    assert opened.page.locator("#canvas canvas").is_visible()
    assert opened.page.locator("mark.content").inner_text() == "الانفجار أسفر عن مقتل أكثر من 4 آلاف شخص"
    opened.page.click("text=Fit all")
    assert opened.page.locator("#sheet-canvas").is_visible()


def test_the_overview_is_moved_zoomed_and_clicked(many: list[Extraction], show: Callable) -> None:
    opened = show(page(many))
    box = opened.page.locator("#sheet-canvas").bounding_box()
    opened.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    opened.page.mouse.wheel(0, -200)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + box["width"] / 2 - 60, box["y"] + box["height"] / 2 - 20, steps=3)
    opened.page.mouse.up()
    assert opened.page.locator("#panel.resting").count() == 1
    for across in range(60, int(box["width"]), 12):
        opened.page.mouse.click(box["x"] + across, box["y"] + box["height"] / 2)
        if not opened.page.locator("#panel.resting").count():
            break
    assert opened.page.locator("#panel h2").is_visible()


def test_people_quoted_everywhere_do_not_tie_all_stories_into_one(many: list[Extraction]) -> None:
    graph = project(many)
    layout = place(graph, dict.fromkeys(graph, 2))
    assert len(layout.blocks) > 50
    assert len(layout.positions) == len(graph)


def test_what_filters_leave_is_drawn_by_itself(many: list[Extraction], show: Callable) -> None:
    opened = show(page(many), "#lang=en")
    assert opened.page.locator("#sheet-canvas").is_visible()
    for fill in (
        lambda: opened.page.select_option('[data-filter="speaker"]', "hana darwish"),
        lambda: opened.page.evaluate("location.hash = 'lang=en&until=1999-01-01'"),
    ):
        fill()
        opened.page.wait_for_selector("#reset")
        assert not opened.page.locator("#sheet-canvas").is_visible()
        assert opened.page.locator("#camera >> text=SVG").is_visible()
        opened.page.click("text=Fit all")
        opened.page.click("#reset")
        assert opened.page.locator("#sheet-canvas").is_visible()
