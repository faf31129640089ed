"""The pieces of a sentence: words with their abbreviation points, marks, and whole quotations and brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.local.claims.english_lexicon import Form, is_a
from kg.extract.local.document import Document
from kg.text import Quote, Token

_MARKS = {"…": "-", "—": "-", "–": "-", "-": "-", "―": "-", "|": "-", "!": ".", "?": ".", "؟": ".", "،": ",", "؛": ";"}
_HYPHENS = frozenset("-‑–")
_JOINING = frozenset(".-‑–/")
_PLAIN = frozenset(",;:.")
_BRACKETS = {"(": ")", "[": "]"}
_LONGEST_BRACKET = 40
_SPEECH_WORDS = 6


@dataclass(frozen=True, slots=True)
class Item:
    """A word, a mark, a quotation or a bracket; ``start`` and ``end`` are code points, tags as in ``english_tags``."""

    start: int
    end: int
    tag: str
    norm: str
    capital: bool = False
    upper: bool = False
    form: Form | None = None
    quote: Quote | None = None


def abbreviated(text: str, stop: int) -> bool:
    """Whether the point at ``stop`` follows a title or an initial: Mr. U.S."""
    begin = stop
    while begin > 0 and stop - begin < 6 and text[begin - 1].isalpha():
        begin -= 1
    word = text[begin:stop]
    return (len(word) == 1 and word != "I") or is_a(word.lower(), "title")


def ends_in_title(text: str, stop: int) -> bool:
    """Whether the text before ``stop`` ends in an abbreviated title with its point: ... said Spc."""
    begin = stop - 1
    while begin > 0 and stop - begin < 7 and text[begin - 1].isalpha():
        begin -= 1
    return text[stop - 1 : stop] == "." and is_a(text[begin : stop - 1].lower(), "title")


def items(document: Document, start: int, end: int, quotations: Sequence[Quote]) -> list[Item]:
    """The items of ``start:end``, still without word classes; ``quotations`` are those to keep whole, by start."""
    out: list[Item] = []
    found = document.tokens_in(start, end)
    waiting = list(reversed(quotations))
    at = 0
    while at < len(found):
        token = found[at]
        if waiting and waiting[-1].start <= token.start:
            quote = waiting.pop()
            stop = at
            while stop < len(found) and found[stop].start < quote.end:
                stop += 1
            count = sum(one.is_word for one in found[at:stop])
            tag = "Q" if _is_speech(document.text, quote, count, out) else "q"
            out.append(Item(quote.start, min(quote.end, end), tag, "", quote=quote))
            at = max(stop, at + 1)
        elif token.is_word:
            stop = _word_stop(found, at, document.text, end)
            last = found[stop - 1]
            text = document.text[token.start : last.end]
            norm = token.norm if stop == at + 1 else text.casefold()
            upper = len(text) > 1 and text.isupper()
            out.append(Item(token.start, last.end, "n", norm.replace("’", "'"), text[0].isupper(), upper))
            at = stop
        elif token.text == "-" and _joins_names(found, at, document.text):
            out.append(Item(token.start, token.end, "(", "-"))
            at += 1
        elif token.text in _BRACKETS:
            stop = _bracket_stop(found, at)
            out.append(Item(token.start, found[stop - 1].end, "(", ""))
            at = stop
        else:
            out.append(Item(token.start, token.end, _mark(token.text), token.text))
            at += 1
    return out


def _joins_names(found: Sequence[Token], at: int, text: str) -> bool:
    """A hyphen with spaces around it between two capitalised words: Task Force - Operation Inherent Resolve."""
    if not 0 < at < len(found) - 1 or not text[found[at].end].isspace():
        return False
    before = found[at - 1].text
    return before[0].isupper() and found[at + 1].text[0].isupper() and not (before.isupper() and len(before) > 3)


def _mark(text: str) -> str:
    if text in _PLAIN:
        return text
    return _MARKS.get(text, "(" if text in "$£€%&#/@+" else ".")


def _word_stop(found: Sequence[Token], at: int, text: str, end: int) -> int:
    """Where a word with its points and hyphens ends: U.S., Lt., a.m., Asharq.com, U.S.-led, 46-page, the parents'."""
    stop = at + 1
    while stop < len(found) and found[stop].start == found[stop - 1].end:
        mark = found[stop].text
        follows = stop + 1 < len(found) and found[stop + 1].start == found[stop].end and found[stop + 1].is_word
        if follows and mark in _JOINING:
            stop += 2
        elif mark == "." and (stop > at + 1 or abbreviated(text, found[stop].start) or _before_comma(found, stop)):
            at_end = found[stop].end >= end and stop == at + 1
            stop += 0 if at_end else 1
            if at_end or stop >= len(found) or found[stop].text not in _HYPHENS:
                break
        else:
            return stop + 1 if mark in "'’" and text[found[stop].start - 1] in "sS" else stop
    return stop


def _before_comma(found: Sequence[Token], stop: int) -> bool:
    """Whether a point has a comma right after it: Mitch McConnell, R-Ky., said."""
    return stop + 1 < len(found) and found[stop + 1].text == "," and found[stop + 1].start == found[stop].end


def _bracket_stop(found: Sequence[Token], at: int) -> int:
    close = _BRACKETS[found[at].text]
    deep = 0
    for stop in range(at, min(len(found), at + _LONGEST_BRACKET)):
        if found[stop].text == found[at].text:
            deep += 1
        elif found[stop].text == close:
            deep -= 1
            if not deep:
                return stop + 1
    return at + 1


def _is_speech(text: str, quote: Quote, count: int, before: Sequence[Item]) -> bool:
    """Whether a quotation is somebody's sentence and not quoted words inside a phrase.

    It is where it ends as a sentence or as speech before its attribution does, where a colon or comma leads into it,
    or where it is long; never a word or two inside a phrase.
    """
    inner = text[quote.inner_start : quote.inner_end].rstrip()
    ends = inner[-1:] in {".", ",", "!", "?", "…", "—", "-", "؟", "،"} or text[quote.end : quote.end + 1] in {",", "،"}
    begins = not before or before[-1].tag in {",", ":", ".", "-", ";", "Q"}
    if count <= 2 and not (begins and ends):
        return False
    if begins and (ends or before):
        return True
    return count >= _SPEECH_WORDS or (ends and count > 3)
