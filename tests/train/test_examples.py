"""Labelled text in its formats becomes examples of one kind."""

from __future__ import annotations

import json
from pathlib import Path

from kg.train.examples import Example, annotated_examples, entity_examples
from kg.train.fine_types import FineTypes, outlets_told_apart
from kg.train.labels import INDEX, TASKS

TEXT = 'وقال موقع «المدار» إن لإسرائيل قوات قصفت غزة. وأضاف: "لا".'


def labels(example: Example, task: str) -> list[str]:
    return ["|".join(TASKS[task][label] for label in allowed) if allowed else "-" for allowed in example.targets[task]]


def test_spans_become_labels_and_clitics_are_counted(tmp_path: Path) -> None:
    data = {
        "id": "x",
        "language": "ar",
        "text": TEXT,
        "entities": [
            {"type": "outlet", "mentions": [{"q": "المدار"}]},
            {"type": "place", "mentions": [{"q": "إسرائيل"}, {"q": "غزة"}]},
        ],
        "events": [{"type": "ASSAULT", "trigger": {"q": "قصفت"}}],
        "claims": [
            {"source": {"q": "موقع «المدار"}, "cue": {"q": "قال"}, "content": [{"q": "لإسرائيل قوات قصفت غزة"}]},
            {"source": None, "cue": {"q": "أضاف"}, "content": [{"q": "لا"}]},
        ],
    }
    path = tmp_path / "x.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    (example,) = annotated_examples(path)
    words = example.words
    assert [word for word, label in zip(words, labels(example, "cue"), strict=True) if label == "B"] == [
        "وقال",
        "وأضاف",
    ]
    assert labels(example, "source")[words.index("موقع")] == "B"
    assert labels(example, "source")[words.index("المدار")] == "I"
    assert labels(example, "entity")[words.index("لإسرائيل")] == "B-place"
    assert labels(example, "event")[words.index("قصفت")] == "B-ASSAULT"
    assert labels(example, "content").count("B") == 2
    clitics = dict(zip(words, labels(example, "clitic"), strict=True))
    assert (clitics["وقال"], clitics["قصفت"], clitics["إن"]) == ("1", "0", "-")


def test_a_corpus_that_tells_less_apart_allows_more() -> None:
    sentence = [("رويترز", "B-ORG"), ("قالت", "O"), ("عيد", "B-MISC")]
    (example,) = entity_examples([sentence], {"ORG": ["organization", "outlet"]})
    assert labels(example, "entity") == ["B-organization|B-outlet", "O", "-"]


def test_a_finer_annotation_of_the_same_text_decides() -> None:
    words = ["قالت", "وكالة", "الأنباء", "إن", "مجلس", "الوزراء", "أقر", "الميزانية", "الجديدة"]
    tags = ["O", "B-ORG", "I-ORG", "O", "B-ORG", "I-ORG", "O", "O", "O"]
    (example,) = entity_examples([list(zip(words, tags, strict=True))], {"ORG": ["organization", "outlet"]})
    fine = [("قالت", "O"), ("وكاله", "B-Media"), ("الانباء", "I-Media"), ("ان", "O"), ("مجلس", "B-Government")]
    fine += [("الوزراء", "I-Government"), ("اقر", "O"), ("الميزانيه", "O"), ("الجديده", "O")]
    outlets_told_apart([example], FineTypes([fine], "Media"))
    assert labels(example, "entity")[1:6] == ["B-outlet", "I-outlet", "O", "B-organization", "I-organization"]


def test_our_own_passages_are_read(repository: Path) -> None:
    path = sorted((repository / "training" / "passages").glob("*.json"))[0]
    examples = annotated_examples(path)
    assert examples
    assert all(len(targets) == len(example.words) for example in examples for targets in example.targets.values())
    assert set(INDEX) == set(TASKS)
