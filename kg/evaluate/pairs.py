"""Judgements of pairs of statements against a CSV file: agree, disagree or other (the Arabic News Stance corpus)."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.published import STANCE
from kg.evaluate.scores import Report, by_label, macro_f1

Pair = tuple[str, str]
Judge = Callable[[Sequence[Pair]], list[str]]

COLUMNS = ("s1", "s2", "stance")
STANCES = ("agree", "disagree", "other")
DEFINITIONS = {
    "macro F1": "the mean of the three stances' F1, each once",
    "agree": "the second statement says what the first says",
    "disagree": "the second statement contradicts the first",
    "other": "neither",
}


def evaluate_pairs(path: Path, judge: Judge) -> Report:
    """Macro-F1 of ``judge`` over the pairs of ``path``, a CSV file with the columns s1, s2 and stance.

    ``judge`` gets all pairs at once and returns one of :data:`STANCES` for each, in their order. Raises InputError
    where the file cannot be read, has other columns or stances, or no pair; ValueError where the judge breaks this.
    """
    rows = read_pairs(path)
    judged = judge([pair for pair, _ in rows])
    if len(judged) != len(rows) or not set(judged) <= set(STANCES):
        raise ValueError(f"the judge must give one of {', '.join(STANCES)} for each of {len(rows)} pairs")
    answers = [(stance, found) for (_, stance), found in zip(rows, judged, strict=True)]
    return Report(
        f"pairs of statements, {path.name}",
        f"{len(rows)} pairs",
        by_label(answers),
        DEFINITIONS,
        {"macro F1": macro_f1(answers)},
        STANCE,
    )


def read_pairs(path: Path) -> list[tuple[Pair, str]]:
    """The pairs of ``path`` with their stances, in the file's order; raises InputError as :func:`evaluate_pairs`."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            lines = list(csv.reader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read: {error}.") from error
    if not lines or not set(COLUMNS) <= set(lines[0]):
        raise InputError(f"{path}: the first line must name the columns {', '.join(COLUMNS)}, separated by commas.")
    places = [lines[0].index(column) for column in COLUMNS]
    rows = [_pair(line, places, f"{path}, row {number}") for number, line in enumerate(lines[1:], start=2) if line]
    if not rows:
        raise InputError(f"{path}: no pair; each line under the header holds two statements and a stance.")
    return rows


def _pair(cells: Sequence[str], places: Sequence[int], where: str) -> tuple[Pair, str]:
    if len(cells) <= max(places):
        raise InputError(f"{where}: {len(cells)} columns; {', '.join(COLUMNS)} are needed.")
    first, second, stance = (cells[place] for place in places)
    if stance not in STANCES:
        raise InputError(f"{where}: the stance is {stance!r}; it must be one of {', '.join(STANCES)}.")
    return (first, second), stance
