#!/usr/bin/env python3
"""Fit the weights by which the grammar tells an article's events from what it only mentions.

    fit_event_salience.py FOLDER [FOLDER ...] > kg/extract/local/events/data/salience.tsv

FOLDER holds annotated passages, one JSON file each: "text", "events" with "trigger" as quote and occurrence, and
"language", or an id that begins with "ta" (Arabic) or "te" (English). A happening is positive where its trigger
overlaps an annotated one. Logistic regression with an L2 penalty, by AdaGrad, from zero: the same input gives the
same weights.
"""

from __future__ import annotations

import hashlib
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.extract.local.claims import find_claims
from kg.extract.local.document import Document
from kg.extract.local.entities import find_entities
from kg.extract.local.events import read_happenings
from kg.extract.local.events.salience import Salience
from schemas import Article

PENALTY = 4.0
ROUNDS = 200
STEP = 1.0
HEADER = """\
# How much each feature of a happening speaks for telling it: log-odds, fitted to annotated passages.
# Made by tools/fit_event_salience.py from {passages} passages with {examples} happenings; do not edit by hand.
# feature	weight"""


def examples(path: Path) -> Iterator[tuple[list[str], bool]]:
    """The features of each happening of one passage, and whether it is annotated."""
    passage: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    text = passage["text"]
    language = passage.get("language") or ("ar" if passage["id"].startswith("ta") else "en")
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(Article(id=passage["id"], text=text, language=language[:2], sha256=digest))
    entities = find_entities(document)
    claims = find_claims(document, entities)
    found, sentences = read_happenings(document, entities, claims)
    salience = Salience(document, sentences, claims)
    triggers = [locate(text, event["trigger"]) for event in passage["events"]]
    for one, features in zip(found, salience.features(found), strict=True):
        start, end = one.candidate.start, one.candidate.end
        yield features, any(start < right and left < end for left, right in triggers)


def locate(text: str, span: dict[str, Any]) -> tuple[int, int]:
    """The offsets of a span given as quote and occurrence."""
    start = -1
    for _ in range(span.get("n", 1)):
        start = text.index(span["q"], start + 1)
    return start, start + len(span["q"])


def fitted(rows: list[tuple[list[str], bool]]) -> dict[str, float]:
    """Weights by feature."""
    names = sorted({name for features, _ in rows for name in features})
    weights = dict.fromkeys(names, 0.0)
    squares = dict.fromkeys(names, 1e-8)
    for _ in range(ROUNDS):
        slopes = {name: PENALTY * weight / len(rows) for name, weight in weights.items()}
        for features, positive in rows:
            odds = sum(weights[name] for name in features)
            error = (1 / (1 + math.exp(-odds)) - positive) / len(rows)
            for name in features:
                slopes[name] += error
        for name, slope in slopes.items():
            squares[name] += slope * slope
            weights[name] -= STEP * slope / math.sqrt(squares[name])
    return weights


def main(folders: list[str]) -> int:
    """Print the table."""
    paths = [path for folder in folders for path in sorted(Path(folder).glob("*.json"))]
    rows = [row for path in paths for row in examples(path)]
    print(HEADER.format(passages=len(paths), examples=len(rows)))
    for name, weight in sorted(fitted(rows).items()):
        print(f"{name}\t{weight:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
