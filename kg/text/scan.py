"""One pass over a text that keeps only the words a lexicon knows.

Grammars for dates and figures look at few words of an article. Scanning turns the text into chunks: one for each known
word, number or mark, and a single ``other`` chunk for whatever stands between them, so that a grammar's cost follows
what it may use and not the length of the text. Every offset is a code point of the original text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

from kg.text.fold import fold
from kg.text.tokens import Token

OTHER = "other"
BREAK = "break"
DIGITS = "digits"

_MARKS = "\u064b-\u065f\u0670\u0640"
_BIDI = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_GAP = f"[{_BIDI}]?"
_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"""
    (?P<word>(?!https?://|www\.){_LETTER}++(?:[{_MARKS}]++{_LETTER}*+)*+)
  | (?P<digits>
        (?<![\d.,])\d{{1,3}}[.,٫،][ ]\d{{1,2}}(?=[ ]?(?:[%٪]|مليار|مليون|تريليون|بليون))
      | (?<!\d)\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?![\d]|[ ]\d)(?:[.٫,]\d+)?(?!\d|[.,٫]\d)
      | (?<![\d.,])\d{{1,3}}(?:[,٬،]\d{{3}})+(?:{_GAP}[.٫,]{_GAP}\d+)?(?!\d|[,٬،]\d)
      | (?<![\d.,])\d{{1,3}}(?:\.\d{{3}}){{2,}}(?:,\d+)?(?!\d|[.]\d)
      | (?<![\d.,])\d+{_GAP}[.,٫]{_GAP}\d+(?!\d|[.,٫]\d)
      | \d+ر\d+(?!\w)
      | (?<![\w.,])[.]\d+(?!\d|[.,٫]\d)
      | \d+
    )
  | (?P<link>(?:https?://|www\.)\S+)
  | (?P<mark>[^\w\s{_BIDI}{_MARKS}]|\n)
    """,
    re.VERBOSE,
)

_CACHE = 1 << 16


@dataclass(frozen=True, slots=True)
class Entry:
    """What a lexicon says of a form: its category, a value in the category's own notation, the proclitics it takes."""

    category: str
    value: str
    clitics: str
    following: tuple[str, ...] = ()


class Chunk(NamedTuple):
    """A stretch of text with a category; ``prefix`` holds the folded proclitics that stand before ``start``."""

    category: str
    start: int
    end: int
    value: Any
    prefix: str


class _Hit(NamedTuple):
    entry: Entry
    prefix: str
    skip: int


class _Hits(NamedTuple):
    alone: _Hit | None
    phrases: dict[str, tuple[_Hit, ...]]


class Lexicon:
    """Words and phrases of one language by folded form."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        by_word: dict[str, list[Entry]] = {}
        for form, entry in entries:
            by_word.setdefault(form.split(" ", 1)[0], []).append(entry)
        self._by_word = {word: tuple(found) for word, found in by_word.items()}
        self.find: Callable[[str], _Hits | None] = lru_cache(maxsize=_CACHE)(self._find)

    def _find(self, surface: str) -> _Hits | None:
        """What the lexicon knows of a written word: alone, and as the first of a phrase by the word that follows."""
        alone: _Hit | None = None
        phrases: dict[str, list[_Hit]] = {}
        for prefix, skip, word in _readings(surface):
            start = -1
            for entry in self._by_word.get(word, ()):
                if not _may_carry(entry.clitics, prefix):
                    continue
                if start < 0:
                    start = _without_article(surface, prefix, skip)
                hit = _Hit(entry, prefix, start)
                if entry.following:
                    phrases.setdefault(entry.following[0], []).append(hit)
                elif alone is None:
                    alone = hit
        if alone is None and not phrases:
            return None
        for hits in phrases.values():
            hits.sort(key=_phrase_length, reverse=True)
        return _Hits(alone, {word: tuple(hits) for word, hits in phrases.items()})


def _phrase_length(hit: _Hit) -> int:
    return len(hit.entry.following)


def read_entries(*tables: Traversable) -> list[tuple[str, Entry]]:
    """Read tables of ``forms`` (separated by ``|``), ``category``, ``value`` and, optionally, ``clitics``.

    ``clitics`` is empty when a form may carry any proclitic, ``-`` for none, ``c`` for conjunctions only, ``n`` for any
    but the article. A row that comes later wins over an earlier one of the same form.
    """
    forms: dict[str, Entry] = {}
    for table in tables:
        for line in table.read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            written, category, value, clitics, *_ = [*line.split("\t"), "", "", ""]
            for form in written.split("|"):
                words = tuple(token_norms(form))
                forms[" ".join(words)] = Entry(category, value, clitics, words[1:])
    return list(forms.items())


def _without_article(surface: str, prefix: str, skip: int) -> int:
    """Where the word begins when the article belongs to it: after the conjunction and preposition."""
    if not prefix.endswith("ال"):
        return skip
    letters = [offset for offset, char in enumerate(surface) if fold(char)]
    return letters[len(prefix) - 2]


def _may_carry(clitics: str, prefix: str) -> bool:
    if "ك" in prefix:
        # ك before a word of time or number is nearly always the beginning of another word: كميات, كأحد
        return False
    if not prefix or not clitics:
        return True
    if clitics == "c":
        return prefix in ("و", "ف")
    return clitics == "n" and "ال" not in prefix


def _readings(surface: str) -> tuple[tuple[str, int, str], ...]:
    if len(surface) == 1:
        return (("", 0, fold(surface)),)
    arabic = "\u0600" <= surface[0] <= "\u06ff" or surface[0] >= "\ufb50"
    token = Token(0, len(surface), surface, fold(surface), 0, True, arabic)
    return tuple((reading.prefix, reading.start, reading.word) for reading in token.readings)


@lru_cache(maxsize=_CACHE)
def _norm(surface: str) -> str:
    return fold(surface)


def token_norms(text: str) -> list[str]:
    """The folded words, numbers and marks of ``text``, as the scan would cut them."""
    return [_norm(found.group()) for found in _TOKEN.finditer(text)]


def scan(text: str, lexicon: Lexicon, start: int = 0, end: int | None = None) -> list[Chunk]:
    """The chunks of ``text[start:end]`` in order; no two ``other`` chunks stand side by side.

    The end of a line is a chunk of its own, ``break``.
    """
    found = [
        (match.group(), match.start(), match.lastgroup)
        for match in _TOKEN.finditer(text, start, len(text) if end is None else end)
    ]
    chunks: list[Chunk] = []
    at, known = 0, False
    for index, (surface, offset, kind) in enumerate(found):
        if index < at:
            continue
        at = index + 1
        if kind == "digits":
            chunks.append(Chunk(DIGITS, offset, offset + len(surface), surface, ""))
            known = True
            continue
        if surface == "\n":
            if not chunks or chunks[-1].category != BREAK:
                chunks.append(Chunk(BREAK, offset, offset + 1, None, ""))
            known = True
            continue
        hits = lexicon.find(surface) if kind != "link" else None
        hit = None if hits is None else (_phrase(hits, found, index) or hits.alone)
        if hit is not None:
            at += len(hit.entry.following)
            last, last_at, _ = found[at - 1]
            chunks.append(
                Chunk(hit.entry.category, offset + hit.skip, last_at + len(last), hit.entry.value, hit.prefix)
            )
            known = True
        elif known or not chunks:
            chunks.append(Chunk(OTHER, offset, offset + len(surface), None, ""))
            known = False
    return chunks


def _phrase(hits: _Hits, found: list[tuple[str, int, str | None]], at: int) -> _Hit | None:
    """The longest phrase of the lexicon that begins at ``at``."""
    if not hits.phrases or at + 1 >= len(found):
        return None
    for hit in hits.phrases.get(_norm(found[at + 1][0]), ()):
        following = hit.entry.following
        if at + len(following) < len(found) and all(
            _norm(found[at + 1 + step][0]) == word for step, word in enumerate(following)
        ):
            return hit
    return None
