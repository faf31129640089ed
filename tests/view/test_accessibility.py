"""The sample articles' page, read by axe-core: nothing on any screen keeps anybody out."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

DENIAL = "at=claim%2Fderna-flood-03-marsad-aldifaf-ar%2Fc1"
SCREENS = {
    "map": "view=map",
    "claim in focus": f"view=map&{DENIAL}",
    "table": f"view=claims&figure=deaths&{DENIAL}",
    "reader": f"view=reader&{DENIAL}",
    "timeline": "view=map&from=2023-09-12&until=2023-09-18",
}
PHONE = {"width": 390, "height": 844}


def violations(page: Page) -> list[str]:
    """What axe-core complains of, each with the first element that it is about."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("axe.run({resultTypes: ['violations']}).then((results) => results.violations)")
    return [f"{one['impact']}: {one['help']} ({one['nodes'][0]['target']})" for one in found]


@pytest.mark.parametrize("size", [{}, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(("language", "theme"), list(product(("ar", "en"), ("light", "dark"))))
def test_axe_finds_nothing(linked_page: str, show: Callable, language: str, theme: str, size: dict[str, int]) -> None:
    opened = show(linked_page, f"#lang={language}&theme={theme}", **size)
    found = {}
    for screen, fragment in SCREENS.items():
        opened.page.evaluate("to => { location.hash = to }", f"lang={language}&theme={theme}&{fragment}")
        opened.page.wait_for_selector(f'body[data-view="{fragment[5:].split("&")[0]}"]')
        opened.page.wait_for_timeout(50)
        found[screen] = violations(opened.page)
    assert found == {screen: [] for screen in SCREENS}


def test_axe_does_find_what_is_wrong(linked_page: str, show: Callable) -> None:
    opened = show(linked_page, "#lang=ar")
    opened.page.evaluate(
        """() => {
          document.querySelector('#search').removeAttribute('aria-label');
          document.querySelector('#search').removeAttribute('placeholder');
          document.querySelector('#title').style.color = '#cccccc';
        }"""
    )
    found = violations(opened.page)
    assert any("contrast" in one for one in found)
    assert any("label" in one or "name" in one for one in found)


def _luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_maps_colours_stand_out(repository: Path, theme: str) -> None:
    # axe-core cannot look into a canvas: words need 4.5 to 1 against what they stand on, shapes 3 to 1.
    style = (repository / "kg" / "view" / "assets" / "style.css").read_text(encoding="utf-8")
    light, dark = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in style.split("}")[:2])
    colour = light if theme == "light" else {**light, **dark}
    words = ("ink", "muted", "accent", "alarm", "accord")
    shapes = ("article", "person", "organization", "outlet", "place", "group", "product", "claim", "event")
    for ground in ("paper", "card"):
        assert {one for one in words if _contrast(colour[one], colour[ground]) < 4.5} == set()
        assert {one for one in shapes if _contrast(colour[one], colour[ground]) < 3} == set()
    assert all(_contrast(colour["mark-ink"], colour[mark]) >= 4.5 for mark in ("mark", "mark-source", "mark-cue"))
