"""The tables of this package as sets and maps of folded words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from kg.gazetteer import word_classes
from kg.text import fold

_DATA = files("kg.resolve") / "data"


def rows(table: str) -> Iterator[tuple[str, ...]]:
    """The rows of ``data/<table>.tsv``; lines that begin with ``#`` say what the columns mean."""
    for line in (_DATA / f"{table}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))


@cache
def given_names() -> dict[str, frozenset[int]]:
    """The rows of the table of given names in which a folded word stands."""
    found: dict[str, set[int]] = {}
    for number, (arabic, latin) in enumerate(rows("given_names")):
        for word in (*arabic.split(), *latin.split()):
            found.setdefault(fold(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def parts(kind: str) -> frozenset[str]:
    """The folded words of one class of ``name_parts.tsv``."""
    return frozenset(fold(word) for name, words in rows("name_parts") if name == kind for word in words.split())


@cache
def ordinals() -> dict[str, int]:
    """The folded words that number the bearers of a name."""
    found = {}
    for name, words in rows("name_parts"):
        kind, _, number = name.partition(":")
        if kind == "ordinal":
            found.update({fold(word): int(number) for word in words.split()})
    return found


@cache
def titles() -> frozenset[str]:
    """Folded words that stand before a person's name and are no part of it."""
    arabic, english = word_classes("titles_ar"), word_classes("titles_en")
    return arabic["direct"] | arabic["office"] | english["title"] | parts("title")


@cache
def place_heads() -> dict[str, str]:
    """What kind of place a folded head says."""
    return {fold(word): kind for kind, *words in rows("place_heads") for column in words for word in column.split()}


@cache
def organization_words() -> dict[str, frozenset[str]]:
    """The meanings of a folded word in names of organisations; a head's begins with ``*``."""
    found: dict[str, set[str]] = {}
    for meaning, *columns in rows("organization_words"):
        for column in columns:
            for word in column.split():
                found.setdefault(fold(word), set()).add(meaning)
    return {word: frozenset(meanings) for word, meanings in found.items()}


@cache
def nations() -> dict[str, str]:
    """The folded English name of the nation that a folded adjective belongs to; Arabic: masculine, no article."""
    found = {}
    for name, arabic, english in rows("nations"):
        found.update({fold(word): fold(name) for column in (arabic, english) for word in column.split()})
    return found


@cache
def national_bodies() -> frozenset[str]:
    """Folded names that bodies of several countries bear."""
    return frozenset(fold(name) for row in rows("national_bodies") for column in row for name in column.split("|"))


@cache
def speaker_words() -> dict[str, frozenset[str]]:
    """What a folded word says of the office for which a source speaks."""
    found: dict[str, set[str]] = {}
    for meaning, *columns in rows("speaker_words"):
        for word in " ".join(columns).split():
            found.setdefault(fold(word), set()).add(meaning)
    return {word: frozenset(meanings) for word, meanings in found.items()}
