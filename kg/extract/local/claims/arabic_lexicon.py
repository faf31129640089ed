"""The Arabic words that claims are made of: verbs of saying in all their forms, and closed classes of words.

A verb is one line of ``data/cues_ar.tsv``; its forms are generated here. Everything is looked up folded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from kg.text import Reading, fold, tokens, without_enclitic
from schemas import SpeechAct

_DATA = files("kg.extract.local.claims") / "data"
_CONJUNCTIONS = ("", "و", "ف")
_FUTURE = ("س", "وس", "فس")
_FIRST_AND_SECOND = ("ي", "ني", "نا", "ك", "كم", "كن")
"""Pronouns of the persons who take part in talk: the verb then stands in somebody's own words."""
_CACHE = 1 << 16


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb by which somebody says something; ``frames`` tells how the content is joined on."""

    lemma: str
    act: SpeechAct
    polarity: str
    modality: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a verb: ``kind`` is "perfect", "imperfect", "participle" or "noun"; ``gender`` "m", "f" or ""."""

    verb: Verb
    kind: str
    gender: str = ""
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A form as a token carries it: proclitics before code point ``skip`` of the token, and an object pronoun."""

    form: Form
    prefix: str
    skip: int
    enclitic: str


def _rows(name: str) -> Iterator[list[str]]:
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def word_classes() -> dict[str, frozenset[str]]:
    """The closed classes of ``data/words_ar.tsv`` by folded word."""
    found: dict[str, set[str]] = {}
    for name, words in _rows("words_ar.tsv"):
        for word in words.split("|"):
            found.setdefault(fold(word), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def whole_w() -> tuple[str, ...]:
    """Beginnings of folded words whose first letter is a root letter and no conjunction."""
    return tuple(sorted(word for word, names in word_classes().items() if "whole-w" in names))


_NO_CLASSES: frozenset[str] = frozenset()


@lru_cache(maxsize=_CACHE)
def classes(norm: str) -> frozenset[str]:
    """The closed classes of a folded word, read with a conjunction before it where the bare word has none."""
    table = word_classes()
    known = table.get(norm)
    if known is None and norm[:1] in ("و", "ف") and len(norm) > 3:
        known = table.get(norm[1:])
    return known or _NO_CLASSES


def _perfect(word: str) -> Iterator[tuple[str, str, bool, bool]]:
    """Forms of a perfect as (word, gender, plural, takes a pronoun only)."""
    if word[-1] in "اى":
        stem, dual = word[:-1], "و" if word[-1] == "ا" else "ي"
        yield word, "m", False, False
        yield stem + "ا", "m", False, True
        yield stem + "ت", "f", False, False
        yield stem + dual + "ا", "m", True, False
        yield stem + "وا", "m", True, False
        yield stem + "و", "m", True, True
        return
    yield word, "m", False, False
    yield word + "ت", "f", False, False
    yield word + "ا", "m", True, False
    yield word + "تا", "f", True, False
    yield word + "وا", "m", True, False
    yield word + "و", "m", True, True


def _imperfect(word: str) -> Iterator[tuple[str, str, bool, bool]]:
    stem = word[1:]
    plural = stem[:-1] if stem[-1] in "يوى" else stem
    dual = stem[:-1] + "ي" if stem[-1] == "ى" else stem
    for person, gender in (("ي", "m"), ("ت", "f")):
        yield person + stem, gender, False, False
        yield person + dual + "ان", gender, True, False
        if person == "ي":  # the second person is no source
            yield person + plural + "ون", "m", True, False
        yield person + plural + "وا", "m", True, False
        if stem[-1] == "ى":
            yield person + stem[:-1] + "ا", gender, False, True


def _participle(word: str) -> Iterator[tuple[str, str, bool, bool]]:
    accusative = word if word.endswith("ا") else word + "ا"
    if word in (
        "ناف",
        "مدع",
        "متمن",
        "مبد",
        "موص",
        "موح",
        "راو",
        "مشتك",
        "مناد",
    ):  # the final yāʾ returns before an ending
        accusative = word + "يا"
    base = accusative[:-1]
    yield accusative, "m", False, False
    yield base + "ة", "f", False, False
    yield base + "ين", "m", True, False
    yield base + "تين", "f", True, False
    yield base + "ان", "m", True, False


@cache
def _table() -> tuple[dict[str, tuple[Form, ...]], dict[str, tuple[Form, ...]]]:
    """Forms by folded word, and those that stand only before a pronoun."""
    free: dict[str, list[Form]] = {}
    bound: dict[str, list[Form]] = {}
    for perfect, imperfect, participle, noun, act, polarity, modality, frames in _rows("cues_ar.tsv"):
        verb = Verb(perfect, SpeechAct(act), polarity, modality, frozenset(frames.split()))
        made = [
            (kind, made)
            for kind, word, make in (
                ("perfect", perfect, _perfect),
                ("imperfect", imperfect, _imperfect),
                ("participle", participle, _participle),
            )
            if word != "-"
            for made in make(word)
        ]
        if noun != "-":
            made.append(("noun", (noun, "", False, False)))
        for kind, (word, gender, plural, pronoun) in made:
            (bound if pronoun else free).setdefault(fold(word), []).append(Form(verb, kind, gender, plural))
    return {k: tuple(v) for k, v in free.items()}, {k: tuple(v) for k, v in bound.items()}


def _fits(surface: str, reading: Reading, form: Form) -> bool:
    """Whether the proclitics suit the form; a first person ("I think") only folds like a perfect with a bare alef."""
    if reading.prefix in _FUTURE:
        return form.kind == "imperfect"
    if form.kind == "perfect" and form.verb.lemma[0] == "ا":
        return surface[reading.start] != "أ"
    return True


@lru_cache(maxsize=_CACHE)
def forms(surface: str) -> tuple[Found, ...]:
    """The readings of a token as a form of a verb of saying, the barest first."""
    token = tokens(surface)
    if len(token) != 1 or not token[0].is_arabic or "never" in classes(token[0].norm):
        return ()
    free, bound = _table()
    out: list[Found] = []
    for reading in token[0].readings:
        if reading.prefix not in _CONJUNCTIONS and reading.prefix not in _FUTURE:
            continue
        for form in free.get(reading.word, ()):
            if _fits(surface, reading, form):
                out.append(Found(form, reading.prefix, reading.start, ""))
        for stem, enclitic in without_enclitic(reading.word)[1:]:
            if len(stem) < 3 or enclitic in _FIRST_AND_SECOND:
                continue
            for form in (*free.get(stem, ()), *bound.get(stem, ())):
                if form.kind != "participle" and _fits(surface, reading, form) and not surface.endswith("ة"):
                    out.append(Found(form, reading.prefix, reading.start, enclitic))
    return tuple(dict.fromkeys(out))


def is_any(norm: str, *names: str) -> bool:
    """Whether a folded word belongs to one of the closed classes ``names``."""
    known = classes(norm)
    return any(name in known for name in names)


def is_that(surface: str, norm: str) -> bool:
    """Whether a word is a complementiser; ``illā`` ("except") is none, though it folds like ``allā``."""
    if "that" not in classes(norm):
        return False
    return not (norm.endswith("الا") and "إ" in surface)
