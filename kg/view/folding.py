"""The normaliser's folding as a table the page can search with: one table, made here, never written twice."""

from __future__ import annotations

from collections.abc import Iterable

from kg.text import fold_char

# What people type into the search box, whether or not an article has it: Latin with its accents, combining marks,
# Arabic with Persian and Urdu letters, general punctuation with the bidi controls.
_TYPED = ((0x20, 0x17F), (0x300, 0x36F), (0x600, 0x6FF), (0x200B, 0x206F))


def fold_table(texts: Iterable[str]) -> dict[str, str]:
    """What each character of ``texts``, and each that may be typed, becomes; those that stay are left out."""
    characters = {chr(code) for first, last in _TYPED for code in range(first, last + 1)}
    for text in texts:
        characters.update(text)
    return {char: folded for char in sorted(characters) if (folded := fold_char(char)) != char}
