"""What is committed under exports/ is what the sample articles give."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

ALIKE = 0.98
"""The share of triples that has to be the same: on another kind of processor the encoder's last digits differ."""


@pytest.fixture(scope="module")
def built(repository: Path, tmp_path_factory: pytest.TempPathFactory, kg_in: Any) -> Path:
    folder: Path = tmp_path_factory.mktemp("built")
    done = kg_in(folder, "build", repository / "seeds")
    assert done.returncode == 0, done.stderr.decode()
    return folder


def test_exports_are_those_of_the_seeds(repository: Path, built: Path) -> None:
    for name in ("graph.ttl", "graph.trig"):
        ours, committed = (set(pyoxigraph.parse(path=folder / "exports" / name)) for folder in (built, repository))
        alike = len(ours & committed) / len(ours | committed)
        assert alike >= ALIKE, f"exports/{name} is not what `kg build seeds` writes now; run: ./dev generate"


def test_the_page_shows_every_sample_article(repository: Path, built: Path) -> None:
    page = (repository / "exports" / "graph.html").read_text(encoding="utf-8")
    for text in (repository / "seeds").rglob("*.txt"):
        assert text.stem in page, f"exports/graph.html lacks {text.stem}; run: ./dev generate"


def test_every_document_of_the_seeds_conforms(repository: Path, built: Path, kg_in: Any) -> None:
    done = kg_in(built, "check")
    assert done.returncode == 0, done.stderr.decode()
    count = len(list((repository / "seeds").rglob("*.txt")))
    assert f"{count} of {count} documents conform." in done.stdout.decode()
