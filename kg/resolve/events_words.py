"""What words that tell events mean: their stems, and the happenings that different words may name."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.extract.local.events.lexicon import lexicon
from kg.resolve.tables import rows
from kg.resolve.words import is_arabic
from kg.text import fold

_ENDINGS = (
    "izations ization ational iveness fulness ousness ations ation ators ator ments ment ances ance ences ence ings "
    "ing ions ion ers ors er or ies ied als al ives ive ed es ly s e y"
)
_SUFFIXES = tuple(_ENDINGS.split())
_LEAST = 3
"""Letters that a stem keeps at least."""
_VOWELS = frozenset("aeiouy")
_PROCLITICS = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ل")
_LIGHT_ENDINGS = frozenset(["s", "e", "y"])


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem that a word shares with words made from it: acquire, acquired, acquisition.

    Endings are cut in a fixed order, longest first, at most three of them, with a doubled last consonant; irregular
    forms come from ``data/event_forms.tsv``. An Arabic word has the first word of its group in the grammar's table of
    triggers, else the word itself without the article and what is written before it.
    """
    text = fold(word)
    if is_arabic(text):
        return _arabic_stem(text)
    text = "".join(letter for letter in text if letter.isalnum())
    known = _irregular().get(text)
    if known:
        return known
    for _ in range(3):
        shorter = _shortened(text)
        if shorter == text:
            break
        text = shorter
        known = _irregular().get(text)
        if known:
            return known
    return text


@lru_cache(maxsize=65536)
def happenings(word: str) -> frozenset[str]:
    """The happenings that a word may tell, by the table of ``data/happenings.tsv``; none for most words."""
    return _table().get(stem(word), frozenset())


def _shortened(text: str) -> str:
    for ending in _SUFFIXES:
        kept = text[: -len(ending)]
        if text.endswith(ending) and len(kept) >= _LEAST and (_VOWELS & set(kept)):
            if ending == "s" and text.endswith("ss"):
                continue
            if len(kept) > _LEAST and kept[-1] == kept[-2] and kept[-1] not in "sl" and ending not in _LIGHT_ENDINGS:
                return kept[:-1]
            return kept
    return text


def _arabic_stem(text: str) -> str:
    bare = _without_proclitic(text)
    table = lexicon("ar").by_word
    for word in (text, bare):
        for form in table.get(word, ()):
            if len(form.words) == 1:
                return form.trigger.group
    return bare


def _without_proclitic(text: str) -> str:
    for proclitic in _PROCLITICS:
        if text.startswith(proclitic) and len(text) - len(proclitic) >= _LEAST:
            return text[len(proclitic) :]
    return text


@cache
def _irregular() -> dict[str, str]:
    return {fold(form): base for base, forms in rows("event_forms") for form in (base, *forms.split())}


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for meaning, *columns in rows("happenings"):
        for text in (text for column in columns for text in column.split()):
            found.setdefault(stem(text), set()).add(meaning)
    return {key: frozenset(meanings) for key, meanings in found.items()}
