"""Whether an event is told as having happened, as planned, as possible or as not having happened.

Read from the words that stand directly around the trigger: particles of tense and negation, modal verbs, verbs of
purpose and planning, and the proclitics sa- (future) and li- (purpose).
"""

from __future__ import annotations

from kg.extract.local.events.candidates import Candidate, Sentence
from kg.extract.local.events.particles import words
from schemas import Realis

_REACH = 4


_NEGATORS_AR = words(
    "لم لن لا ما ليس ليست عدم دون بدون ولم ولن ولا وليس نفى نفت ينفي تنفي استبعد استبعدت بعدم ألا فلم فلن"
)
_FUTURE_AR = words(
    "سوف وسوف ستتم سيتم سيجري ستجري يعتزم تعتزم ينوي تنوي يخطط تخطط قرر قررت تقرر المقرر المزمع"
    " المنتظر المرتقب يستعد تستعد"
    " ينتظر المتوقع يتوقع تتوقع سيعقد ستعقد لعقد بهدف بغية لأجل أجل خطة موعد غدا المقبل المقبلة"
    " القادم القادمة سيكون ستكون"
    " سيقوم ستقوم يأمل تأمل مشروع"
)
_POSSIBLE_AR = words(
    "قد ربما يمكن لعل احتمال احتمالات إمكانية امكان إمكان يجب ينبغي ضرورة يحتمل إذا لو يفترض بإمكان"
    " بامكان يستطيع تستطيع"
    " حال خشية مخاوف لمنع أي هدد هددت يهدد تهدد بضرورة إن دعا دعت طالب طالبت يدعو محاولة يريد تريد"
)
_INTENT_AR = words(
    "يستعد تستعد استعد استعدت استعداد استعدادا استعدادات يخطط تخطط خطط خططت خطة خطط يسعى تسعى سعى"
    " سعت سعي مساعي مساع يهدف"
    " تهدف هدف هدفت يعتزم تعتزم ينوي تنوي يعمل تعمل يمهد تمهد تمهيدا تحضيرا تحضيرات يحضر تحضر يحضرون"
    " مشروع دعا دعت دعوة"
    " اتفاق اتفاقا الاتفاق مبادرة محاولة حاول حاولت جهود جهودا ضغوط مفاوضات محادثات اقتراح مقترح آلية فرصة قرار موعد"
    " يتوجه توجه سيتوجه مؤتمر اجتماع الدعوة اجتماعا دعوات ضرورة حاجة الحاجة جاهز مستعد مستعدة جاهزة السعي"
)
"""Words of intent, after which a noun with li- is what is aimed at: يستعد لزيارة. After others it is not."""

_OPENERS_AR = words("و ف ثم لكن ولكن أن إن لأن بل أنه أنها")
_NEGATORS_EN = words("not never no n't without denied denies didn't don't doesn't won't wasn't isn't failed unable nor")
_FUTURE_EN = words("will shall plans plan planned planning due scheduled intends intend expected set going")
_POSSIBLE_EN = words("may might could would can should must if whether possible potential threat calls call unless any")


def realis(candidate: Candidate, sentence: Sentence) -> Realis:
    """The realis of one trigger."""
    first = candidate.first
    before = [token.norm for token in sentence.tokens[max(0, first - _REACH) : first]]
    if sentence.tokens[first].is_arabic:
        return _arabic(candidate, before)
    return _english(candidate, before)


def _arabic(candidate: Candidate, before: list[str]) -> Realis:
    last = [*before[-1:], ""]
    if last[0] in _NEGATORS_AR and (last[0] != "ما" or (candidate.kind == "perfect" and _negates(before))):
        return Realis.NEGATED
    if candidate.kind == "imperfect":
        if candidate.prefix.endswith("س") or not _FUTURE_AR.isdisjoint(before[-2:]):
            return Realis.PLANNED
        if candidate.prefix.endswith("ل"):
            return Realis.PLANNED
        if last[0] in {"قد", "ان", "وقد"} or not _POSSIBLE_AR.isdisjoint(before[-3:]):
            return Realis.POSSIBLE
        return Realis.ACTUAL
    if candidate.kind == "perfect":
        return Realis.POSSIBLE if before[-1:] and before[-1] in {"اذا", "لو"} else Realis.ACTUAL
    if candidate.prefix.endswith("ل") and candidate.kind in {"noun", "phrase"} and not candidate.is_definite:
        intended = any(word.lstrip("وف") in _INTENT_AR or word in _INTENT_AR for word in before)
        return Realis.PLANNED if intended else Realis.ACTUAL
    if not _NEGATORS_AR.isdisjoint(before[-1:]):
        return Realis.NEGATED
    if not (_FUTURE_AR - {"قد"}).isdisjoint(before[-3:]):
        return Realis.PLANNED
    if not (_POSSIBLE_AR - {"قد", "ان"}).isdisjoint(before[-3:]):
        return Realis.POSSIBLE
    return Realis.ACTUAL


def _negates(before: list[str]) -> bool:
    """Whether ما right before a verb opens its clause; after a noun it means "what": مجموع ما تعهدت به الدول."""
    return not before[-2:-1] or not before[-2].isalpha() or before[-2] in _OPENERS_AR


def _english(candidate: Candidate, before: list[str]) -> Realis:
    near = before[-3:]
    if not _NEGATORS_EN.isdisjoint(near) or any(word.endswith("n't") for word in near):
        return Realis.NEGATED
    if not _FUTURE_EN.isdisjoint(before):
        return Realis.PLANNED
    if not _POSSIBLE_EN.isdisjoint(before):
        return Realis.POSSIBLE
    if candidate.kind == "base" and before[-1:] == ["to"]:
        return Realis.PLANNED
    return Realis.ACTUAL
