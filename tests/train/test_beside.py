"""Names and events that are annotated beside their texts, and sentences that carry their marks."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.train.beside import (
    add_triggers,
    eventful_example,
    known_triggers,
    known_types,
    named_example,
    read_events,
    read_names,
    read_stories,
    unmarked,
)
from kg.train.corpora import ans_sentences, names_corpora
from kg.train.examples import Example
from kg.train.labels import TASKS

TRAINING = Path(__file__).parents[2] / "training"
NAMES = sorted((TRAINING / "names").glob("*.tsv"))
EVENTS = sorted((TRAINING / "events").glob("*.tsv"))
WRITTEN = sorted((TRAINING / "names" / "written").glob("*.txt"))


def labels(example: Example, task: str) -> dict[str, str]:
    shown = ["-" if one is None else TASKS[task][one[0]] for one in example.targets[task]]
    return dict(zip(example.words, shown, strict=True))


def test_marks_are_taken_off_a_sentence() -> None:
    text, names = unmarked("قال [person سامي حداد] ل[outlet لنورس]: «لا».")
    assert text == "قال سامي حداد للنورس: «لا»."
    assert [(text[start:end], kind) for start, end, kind in names] == [("سامي حداد", "person"), ("لنورس", "outlet")]


@pytest.mark.parametrize("line", ["قال [person سامي", "قال [weather سامي]", "قال ] سامي"])
def test_a_mark_that_is_none_is_said(line: str) -> None:
    with pytest.raises(InputError, match="bracket"):
        unmarked(line)


def test_a_name_becomes_labels_and_its_clitic_is_counted() -> None:
    example = named_example(*unmarked("وصل [person سامي حداد] ب[place الرباط] مع [unsure الجيش السوري]"))
    found = labels(example, "entity")
    assert (found["سامي"], found["حداد"], found["بالرباط"]) == ("B-person", "I-person", "B-place")
    assert (found["وصل"], found["الجيش"], found["السوري"]) == ("O", "-", "-")
    assert labels(example, "clitic")["بالرباط"] == "1"


def test_a_trigger_becomes_a_label() -> None:
    text = "وقتل ثلاثة في انفجار"
    example = eventful_example(text, [(1, 4, "HARM"), (14, 20, "ASSAULT")])
    assert labels(example, "event") == {"وقتل": "B-HARM", "ثلاثة": "O", "في": "O", "انفجار": "B-ASSAULT"}


def test_triggers_are_added_to_words_that_teach_names() -> None:
    example = Example(["وقتل", "سامي"], {"entity": [(0,), (1,)]})
    add_triggers(example, [(1, 4, "HARM")])
    assert labels(example, "event") == {"وقتل": "B-HARM", "سامي": "O"}
    assert example.targets["entity"] == [(0,), (1,)]


def test_a_table_with_a_short_line_is_an_error_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("# sentence\tstart\tend\ttype\n3\t0\t4\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        read_names(path)


def test_a_passage_without_events_is_a_passage(tmp_path: Path) -> None:
    path = tmp_path / "events.tsv"
    path.write_text("train\t3\t5\t4\t0\t4\tHARM\tactual\ntrain\t6\t8" + "\t-" * 5 + "\n", encoding="utf-8")
    first, second = read_events(path)
    assert (first.first, first.last, first.triggers) == (3, 5, {4: [(0, 4, "HARM")]})
    assert (second.first, second.last, second.triggers) == (6, 8, {})


@pytest.mark.parametrize("path", NAMES, ids=lambda path: path.stem)
def test_tables_of_names_hold_types_that_we_know_and_no_overlap(path: Path) -> None:
    for sentence, names in read_names(path).items():
        ordered = sorted(names)
        assert {kind for _, _, kind in names} <= known_types(), sentence
        assert all(start < end for start, end, _ in names), sentence
        assert all(a[1] <= b[0] for a, b in pairwise(ordered)), sentence


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_tables_of_events_hold_types_that_we_know_inside_their_passages(path: Path) -> None:
    taken: set[tuple[str, int]] = set()
    for passage in read_events(path):
        numbers = {(passage.document, number) for number in range(passage.first, passage.last + 1)}
        assert taken.isdisjoint(numbers)
        taken |= numbers
        for sentence, triggers in passage.triggers.items():
            assert passage.first <= sentence <= passage.last
            assert {kind for _, _, kind in triggers} <= known_triggers()
            assert len({start for start, _, _ in triggers}) == len(triggers)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_our_own_sentences_are_marked_well(path: Path) -> None:
    stories = read_stories(path)
    assert stories
    for text, names in (sentence for story in stories for sentence in story):
        assert {kind for _, _, kind in names} <= known_types()
        for start, end, _ in names:
            assert text[start:end] == text[start:end].strip()
            assert not text[end : end + 1].isalnum(), text


def test_the_tables_fit_the_corpora(reference_data: Path) -> None:
    sentences = ans_sentences(reference_data)
    for number, names in read_names(TRAINING / "names" / "ans.tsv").items():
        for start, end, _ in names:
            assert sentences[number][start:end].strip(), (number, start, end)
            assert not sentences[number][end : end + 1].isalnum(), (number, start, end)
    for corpus in names_corpora(reference_data, TRAINING):
        assert corpus.examples
        assert all(len(one.targets["entity"]) == len(one.words) for one in corpus.examples)
