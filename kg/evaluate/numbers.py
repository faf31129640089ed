"""Numbers and percentages against the Recognizers-Text specifications."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.evaluate.scores import Counts, Report
from kg.evaluate.timex import EvaluationDataError
from kg.quantity.numbers import NumberValue, find_numbers

SPECIFICATIONS = ("NumberModel", "PercentModel")
"""The specification files that are scored."""

_TOLERANCE = 1e-6
"""The specification rounds fractions to fifteen digits."""


def evaluate_number(path: Path) -> Report:
    """Score the reading of numbers on a folder of Recognizers-Text specifications.

    A case is right when exactly the expected numbers are found, each with its span and value.

    Raises:
        EvaluationDataError: the path holds no ``NumberModel.json``.
    """
    files = sorted(path.rglob("NumberModel.json"))
    if not files:
        raise EvaluationDataError(f"{path} holds no NumberModel.json: give the folder of the number specifications")
    figures: dict[str, Counts] = {}
    for name in SPECIFICATIONS:
        cases = json.loads((files[0].parent / f"{name}.json").read_text(encoding="utf-8-sig"))
        right = sum(case_is_right(case, percent=name == "PercentModel") for case in cases)
        figures[name] = Counts(right, len(cases), len(cases))
    return Report(
        "Numbers (Recognizers-Text, Arabic)",
        f"{sum(counts.gold for counts in figures.values())} cases",
        figures,
        dict.fromkeys(SPECIFICATIONS, "exactly the expected numbers, spans and values"),
    )


def case_is_right(case: dict[str, Any], *, percent: bool) -> bool:
    """Whether exactly the numbers, or the percentages, of one specification case are found."""
    found = [one for one in find_numbers(case["Input"], "ar") if one.percent or not percent]
    gold = case["Results"]
    return len(found) == len(gold) and all(_same(one, other) for one, other in zip(gold, found, strict=True))


def _same(gold: dict[str, Any], found: NumberValue) -> bool:
    wanted = float(str(gold["Resolution"]["value"]).rstrip("%"))
    close = abs(wanted - found.value) <= _TOLERANCE * max(1.0, abs(wanted)) if wanted else found.value == 0
    start = gold.get("Start")
    return close and gold["Text"].strip() == found.text and (start is None or start == found.span[0])
