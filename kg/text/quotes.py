"""Which quotation mark closes which, over all the marks that newsrooms use, nested ones included.

Typographic marks say themselves whether they open. A straight mark is read from its neighbours: it opens before a
letter where a space, a bracket or proclitic letters (و، ب، ل …) stand before it, and closes after a letter where a
space or punctuation follows. Where the neighbours do not tell, it closes what is open, or else opens.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.text.sentences import paragraphs

_OPENERS = {"«": "»", "“": "”", "„": "”", "‘": "’", "‹": "›"}
_CLOSERS = {"»": "«", "”": "“„", "’": "‘", "›": "‹"}
_STRAIGHT = {'"', "'", "＂"}
_PROCLITICS = set("وفبلكس")
_DEEPEST = 8
_OPENING_NEIGHBOURS = set("([{-–—:،؛,;/")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: ``start:end`` with its marks, ``inner_start:inner_end`` without them, in code points.

    ``depth`` is 0 for an outermost quotation. An unclosed one ends with its paragraph.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool


def quotes(text: str) -> tuple[Quote, ...]:
    """All quotations of ``text``, by start; a quotation never leaves its paragraph."""
    if not any(mark in text for mark in (*_OPENERS, *_STRAIGHT)):
        return ()
    return tuple(quote for start, end in paragraphs(text) for quote in _in_paragraph(text, start, end))


def _in_paragraph(text: str, start: int, end: int) -> list[Quote]:
    open_marks: list[int] = []
    out: list[Quote] = []

    def close(at: int, mark_end: int) -> None:
        begin = open_marks.pop()
        if mark_end - begin > 2 and at > begin + 1:
            out.append(Quote(begin, mark_end, begin + 1, at, len(open_marks), closed=mark_end > at))

    for at in range(start, end):
        char = text[at]
        if char in _OPENERS:
            if len(open_marks) < _DEEPEST:
                open_marks.append(at)
        elif char in _CLOSERS:
            if _is_apostrophe(text, at, start, end):
                continue
            partner = next((i for i in reversed(range(len(open_marks))) if text[open_marks[i]] in _CLOSERS[char]), None)
            if partner is not None:
                del open_marks[partner + 1 :]
                close(at, at + 1)
            elif char == "”" and len(open_marks) < _DEEPEST and _opens(text, at, start, end, is_open=False):
                open_marks.append(at)  # ”…” as some newsrooms type it
            elif open_marks and text[open_marks[-1]] == char:
                close(at, at + 1)
        elif char in _STRAIGHT:
            if char == "'" and _is_apostrophe(text, at, start, end):
                continue
            is_open = any(text[mark] == char for mark in open_marks)
            if _opens(text, at, start, end, is_open=is_open) and len(open_marks) < _DEEPEST:
                open_marks.append(at)
            elif is_open:
                while text[open_marks[-1]] != char:
                    open_marks.pop()
                close(at, at + 1)
    while open_marks:
        mark = open_marks[-1]
        if text[mark] == "'" or text[mark] == "‘":
            open_marks.pop()  # a lone single mark is an apostrophe
        else:
            close(end, end)
    return sorted(out, key=lambda quote: (quote.start, -quote.end))


def _is_apostrophe(text: str, at: int, start: int, end: int) -> bool:
    """An apostrophe between letters, or before a plural s: not a quotation mark."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return before.isalnum() and after.isalnum()


def _opens(text: str, at: int, start: int, end: int, *, is_open: bool) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    space_before = before.isspace() or before in _OPENING_NEIGHBOURS or before in _OPENERS
    space_after = not (after.isalnum() or after in _STRAIGHT or after in _OPENERS or after in "([#@.…$£€-")
    if after in ".…-" and (at + 2 >= end or text[at + 2].isspace()):
        space_after = True  # a full stop after the mark ends a sentence; dots before a word begin one
    if before in _STRAIGHT and not after.isspace() and not is_open:
        space_before = True
    if space_before and space_after:
        return not is_open
    if space_before:
        return True
    if space_after:
        return False
    return not is_open or _after_proclitic(text, at, start)


def _after_proclitic(text: str, at: int, start: int) -> bool:
    """Whether only proclitic letters stand between the mark and the space before it: و"يجد."""
    letter = at - 1
    while letter >= start and text[letter] in _PROCLITICS and at - letter <= 3:
        letter -= 1
    return letter < at - 1 and (letter < start or text[letter].isspace())
