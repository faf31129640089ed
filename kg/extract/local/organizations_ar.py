"""Names of organizations, outlets and places in Arabic that begin with a type noun.

An official type noun is part of the name and takes its complement with it (وزارة الصحة السعودية، جامعة الملك سعود،
الهيئة العامة للاستثمار). A describing one only announces the name after it (شركة، مدينة، صحيفة). The practice is that
of the Arabic news corpora: a complement is definite or a name, adjectives agree and follow, a list joined with و stays
one name for the type nouns that govern fields of work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.extract.local.candidates import Candidate, Row
from kg.extract.local.names_ar import ArabicNameGrammar
from kg.gazetteer import arabic_words, word_classes
from kg.text import Reading
from schemas import EntityType

_RELATIVES = frozenset(
    {"التي", "الذي", "الذين", "اللذين", "اللتين", "الي", "اليوم", "الان", "الا", "اليه", "اليها", "الاحد"}
)
_MOST_WORDS = 9
_OFFICIAL = {"organization": EntityType.ORGANIZATION, "place": EntityType.PLACE}

_ANNOUNCING = {
    "press:outlet": EntityType.OUTLET,
    "outlet:outlet": EntityType.OUTLET,
    "describing:organization": EntityType.ORGANIZATION,
    "settlement:place": EntityType.PLACE,
    "describing:place": EntityType.PLACE,
}
_OPEN = frozenset({"settlement:place", "press:outlet"})
"""After these nouns even an ordinary definite word is a name."""
_BEFORE = {
    EntityType.PLACE: ("describing:place", "settlement:place", "official:place"),
    EntityType.OUTLET: ("press:outlet", "outlet:outlet", "staff:outlet"),
    EntityType.ORGANIZATION: ("describing:organization", "official:organization"),
}
_ALL_HEADS = tuple(kind for kinds in _BEFORE.values() for kind in kinds)
_FOREIGN_ARTICLES = frozenset({"ذا", "ذي", "ذه", "لا", "لو", "دير", "دي", "ايل"})
_FEMININE_ELATIVES = frozenset({"العليا", "الكبري", "الوسطي", "العظمي", "الدنيا"})
_FEMININE = ("ه", "ات")
_PARTS_OF_OTHERS = frozenset({"بعثه", "كتايب", "سرايا", "مجلس", "لجنه", "محكمه", "امانه", "مفوضيه", "صندوق", "وزاره"})
_ORGANS = frozenset(
    {("مجلس", "اداره"), ("مجلس", "الاداره"), ("مجلس", "امناء"), ("مجلس", "الامناء"), ("الجمعيه", "العموميه")}
)
"""Organs that every body has: the noun and its complement name nothing."""
_PURPOSEFUL = frozenset({"منظمه", "جمعيه", "مركز", "موسسه", "صندوق", "اتحاد", "رابطه", "معهد", "هييه", "لجنه", "ديوان"})

KnownName = Callable[[int], tuple[int, EntityType] | None]
"""The last token and the type of the gazetteer's name that begins at a token, or None."""


