"""What is committed under exports/ is what the sample articles give."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def names() -> tuple[str, ...]:
    return ("graph.ttl", "graph.trig", "graph.html")


def test_exports_are_those_of_the_seeds(kg: Any, repository: Path, tmp_path: Path, names: tuple[str, ...]) -> None:
    done = kg("build", repository / "seeds")
    assert done.returncode == 0, done.stderr.decode()
    for name in names:
        built = (tmp_path / "exports" / name).read_bytes()
        committed = (repository / "exports" / name).read_bytes()
        assert built == committed, f"exports/{name} is not what `kg build seeds` writes now; run: ./dev generate"


def test_every_document_of_the_seeds_conforms(kg: Any, repository: Path) -> None:
    kg("build", repository / "seeds", "--no-exports")
    done = kg("check")
    assert done.returncode == 0, done.stderr.decode()
    count = len(list((repository / "seeds").rglob("*.txt")))
    assert f"{count} of {count} documents conform." in done.stdout.decode()
