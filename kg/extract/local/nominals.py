"""Words that refer back to an entity: a lone surname, a definite type noun, a definite title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.local.candidates import Row
from kg.gazetteer import arabic_names, arabic_words, word_classes
from kg.text import Token
from schemas import EntityType

_SHORTEST = 3
_ANY_MEDIUM = frozenset({"صحيفه", "جريده", "موقع", "newspaper", "paper", "website", "site"})
"""Nouns that refer to the latest medium even where it was named without one."""
_NO_SURNAMES = frozenset({"علي", "الله", "الدين", "الحق", "الاسلام", "الرحمن"})
"""Last words of names that are also a preposition when folded, or only part of a compound."""


@dataclass(frozen=True, slots=True)
class BackReference:
    """Characters ``start:end`` refer to the entity numbered ``cluster``; ``kind`` is "named" or "nominal"."""

    start: int
    end: int
    cluster: int
    kind: str


def lone_names(row: Row, surnames: Mapping[str, int], taken: set[int]) -> Iterator[BackReference]:
    """Single words that are the surname of a person named in full elsewhere.

    ``surnames`` gives the folded surname (with its article) and the number of its one bearer. A surname that is also
    an adjective (العربي) or a frequent word counts only behind a title or a verb of saying, or in quotation marks.
    """
    for token, readings in zip(row.tokens, row.readings, strict=True):
        if token.index in taken or not token.is_word:
            continue
        if token.is_arabic:
            for reading in readings:
                number = surnames.get(reading.word) if len(reading.word) >= _SHORTEST else None
                if number is not None and _is_name_here(row, token, reading.word):
                    yield BackReference(reading.start, token.end, number, "named")
                    break
        elif token.text[0].isupper():
            word = token.norm[:-2] if token.norm.endswith("'s") else token.norm
            number = surnames.get(word)
            if number is not None and len(word) >= _SHORTEST:
                yield BackReference(token.start, token.start + len(word), number, "named")


def _is_name_here(row: Row, token: Token, word: str) -> bool:
    words = arabic_words()
    if word in word_classes("ordinary_ar")["never"] or word in _NO_SURNAMES:
        return False
    stem = word[2:] if word.startswith("ال") else word
    adjective = stem != word and word.endswith("ي")
    frequent = stem in word_classes("ordinary_ar")["later"] or "c" in arabic_names().role(word)
    if not (words.has(word) or words.has(stem)) or not (adjective or frequent):
        return True
    before = row.tokens[token.index - 1] if token.index else None
    after = row.tokens[token.index + 1] if token.index + 1 < len(row.tokens) else None
    if before is None:
        return False
    if before.text in "\"'«“" and after is not None and after.text in "\"'»”":
        return True
    titles = word_classes("titles_ar")["direct"] | word_classes("ordinary_ar")["saying"]
    return any(reading.word in titles for reading in row.readings[before.index])


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A named mention that something after it may refer back to: its place, its entity, and the nouns that fit it."""

    start: int
    cluster: int
    type: EntityType
    nouns: frozenset[str]


def nominals(language: str, row: Row, antecedents: Sequence[Antecedent], taken: set[int]) -> Iterator[BackReference]:
    """Definite nouns that stand for the latest fitting entity before them; ``antecedents`` are by start."""
    anaphors = _arabic_anaphors(row, taken) if language == "ar" else _english_anaphors(row, taken)
    latest: dict[tuple[str, str], int] = {}
    named = (
        word_classes("heads_ar")["outlet:outlet"]
        | word_classes("heads_ar")["press:outlet"]
        | word_classes("heads_en")["anaphor:outlet"]
    )
    pending = iter(antecedents)
    ahead = next(pending, None)
    for start, end, class_, noun in anaphors:
        while ahead is not None and ahead.start < start:
            for known in ahead.nouns:
                latest[_class(ahead.type), known] = ahead.cluster
            if ahead.type is EntityType.OUTLET and not ahead.nouns & named:
                latest["outlet", ""] = ahead.cluster
            ahead = next(pending, None)
        number = latest.get((class_, noun))
        if number is None and noun in _ANY_MEDIUM:
            number = latest.get(("outlet", ""))
        if number is not None:
            yield BackReference(start, end, number, "nominal")


def _class(type_: EntityType) -> str:
    return {EntityType.PERSON: "person", EntityType.OUTLET: "outlet"}.get(type_, "organization")


def _arabic_anaphors(row: Row, taken: set[int]) -> Iterator[tuple[int, int, str, str]]:
    heads = word_classes("heads_ar")
    classes = [(class_, heads[f"anaphor:{class_}"]) for class_ in ("organization", "outlet", "person")]
    for token, readings in zip(row.tokens, row.readings, strict=True):
        if token.index in taken or token.index + 1 in taken:
            continue
        for reading in readings:
            if not reading.word.startswith("ال"):
                continue
            for class_, words in classes:
                if reading.word in words:
                    yield reading.start, token.end, class_, reading.word.removeprefix("ال")


def _english_anaphors(row: Row, taken: set[int]) -> Iterator[tuple[int, int, str, str]]:
    heads = word_classes("heads_en")
    for token, before in zip(row.tokens[1:], row.tokens, strict=False):
        if token.index in taken or before.norm != "the" or not token.text.islower():
            continue
        after = row.tokens[token.index + 1] if token.index + 1 < len(row.tokens) else None
        if after is not None and after.norm in ("of", "for"):
            continue
        for class_ in ("organization", "outlet", "person"):
            if token.norm in heads[f"anaphor:{class_}"]:
                yield before.start, token.end, class_, token.norm
