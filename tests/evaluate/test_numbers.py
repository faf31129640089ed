"""Scoring of plain numbers, and the figures that reading them must keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.evaluate.numbers import case_is_right, evaluate_number
from kg.evaluate.timex import EvaluationDataError

SPECIFICATIONS = Path(__file__).parents[1] / "quantity" / "recognizers_ar"


def test_the_arabic_specifications_are_right() -> None:
    figures = evaluate_number(SPECIFICATIONS).figures
    assert figures["NumberModel"].recall >= 85
    assert figures["PercentModel"].recall >= 85


def test_a_case_needs_exactly_its_numbers() -> None:
    gold = {"Text": "٢١", "Resolution": {"value": "21"}, "Start": 4}
    assert case_is_right({"Input": "قبل ٢١ عاما", "Results": [gold]}, percent=False)
    assert not case_is_right({"Input": "قبل ٢١ عاما و3 أشهر", "Results": [gold]}, percent=False)


def test_a_folder_without_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationDataError, match="NumberModel"):
        evaluate_number(tmp_path)
