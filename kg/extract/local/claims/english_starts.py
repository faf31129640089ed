"""Where the noun phrase before a verb begins: back over its nouns, its relative clause, what is attached to it."""

from __future__ import annotations

from kg.extract.local.claims.english_clauses import is_finite
from kg.extract.local.claims.english_lexicon import is_a
from kg.extract.local.claims.english_line import FARTHEST, Line
from kg.extract.local.claims.english_phrases import FINITE, NOUN_END

_DEEPEST = 2
_LONGEST_INFINITIVE = 4
_HARD = frozenset(",;:-.QSW")


def phrase_start(line: Line, stop: int, depth: int = 0) -> int | None:
    """The first item of the noun phrase that ends before ``stop``; ``depth`` counts the relative clauses inside it."""
    if depth > _DEEPEST:
        return base_start(line, stop, max(0, stop - FARTHEST))
    at, conjunction = stop, -1
    while at > 0 and stop - at < FARTHEST:
        tag = line.tag(at - 1)
        if tag == "W" and line.tag(at - 2) in NOUN_END and any(is_finite(line, place) for place in range(at, stop)):
            return phrase_start(line, at - 1, depth + 1)
        if tag in _HARD or tag in "RNK":
            break
        infinitive = _infinitive_start(line, at) if tag in FINITE or tag == "E" else at
        if infinitive < at:
            at = infinitive
            continue
        if tag in FINITE:
            owner = _relative_owner(line, at - 1, depth)
            return owner if owner is not None else _after_verb(line, at, stop, conjunction)
        owner = _relative_owner(line, at - 1, depth) if tag == "E" else None
        if owner is not None:
            return owner
        if tag == "E" and not _is_reduced(line, at - 1):
            return _after_verb(line, at, stop, conjunction)
        if tag == "C" and conjunction < 0:
            conjunction = at - 1
        at -= 1
    return _trim_front(line, at, stop)


def _infinitive_start(line: Line, stop: int) -> int:
    """Where the infinitive that ends before ``stop`` begins, if one does: (asked) not to be named; else ``stop``."""
    at = stop - 1
    while at > 0 and stop - at < _LONGEST_INFINITIVE and line.tag(at - 1) in "AB":
        at -= 1
    if at < 1 or line.norm(at - 1) != "to":
        return stop
    return at - 2 if line.tag(at - 2) == "N" else at - 1


def _is_reduced(line: Line, at: int) -> bool:
    """Whether an -ed form is a participle inside a phrase: a release issued on Monday; the wounded soldiers."""
    before, after = line.tag(at - 1), line.tag(at + 1)
    if before in "DPC," or (before == "n" and line.norm(at - 1) in {"newly", "recently"}) or before == "":
        return True
    return after in "PTB" or after == "" or (before == "B" and line.tag(at - 2) in "DP")


def _relative_owner(line: Line, verb: int, depth: int) -> int | None:
    """The start of a phrase whose relative clause holds the verb: two officials who spoke on condition of anonymity."""
    at = verb
    while at > 0 and verb - at < 6 and line.tag(at - 1) in "ABNRnD":
        at -= 1
    if at <= 1 or not (line.tag(at - 1) == "W" or line.norm(at - 1) == "that") or line.tag(at - 2) not in NOUN_END:
        return None
    return phrase_start(line, at - 1, depth + 1)


def _after_verb(line: Line, at: int, stop: int, conjunction: int) -> int | None:
    """The phrase starts after a finite verb: after the conjunction that joins clauses, or at its own determiner."""
    if conjunction >= at:
        return _trim_front(line, conjunction + 1, stop)
    return base_start(line, stop, at)


def _trim_front(line: Line, first: int, stop: int) -> int | None:
    """Drop what stands before the phrase in its stretch: conjunctions, adverbs, time words, a fronted adverbial."""
    while first < stop - 1 and line.tag(first) in "CBT(" and line.norm(first) != "both":
        first += 1
    if line.tag(first) in "PEG" and first < stop - 1 and not (line.tag(first) == "E" and line.tag(first + 1) in "nE"):
        first = base_start(line, stop, first + 1)
    time = line.tags.find("T", first, min(first + 3, stop - 1))
    if time >= 0 and (line.tag(time + 1) == "D" or line.items[time + 1].capital) and line.tag(time + 1) in "Dn":
        first = time + 1  # last week the paper
    while first < stop - 1 and line.tag(first) == "T":
        first += 1
    return first if first < stop else None


def base_start(line: Line, stop: int, least: int) -> int:
    """Walk back over one noun phrase and the phrases attached to it with of, for, at ...; not before ``least``."""
    at = stop
    while at > least:
        tag = line.tag(at - 1)
        if tag == "D":
            at -= 1
            if not (at - 1 > least and is_a(line.norm(at - 1), "attaching") and line.tag(at - 2) in NOUN_END):
                break
            at -= 1
        elif (tag == "C" and at - 2 >= least and line.items[at - 2].capital and line.items[at].capital) or (
            tag in "nq(v"
            or (tag == "E" and line.tag(at) == "n")
            or (is_a(line.norm(at - 1), "attaching") and at - 1 > least and line.tag(at - 2) in NOUN_END and at < stop)
        ):
            at -= 1
        else:
            break
    return at if at < stop else stop - 1
