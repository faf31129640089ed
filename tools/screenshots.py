"""Take the explorer's pictures for the README from a page, in Debian's Chromium, without a network.

kg build seeds && kg view -o page.html
python tools/screenshots.py page.html docs/pictures
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright


@dataclass(frozen=True)
class Picture:
    """One picture: what the address says after ``#``, and the screen."""

    name: str
    fragment: str = ""
    focused: bool = False
    width: int = 1200
    height: int = 800


PICTURES = (
    Picture("overview", "lang=ar"),
    Picture("claim", "lang=en", focused=True),
    Picture("table", "lang=ar&view=claims"),
    Picture("reader", "lang=ar&view=reader", focused=True),
    Picture("dark", "lang=ar&theme=dark", focused=True),
    Picture("phone", "lang=ar&view=claims", focused=True, width=390, height=844),
)


def focus(page: Page) -> None:
    """Choose the first denial in the interface's language else the nearest to that."""
    page.evaluate(
        """() => {
          const data = JSON.parse(document.getElementById('dossier').textContent);
          const parts = new URLSearchParams(location.hash.slice(1));
          const spoken = document.documentElement.lang;
          const rank = (n) => 2 * (data.articles[n.article].language === spoken) + (n.polarity === 'denies');
          const own = data.nodes.filter((n) => n.kind === 'claim').sort((a, b) => rank(b) - rank(a))[0];
          if (own) parts.set('at', `claim/${data.articles[own.article].id}/${own.id}`);
          location.hash = parts;
        }"""
    )


def main() -> int:
    """Take the pictures; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", type=Path)
    parser.add_argument("folder", type=Path)
    wanted = parser.parse_args()
    executable = os.environ.get("RIWAYA_CHROMIUM") or shutil.which("chromium")
    if not executable:
        print("no Chromium: apt-get install chromium fonts-noto-core, or set RIWAYA_CHROMIUM", file=sys.stderr)
        return 2
    wanted.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        for picture in PICTURES:
            size = ViewportSize(width=picture.width, height=picture.height)
            context = browser.new_context(viewport=size, offline=True, reduced_motion="reduce", color_scheme="light")
            page = context.new_page()
            page.goto(f"{wanted.page.resolve().as_uri()}#{picture.fragment}")
            page.wait_for_selector("html[data-ready]", state="attached")
            if picture.focused:
                focus(page)
            page.wait_for_timeout(400)
            page.screenshot(path=wanted.folder / f"{picture.name}.png")
            context.close()
            print(wanted.folder / f"{picture.name}.png")
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
