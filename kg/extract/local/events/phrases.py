"""Noun phrases around a trigger: where they begin and end, and which entity they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.local.events.borders import Borders
from kg.extract.local.events.mentions import Mentions, Named
from kg.extract.local.events.particles import DETERMINERS_EN, OWN_BA_LAM_AR, OWN_WAW_AR, TITLES_AR, words
from kg.extract.local.events.words import word_forms
from kg.text import Token, fold
from schemas import EntityType

_LONGEST = 6
NUMBERS_AR = words(
    "واحد واحدة اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر عشرون عشرين"
    " ثلاثون ثلاثين أربعون أربعين خمسون خمسين مئة مئات آلاف ألف عشرات العشرات المئات الآلاف"
)
_PARTED_AR = NUMBERS_AR | words(
    "عدد أحد إحدى عدة مجموعة مجموعتين مجموعات كثير كثيرين كثيرون عديد العديد بعض أي جزء مزيد أكثر أقل أزيد"
)
"""Words that tell how many, before "of": سبعة من المهاجمين."""

_WITH_ARTICLE = 5
_ALSO_AFTER_ARTICLE = tuple(sorted(words("غير ذات ذي ذو ذوي نفس ذاته ذاتها أنفس كلها كله كافة جميع")))
"""Beginnings of words without article that go on with a noun that has it."""

_MEASURES_AR = words(
    "مدته مدتها قيمته قيمتها قدره قدرها عدده عددها عددهم عمره عمرها مقداره مقدارها طوله طولها اسمه اسمها"
)
"""What opens a clause that measures the noun before it."""

_ARTICLES_EN = words("a an the")
_GOING_ON_EN = words("of from in at for on to with near")
_OF = fold("من")
_OF_THEM = words("منهم منها منهما منه منهن")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, ``tokens[first:last + 1]`` of its sentence, written ``start:end`` (code points)."""

    start: int
    end: int
    first: int
    last: int
    entity: str | None
    type: EntityType | None


