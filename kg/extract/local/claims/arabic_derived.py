"""Claims that a participle or a verbal noun of a verb of saying makes: "adding that …", "his warning of …"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.local.claims.arabic_clauses import first_saying
from kg.extract.local.claims.arabic_complement import Complement, complement, is_act
from kg.extract.local.claims.arabic_lexicon import Found, Verb
from kg.extract.local.claims.arabic_line import COMMAS, Line
from kg.extract.local.claims.arabic_phrases import is_prepositional, subject
from kg.extract.local.claims.arabic_saying import Saying
from schemas import SpeechAct

_SAYING = Verb("قول", SpeechAct.SAY, "affirms", "asserted", frozenset({"an", "quote"}))
_NOUN_REACH = 14
_PARTICIPLE_REACH = 7
_PARTICIPLE_OBJECT_REACH = 10
_NOUN_JOINTS = ("that", "من", "ب", "إلى", "على")
_CHARGES = {SpeechAct.WARN, SpeechAct.ACCUSE, SpeechAct.DEMAND, SpeechAct.EXPECT}


def participle_sayings(line: Line, at: int, found: Found) -> list[Saying]:
    """An adverbial participle; its speaker is the subject of its sentence (decision 4 of the annotation guide)."""
    before = line.tokens[at - 1] if at else None
    if before is not None and before.norm in ("كان", "ليس", "يعد"):
        return []
    verb = found.form.verb
    if verb.act is SpeechAct.ACCUSE and not (before is None or before.text in COMMAS or found.prefix == "و"):
        return []  # muttaham is mostly the accused
    joint = complement(line, at, verb)
    if joint is None and "np" in verb.frames and at + 1 < len(line.tokens):
        following = line.tokens[at + 1]
        if is_act(following.norm) and not is_prepositional(line, at + 1):
            joint = Complement("phrase", at + 1, following.start, "object")
    reach = _PARTICIPLE_OBJECT_REACH if "o" in verb.frames else _PARTICIPLE_REACH
    if joint is None or joint.at > at + reach:
        return []
    made = first_saying(line, at, found, joint, "participle", 0.84)
    return [replace(made, carries="subject", coordinate=True)]


def by_saying(line: Line, at: int) -> list[Saying]:
    """ "went so far as to say that …", "began by saying": the speaker is the subject of the sentence."""
    token = line.tokens[at]
    joint = complement(line, at, _SAYING)
    if joint is None or joint.at != at + 1:
        return []
    glued = token.norm.startswith("ب") or token.norm.startswith("و")
    cue = (token.start + glued, token.end)
    return [
        Saying(line.number, cue, token.start, joint.opens, "noun-saying", 0.55, carries="subject", shape=joint.shape)
    ]


def noun_sayings(line: Line, at: int, found: Found) -> list[Saying]:
    """The announcement of X that …, his warning of …: a verbal noun with its subject and a content."""
    if found.prefix or (at > 0 and line.tokens[at - 1].norm == "ما"):
        return []
    joint = complement(line, at, found.form.verb)
    if joint is None or joint.at > at + _NOUN_REACH or joint.joint not in _NOUN_JOINTS:
        return []
    if joint.joint != "that" and found.form.verb.act not in _CHARGES:
        return []
    source = None if found.enclitic else subject(line, at + 1, joint.at)
    if source is None and not found.enclitic:
        return []
    made = first_saying(line, at, found, joint, "noun", 0.6)
    return [replace(made, source=source, carries="" if source else "subject")]
