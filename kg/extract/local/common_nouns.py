"""What the encoder takes for a name and is none: an article, a noun that refers back, an indefinite body."""

from __future__ import annotations

from functools import cache

from kg.extract.local.candidates import Row
from kg.extract.local.tags import Tag
from kg.gazetteer import word_classes

_ARTICLE = "ال"
_NISBA = ("ي", "يه")
_FOR_THE = "لل"


def names_nothing(row: Row, tag: Tag, starts: frozenset[str]) -> bool:
    """Whether the words of a tag cannot be a name; ``starts`` are the first words of the names that are sure.

    - no capital and no digit in a script that has capitals: "the";
    - a definite noun that refers back (المدينة، النائب);
    - the adjective of a noun that refers back to a name that begins with it (المكتب الأممي after مكتب الأمم المتحدة);
    - an indefinite body with what it is for (وزارة للصحة): there is one in every country.
    """
    first, last = row.tokens[tag.first], row.tokens[tag.last]
    if not first.is_arabic:
        words = (row.tokens[at].text for at in range(tag.first, tag.last + 1))
        return all(word == word.lower() and not any(map(str.isdigit, word)) for word in words if word.isascii())
    if tag.first == tag.last:
        return first.norm in _nouns() or _is_adjective_of(row, tag, starts)
    heads = word_classes("heads_ar")["official:organization"] | word_classes("heads_ar")["describing:organization"]
    return tag.last == tag.first + 1 and first.norm in heads and last.norm.startswith(_FOR_THE)


def _is_adjective_of(row: Row, tag: Tag, starts: frozenset[str]) -> bool:
    word, at = row.tokens[tag.first].norm, tag.first
    if not (at and row.joined[at] and word.startswith(_ARTICLE) and word.endswith(_NISBA)):
        return False
    before = row.tokens[at - 1].norm
    return before in word_classes("heads_ar")["anaphor:organization"] and before.removeprefix(_ARTICLE) in starts


@cache
def _nouns() -> frozenset[str]:
    heads = word_classes("heads_ar")
    places = heads["settlement:place"] | heads["describing:place"]
    persons = heads["anaphor:person"] | heads["anaphor:organization"] | heads["anaphor:outlet"]
    return persons | {f"{_ARTICLE}{word}" for word in places}
