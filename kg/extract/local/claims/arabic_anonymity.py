"""Whether an Arabic source is left unnamed: a lawyer close to the detained, one of the survivors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.local.claims.arabic_lexicon import classes, is_any
from kg.extract.local.claims.arabic_line import Line
from kg.extract.local.claims.carry import Speaker
from kg.text import tokens

_ARTICLE = "ال"
_SUFFIXES = ("ون", "ين", "ان", "ات", "تان", "تين", "ه", "ا", "ي")
"""Endings of number, gender and case, folded; a weak final y comes back with some of them."""
_PLURALS = ("ون", "ين", "ات")
_SHORTEST = 3
_RECENT = 8
_PLEA = 5


def is_anonymous(speaker: Speaker, before: Sequence[Speaker]) -> bool:
    """Whether a source has no name and its phrase's head is a common noun for a person or persons.

    A definite noun alone ("the employee") is as anonymous as the speaker who was introduced with it among ``before``.
    """
    if speaker.entity is not None:
        return False
    words = [token.norm for token in tokens(speaker.text) if token.is_word]
    if not words:
        return False
    if "unnamed" in classes(words[0]):
        return True
    head = _head(words)
    if head is None:
        return False
    word, counted = words[head], head > 0
    following = words[head + 1] if head + 1 < len(words) else ""
    if not word.startswith(_ARTICLE):
        office = following.startswith(_ARTICLE) and not counted and not _is_plural(word)
        return _is_human(word) and not office
    if counted or _is_plural(word):
        return _is_human(word[len(_ARTICLE) :])
    return any(_introduced(word[len(_ARTICLE) :], earlier) for earlier in before[-_RECENT:])


def asks_for_anonymity(line: Line, offset: int) -> bool:
    """Whether the words at ``offset`` are a plea not to be named: a condition of talking, and no claim."""
    at = line.index_at(offset)
    if at >= len(line.tokens):
        return False
    first = line.tokens[at].norm
    naming = "naming" in line.classes(at) or is_any(first[1:], "naming")
    names = range(at + 1, min(at + _PLEA, len(line.tokens)))
    return naming and any("name" in line.classes(step) for step in names)


def _head(words: Sequence[str]) -> int | None:
    """The place of the noun after numbers and words for a part: one of the survivors, dozens of inhabitants."""
    at = 0
    while at < len(words) and (words[at].isdigit() or is_any(words[at], "counting") or (at and words[at] == "من")):
        at += 1
    return at if at < len(words) else None


def _introduced(bare: str, earlier: Speaker) -> bool:
    """Whether an unnamed speaker was introduced with the noun: "an employee", then "the employee"."""
    first = next((token.norm for token in tokens(earlier.text)), "")
    return earlier.entity is None and bool(set(_stems(bare)) & set(_stems(first))) and _is_human(bare)


def _is_plural(word: str) -> bool:
    return word.endswith(_PLURALS) or is_any(word.removeprefix(_ARTICLE), "humans")


def _is_human(word: str) -> bool:
    return any(is_any(stem, "human", "humans", "unnamed") for stem in _stems(word))


def _stems(word: str) -> Iterator[str]:
    """The word as it stands, and without one ending."""
    yield word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            yield word.removesuffix(suffix)
            yield word.removesuffix(suffix) + "ي"
