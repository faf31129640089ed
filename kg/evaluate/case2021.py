"""Types of events against the snippets of CASE 2021, task 2: fine types of conflict news, mapped to ours.

A snippet's type is that of its main event (:mod:`kg.evaluate.main_event`); a snippet without an event is wrong.
``data/case_types.tsv`` says which of our types each of theirs means, and why.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.main_event import main_event
from kg.evaluate.published import CASE_2021
from kg.evaluate.scores import Counts, Report, by_label, macro_f1, weighted_f1
from kg.read import make_article
from schemas import Article, EventType, Extraction

Extract = Callable[[Article], Extraction]

COLUMNS = ("id", "EventSnippet", "SubType")
NONE = "NONE"
"""What is predicted for a snippet without an event."""

_MEASURES = {
    "weighted F1": "the mean of our types' F1, each weighted by its number of snippets; a snippet has the type of its"
    " main event, and none where no event is told",
    "macro F1": "the same mean, each type once",
}


@dataclass(frozen=True, slots=True)
class Snippet:
    """A few sentences of news and the type that annotators gave them, by its name in the file."""

    id: str
    text: str
    type: str


def evaluate_events(path: Path, extract: Extract) -> Report:
    """Weighted F1 over our types on the snippets of ``path``, each extracted by itself.

    Raises InputError where the file cannot be read, has other columns, no snippet, or a type that is not the task's.
    """
    types = case_types()
    answers: list[tuple[str, str]] = []
    theirs: dict[str, list[bool]] = {}
    for snippet in read_snippets(path):
        article = make_article(snippet.id, snippet.text, {"language": _language(snippet.text)}, snippet.id)
        event = main_event(extract(article))
        gold, ours = types[snippet.type], event.type if event else None
        answers.append((gold.value, ours.value if ours else NONE))
        theirs.setdefault(snippet.type, []).append(gold is ours)
    return Report(
        f"types of events, {path.name}",
        f"{len(answers)} snippets",
        {**by_label(answers), **{f"CASE {name}": _share(found) for name, found in sorted(theirs.items())}},
        {**_MEASURES, **_definitions(answers), **{f"CASE {name}": f"share that is {types[name]}" for name in theirs}},
        {"weighted F1": weighted_f1(answers), "macro F1": macro_f1(answers)},
        CASE_2021,
    )


def _share(found: list[bool]) -> Counts:
    return Counts(sum(found), len(found), len(found))


def _definitions(answers: list[tuple[str, str]]) -> dict[str, str]:
    """For each of our types, which of theirs it stands for."""
    meant: dict[str, list[str]] = {}
    for name, ours in sorted(case_types().items()):
        meant.setdefault(ours.value, []).append(name)
    present = Counter(gold for gold, _ in answers)
    return {ours: " ".join(names) for ours, names in meant.items() if ours in present}


def read_snippets(path: Path) -> Iterator[Snippet]:
    """The snippets of a file of tab-separated lines under the header id, EventSnippet, SubType.

    Raises InputError as :func:`evaluate_events` does, naming the line.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}.") from error
    header = tuple(lines[0].rstrip("\r").split("\t"))
    if header != COLUMNS:
        raise InputError(f"{path}: the first line must name the columns {', '.join(COLUMNS)}, separated by tabs.")
    count = 0
    for number, line in enumerate(lines[1:], start=2):
        if line.strip():
            count += 1
            yield _snippet(line.rstrip("\r"), f"{path}, line {number}")
    if not count:
        raise InputError(f"{path}: no snippet; each line under the header holds an id, a text and a type.")


def _snippet(line: str, where: str) -> Snippet:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise InputError(f"{where}: {len(cells)} columns; {', '.join(COLUMNS)} are needed, separated by tabs.")
    if cells[2] not in case_types():
        raise InputError(f"{where}: {cells[2]!r} is not an event type of CASE 2021, such as ARMED_CLASH.")
    return Snippet(*cells)


def _language(text: str) -> str:
    return "ar" if any("\u0600" <= char <= "\u06ff" for char in text) else "en"


@lru_cache(maxsize=1)
def case_types() -> Mapping[str, EventType]:
    """Which of our types each of the task's types means."""
    table = files(__package__).joinpath("data/case_types.tsv").read_text(encoding="utf-8")
    rows = csv.reader((line for line in table.splitlines() if not line.startswith("#")), delimiter="\t")
    return {theirs: EventType(ours) for theirs, ours, _ in rows}
