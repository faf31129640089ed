"""The Arabic page as a picture: from right to left, in its columns, no words on one another.

Fonts differ between machines, so nothing is compared pixel by pixel: boxes may move a little, and the picture is
compared in tiles. Where the map's columns stand is read from its drawing, as too little of a tile is ink. Each test
shows, too, that it sees the page when it is broken.
``RIWAYA_GOLDEN=write pytest tests/view/test_arabic_picture.py`` writes what is compared with.
"""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from statistics import fmean

import pytest
from PIL import Image, ImageChops, ImageOps
from playwright.sync_api import Page

from kg.view import Link, page
from schemas import Extraction

GOLDEN = Path(__file__).parent / "golden"
IS_WRITING = os.environ.get("RIWAYA_GOLDEN") == "write"
SIZE = {"width": 1280, "height": 800}
REGIONS = (
    "#title", "#finder", "#views", "#settings", "#filters", "#legend", "#canvas", "#camera", "#timeline", "#panel",
    "#panel h2", "#panel .chain", "#panel blockquote",
)  # fmt: skip
BOX_TOLERANCE = 5
"""Per cent of the page's width or height that an edge may move by."""
TILE = 32
TONE_TOLERANCE = 20
"""Levels of grey, of 255, that a tile may differ by on the average."""
PICTURE_TOLERANCE = 0.06
"""Share of the tiles that may differ by more: other fonts came to 0.04 at most, the page turned round to 0.10."""


@pytest.fixture
def arabic_page(arabic: Extraction, english: Extraction) -> str:
    """Two articles and a contradiction, small enough to look alike whatever the extraction learns."""
    return page([arabic, english], language="ar", links=[Link("contradicts", ("ar-1", "c2"), ("ar-1", "c3"), "العدد")])


def looked_at(show: Callable, html: str, fragment: str = "#at=claim%2Far-1%2Fc2") -> Page:
    opened: Page = show(html, fragment, **SIZE).page
    opened.wait_for_selector("html[data-drawn]", state="attached")
    opened.mouse.move(0, 0)
    opened.wait_for_timeout(150)
    return opened


def boxes(opened: Page) -> dict[str, list[int]]:
    """Where the regions are: left, top, right and bottom in per cent of the page."""
    found = {}
    for region in REGIONS:
        box = opened.locator(region).first.bounding_box()
        assert box is not None, f"{region} is not to be seen"
        across = [100 * box["x"] / SIZE["width"], 100 * (box["x"] + box["width"]) / SIZE["width"]]
        down = [100 * box["y"] / SIZE["height"], 100 * (box["y"] + box["height"]) / SIZE["height"]]
        found[region] = [round(one) for one in (across[0], down[0], across[1], min(down[1], 100))]
    return found


def moved(found: dict[str, list[int]], golden: dict[str, list[int]]) -> set[str]:
    """The regions that do not stand where they stood."""
    pairs = {region: list(zip(found[region], golden[region], strict=True)) for region in golden}
    return {region for region, both in pairs.items() if any(abs(a - b) > BOX_TOLERANCE for a, b in both)}


