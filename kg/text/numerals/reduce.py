"""Replacing the words and digits of numbers by their values."""

from __future__ import annotations

from kg.text.numerals.arabic import ArabicNumber
from kg.text.numerals.english import EnglishNumber
from kg.text.scan import DIGITS, Chunk

_STARTS = frozenset(
    (
        DIGITS, "one", "fifth", "one-of", "ten", "teen", "tens", "hundred", "hundreds", "scale", "scale-or-dual",
        "dual", "scales", "vague", "dozen", "fraction", "zero", "ordinal", "ordinal-unit", "second-word", "article",
    )
)  # fmt: skip
"""Categories that a number may begin with."""


def reduce_numbers(chunks: list[Chunk], language: str) -> list[Chunk]:
    """``chunks`` with every number replaced by one chunk of category ``number``, every ordinal by one ``ordinal``."""
    out: list[Chunk] = []
    at, count = 0, len(chunks)
    read = ArabicNumber if language == "ar" else EnglishNumber
    while at < count:
        category = chunks[at].category
        if category not in _STARTS:
            out.append(chunks[at])
            at += 1
            continue
        made, after = read(chunks, at).read()
        if made is None:
            out.append(chunks[at])
            at += 1
        else:
            out.append(made)
            at = after
    return out
