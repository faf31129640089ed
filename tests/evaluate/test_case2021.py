"""Types of events on snippets, mapped to ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate.case2021 import case_types, evaluate_events, read_snippets
from kg.evaluate.main_event import main_event
from kg.ground import ground
from schemas import Article, EventType, Extraction, ExtractorInfo

HEADER = "id\tEventSnippet\tSubType\n"
FILE = (
    HEADER
    + "1\tRebels shelled the town, killing two people.\tART_MISS_ATTACK\n"
    + "2\tPolice clashed with the crowd at a protest.\tVIOL_DEMONSTR\n"
    + "3\tاعتقلت الشرطة ثلاثة أشخاص\tARREST\n"
    + "4\tNothing is told here.\tAGREEMENT\n"
)
WORDS = {
    "shelled": "ASSAULT",
    "killing": "ASSAULT",
    "clashed": "ASSAULT",
    "protest": "PROTEST",
    "اعتقلت": "COERCE",
    "denied": "STATE",
}


def extract(article: Article) -> Extraction:
    found = [
        {"id": f"v{number}", "type": kind, "trigger": {"text": word}, "evidence": {"text": article.text}}
        for number, (word, kind) in enumerate(WORDS.items())
        if word in article.text
    ]
    return ground(article, {"events": found}, ExtractorInfo(name="test", version="1"))


def write(folder: Path, text: str) -> Path:
    path = folder / "snippets.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_snippet_has_the_type_of_its_main_event_and_one_without_events_is_wrong(tmp_path: Path) -> None:
    report = evaluate_events(write(tmp_path, FILE), extract)
    counted = {name: (c.right, c.gold, c.predicted) for name, c in report.figures.items() if "CASE" not in name}
    assert counted == {"AGREE": (0, 1, 0), "ASSAULT": (1, 1, 1), "COERCE": (1, 1, 1), "PROTEST": (1, 1, 1)}
    assert report.means == {"weighted F1": 75.0, "macro F1": 75.0}
    assert report.figures["CASE ARREST"].f1 == 100.0
    assert report.published


def test_a_main_event_is_the_occasion_before_what_happened_at_it(make: object) -> None:
    assert callable(make)
    event = main_event(extract(make("Police clashed with the crowd at a protest.", language="en")))
    assert event is not None
    assert event.type is EventType.PROTEST
    assert main_event(extract(make("لا حدث هنا"))) is None


def test_every_type_of_the_task_means_one_of_ours() -> None:
    assert len(case_types()) == 30
    assert case_types()["AIR_STRIKE"] is EventType.ASSAULT


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id\ttext\n", "first line must name the columns"),
        (HEADER, "no snippet"),
        (HEADER + "1\tقصف\n", "line 2: 2 columns"),
        (HEADER + "1\tقصف\tBOMBING\n", "line 2: 'BOMBING' is not an event type"),
    ],
)
def test_a_file_of_another_shape_is_an_error_that_says_where(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        list(read_snippets(write(tmp_path, text)))


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        list(read_snippets(tmp_path / "غائب.tsv"))


def test_the_grammar_reaches_the_floor_on_the_development_snippets(reference_data: Path) -> None:
    from kg.cli.evaluate import grounded_by

    path = reference_data / "events" / "case2021_dev" / "snippets.tsv"
    assert evaluate_events(path, grounded_by("grammar")).means["weighted F1"] >= 70
