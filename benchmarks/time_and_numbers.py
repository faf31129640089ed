"""Sentences a second of one core's time, through the grammars of time and of quantity together.

Usage: python benchmarks/time_and_numbers.py [FOLDER]

FOLDER holds text or TimeML files; by default the seed articles of this repository are read.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from kg.quantity import find_quantities
from kg.temporal import Anchor, find_times
from kg.text.sentences import sentences

ROOT = Path(__file__).parents[1]
SECONDS = 5.0
"""How long the measurement runs at least."""


def texts(folder: Path) -> list[tuple[str, str]]:
    """The texts of a folder with their language."""
    out = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".txt", ".tml") and not path.name.startswith("."):
            text = re.sub(r"<[^>]*>", "", path.read_text(encoding="utf-8-sig", errors="replace"))
            out.append((text, "ar" if re.search("[\u0600-\u06ff]", text) else "en"))
    return out


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds"
    articles = texts(folder)
    anchor = Anchor.parse("2023-10-15")
    for language in ("ar", "en"):
        chosen = [text for text, spoken in articles if spoken == language]
        if not chosen:
            continue
        pieces = [text[start:end] for text in chosen for start, end in sentences(text, language)]
        run(pieces, language, anchor)
        begun, rounds = time.process_time(), 0
        while time.process_time() - begun < SECONDS:
            run(pieces, language, anchor)
            rounds += 1
        rate = rounds * len(pieces) / (time.process_time() - begun)
        characters = sum(map(len, pieces)) / len(pieces)
        print(f"{language}: {rate:,.0f} sentences a second ({len(pieces)} sentences of {characters:.0f} characters)")


def run(pieces: list[str], language: str, anchor: Anchor | None) -> None:
    """Both grammars over every sentence."""
    for piece in pieces:
        find_times(piece, language, anchor)
        find_quantities(piece, language)


if __name__ == "__main__":
    main()
