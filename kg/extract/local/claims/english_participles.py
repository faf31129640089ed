"""Attributions by participles and carried infinitives: adding that; with the paper reporting; went on to say."""

from __future__ import annotations

from kg.extract.local.claims.english_attribution import Attribution
from kg.extract.local.claims.english_clausal import Complement
from kg.extract.local.claims.english_clauses import is_finite
from kg.extract.local.claims.english_complements import complement
from kg.extract.local.claims.english_lexicon import Cue, is_a
from kg.extract.local.claims.english_line import FARTHEST, Line, Stretch
from kg.extract.local.claims.english_phrases import phrase_after
from kg.extract.local.claims.english_subjects import Subject, subject_before, verb_group, with_conjunction
from schemas import SpeechAct

_MAIN_CLAUSE = frozenset(["", "C", ";", "Q", ".", "-"])
NOUN_BEFORE = frozenset("nq(v")


def earlier_subject(line: Line, at: int, before: list[Attribution]) -> tuple[Stretch | None, str]:
    """Who the subject of a verb without one is: the last source of the line, or the last finite verb's subject."""
    for one in reversed(before):
        if one.head < at and (one.source or one.antecedent) and one.voice != "hearsay":
            return one.source or one.antecedent, "source"
    subject = _main_subject(line, at)
    return (None, "none") if subject is None else ((subject.first, subject.stop), "subject")


def _main_subject(line: Line, at: int) -> Subject | None:
    """The subject of the main clause that the items before ``at`` end in."""
    chosen: Subject | None = None
    nearest: Subject | None = None
    for verb in range(max(1, at - FARTHEST), at):
        if not is_finite(line, verb) or (line.tag(verb) == "v" and line.tag(verb + 1) not in {"D", "n", "B", "S"}):
            continue
        subject = subject_before(line, verb_group(line, verb))
        if subject is None or subject.relative or line.norm(subject.first) == "there":
            continue
        nearest = subject
        before = line.tag(subject.first - 1)
        if before in _MAIN_CLAUSE or (before == "," and chosen is None):
            chosen = subject
    return chosen or nearest


def participle_attribution(line: Line, at: int, stop: int, cue: Cue, before: list[Attribution]) -> Attribution | None:
    """..., adding that ...; Citing privacy rules, officials ...; with the paper reporting ..."""
    found = complement(line, stop, cue, document=False)
    if found is None:
        return None
    previous = line.tag(at - 1)
    if previous in NOUN_BEFORE and line.norm(at - 1) not in {"by", "after", "in"}:
        if is_a(line.norm(at - 1), "occasion") or is_a(line.norm(at - 1), "document"):
            antecedent, kind = earlier_subject(line, at, before)
            return _right(line, "participle", at, stop, cue, at, found, antecedent) if antecedent else None
        subject = subject_before(line, at)
        opener = line.norm(subject.first - 1) if subject else ""
        border = line.tag(subject.first - 1) if subject else "x"
        if subject is None or not (opener == "with" or border in {",", "Q", "", "(", "-"}):
            return None
        head = subject.first - 1 if opener == "with" or border == "," else subject.first
        return _right(line, "absolute", at, stop, cue, head, found, (subject.first, subject.stop))
    if previous not in {",", "", "P", "B", "-", "C", "Q"} or line.norm(at - 1) == "of":
        return None
    if found.frame in {"q", "np"} and previous == "P":
        return None
    head = at - 1 if previous in {",", "-", "P"} else at
    if line.tag(head - 1) == "," and previous == "P":
        head -= 1
    antecedent, kind = (None, "none") if previous == "" else earlier_subject(line, at, before)
    if kind == "none":
        antecedent = _following_subject(line, found.opens)
    if antecedent is None:
        return None
    return _right(line, "participle", at, stop, cue, head, found, antecedent)


def _right(
    line: Line, rule: str, at: int, stop: int, cue: Cue, head: int, found: Complement, source: Stretch
) -> Attribution:
    return Attribution(
        line,
        f"{rule}-{found.frame}",
        (at, stop),
        cue,
        head,
        found.opens,
        source,
        opens=found.opens,
        closes=found.closes,
        addressee=found.addressee,
        confidence=0.8,
    )


def _following_subject(line: Line, at: int) -> Stretch | None:
    """The subject of the clause after a fronted participle: Citing privacy rules, U.S. officials have ..."""
    for comma in range(at, min(len(line.items), at + FARTHEST)):
        if line.tag(comma) == ",":
            end = phrase_after(line, comma + 1)
            return (comma + 1, end) if end > comma + 1 else None
    return None


def infinitive_attribution(line: Line, group: int, at: int, stop: int, cue: Cue) -> Attribution | None:
    """Went on to say that ...: an infinitive that only carries the verb of saying."""
    mark = next((i for i in range(group, at) if line.norm(i) == "to"), None)
    if mark is None:
        return None
    verb = mark - 1
    if line.norm(verb) == "on":
        verb -= 1
    if not is_a(line.norm(verb), "carrier"):
        return None
    subject = subject_before(line, verb_group(line, verb))
    found = complement(line, stop, cue)
    if subject is None or found is None or (found.frame == "np" and cue.act is not SpeechAct.DEMAND):
        return None
    return Attribution(
        line,
        f"infinitive-{found.frame}",
        (at, stop),
        cue,
        with_conjunction(line, subject.first),
        found.opens,
        (subject.first, subject.stop),
        opens=found.opens,
        closes=found.closes,
        addressee=found.addressee,
        confidence=0.75,
    )
