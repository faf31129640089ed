"""Names in rows of capitalized English words.

A row is a name by what is known of it: a title before it, a given name at its beginning, a type noun at its end (Human
Rights Council) or beginning (Ministry of Health), a verb of saying beside it. A capital at the beginning of a sentence,
or in a headline that is all capitals, says nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.local.candidates import Candidate
from kg.extract.local.english_text import CONNECTORS, PARTICLES, EnglishText
from kg.gazetteer import gazetteer
from schemas import EntityType

_PLACE_WORDS = frozenset({"in", "near", "outside", "around", "towards", "inside"})
_ARABIC_PARTICLES = frozenset({"bin", "abu", "ibn"})
_ARTICLES = frozenset({"al", "ar", "as", "ash", "an", "ad", "at", "az", "el"})
_LONGEST_PERSON = 5
_LONGEST_ACRONYM = 6
_DESCRIBING = frozenset({"a", "an", "who", "whose", "his", "her"})
_FORCES = frozenset({"army", "military", "navy", "parliament", "air force", "coast guard", "armed forces"}) | frozenset(
    f"{field} ministry"
    for field in (
        "foreign",
        "interior",
        "defense",
        "defence",
        "health",
        "finance",
        "justice",
        "energy",
        "oil",
        "education",
    )
)
_PLACE_PARTS = frozenset(
    {"deir", "beit", "khan", "tel", "tal", "tell", "jebel", "jabal", "wadi", "ras", "ain", "bab", "kafr"}
)
"""First words of compound Arabic names of places."""
_HEADED = (
    ("organization", EntityType.ORGANIZATION),
    ("place", EntityType.PLACE),
    ("outlet", EntityType.OUTLET),
)


@dataclass(frozen=True)
class CapitalGrammar:
    """Reads the rows of capitalized words of a text."""

    text: EnglishText

    def candidates(self) -> Iterator[Candidate]:
        """The names of all rows."""
        for first, last in self.text.rows():
            candidate = self._row(first, last)
            if candidate:
                yield candidate

    def _row(self, first: int, last: int) -> Candidate | None:
        """The name inside a row of capitalized words."""
        text = self.text
        start = first + 1 if text.initial[first] and text.is_(first, "starter") else first
        forces = self._forces(first, last)
        if forces:
            return forces
        headed = self._medium(start, last) or self._headed(start, last)
        if headed:
            return headed
        roles: set[str] = set()
        for at in range(start, last + 1):
            if text.is_(at, "title"):
                roles.add(text.norms[at])
                start = self._after_title(at, last)
        while start <= last and not self._may_begin(start):
            start += 1
        if start > last:
            return None
        return self._as_person(start, last, frozenset(roles)) or self._by_shape(start, last)

    def _forces(self, first: int, last: int) -> Candidate | None:
        """The forces and ministries of a nation: the Iraqi army, the Gaza health ministry."""
        text = self.text
        if not text.free(last + 1) or text.norms[last] != text.tokens[last].norm:
            return None
        if not text.is_(last, "nation") and not _is_place(text.norms[last]):
            return None
        words = (text.norms[last + 1], text.norms[last + 2] if text.free(last + 2) else "")
        length = 2 if " ".join(words) in _FORCES else 1 if words[0] in _FORCES else 0
        return self._candidate(last, last + length, EntityType.ORGANIZATION) if length else None

    def _after_title(self, at: int, last: int) -> int:
        """Where a name may begin after a title and the office it is of: Secretary of State |John Kerry."""
        start = at + 1
        if start <= last and self.text.norms[start] == ".":
            return start + 1
        if start < last and self.text.norms[start] in CONNECTORS:
            return next((i for i in range(start + 2, last) if self.text.given(i)), last + 1)
        return start

    def _may_begin(self, at: int) -> bool:
        word = self.text.norms[at]
        return self.text.tokens[at].is_word and word not in CONNECTORS and not self.text.is_(at, "calendar")

    def _medium(self, first: int, last: int) -> Candidate | None:
        """A row beside a noun of media: the news site Marsad, the Okaz newspaper, Harbour, a weekly."""
        text = self.text
        if last < first or text.headline[first] or not self._may_begin(first):
            return None
        nouns = text.heads["noun:outlet"]
        before = first > 0 and text.joined[first] and text.norms[first - 1] in nouns
        after = text.free(last + 1) and text.norms[last + 1] in nouns
        return self._candidate(first, last, EntityType.OUTLET, weight=4) if before or after else None

    def _headed(self, first: int, last: int) -> Candidate | None:
        """A row that a type noun makes the name of an organization, outlet or place."""
        text = self.text
        if last <= first or text.headline[first] or text.is_(first, "title"):
            return None
        for kind, type_ in _HEADED:
            ends = text.norms[last] in text.heads[f"last:{kind}"]
            begins = text.norms[first] in text.heads.get(f"first:{kind}", frozenset())
            if ends or (begins and text.norms[first + 1] in ("of", "for")):
                return self._candidate(first, last, type_)
        return None

    def _as_person(self, first: int, last: int, roles: frozenset[str]) -> Candidate | None:
        text = self.text
        if text.norms[first] in _PLACE_PARTS and first < last and not roles:
            return self._candidate(first, last, EntityType.PLACE)
        words = [at for at in range(first, last + 1) if text.tokens[at].is_word]
        if len(words) > _LONGEST_PERSON or any(text.norms[at] in CONNECTORS - PARTICLES for at in words):
            return None
        if self._is_known_thing(first, last) or (not roles and self._is_arabic_place(first)):
            return None
        if roles and not text.headline[first]:
            if len(words) > 2 and not text.role(first) and text.given(words[1]):
                first = words[1]
            return self._candidate(first, last, EntityType.PERSON, roles, weight=3)
        if len(words) < 2:
            return None
        known_last = "s" in text.role(last) or not text.role(last)
        if text.given(first) and (known_last or not text.headline[first]):
            return self._candidate(first, last, EntityType.PERSON, roles, weight=2)
        initials = len(text.tokens[first].text) == 1 or "." in text.norms[first + 1 : last]
        if (initials and "s" in text.role(last)) or self._is_arabic_name(words) or self._speaks(first, last):
            return self._candidate(first, last, EntityType.PERSON, roles, weight=1)
        return None

    def _is_known_thing(self, first: int, last: int) -> bool:
        """Whether the gazetteer knows the whole row, of two words or more, as no person."""
        known = gazetteer().find(self.text.norms[first], self.text.norms[first + 1 : last + 1])
        whole = bool(known) and known[0].words == last - first + 1 > 1
        return whole and all(match.entry.type is not EntityType.PERSON for match in known)

    def _is_arabic_place(self, first: int) -> bool:
        """Whether a row with the Arabic article stands behind a preposition of place: near Al Huwayjah."""
        before = self.text.norms[first - 1] if first and self.text.joined[first] else ""
        article, hyphen, _ = self.text.norms[first].partition("-")
        return before in _PLACE_WORDS and article in _ARTICLES and (bool(hyphen) or not self.text.given(first))

    def _is_arabic_name(self, words: list[int]) -> bool:
        norms = [self.text.norms[at] for at in words[1:]]
        parts = any(norm.startswith(("al-", "el-")) or norm in _ARABIC_PARTICLES for norm in norms)
        return parts and not self.text.headline[words[0]]

    def _speaks(self, first: int, last: int) -> bool:
        """Whether unknown words are a person by their place: beside a verb of saying, or with a surname at the end."""
        text = self.text
        before = text.norms[first - 1] if first and text.joined[first] else ""
        inserted = before == "," and text.free(last + 1) and text.norms[last + 1] == ","
        if not text.headline[first] and before != "the" and (inserted or self._is_described(last + 1)):
            return True
        if text.headline[first] or text.initial[first]:
            return False
        if before in text.titles["speech"] or (text.free(last + 1) and text.is_(last + 1, "speech")):
            return True
        return "s" in text.role(last) and "w" not in text.role(last) and before != "the"

    def _is_described(self, at: int) -> bool:
        """Whether a comma and what somebody is, or how old, follow: , a doctor ... / , 43, ... / , who ..."""
        text = self.text
        if not text.free(at + 1) or text.norms[at] != ",":
            return False
        word = text.norms[at + 1]
        age = word.isdigit() and len(word) < 3 and text.free(at + 2) and text.norms[at + 2] == ","
        return age or word in _DESCRIBING

    def _by_shape(self, first: int, last: int) -> Candidate | None:
        text = self.text
        token = text.tokens[first]
        acronym = first == last and token.text.isupper() and token.text.isalpha()
        if text.headline[first] or (text.initial[first] and first == last and not acronym):
            return None
        if acronym and 2 <= len(token.text) <= _LONGEST_ACRONYM:
            ordinary = any(text.is_(first, class_) for class_ in ("calendar", "starter", "title"))
            return None if ordinary else self._candidate(first, last, EntityType.ORGANIZATION)
        if first == last and text.given(first) and "w" not in text.role(first):
            return self._candidate(first, last, EntityType.PERSON)
        before = text.norms[first - 1] if first else ""
        return self._candidate(first, last, EntityType.PLACE) if before in _PLACE_WORDS and last - first < 2 else None

    def _candidate(
        self, first: int, last: int, type_: EntityType, roles: frozenset[str] = frozenset(), weight: int = 0
    ) -> Candidate:
        text = self.text
        words = tuple(text.norms[at] for at in range(first, last + 1) if text.tokens[at].is_word)
        known = gazetteer().find(text.norms[first], text.norms[first + 1 : last + 1])
        whole = known and known[0].words == last - first + 1 and known[0].entry.type is type_ and not known[0].exact
        entry = known[0].entry if whole else None
        return Candidate(text.tokens[first].start, text.end(last), first, last, type_, words, entry, roles, weight)


def _is_place(word: str) -> bool:
    return any(match.entry.type is EntityType.PLACE and not match.weak for match in gazetteer().named(word))
