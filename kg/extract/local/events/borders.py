"""Words of a sentence that no noun phrase holds: finite verbs, adverbs, words that open clauses, expressions of time.

Arabic finite verbs are known by the forms of frequent verbs of news (listed here by their past and present) and by the
prefix ya-; English word classes are those of the shallow tagger of the claims grammar.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.extract.local.claims.english_items import items
from kg.extract.local.claims.english_tags import tag
from kg.extract.local.document import Document
from kg.extract.local.events import inflect_ar
from kg.extract.local.events.candidates import Candidate, Sentence
from kg.extract.local.events.mentions import Mentions
from kg.extract.local.events.particles import AUXILIARIES_AR, SPEECH_AR, words
from kg.text import Token, fold
from schemas import EventType


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_VERBS_AR = _listed(
    """
    كتب/يكتب نشر/ينشر ألقى/يلقي حضر/يحضر ضم/يضم شمل/يشمل بلغ/يبلغ تجاوز/يتجاوز عرف/يعرف أبدى/يبدي حمل/يحمل
    قدم/يقدم جاء/يجيء أتى/يأتي وقع/يقع أصدر/يصدر أثار/يثير أدى/يؤدي شهد/يشهد تضمن/يتضمن استمر/يستمر أسفر/يسفر
    طال/يطال سمع/يسمع رأى/يرى ترك/يترك أخذ/يأخذ جعل/يجعل وجد/يجد عمل/يعمل تحدث/يتحدث نسب/ينسب تلا/يتلو سبق/يسبق
    أصبح/يصبح استخدم/يستخدم تعرض/يتعرض واجه/يواجه خاض/يخوض أجرى/يجري شارك/يشارك حصل/يحصل تمكن/يتمكن حاول/يحاول
    أراد/يريد أوقع/يوقع طاول/يطاول خلف/يخلف تسبب/يتسبب أظهر/يظهر بدا/يبدو مثل/يمثل شكل/يشكل تولى/يتولى أدار/يدير
    ترأس/يترأس سقط/يسقط رفع/يرفع عاش/يعيش سكن/يسكن انتظر/ينتظر امتد/يمتد استهدف/يستهدف سيطر/يسيطر تابع/يتابع
    تلقى/يتلقى صاحب/يصاحب رعى/يرعى التزم/يلتزم لقي/يلقى قضى/يقضي وصف/يصف توقع/يتوقع تراوح/يتراوح اعتمد/يعتمد
    كلف/يكلف أوقف/يوقف عبر/يعبر نزل/ينزل سأل/يسأل ساعد/يساعد استند/يستند ارتدى/يرتدي أبرم/يبرم أقر/يقر فاق/يفوق
    ناهز/يناهز
    """
)
"""Frequent verbs of news as past/present; those of the trigger tables are known besides."""

_ALSO_NOUNS = words(
    "كتب نشر حضر ضم شمل حمل قدم وقع خلف مثل شكل رفع سكن عمل سمع ترك اخذ وصف عبر سبق طال جعل كلف قضي صاحب عرف تحدث"
    " توقع تراوح تسبب تمكن تعرض تضمن تابع تجاوز وجد حصل كتبا تقر تدير حملا رعا بدا قدما عملا ترك نسب نزل سقط يد"
    " عبرت تلو وقعا صاحبا شكلا كتبو مثلا خلفا رفعا عرفا وصفا سمعا تلا تري توقعات تبرم تقع تعمل تقدم"
    " تحمل تضمن تشكل تمثل تابع تلقي تولي تشارك تخلف تحضر توقف توقفت"
)
_YA_NOUNS = words(
    "يوم يومي يوميا يومين يومان يمين يميني يسار يساري يهود يهودي يهودا يونان يوناني يونانيه يورو يناير يونيو يوليو"
    " يوليوز يونيه يوليه يابان ياباني يابانيه يمن يمني يمنيه يمنيين يقين يتيم يتامى يانصيب يخت ين يد"
    " يدين يدوي يدويه يورانيوم"
    " يافع يافا ياسمين يسوعي ينبوع ينابيع"
)
_TA_ENDS = words(
    "بيت وقت صوت موت سبت زيت انترنت بنت اخت حوت توت نحت تحت صمت ثابت لافت ملفت صامت موقت توقيت تفاوت تثبيت تفتيت بيوت"
    " كبريت ياقوت تابوت سكوت نبات اسمنت صلت ثبوت نفت بخت مقيت مفوت كتكوت وحيت رزت اليوت تصويت ثلت هفت ميت بث"
)
_ACTING = {EventType.ASSAULT, EventType.DISASTER, EventType.HARM, EventType.STATE}
"""Types of happenings and of texts that may do something themselves: the storm struck, the report says."""

_OBJECTS = ("ها", "هم", "ه")
_WITH_OBJECT = 4
_CLOSED_EN = "AKVCSWNB"
_LONGEST = 8_000


@dataclass(frozen=True, slots=True)
class Borders:
    """Token indices of a sentence: finite ``verbs``, and words that stand ``apart`` from every noun phrase.

    ``nouns`` are nouns that name happenings themselves, of the kinds that do nothing to anybody;"
    " ``telling`` are the finite verbs
    that are triggers.
    """

    verbs: frozenset[int]
    apart: frozenset[int]
    nouns: frozenset[int] = frozenset()
    telling: frozenset[int] = frozenset()


def borders(document: Document, sentence: Sentence, found: list[Candidate], mentions: Mentions) -> Borders:
    """The borders of one sentence, whose triggers are ``found``."""
    own = {one.first for one in found if one.is_verb}
    nouns = frozenset(one.first for one in found if one.kind in {"noun", "phrase"} and one.trigger.type not in _ACTING)
    if document.language == "ar":
        verbs, apart = _arabic(sentence, mentions)
    else:
        verbs, apart = _english(document, sentence, mentions)
    times = {at for at, token in enumerate(sentence.tokens) if mentions.is_time(token.start)}
    gerunds = {one.first for one in found if one.kind == "gerund"}
    return Borders(frozenset(own | verbs - nouns), frozenset(apart | times | gerunds), nouns, frozenset(own))


def _arabic(sentence: Sentence, mentions: Mentions) -> tuple[set[int], set[int]]:
    tokens = sentence.tokens
    verbs = {
        at
        for at, token in enumerate(tokens)
        if token.is_word and token.is_arabic and is_finite_ar(token) and mentions.at(token.end - 1) is None
    }
    apart = {
        at
        for at, token in enumerate(tokens)
        if token.text.endswith(("ًا", "اً")) and mentions.figure_at(token.start) is None
    }
    return verbs, apart


def is_finite_ar(token: Token) -> bool:
    """Whether an Arabic word can hardly be anything but a finite verb."""
    return not token.text.endswith("ة") and _finite(token.norm)


@lru_cache(maxsize=65536)
def _finite(norm: str) -> bool:
    word = norm[1:] if norm[:1] in "وف" and len(norm) > _WITH_OBJECT else norm
    known = _known_verbs()
    if word in known or norm in known:
        return True
    for ending in _OBJECTS:
        bare = word.removesuffix(ending)
        if bare != word and (bare in known or (bare in _perfects() and len(bare) > 2)):
            return True
    if word[:1] == "س" and word[1:2] in {"ي", "ت"} and word[1:] in known:
        return True
    if word.startswith(("ال", "بال", "لل", "كال")):
        return False
    if word[:1] == "ي" and len(word) >= _WITH_OBJECT:
        return word not in _YA_NOUNS and not word.endswith(("يه", "يا"))
    ends = word.endswith("ت") and not word.endswith("ات") and len(word) >= _WITH_OBJECT
    return ends and word[:1] not in "بلكم" and word not in _TA_ENDS


@lru_cache(maxsize=1)
def _perfects() -> frozenset[str]:
    """Perfect forms, which with a pronoun are verbs where alone they may be nouns: كتبه."""
    return frozenset(form for verb in _VERBS_AR for form in inflect_ar.perfect_forms(verb.partition("/")[0]))


@lru_cache(maxsize=1)
def _known_verbs() -> frozenset[str]:
    presents = {
        form
        for verb in _VERBS_AR
        for form in inflect_ar.imperfect_forms(verb.partition("/")[0], verb.partition("/")[2])
        if form[0] != "ن"
    }
    verbs = presents | _perfects() | SPEECH_AR | AUXILIARIES_AR
    return frozenset(verbs - _ALSO_NOUNS - {fold("بين"), fold("ما"), fold("سبق"), fold("عاد")})


def _english(document: Document, sentence: Sentence, mentions: Mentions) -> tuple[set[int], set[int]]:
    end = min(sentence.end, sentence.start + _LONGEST)
    tagged = tag(items(document, sentence.start, end, ()))
    places = {token.start: at for at, token in enumerate(sentence.tokens)}
    verbs: set[int] = set()
    apart: set[int] = set()
    before = ""
    for item in tagged:
        at = places.get(item.start)
        if at is not None and mentions.at(item.start) is None:
            if item.tag in "AKV" or (item.tag == "E" and before in set("nvqRTO(") and "-" not in item.norm):
                verbs.add(at)
            elif item.tag in _CLOSED_EN or (item.tag == "G" and before in set("nq,")) or item.tag == "T":
                apart.add(at)
        before = item.tag
    return verbs, apart
