"""Possible names in the text, before overlaps are settled and mentions joined into entities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.local.document import Document
from kg.gazetteer import Entry
from kg.text import Token
from schemas import EntityType


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may name something: ``start:end`` in code points, tokens ``first`` to ``last`` inclusive.

    ``words`` are its folded words without proclitics. ``entry`` is what the gazetteer knows of it; ``roles`` are the
    folded titles that stand before a person. ``weight`` settles between candidates of one length: higher wins.
    """

    start: int
    end: int
    first: int
    last: int
    type: EntityType
    words: tuple[str, ...]
    entry: Entry | None = None
    roles: frozenset[str] = frozenset()
    weight: int = 0


def without_overlaps(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The longest candidates that share no character, in the order of the text."""
    ordered = sorted(candidates, key=lambda c: (c.first - c.last, -c.weight, c.start - c.end, c.start, c.type))
    taken: set[int] = set()
    kept = []
    for candidate in ordered:
        covered = range(candidate.first, candidate.last + 1)
        if taken.isdisjoint(covered):
            taken.update(covered)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def adjacency(document: Document) -> list[bool]:
    """For each token, whether it follows the one before on the same line, with nothing but space between."""
    text, tokens = document.text, document.tokens
    joined = [False] * len(tokens)
    for i in range(1, len(tokens)):
        between = text[tokens[i - 1].end : tokens[i].start]
        joined[i] = len(between) < 4 and "\n" not in between and "\r" not in between
    return joined


def following(tokens: tuple[Token, ...], joined: list[bool], at: int, most: int) -> list[str]:
    """The folded words after token ``at``, at most ``most``, as far as they follow without a break."""
    out: list[str] = []
    for i in range(at + 1, min(at + 1 + most, len(tokens))):
        if not joined[i]:
            break
        out.append(tokens[i].norm)
    return out
