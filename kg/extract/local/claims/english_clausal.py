"""Clauses, quotations and infinitives as the complement of a verb of saying, right where they begin."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.local.claims.english_clauses import is_clause, is_strong_clause
from kg.extract.local.claims.english_lexicon import Cue, is_a
from kg.extract.local.claims.english_line import FARTHEST, Line, Stretch
from kg.extract.local.claims.english_phrases import phrase_after
from schemas import SpeechAct

_PERSONS = frozenset({"who", "which", "whom"})
ENDS = frozenset(["", ".", ";", ",", ":", "-", "Q"])
"""What ends a clause or phrase."""


@dataclass(frozen=True, slots=True)
class Complement:
    """Content that begins at item ``opens`` and, where known, ends before ``closes``."""

    frame: str
    opens: int
    closes: int | None = None
    addressee: Stretch | None = None


def clausal(line: Line, at: int, cue: Cue, *, document: bool, comma: bool = False) -> Complement | None:
    frames, tag = cue.frames, line.tag(at)
    speech = "q" in frames or "qonly" in frames or (document and "doc:q" in frames)
    if line.norm(at) == "that" and "that" in frames and _opens_clause(line, at + 1):
        return Complement("that", at + 1)
    if line.norm(at) == "that" and "bare" in frames and line.tag(at + 1) == "A":
        return Complement("bare", at)  # he said that would do
    if tag == "," and line.norm(at + 1) == "that" and "that" in frames and comma:
        return Complement("that", at + 2)
    if speech and tag in {"Q", "q"}:
        return Complement("q", at)
    if (speech or "that" in frames) and tag in {",", ":", "-"} and line.tag(at + 1) == "Q":
        return Complement("q", at + 1)
    if speech and tag == ":" and line.tag(at + 1):
        return Complement("colon", at + 1)
    if speech and tag == ":" and at == len(line.items) - 1:
        return Complement("block", at + 1)
    question = tag == "W" and (line.norm(at) not in _PERSONS or cue.act is SpeechAct.ASK)
    if "wh" in frames and (question or line.norm(at) in {"if", "whether"}) and line.tag(at + 1) not in ENDS:
        return Complement("wh", at)
    if "inf" in frames and is_infinitive(line, at):
        return Complement("inf", at)
    bare = "bare" in frames or (document and "doc:bare" in frames)
    if bare and tag not in {"P", "S"} and is_clause(line, at):
        return Complement("bare", at)
    if "strong" in frames and is_strong_clause(line, at):
        return Complement("bare", at)
    if bare and tag == "S" and line.norm(at) in {"if", "while", "although", "though", "because", "unless", "as"}:
        return Complement("bare", at) if _has_comma_clause(line, at) else None
    if bare and tag == "P" and is_figure(line, at) and is_clause(line, at):
        return Complement("bare", at)
    return None


def _opens_clause(line: Line, at: int) -> bool:
    if is_clause(line, at) or line.tag(at) in {"Q", "q", ",", "S", "P"}:
        return True
    end = phrase_after(line, at)
    return end > at and line.tag(end) == "," and line.tag(end + 1) == "Q"


def _has_comma_clause(line: Line, at: int) -> bool:
    """A subordinate clause before a main one: "said if talks fail, troops will move"."""
    for comma in range(at, min(len(line.items), at + FARTHEST)):
        if line.tag(comma) in ".;Q":
            return False
        if line.tag(comma) == ",":
            return is_clause(line, comma + 1)
    return False


def is_figure(line: Line, at: int) -> bool:
    following = line.norm(at + 1)
    return is_a(line.norm(at), "approximator") and (following[:1].isdigit() or following in {"least", "most", "to"})


def is_infinitive(line: Line, at: int) -> bool:
    """Whether a to-infinitive begins at ``at``."""
    if line.norm(at) != "to":
        return False
    verb = at + 1
    if line.tag(verb) == "B":
        verb += 1
    form = line.items[verb].form if verb < len(line.items) else None
    if line.norm(verb) in {"be", "have", "do"} or line.tag(verb) in {"q", "Q"}:
        return True
    return (form is not None and "b" in form.shape) or (line.tag(verb) == "n" and not line.items[verb].capital)


def _is_bare_infinitive(line: Line, at: int) -> bool:
    """Whether "to" and a verb stand at ``at``, and not "to" and a noun."""
    following = line.items[at + 1] if at + 1 < len(line.items) else None
    if line.norm(at) != "to" or following is None:
        return False
    return following.tag in "qQ" or (following.form is not None and "b" in following.form.shape)


def adjuncts_end(line: Line, at: int) -> int:
    """Where adverbs, time words and prepositional phrases that begin at ``at`` end."""
    first = at
    while at - first < FARTHEST:
        tag = line.tag(at)
        if tag in {"B", "T"}:
            at += 1
        elif tag == "P" and not _is_bare_infinitive(line, at):
            end = phrase_after(line, at + 1, appositions=False)
            while line.tag(end) == "T":
                end += 1
            if end == at + 1:
                break
            at = end
        elif tag == "n" and line.norm(at) in {"last", "next", "early", "late", "recently"}:
            at += 1
        elif tag == "D" and line.tag(at + 1) == "T":
            at += 2
        else:
            break
    return at


def prepositional(line: Line, at: int, cue: Cue) -> Complement | None:
    if line.norm(at) in cue.prepositions("prep") and line.tag(at + 1) in {"D", "n", "G", "q", "Q", "W", "O", "P", "E"}:
        return Complement("prep", at + 1)
    return None
