"""An English text with what the rules for names ask of each word, and its rows of capitalized words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.extract.local.candidates import Row
from kg.extract.local.document import Document
from kg.gazetteer import PersonNames, english_names, word_classes
from kg.text import Token

CONNECTORS = frozenset({"of", "for", "and", "the", "on", "de", "&"})
PARTICLES = frozenset(
    {"bin", "ibn", "bint", "al", "el", "von", "van", "der", "den", "de", "da", "dos", "di", "la", "le", "du", "ben"}
    | {"abu", "ould", "del", "della", "zu", "y"}
)
SUFFIXES = frozenset({"backed", "led", "based", "born", "linked", "run", "held", "controlled", "sponsored", "aligned",
                       "trained", "brokered", "occupied", "made", "allied", "affiliated", "owned", "funded",
                       "administered", "bound", "built", "appointed", "ruled", "supplied"})  # fmt: skip
"""Participles behind a hyphen after a name: Iran-backed."""
_LONGEST_ROW = 10
_HEADLINE_SHARE = 0.6
"""Share of capitalized words from which a line without a full stop is a headline; with one, all have to be."""
_LEAST_HEADLINE = 3

_REACH = 200
"""How far from the beginning of a sentence its first word is looked for, in code points."""


def without_possessive(word: str) -> str:
    """A folded word without its possessive ending."""
    return word[:-2] if word.endswith("'s") and len(word) > 3 else word


@dataclass(frozen=True)
class EnglishText:
    """The tokens of an English document with what every rule asks of them, worked out once.

    ``norms`` are the folded words without possessive endings; ``initial`` tells the first words of sentences and
    quotations, whose capital says nothing, ``headline`` the words of lines that are capitalized throughout.
    """

    document: Document
    tokens: tuple[Token, ...]
    joined: tuple[bool, ...]
    norms: tuple[str, ...]
    initial: tuple[bool, ...]
    headline: tuple[bool, ...]
    titles: Mapping[str, frozenset[str]]
    heads: Mapping[str, frozenset[str]]
    names: PersonNames

    @classmethod
    def of(cls, document: Document, row: Row) -> EnglishText:
        """The text of ``document``, whose tokens are ``row``."""
        return cls(
            document,
            document.tokens,
            row.joined,
            tuple(without_possessive(token.norm) for token in document.tokens),
            _sentence_initial(document),
            _headlines(document),
            word_classes("titles_en"),
            word_classes("heads_en"),
            english_names(),
        )

    def end(self, at: int) -> int:
        """The end of token ``at`` without its possessive ending."""
        token = self.tokens[at]
        return token.end - 2 if self.norms[at] != token.norm else token.end

    def is_capital(self, at: int) -> bool:
        """Whether token ``at`` is a word with a capital, behind the Arabic article too (al-Aqsa)."""
        text = self.tokens[at].text
        if text.startswith(("al-", "el-")):
            return text[3:4].isupper()
        compound = "-" in text and self.norms[at].rpartition("-")[2] in SUFFIXES
        return self.tokens[at].is_word and text[0].isupper() and not compound

    def free(self, at: int) -> bool:
        """Whether token ``at`` follows the one before directly."""
        return at < len(self.tokens) and self.joined[at]

    def role(self, at: int) -> str:
        """What the list of names says of token ``at``."""
        return self.names.role(self.norms[at])

    def is_(self, at: int, titles: str) -> bool:
        """Whether token ``at`` is in a class of the table of titles."""
        return self.norms[at] in self.titles[titles]

    def given(self, at: int) -> bool:
        """Whether token ``at`` may be a given name."""
        return "g" in self.role(at)

    def rows(self) -> Iterator[tuple[int, int]]:
        """First and last token of each row of capitalized words."""
        at = 0
        while at < len(self.tokens):
            if not self.is_capital(at) or self.tokens[at].is_arabic:
                at += 1
                continue
            last = self._row_end(at)
            yield at, last
            at = last + 1

    def _row_end(self, at: int) -> int:
        last = at
        while last - at < _LONGEST_ROW and self.tokens[last].norm == self.norms[last]:
            step = self._row_step(at, last)
            if not step:
                break
            last += step
        return last

    def _row_step(self, first: int, last: int) -> int:
        """How many tokens the row grows by after ``last``: a word, or small words and the capital after them."""
        after = last + 1
        if not self.free(after):
            return 0
        norm = self.norms[after]
        if norm == "." and len(self.tokens[last].text) == 1:
            return 2 if self.free(after + 1) and self.is_capital(after + 1) else 0
        if self._goes_on(after):
            return 1
        if norm not in PARTICLES and not (norm in CONNECTORS and self._may_connect(first, last)):
            return 0
        if self.free(after + 1) and self._goes_on(after + 1):
            return 2
        small = self.free(after + 2) and self.norms[after + 1] in PARTICLES | {"the"}
        return 3 if small and self.is_capital(after + 2) else 0

    def _goes_on(self, at: int) -> bool:
        return self.is_capital(at) or self.norms[at].startswith(("al-", "el-", "ul-"))

    def _may_connect(self, first: int, last: int) -> bool:
        """Whether "of" or "and" may go on with the row: it begins or ends with a type noun or a title."""
        heads = self.heads["first:organization"] | self.heads["first:place"] | self.heads["last:organization"]
        return self.is_(last, "title") or any(self.norms[at] in heads for at in (first, last))


def _sentence_initial(document: Document) -> tuple[bool, ...]:
    initial = [False] * len(document.tokens)
    begins = [start for start, _ in document.sentences] + [quote.inner_start for quote in document.quotes]
    for start in begins:
        first = next((t for t in document.tokens_in(start, start + _REACH) if t.is_word), None)
        if first:
            initial[first.index] = True
    return tuple(initial)


def _headlines(document: Document) -> tuple[bool, ...]:
    out = [False] * len(document.tokens)
    small = word_classes("titles_en")["starter"]
    for start, end in document.sentences:
        inside = document.tokens_in(start, end)
        words = [token for token in inside if token.is_word and token.norm not in small]
        capitals = sum(token.text[0].isupper() for token in words)
        least = len(words) if document.text[end - 1] in ".?!" else _HEADLINE_SHARE * len(words)
        if len(words) > _LEAST_HEADLINE and capitals >= least:
            for token in inside:
                out[token.index] = True
    return tuple(out)
