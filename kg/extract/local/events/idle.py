"""Words of happening that tell none: how a source asks to stay unnamed, how a count moves, who published what.

A count of victims that rises is told by the victims; a text that somebody published is told by the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.extract.local.events.candidates import Candidate
from kg.extract.local.events.particles import words
from kg.extract.local.events.words import word_forms
from kg.text import Token
from schemas import EventType

_ASKING = {EventType.REQUEST, EventType.REJECT}
_REACH = 8
_DISCLOSING_AR = words("ذكر كشف نشر إفصاح إعلان تعريف ذكرها نشرها")
_IDENTITY_AR = words("اسم اسمه اسمها اسمهم اسمهما أسماء أسمائهم اسميهما هوية هويته هويتها هويتهم هويتهما")
_IDENTITY_STEMS_AR = ("اسم", "هويت")
_NAMED_EN = words("named identified quoted")
_KEPT_EN = words("anonymity anonymous withheld")
_MEASURING_AR = words(
    "ارتفع ارتفعت يرتفع ترتفع ارتفاع زاد زادت يزيد تزيد زيادة ازداد ازدادت ازدياد تزايد بلغ بلغت يبلغ تبلغ بلوغ"
    " تجاوز تجاوزت يتجاوز تتجاوز وصل وصلت يصل تصل وصول انخفض انخفضت انخفاض تراجع تراجعت صعود قفز قفزت"
)
_MEASURING_EN = words(
    "rise rises rose risen rising increase increases increased increasing climb climbs climbed climbing reach reaches"
    " reached reaching pass passes passed exceed exceeds exceeded jump jumps jumped top tops topped fall falls fell"
    " fallen drop drops dropped surge surges surged"
)
_BESIDE = 3
_MADE = {EventType.STATE, EventType.AGREE, EventType.CONSULT}
"""Types of texts and talks, which a verb of the same type beside them brings about (تقرير نشره, a letter posted)."""

_MAKING_KINDS = {"past", "participle"}
_OBJECTS_AR = ("ه", "ها", "هم", "هما")


def without_idle(found: Sequence[Candidate], tokens: Sequence[Token]) -> list[Candidate]:
    """The candidates of a sentence, from left to right, that tell a happening."""
    beside = [None, *found, None]
    return [
        one
        for one, before, after in zip(found, beside, beside[2:], strict=False)
        if not (
            _asks_to_stay_unnamed(one, tokens) or _counts(one, before, after, tokens) or _makes(one, before, tokens)
        )
    ]


def _asks_to_stay_unnamed(one: Candidate, tokens: Sequence[Token]) -> bool:
    """طلب عدم ذكر اسمه, رفض الكشف عن هويته, asked not to be named, declined to be identified."""
    if tokens[one.first].is_arabic and not word_forms(tokens[one.first]).isdisjoint(_DISCLOSING_AR):
        near = tokens[one.last + 1 : one.last + 3]  # لم يشأ الكشف عن هويته
        return any(token.norm.startswith(_IDENTITY_STEMS_AR) and token.norm.endswith(_OBJECTS_AR) for token in near)
    if one.trigger.type not in _ASKING:
        return False
    after = tokens[one.last + 1 : one.last + 1 + _REACH]
    if tokens[one.first].is_arabic:
        forms = [word_forms(token) for token in after]
        told = next((at for at, form in enumerate(forms) if not form.isdisjoint(_DISCLOSING_AR)), None)
        return told is not None and any(not form.isdisjoint(_IDENTITY_AR) for form in forms[told + 1 :])
    norms = [token.norm for token in after]
    if not _KEPT_EN.isdisjoint(norms):
        return True
    denied = one.trigger.type == EventType.REJECT or "not" in norms
    return denied and any(pair[0] == "be" and pair[1] in _NAMED_EN for pair in pairwise(norms))


def _counts(one: Candidate, before: Candidate | None, after: Candidate | None, tokens: Sequence[Token]) -> bool:
    """ارتفاع عدد القتلى, عدد المفقودين بلغ, the death toll rose."""
    if word_forms(tokens[one.first]).isdisjoint(_MEASURING_AR | _MEASURING_EN):
        return False
    victims = (other for other in (before, after) if other is not None and other.trigger.type == EventType.HARM)
    return any(
        not other.is_verb and max(other.first - one.last, one.first - other.last) <= _BESIDE for other in victims
    )


def _makes(one: Candidate, before: Candidate | None, tokens: Sequence[Token]) -> bool:
    """تقرير نشره مكتب, a letter posted online: the verb right after what it made."""
    if before is None or before.is_verb or one.first != before.last + 1 or one.trigger.type != before.trigger.type:
        return False
    if one.trigger.type not in _MADE:
        return False
    if tokens[one.first].is_arabic:
        return not one.is_definite and tokens[one.last].text.endswith(_OBJECTS_AR)
    return one.kind in _MAKING_KINDS
