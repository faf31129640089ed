"""Names of organizations, outlets and places in Arabic that begin with a type noun.

An official type noun is part of the name and takes its complement with it (وزارة الصحة السعودية، جامعة الملك سعود،
الهيئة العامة للاستثمار). A describing one only announces the name after it (شركة، مدينة، صحيفة). The practice is that
of the Arabic news corpora: a complement is definite or a name, adjectives agree and follow, a list joined with و stays
one name for the type nouns that govern fields of work.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from kg.extract.local.candidates import Candidate
from kg.extract.local.names_ar import ArabicNameGrammar
from kg.gazetteer import arabic_words, word_classes
from kg.text import Reading, Token
from schemas import EntityType

_PROCLITICS = frozenset({"", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل"})
_RELATIVES = frozenset(
    {"التي", "الذي", "الذين", "اللذين", "اللتين", "الي", "اليوم", "الان", "الا", "اليه", "اليها", "الاحد"}
)
_MOST_WORDS = 9
_OFFICIAL = {"organization": EntityType.ORGANIZATION, "place": EntityType.PLACE}

KnownName = Callable[[int], tuple[int, EntityType] | None]
"""The last token and the type of the gazetteer's name that begins at a token, or None."""


@dataclass(frozen=True)
class ArabicHeadGrammar:
    """Reads names that a type noun announces."""

    tokens: tuple[Token, ...]
    joined: list[bool]
    names: ArabicNameGrammar
    known: KnownName

    @cached_property
    def _heads(self) -> dict[str, frozenset[str]]:
        return word_classes("heads_ar")

    @cached_property
    def _parts(self) -> dict[str, frozenset[str]]:
        return word_classes("complements_ar")

    @cached_property
    def _stops(self) -> frozenset[str]:
        never = word_classes("ordinary_ar")["never"]
        return frozenset(word for word in never if not word.startswith("ال")) | _RELATIVES

    def at(self, at: int) -> Candidate | None:
        """The name that the type noun at token ``at`` announces or begins."""
        token = self.tokens[at]
        if not token.is_arabic or at + 1 >= len(self.tokens):
            return None
        for reading in token.readings:
            if reading.prefix not in _PROCLITICS:
                continue
            for kind, type_ in _OFFICIAL.items():
                if reading.word in self._heads[f"official:{kind}"]:
                    return self._official(reading, at, type_)
            if reading.word in self._heads["outlet:outlet"]:
                return self._announced(at, EntityType.OUTLET)
            if reading.word in self._heads["describing:organization"]:
                return self._announced(at, EntityType.ORGANIZATION)
            if reading.word in self._heads["describing:place"]:
                return self._announced(at, EntityType.PLACE)
        return None

    def announces(self, at: int, type_: EntityType) -> bool:
        """Whether token ``at`` is a type noun of ``type_``, so that a doubtful name after it may be believed."""
        if at < 0 or not self.tokens[at].is_arabic:
            return False
        wanted = {
            EntityType.PLACE: ("describing:place", "official:place"),
            EntityType.OUTLET: ("outlet:outlet",),
            EntityType.ORGANIZATION: ("describing:organization", "official:organization"),
        }.get(type_, ())
        return any(
            reading.word in self._heads[kind]
            for reading in self.tokens[at].readings
            if reading.prefix in _PROCLITICS
            for kind in wanted
        )

    def _official(self, head: Reading, at: int, type_: EntityType) -> Candidate | None:
        definite = head.word.startswith("ال")
        last = self._adjectives(at) if definite else self._complement(at)
        if last == at:
            return None
        last = self._more(head.word, at, last, definite=definite)
        words = (head.word, *(self.tokens[i].norm for i in range(at + 1, last + 1)))
        return Candidate(head.start, self.tokens[last].end, at, last, type_, words, weight=2)

    def _free(self, at: int) -> bool:
        """Whether token ``at`` is an Arabic word that follows the one before directly."""
        return at < len(self.tokens) and self.joined[at] and self.tokens[at].is_arabic

    def _complement(self, at: int) -> int:
        """The last token of the first complement after the indefinite type noun at ``at``, or ``at``."""
        i = at + 1
        if not self._free(i):
            return at
        while self._free(i + 1) and self.tokens[i].norm in self._parts["construct"] and i - at < 3:
            i += 1
        word = self.tokens[i].norm
        known = self.known(i)
        if known:
            return known[0]
        if word in self._stops:
            return at
        if word in self._parts["royal"] and self._free(i + 1) and self.names.begins(i + 1, titled=True):
            return self.names.end(i + 1, titled=True)
        if word.startswith("ال") and len(word) > 3:
            return i
        foreign = i == at + 1 and not arabic_words().knows(word) and len(word) > 2
        return i if foreign else at

    def _adjectives(self, at: int) -> int:
        last = at
        while self._free(last + 1) and self._is_adjective(self.tokens[last + 1].norm) and last - at < 4:
            last += 1
        return last

    def _is_adjective(self, word: str) -> bool:
        if word in self._parts["adjective"]:
            return True
        return word.startswith("ال") and len(word) > 5 and word.endswith(("ي", "يه")) and word not in _RELATIVES

    def _more(self, head: str, at: int, last: int, *, definite: bool) -> int:
        last = self._adjectives(last)
        if definite or head in self._parts["coordinating"]:
            last = self._purpose(last)
        if head in self._parts["coordinating"]:
            while last - at < _MOST_WORDS and self._free(last + 1) and self._is_listed(last + 1):
                last = self._adjectives(last + 1)
        return min(last, at + _MOST_WORDS)

    def _is_listed(self, at: int) -> bool:
        return self.tokens[at].norm.startswith("وال") and len(self.tokens[at].norm) > 5

    def _purpose(self, last: int) -> int:
        """A complement with ل after the adjectives: الهيئة العامة للاستثمار، المنظمة العربية لحقوق الإنسان."""
        at = last + 1
        if not self._free(at) or self.tokens[at].norm in self._stops:
            return last
        word = self.tokens[at].norm
        if word.startswith("لل") and len(word) > 4:
            last = self._adjectives(at)
            if self._free(last + 1) and self.tokens[last + 1].norm.startswith("ولل"):
                last = self._adjectives(last + 1)
            return last
        construct = word.startswith("ل") and word[1:] in self._parts["construct"]
        if construct and self._free(at + 1) and self.tokens[at + 1].norm.startswith("ال"):
            return self._adjectives(at + 1)
        return last

    def _announced(self, head: int, type_: EntityType) -> Candidate | None:
        """A name after a describing type noun that the gazetteer does not know."""
        at = head + 1
        if not self._free(at) or self.known(at):
            return None
        word = self.tokens[at].norm
        if word in self._stops or not self._announceable(word, type_):
            return None
        last = at
        if word in self._parts["place_part"] and self._free(at + 1):
            last = at + 1
        elif not word.startswith("ال"):
            while last - at < 2 and self._free(last + 1) and self._unknown(self.tokens[last + 1].norm):
                last += 1
        words = tuple(self.tokens[i].norm for i in range(at, last + 1))
        return Candidate(self.tokens[at].start, self.tokens[last].end, at, last, type_, words)

    def _announceable(self, word: str, type_: EntityType) -> bool:
        if word in self._parts["place_part"] and type_ is EntityType.PLACE:
            return True
        if word.startswith("ال") and type_ is not EntityType.ORGANIZATION:
            return len(word) > 4 and not self._is_adjective(word) and word not in self._parts["construct"]
        return self._unknown(word)

    def _unknown(self, word: str) -> bool:
        return len(word) > 2 and not word[0].isdigit() and word not in self._stops and not arabic_words().knows(word)
