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
    word = fold(past)
    stem = word[:-1]
    endings: tuple[str, ...]
    if past.endswith("ى"):
        endings = ("ي", "ا", "ت", "تا", "وا", "و", "يا")
    elif past.endswith("ي"):
        endings = ("ي", "يت", "يتا", "يا", "وا", "و")
    elif past.endswith("ا"):
        endings = ("ا", "ت", "تا", "وا", "و", "ي", "يت")
    elif past.endswith("أ"):
        endings = ("ا", "ات", "اوا", "ووا", "ي", "يت")
    else:
        stem, endings = word, ("", "ت", "تا", "وا", "و", "ا")
        yield from _passive_perfect(word)
    yield from (stem + ending for ending in endings)


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
    rest = fold(present[1:])
    stem = rest[:-1]
    endings: tuple[str, ...] = ("", "ون", "وا", "و", "ان", "ا")
    if present.endswith("ى"):
        endings = ("ي", "ون", "وا", "يان", "ا")
    elif present.endswith(("ي", "و")):
        endings = (rest[-1], "ون", "وا", rest[-1] + "ان", rest[-1] + "ا")
    else:
        stem = rest
    yield from (subject + stem + ending for subject in _SUBJECTS for ending in endings)
    if _is_hollow(past) and rest[-2] in "وي":  # يدين, يدان
        passives = (subject + rest[:-2] + "ا" + rest[-1] for subject in _PASSIVE_SUBJECTS)
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
    short = fold(short)
    yield from (subject + short for subject in _SUBJECTS)


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
