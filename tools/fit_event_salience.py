#!/usr/bin/env python3
"""Fit the weights by which the extractors tell an article's events from what it only mentions.

    fit_event_salience.py [--data DATA] [--encoder FOLDER] [FOLDER ...] > TABLE

FOLDER holds annotated passages, one JSON file each: "text", "events" with "trigger" as quote and occurrence, and
"language", or an id that begins with "ta" (Arabic) or "te" (English). With --data the passages of ANERcorp and GUM are
read besides, whose events stand in training/events. A happening is positive where one of its tellings overlaps an
annotated trigger. Logistic regression with an L2 penalty, by AdaGrad, from zero: the same input gives the same weights.
Which telling stands for a happening is chosen by the table that is in place.

Two tables are made so, in kg/extract/local/events/data:

    fit_event_salience.py --data DATA DATA/train_gold training/passages training/held_out > salience.tsv
    fit_event_salience.py --data DATA --encoder EARLIER training/held_out > salience_tagged.tsv

the second with what an encoder makes of the words. It has to be one that has not seen the passages: an encoder is
surer of what it was taught than of what it meets. EARLIER were the weights from before these passages were annotated.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kg.encoder import Encoder
from kg.evaluate.conll import read_conll
from kg.evaluate.gold import locate
from kg.extract.local.claims import find_claims
from kg.extract.local.document import Document
from kg.extract.local.entities import find_entities
from kg.extract.local.events import read_happenings
from kg.extract.local.events.salience import Salience
from kg.train.beside import read_events
from kg.train.corpora import conllu_texts
from schemas import Article

TRAINING = Path(__file__).parents[1] / "training"
PENALTY = 4.0
ROUNDS = 200
STEP = 1.0
HEADER = """\
# How much each feature of a happening speaks for telling it: log-odds, fitted to annotated passages.
# Made by tools/fit_event_salience.py from {passages} passages with {examples} happenings; do not edit by hand.
# feature	weight"""


class Passage(NamedTuple):
    """A text with the offsets of its events' triggers."""

    text: str
    language: str
    triggers: list[tuple[int, int]]


def from_folder(folder: Path) -> Iterator[Passage]:
    """The passages of a folder of JSON files."""
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        language = data.get("language") or ("ar" if data["id"].startswith("ta") else "en")
        spans = [event["trigger"] for event in data["events"]]
        triggers = [locate(data["text"], span["q"], span.get("n", 1)) for span in spans]
        yield Passage(data["text"], language, triggers)


def from_tables(data: Path) -> Iterator[Passage]:
    """The passages of ANERcorp and GUM whose events stand in tables beside them."""
    newswire = [" ".join(word for word, _ in one) for one in read_conll(data / "ner" / "anercorp" / "train.conll")]
    for language, table in (("ar", "anercorp.tsv"), ("en", "gum.tsv")):
        for passage in read_events(TRAINING / "events" / table):
            path = data / "ner" / "gum" / "dep" / f"{passage.document}.conllu"
            sentences = newswire if language == "ar" else list(conllu_texts(path))
            text, triggers = "", []
            for number in range(passage.first, passage.last + 1):
                triggers += [(len(text) + one[0], len(text) + one[1]) for one in passage.triggers.get(number, ())]
                text += sentences[number] + " "
            yield Passage(text.rstrip(), language, triggers)


def examples(passage: Passage, encoder: Encoder | None) -> Iterator[tuple[dict[str, float], bool]]:
    """The features of each happening of one passage, and whether it is annotated."""
    digest = hashlib.sha256(passage.text.encode()).hexdigest()
    document = Document(Article(id="x", text=passage.text, language=passage.language, sha256=digest), encoder)
    entities = find_entities(document)
    claims = find_claims(document, entities)
    found, sentences = read_happenings(document, entities, claims)
    salience = Salience(document, sentences, claims)
    for one, features in zip(found, salience.features(found), strict=True):
        tellings = [(telling.candidate.start, telling.candidate.end) for telling in one.tellings]
        positive = any(start < right and left < end for left, right in passage.triggers for start, end in tellings)
        yield features, positive


def fitted(rows: list[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """Weights by feature."""
    names = sorted({name for features, _ in rows for name in features})
    weights = dict.fromkeys(names, 0.0)
    squares = dict.fromkeys(names, 1e-8)
    for _ in range(ROUNDS):
        slopes = {name: PENALTY * weight / len(rows) for name, weight in weights.items()}
        for features, positive in rows:
            odds = sum(weights[name] * value for name, value in features.items())
            error = (1 / (1 + math.exp(-odds)) - positive) / len(rows)
            for name, value in features.items():
                slopes[name] += error * value
        for name, slope in slopes.items():
            squares[name] += slope * slope
            weights[name] -= STEP * slope / math.sqrt(squares[name])
    return weights


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="the folder of public corpora")
    parser.add_argument("--encoder", type=Path, help="the folder of weights that have not seen the passages")
    parser.add_argument("folders", type=Path, nargs="*", metavar="FOLDER")
    arguments = parser.parse_args()
    passages = [passage for folder in arguments.folders for passage in from_folder(folder)]
    passages += from_tables(arguments.data) if arguments.data else ()
    encoder = Encoder(arguments.encoder) if arguments.encoder else None
    rows = [row for passage in passages for row in examples(passage, encoder)]
    print(HEADER.format(passages=len(passages), examples=len(rows)))
    for name, weight in sorted(fitted(rows).items()):
        print(f"{name}\t{weight:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
