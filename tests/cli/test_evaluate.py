"""``kg evaluate``: a table for people, plain data for programs, a sentence for errors."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[bytes]]

SNIPPETS = (
    "id\tEventSnippet\tSubType\n1\tاعتقلت الشرطة ثلاثة أشخاص\tARREST\n2\tRebels shelled the town.\tART_MISS_ATTACK\n"
)


def test_types_of_events_as_a_table_and_as_data(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "snippets.tsv").write_text(SNIPPETS, encoding="utf-8")
    table = kg("evaluate", "events", "snippets.tsv", "--extractor", "grammar").stdout.decode()
    assert "weighted F1: 100.0" in table
    assert "others: the best of four teams" in table
    data = json.loads(kg("evaluate", "events", "snippets.tsv", "--extractor", "grammar", "--json").stdout)
    assert data["means"]["weighted F1"]["value"] == 100.0
    assert data["figures"]["COERCE"]["f1"] == 100.0
    assert data["published"][0]["figures"]["weighted F1, 30 types"] == 77.1


def test_names_by_the_labels_of_the_encoder_alone(kg: Run, tmp_path: Path) -> None:
    tagged = "وصل O\nجون B-PERS\nكيري I-PERS\nإلى O\nالقاهرة B-LOC\nأمس O\n"
    (tmp_path / "أسماء.conll").write_text(tagged, encoding="utf-8")
    table = kg("evaluate", "ner", "أسماء.conll", "--labels").stdout.decode()
    assert table.startswith("names by labels alone, أسماء.conll: 1 sentences")
    data = json.loads(kg("evaluate", "ner", "أسماء.conll", "--labels", "--json").stdout)
    assert (data["figures"]["all"]["gold"], data["figures"]["all"]["f1"]) == (2, 100.0)


def test_a_file_of_another_shape_is_one_sentence_and_exit_2(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "أخرى.tsv").write_text("نص\tنوع\n", encoding="utf-8")
    done = kg("evaluate", "events", "أخرى.tsv", "--extractor", "grammar")
    assert done.returncode == 2
    assert "the first line must name the columns" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
