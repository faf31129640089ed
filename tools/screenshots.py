"""Take the README's pictures from a page, the sample articles' if no other is given, in Chromium without a network.

python tools/screenshots.py [PAGE] [FOLDER]
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).parents[1]
COLOURS = 256
"""Of each picture: enough for flat colours, rare ones too, and the edges of letters, at a third of the size."""


@dataclass(frozen=True)
class Picture:
    """One picture: what the address says after ``#``, which claim is in focus, and the screen or the paper."""

    name: str
    fragment: str
    focus: Literal["denial", "disputed"] | None = None
    width: int = 1200
    height: int = 800
    medium: Literal["screen", "print"] = "screen"


PICTURES = (
    Picture("overview", "lang=ar"),
    Picture("claim", "lang=en", focus="disputed", height=900),
    Picture("table", "lang=ar&view=claims&figure=deaths"),
    Picture("reader", "lang=ar&view=reader", focus="denial"),
    Picture("timeline", "lang=en&from=2023-09-11&until=2023-09-22"),
    Picture("dark", "lang=ar&theme=dark", focus="denial"),
    Picture("phone", "lang=ar&view=claims", focus="denial", width=390, height=844),
    Picture("print", "lang=en&figure=deaths", focus="disputed", width=794, height=1123, medium="print"),
)


def focus(page: Page, kind: str) -> None:
    """Choose a claim in the interface's language, a denial or any: one of a death toll, the most denied."""
    page.evaluate(
        """(kind) => {
          const data = JSON.parse(document.getElementById('dossier').textContent);
          const parts = new URLSearchParams(location.hash.slice(1));
          const spoken = document.documentElement.lang;
          const disputes = data.edges.filter(([, , role]) => data.roles[role] === 'contradicts');
          const rank = (n) => {
            const at = data.nodes.indexOf(n);
            const facing = disputes.filter((edge) => edge.slice(0, 2).includes(at));
            const others = facing.filter(([from, to]) => data.nodes[from].polarity !== data.nodes[to].polarity).length;
            const fits = kind === 'disputed' || n.polarity === 'denies';
            const counts = (n.quantities ?? []).some((one) => one.measures === 'deaths');
            return 1e6 * (data.articles[n.article].language === spoken) + 1e4 * fits + 1e3 * counts + others;
          };
          const [best] = data.nodes.filter((n) => n.kind === 'claim').sort((a, b) => rank(b) - rank(a));
          if (best) parts.set('at', `claim/${data.articles[best.article].id}/${best.id}`);
          location.hash = parts;
        }""",
        kind,
    )


def take(browser: Browser, address: str, picture: Picture) -> bytes:
    """The picture as PNG, its colours reduced."""
    size = ViewportSize(width=picture.width, height=picture.height)
    context = browser.new_context(viewport=size, offline=True, reduced_motion="reduce", color_scheme="light")
    page = context.new_page()
    page.goto(f"{address}#{picture.fragment}")
    page.wait_for_selector("html[data-ready]", state="attached")
    if picture.focus:
        focus(page, picture.focus)
    if picture.medium == "print":
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
    page.wait_for_timeout(400)
    shot = Image.open(io.BytesIO(page.screenshot()))
    context.close()
    reduced = io.BytesIO()
    few = shot.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=4, dither=Image.Dither.NONE)
    few.save(reduced, "PNG", optimize=True)
    return reduced.getvalue()


def main() -> int:
    """Take the pictures; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", type=Path, nargs="?", default=ROOT / "exports" / "graph.html")
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "docs" / "pictures")
    wanted = parser.parse_args()
    executable = os.environ.get("RIWAYA_CHROMIUM") or shutil.which("chromium")
    if not executable:
        print("no Chromium: apt-get install chromium fonts-noto-core, or set RIWAYA_CHROMIUM", file=sys.stderr)
        return 2
    wanted.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        for picture in PICTURES:
            target = wanted.folder / f"{picture.name}.png"
            target.write_bytes(take(browser, wanted.page.resolve().as_uri(), picture))
            print(f"{target}: {target.stat().st_size // 1024} KiB")
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
