"""The command's help in the documentation is the command's help."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_the_documented_command_line_is_the_real_one(repository: Path) -> None:
    command = [sys.executable, "-m", "typer", "kg.cli", "utils", "docs", "--name", "kg"]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, encoding="utf-8", check=True)
    documented = (repository / "docs" / "cli.md").read_text(encoding="utf-8")
    assert done.stdout.strip() == documented.strip(), f"regenerate docs/cli.md: {' '.join(command[1:])} > docs/cli.md"
