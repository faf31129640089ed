"""Name and word lists: what may be part of a person's name, and what is an ordinary word."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from kg.gazetteer.tables import packed_lines, rows, word_classes

_ENCLITICS = ("هما", "هم", "هن", "كم", "نا", "ها", "ه")
_ENDINGS = ("ات", "ين", "ون", "ان", "تين", "تان", "يين", "يون", "يه", "ا", "ي")
_LEAST = 2


@dataclass(frozen=True)
class PersonNames:
    """Given names and surnames, folded, with their roles as the table writes them."""

    _roles: dict[str, str] = field(repr=False)

    def role(self, word: str) -> str:
        """The letters of the table for a folded word: g given, s surname, c common, f foreign, w also a word; or ""."""
        return self._roles.get(word, "")


@dataclass(frozen=True)
class Vocabulary:
    """Forms of ordinary words, without their proclitics and pronouns."""

    _forms: frozenset[str] = field(repr=False)

    def has(self, word: str) -> bool:
        """Whether a folded word is a listed form as it stands."""
        return word in self._forms

    def knows(self, word: str) -> bool:
        """Whether a folded word is a known form, alone or with proclitics, the article or a pronoun added."""
        stems = _stems(word)
        if any(stem in self._forms or self._with_pronoun(stem) for stem in stems):
            return True
        return any(self._inflected(stem) for stem in stems if stem == word or word.endswith("ال" + stem))

    def _with_pronoun(self, word: str) -> bool:
        for enclitic in _ENCLITICS:
            stem = word[: -len(enclitic)]
            if word.endswith(enclitic) and len(stem) >= _LEAST:
                opened = stem[:-1] + "ه" if stem.endswith("ت") else stem
                if stem in self._forms or opened in self._forms:
                    return True
        return False

    def _inflected(self, word: str) -> bool:
        """Whether a word is a form with an ending of number, case or relation that the list leaves out."""
        for ending in _ENDINGS:
            stem = word[: -len(ending)]
            if word.endswith(ending) and len(stem) > _LEAST and (stem in self._forms or stem + "ه" in self._forms):
                return True
        return False


def _stems(word: str) -> list[str]:
    """A word, and what is left of it without a conjunction, a preposition or future marker, and the article."""
    stems = [word]
    if word[:1] in "وف" and len(word) > _LEAST:
        stems.append(word[1:])
    for stem in tuple(stems):
        if stem[:1] in "بلكس" and len(stem) > _LEAST:
            stems.append(stem[1:])
        if stem.startswith("لل") and len(stem) > _LEAST + 1:
            stems.append(stem[2:])
    return stems + [stem[2:] for stem in stems if stem.startswith("ال") and len(stem) > _LEAST + 1]


@cache
def arabic_names() -> PersonNames:
    """The Arabic name list, less the words that are no name in running text."""
    never = word_classes("ordinary_ar")["never"]
    later = word_classes("ordinary_ar")["later"]
    roles: dict[str, str] = {}
    for role, names in rows("names_ar"):
        for name in names.split(" "):
            if name not in never:
                roles[name] = role + ("w" if name in later and "w" not in role else "")
    for name in word_classes("foreign_given_ar")["plain"]:
        letters = set(roles.get(name, "")) | {"g", "f"}
        roles[name] = "".join(sorted(letters - {"w"}))
    return PersonNames(roles)


@cache
def english_names() -> PersonNames:
    """The English name list, lower case."""
    return PersonNames({name: role for role, names in rows("names_en") for name in names.split(" ")})


@cache
def arabic_words() -> Vocabulary:
    """The Arabic word list."""
    return Vocabulary(frozenset(packed_lines("words_ar.txt.xz")))
