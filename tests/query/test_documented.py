"""The queries of the documentation run, and answer what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.query import named_queries, run_query
from kg.store import Store
from schemas import Extraction

ROOT = Path(__file__).parents[2]
QUERIES = re.findall(r"```sparql\n(.*?)```", (ROOT / "docs" / "sparql.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, sample_extractions: tuple[Extraction, ...]) -> Path:
    path = tmp_path_factory.mktemp("documented") / "kg"
    with Store(path) as opened:
        opened.add_all(sample_extractions)
    return path


def test_every_named_query_is_listed_with_its_question_and_parameters() -> None:
    listed = (ROOT / "docs" / "sparql.md").read_text(encoding="utf-8")
    for query in named_queries().values():
        [line] = [line for line in listed.splitlines() if line.startswith(f"| `{query.name}` |")]
        assert query.question in line
        assert all(f"`{parameter.name}`" in line for parameter in query.parameters)


def test_there_are_some() -> None:
    assert len(QUERIES) == 2


@pytest.mark.parametrize("query", QUERIES)
def test_a_documented_query_has_answers(store: Path, query: str) -> None:
    table = run_query(store, query)
    assert table.rows
    assert any("\u0600" <= char <= "\u06ff" for row in table.rows for cell in row if cell for char in cell.value)
