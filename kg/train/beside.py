"""Names and events annotated beside their texts.

The tables under ``training/`` name the sentences of public corpora and hold no word of them; the sentences that we
wrote ourselves carry their marks between brackets: ``قال [person سامي حداد] ل[outlet لنورس]``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import InputError
from kg.text import tokens
from kg.train.examples import Example, Marker
from kg.train.labels import ENTITY_TYPES, INDEX

UNSURE = "unsure"
"""The type of what one guideline calls a name and another does not: it teaches nothing."""

Span = tuple[int, int, str]
_MARK = re.compile(rf"\[({'|'.join((*ENTITY_TYPES, UNSURE))}) ([^\[\]]+)\]")


@dataclass(frozen=True)
class Passage:
    """Sentences ``first`` to ``last`` of a document, and their events' triggers: sentence to (start, end, type)."""

    document: str
    first: int
    last: int
    triggers: dict[int, list[Span]] = field(default_factory=dict)


def read_names(path: Path) -> dict[int, list[Span]]:
    """The names of a table: sentence to (start, end, type); raises InputError where a line is none of the table."""
    out: dict[int, list[Span]] = defaultdict(list)
    for row in _rows(path, 4):
        out[int(row[0])].append(_span(path, *row[1:], known=known_types()))
    return dict(out)


def read_events(path: Path) -> list[Passage]:
    """The passages of a table of triggers, in its order; raises InputError where a line is none of the table."""
    out: dict[tuple[str, int, int], Passage] = {}
    for document, first, last, sentence, start, end, kind, _realis in _rows(path, 8):
        key = (document, int(first), int(last))
        passage = out.setdefault(key, Passage(*key))
        if sentence != "-":
            trigger = _span(path, start, end, kind, known=known_triggers())
            passage.triggers.setdefault(int(sentence), []).append(trigger)
    return list(out.values())


def known_types() -> frozenset[str]:
    """The types that a name's line may have."""
    return frozenset((*ENTITY_TYPES, UNSURE))


def known_triggers() -> frozenset[str]:
    """The types that a trigger's line may have."""
    return frozenset(label.removeprefix("B-") for label in INDEX["event"] if label.startswith("B-"))


def _span(path: Path, start: str, end: str, kind: str, *, known: frozenset[str]) -> Span:
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) and kind in known):
        raise InputError(f"{path}: {start}, {end}, {kind} is no span with a type that we know.")
    return int(start), int(end), kind


def _rows(path: Path, columns: int) -> Iterator[list[str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.startswith("#"):
            row = line.split("\t")
            if len(row) != columns:
                raise InputError(f"{path}, line {number}: {columns} columns are needed, and it has {len(row)}.")
            yield row


def read_stories(path: Path) -> list[list[tuple[str, list[Span]]]]:
    """The stories of a file of marked sentences, a blank line between them: each sentence unmarked, with its names."""
    stories: list[list[tuple[str, list[Span]]]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        if line.strip():
            stories[-1].append(unmarked(line.strip()))
        elif stories[-1]:
            stories.append([])
    return [story for story in stories if story]


def unmarked(line: str) -> tuple[str, list[Span]]:
    """The sentence of a marked line, and the names in it; raises InputError where a bracket is left."""
    text, spans, at = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        spans.append((len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        at = mark.end()
    text += line[at:]
    if "[" in text or "]" in text:
        raise InputError(f"a bracket is not closed, or holds no type that we know: {line}")
    return text, spans


def named_example(text: str, names: Sequence[Span]) -> Example:
    """A sentence with its names; raises InputError where one ends after it."""
    example, marker = _blank(text, names)
    marker.mark("entity", [((start, end), kind) for start, end, kind in names if kind != UNSURE])
    for start, end, kind in names:
        if kind == UNSURE:
            marker.unmark("entity", start, end)
    return example


def eventful_example(text: str, triggers: Sequence[Span]) -> Example:
    """A sentence with the triggers of its events; raises InputError where one ends after it."""
    example, marker = _blank(text, triggers)
    marker.mark("event", [((start, end), kind) for start, end, kind in triggers])
    return example


def add_triggers(example: Example, triggers: Sequence[Span]) -> None:
    """Let an example whose words stood a space apart teach events besides; offsets are those in the joined words."""
    starts, at = [], 0
    for word in example.words:
        starts.append(at)
        at += len(word) + 1
    ends = [start + len(word) for start, word in zip(starts, example.words, strict=True)]
    marker = Marker(example, starts, ends, 0, at)
    marker.mark("event", [((start, end), kind) for start, end, kind in triggers])


def _blank(text: str, spans: Sequence[Span]) -> tuple[Example, Marker]:
    if any(end > len(text) for _, end, _ in spans):
        raise InputError(f"a span ends after its sentence; is this another edition of the corpus? {text}")
    words = tokens(text)
    example = Example([word.text for word in words])
    return example, Marker(example, [word.start for word in words], [word.end for word in words], 0, len(text))
