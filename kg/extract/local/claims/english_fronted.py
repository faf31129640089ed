"""Attributions that follow what is said: "...," Miller said; "...," said Miller; ..., the ministry said on Monday."""

from __future__ import annotations

from kg.extract.local.claims.english_attribution import Attribution
from kg.extract.local.claims.english_clausal import Complement, adjuncts_end
from kg.extract.local.claims.english_clauses import is_finite
from kg.extract.local.claims.english_lexicon import Cue, is_a
from kg.extract.local.claims.english_line import FARTHEST, Line, Stretch
from kg.extract.local.claims.english_phrases import chunk_end, phrase_after
from kg.extract.local.claims.english_subjects import Subject

_BORDERS = frozenset(["", ".", ";", ",", ":", "-", "Q", "C", "S"])


def fronted_attribution(
    line: Line, subject: Subject, group: int, at: int, stop: int, cue: Cue, found: Complement | None
) -> Attribution | None:
    """Content before the attribution: "..., Miller said." and "...," Miller told reporters."""
    before = line.tag(subject.first - 1)
    quoted = before == "Q" or (before == "," and line.tag(subject.first - 2) == "Q")
    if quoted and not {"q", "par"} & cue.frames:
        return None
    if not quoted and found is not None and found.frame == "q" and line.tag(found.opens - 1) == ":":
        return None
    tail, addressee = _tail(line, stop, cue)
    inside = line.tag(stop) == "," and found is None and tail + 1 < len(line.items)
    if line.norm(subject.first - 1) == "as" and found is None and "par" in cue.frames:
        return _as_told(line, subject, at, stop, cue, tail)
    if not quoted and not (
        "par" in cue.frames and before == "," and (inside or _is_statement(line, subject.first - 1))
    ):
        return None
    closed = line.tag(tail) in _BORDERS or line.tag(tail) == "G"
    if found is not None and found.frame not in {"q"} and not (closed and found.frame in {"np", "prep", "objon"}):
        return None
    if not closed and not quoted:
        return None
    if not quoted and line.tag(tail) == "," and found is not None:
        return None
    head = subject.first - 1 if before == "," else subject.first
    return Attribution(
        line,
        "verb-fronted-quote" if quoted else "verb-fronted",
        (at, stop),
        cue,
        head,
        tail,
        (subject.first, subject.stop),
        fronted=True,
        addressee=addressee,
        confidence=0.95 if quoted else 0.9,
    )


def _as_told(line: Line, subject: Subject, at: int, stop: int, cue: Cue, tail: int) -> Attribution | None:
    """As experts have pointed out, ...; ..., as Miller said."""
    source, first = (subject.first, subject.stop), subject.first - 1
    if first == 0 and line.tag(tail) == ",":
        return Attribution(line, "as-told", (at, stop), cue, 0, tail, source, opens=tail + 1, confidence=0.85)
    if line.tag(first - 1) == "," and line.tag(tail) in {"", ".", ",", ";"}:
        return Attribution(line, "as-told", (at, stop), cue, first - 1, tail, source, fronted=True, confidence=0.85)
    return None


def _is_statement(line: Line, comma: int) -> bool:
    """Whether what stands before ``comma`` is a clause, and not an adverbial in front of the sentence."""
    first = comma
    while first > 0 and line.tag(first - 1) != ":" and comma - first < 3 * FARTHEST:
        first -= 1
    while line.tag(first) in {"C", "B"} and first < comma:
        first += 1
    if line.tag(first) == "S" or (line.tag(first) in {"P", "G", "E", "T"} and not _has_main_clause(line, first, comma)):
        return _has_main_clause(line, first, comma)
    return any(line.tag(i) in "AVKQ" or (line.items[i].form and i > first) for i in range(first, comma))


def _has_main_clause(line: Line, first: int, comma: int) -> bool:
    for at in range(first, comma):
        if line.tag(at) == ",":
            return any(is_finite(line, i) for i in range(at + 1, comma))
    return line.tag(first) not in "SGE" and any(line.tag(i) in "AVKE" for i in range(first + 1, comma))


def _tail(line: Line, stop: int, cue: Cue) -> tuple[int, Stretch | None]:
    """The end of an attribution after its verb: addressee, adverbs, in a statement on Monday."""
    addressee = None
    at = stop
    if line.tag(at) == "R" and line.tag(at + 1) in _BORDERS:
        at += 1
    if "obj" in cue.frames or "objinf" in cue.frames:
        end = phrase_after(line, at, appositions=False)
        if end > at:
            addressee = (at, end)
            at = end
    return adjuncts_end(line, at), addressee


def inverted_attribution(line: Line, group: int, at: int, stop: int, cue: Cue) -> Attribution | None:
    """Content, then the verb, then its subject: "...," said Matt Miller, a spokesman for the ministry."""
    if "inv" not in cue.frames or line.tag(at) not in "VEvn" or group != at:
        return None
    before = line.tag(at - 1)
    quoted = before == "Q" or (before == "," and line.tag(at - 2) == "Q")
    named = phrase_after(line, stop, appositions=False)
    inside = line.tag(named) == "," and named > stop and any(is_finite(line, i) for i in range(named, len(line.items)))
    plain = before == "," and (inside or _is_statement(line, at - 1))
    if not (quoted or plain) or line.tag(stop) not in {"D", "n", "R", "T", "O", "P", "E"}:
        return None
    if line.tag(stop) in {"T", "P"} and not (line.tag(stop) == "P" and quoted):
        return None
    begin = stop if line.tag(stop) != "P" else adjuncts_end(line, stop)
    end = phrase_after(line, begin)
    if end == begin or not (quoted or _is_speaker(line, begin, end)):
        return None
    if plain and not quoted and (line.tag(end) not in _BORDERS | {"P", "W", "G", "T", "B"} or line.tag(at - 2) == "Q"):
        return None
    tail = adjuncts_end(line, end)
    if line.tag(tail) == "W":
        tail = _clause_stop(line, tail)
    head = at - 1 if before == "," else at
    rule = "verb-inverted-quote" if quoted else "verb-inverted"
    return Attribution(
        line, rule, (at, stop), cue, head, tail, (begin, end), fronted=True, confidence=0.95 if quoted else 0.85
    )


def _clause_stop(line: Line, at: int) -> int:
    while line.tag(at) not in {"", ".", ";", ",", "Q"}:
        at += 1
    return at


def _is_speaker(line: Line, first: int, stop: int) -> bool:
    """Whether a phrase after the verb may speak: it has a name in it, or is a pronoun, a role or a text."""
    if line.tag(first) == "R" or any(item.capital and item.tag == "n" for item in line.items[first:stop]):
        return True
    head = line.norm(chunk_end(line, first) - 1)
    return any(is_a(head, kind) for kind in ("unnamed", "document", "person"))
