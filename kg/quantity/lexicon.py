"""The words around figures, with CLDR's names of currencies."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from babel import Locale

from kg.text.numerals import numeral_table
from kg.text.scan import Entry, Lexicon, read_entries, token_norms


@lru_cache(maxsize=2)
def quantity_lexicon(language: str) -> Lexicon:
    """The lexicon of ``ar`` or ``en``: currencies of CLDR, then number words, then the package's own table."""
    table = files("kg.quantity") / "data" / f"quantity_{language}.tsv"
    own = read_entries(numeral_table(language), table)
    known = {form for form, _ in own}
    return Lexicon([*(pair for pair in _currencies(language) if pair[0] not in known), *own])


def _currencies(language: str) -> Iterator[tuple[str, Entry]]:
    for code, name in sorted(Locale.parse(language).currencies.items()):
        words = tuple(token_norms(name))
        if len(words) > 1 and words[0].isalpha():
            yield " ".join(words), Entry("currency", code, "n", words[1:])
