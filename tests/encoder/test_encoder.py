"""The shipped encoder: labels, comparisons and vectors, and what happens to files that are not what was trained."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from kg.encoder import THREADS, Encoder, shipped
from kg.encoder.encoder import DESCRIPTION, NETWORK, PIECES, WEIGHTS
from kg.errors import EncoderError

ARABIC = ["قالت", "وزارة", "الصحة", "في", "غزة", "إن", "الغارة", "قتلت", "عشرة", "أشخاص"]
ENGLISH = ["The", "health", "ministry", "in", "Gaza", "said", "the", "strike", "killed", "ten", "people"]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name in (DESCRIPTION, NETWORK, PIECES):
        shutil.copy(WEIGHTS / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(("words", "cue", "place"), [(ARABIC, "قالت", "غزة"), (ENGLISH, "said", "Gaza")])
def test_words_are_labelled_in_both_languages(words: list[str], cue: str, place: str) -> None:
    (found,) = shipped().label([words])
    assert found.labels["cue"][words.index(cue)].label == "B"
    assert found.labels["entity"][words.index(place)].label in ("B-place", "I-organization")
    assert {len(labels) for labels in (*found.labels.values(), *found.beyond.values())} == {len(words)}
    assert all(0 <= one.chance <= 1 for labels in found.labels.values() for one in labels)
    event = found.beyond["event"][words.index("قتلت" if words is ARABIC else "killed")]
    assert event.label in ("B-ASSAULT", "B-HARM")
    assert event.chance > found.beyond["event"][0].chance + 0.1


def test_words_past_the_longest_input_are_labelled_as_nothing() -> None:
    (found,) = shipped().label([["غزة"] * 1000])
    assert len(found.labels["entity"]) == 1000
    assert found.labels["entity"][-1].label == "O"
    assert found.beyond["event"][-1].chance == 0


def test_labels_do_not_depend_on_the_order_of_the_sentences() -> None:
    there = shipped().label([ARABIC, ENGLISH])
    back = shipped().label([ENGLISH, ARABIC])
    assert [[one.label for one in found.labels["entity"]] for found in there] == [
        [one.label for one in found.labels["entity"]] for found in reversed(back)
    ]


def test_the_number_of_threads_changes_nothing() -> None:
    sentences = [ARABIC, ENGLISH, ARABIC[:4], [*ENGLISH, *ARABIC] * 3] * 6
    one, four = Encoder(threads=1), Encoder(threads=4)
    assert one.label(sentences) == four.label(sentences)
    texts = [" ".join(words) for words in sentences]
    assert (one.vectors(texts) == four.vectors(texts)).all()


def test_nothing_in_nothing_out() -> None:
    assert shipped().label([]) == []
    assert shipped().compare([]) == []
    assert shipped().vectors([]).shape[0] == 0


def test_statements_are_compared() -> None:
    pairs = [
        ("ارتفاع أسعار النفط في الأسواق العالمية", "انخفاض أسعار النفط في الأسواق العالمية"),
        ("استقالة وزير المالية", "وزير المالية يقدم استقالته"),
    ]
    assert [one.label for one in shipped().compare(pairs)] == ["disagree", "agree"]


def test_a_translation_is_nearer_than_another_sentence() -> None:
    texts = [
        "قتل عشرة أشخاص في غارة جوية على غزة",
        "Ten people were killed in an air strike on Gaza",
        "The central bank raised its interest rate on Thursday",
        "رفع البنك المركزي سعر الفائدة يوم الخميس",
    ]
    vectors = shipped().vectors(texts)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    alike = vectors @ vectors.T
    assert alike[0, 1] > max(alike[0, 2], alike[1, 3])
    assert alike[2, 3] > max(alike[0, 2], alike[1, 3])


def test_a_damaged_file_is_an_error_that_names_it(copied: Path) -> None:
    with (copied / NETWORK).open("r+b") as file:
        file.seek(1000)
        byte = file.read(1)[0]
        file.seek(1000)
        file.write(bytes([byte ^ 1]))
    with pytest.raises(EncoderError, match=rf"{NETWORK} is damaged"):
        Encoder(copied)


@pytest.mark.parametrize("name", [DESCRIPTION, NETWORK, PIECES])
def test_a_missing_file_is_an_error(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(EncoderError, match="missing"):
        Encoder(copied)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"sha256": {}}', '{"sha256": 1, "labels": {}}'])
def test_a_description_that_describes_nothing_is_an_error(copied: Path, text: str) -> None:
    (copied / DESCRIPTION).write_text(text, encoding="utf-8")
    with pytest.raises(EncoderError, match="weights"):
        Encoder(copied)


def test_the_number_of_threads_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(THREADS, "many")
    with pytest.raises(EncoderError, match=r"RIWAYA_THREADS is 'many'"):
        shipped.__wrapped__()


def test_the_shipped_files_are_small_and_say_where_they_come_from() -> None:
    description = json.loads((WEIGHTS / DESCRIPTION).read_text(encoding="utf-8"))
    assert description["licence"] == "CC BY-SA 4.0"
    assert sum((WEIGHTS / name).stat().st_size for name in (NETWORK, PIECES)) <= 45_000_000
