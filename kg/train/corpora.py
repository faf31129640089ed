"""What the encoder learns from: which corpora, how often a pass sees each, and what their types mean in ours.

Only data whose licence lets weights trained on it be shipped. ``MODEL_CARD.md`` credits each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.conll import read_conll
from kg.train.beside import (
    add_triggers,
    eventful_example,
    named_example,
    read_events,
    read_names,
    read_stories,
)
from kg.train.examples import Example, annotated_examples, entity_examples, stance_pairs
from kg.train.fine_types import FineTypes, outlets_told_apart

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
_SWAPPED = 0.35
"""The share of the names of Arabic corpora that a pass swaps."""


@dataclass(frozen=True)
class Corpus:
    """Stories of one origin: runs of sentences that windows are cut from, or windows already cut, alone.

    ``times`` is how often one pass sees them, ``swapped`` the share of their names that a pass swaps for others.
    """

    name: str
    stories: list[list[Example]]
    times: int = 1
    swapped: float = 0.0

    @property
    def examples(self) -> list[Example]:
        """All sentences, or windows, of all stories."""
        return list(chain.from_iterable(self.stories))


def names_corpora(data: Path, training: Path) -> list[Corpus]:
    """The corpora of Arabic names: public ones under ``data``, read with our tables under ``training``.

    Raises InputError where one is missing.
    """
    for needed in (data / "ner" / "anercorp", data / "claims" / "ans", data / "ud", training / "names"):
        if not needed.is_dir():
            raise InputError(f"{needed}: no such folder; training needs the corpora that MODEL_CARD.md lists.")
    names = training / "names"
    written = [
        [named_example(*sentence) for sentence in story]
        for path in sorted((names / "written").glob("*.txt"))
        for story in read_stories(path)
    ]
    return [
        Corpus("ANERcorp", [_anercorp(data, training)], 2, _SWAPPED),
        Corpus("names of ANS", _named(ans_sentences(data), names / "ans.tsv"), 1, _SWAPPED),
        Corpus("names of UD Arabic-PUD", _named(_pud(data), names / "pud.tsv"), 1, _SWAPPED),
        Corpus("our own sentences", written, 1, _SWAPPED),
    ]


def corpora(data: Path, training: Path) -> list[Corpus]:
    """All training corpora, those of names first; raises InputError where one is missing."""
    out = names_corpora(data, training)
    social = [
        *entity_examples(read_conll(data / "ner" / "wnut17" / "wnut17train.conll"), SOCIAL_TYPES)[::3],
        *entity_examples(read_conll(data / "ner" / "btc" / "e.conll"), SOCIAL_TYPES)[::2],
    ]
    return [
        *out,
        Corpus("WNUT 17 and BTC", [[example] for example in social]),
        Corpus("events of GUM", _gum_events(data, training / "events" / "gum.tsv"), 2),
        Corpus("annotated passages of ANERcorp, GUM and re3d", _annotated(data / "train_gold"), 2),
        Corpus("our own passages", _annotated(training / "passages"), 2),
    ]


def _anercorp(data: Path, training: Path) -> list[Example]:
    examples = entity_examples(read_conll(data / "ner" / "anercorp" / "train.conll"), ANERCORP_TYPES)
    fine = read_conll(data / "ner" / "newsfane" / "NewsFANE_Gold_2014_170K.txt")
    outlets_told_apart(examples, FineTypes(fine, "Media"))
    for passage in read_events(training / "events" / "anercorp.tsv"):
        for number in range(passage.first, passage.last + 1):
            add_triggers(examples[number], passage.triggers.get(number, ()))
    return examples


def _named(sentences: Sequence[str], table: Path) -> list[list[Example]]:
    names = read_names(table)
    return [[named_example(sentence, names.get(number, ()))] for number, sentence in enumerate(sentences)]


def ans_sentences(data: Path) -> list[str]:
    """The different statements of the pairs of ANS, by where they first stand."""
    pairs = stance_pairs(data / "claims" / "ans" / "stance_train.csv")
    return list(dict.fromkeys(" ".join(text.split()) for pair in pairs for text in (pair.first, pair.second)))


def _pud(data: Path) -> list[str]:
    return list(conllu_texts(data / "ud" / "ar_pud-ud-test.conllu"))


def _gum_events(data: Path, table: Path) -> list[list[Example]]:
    out = []
    for passage in read_events(table):
        texts = list(conllu_texts(data / "ner" / "gum" / "dep" / f"{passage.document}.conllu"))
        numbers = range(passage.first, passage.last + 1)
        out.append([eventful_example(texts[number], passage.triggers.get(number, ())) for number in numbers])
    return out


def plain_sentences(data: Path) -> list[Example]:
    """Sentences of several genres in both languages that teach only how sentences compare."""
    arabic = [
        " ".join(word for word, _ in sentence) for sentence in read_conll(data / "ner" / "anercorp" / "train.conll")
    ]
    texts = [*list(_gum(data))[::8], *arabic[::3], *ans_sentences(data)[::2]]
    return [Example(text.split()) for text in texts]


def _gum(data: Path) -> Iterator[str]:
    for path in sorted((data / "ner" / "gum" / "dep").glob("*.conllu")):
        yield from conllu_texts(path)


def conllu_texts(path: Path) -> Iterator[str]:
    """The sentences of a CoNLL-U file as their authors wrote them."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            yield line.removeprefix("# text = ").strip()


def _annotated(folder: Path) -> list[list[Example]]:
    return [[window] for path in sorted(folder.glob("*.json")) for window in annotated_examples(path)]


def texts(data: Path) -> Iterator[str]:
    """More text and names for choosing the vocabulary: English news, and the gazetteer's names."""
    yield from _gum(data)
    gazetteer = Path(__file__).parents[1] / "gazetteer" / "data"
    for path in sorted(gazetteer.glob("*.tsv")):
        yield from path.read_text(encoding="utf-8").splitlines()
