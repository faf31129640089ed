"""Names against a CoNLL file: whole words, clitics and all."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate.conll import evaluate_labels, evaluate_ner, tagged_spans
from kg.ground import ground
from schemas import Article, Extraction, ExtractorInfo

FILE = """قال O
أنور B-PERS
عشقي I-PERS
لإسرائيل B-LOC
و O
رويترز B-ORG

Blinken B-PER
left O
Cairo B-LOC
"""


def extract(article: Article) -> Extraction:
    known = {
        "أنور عشقي": "person",
        "إسرائيل": "place",
        "رويترز": "outlet",
        "Blinken": "person",
        "Cairo": "organization",
    }
    entities = [
        {"id": name, "type": kind, "name": name, "mentions": [{"span": {"text": name}}]}
        for name, kind in known.items()
        if name in article.text
    ]
    return ground(article, {"entities": entities}, ExtractorInfo(name="test", version="1"))


def test_spans_and_types_are_compared_in_words(tmp_path: Path) -> None:
    path = tmp_path / "dev.conll"
    path.write_text(FILE, encoding="utf-8")
    report = evaluate_ner(path, extract)
    counted = {name: (c.right, c.gold, c.predicted) for name, c in report.figures.items()}
    assert counted == {"all": (4, 5, 5), "person": (2, 2, 2), "place": (1, 2, 1), "organization": (1, 1, 2)}
    assert report.size == "2 sentences"


def test_a_stray_inside_tag_begins_a_span() -> None:
    assert tagged_spans(["I-PERS", "B-LOC", "I-LOC", "O", "I-ORG"]) == {
        (0, 1, "person"),
        (1, 3, "place"),
        (4, 5, "organization"),
    }


def test_labels_alone_are_scored_with_outlets_as_organizations(tmp_path: Path) -> None:
    path = tmp_path / "dev.conll"
    path.write_text("قالت O\nرويترز B-ORG\nإن O\nجون B-PERS\nكيري I-PERS\nوصل O\n", encoding="utf-8")
    row = ["O", "B-outlet", "O", "B-person", "I-person", "B-other"]
    report = evaluate_labels(path, lambda sentences: [row for _ in sentences])
    assert {name: (c.right, c.gold, c.predicted) for name, c in report.figures.items()} == {
        "all": (2, 2, 2),
        "person": (1, 1, 1),
        "place": (0, 0, 0),
        "organization": (1, 1, 1),
    }


def test_an_empty_file_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "فارغ.conll"
    path.write_text("\n", encoding="utf-8")
    with pytest.raises(InputError, match="no sentence"):
        evaluate_ner(path, extract)
