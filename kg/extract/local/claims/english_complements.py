"""What a verb of saying is followed by: a that-clause, a quotation, an addressee, an infinitive ..."""

from __future__ import annotations

from kg.extract.local.claims.english_clausal import ENDS, Complement, adjuncts_end, clausal, is_figure, prepositional
from kg.extract.local.claims.english_clauses import is_clause
from kg.extract.local.claims.english_lexicon import Cue, is_a, lexicon
from kg.extract.local.claims.english_line import Line
from kg.extract.local.claims.english_objects import with_object
from kg.extract.local.claims.english_phrases import chunk_end, phrase_after

_PARENTHESIS = 16


def complement(line: Line, at: int, cue: Cue, *, document: bool = False) -> Complement | None:
    """The complement of ``cue`` that begins at item ``at``, or None; ``document``: the subject is a text or picture."""
    frames = cue.frames
    at = _skip_adverbs(line, at)
    if "must" in frames and line.tag(at) not in {"Q", ",", ":"}:
        return with_object(line, at, cue)
    found = clausal(line, at, cue, document=document)
    if found is not None:
        return found
    after = adjuncts_end(line, at)
    if after > at:
        found = clausal(line, after, cue, document=document, comma=True)
        if found is not None and (found.frame != "bare" or _is_occasion(line, at, after)):
            return found
    aside = _that_after_comma(line, after) if "that" in frames else None
    if aside is not None:
        return Complement("that", aside)
    if cue.lemma == "say" and _goes_on(line, at):
        return Complement("bare", at)
    about = prepositional(line, at, cue) if line.tag(at) == "P" else None
    if about is not None:
        return about
    told_when = _is_occasion(line, at, after)
    if (
        {"bare", "q"} <= frames
        and not told_when
        and line.tag(at) == "P"
        and line.norm(at) != "to"
        and is_clause(line, at)
    ):
        return Complement("bare", at)
    return with_object(line, at, cue) or _nominal(line, at, cue, document=document)


def _goes_on(line: Line, at: int) -> bool:
    """Whether a noun phrase and more words follow: what is said is a clause even where its verb looks like a noun."""
    end = chunk_end(line, at)
    if end == at or line.tag(end) in ENDS or line.tag(at) not in "Dn":
        return False
    return end + 3 < len(line.items) and "," not in line.tags[end : end + 3]


def _that_after_comma(line: Line, at: int) -> int | None:
    """The clause after a parenthesis in commas: reported on Sunday, quoting a spokesman, that ..."""
    if line.tag(at) != ",":
        return None
    for comma in range(at + 1, min(len(line.items), at + _PARENTHESIS)):
        if line.tag(comma) == "," and line.norm(comma + 1) == "that" and is_clause(line, comma + 2):
            return comma + 2
        if line.tag(comma) in "AVK.;:Q":
            return None
    return None


def _skip_adverbs(line: Line, at: int) -> int:
    while True:
        if line.tag(at) in {"B", "T"} and line.norm(at) not in {"only", "almost", "even", "there", "never"}:
            at += 1
        elif line.tag(at + 1) == "T" and line.norm(at) in {"last", "this", "next", "late", "early"}:
            at += 2
        else:
            return at


def _is_occasion(line: Line, first: int, stop: int) -> bool:
    """Whether an adjunct tells when, where or how it was said, and does not belong to what was said."""
    return any(line.tag(at) == "T" or is_a(line.norm(at), "occasion") for at in range(first, stop))


def _nominal(line: Line, at: int, cue: Cue, *, document: bool) -> Complement | None:
    """A gerund or a noun phrase as content."""
    frames, tag = cue.frames, line.tag(at)
    if "ing" in frames and tag == "G":
        return Complement("ing", at)
    if "citenp" in frames and tag in {"D", "n", "q"}:
        return Complement("citenp", at, phrase_after(line, at))
    if "count" in frames and is_number(line, at):
        return Complement("np", at, next((i for i in range(at, len(line.items)) if line.tag(i) in ";.Q"), None))
    plain = "np" in frames or (document and "doc:np" in frames)
    if plain and (tag in {"D", "n", "q"} or (tag in {"P", "G", "E", "v"} and is_figure(line, at))):
        return Complement("np", at)
    if "npclaim" in frames and tag in {"D", "n"}:
        end = chunk_end(line, at)
        if line.norm(end - 1) in lexicon().nouns:
            return Complement("np", at)
    if "npterm" in frames and tag in {"D", "n"} and is_a(line.norm(chunk_end(line, at) - 1), "terms"):
        return Complement("np", at)
    return None


def is_number(line: Line, at: int) -> bool:
    """Whether a number begins at ``at``: 40; at least 40; more than 40."""
    while line.norm(at) in {"at", "least", "most", "more", "than", "about", "some", "nearly", "over", "almost", "just"}:
        at += 1
    return line.norm(at)[:1].isdigit()
