"""Names of persons in Arabic: given names, patronymics, surnames, and the titles that announce them.

A row of words is read as a name where its first word is a given name that is seldom anything else, or where a title
stands before it. The row goes on through patronymics (بن), compounds (عبد، أبو، آل، … الدين), surnames and words that
no dictionary knows, which in news prose are foreign names; it ends before a word that is no part of names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kg.gazetteer import PersonNames, Vocabulary, arabic_names, arabic_words, word_classes
from kg.text import Reading, Token

_LINKS = frozenset({"بن", "ابن", "بنت", "ولد", "ال", "اولد"})
_OPENERS = frozenset({"عبد", "ابو", "ابي", "ابا", "ام", "ال", "بن", "ابن"})
_CLOSERS = frozenset({"الدين", "الله", "الحق", "الاسلام", "الرحمن", "الزهراء"})
_PARTICLES = frozenset({"دي", "فان", "فون", "دو", "دا", "لو", "دير", "سان", "ماك", "لا", "مك", "ديل", "اوغلو"})
_PROCLITICS = frozenset({"و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك"})
_LONGEST = 8


@dataclass(frozen=True)
class ArabicNameGrammar:
    """Reads names of persons from a row of tokens."""

    tokens: tuple[Token, ...]
    joined: list[bool]

    @cached_property
    def _names(self) -> PersonNames:
        return arabic_names()

    @cached_property
    def _words(self) -> Vocabulary:
        return arabic_words()

    @cached_property
    def _never(self) -> frozenset[str]:
        return word_classes("ordinary_ar")["never"]

    def begins(self, at: int, *, titled: bool) -> Reading | None:
        """How token ``at`` is read as the first word of a name, or None; ``titled`` where a title stands before it."""
        token = self.tokens[at]
        if not token.is_arabic:
            return None
        for reading in token.readings:
            if reading.prefix and (reading.prefix not in _PROCLITICS or len(reading.word) < 3):
                continue
            if reading.word in self._never:
                if not reading.prefix:
                    return None
                continue
            if self._opens_name(reading.word, at, clitic=bool(reading.prefix), titled=titled):
                return reading
            if not reading.prefix and (titled and self._looks_foreign(reading.word)):
                return reading
        return None

    def end(self, at: int, *, titled: bool) -> int:
        """The last token of the name that begins at token ``at``."""
        last = at
        if self._first_needs_second(at):
            last = min(at + 1, len(self.tokens) - 1)
        while last + 1 < len(self.tokens) and last - at < _LONGEST and self.joined[last + 1]:
            step = self._continues(last + 1, titled=titled)
            if not step:
                break
            last += step
        return last

    def believed(self, first: Reading, at: int, last: int) -> bool:
        """Whether the row ``at..last`` is a name without a title before it: two words, one of them a common name."""
        role = self._names.role(first.word)
        if last == at:
            return False
        others = [self.tokens[i].norm for i in range(at + 1, last + 1)]
        if first.word in _OPENERS or first.word.startswith("عبدال"):
            return first.word not in {"ام", "بن", "ابن"} or len(others) > 1
        if any(word in _LINKS for word in others[:-1]):
            return True
        sure = ("c" in role or "w" not in role) and "g" in role
        named = [word for word in others if self._names.role(word) or word in _CLOSERS or word.startswith("عبدال")]
        if sure:
            return bool(named) or not self._words.knows(others[0])
        return "g" in role and any(not self._is_word(word) or "c" in self._names.role(word) for word in named)

    def _opens_name(self, word: str, at: int, *, clitic: bool, titled: bool) -> bool:
        if word in _OPENERS:
            return (
                at + 1 < len(self.tokens) and self.joined[at + 1] and self._may_follow_opener(word, at, titled=titled)
            )
        if word.startswith("عبدال") and len(word) > 6:
            return True
        role = self._names.role(word)
        if clitic:
            return "c" in role and not self._words.has(self.tokens[at].norm)
        if "g" in role:
            return True
        return titled and ("s" in role or (word.startswith("ال") and self._surname_like(word)))

    def _may_follow_opener(self, opener: str, at: int, *, titled: bool) -> bool:
        following = self.tokens[at + 1]
        if not following.is_arabic or following.norm in self._never:
            return False
        if opener == "عبد":
            return following.norm.startswith("ال") or bool(self._names.role(following.norm)) or following.norm == "رب"
        if opener in ("ابو", "ابي", "ابا"):
            return True
        return titled or (bool(self._names.role(following.norm)) and opener == "ال")

    def _first_needs_second(self, at: int) -> bool:
        return (
            any(r.word in _OPENERS for r in self.tokens[at].readings if not r.prefix or r.prefix in _PROCLITICS)
            and at + 1 < len(self.tokens)
            and self.joined[at + 1]
        )

    def _continues(self, at: int, *, titled: bool) -> int:
        """How many tokens from ``at`` on go on with a name: 0, 1, or 2 with a link and what it links."""
        token = self.tokens[at]
        word = token.norm
        if not token.is_arabic:
            return 0
        if word in _LINKS or word in ("عبد", "ابو", "ابي", "ابا", "ام"):
            ahead = at + 1
            if ahead < len(self.tokens) and self.joined[ahead] and self.tokens[ahead].is_arabic:
                following = self.tokens[ahead].norm
                if following in ("عبد", "ابو", "ابي") and ahead + 1 < len(self.tokens) and self.joined[ahead + 1]:
                    return 3
                if following not in self._never or following == "علي":
                    return 2
            return 0
        if word in self._never:
            return 0
        if word in _CLOSERS or word.startswith("عبدال"):
            return 1
        if word in _PARTICLES:
            return 1 if at + 1 < len(self.tokens) and self.joined[at + 1] and self._continues_plain(at + 1) else 0
        return int(self._continues_plain(at))

    def _continues_plain(self, at: int) -> bool:
        word = self.tokens[at].norm
        if not self.tokens[at].is_arabic or word in self._never:
            return False
        role = self._names.role(word)
        if role and ("w" not in role or "c" in role or not self._has_proclitic_reading(word)):
            return True
        if word.startswith("ال"):
            return self._surname_like(word)
        return self._looks_foreign(word)

    def _surname_like(self, word: str) -> bool:
        """A word with the article that is a surname: known as one, or in no dictionary, or a nisba none knows."""
        if "s" in self._names.role(word):
            return True
        return not self._words.has(word) and not self._words.has(word[2:]) and not self._words.knows(word)

    def _looks_foreign(self, word: str) -> bool:
        return len(word) > 2 and not word[0].isdigit() and not self._words.knows(word)

    def _has_proclitic_reading(self, word: str) -> bool:
        return word[:1] in ("و", "ف", "ب", "ل", "ك") and self._words.has(word[1:])

    def _is_word(self, word: str) -> bool:
        return "w" in self._names.role(word)
