"""The subject that stands before its verb, and what a relative pronoun refers back to."""

from __future__ import annotations

from kg.extract.local.claims.arabic_lexicon import is_any
from kg.extract.local.claims.arabic_line import COMMAS, Line
from kg.extract.local.claims.arabic_phrases import is_prepositional, may_begin, phrase_end, stands_apart
from kg.extract.local.drafts import Range

_WINDOW = 40
_LONGEST = 12
_ANTECEDENT = 8
_HEADS = ("role", "unnamed", "body", "medium", "document")


def before_verb(line: Line, verb: int) -> tuple[int, Range] | None:
    """The noun phrase that stands before the verb as its subject: its first token, and its span."""
    last = verb
    while last > 0 and "auxiliary" in line.classes(last - 1):
        last -= 1
    bracketed = last > 0 and line.tokens[last - 1].text in COMMAS
    last -= bracketed
    first = _clause_start(line, last, bracketed)
    return _as_subject(line, first, last, bracketed)


def _clause_start(line: Line, last: int, bracketed: bool) -> int:
    """The first token of the clause that ends before ``last``; one insertion between commas is stepped over."""
    first, commas = last, 0
    while first > 0 and last - first < _WINDOW:
        at = first - 1
        mark = line.tokens[at].text
        if line.that(at) or ("clause" in line.classes(at) and line.mention(at) is None):
            break
        if mark in COMMAS:
            commas += 1
            if not bracketed or commas > 1:
                break
        elif mark in ":.!؟?([/|" or (line.quote(at) is not None and not _closed_before(line, at, last)):
            break
        first = at
    return first


def _closed_before(line: Line, opening: int, last: int) -> bool:
    quote = line.quote(opening)
    return quote is not None and quote.end <= line.tokens[last - 1].end


def _as_subject(line: Line, first: int, last: int, bracketed: bool) -> tuple[int, Range] | None:
    if first >= last:
        return None
    start = _without_conjunction(line, first)
    if not _may_lead(line, first, start):
        return None
    end = phrase_end(line, first, last)
    if end < last and not (bracketed and line.tokens[end].text in COMMAS):
        return None
    if end - first > _LONGEST and not any("relative" in line.classes(at) for at in range(first, end)):
        return None
    span = line.reader.trim(start, line.tokens[end - 1].end)
    return None if span is None else (first, span)


def _without_conjunction(line: Line, at: int) -> int:
    token = line.tokens[at]
    if line.mention(at) is None and token.norm[:1] in ("و", "ف"):
        reading = token.word_after(token.norm[0])
        if reading is not None and (
            reading.word.startswith("ال")
            or line.reader.mention_at(reading.start) is not None
            or is_any(reading.word, *_HEADS)
        ):
            return reading.start
    return token.start


def _may_lead(line: Line, at: int, start: int) -> bool:
    """Whether the token ``at``, read from ``start`` on, may be the head of a subject that stands before its verb.

    An Arabic clause rather begins with its verb, so an unknown word is taken for one unless it is definite or follows
    a particle that only a noun can follow.
    """
    if not may_begin(line, at):
        return False
    token = line.tokens[at]
    word = token.norm if start == token.start else token.norm[1:]
    if line.reader.mention_at(start) is not None or word.startswith("ال") or line.quote(at) is not None:
        return True
    if not token.is_arabic or is_any(word, *_HEADS):
        return True
    return (
        at > 0
        and line.tokens[at - 1].norm in ("ان", "لكن", "ولكن", "اما", "واما", "بان", "فان", "وان")
        and _is_noun(word)
    )


def _is_noun(word: str) -> bool:
    """An indefinite accusative, as it stands after inna and lakinna."""
    return word.endswith("ا") and len(word) > 3


def antecedent(line: Line, relative: int) -> Range | None:
    """The noun phrase that the relative pronoun at the token ``relative`` refers back to."""
    last = relative
    if last > 0 and line.tokens[last - 1].text in COMMAS:
        last -= 1
    if last == 0:
        return None
    mention = line.reader.mention_at(line.tokens[last - 1].end - 1)
    first = last - 1 if mention is None else line.index_at(mention[0])
    while first > 0 and last - first < _ANTECEDENT and _may_precede(line, first, named=mention is not None):
        first -= 1
    return line.reader.trim(line.tokens[first].start, line.tokens[last - 1].end)


def _may_precede(line: Line, first: int, *, named: bool) -> bool:
    """Whether the word before ``first`` belongs to the same noun phrase."""
    at = first - 1
    before = line.tokens[at]
    if not before.is_word or stands_apart(line, at) or is_prepositional(line, at):
        return False
    if line.that(at) or line.found[at] or line.classes(at) & {"clause", "name"}:
        return False
    return named or not before.norm.startswith("ال") or line.tokens[first].norm.startswith("ال")
