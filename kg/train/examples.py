"""Labelled text in its many formats as examples of one kind: words, and for each task what each word may be.

A label is a set of allowed labels, because corpora differ in what they tell apart: an ANERcorp ORG may be an
organization or an outlet. A word without a set teaches a task nothing.
"""

from __future__ import annotations

import csv
import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.evaluate.gold import locate
from kg.text import sentences, tokens
from kg.train.labels import INDEX, PAIR, TASKS

Allowed = tuple[int, ...]
_MOST_WORDS = 90
_MOST_CLITICS = len(TASKS["clitic"]) - 1


@dataclass
class Example:
    """Words in order; ``targets[task][i]`` are the labels that word i may have, or None where nothing is known."""

    words: list[str]
    targets: dict[str, list[Allowed | None]] = field(default_factory=dict)


@dataclass(frozen=True)
class Pair:
    """Two statements and the number of what they are to each other."""

    first: str
    second: str
    label: int


def stance_pairs(path: Path) -> list[Pair]:
    """The pairs of a CSV file with the columns s1, s2 and stance; a stance that we do not know is left out."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Pair(row["s1"], row["s2"], PAIR.index(row["stance"])) for row in rows if row["stance"] in PAIR]


def entity_examples(
    sentences: Iterable[Sequence[tuple[str, str]]], types: Mapping[str, Sequence[str]]
) -> list[Example]:
    """Examples of a CoNLL corpus; ``types`` maps its types to ours, several where it does not tell them apart.

    A type that is not mapped teaches nothing where it stands.
    """
    out = []
    for sentence in sentences:
        allowed = [_entity_label(tag, types) for _, tag in sentence]
        out.append(Example([word for word, _ in sentence], {"entity": allowed}))
    return out


def _entity_label(tag: str, types: Mapping[str, Sequence[str]]) -> Allowed | None:
    index = INDEX["entity"]
    if tag == "O":
        return (index["O"],)
    mark, _, name = tag.partition("-")
    return tuple(index[f"{mark}-{ours}"] for ours in types.get(name, ())) or None


def annotated_examples(path: Path) -> list[Example]:
    """Windows of whole sentences from an article annotated with claims and events (and entities or names)."""
    data = json.loads(path.read_text(encoding="utf-8"))
    text: str = data["text"]
    out = []
    for start, end in _windows(text, data["language"]):
        words = tokens(text, start, end)
        starts = [word.start for word in words]
        ends = [word.end for word in words]
        example = Example([word.text for word in words])
        marker = Marker(example, starts, ends, start, end)
        for task, spans in _claim_spans(data, text).items():
            marker.mark(task, [(span, "") for span in spans])
        marker.mark("event", [(_place(text, event["trigger"]), event["type"]) for event in data["events"]])
        if "entities" in data:
            named = [(_place(text, m), e["type"]) for e in data["entities"] for m in e["mentions"]]
            marker.mark("entity", [(span, kind) for span, kind in named if f"B-{kind}" in INDEX["entity"]])
        out.append(example)
    return out


def _windows(text: str, language: str) -> Iterator[tuple[int, int]]:
    begin = end = None
    for start, stop in sentences(text, language):
        if begin is not None and end is not None and len(tokens(text, begin, stop)) > _MOST_WORDS:
            yield begin, end
            begin = None
        begin = start if begin is None else begin
        end = stop
    if begin is not None and end is not None:
        yield begin, end


def _place(text: str, span: Mapping[str, Any]) -> tuple[int, int]:
    return locate(text, span["q"], span.get("n", 1))


def _claim_spans(data: Mapping[str, Any], text: str) -> dict[str, list[tuple[int, int]]]:
    content = sorted(
        {_place(text, span) for claim in data["claims"] for span in claim["content"]}, key=lambda s: (s[0], -s[1])
    )
    outermost: list[tuple[int, int]] = []
    for span in content:
        if not outermost or span[1] > outermost[-1][1]:
            outermost.append(span)
    return {
        "source": [_place(text, claim["source"]) for claim in data["claims"] if claim.get("source")],
        "cue": [_place(text, claim["cue"]) for claim in data["claims"] if claim.get("cue")],
        "content": outermost,
    }


class Marker:
    """Writes the spans that lie in one window of a text as labels of its words; all are offsets in the text."""

    def __init__(self, example: Example, starts: list[int], ends: list[int], start: int, end: int) -> None:
        self.example, self.starts, self.ends, self.window = example, starts, ends, (start, end)
        self.clitics: list[Allowed | None] = [None] * len(starts)
        example.targets["clitic"] = self.clitics

    def mark(self, task: str, spans: Iterable[tuple[tuple[int, int], str]]) -> None:
        """Label the words of each span with its kind; of spans that overlap, the first and longest."""
        index = INDEX[task]
        labels: list[Allowed | None] = [(index["O"],)] * len(self.starts)
        for (start, end), kind in sorted(spans, key=lambda item: (item[0][0], -item[0][1])):
            if not (self.window[0] <= start and end <= self.window[1]):
                continue
            first = bisect_right(self.ends, start)
            inside = [n for n in range(first, len(self.starts)) if self.starts[n] < end]
            if not inside or any(labels[n] != (index["O"],) for n in inside):
                continue
            for n in inside:
                mark = "B" if n == first else "I"
                name = f"{mark}-{kind}" if kind else mark
                labels[n] = (index.get(name, index.get(mark, index["O"])),)
            self.clitics[first] = (min(start - self.starts[first], _MOST_CLITICS),)
        self.example.targets[task] = labels

    def unmark(self, task: str, start: int, end: int) -> None:
        """Let the words of a span teach nothing."""
        for n, (first, last) in enumerate(zip(self.starts, self.ends, strict=True)):
            if first < end and start < last:
                self.example.targets[task][n] = None


def write_windows(examples: Sequence[Example]) -> Iterator[str]:
    """The words of examples as text, for choosing a vocabulary."""
    for example in examples:
        yield " ".join(example.words)
