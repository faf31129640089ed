"""The words that one written token may stand for."""

from __future__ import annotations

from functools import lru_cache

from kg.text import Reading, Token, fold, without_enclitic

_NOUN_PREFIXES = frozenset(
    conjunction + preposition + article
    for conjunction in ("", "و", "ف")
    for preposition in ("", "ب", "ل", "ك")
    for article in ("", "ال")
)
_VERB_PREFIXES = frozenset(conjunction + particle for conjunction in ("", "و", "ف") for particle in ("", "س", "ل"))
_CACHE = 65536


def word_forms(token: Token) -> frozenset[str]:
    """Every folded word that ``token`` may be, with and without clitics, article, pronoun and accusative alef."""
    return _word_forms(token.text) if token.is_word else frozenset((token.norm,))


@lru_cache(maxsize=_CACHE)
def _word_forms(surface: str) -> frozenset[str]:
    token = Token(0, len(surface), surface, fold(surface), 0, True, "\u0600" <= surface[0] <= "\u06ff")
    if not token.is_arabic:
        return frozenset((token.norm,))
    out = set()
    for reading in token.readings:
        for word, _ in without_enclitic(reading.word):
            out.add(word)
        if reading.word.endswith("ا") and len(reading.word) > 3:
            out.add(reading.word[:-1])
    return frozenset(out)


def may_be_noun(reading: Reading) -> bool:
    """Whether the clitics of ``reading`` can stand before a noun."""
    return reading.prefix in _NOUN_PREFIXES


def may_be_verb(reading: Reading) -> bool:
    """Whether the clitics of ``reading`` can stand before a finite verb."""
    return reading.prefix in _VERB_PREFIXES


def content_start(token: Token, reading: Reading) -> int:
    """Where the word begins once conjunctions and prepositions are off, its article kept (code point).

    In للحصار the article's alef is not written: the word begins at the second lam.
    """
    prefix = reading.prefix
    if not prefix.endswith("ال"):
        return reading.start
    bare = prefix.removesuffix("ال")
    if bare.endswith("ل"):
        return reading.start - 1
    kept = token.word_after(bare)
    return kept.start if kept else reading.start
