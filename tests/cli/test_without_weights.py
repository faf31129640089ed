"""What a user sees where the encoder cannot be loaded: one warning, and the grammar's reading."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

TEXT = "قال وزير الخارجية سامح شكري في القاهرة إن المحادثات تأجلت."


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_grammar_reads_and_one_warning_says_why(
    kg: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    monkeypatch.setenv("RIWAYA_THREADS", "many")
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(TEXT, encoding="utf-8")
    done = kg("extract", "1.txt", "2.txt", "--jobs", jobs)
    assert done.returncode == 0
    complaint = done.stderr.decode()
    assert complaint.count("reading by grammar alone") == complaint.count("RIWAYA_THREADS") == 1
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert {one["extractor"]["name"] for one in found} == {"grammar"}
    assert all(one["claims"] for one in found)


def test_the_default_extractor_is_both_and_the_grammar_is_there_alone(kg: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    names = [
        json.loads(kg("extract", "a.txt", *more).stdout)["extractor"]["name"]
        for more in ([], ["--extractor", "grammar"])
    ]
    assert names == ["local", "grammar"]


def test_threads_are_a_number(kg: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert kg("extract", "a.txt", "--threads", "1").returncode == 0
    refused = kg("extract", "a.txt", "--threads", "0")
    assert refused.returncode == 2
    assert "--threads" in refused.stderr.decode()
