"""Names scored against a CoNLL file: a word and its BIO tag a line, blank lines between sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.published import ANERCORP
from kg.evaluate.scores import Counts, Report
from kg.read import make_article
from schemas import Article, Extraction

Extract = Callable[[Article], Extraction]
Sentence = Sequence[tuple[str, str]]
WordSpan = tuple[int, int, str]
Label = Callable[[Sequence[Sequence[str]]], Sequence[Sequence[str]]]
"""Gives each word of each sentence a BIO label with one of our types."""

_THEIRS = {
    "PER": "person",
    "PERS": "person",
    "PERSON": "person",
    "LOC": "place",
    "LOCATION": "place",
    "GPE": "place",
    "ORG": "organization",
    "ORGANIZATION": "organization",
}
_OURS = {"person": "person", "place": "place", "organization": "organization", "outlet": "organization"}
_STRICT = "span and type equal, in whole words; persons, places, organizations (outlets among them); micro over all"
DEFINITIONS = {"all": _STRICT, "person": "the same, one type", "place": "the same", "organization": "the same"}


def evaluate_ner(path: Path, extract: Extract) -> Report:
    """Strict span F1 on the sentences of ``path``, each extracted by itself; raises InputError where there are none."""
    sentences = list(read_conll(path))
    found = (_found(sentence, extract, f"{path.name}-{count}") for count, sentence in enumerate(sentences, 1))
    return _report(path, sentences, found, "names")


def evaluate_labels(path: Path, label: Label) -> Report:
    """The same of an encoder's labels alone, before grammar and gazetteer; ``label`` gives them."""
    sentences = list(read_conll(path))
    labels = label([[word for word, _ in sentence] for sentence in sentences])
    found = ({(first, end, _OURS.get(kind, kind)) for first, end, kind in tagged_spans(row)} for row in labels)
    return _report(path, sentences, found, "names by labels alone")


def _report(path: Path, sentences: Sequence[Sentence], found: Iterable[set[WordSpan]], what: str) -> Report:
    if not sentences:
        raise InputError(f"{path}: no sentence; a word and its tag are needed on each line, separated by spaces.")
    totals: dict[str, Counts] = defaultdict(Counts)
    for sentence, spans in zip(sentences, found, strict=True):
        gold = tagged_spans([tag for _, tag in sentence])
        for kind in ("person", "place", "organization"):
            ours, theirs = ({span for span in some if span[2] == kind} for some in (spans, gold))
            counts = Counts(len(ours & theirs), len(theirs), len(ours))
            totals["all"] += counts
            totals[kind] += counts
    figures = {name: totals[name] for name in DEFINITIONS}
    return Report(f"{what}, {path.name}", f"{len(sentences)} sentences", figures, DEFINITIONS, published=ANERCORP)


def read_conll(path: Path) -> Iterator[list[tuple[str, str]]]:
    """The sentences of ``path`` as (word, tag); of several columns the first and the last count."""
    try:
        lines: Iterable[str] = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}.") from error
    sentence: list[tuple[str, str]] = []
    for line in lines:
        parts = line.split()
        if len(parts) >= 2:
            sentence.append((parts[0], parts[-1]))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def tagged_spans(tags: Sequence[str]) -> set[WordSpan]:
    """Spans (first word, last word + 1, our type) of BIO tags; a stray I begins one, an unknown type keeps its name."""
    out: set[WordSpan] = set()
    begin, kind = -1, ""
    for at, tag in enumerate([*tags, "O"]):
        mark, _, name = tag.partition("-")
        if begin >= 0 and not (mark == "I" and name == kind):
            out.add((begin, at, _THEIRS.get(kind, kind)))
            begin = -1
        if mark == "B" or (mark == "I" and begin < 0):
            begin, kind = at, name
    return out


def _found(sentence: Sentence, extract: Extract, name: str) -> set[WordSpan]:
    """Our named mentions as spans of the sentence's words; of nested ones the outermost."""
    starts, at = [], 0
    for word, _ in sentence:
        starts.append(at)
        at += len(word) + 1
    text = " ".join(word for word, _ in sentence)
    language = "ar" if any("\u0600" <= char <= "\u06ff" for char in text) else "en"
    extraction = extract(make_article(name, text, {"language": language}, name))
    spans: list[WordSpan] = []
    for entity in extraction.entities:
        kind = _OURS.get(str(entity.type))
        for mention in entity.mentions:
            if kind and mention.kind == "named":
                inside = [
                    number
                    for number, start in enumerate(starts)
                    if start < mention.span.end and mention.span.start < start + len(sentence[number][0])
                ]
                spans.append((inside[0], inside[-1] + 1, kind))
    return {
        span
        for span in spans
        if not any(other[0] <= span[0] and span[1] <= other[1] and other[:2] != span[:2] for other in spans)
    }
