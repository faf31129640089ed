"""The queries of the documentation run, and answer what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.cli.pipeline import extract_article
from kg.query import run_query
from kg.read import read_articles
from kg.store import Store
from schemas import Extraction

ROOT = Path(__file__).parents[2]
QUERIES = re.findall(r"```sparql\n(.*?)```", (ROOT / "docs" / "sparql.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("documented") / "kg"
    with Store(path) as opened:
        for article in read_articles([str(ROOT / "seeds")]):
            extraction = extract_article(article, "grammar")
            assert isinstance(extraction, Extraction)
            opened.add(extraction)
    return path


def test_there_are_some() -> None:
    assert len(QUERIES) == 2


@pytest.mark.parametrize("query", QUERIES)
def test_a_documented_query_has_answers(store: Path, query: str) -> None:
    table = run_query(store, query)
    assert table.rows
    assert any("\u0600" <= char <= "\u06ff" for row in table.rows for cell in row if cell for char in cell.value)
