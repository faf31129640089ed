"""The English cue words with all their inflected forms, and the closed-class words of the shallow tagger.

Tables: ``data/cues_en.tsv``, ``data/predicates_en.tsv``, ``data/verbs_en.tsv``, ``data/words_en.tsv``; each says in its
header what its columns mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from schemas import SpeechAct

VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that attributes: what the source does, and the complements it takes."""

    lemma: str
    act: SpeechAct
    denies: bool
    modality: str
    frames: frozenset[str] = frozenset()
    particle: str = ""

    def prepositions(self, frame: str) -> frozenset[str]:
        """The prepositions of the frames written ``frame:P``."""
        return frozenset(one.split(":", 1)[1] for one in self.frames if one.startswith(f"{frame}:"))


@dataclass(frozen=True, slots=True)
class Form:
    """An inflected verb: ``shape`` is a set of the letters b(ase), s, p(ast), e (past participle), g (-ing)."""

    shape: str
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables, by folded form."""

    verbs: Mapping[str, Form]
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    adverbs: Mapping[str, Cue]
    phrases: tuple[tuple[tuple[str, ...], Cue], ...]
    words: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The English tables, read once."""
    words = {row[0]: frozenset(row[1].split()) for row in _rows("words_en.tsv")}
    predicates = list(_rows("predicates_en.tsv"))
    tables = {
        kind: {row[1]: _predicate(row) for row in predicates if row[0] == kind}
        for kind in ("noun", "adjective", "adverb", "phrase")
    }
    phrases = tuple((tuple(form.split()), cue) for form, cue in tables["phrase"].items())
    return Lexicon(
        MappingProxyType(_verbs()),
        MappingProxyType(tables["noun"]),
        MappingProxyType(tables["adjective"]),
        MappingProxyType(tables["adverb"]),
        phrases,
        MappingProxyType(words),
    )


def is_a(word: str, kind: str) -> bool:
    """Whether a folded word belongs to a class of ``words_en.tsv``."""
    return word in lexicon().words[kind]


def _rows(name: str) -> Iterator[list[str]]:
    table = files("kg.extract.local.claims").joinpath("data", name).read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            yield [*line.split("\t"), "", "", "", "", ""]


def _predicate(row: list[str]) -> Cue:
    return Cue(row[1], SpeechAct(row[2]), row[3] == "denies", row[4] or "asserted")


def _verbs() -> dict[str, Form]:
    shapes: dict[str, set[str]] = {}
    cues: dict[str, list[Cue]] = {}
    for row in _rows("cues_en.tsv"):
        lemma, _, particle = row[0].partition(" ")
        frames = frozenset(row[6].split())
        cue = Cue(lemma, SpeechAct(row[3]), row[4] == "denies", row[5] or "asserted", frames, particle)
        for form, shape in inflected(lemma, row[1].split(" ")[0], row[2].split(" ")[0]):
            shapes.setdefault(form, set()).add(shape)
            known = cues.setdefault(form, [])
            if cue not in known:
                known.append(cue)
    for row in _rows("verbs_en.tsv"):
        for form, shape in inflected(row[0], row[1], row[2]):
            shapes.setdefault(form, set()).add(shape)
    # a particle verb is tried before the bare one
    return {
        form: Form("".join(sorted(shape)), tuple(sorted(cues.get(form, ()), key=lambda cue: not cue.particle)))
        for form, shape in shapes.items()
    }


def inflected(lemma: str, past: str = "", participle: str = "") -> Iterator[tuple[str, str]]:
    """Every form of a verb with the letter of its shape; irregular forms as given."""
    yield lemma, "b"
    yield third_person(lemma), "s"
    yield ing_form(lemma), "g"
    regular = past_form(lemma)
    yield past or regular, "p"
    yield participle or past or regular, "e"


def third_person(lemma: str) -> str:
    """reply, replies; teach, teaches; say, says."""
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def past_form(lemma: str) -> str:
    """reply, replied; admit, admitted; note, noted."""
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if _doubles(lemma) else "") + "ed"


def ing_form(lemma: str) -> str:
    """argue, arguing; admit, admitting; lie, lying."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        return lemma[:-1] + "ing"
    return lemma + (lemma[-1] if _doubles(lemma) else "") + "ing"


_DOUBLING = frozenset({"admit", "submit", "commit", "permit", "occur", "refer", "concur", "rebut", "quip"})


def _doubles(lemma: str) -> bool:
    """A final consonant doubles after one stressed short vowel: all short stems, and the longer ones listed."""
    if lemma in _DOUBLING:
        return True
    if len(lemma) < 3 or lemma[-1] in VOWELS or lemma[-1] in "wxy" or lemma[-2] not in VOWELS:
        return False
    return sum(char in VOWELS for char in lemma) == 1
