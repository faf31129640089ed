"""The annotated passages are well formed, and the validator says so when one is not."""

from __future__ import annotations

import copy
import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.evaluate.gold import locate

TRAINING = Path(__file__).parents[2] / "training"


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("training_validate", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


validate = _module(TRAINING / "validate.py")
PASSAGES: list[dict[str, Any]] = validate.load()
TEXT = "قالت صحيفة «النورس» إن الوزير سامي حداد أكد أن الميناء أُغلق أمس. يذكر أن الإضراب بدأ الأحد."


def _passage() -> dict[str, Any]:
    """A small passage without a fault."""
    content = "الوزير سامي حداد أكد أن الميناء أُغلق أمس"
    outer = {
        "id": "c1", "source": {"q": "صحيفة «النورس", "n": 1}, "source_entity": "e1", "cue": {"q": "قالت", "n": 1},
        "content": [{"q": content, "n": 1}], "kind": "indirect", "polarity": "affirms", "via": None, "about": ["v1"],
        "time": None,
    }  # fmt: skip
    inner = {
        "id": "c2", "source": {"q": "الوزير سامي حداد", "n": 1}, "source_entity": "e2", "cue": {"q": "أكد", "n": 1},
        "content": [{"q": "الميناء أُغلق أمس", "n": 1}], "kind": "indirect", "polarity": "affirms", "via": "c1",
        "about": ["v1"], "time": None,
    }  # fmt: skip
    event = {
        "id": "v1", "type": "COERCE", "trigger": {"q": "أُغلق", "n": 1}, "realis": "actual", "agents": [],
        "patients": [{"q": "الميناء", "n": 1}], "place": None, "quantities": [],
        "time": {"span": {"q": "الأحد", "n": 1}, "start": "2025-03-02", "end": "2025-03-02"},
    }  # fmt: skip
    return {
        "id": "pa999", "language": "ar", "published": "2025-03-03", "shows": ["nested"], "text": TEXT,
        "entities": [
            {"id": "e1", "type": "outlet", "name": "النورس", "mentions": [{"q": "النورس", "n": 1}]},
            {"id": "e2", "type": "person", "name": "سامي حداد", "mentions": [{"q": "سامي حداد", "n": 1}]},
        ],
        "events": [event], "claims": [outer, inner],
        "traps": [{"span": {"q": "يذكر", "n": 1}, "why": "the publisher's own narration"}],
    }  # fmt: skip


def test_there_are_passages_in_both_languages() -> None:
    assert {passage["language"] for passage in PASSAGES} == {"ar", "en"}


@pytest.mark.parametrize("passage", PASSAGES, ids=[passage["id"] for passage in PASSAGES])
def test_a_passage_has_no_fault(passage: dict[str, Any]) -> None:
    assert list(validate.faults(passage)) == []


@pytest.mark.parametrize("path", sorted((TRAINING / "passages").glob("*.json")), ids=lambda path: path.stem)
def test_a_file_is_called_after_its_passage(path: Path) -> None:
    assert f'"id": "{path.stem}"' in path.read_text(encoding="utf-8")


def test_a_passage_appears_once() -> None:
    texts = [passage["text"] for passage in PASSAGES]
    assert len(set(texts)) == len(texts)


def test_a_sound_passage_passes() -> None:
    assert list(validate.faults(_passage())) == []


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("claims", 0, "cue"), {"q": "زعمت", "n": 1}, "not in the text"),
        (("claims", 0, "cue"), {"q": "قالت", "n": 2}, "not in the text"),
        (("claims", 1, "content"), [{"q": "أن الميناء أُغلق أمس", "n": 1}], "complementiser"),
        (("claims", 1, "content"), [{"q": "الميناء أُغلق أمس.", "n": 1}], "edge of punctuation"),
        (("claims", 1, "content"), [], "no content"),
        (("claims", 1, "content"), [{"q": "الإضراب بدأ الأحد", "n": 1}], ""),
        (("claims", 1, "via"), "c9", "not there"),
        (("claims", 1, "via"), "c2", "through itself"),
        (("claims", 1, "about"), ["v9"], "not there"),
        (("claims", 1, "source_entity"), "e9", "not there"),
        (("claims", 1, "kind"), "spoken", "no such kind"),
        (("claims", 1, "cue"), {"q": "يذكر", "n": 1}, "takes a trap"),
        (("claims", 1, "cue"), {"q": "أُغلق", "n": 1}, "inside its own content"),
        (("events", 0, "type"), "PARTY", "no such type"),
        (("events", 0, "trigger"), {"q": "الوزير سامي حداد أكد أن", "n": 1}, "more than 4 words"),
        (("events", 0, "agents"), ["e9"], "not there"),
        (("events", 0, "time", "start"), "2025-03-05", "ends before"),
        (
            ("events", 0, "time"),
            {"span": {"q": "الأحد", "n": 1}, "start": "2025-03-03", "end": "2025-03-03"},
            "2025-03-03 for",
        ),
        (("entities", 0, "type"), "group", "no such type"),
        (("entities", 0, "mentions"), [], "mentioned nowhere"),
        (("entities", 0, "id"), "e2", "used twice"),
        (("note",), "…", "other fields"),
    ],
)
def test_a_fault_is_found(path: tuple[str | int, ...], value: object, said: str) -> None:
    passage = copy.deepcopy(_passage())
    target: Any = passage
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    found = list(validate.faults(passage))
    # A retelling outlet may quote beyond its first sentence: content outside the outer claim's is then no fault.
    assert bool(found) == bool(said)
    assert all(fault.startswith("pa999 ") for fault in found)
    assert not said or any(said in fault for fault in found)