@dataclass(frozen=True, slots=True)
class Bounds:
    """What ends a phrase: closed-class words and the sentence's ``borders``, save the trigger itself at ``own``."""

    stops: frozenset[str]
    borders: Borders
    own: int

    def at(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether ``tokens[index]`` can be no part of a noun phrase."""
        token = tokens[index]
        norm = token.norm
        if not token.is_word or norm in self.stops or self.is_verb(index):
            return True
        if index in self.borders.apart and index != self.own:
            return True
        return norm[:1] in {"و", "ف"} and len(norm) > 2 and norm[1:] in self.stops

    def ends_clause(self, index: int) -> bool:
        """Whether the verb of another happening stands at ``index``."""
        return index in self.borders.telling and index != self.own

    def is_verb(self, index: int) -> bool:
        """Whether another finite verb stands at ``index``."""
        return index in self.borders.verbs and index != self.own


def phrase_at(
    tokens: Sequence[Token], index: int, mentions: Mentions, bounds: Bounds, *, skip: int = 0
) -> Phrase | None:
    """The noun phrase that begins at ``tokens[index]``, ``skip`` letters of a proclitic left out; None at a bound.

    A phrase that begins with a name ends with it; a title takes the name that follows it along.
    """
    if index >= len(tokens):
        return None
    token = tokens[index]
    named = mentions.at(token.start) or mentions.at(token.end - 1)
    if named is not None and token.start <= named.start < token.end:
        return Phrase(named.start, named.end, index, _last(tokens, index, named.end), named.entity, named.type)
    figure = _figure(tokens, index, mentions, bounds)
    if figure is None and bounds.at(tokens, index):
        return None
    last = index if figure is None else _last(tokens, index, figure[1])
    if figure is not None:
        skip = max(skip, figure[0] - token.start)
    while last + 1 < len(tokens) and last - index < _LONGEST:
        following = tokens[last + 1]
        inner = mentions.at(following.start)
        if inner is not None and inner.kind != "pronoun":
            last = _last(tokens, last + 1, inner.end)
            person = inner if inner.type == EntityType.PERSON else _person_after(tokens, last, mentions, bounds)
            if person is not None:
                last = _last(tokens, last, person.end)
            return _made(tokens, index, last, skip, person)
        if _parts(tokens, index, last, bounds):
            last += 1 if following.norm in _OF_THEM else 2
            if following.norm in _OF_THEM:
                break
            continue
        if bounds.at(tokens, last + 1) or joins(following) or (last - index >= 2 and mentions.at(following.end - 1)):
            break
        if following.is_arabic and figure is None and _begins_another(tokens, index, last + 1, bounds):
            break
        last += 1
    return _made(tokens, index, last, skip, None)


def _begins_another(tokens: Sequence[Token], head: int, index: int, bounds: Bounds) -> bool:
    """Whether an Arabic word goes on with another phrase than the one that began at ``head``.

    It has a preposition written onto it (يطالب الأهالي |بتحقيق), stands without article after a noun with it and no
    title (حمّل الوزير |مسؤولية), or opens a clause about the noun (هدنة |مدتها أسبوع).
    """
    norm, before = tokens[index].norm, tokens[index - 1].norm
    glued = norm.startswith("بال") and len(norm) > _WITH_ARTICLE
    if (glued or (index in bounds.borders.nouns and norm.startswith("ب"))) and not norm.startswith(OWN_BA_LAM_AR):
        return True
    if norm in _MEASURES_AR:
        return True
    if not before.startswith("ال") or norm.startswith(("ال", "لل", *_ALSO_AFTER_ARTICLE)) or norm[:1].isdigit():
        return False
    return word_forms(tokens[head]).isdisjoint(TITLES_AR)


def phrase_before(tokens: Sequence[Token], index: int, mentions: Mentions, bounds: Bounds) -> Phrase | None:
    """The noun phrase that ends right before ``tokens[index]``."""
    first = index
    while first > 0 and index - first < _LONGEST + 2:
        figure = mentions.figure_at(tokens[first - 1].start)
        if figure is not None and figure[1] <= tokens[index - 1].end:
            first = _first(tokens, first - 1, figure[0])
            if not _goes_back(tokens, first):
                break
        elif bounds.at(tokens, first - 1):
            if not _goes_back(tokens, first) or first < 2 or bounds.at(tokens, first - 2):
                break
            first -= 1
        else:
            first -= 1
            if joins(tokens[first]):
                break
            if tokens[first].norm in _ARTICLES_EN and not _goes_back(tokens, first):
                break
    while first < index and tokens[first].norm in DETERMINERS_EN:
        first += 1
    if first == index or tokens[index - 1].norm in DETERMINERS_EN | _GOING_ON_EN:
        return None
    token = tokens[first]
    skip = 1 if joins(token) else 0
    end = index - 1
    named = [one for one in mentions.within(token.start, tokens[end].end) if one.kind != "pronoun"]
    if named and named[0].start <= token.start + skip:
        own: Named | None = named[0]
    else:
        own = next((one for one in named if one.type == EntityType.PERSON), None)
    start = token.start + skip
    return Phrase(start, tokens[end].end, first, end, own.entity if own else None, own.type if own else None)


def head_is(tokens: Sequence[Token], phrase: Phrase, words: frozenset[str]) -> bool:
    """Whether the phrase's first word is one of ``words``, whatever its clitics."""
    return not words.isdisjoint(word_forms(tokens[phrase.first]))


def _made(tokens: Sequence[Token], first: int, last: int, skip: int, named: Named | None) -> Phrase:
    start = tokens[first].start + skip
    end = max(tokens[last].end, named.end if named else 0)
    return Phrase(start, end, first, last, named.entity if named else None, named.type if named else None)


def _person_after(tokens: Sequence[Token], last: int, mentions: Mentions, bounds: Bounds) -> Named | None:
    """The person whose title goes on after another name: رئيس مجلس النواب اللبناني نبيه بري."""
    for index in range(last + 1, min(len(tokens), last + 4)):
        named = mentions.at(tokens[index].start)
        if named is not None:
            return named if named.type == EntityType.PERSON and named.start == tokens[index].start else None
        if bounds.at(tokens, index) or joins(tokens[index]):
            return None
    return None


def _parts(tokens: Sequence[Token], index: int, last: int, bounds: Bounds) -> bool:
    """Whether a number or a quantifier goes on with "of" and those it is part of; in English any noun does."""
    following = tokens[last + 1].norm
    if following in _OF_THEM:
        return last == index and tokens[index].norm in _PARTED_AR
    if last + 2 >= len(tokens) or bounds.at(tokens, last + 2):
        return False
    return following == "of" or (following == _OF and last == index and tokens[index].norm in _PARTED_AR)


def _goes_back(tokens: Sequence[Token], first: int) -> bool:
    """Whether an English phrase of place or kin begins right before ``tokens[first]``: envoys from |Kaldera."""
    return first > 1 and tokens[first - 1].norm in _GOING_ON_EN


def _figure(tokens: Sequence[Token], index: int, mentions: Mentions, bounds: Bounds) -> tuple[int, int] | None:
    """The figure that begins in ``tokens[index]``, and does not count the trigger itself."""
    token = tokens[index]
    figure = mentions.figure_at(token.end - 1)
    own = tokens[bounds.own].start if bounds.own < len(tokens) else -1
    if figure is None or figure[0] < token.start or figure[0] <= own < figure[1]:
        return None
    return figure


def _first(tokens: Sequence[Token], index: int, start: int) -> int:
    while index > 0 and tokens[index].start > start:
        index -= 1
    return index


def _last(tokens: Sequence[Token], index: int, end: int) -> int:
    while index + 1 < len(tokens) and tokens[index + 1].start < end:
        index += 1
    return index


def joins(token: Token) -> bool:
    """Whether an Arabic word begins with the conjunction wa-: long enough to carry it, and none that owns its wāw."""
    return (
        token.is_arabic and len(token.text) > 3 and fold(token.text[0]) == "و" and not token.norm.startswith(OWN_WAW_AR)
    )
