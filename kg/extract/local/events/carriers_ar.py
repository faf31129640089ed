"""Arabic verbs that carry a noun of happening and lend it their subject: شنت إسرائيل هجوما, تعرض المقر لهجوم."""

from __future__ import annotations

from kg.extract.local.events.candidates import Candidate, Sentence
from kg.extract.local.events.mentions import Mentions
from kg.extract.local.events.particles import words
from kg.extract.local.events.phrases import Bounds, Phrase, phrase_at, phrase_before

_CARRIERS = words(
    "شن شنت شنها شنته شنتها عقد عقدت عقده عقدها عقدته أجرى أجرت أجراها أجرته قام قامت نفذ نفذت نفذها نفذته وجه وجهت"
    " وجهها قدم قدمت قدمها أصدر أصدرت أصدرها أصدرته أطلق أطلقت أطلقها ارتكب ارتكبت ارتكبها بدأ بدأت يبدأ تبدأ واصل"
    " واصلت استأنف استأنفت تلقى تلقت يعقد تعقد يجري تجري ينفذ تنفذ يشن تشن ألقى ألقت حقق حققت أبرم أبرمت"
)
_SUFFERERS = words("تعرض تعرضت يتعرض تتعرض تعرضوا")


def carrier_subject(
    candidate: Candidate, sentence: Sentence, mentions: Mentions, bounds: Bounds
) -> tuple[str, Phrase] | None:
    """The subject of the verb that carries a noun: شنت إسرائيل هجوما, الهجوم الذي شنته إسرائيل, تعرض المقر لهجوم."""
    tokens = sentence.tokens
    for at in range(candidate.first - 1, max(-1, candidate.first - 9), -1):
        word = tokens[at].norm.removeprefix("و") if tokens[at].is_word else tokens[at].norm
        if word in {".", ";", "?"}:
            break
        if word in _CARRIERS or word in _SUFFERERS:
            role = "patient" if word in _SUFFERERS else "agent"
            phrase = phrase_at(tokens, at + 1, mentions, bounds) if at + 1 < candidate.first else None
            if phrase is None or phrase.last >= candidate.first:
                phrase = phrase_before(tokens, at, mentions, bounds)
            return (role, phrase) if phrase is not None else None
    for at in range(candidate.last + 1, min(len(tokens), candidate.last + 6)):
        if tokens[at].norm in _CARRIERS:
            phrase = phrase_at(tokens, at + 1, mentions, bounds)
            return ("agent", phrase) if phrase is not None else None
    return None
