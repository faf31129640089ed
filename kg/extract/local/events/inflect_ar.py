"""The written forms of Arabic verbs and verbal nouns, folded, from their dictionary forms.

Unvocalised writing hides most of the inflection: active and passive perfect are spelt alike except in hollow verbs and
verbs of the third form, so affixes on four stem shapes (sound, hollow, final weak, final hamza) cover the news.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.text import fold

_SUBJECTS = "يتن"
_PASSIVE_SUBJECTS = "يت"
_NOT_PASSIVE = {"يقال", "تقال"}
"""Passive shapes that are almost always another verb: يقال is "it is said", not "he is dismissed"."""


def perfect_forms(past: str) -> Iterator[str]:
    """Third-person perfect forms of a verb given as its masculine singular, as written before anything or an object."""
    stem = past[:-1]
    if past.endswith("ى"):
        endings = [past, stem + "ا", stem + "ت", stem + "تا", stem + "وا", stem + "و", stem + "يا"]
    elif past.endswith("ي"):
        endings = [past, past + "ت", past + "تا", past + "ا", stem + "وا", stem + "و"]
    elif past.endswith("ا"):
        endings = [past, stem + "ت", stem + "تا", stem + "وا", stem + "و", stem + "ي", stem + "يت"]
    elif past.endswith("أ"):
        endings = [past, past + "ت", stem + "أوا", stem + "ؤوا", stem + "ئ", stem + "ئت"]
    else:
        endings = [past + ending for ending in ("", "ت", "تا", "وا", "و", "ا")]
        endings.extend(_passive_perfect(past))
    return map(fold, endings)


def _passive_perfect(past: str) -> Iterator[str]:
    if len(past) > 3 and _is_hollow(past):  # اغتال, اغتيل
        shape = past[:-2] + "ي" + past[-1]
    elif len(past) == 4 and past[1] == "ا":  # هاجم, هوجم
        shape = past[0] + "و" + past[2:]
    else:
        return
    yield from (shape, shape + "ت", shape + "وا")


def imperfect_forms(past: str, present: str) -> Iterator[str]:
    """Third-person and first-plural imperfect forms of a verb given by its masculine singulars (قصف, يقصف)."""
    rest, stem = present[1:], present[1:-1]
    if present.endswith("ى"):
        endings = [rest, stem + "ون", stem + "وا", stem + "يان", stem + "ا"]
    elif present.endswith(("ي", "و")):
        endings = [rest, stem + "ون", stem + "وا", rest + "ان", rest + "ا"]
    else:
        endings = [rest + ending for ending in ("", "ون", "وا", "و", "ان", "ا")]
    yield from (fold(subject + ending) for subject in _SUBJECTS for ending in endings)
    if _is_hollow(past) and rest[-2] in "وي":  # يدين, يدان
        passives = (fold(subject + rest[:-2] + "ا" + rest[-1]) for subject in _PASSIVE_SUBJECTS)
        yield from (form for form in passives if form not in _NOT_PASSIVE)


def _is_hollow(past: str) -> bool:
    return len(past) > 2 and past[-2] == "ا"


def jussive_forms(past: str, present: str) -> Iterator[str]:
    """The shortened forms that weak verbs take after لم: يزور, لم يزر; يدعو, لم يدع."""
    rest = present[1:]
    if rest[-1] in "يوى" and len(rest) > 2:
        short = rest[:-1]
    elif _is_hollow(past) and len(rest) > 2 and rest[-2] in "ويا":
        short = rest[:-2] + rest[-1]
    else:
        return
    yield from (fold(subject + short) for subject in _SUBJECTS)


def noun_forms(noun: str) -> Iterator[str]:
    """Singular, dual, sound plural and accusative of a verbal noun, without article and pronouns."""
    word = fold(noun)
    yield word
    if noun.endswith("ة"):
        stem = word[:-1]
        yield from (stem + ending for ending in ("ت", "ات", "تا", "تان", "تين", "تي"))
    elif noun.endswith("ء"):
        yield from (word[:-1] + ending for ending in ("ي", "و", "ءات", "ءا"))
        yield word + "ا"
    elif noun.endswith("ي") and noun.startswith("ت"):
        yield word[:-1]  # تصدٍّ, تفشٍّ
        yield word + "ا"
    elif not noun.endswith("ات"):
        yield from (word + ending for ending in ("ا", "ات", "ان", "ين"))
