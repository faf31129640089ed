"""Whether a clause begins somewhere, and where its finite verb stands, as far as words and neighbours tell."""

from __future__ import annotations

from kg.extract.local.claims.english_line import FARTHEST, Line

_CLAUSE_START = frozenset("DnqRPTSWBEGvO(")


def is_clause(line: Line, first: int) -> bool:
    """Whether a clause begins at ``first``: something like a subject, and its finite verb before the next border.

    A comma may stand between only where the verb follows it at once ("the plan, which they signed, was"); the verb of a
    relative clause does not count.
    """
    tag = line.tag(first)
    if tag == "K":
        return True
    if tag not in _CLAUSE_START or (tag == "v" and not is_finite(line, first + 1)):
        return False
    owed = 0  # finite verbs that belong to a relative clause
    fronted = tag in "PSTB"
    if tag == "R" and line.tag(first + 1) != "C":
        verb = first + 1
        while line.tag(verb) in {"B", "N", "O"} or line.norm(verb) in {"all", "both", "each"}:
            verb += 1
        known = verb < len(line.items) and line.items[verb].form is not None
        return known or line.tag(verb) in {"A", "V", "v", "E", "W"}
    for at in range(first + 1, min(len(line.items), first + FARTHEST)):
        tag, before = line.tag(at), line.tag(at - 1)
        if tag in "Qq" and before in "nRW(" and _goes_on_lower(line, at):
            return True
        if tag == "Q":
            return False
        if tag in ";:.-":
            return False
        if tag == "," and not fronted:
            following = at + 1
            while line.tag(following) in {"B", "N"}:
                following += 1
            if line.tag(following) not in {"A", "V", "E", "v", "W", "D", "n"}:
                return False
            owed = 1 if line.tag(following) in {"W", "D", "n"} else 0
        elif tag == ",":
            fronted = False
        elif tag == "W":
            owed = 1
        elif owed and is_finite(line, at):
            inserted = before in "RnO" and is_finite(line, at + 1)  # which they say is
            owed = 1 if inserted else 0
        elif is_finite(line, at) and not (before == "C" and not fronted):
            return True
    return False


def _goes_on_lower(line: Line, at: int) -> bool:
    """Whether quoted words go on with the sentence: he said the ruling "will force us to act"."""
    quote = line.items[at].quote
    return quote is not None and line.document.text[quote.inner_start].islower()


def is_strong_clause(line: Line, first: int) -> bool:
    """Whether a clause begins at ``first`` whose verb cannot be read as a noun or a participle."""
    if line.tag(first) in "RK":
        return is_clause(line, first)
    if line.tag(first) not in "Dnq":
        return False
    for at in range(first + 1, min(len(line.items), first + FARTHEST)):
        tag = line.tag(at)
        if tag in ",;:.Q-":
            return False
        if (tag in "AVK" and line.norm(at - 1) != "to") or (tag in "vE" and line.tag(at - 1) in "RK"):
            return is_clause(line, first)
    return False


def is_finite(line: Line, at: int) -> bool:
    """Whether a finite verb stands at ``at``, as far as its form and neighbours tell."""
    tag = line.tag(at)
    if not tag:
        return False
    if tag in "AVK":
        return line.norm(at - 1) != "to"
    return tag in "vE" and line.tag(at - 1) in "nqRWTB(C," and line.tag(at + 1) not in "vA"
