"""Written forms of Arabic and English triggers."""

from __future__ import annotations

import pytest

from kg.extract.local.events.inflect_ar import imperfect_forms, jussive_forms, noun_forms, perfect_forms
from kg.extract.local.events.inflect_en import plural, verb_forms
from kg.text import fold


@pytest.mark.parametrize(
    ("past", "forms"),
    [
        ("قصف", ["قصف", "قصفت", "قصفوا"]),
        ("أجرى", ["أجرى", "أجرت", "أجروا", "أجريا"]),
        ("دعا", ["دعا", "دعت", "دعوا", "دعي"]),
        ("اغتال", ["اغتال", "اغتالت", "اغتيل", "اغتيلت"]),
        ("هاجم", ["هاجم", "هوجم", "هوجمت"]),
        ("أنشأ", ["أنشأ", "أنشأت", "أنشئت"]),
    ],
)
def test_perfect_forms_follow_the_stem(past: str, forms: list[str]) -> None:
    assert {fold(form) for form in forms} <= set(perfect_forms(past))


@pytest.mark.parametrize(
    ("past", "present", "forms"),
    [
        ("قصف", "يقصف", ["يقصف", "تقصف", "يقصفون", "يقصفوا"]),
        ("دعا", "يدعو", ["يدعو", "تدعو", "يدعون"]),
        ("أدان", "يدين", ["يدين", "تدين", "يدان"]),
        ("توفى", "يتوفى", ["يتوفى", "تتوفى"]),
    ],
)
def test_imperfect_forms_follow_the_stem(past: str, present: str, forms: list[str]) -> None:
    assert {fold(form) for form in forms} <= set(imperfect_forms(past, present))


def test_passive_of_dismiss_is_not_taken_for_it_is_said() -> None:
    assert "يقال" not in set(imperfect_forms("أقال", "يقيل"))


def test_a_consonantal_middle_letter_makes_no_hollow_passive() -> None:
    assert "يعان" not in set(imperfect_forms("عين", "يعين"))


def test_weak_verbs_are_short_after_lam() -> None:
    assert "يزر" in set(jussive_forms("زار", "يزور"))
    assert "يدع" in set(jussive_forms("دعا", "يدعو"))
    assert set(jussive_forms("قصف", "يقصف")) == set()


def test_verbal_nouns_have_plurals_and_forms_before_pronouns() -> None:
    assert {"زيارات", "زيارت"} <= set(noun_forms("زيارة"))
    assert {"لقاءات", "لقاي"} <= set(noun_forms("لقاء"))
    assert {"هجوما", "هجوم"} <= set(noun_forms("هجوم"))


@pytest.mark.parametrize(
    ("base", "past", "participle", "forms"),
    [
        ("shoot", "shot", "shot", {"shoot", "shoots", "shot", "shooting"}),
        ("ban", "", "", {"ban", "bans", "banned", "banning"}),
        ("deny", "", "", {"deny", "denies", "denied", "denying"}),
        ("threaten", "", "", {"threatened", "threatening"}),
        ("step down", "", "", {"step down", "stepped down", "stepping down", "steps down"}),
        ("speak out", "spoke out", "spoken out", {"spoke out", "spoken out", "speaking out"}),
        ("die", "", "", {"died", "dying"}),
        ("expel", "", "", {"expels", "expelled", "expelling"}),
        ("admit", "", "", {"admitted", "admitting"}),
        ("limit", "", "", {"limited", "limiting"}),
        ("ballot", "", "", {"balloted", "balloting"}),
    ],
)
def test_english_verbs(base: str, past: str, participle: str, forms: set[str]) -> None:
    assert forms <= {form for form, _ in verb_forms(base, past, participle)}


def test_english_plurals() -> None:
    assert [plural(word) for word in ("attack", "clash", "injury", "boy")] == ["attacks", "clashes", "injuries", "boys"]