def test_an_inner_claim_outside_the_outer_content_is_a_fault() -> None:
    passage = _passage()
    passage["claims"][0].update(
        source={"q": "الميناء", "n": 1}, source_entity=None, content=[{"q": "الإضراب بدأ", "n": 1}]
    )
    assert any("lies outside the content of c1" in fault for fault in validate.faults(passage))


def test_two_equal_claims_are_a_fault() -> None:
    passage = _passage()
    passage["claims"].append({**passage["claims"][1], "id": "c3"})
    assert any("the same as c2" in fault for fault in validate.faults(passage))


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert validate.main([]) == 0
    broken = json.dumps({**_passage(), "text": "نص آخر"}, ensure_ascii=False)
    (tmp_path / "pa999.json").write_text(broken, encoding="utf-8")
    assert validate.main([str(tmp_path)]) == 1
    assert "not in the text" in capsys.readouterr().out


HELD_OUT = sorted((TRAINING / "held_out").glob("*.json"))


@pytest.mark.parametrize("path", HELD_OUT, ids=lambda path: path.stem)
def test_events_that_are_held_out_stand_in_their_articles(path: Path) -> None:
    article = json.loads(path.read_text(encoding="utf-8"))
    assert set(article) == {"id", "language", "text", "events"}
    assert article["id"] == path.stem
    places = [locate(article["text"], event["trigger"]["q"], event["trigger"]["n"]) for event in article["events"]]
    assert len(set(places)) == len(places) >= 4
    for event in article["events"]:
        assert event["type"] in validate.EVENT_TYPES
        assert event["realis"] in validate.REALIS


def test_the_readme_shows_a_sound_passage_and_counts_the_others() -> None:
    readme = (TRAINING / "README.md").read_text(encoding="utf-8")
    example = re.search(r"```json\n(.*?)```", readme, re.DOTALL)
    assert example is not None
    assert list(validate.faults(json.loads(example.group(1)))) == []
    for name in ("passages", "claims", "events"):
        arabic, english = (_count(name, language) for language in ("ar", "en"))
        assert f"| {name} | {arabic:,} | {english:,} |" in readme


def _count(name: str, language: str) -> int:
    passages = [passage for passage in PASSAGES if passage["language"] == language]
    return len(passages) if name == "passages" else sum(len(passage[name]) for passage in passages)
