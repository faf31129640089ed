"""A user's own names on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

WORDS = """
[[entity]]
name = "الشبيبة"
type = "group"
"""


def test_the_command_takes_the_file_that_lies_beside_it(kg: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("أعضاء من الشبيبة هنا.", encoding="utf-8")
    (tmp_path / "words.toml").write_text(WORDS, encoding="utf-8")
    for arguments in (("extract", "a.txt"), ("extract", "a.txt", "--words", "words.toml", "--jobs", "2")):
        done = kg(*arguments)
        assert [one["name"] for one in json.loads(done.stdout)["entities"]] == ["الشبيبة"]
    refused = kg("extract", "a.txt", "--words", "none.toml")
    assert refused.returncode == 2
    assert "none.toml: cannot be read" in refused.stderr.decode()
