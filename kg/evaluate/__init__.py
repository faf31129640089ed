"""Scores of what we extract against what people annotated, with the definition of each score."""

from kg.evaluate.gold import evaluate_gold
from kg.evaluate.scores import Counts, Report

__all__ = ["Counts", "Report", "evaluate_gold"]
