"""Paragraphs and sentences as code-point spans."""

from __future__ import annotations

import sentencex

_LONGEST = 20_000
"""A stretch without a line break longer than this many code points is cut at spaces before it is split: hostile or
broken input must not cost more than its length."""


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the lines of ``text`` that are not blank, without outer white space."""
    out, at = [], 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            start = at + line.index(body[0])
            out.append((start, start + len(body)))
        at += len(line)
    return tuple(out)


def sentences(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences of ``text``; a line break always ends one."""
    code = "ar" if language == "ar" else "en"
    out: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        for piece_start, piece_end in _pieces(text, start, end):
            at = piece_start
            for sentence in sentencex.segment(code, text[piece_start:piece_end]):
                found = text.find(sentence, at, piece_end)
                body = sentence.strip()
                if found < 0 or not body:
                    continue
                begin = found + sentence.index(body[0])
                out.append((begin, begin + len(body)))
                at = found + len(sentence)
    return tuple(out)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    out = []
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST)
        cut = start + _LONGEST if cut <= start else cut
        out.append((start, cut))
        start = cut
    out.append((start, end))
    return out
