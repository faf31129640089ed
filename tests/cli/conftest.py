"""Running the command as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="session")
def kg_in() -> Run:
    """Runs ``kg`` in the folder that is given first."""

    def run(
        folder: Path, *arguments: str | Path, stdin: bytes = b"", hash_seed: str = "0", timeout: float = 300
    ) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-W", "error", "-c", "from kg.cli import main; main()", *map(str, arguments)]
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "NO_COLOR": "1", "COLUMNS": "200"}
        return subprocess.run(
            command, input=stdin, cwd=folder, env=environment, capture_output=True, timeout=timeout, check=False
        )

    return run


@pytest.fixture
def kg(tmp_path: Path, kg_in: Run) -> Run:
    """Runs ``kg`` with the given arguments in a folder of its own."""
    return partial(kg_in, tmp_path)
