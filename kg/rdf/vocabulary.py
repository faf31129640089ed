"""The project's own terms, read from the table beside the contract."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, cast

What = Literal["class", "property", "scheme", "concept"]


@dataclass(frozen=True, slots=True)
class Term:
    """One term: its CURIE, what it is, what it is within (superclasses, superproperties or scheme), how it is said."""

    name: str
    what: What
    within: tuple[str, ...]
    notation: str
    english: str
    arabic: str
    comment: str


@lru_cache(maxsize=1)
def vocabulary() -> tuple[Term, ...]:
    """All terms, in the order of the table."""
    table = files("schemas").joinpath("vocabulary.tsv").read_text(encoding="utf-8")
    lines = [line for line in table.splitlines() if not line.startswith("#")]
    terms = []
    for line in lines[1:]:
        name, what, within, notation, english, arabic, comment = line.split("\t")
        terms.append(Term(name, cast(What, what), tuple(within.split()), notation, english, arabic, comment))
    return tuple(terms)