@dataclass(frozen=True)
class ArabicHeadGrammar:
    """Reads names that a type noun announces."""

    row: Row
    names: ArabicNameGrammar
    known: KnownName

    @cached_property
    def _heads(self) -> dict[str, frozenset[str]]:
        return word_classes("heads_ar")

    @cached_property
    def _parts(self) -> dict[str, frozenset[str]]:
        return word_classes("complements_ar")

    @cached_property
    def _persons(self) -> frozenset[str]:
        return word_classes("titles_ar")["direct"] | word_classes("titles_ar")["office"]

    @cached_property
    def _stops(self) -> frozenset[str]:
        never = word_classes("ordinary_ar")["never"]
        return frozenset(word for word in never if not word.startswith("ال")) | _RELATIVES

    def at(self, at: int) -> Candidate | None:
        """The name that the type noun at token ``at`` announces or begins."""
        if at + 1 >= len(self.row.tokens):
            return None
        for reading in self._readings(at):
            for kind, type_ in _OFFICIAL.items():
                if reading.word in self._heads[f"official:{kind}"]:
                    return self._official(reading, at, type_)
            for kind, type_ in _ANNOUNCING.items():
                if reading.word in self._heads[kind]:
                    return self._announced(at, type_, any_word=kind in _OPEN)
            if reading.word in self._heads["portfolio:organization"] and self._stands_alone(at):
                return self._official(reading, at, EntityType.ORGANIZATION)
        return None

    def noun(self, at: int) -> frozenset[str]:
        """The type noun at token ``at``, folded, as a set of one; empty where it is none."""
        heads = [reading.word for reading in self._readings(at)] if at >= 0 else []
        found = next((word for word in heads if any(word in self._heads[kind] for kind in _ALL_HEADS)), None)
        return frozenset() if found is None else frozenset({found})

    def _readings(self, at: int) -> Iterator[Reading]:
        """Readings of token ``at`` as a noun; letters are no proclitics where the whole word is a known form."""
        for reading in self.row.readings[at]:
            if not reading.prefix or not arabic_words().has(self.row.tokens[at].norm):
                yield reading

    def announces(self, at: int, type_: EntityType) -> bool:
        """Whether token ``at`` is a type noun of ``type_``, so that a doubtful name after it may be believed."""
        if at < 0:
            return False
        kinds = _BEFORE.get(type_, ())
        return any(reading.word in self._heads[kind] for reading in self._readings(at) for kind in kinds)

    def _official(self, head: Reading, at: int, type_: EntityType) -> Candidate | None:
        if self.known(at) or (head.word, self.row.tokens[at + 1].norm) in _ORGANS:
            return None
        definite = head.word.startswith("ال")
        last = self._agreeing(head.word, at) if definite else self._complement(at)
        if last == at:
            return None
        last = self._more(head.word, at, last, definite=definite)
        known = self.known(at + 1)
        if known and known[1] in (EntityType.OUTLET, EntityType.ORGANIZATION) and head.word not in _PARTS_OF_OTHERS:
            return None
        if head.word == "وكاله" and self.row.tokens[at + 1].norm in ("الانباء", "انباء"):
            type_ = EntityType.OUTLET
        end = self.row.tokens[last].end
        return Candidate(head.start, end, at, last, type_, self.row.words(head, at, last), weight=2)

    def _complement(self, at: int) -> int:
        """The last token of the first complement after the indefinite type noun at ``at``, or ``at``."""
        i = at + 1
        if not self.row.free(i):
            return at
        while self.row.free(i + 1) and self.row.tokens[i].norm in self._parts["construct"] and i - at < 3:
            i += 1
        word = self.row.tokens[i].norm
        known = self.known(i)
        if known:
            return known[0] if known[1] is not EntityType.PERSON or i == at + 1 else at
        if word in self._stops or not self.row.plain(i):
            return at
        if word in self._parts["royal"] and self.row.free(i + 1) and self.names.begins(i + 1, titled=True):
            return self.names.end(i + 1, titled=True, royal=True)
        if word.startswith("ال") and len(word) > 3:
            return at if word in self._persons else i
        if word in self._parts["place_part"] and self.row.free(i + 1):
            return i + 1
        foreign = i == at + 1 and not arabic_words().knows(word) and len(word) > 2
        return i if foreign else at

    def _stands_alone(self, at: int) -> bool:
        """Whether a field of work stands for its ministry: الخارجية الروسية, unlike السياسة الخارجية."""
        if at == 0 or not self.row.joined[at]:
            return True
        before = self.row.tokens[at - 1].norm
        return not before.startswith("ال") and not any(word in before for word in ("وزير", "وزار", "وزراء"))

    def _agreeing(self, head: str, at: int) -> int:
        """The last adjective of a definite type noun, if the first agrees with it in gender, or ``at``."""
        if not self.row.free(at + 1):
            return at
        adjective = self.row.tokens[at + 1].norm
        if head.endswith(_FEMININE) != (adjective.endswith("ه") or adjective in _FEMININE_ELATIVES):
            return at
        return self._adjectives(at)

    def _adjectives(self, at: int) -> int:
        last = at
        while self.row.free(last + 1) and self._is_adjective(self.row.tokens[last + 1].norm) and last - at < 4:
            last += 1
        return last

    def _is_adjective(self, word: str) -> bool:
        if word in self._parts["adjective"]:
            return True
        return word.startswith("ال") and len(word) > 5 and word.endswith(("ي", "يه")) and word not in _RELATIVES

    def _more(self, head: str, at: int, last: int, *, definite: bool) -> int:
        last = self._adjectives(last)
        if definite or (head in _PURPOSEFUL and not self.known(at + 1)):
            last = self._purpose(last)
        if head in self._parts["coordinating"]:
            while last - at < _MOST_WORDS and self.row.free(last + 1):
                step = self._listed(last + 1)
                if not step:
                    break
                last = self._adjectives(last + step)
        return min(last, at + _MOST_WORDS)

    def _listed(self, at: int) -> int:
        """How many words one more member of a list takes: والدعوة one, وحماية البيئة two, anything else none."""
        word = self.row.tokens[at].norm
        if word.startswith("وال") and len(word) > 5:
            return int(word[1:] not in self._persons and not self.known(at))
        construct = word.startswith("و") and word[1:] in self._parts["construct"]
        return 2 if construct and self.row.free(at + 1) and self.row.tokens[at + 1].norm.startswith("ال") else 0

    def _purpose(self, last: int) -> int:
        """A complement with ل after the adjectives: الهيئة العامة للاستثمار، الأمانة العامة لمجلس التعاون."""
        at = last + 1
        if not self.row.free(at) or self.row.tokens[at].norm in self._stops:
            return last
        word = self.row.tokens[at].norm
        known = self.known(at)
        if known and word.startswith("ل"):
            return known[0]
        if word.startswith("لل") and len(word) > 4:
            last = self._adjectives(at)
            if self.row.free(last + 1) and self.row.tokens[last + 1].norm.startswith("ولل"):
                last = self._adjectives(last + 1)
            return last
        if not word.startswith("ل") or not self.row.free(at + 1):
            return last
        if word[1:] in self._heads["official:organization"]:
            end = self._complement(at)
            return self._adjectives(end) if end > at else last
        if word[1:] in self._parts["construct"] and self.row.tokens[at + 1].norm.startswith("ال"):
            return self._adjectives(at + 1)
        return last

    def _announced(self, head: int, type_: EntityType, *, any_word: bool) -> Candidate | None:
        """A name after a describing type noun that the gazetteer does not know."""
        at = head + 1
        if not self.row.free(at) or self.known(at):
            return None
        word = self.row.tokens[at].norm
        part = self.row.free(at + 1) and (
            (type_ is EntityType.PLACE and word in self._parts["place_part"])
            or (
                type_ is EntityType.OUTLET and word in _FOREIGN_ARTICLES and self._unknown(self.row.tokens[at + 1].norm)
            )
        )
        if word in self._stops or not (part or self._announceable(word, type_, any_word=any_word)):
            return None
        last = at + 1 if part else at
        if not part and not word.startswith("ال"):
            while last - at < 2 and self.row.free(last + 1) and self._unknown(self.row.tokens[last + 1].norm):
                last += 1
        words = tuple(self.row.tokens[i].norm for i in range(at, last + 1))
        start, end = self.row.tokens[at].start, self.row.tokens[last].end
        return Candidate(start, end, at, last, type_, words, roles=self.noun(head))

    def _announceable(self, word: str, type_: EntityType, *, any_word: bool) -> bool:
        if word.startswith("ال") and len(word) > 4 and any_word:
            return not self._is_adjective(word) and word not in self._parts["construct"] and word not in self._persons
        return self._unknown(word)

    def _unknown(self, word: str) -> bool:
        if len(word) < 3 or not word.isalpha() or word in self._stops or word.startswith("و"):
            return False
        return not arabic_words().knows(word)
