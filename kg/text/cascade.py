"""Finite-state rules over chunks, applied in stages: numbers first, then dates, then ranges of dates.

A rule's pattern is written in category names, for instance ``number:day of? month:month (comma? year:year)?``. Each
category is one character of a private alphabet, so a rule is an ordinary regular expression without nested
repetition over a string that is as long as the list of chunks; at each position the longest match that builds wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.text.scan import BREAK, OTHER, Chunk

_NAME = re.compile(r"(?P<names>[a-z][a-z0-9-]*(?:\|[a-z][a-z0-9-]*)*)(?::(?P<label>[a-z][a-z0-9]*))?")
_FIRST_LETTER = 0x4E00
"""Categories become letters from here on; the block is large, contiguous and without meaning to ``re``."""


class Alphabet:
    """The letters that stand for category names; ``groups`` name sets of categories."""

    def __init__(self, categories: Iterable[str], groups: Mapping[str, Sequence[str]]) -> None:
        self.letters = {name: chr(_FIRST_LETTER + index) for index, name in enumerate(dict.fromkeys(categories))}
        self._groups = {name: tuple(members) for name, members in groups.items()}

    def members(self, names: str) -> str:
        """The letters of the categories and groups in ``names``, which are separated by ``|``."""
        out = ""
        for name in names.split("|"):
            for member in self._groups.get(name, (name,)):
                out += self.letters[member]
        return out


class Found:
    """One match of a rule: its chunks, by label and in order."""

    __slots__ = ("_match", "_offset", "chunks")

    def __init__(self, match: re.Match[str], chunks: Sequence[Chunk]) -> None:
        self._match = match
        self.chunks = chunks
        self._offset = match.start()

    def get(self, label: str) -> Any:
        """The value of the chunk with this label, or None where the rule or the match has none."""
        found = self.chunk(label)
        return None if found is None else found.value

    def chunk(self, label: str) -> Chunk | None:
        """The chunk with this label, or None where the match has none."""
        at = self._match.start(label) if label in self._match.re.groupindex else -1
        return None if at < 0 else self.chunks[at - self._offset]

    @property
    def joined(self) -> bool:
        """Whether nothing, not even a space, stands between the chunks."""
        return all(left.end == right.start for left, right in zip(self.chunks, self.chunks[1:], strict=False))


Build = Callable[[Found], Any]
"""Makes a match's value; None where the words match but mean nothing together."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over categories, the category of what it makes, and how its value is built."""

    pattern: re.Pattern[str]
    first: str
    category: str
    build: Build


def rule(alphabet: Alphabet, pattern: str, category: str, build: Build) -> Rule:
    """Compile ``pattern``; it must not begin with an optional group in parentheses.

    ``[for|in] unit`` matches a unit after one of these categories, ``day [end]`` a day before one of these, where the
    group ``end`` also means the end of the text; what stands in the brackets is looked at and not taken in.
    """
    before, body, after = _CONTEXT.fullmatch(pattern).groups()  # type: ignore[union-attr]

    def replace(found: re.Match[str]) -> str:
        letters = f"[{alphabet.members(found['names'])}]"
        return f"(?P<{found['label']}>{letters})" if found["label"] else letters

    first = _first_letters(alphabet, body)
    expression = _NAME.sub(replace, body.replace("(", "(?:")).replace(" ", "")
    if before is not None:
        expression = f"(?<=[{alphabet.members(before)}])" + expression
    if after is not None:
        expression += f"(?=[{alphabet.members(after)}]{'|$' if 'end' in after.split('|') else ''})"
    return Rule(re.compile(expression), first, category, build)


_CONTEXT = re.compile(r"(?:\[([^\]]*)\] )?([^\[]*?)(?: \[([^\]]*)\])?")


def _first_letters(alphabet: Alphabet, pattern: str) -> str:
    letters = ""
    for part in pattern.split():
        found = _NAME.match(part.lstrip("("))
        if found is None:
            raise ValueError(f"a rule must begin with a category: {pattern!r}")
        letters += alphabet.members(found["names"])
        if not part.endswith("?") or part.startswith("("):
            break
    return letters


class Stage:
    """Rules that are tried together; each chunk goes into one match at most."""

    def __init__(self, alphabet: Alphabet, rules: Sequence[Rule]) -> None:
        self._letters = alphabet.letters
        self._by_first: dict[str, tuple[Rule, ...]] = {}
        for one in rules:
            for letter in one.first:
                self._by_first[letter] = (*self._by_first.get(letter, ()), one)
        self._first = re.compile(f"[{''.join(self._by_first)}]")

    def apply(self, chunks: list[Chunk]) -> list[Chunk]:
        """``chunks`` with every match replaced by one chunk that spans it."""
        letters = self._letters
        line = "".join([letters.get(chunk.category, " ") for chunk in chunks])
        out: list[Chunk] = []
        copied = 0
        for candidate in self._first.finditer(line):
            at = candidate.start()
            if at < copied:
                continue
            made = self._match(line, at, chunks)
            if made is not None:
                out.extend(chunks[copied:at])
                out.append(made[0])
                copied = made[1]
        if not copied:
            return chunks
        out.extend(chunks[copied:])
        return out

    def _match(self, line: str, at: int, chunks: list[Chunk]) -> tuple[Chunk, int] | None:
        matches = [
            (found, one) for one in self._by_first[line[at]] if (found := one.pattern.match(line, at)) is not None
        ]
        if not matches:
            return None
        if len(matches) > 1:
            matches.sort(key=_width, reverse=True)
        for found, one in matches:
            inside = chunks[at : found.end()]
            value = one.build(Found(found, inside))
            if value is not None:
                return Chunk(one.category, inside[0].start, inside[-1].end, value, inside[0].prefix), found.end()
        return None


def _width(match: tuple[re.Match[str], Rule]) -> int:
    return -match[0].start() + match[0].end()


def runs(chunks: list[Chunk]) -> list[list[Chunk]]:
    """The stretches of ``chunks`` up to and with each ``other`` or ``break``; those of nothing else are left out."""
    out: list[list[Chunk]] = []
    current: list[Chunk] = []
    for chunk in chunks:
        current.append(chunk)
        if chunk.category == OTHER or chunk.category == BREAK:
            if len(current) > 1:
                out.append(current)
            current = []
    if current:
        out.append(current)
    return out
