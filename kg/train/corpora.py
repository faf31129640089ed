"""What the encoder learns from: which corpora, how often a pass sees each, and what their types mean in ours.

Only data whose licence lets weights trained on it be shipped. ``MODEL_CARD.md`` credits each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.conll import read_conll
from kg.train.examples import Example, FineTypes, annotated_examples, entity_examples, outlets_told_apart

ANERCORP_TYPES = {"PERS": ["person"], "LOC": ["place"], "ORG": ["organization", "outlet"]}
SOCIAL_TYPES = {
    "person": ["person"],
    "location": ["place"],
    "corporation": ["organization", "outlet"],
    "product": ["product"],
    "creative-work": ["other"],
    "PER": ["person"],
    "LOC": ["place"],
    "ORG": ["organization", "outlet"],
}


@dataclass(frozen=True)
class Corpus:
    """Examples of one origin; ``times`` is how often one pass sees them."""

    name: str
    examples: list[Example]
    times: int


def corpora(data: Path, passages: Path) -> list[Corpus]:
    """All training corpora: public ones under ``data``, our own passages under ``passages``.

    Raises InputError where one is missing.
    """
    for needed in (data / "ner" / "anercorp", data / "train_gold", passages):
        if not needed.is_dir():
            raise InputError(f"{needed}: no such folder; training needs the corpora that MODEL_CARD.md lists.")
    names = entity_examples(read_conll(data / "ner" / "anercorp" / "train.conll"), ANERCORP_TYPES)
    fine = read_conll(data / "ner" / "newsfane" / "NewsFANE_Gold_2014_170K.txt")
    outlets_told_apart(names, FineTypes(fine, "Media"))
    social = [
        *entity_examples(read_conll(data / "ner" / "wnut17" / "wnut17train.conll"), SOCIAL_TYPES)[::3],
        *entity_examples(read_conll(data / "ner" / "btc" / "e.conll"), SOCIAL_TYPES),
    ]
    return [
        Corpus("ANERcorp", names, 2),
        Corpus("WNUT 17 and BTC", social, 1),
        Corpus("annotated passages of ANERcorp, GUM and re3d", list(_annotated(data / "train_gold")), 2),
        Corpus("our own passages", list(_annotated(passages)), 2),
    ]


def plain_sentences(data: Path) -> list[Example]:
    """English sentences of several genres that teach only how sentences compare."""
    return [Example(sentence.split()) for sentence in list(_gum(data))[::8]]


def _gum(data: Path) -> Iterator[str]:
    for path in sorted((data / "ner" / "gum" / "dep").glob("*.conllu")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# text = "):
                yield line.removeprefix("# text = ")


def _annotated(folder: Path) -> Iterator[Example]:
    for path in sorted(folder.glob("*.json")):
        yield from annotated_examples(path)


def texts(data: Path) -> Iterator[str]:
    """More text and names for choosing the vocabulary: English news, and the gazetteer's names."""
    yield from _gum(data)
    gazetteer = Path(__file__).parents[1] / "gazetteer" / "data"
    for path in sorted(gazetteer.glob("*.tsv")):
        yield from path.read_text(encoding="utf-8").splitlines()
