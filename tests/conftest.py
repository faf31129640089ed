"""Fixtures for all tests."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from kg.cli.pipeline import extract_articles
from kg.read import read_articles
from schemas import Article, Extraction

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def repository() -> Path:
    """The top folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def reference_data() -> Path:
    """The folder of public research data that some tests measure against; skips where it is absent."""
    folder = Path(os.environ.get("RIWAYA_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"no reference data at {folder}; set RIWAYA_DATA to its folder to run this test")
    return folder


@pytest.fixture(scope="session")
def sample_extractions(repository: Path) -> tuple[Extraction, ...]:
    """What the grammar finds in the sample articles."""
    return _samples(repository, "grammar")


@pytest.fixture(scope="session", params=["grammar", "local"])
def samples_by_each(request: pytest.FixtureRequest, repository: Path) -> tuple[Extraction, ...]:
    """What each of the extractors that come with the package finds in the sample articles."""
    return _samples(repository, request.param)


@cache
def _samples(repository: Path, extractor: str) -> tuple[Extraction, ...]:
    articles = list(read_articles([str(repository / "seeds")], _raise))
    return tuple(extract_articles(articles, extractor, 1, _raise))


def _raise(error: Exception) -> None:
    raise error


@pytest.fixture(scope="session")
def make() -> Callable[..., Article]:
    """Builds an article from a text and whatever fields matter to the test."""

    def build(text: str, **fields: object) -> Article:
        digest = hashlib.sha256(text.encode()).hexdigest()
        return Article.model_validate({"id": "test", "text": text, "sha256": digest, "language": "ar", **fields})

    return build
