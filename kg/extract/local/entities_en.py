"""Candidates for names in an English text: gazetteer, titles, and rows of capitalized words.

A row of capitalized words is a name by what is known of it: the gazetteer, a title before it, a given name at its
beginning, a type noun at its end (Human Rights Council) or beginning (Ministry of Health). A capital at the beginning
of a sentence, or in a headline that is all capitals, says nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.local.candidates import Candidate, Row
from kg.extract.local.document import Document
from kg.gazetteer import LOOK_AHEAD, Match, english_names, gazetteer, word_classes
from schemas import EntityType

_CONNECTORS = frozenset({"of", "for", "and", "the", "on", "de", "&"})
_PARTICLES = frozenset(
    {"bin", "ibn", "bint", "al", "el", "von", "van", "der", "den", "de", "da", "dos", "di", "la", "le", "du", "ben"}
    | {"abu", "ould", "del", "della", "zu", "y"}
)
_PLACE_WORDS = frozenset({"in", "near", "outside", "around", "towards", "inside"})
_SUFFIXES = frozenset({"backed", "led", "based", "born", "linked", "run", "held", "controlled", "sponsored", "aligned",
                       "trained", "brokered", "occupied", "made", "allied", "affiliated", "owned", "funded",
                       "administered", "bound", "built", "appointed", "ruled", "supplied"})  # fmt: skip
_LONGEST_ROW = 10
_LONGEST_PERSON = 5
_HEADLINE_SHARE = 0.6
_FULL_HEADLINE_SHARE = 0.8
"""Share of capitalized words above which a line is a headline, without and with a full stop."""


def english_candidates(document: Document) -> list[Candidate]:
    """All possible names of ``document``; overlaps are not settled."""
    return list(_EnglishReader(document).candidates())


def without_possessive(word: str) -> str:
    """A folded word without its possessive ending."""
    return word[:-2] if word.endswith("'s") and len(word) > 3 else word


class _EnglishReader:
    """Reads one document from its first token to its last."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens = document.tokens
        self._joined = Row.of(document).joined
        self._norms = [without_possessive(token.norm) for token in self._tokens]
        self._gazetteer = gazetteer()
        self._names = english_names()
        self._titles = word_classes("titles_en")
        self._heads = word_classes("heads_en")
        self._initial = self._sentence_initial()
        self._headline = self._headline_tokens()

    def candidates(self) -> Iterator[Candidate]:
        """Candidates of every rule."""
        at = 0
        while at < len(self._tokens):
            known = self._known(at)
            if known:
                yield known
            at += 1
        at = 0
        while at < len(self._tokens):
            end = self._row_end(at)
            if end is None:
                at += 1
                continue
            yield from self._row(at, end)
            at = end + 1

    def _end(self, at: int) -> int:
        """The end of token ``at`` without its possessive ending."""
        token = self._tokens[at]
        return token.end - 2 if self._norms[at] != token.norm else token.end

    def _known(self, at: int) -> Candidate | None:
        token = self._tokens[at]
        if not token.is_word or token.is_arabic:
            return None
        most = at + 1
        while most < len(self._tokens) and most - at <= LOOK_AHEAD and self._joined[most]:
            most += 1
        row = [t.norm for t in self._tokens[at + 1 : most]]
        matches = self._gazetteer.find(token.norm, row)
        stripped = self._gazetteer.find(self._norms[at], self._norms[at + 1 : most])
        if stripped and (not matches or stripped[0].words > matches[0].words):
            matches = stripped
        if not matches:
            return self._compound(at)
        last = at + matches[0].words - 1
        return next((c for m in matches if (c := self._accepted(at, last, m))), None)

    def _compound(self, at: int) -> Candidate | None:
        """The name in Iran-backed, Saudi-led: a known name before a hyphen and a participle."""
        token = self._tokens[at]
        stem, _, suffix = token.norm.rpartition("-")
        if suffix not in _SUFFIXES or not stem or not token.text[0].isupper():
            return None
        matches = [m for m in self._gazetteer.find(stem, ()) if not m.weak]
        length = len(stem)
        if not matches or len(token.norm) != len(token.text):
            return None
        entry = matches[0].entry
        return Candidate(token.start, token.start + length, at, at, entry.type, (stem,), entry, weight=1)

    def _accepted(self, at: int, last: int, match: Match) -> Candidate | None:
        start, end = self._tokens[at].start, self._end(last)
        text = self._document.text[start:end]
        if match.exact and text != match.exact:
            return None
        if not any(char.isupper() for char in text) or (
            match.words == 1 and not self._is_capital(at) and "-" not in text
        ):
            return None
        if match.weak and not self._cued(at, last, match.entry.type):
            return None
        if match.words == 1 and match.entry.type is EntityType.PLACE and self._inside_name(at, last):
            return None
        words = tuple(self._norms[at : last + 1])
        return Candidate(start, end, at, last, match.entry.type, words, match.entry, weight=1)

    def _inside_name(self, at: int, last: int) -> bool:
        """Whether a one-word place is a person's surname or given name by its neighbours: Jack London, Paris Hilton."""
        before = at > 0 and self._joined[at] and self._is_capital(at - 1) and self._given(at - 1)
        return before and not self._initial[at - 1] and self._norms[at - 1] not in self._titles["title"]

    def _cued(self, at: int, last: int, type_: EntityType) -> bool:
        after = self._norms[last + 1] if last + 1 < len(self._tokens) and self._joined[last + 1] else ""
        if type_ is EntityType.OUTLET:
            return after in self._heads["anaphor:outlet"]
        if type_ is EntityType.PERSON:
            return at > 0 and self._norms[at - 1] in self._titles["title"]
        if type_ is EntityType.PLACE:
            return at > 0 and self._norms[at - 1] in _PLACE_WORDS and not self._initial[at]
        return False

    def _is_capital(self, at: int) -> bool:
        token = self._tokens[at]
        return token.is_word and token.text[0].isupper()

    def _given(self, at: int) -> bool:
        role = self._names.role(self._norms[at])
        return "g" in role

    def _sentence_initial(self) -> list[bool]:
        initial = [False] * len(self._tokens)
        for start, end in self._document.sentences:
            first = next((t for t in self._document.tokens_in(start, min(end, start + 400)) if t.is_word), None)
            if first:
                initial[first.index] = True
        for quote in self._document.quotes:
            first = next(
                (t for t in self._document.tokens_in(quote.inner_start, quote.inner_start + 80) if t.is_word), None
            )
            if first:
                initial[first.index] = True
        return initial

    def _headline_tokens(self) -> list[bool]:
        out = [False] * len(self._tokens)
        for start, end in self._document.sentences:
            words = [t for t in self._document.tokens_in(start, end) if t.is_word and len(t.text) > 3]
            full = self._document.text[end - 1] in ".?!"
            least = _FULL_HEADLINE_SHARE if full else _HEADLINE_SHARE
            if len(words) > 3 and sum(t.text[0].isupper() for t in words) / len(words) > least:
                for token in self._document.tokens_in(start, end):
                    out[token.index] = True
        return out

    def _row_end(self, at: int) -> int | None:
        """The last token of the row of capitalized words that begins at ``at``, or None where none begins."""
        if not self._is_capital(at) or self._tokens[at].is_arabic:
            return None
        last = at
        while last - at < _LONGEST_ROW:
            step = self._row_step(at, last)
            if not step:
                break
            last += step
            if self._tokens[last].norm != self._norms[last]:
                break
        return last

    def _row_step(self, first: int, last: int) -> int:
        """How many tokens the row grows by after ``last``."""

        def free(at: int) -> bool:
            return at < len(self._tokens) and self._joined[at]

        after = last + 1
        if not free(after):
            return 0
        if self._tokens[after].norm == "." and len(self._tokens[last].text) == 1 and free(after + 1):
            return 2 if self._is_capital(after + 1) else 0
        if self._is_capital(after):
            return 1
        norm = self._norms[after]
        if norm.startswith(("al-", "el-", "ul-")):
            return 1
        if norm in _PARTICLES or norm in _CONNECTORS:
            if norm in _CONNECTORS and norm not in _PARTICLES and not self._may_connect(first, last):
                return 0
            if free(after + 1) and (self._is_capital(after + 1) or self._norms[after + 1].startswith(("al-", "el-"))):
                return 2
            if free(after + 2) and self._norms[after + 1] in _PARTICLES | {"the"} and self._is_capital(after + 2):
                return 3
        return 0

    def _may_connect(self, first: int, last: int) -> bool:
        """Whether "of" or "and" may go on with the row: it begins or ends with a type noun."""
        heads = self._heads["first:organization"] | self._heads["first:place"] | self._heads["last:organization"]
        return any(self._norms[i] in heads for i in (first, last))

    def _row(self, first: int, last: int) -> Iterator[Candidate]:
        """The names inside a row of capitalized words."""
        roles: set[str] = set()
        start = first
        if self._initial[start] and self._norms[start] in self._titles["starter"]:
            start += 1
        headed = self._headed(start, last)
        if headed:
            yield headed
            return
        for at in range(start, last + 1):
            if self._norms[at] in self._titles["title"]:
                roles.add(self._norms[at])
                start = at + 1
                if start <= last and self._tokens[start].norm == ".":
                    start += 1
                if start + 1 <= last and self._norms[start] == "of":
                    start += 2
        while start <= last and (self._norms[start] in self._titles["calendar"] or self._norms[start] in _CONNECTORS):
            start += 1
        if start > last:
            return
        person = self._as_person(start, last, frozenset(roles))
        if person:
            yield person
            return
        other = self._by_shape(start, last)
        if other:
            yield other

    def _headed(self, first: int, last: int) -> Candidate | None:
        """A row that a type noun makes the name of an organization, outlet or place."""
        if last == first or self._headline[first]:
            return None
        for kind, type_ in (
            ("organization", EntityType.ORGANIZATION),
            ("place", EntityType.PLACE),
            ("outlet", EntityType.OUTLET),
        ):
            ends = self._norms[last] in self._heads[f"last:{kind}"]
            begins = self._norms[first] in self._heads.get(f"first:{kind}", frozenset()) and self._norms[first + 1] in (
                "of",
                "for",
            )
            if ends or begins:
                if self._norms[first] in self._titles["title"]:
                    return None
                return self._candidate(first, last, type_, weight=0)
        return None

    def _as_person(self, first: int, last: int, roles: frozenset[str]) -> Candidate | None:
        words = [i for i in range(first, last + 1) if self._tokens[i].is_word]
        if not words or len(words) > _LONGEST_PERSON or any(self._norms[i] in _CONNECTORS - _PARTICLES for i in words):
            return None
        role = self._names.role(self._norms[first])
        if roles and not self._headline[first]:
            return self._candidate(first, last, EntityType.PERSON, roles, weight=3)
        if len(words) < 2:
            return None
        known_last = "s" in self._names.role(self._norms[last]) or not self._names.role(self._norms[last])
        if "g" in role and ("w" not in role or not self._initial[first]) and (known_last or not self._headline[first]):
            return self._candidate(first, last, EntityType.PERSON, roles, weight=2)
        initials = len(self._tokens[first].text) == 1 or "." in self._norms[first + 1 : last]
        if initials and "s" in self._names.role(self._norms[last]):
            return self._candidate(first, last, EntityType.PERSON, roles, weight=1)
        arab = any(
            self._norms[i].startswith(("al-", "el-")) or self._norms[i] in ("bin", "abu", "ibn") for i in words[1:]
        )
        if arab and not self._headline[first]:
            return self._candidate(first, last, EntityType.PERSON, roles, weight=1)
        return None

    def _by_shape(self, first: int, last: int) -> Candidate | None:
        token = self._tokens[first]
        if self._headline[first] or (self._initial[first] and first == last and not token.text.isupper()):
            return None
        if first == last and token.text.isupper() and 2 <= len(token.text) <= 6 and token.text.isalpha():
            if self._norms[first] in self._titles["calendar"] | self._titles["starter"] | self._titles["title"]:
                return None
            return self._candidate(first, last, EntityType.ORGANIZATION, weight=0)
        before = self._norms[first - 1] if first else ""
        if before in _PLACE_WORDS and last - first < 2 and self._norms[first] not in self._titles["calendar"]:
            return self._candidate(first, last, EntityType.PLACE, weight=0)
        return None

    def _candidate(
        self, first: int, last: int, type_: EntityType, roles: frozenset[str] = frozenset(), weight: int = 0
    ) -> Candidate:
        words = tuple(self._norms[i] for i in range(first, last + 1) if self._tokens[i].is_word)
        start, end = self._tokens[first].start, self._end(last)
        known = self._gazetteer.find(self._norms[first], self._norms[first + 1 : last + 1])
        entry = None
        if known and known[0].words == last - first + 1 and known[0].entry.type is type_ and not known[0].exact:
            entry = known[0].entry
        return Candidate(start, end, first, last, type_, words, entry, roles, weight)
