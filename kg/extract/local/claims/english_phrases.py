"""Where a noun phrase begins and ends, without a parser: the subject before a verb, the name after one.

Every walk stops at the nearest border and never goes further than ``FARTHEST`` items, so the cost of a line is linear.
All positions are item indices of a :class:`Line`; a stretch is ``(first, stop)``.
"""

from __future__ import annotations

from kg.extract.local.claims.english_lexicon import is_a
from kg.extract.local.claims.english_line import FARTHEST, Line

FINITE = frozenset("AVK")
APPOSITIVE_START = frozenset("Dnqv")


NOUN_END = frozenset("nq(v")


def phrase_after(line: Line, first: int, *, appositions: bool = True) -> int:
    """Where the noun phrase that begins at ``first`` ends; ``first`` where there is none."""
    at = chunk_end(line, first)
    if at == first or line.tag(first) in "RKO":
        return at
    while at - first < FARTHEST:
        further = _extension(line, at)
        if further == at:
            break
        at = further
    while appositions and line.tag(at) == "," and at - first < FARTHEST:
        end = _apposition_end(line, at + 1)
        if end is None:
            break
        at = end
    return at


def _extension(line: Line, at: int) -> int:
    """The end of what goes on with a phrase at ``at``: of ..., and ..., issued on Monday; ``at`` where nothing does."""
    tag = line.tag(at)
    if tag == "P" and _attaches(line, at):
        end = chunk_end(line, at + 1)
        return end if end > at + 1 else at
    if tag == "C" and line.norm(at) in {"and", "or"} and line.tag(at + 1) in "Dnq":
        end = chunk_end(line, at + 1)
        return at if line.tag(end) in FINITE or line.tag(end) in "vE" or end == at + 1 else end
    if tag == "E" and (line.tag(at + 1) in "PT" or line.tag(at + 2) == "T"):
        return at + 1 if line.tag(at + 1) in "PT" else at + 3
    if tag == "T" and line.tag(at - 1) == "E":
        return at + 1
    return at


def chunk_end(line: Line, first: int) -> int:
    """The end of one bare noun phrase: determiner, adjectives, nouns, names."""
    if first < len(line.items) and line.tag(first) in "RKO":
        return first + 1
    at = first
    while at < len(line.items) and at - first < FARTHEST:
        tag = line.tag(at)
        inner = at > first and line.tag(at - 1) in "nD"
        if (
            tag in "nq("
            or (tag == "D" and (at == first or line.tag(at - 1) == "D"))
            or (tag in "EG" and line.tag(at + 1) in NOUN_END and (at == first or line.tag(at - 1) == "D"))
            or (tag == "v" and inner and line.tag(at + 1) not in "DRSKQ")
            or (tag == "B" and at > first and line.tag(at - 1) == "D")
            or (tag == "T" and (line.norm(at).endswith("'s") or (at > first and line.tag(at - 1) == "D")))
        ):
            at += 1
        else:
            break
    return at


def _attaches(line: Line, at: int) -> bool:
    """Whether a preposition goes on with the phrase: not before a time or the occasion of saying."""
    if not is_a(line.norm(at), "attaching") or line.tag(at + 1) not in "DnqGE":
        return False
    if line.norm(at) == "of":
        return True
    end = chunk_end(line, at + 1)
    head = line.norm(end - 1)
    if is_a(head, "occasion") or (line.tag(end) == "T" and line.norm(at) in {"on", "in", "at"}):
        return False
    return not (line.norm(at) in {"to", "by"} and line.tag(at + 1) == "V")


def _apposition_end(line: Line, first: int) -> int | None:
    """The end of an apposition that begins after a comma; with the comma that closes it still outside."""
    if line.tag(first) == "C":
        start = first + 1
        if line.tag(start) not in APPOSITIVE_START or not line.items[start].capital:
            return None
    else:
        start = first
    if line.tag(start) not in APPOSITIVE_START:
        return None
    end = phrase_after(line, start, appositions=False)
    if end == start or line.tag(end) not in {"", ",", ".", ";", "C", "Q", "P", "W"}:
        return None
    return end
