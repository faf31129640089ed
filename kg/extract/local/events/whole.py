"""Whether a phrase is a participant by itself: a noun phrase with a head, or a name.

A lone adverb, preposition, pronoun, number, determiner or verbal noun that leads to another happening says nothing of
who took part: no participant is better than such a one.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.local.events.borders import is_finite_ar
from kg.extract.local.events.mentions import Mentions
from kg.extract.local.events.particles import (
    AUXILIARIES_EN,
    CONJUNCTIONS_AR,
    DETERMINERS_EN,
    PREPOSITIONS_AR,
    RELATIVES_AR,
    STOPS_EN,
    TIMES_AR,
    words,
)
from kg.extract.local.events.phrases import NUMBERS_AR, Bounds, Phrase
from kg.text import Token

_HEADLESS_AR = (
    PREPOSITIONS_AR
    | CONJUNCTIONS_AR
    | RELATIVES_AR
    | TIMES_AR
    | words(
        "عدم عدمه مرارا تكرارا وحدها وحده وحدهم نفسها نفسه أنفسهم ذاتها ذاته ذويها ذويه"
        " كهذا كهذه حسب فقط جدا أيضا إذ إذا لا لم لن ما بما مما عما بمن ممن من كنا كان كانت كي حتى ربما فضلا جزء مزيد"
        " سيما إنك إني إنا إنه إنها أني أنك غدا بعدما قبلما منتصف مطلع نهاية بداية حوالي نحو مجرد"
        " ساعة ساعتين ساعات دقيقة دقائق يومين أيام أسبوعين أسابيع شهرين أشهر عامين أعوام سنتين سنوات مرة مرتين مرات"
    )
)
QUALITIES_AR = words(
    "أكثر أقل أزيد أكبر أعلى أدنى أول أولى ثاني ثالث آخر آخرين أخرى بعض كل جميع أحد إحدى عدة"
    " عنيف عنيفة كبير كبيرة جديد جديدة واسع واسعة قوي قوية شديد شديدة مسلح مسلحة مشترك مشتركة عاجل"
    " عاجلة شامل شاملة كامل"
    " كاملة مفاجئ مفاجئة محدود محدودة متزايد متزايدة طويل طويلة سريع سريعة خطير خطيرة فوري فورية"
    " منفصل منفصلة لاحق لاحقة"
    " سابق سابقة جاري جارية هائل هائلة دامي دامية مماثل مماثلة"
)
"""Words that say how many or what kind, alone no head of a phrase."""

_HEADLESS_EN = words(
    "first second third last next same repeated due least most more less online alone together"
    " meanwhile outside inside"
    " here there back up down out off away day days week weeks month months year years hour hours"
    " evening morning night"
    " one ones it its he she they them him her us me you we i itself themselves himself nobody"
    " everyone someone nothing"
    " others own such many few several two three four five six seven eight nine ten emergency use way part"
)


def is_whole(tokens: Sequence[Token], phrase: Phrase, mentions: Mentions, bounds: Bounds, *, acts: bool) -> bool:
    """Whether ``phrase`` can stand as a participant, as one who ``acts`` or as one to whom it is done."""
    if phrase.entity is not None:
        return True
    first = tokens[phrase.first]
    figure = mentions.figure_at(max(first.start, phrase.start))
    if figure is not None and figure[0] <= phrase.start:
        return _counts(tokens, phrase)
    if mentions.is_time(phrase.start):
        return False
    return _arabic(tokens, phrase, bounds, acts=acts) if first.is_arabic else _english(tokens, phrase, bounds)


def _counts(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a figure says what it counts: it is more than a number."""
    last = tokens[phrase.last]
    return last.is_word and not last.text[0].isdigit() and last.norm not in NUMBERS_AR


def _arabic(tokens: Sequence[Token], phrase: Phrase, bounds: Bounds, *, acts: bool) -> bool:
    token = tokens[phrase.first]
    skip = max(0, phrase.start - token.start)
    heads = {token.norm, token.norm[skip:]}
    if not heads.isdisjoint(_HEADLESS_AR) or token.text[skip : skip + 1].isdigit() or len(token.text) - skip < 2:
        return False
    if is_finite_ar(token) and not skip:
        return False
    alone = phrase.last == phrase.first
    if alone and (_describes(tokens, phrase.first) or not heads.isdisjoint(QUALITIES_AR | NUMBERS_AR)):
        return False
    if not acts or skip or phrase.first <= bounds.own:
        return True
    if phrase.first in bounds.borders.nouns:
        return token.norm.startswith("ال")
    return not is_accusative(tokens, phrase)


def _describes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is an adjective of the noun right before it: القوات |الإسرائيلية."""
    norm = tokens[at].norm
    before = tokens[at - 1].norm if at else ""
    return norm.startswith("ال") and norm.endswith(("ي", "يه")) and before.startswith(("ال", "بال", "وال", "لل"))


def is_accusative(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """An indefinite accusative (اعتراضا) is no subject; the dual before its genitive (طرفا النزاع) is."""
    word = tokens[phrase.first].norm
    if not word.endswith("ا") or word.startswith("ال") or word.endswith(("يا", "وا", "اا", "ها", "نا", "هما")):
        return False
    return phrase.last == phrase.first or not tokens[phrase.first + 1].norm.startswith("ال")


def _english(tokens: Sequence[Token], phrase: Phrase, bounds: Bounds) -> bool:
    words_of = [token.norm for token in tokens[phrase.first : phrase.last + 1] if token.is_word]
    while words_of and words_of[0] in DETERMINERS_EN:
        del words_of[0]
    if not words_of or any(at in bounds.borders.verbs for at in range(phrase.first, phrase.last + 1)):
        return False
    if words_of == ["going"] or (words_of[0].endswith("ing") and words_of[1:2] and words_of[1] in STOPS_EN):
        return False  # going to, referring to a plan: a verb, not who acts
    head = words_of[-1]
    if len(words_of) == 1 and (head in _HEADLESS_EN or head in STOPS_EN or head in AUXILIARIES_EN):
        return False
    return not (words_of[0] in STOPS_EN or all(word[:1].isdigit() or word in _HEADLESS_EN for word in words_of))
