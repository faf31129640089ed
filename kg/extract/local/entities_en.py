"""Candidates for names in an English text: gazetteer, titles, and rows of capitalized words."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.local.candidates import Candidate, Row
from kg.extract.local.document import Document
from kg.extract.local.english_text import SUFFIXES, EnglishText
from kg.extract.local.names_en import CapitalGrammar
from kg.gazetteer import LOOK_AHEAD, Match, gazetteer
from schemas import EntityType

_PLACE_WORDS = frozenset({"in", "near", "outside", "around", "towards", "inside"})


def english_candidates(document: Document, row: Row) -> list[Candidate]:
    """All possible names of ``document``; overlaps are not settled."""
    text = EnglishText.of(document, row)
    return [*_KnownNames(text).candidates(), *CapitalGrammar(text).candidates()]


class _KnownNames:
    """Finds what the gazetteer knows."""

    def __init__(self, text: EnglishText) -> None:
        self.text = text
        self._gazetteer = gazetteer()

    def candidates(self) -> Iterator[Candidate]:
        """The known names of the text."""
        for at in range(len(self.text.tokens)):
            known = self._known(at)
            if known:
                yield known

    def _known(self, at: int) -> Candidate | None:
        token = self.text.tokens[at]
        if not token.is_word or token.is_arabic:
            return None
        most = at + 1
        while most < len(self.text.tokens) and most - at <= LOOK_AHEAD and self.text.joined[most]:
            most += 1
        row = [t.norm for t in self.text.tokens[at + 1 : most]]
        matches = self._gazetteer.find(token.norm, row)
        stripped = self._gazetteer.find(self.text.norms[at], self.text.norms[at + 1 : most])
        if stripped and (not matches or stripped[0].words > matches[0].words):
            matches = stripped
        if not matches:
            return self._compound(at)
        last = at + matches[0].words - 1
        return next((c for m in matches if (c := self._accepted(at, last, m))), None)

    def _compound(self, at: int) -> Candidate | None:
        """The name in Iran-backed, Saudi-led: a known name before a hyphen and a participle."""
        token = self.text.tokens[at]
        stem, _, suffix = token.norm.rpartition("-")
        if suffix not in SUFFIXES or not stem or not token.text[0].isupper():
            return None
        matches = [m for m in self._gazetteer.find(stem, ()) if not m.weak]
        length = len(stem)
        if not matches or len(token.norm) != len(token.text):
            return None
        entry = matches[0].entry
        return Candidate(token.start, token.start + length, at, at, entry.type, (stem,), entry, weight=1)

    def _accepted(self, at: int, last: int, match: Match) -> Candidate | None:
        start, end = self.text.tokens[at].start, self.text.end(last)
        text = self.text.document.text[start:end]
        if match.exact and text != match.exact:
            return None
        if not any(char.isupper() for char in text) or (
            match.words == 1 and not self.text.is_capital(at) and "-" not in text
        ):
            return None
        if match.weak and not self._cued(at, last, match.entry.type):
            return None
        if match.words == 1 and match.entry.type is EntityType.PLACE and self._inside_name(at, last):
            return None
        words = tuple(self.text.norms[at : last + 1])
        return Candidate(start, end, at, last, match.entry.type, words, match.entry, weight=1)

    def _inside_name(self, at: int, last: int) -> bool:
        """Whether a one-word place is a person's surname or given name by its neighbours: Jack London, Paris Hilton."""
        before = at > 0 and self.text.joined[at] and self.text.is_capital(at - 1) and self.text.given(at - 1)
        return before and not self.text.initial[at - 1] and self.text.norms[at - 1] not in self.text.titles["title"]

    def _cued(self, at: int, last: int, type_: EntityType) -> bool:
        after = self.text.norms[last + 1] if last + 1 < len(self.text.tokens) and self.text.joined[last + 1] else ""
        if type_ is EntityType.OUTLET:
            return after in self.text.heads["anaphor:outlet"]
        if type_ is EntityType.PERSON:
            return at > 0 and self.text.norms[at - 1] in self.text.titles["title"]
        if type_ is EntityType.PLACE:
            return at > 0 and self.text.norms[at - 1] in _PLACE_WORDS and not self.text.initial[at]
        return False
