"""The committed tables as rows."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from kg.text import fold

_DATA = files("kg.gazetteer") / "data"


def rows(table: str) -> Iterator[tuple[str, ...]]:
    """The rows of ``data/<table>.tsv``; lines that begin with ``#`` say what the columns mean."""
    for line in (_DATA / f"{table}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))


@cache
def word_classes(table: str) -> dict[str, frozenset[str]]:
    """A table whose last column holds words separated by a space: folded words by what the other columns say.

    Columns before the last are joined with a colon; rows of one class are one set.
    """
    classes: dict[str, set[str]] = {}
    for *keys, words in rows(table):
        classes.setdefault(":".join(keys), set()).update(fold(word) for word in words.split())
    return {name: frozenset(words) for name, words in classes.items()}


def packed_lines(name: str) -> list[str]:
    """The lines of a packed text file of the data folder, without its head."""
    text = lzma.decompress((_DATA / name).read_bytes()).decode("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]
