#!/usr/bin/env python3
"""Measure how good the extractors are, and write the table of it into the README and the encoder's card.

    quality_table.py DATA

DATA is the folder of public research data. Every figure is one that `kg evaluate` prints; the command stands beside it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
BEGIN, END = "<!-- quality: begin -->", "<!-- quality: end -->"
FILES = (ROOT / "README.md", ROOT / "kg" / "encoder" / "MODEL_CARD.md")
EXTRACTORS = ("local", "grammar")


@dataclass(frozen=True)
class Row:
    """One line of the table: what is measured, on what, by which arguments of `kg evaluate`, which of its figures."""

    what: str
    data: str
    arguments: tuple[str, ...]
    figures: tuple[str, ...]
    extractors: tuple[str, ...] = EXTRACTORS
    """Whose figures count: the encoder was trained on our own passages. None where no article is extracted."""


GOLD_ENTITY = ("entity strict", "entity loose")
GOLD_CLAIM = ("claim found", "claim attributed", "claim exact")
GOLD_EVENT = ("event found", "event typed", "event roles")
SPANS = ("source", "cue", "content")
CONLL = ("CoNLL F1",)
GOLD = (
    ("names: strict / loose", GOLD_ENTITY),
    ("claims: found / attributed / exact", GOLD_CLAIM),
    ("events: found / typed / participants", GOLD_EVENT),
)


def rows(data: str) -> Iterator[Row]:
    """The table's rows."""
    for what, figures in GOLD:
        yield Row(what, "development articles, Arabic", ("gold", f"{data}/gold", "--only", "ar"), figures)
        yield Row(what, "development articles, English", ("gold", f"{data}/gold", "--only", "en"), figures)
        yield Row(what, "our own passages", ("gold", "training/passages"), figures, ("grammar",))
    ner, polnear = f"{data}/ner/anercorp/dev.conll", f"{data}/attribution/polnear_dev"
    yield Row("names: strict", "ANERcorp, development sentences", ("ner", ner), ("all",))
    yield Row("names: strict, the encoder's labels alone", "the same", ("ner", ner, "--labels"), ("all",), ())
    yield Row("source / cue / content: exact", "PolNeAR, development", ("attribution", polnear), SPANS)
    case = f"{data}/events/case2021_dev/snippets.tsv"
    yield Row("event type: weighted F1", "CASE 2021, development", ("events", case), ("weighted F1",))
    ans = f"{data}/claims/ans/stance_dev.csv"
    yield Row("pairs that agree or not: macro F1", "ANS, development", ("pairs", ans), ("macro F1",), ())
    ecb = f"{data}/events/ecbplus_dev"
    yield Row("event coreference: CoNLL F1", "ECB+, topics 21–35", ("coreference", ecb, "--topics", "21-35"), CONLL, ())


def measured(arguments: tuple[str, ...]) -> dict[str, float]:
    """Every figure that one run of `kg evaluate` prints."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", "evaluate", *arguments, "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)  # noqa: S603 - our own command
    found = json.loads(done.stdout)
    means = {name: one["value"] for name, one in found.get("means", {}).items()}
    return {**{name: one["f1"] for name, one in found["figures"].items()}, **means}


def table(data: str) -> str:
    """The table in Markdown."""
    lines = ["| what | on | local | grammar | `kg evaluate` |", "|---|---|---|---|---|"]
    known: dict[tuple[str, ...], dict[str, float]] = {}
    for row in rows(data):
        cells = []
        for extractor in EXTRACTORS:
            named = ("--extractor", extractor) if row.extractors else ()
            if extractor not in (row.extractors or EXTRACTORS[:1]):
                cells.append("–")
                continue
            arguments = (*row.arguments, *named)
            if arguments not in known:
                known[arguments] = measured(arguments)
            cells.append(" / ".join(f"{known[arguments][name]:.1f}" for name in row.figures))
        command = " ".join(row.arguments).replace(f"{data}/", "DATA/")
        lines.append(f"| {row.what} | {row.data} | {cells[0]} | {cells[1]} | `{command}` |")
    return "\n".join(lines)


def main() -> int:
    """Write the table between its marks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    made = table(str(parser.parse_args().data.resolve()))
    for path in FILES:
        before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
        _, _, after = rest.partition(END)
        path.write_text(f"{before}{BEGIN}\n{made}\n{END}{after}", encoding="utf-8")
    print(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
