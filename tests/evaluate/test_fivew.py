"""Who, what, when and where against annotated phrases."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate.fivew import answers, evaluate_questions
from kg.ground import ground
from schemas import Article, Extraction, ExtractorInfo

TITLE = "Rebels attack the port of Aden"
TEXT = "Rebels attacked the port of Aden late on Thursday. The minister visited Cairo. وزار الوزير القاهرة."


def extract(article: Article) -> Extraction:
    events = [
        {
            "id": "v1",
            "type": "ASSAULT",
            "trigger": {"text": "attacked"},
            "participants": [
                {"role": "agent", "span": {"text": "Rebels"}},
                {"role": "patient", "span": {"text": "the port of Aden"}},
            ],
            "time": {"text": "Thursday", "start": "2016-11-10", "end": "2016-11-10"},
            "evidence": {"text": "Rebels attacked the port of Aden late on Thursday."},
        },
        {
            "id": "v2",
            "type": "CONSULT",
            "trigger": {"text": "visited"},
            "place": {"span": {"text": "Cairo"}},
            "evidence": {"text": "The minister visited Cairo."},
        },
    ]
    told = events if "attacked" in article.text else []
    return ground(article, {"events": told}, ExtractorInfo(name="test", version="1"))


def phrases(*texts: str, **more: str) -> dict[str, object]:
    return {"annotated": [{"text": text, **more} for text in texts]}


def write(folder: Path, name: str, **questions: object) -> None:
    gold = {question: phrases() for question in ("who", "what", "when", "where")} | questions
    data = {"title": TITLE, "text": TEXT, "date_publish": "2016-11-11 00:00:00", "fiveWoneH": gold}
    (folder / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")


def test_answers_that_share_half_their_words_or_the_day_are_right(tmp_path: Path) -> None:
    write(
        tmp_path,
        "مقال",
        who=phrases("the rebels"),
        what=phrases("attacked the port"),
        when=phrases("at night", parsed="2016-11-10"),
        where=phrases("Aden"),
    )
    report = evaluate_questions(tmp_path, extract)
    counted = {name: (c.right, c.gold, c.predicted) for name, c in report.figures.items()}
    assert counted == {"who": (1, 1, 1), "what": (1, 1, 1), "when": (1, 1, 1), "where": (0, 1, 1), "all": (3, 4, 4)}
    assert report.published


def test_a_question_that_the_annotation_leaves_open_does_not_count(tmp_path: Path) -> None:
    write(tmp_path, "one", who=phrases("the minister"))
    report = evaluate_questions(tmp_path, extract)
    assert [(c.right, c.gold, c.predicted) for c in report.figures.values()] == [
        (0, 1, 1),
        (0, 0, 0),
        (0, 0, 0),
        (0, 0, 0),
        (0, 1, 1),
    ]


def test_what_runs_to_the_end_of_the_patient(make: object) -> None:
    assert callable(make)
    ours = answers(extract(make(f"{TITLE}\n\n{TEXT}", language="en")))
    assert ours["what"].text == "attacked the port of Aden"
    assert ours["where"].text == "Cairo"
    assert answers(extract(make("لا حدث هنا"))) == {}


def test_a_folder_without_articles_and_a_broken_file_are_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no article"):
        evaluate_questions(tmp_path, extract)
    (tmp_path / "x.json").write_text('{"text": "نص"}', encoding="utf-8")
    with pytest.raises(InputError, match=r"x\.json: not an article of Giveme5W1H: KeyError: 'fiveWoneH'"):
        evaluate_questions(tmp_path, extract)
