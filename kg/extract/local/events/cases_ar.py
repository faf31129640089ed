"""What the forms of Arabic words tell of their part: genitive or adjective, subject or object."""

from __future__ import annotations

from kg.extract.local.events.candidates import Candidate
from kg.extract.local.events.particles import AGENTS_AR, words
from kg.extract.local.events.phrases import Phrase, head_is
from kg.extract.local.events.whole import QUALITIES_AR
from kg.text import Token
from schemas import EventType

_WITH_ALEF = 4
_BROKEN_PLURALS = (
    "قوانين",
    "ملايين",
    "عناوين",
    "موازين",
    "تمارين",
    "ميادين",
    "براهين",
    "مساكين",
    "شرايين",
    "مجانين",
    "يمين",
    "تدخين",
)
"""Ends of words in -īn that are no oblique case."""

_COUNTING_AR = words("أكثر أقل أزيد بعض كل جميع أحد إحدى عدة أول أولى ثاني ثالث أكبر أعلى أدنى")


def is_closed(candidate: Candidate, tokens: tuple[Token, ...]) -> bool:
    """Whether no genitive can follow: an indefinite accusative (خفضا), a noun with its adjective (عمليات عسكرية)."""
    text, norm = tokens[candidate.last].text, tokens[candidate.last].norm
    if candidate.kind == "phrase":
        return norm.endswith(("يه", "ي"))
    return text.endswith(("اً", "ًا")) or (norm.endswith("ا") and candidate.kind == "noun" and len(norm) > _WITH_ALEF)


def is_target(candidate: Candidate, tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """Whether the genitive of an assault is what it hits: قصف سوق, not قصف الطيران."""
    if candidate.trigger.type != EventType.ASSAULT or "o" not in candidate.trigger.frame:
        return False
    return phrase.entity is None and not head_is(tokens, phrase, AGENTS_AR)


def is_adjective(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """A relational adjective without article, or a number: تفتيش دولي, لائحة رسمية, هزيمة 1967."""
    word = tokens[phrase.first].norm
    if phrase.entity is not None or word.startswith("ال"):
        return False
    if word in QUALITIES_AR - _COUNTING_AR:
        return True
    return word[:1].isdigit() or (len(word) > 3 and word.endswith(("ي", "يه")))


def is_oblique(word: Token) -> bool:
    """A sound plural or a dual in the oblique case, which no subject has: حمّلت الطرفين."""
    return word.norm.endswith("ين") and len(word.norm) > _WITH_ALEF + 1 and not word.norm.endswith(_BROKEN_PLURALS)
