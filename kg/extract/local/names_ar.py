"""Names of persons in Arabic: given names, patronymics, surnames, and the titles that announce them.

A row of words is read as a name where its first word is a given name that is seldom anything else, where two words that
no dictionary knows stand together (foreign names), or where a title stands before it. The row goes on through
patronymics (بن), compounds (عبد، أبو، آل، … الدين), surnames and unknown words; it ends before a word that is no part
of names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kg.extract.local.candidates import Row
from kg.gazetteer import PersonNames, Vocabulary, arabic_names, arabic_words, word_classes
from kg.text import Reading

_LINKS = frozenset({"ايت", "بن", "ابن", "بنت", "ولد", "ال", "اولد"})
_COMPOUNDS = frozenset({"عبد", "ابو", "ابي", "ابا", "ام"})
_OPENERS = _COMPOUNDS | {"ال", "بن", "ابن"}
_CLOSERS = frozenset({"الدين", "الله", "الحق", "الاسلام", "الرحمن", "الزهراء"})
_PARTICLES = frozenset({"دي", "فان", "فون", "دو", "دا", "لو", "دير", "سان", "ماك", "لا", "مك", "ديل", "دل", "اوغلو"})
_ORDINALS = frozenset({"الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"}) | {
    "العاشر",
    "عشر",
    "الاولي",
    "الثانيه",
    "العشرون",
    "العشرين",
}
_CLITIC_LETTERS = "وفبلك"
_LONGEST = 8
_SHORT = 4


@dataclass(frozen=True)
class ArabicNameGrammar:
    """Reads names of persons from a row of tokens."""

    row: Row

    @cached_property
    def _names(self) -> PersonNames:
        return arabic_names()

    @cached_property
    def _words(self) -> Vocabulary:
        return arabic_words()

    @cached_property
    def _never(self) -> frozenset[str]:
        return word_classes("ordinary_ar")["never"]

    @cached_property
    def _titles(self) -> frozenset[str]:
        classes = word_classes("titles_ar")
        definite = frozenset(word for word in classes["direct"] if word.startswith("ال"))
        others = classes["direct"] | classes["office"]
        return definite | frozenset(word for word in others if not self._names.role(word))

    @cached_property
    def _adjectives(self) -> frozenset[str]:
        return word_classes("titles_ar")["nation"] - {"المصري", "المغربي", "التركي", "السوداني", "الهندي", "العماني"}

    @cached_property
    def _offices(self) -> frozenset[str]:
        return word_classes("titles_ar")["office"]

    @cached_property
    def _writes_maqsura(self) -> bool:
        """Whether the text tells على from علي, as not all newsrooms do."""
        return any(token.text == "على" for token in self.row.tokens)

    def begins(self, at: int, *, titled: bool) -> Reading | None:
        """How token ``at`` is read as the first word of a name, or None; ``titled`` where a title stands before it."""
        if not self.row.plain(at):
            return None
        for reading in self.row.readings[at]:
            if reading.prefix and titled:
                return None
            if reading.word in self._titles or reading.word in _CLOSERS or self._is_barred(at, reading.word):
                if not reading.prefix:
                    return None
                continue
            if self._opens_name(reading.word, at, clitic=bool(reading.prefix), titled=titled):
                return reading
        return None

    def end(self, at: int, *, titled: bool, royal: bool = False) -> int:
        """The last token of the name that begins at token ``at``; ``royal`` names may end in an ordinal."""
        last = at
        if self._first_needs_second(at):
            last = min(at + 1, len(self.row.tokens) - 1)
            if self.row.tokens[last].norm == "عبد" and self.row.free(last + 1):
                last += 1
        while last - at < _LONGEST and self.row.free(last + 1):
            step = self._continues(last + 1, first=last == at, titled=titled)
            if not step:
                break
            last += step
        while (
            royal and last - at < _LONGEST and self.row.free(last + 1) and self.row.tokens[last + 1].norm in _ORDINALS
        ):
            last += 1
        return last

    def links(self, at: int) -> bool:
        """Whether the word at ``at`` goes on with a patronymic or a house: بن، آل."""
        return self.row.free(at) and self.row.tokens[at].norm in _LINKS

    def believed(self, first: Reading, at: int, last: int) -> bool:
        """Whether the row ``at..last`` is a name without a title before it: two words, one of them a sure name."""
        if last == at:
            return False
        others = [self.row.tokens[i].norm for i in range(at + 1, last + 1)]
        if first.word in _OPENERS or first.word.startswith("عبدال"):
            return first.word not in {"ام", "بن", "ابن", "ال"} or len(others) > 1
        if any(word in _LINKS for word in others[:-1]):
            return True
        role = self._names.role(first.word)
        if not role:
            return self.looks_foreign(others[0])
        named = [word for word in others if self._names.role(word) or word in _CLOSERS or word.startswith("عبدال")]
        if "c" in role and others[0].startswith("ال") and others[0].endswith("ي"):
            return True
        if "g" in role and ("c" in role or "w" not in role) and self._is_no_preposition(first.word):
            return bool(named) or not self._words.knows(others[0]) or self.is_foreign_given(first.word)
        return "g" in role and (self._unknown(others[0]) or any(self._is_sure(word) for word in named))

    def _is_no_preposition(self, word: str) -> bool:
        return word != "علي" or self._writes_maqsura

    def is_foreign_given(self, word: str) -> bool:
        """Whether a word is a given name and nothing else, from beyond the Arabic lands: كريستوفر."""
        return "f" in self._names.role(word) and "w" not in self._names.role(word)

    def is_common(self, word: str) -> bool:
        """Whether a word is a given name that many bear."""
        return "c" in self._names.role(word)

    def looks_foreign(self, word: str) -> bool:
        """Whether a word is in no dictionary, as foreign names are."""
        if len(word) < 3 or (word[0] in _CLITIC_LETTERS and word[1:] in self._never):
            return False
        return not self._words.knows(word)

    def _is_barred(self, at: int, word: str) -> bool:
        """Whether a word is no part of a name: an ordinary word, or على, which folding makes علي."""
        if word in self._never or "ال" + word in self._adjectives:
            return True
        return word == "علي" and self.row.tokens[at].text.endswith("ى")

    def _opens_name(self, word: str, at: int, *, clitic: bool, titled: bool) -> bool:
        if word in _OPENERS:
            return self.row.free(at + 1) and self._may_follow_opener(word, at, titled=titled)
        if word.startswith("عبدال") and len(word) > 6:
            return True
        role = self._names.role(word)
        if clitic:
            return ("c" in role or "f" in role) and not self._words.has(self.row.tokens[at].norm)
        if "g" in role:
            return True
        if titled:
            if word.startswith("ال"):
                return self._surname_like(word) and word not in self._adjectives
            return "s" in role or self.looks_foreign(word) or self._has_surname(at)
        return self._is_foreign_pair(at, word)

    def _is_foreign_pair(self, at: int, word: str) -> bool:
        """Whether two words stand together that only foreign names are: جافريلو برينسيب."""
        if word.startswith("ال") or not self._unknown(word) or not self.row.free(at + 1):
            return False
        following = self.row.tokens[at + 1].norm
        return not following.startswith("ال") and len(following) > 3 and self._unknown(following)

    def _unknown(self, word: str) -> bool:
        """Whether a word is foreign, not merely a known or unknown word behind a proclitic."""
        if not self.looks_foreign(word) or len(word) < 4:
            return False
        return word[0] not in _CLITIC_LETTERS or bool(self._names.role(word))

    def _may_follow_opener(self, opener: str, at: int, *, titled: bool) -> bool:
        following = self.row.tokens[at + 1].norm
        if following in self._never and following not in ("الله", "علي"):
            return False
        if opener == "عبد":
            return following.startswith("ال") or bool(self._names.role(following)) or following == "رب"
        if opener in ("ابو", "ابي", "ابا"):
            return True
        return titled or (bool(self._names.role(following)) and opener == "ال")

    def _first_needs_second(self, at: int) -> bool:
        return self.row.free(at + 1) and any(reading.word in _OPENERS for reading in self.row.readings[at])

    def _continues(self, at: int, *, first: bool, titled: bool) -> int:
        """How many tokens from ``at`` on go on with a name: 0, 1, or more with a link and what it links."""
        word = self.row.tokens[at].norm
        if word in _LINKS or word in _COMPOUNDS:
            return self._linked(at)
        if word in _CLOSERS or word.startswith("عبدال"):
            return 1
        if self._is_barred(at, word):
            return 0
        if word in _PARTICLES:
            plain = self.row.free(at + 1) and not self._is_barred(at + 1, self.row.tokens[at + 1].norm)
            if plain and self.row.tokens[at + 1].norm in _PARTICLES and self.row.free(at + 2):
                return 3
            return 2 if plain and not self.row.tokens[at + 1].norm.startswith("ال") else 0
        if word in self._offices and self._has_complement(at):
            return 0
        return int(self._continues_plain(at, first=first, titled=titled))

    def _linked(self, at: int) -> int:
        if not self.row.free(at + 1):
            return 0
        following = self.row.tokens[at + 1].norm
        if following in _COMPOUNDS:
            return 3 if self.row.free(at + 2) else 0
        if self.row.tokens[at].norm == "ابن" and not self._names.role(following) and self._words.knows(following):
            return 0
        return 2 if following not in self._never or following == "علي" else 0

    def _has_complement(self, at: int) -> bool:
        """Whether an office stands in construct: خالد الفيصل |أمير منطقة مكة."""
        if not self.row.free(at + 1):
            return False
        following = self.row.tokens[at + 1].norm
        if self.row.tokens[at].norm.startswith("ال"):
            return following.startswith("ال") and "s" not in self._names.role(following)
        return following.startswith(("ال", "عام", "مجلس", "منطق", "لل")) or not self._names.role(following)

    def _continues_plain(self, at: int, *, first: bool, titled: bool = False) -> bool:
        word = self.row.tokens[at].norm
        if self._is_barred(at, word):
            return False
        role = self._names.role(word)
        if word.startswith("لل") or word in self._adjectives or (word in self._titles and word.startswith("ال")):
            return False
        if word.startswith("و") and "c" not in role and (self._names.role(word[1:]) or self._words.knows(word[1:])):
            return False
        if role and ("w" not in role or "c" in role or "gs" in role or not self._has_proclitic_reading(word)):
            return True
        before = self.row.tokens[at - 1].norm
        if word.startswith("ال"):
            compound = at > 1 and self.row.tokens[at - 2].norm in _COMPOUNDS
            nisba = word.endswith("ي") and len(word) > 5 and (compound or bool(self._names.role(before)))
            return nisba or self._surname_like(word) or (titled and first and self._may_be_surname(word))
        if first and self.is_foreign_given(before):
            return word not in self._offices and (not self._is_plain_word(word) or self._is_short(word))
        return self.looks_foreign(word) and (first or self._unknown(word) or self._goes_on_foreign(before, word))

    def _goes_on_foreign(self, before: str, word: str) -> bool:
        """Whether an unknown word that may begin with a preposition follows a foreign word: جان دافيد ليفيت."""
        foreign = self.is_foreign_given(before) or not self._words.knows(before)
        return word[0] != "و" and len(word) > 3 and not before.startswith("ال") and foreign

    def _may_be_surname(self, word: str) -> bool:
        """Whether a definite word after a title and a given name is a surname by its shape: العقيد فواز |الميمان."""
        ordinary = word_classes("heads_ar")["anaphor:organization"] | word_classes("complements_ar")["adjective"]
        return word not in ordinary and not word.endswith(("ه", "ات", "ون", "ين", "ء"))

    def _is_plain_word(self, word: str) -> bool:
        """Whether a word is listed as it stands, with one letter before it, or with a pronoun after it."""
        if self._words.has(word) or (word[0] in _CLITIC_LETTERS and self._words.has(word[1:])):
            return True
        return word.endswith(("ه", "ها", "هم")) and word[0] not in _CLITIC_LETTERS and self._words.knows(word)

    def _is_short(self, word: str) -> bool:
        """Whether a word of the language may be a foreign surname by its shape: هيل، رايت."""
        return len(word) <= _SHORT and word[0] not in "وي" and not (word[0] in "بلكف" and self._words.has(word[1:]))

    def _surname_like(self, word: str) -> bool:
        """A word with the article that is a surname: known as one, or in no dictionary."""
        return "s" in self._names.role(word) or not self._words.knows(word)

    def _has_proclitic_reading(self, word: str) -> bool:
        return word[:1] in _CLITIC_LETTERS and self._words.has(word[1:])

    def _has_surname(self, at: int) -> bool:
        """Whether the word after ``at`` is a surname and no beginning of a name: الفنانة |فيفي عبده."""
        role = self._names.role(self.row.tokens[at + 1].norm) if self.row.free(at + 1) else ""
        verb = self.row.tokens[at].norm.startswith(("ي", "ت", "ن")) and self._words.knows(self.row.tokens[at].norm)
        return "s" in role and "c" not in role and "f" not in role and not verb

    def _is_sure(self, word: str) -> bool:
        role = self._names.role(word)
        return "w" not in role or "c" in role