def picture(opened: Page) -> Image.Image:
    return Image.open(io.BytesIO(opened.screenshot())).convert("L")


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of tiles whose tone differs."""
    tiles = (SIZE["width"] // TILE, SIZE["height"] // TILE)
    tones = ImageChops.difference(one.resize(tiles, Image.Resampling.BOX), other.resize(tiles, Image.Resampling.BOX))
    return sum(tones.histogram()[TONE_TOLERANCE:]) / (tiles[0] * tiles[1])


def test_the_regions_stand_where_they_stood(arabic_page: str, show: Callable) -> None:
    opened = looked_at(show, arabic_page)
    found = boxes(opened)
    if IS_WRITING:
        GOLDEN.joinpath("arabic.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    golden = json.loads(GOLDEN.joinpath("arabic.json").read_text(encoding="utf-8"))
    assert moved(found, golden) == set()
    opened.evaluate("document.documentElement.dir = 'ltr'")
    assert moved(boxes(opened), golden) >= {"#title", "#settings", "#canvas", "#panel"}


def test_the_page_looks_as_it_looked(arabic_page: str, show: Callable) -> None:
    opened = looked_at(show, arabic_page)
    seen = picture(opened)
    if IS_WRITING:
        seen.quantize(32).save(GOLDEN / "arabic.png", optimize=True)
    golden = Image.open(GOLDEN / "arabic.png").convert("L")
    assert difference(seen, golden) <= PICTURE_TOLERANCE
    # Another font is no failure; the page turned round, or in the other language, is one.
    for font in ("DejaVu Sans", "serif", "monospace"):
        opened.evaluate("font => { document.body.style.fontFamily = font }", font)
        assert difference(picture(opened), golden) <= PICTURE_TOLERANCE
    opened.evaluate("document.body.style.fontFamily = ''")
    assert difference(ImageOps.mirror(seen), golden) > PICTURE_TOLERANCE
    opened.evaluate("document.documentElement.dir = 'ltr'")
    assert difference(picture(opened), golden) > PICTURE_TOLERANCE
    opened.evaluate("document.documentElement.dir = 'rtl'")
    opened.click("#language")
    opened.wait_for_timeout(150)
    assert difference(picture(opened), golden) > PICTURE_TOLERANCE


DRAWN = """async (source) => {
  const palette = getComputedStyle(document.documentElement);
  const kinds = Object.fromEntries(['article', 'outlet', 'person', 'organization', 'claim', 'event']
    .map((kind) => [palette.getPropertyValue(`--${kind}`).trim(), kind]));
  const root = document.importNode(new DOMParser().parseFromString(source, 'image/svg+xml').documentElement, true);
  document.body.append(root);
  const box = ({ x, y, width, height }) => [x, y, x + width, y + height];
  const found = [...root.querySelectorAll('g')].map((node) => {
    const shape = node.firstElementChild;
    const parts = [...node.children].map((part) => box(shape === part && part.tagName === 'path'
      ? { ...node.getBBox(), height: 0 } : part.getBBox()));
    return {
      kind: kinds[shape.getAttribute('stroke')] ?? '',
      text: node.textContent,
      isBright: Number(node.getAttribute('opacity')) === 1,
      shape: box(node.firstElementChild.getBBox()),
      words: box(node.querySelector('text').getBBox()),
      at: shape.getAttribute('transform')?.match(/-?[0-9.]+/g).slice(0, 2).map(Number) ?? null,
      parts,
    };
  });
  root.remove();
  return found;
}"""


def drawn(opened: Page) -> list[dict]:
    """The nodes of the map, from its drawing: kind, text, and the boxes of shape and words."""
    with opened.expect_download() as download:
        opened.click("#camera >> text=SVG")
    source = Path(download.value.path()).read_text(encoding="utf-8")
    found = opened.evaluate(DRAWN, source)
    for one in found:
        if one["at"]:  # a symbol is drawn at its own origin, half again as large
            one["shape"] = [round(one["at"][place % 2] + 1.5 * edge, 1) for place, edge in enumerate(one["shape"])]
    return [one for one in found if one["isBright"]]


def overlaps(nodes: list[dict]) -> list[tuple[str, str]]:
    """The pairs of nodes whose words or shapes lie on one another by more than a hair."""
    found = []
    for place, one in enumerate(nodes):
        for other in nodes[place + 1 :]:
            pairs = [(a, b) for a in (one["shape"], one["words"]) for b in (other["shape"], other["words"])]
            if any(min(a[2], b[2]) - max(a[0], b[0]) > 3 and min(a[3], b[3]) - max(a[1], b[1]) > 3 for a, b in pairs):
                found.append((one["text"], other["text"]))
    return found


@pytest.mark.parametrize(("language", "sign"), [("ar", -1), ("en", 1)])
def test_the_columns_stand_in_reading_direction(arabic_page: str, show: Callable, language: str, sign: int) -> None:
    nodes = drawn(looked_at(show, arabic_page, f"#lang={language}"))
    middle = {
        kind: fmean(sign * (one["shape"][0] + one["shape"][2]) / 2 for one in nodes if one["kind"] == kind)
        for kind in ("article", "outlet", "organization", "claim", "event")
    }
    assert sorted(middle, key=middle.__getitem__) == list(middle)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    "fragment",
    ["", "at=claim%2Fderna-flood-03-marsad-aldifaf-ar%2Fc1", "denied=1", "figure=deaths&contradicted=1"],
    ids=["all", "focus", "denials", "deaths"],
)
def test_no_words_of_the_map_lie_on_one_another(linked_page: str, show: Callable, fragment: str, language: str) -> None:
    nodes = drawn(looked_at(show, linked_page, f"#lang={language}&{fragment}"))
    assert len(nodes) > 3
    assert overlaps(nodes) == []
    assert overlaps([*nodes, nodes[0]]) == [(nodes[0]["text"], nodes[0]["text"])]


TEXTS = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.textContent.trim() || holder.closest('script, select, svg title, [hidden]')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, top, right, bottom } of range.getClientRects()) {
      const hit = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
      if (right - left < 2 || !hit.includes(holder)) continue;
      // The height of the letters, not of the line.
      const size = parseFloat(getComputedStyle(holder).fontSize);
      const middle = (top + bottom) / 2;
      found.push([left, middle - size / 3, right, middle + size / 3, node.textContent.trim().slice(0, 40)]);
    }
  }
  return found;
}"""


def colliding(opened: Page) -> list[tuple[str, str]]:
    """The pairs of texts that can be seen and lie on one another."""
    texts = opened.evaluate(TEXTS)
    found = []
    for place, (left, top, right, bottom, text) in enumerate(texts):
        for other in texts[place + 1 :]:
            across, down = min(right, other[2]) - max(left, other[0]), min(bottom, other[3]) - max(top, other[1])
            if across > 2 and down > 2:
                found.append((text, other[4]))
    return found


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("size", [SIZE, {"width": 390, "height": 844}], ids=["desk", "phone"])
def test_no_words_of_the_page_lie_on_one_another(
    linked_page: str, show: Callable, language: str, size: dict[str, int]
) -> None:
    opened = show(linked_page, f"#lang={language}", **size).page
    for view in ("map", "claims", "reader"):
        opened.click(f'#views [data-view="{view}"]')
        opened.wait_for_timeout(50)
        assert colliding(opened) == []
    opened.evaluate("document.querySelector('#title').style.marginInlineEnd = '-300px'")
    opened.evaluate("for (const one of document.querySelectorAll('#reader .body')) one.style.lineHeight = '0.2'")
    assert colliding(opened)
