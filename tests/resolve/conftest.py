"""Extractions for linking: of the sample articles by the grammar, and small ones made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli.pipeline import extract_articles
from kg.read import read_articles
from schemas import Extraction


def _raise(error: Exception) -> None:
    raise error


@pytest.fixture(scope="session")
def sample_extractions(repository: Path) -> tuple[Extraction, ...]:
    """What the grammar finds in the sample articles."""
    articles = list(read_articles([str(repository / "seeds")], _raise))
    return tuple(extract_articles(articles, "grammar", 1, _raise))
