"""The English tables: every row is well formed, and verbs are inflected as English inflects them."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from kg.extract.local.claims.english_lexicon import inflected, is_a, lexicon
from schemas import SpeechAct


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("reply", "reply replies replying replied replied"),
        ("admit", "admit admits admitting admitted admitted"),
        ("note", "note notes noting noted noted"),
        ("offer", "offer offers offering offered offered"),
        ("stress", "stress stresses stressing stressed stressed"),
        ("lie", "lie lies lying lied lied"),
        ("agree", "agree agrees agreeing agreed agreed"),
    ],
)
def test_regular_verbs(lemma: str, forms: str) -> None:
    assert [form for form, _ in inflected(lemma)] == forms.split()


def test_irregular_forms_come_from_the_table() -> None:
    verbs = lexicon().verbs
    assert {"said", "told", "thought", "written", "foresaw", "sought"} <= set(verbs)
    assert "sayed" not in verbs
    assert "قال" not in verbs


def test_a_denial_denies_and_a_particle_verb_is_tried_first() -> None:
    verbs = lexicon().verbs
    (deny,) = verbs["denied"].cues
    assert (deny.act, deny.denies) == (SpeechAct.DENY, True)
    assert [cue.particle for cue in verbs["called"].cues][-1] == ""
    assert verbs["called"].cues[0].particle != ""


def test_every_frame_is_explained_in_the_header() -> None:
    header = files("kg.extract.local.claims").joinpath("data", "cues_en.tsv").read_text(encoding="utf-8")
    explained = " ".join(line for line in header.splitlines() if line.startswith("#"))
    for form in lexicon().verbs.values():
        for cue in form.cues:
            for frame in cue.frames:
                assert frame.split(":")[0] in re.findall(r"[a-z]+", explained), (cue.lemma, frame)


def test_classes_hold_folded_words() -> None:
    for words in lexicon().words.values():
        assert all(word == word.casefold() for word in words)
    assert is_a("spokesman", "unnamed")
    assert not is_a("الناطق", "unnamed")
