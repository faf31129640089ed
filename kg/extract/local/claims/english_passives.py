"""Attributions in the passive: is believed to, was told to, are accused of, was quoted as saying, it is said that."""

from __future__ import annotations

from kg.extract.local.claims.english_attribution import Attribution
from kg.extract.local.claims.english_clausal import Complement, adjuncts_end
from kg.extract.local.claims.english_clauses import is_clause
from kg.extract.local.claims.english_complements import complement
from kg.extract.local.claims.english_lexicon import Cue, lexicon
from kg.extract.local.claims.english_line import Line, Stretch
from kg.extract.local.claims.english_phrases import phrase_after
from kg.extract.local.claims.english_subjects import Subject, subject_before

_QUOTED = frozenset({"quoted", "cited", "reported"})
_SAYING = frozenset({"saying", "telling", "warning", "adding"})
_CHARGED = frozenset({"of", "with", "for"})
_PERSUADED = frozenset({"told", "informed", "advised", "warned", "reminded", "assured", "notified"})


def passive_attribution(line: Line, group: int, at: int, stop: int, cue: Cue) -> Attribution | None:
    """The attribution of a passive verb at ``at``; its source is the agent after "by", or nobody."""
    subject = subject_before(line, group)
    if line.norm(at) in _QUOTED and line.norm(stop) == "as" and line.norm(stop + 1) in _SAYING:
        return _quoted(line, at, stop + 2, cue, subject)
    agent, after = _agent(line, stop)
    empty = subject is not None and line.norm(subject.first).split("'")[0] == "it"
    source, voice = (agent, "phrase") if agent else (None, "hearsay")
    head = _head(line, group, subject)
    if line.norm(after) == "that" and "that" in cue.frames and is_clause(line, after + 1) and (empty or subject):
        return _made(line, "passive-that", at, stop, cue, head, after + 1, source, voice)
    if line.norm(at) in _PERSUADED and "bare" in cue.frames and is_clause(line, after):
        return _made(line, "passive-bare", at, stop, cue, head, after, source, voice)
    if line.norm(at) in _PERSUADED and line.tag(after) in {",", ":"} and line.tag(after + 1) == "Q":
        return _made(line, "passive-quote", at, stop, cue, head, after + 1, source, voice)
    joined = line.tag(group - 1) in {"C", ","} and ("objinf" in cue.frames or line.norm(after) in _CHARGED)
    if subject is None and not joined:
        return None
    if {"objinf"} & cue.frames and line.norm(after) == "to" and "hear" not in cue.frames:
        return _made(line, "passive-order", at, stop, cue, head, after, source, voice)
    if line.norm(after) in cue.prepositions("objprep"):
        return _made(line, "passive-accused", at, stop, cue, head, after + 1, source, voice)
    if subject is not None and "hear" in cue.frames and line.norm(after) == "to":
        made = _made(line, "passive-hearsay", at, stop, cue, head, after, source, voice)
        return made if made is None else _with_subject(made, (subject.first, subject.stop))
    return None


def _agent(line: Line, stop: int) -> tuple[Stretch | None, int]:
    """The phrase after "by", and where the complement begins."""
    if line.norm(stop) == "by":
        end = phrase_after(line, stop + 1, appositions=False)
        return (stop + 1, end), end
    if line.norm(stop) == "to" or line.norm(stop) == "that":
        return None, stop
    after = stop
    while line.tag(after) in {"B", "T"}:
        after += 1
    if line.norm(after) == "by":
        end = phrase_after(line, after + 1, appositions=False)
        return (after + 1, end), end
    return None, after


def _head(line: Line, group: int, subject: Subject | None) -> int:
    return group if subject is None else subject.first


def _quoted(line: Line, at: int, stop: int, cue: Cue, subject: Subject | None) -> Attribution | None:
    """X was quoted as saying: the subject is the source."""
    says = next(iter(lexicon().verbs["say"].cues))
    found: Complement | None = complement(line, stop, says)
    if subject is None:
        return None
    source = (subject.first, subject.stop)
    if found is not None:
        return _made(line, "quoted-as-saying", at, stop, says, subject.first, found.opens, source, "phrase")
    before = line.tag(subject.first - 1)
    if before in {"Q", ","}:
        tail = adjuncts_end(line, stop)
        head = subject.first - 1 if before == "," else subject.first
        return Attribution(line, "quoted-as-saying", (at, stop), says, head, tail, source, fronted=True, confidence=0.9)
    return None


def _made(
    line: Line, rule: str, at: int, stop: int, cue: Cue, head: int, opens: int, source: Stretch | None, voice: str
) -> Attribution | None:
    if source is not None and source[0] >= source[1]:
        return None
    return Attribution(line, rule, (at, stop), cue, head, opens, source, voice, opens=opens, confidence=0.75)


def _with_subject(made: Attribution, subject: Stretch) -> Attribution:
    """Hearsay of somebody: the subject is part of the content (the army | is said | to have left)."""
    return Attribution(
        made.line,
        made.rule,
        made.cue,
        made.meaning,
        made.head,
        made.tail,
        made.source,
        made.voice,
        opens=made.opens,
        extra=(subject,),
        confidence=0.6,
    )
