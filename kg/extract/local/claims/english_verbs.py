"""Attributions whose cue is a verb: Miller said that ..., "...," said Miller, adding that ..."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.local.claims.english_attribution import Attribution
from kg.extract.local.claims.english_clausal import Complement
from kg.extract.local.claims.english_clauses import is_clause, is_finite
from kg.extract.local.claims.english_complements import complement
from kg.extract.local.claims.english_fronted import fronted_attribution, inverted_attribution
from kg.extract.local.claims.english_lexicon import Cue, is_a, lexicon
from kg.extract.local.claims.english_line import Line
from kg.extract.local.claims.english_participles import earlier_subject, infinitive_attribution, participle_attribution
from kg.extract.local.claims.english_passives import passive_attribution
from kg.extract.local.claims.english_phrases import chunk_end
from kg.extract.local.claims.english_subjects import Subject, subject_before, verb_group, with_conjunction


def verb_attributions(line: Line) -> list[Attribution]:
    """All attributions of ``line`` by verbs, in order."""
    out: list[Attribution] = []
    for at, item in enumerate(line.items):
        if item.form is None or not item.form.cues or item.tag not in "VvEGn":
            continue
        for cue, stop in _readings(line, at):
            found = _attribution(line, at, stop, cue, out)
            if found is not None:
                out.append(found)
                break
    return out


def _readings(line: Line, at: int) -> Iterator[tuple[Cue, int]]:
    form = line.items[at].form
    for cue in form.cues if form else ():
        if not cue.particle:
            yield cue, at + 1
        elif line.norm(at + 1) == cue.particle:
            yield cue, at + 2


def _attribution(line: Line, at: int, stop: int, cue: Cue, before: list[Attribution]) -> Attribution | None:
    form = line.items[at].form
    shape = form.shape if form else ""
    group = verb_group(line, at)
    words = [line.norm(i) for i in range(group, at)]
    if any(line.tag(i) == "N" or line.norm(i).endswith("n't") for i in range(group, at)):
        return None
    carrier = line.norm(group - 1) if line.tag(group - 1) == "K" else ""
    passive = [word for word in words if is_a(word, "be")] or carrier.endswith(("'m", "'re", "'s"))
    if shape == "e" and not passive and not any(is_a(word, "perfect") for word in words):
        return None
    if "e" in shape and passive and "g" not in shape:
        return passive_attribution(line, group, at, stop, cue)
    if "g" in shape and not passive:
        return participle_attribution(line, at, stop, cue, before)
    if "to" in words:
        return infinitive_attribution(line, group, at, stop, cue)
    if line.tag(at) in "vn" and not _reads_as_verb(line, group, at, stop):
        return None
    modal = any(is_a(word, "modal") for word in words)
    if any(is_a(word, "future") for word in words) and "that" not in cue.frames:
        return None
    return _finite(line, group, at, stop, cue, before, modal=modal)


def _reads_as_verb(line: Line, group: int, at: int, stop: int) -> bool:
    """Whether a form that may be a noun (claims, reports, fears) is a verb here."""
    if line.tag(at) == "n":
        return False
    if line.norm(at) not in lexicon().nouns or line.tag(group - 1) in "RKWQ":
        return True
    if group == 0:
        return False
    named = line.items[group - 1].capital or line.tag(group - 1) in ",C"
    plural = line.norm(group - 1).endswith("s") or line.norm(group - 1) in {"people", "police", "media", "women", "men"}
    return named or plural != line.norm(at).endswith("s") or is_clause(line, stop)


def _finite(
    line: Line, group: int, at: int, stop: int, cue: Cue, before: list[Attribution], *, modal: bool
) -> Attribution | None:
    inverted = inverted_attribution(line, group, at, stop, cue)
    if inverted is not None and not (inverted.rule == "verb-inverted" and _is_closed(line, group, stop, cue)):
        return inverted
    if "must" in cue.frames and line.tag(stop) in {"S"} and line.norm(stop) == "that":
        return passive_attribution(line, group, at, stop, cue)
    subject = subject_before(line, group)
    document = subject is not None and _is_document(line, subject)
    found = complement(line, stop, cue, document=document)
    if subject is None:
        return _carried(line, group, at, stop, cue, found, before, modal=modal)
    gap = line.tag(subject.first - 1) == "W" or (line.tag(subject.first) == "R" and line.tag(subject.first - 1) == "n")
    if found is None and "bare" in cue.frames and gap and is_finite(line, stop):
        found = Complement("bare", stop)
    fronted = fronted_attribution(line, subject, group, at, stop, cue, found)
    if fronted is not None:
        return fronted
    if found is None or is_a(line.norm(subject.first), "none") or not _may_take(line, subject, at, found, cue):
        return None
    if subject.relative and found.frame == "bare" and "q" not in cue.frames:
        return None
    if modal and found.frame not in {"that", "q", "bare"}:
        return None
    source = (subject.first, subject.stop)
    head = with_conjunction(line, subject.first)
    own = line.inside is not None and line.norm(subject.first) in {"i", "we"} and line.tag(subject.first - 1) == ","
    return Attribution(
        line,
        f"verb-{found.frame}",
        (at, stop),
        cue,
        head,
        found.opens,
        source,
        opens=found.opens,
        closes=found.closes,
        extra=((0, subject.first - 1),) if own and found.frame == "bare" else (),  # at that hour, I think, it was
        addressee=found.addressee,
        modal=modal,
        confidence=_confidence(found.frame),
    )


def _is_closed(line: Line, group: int, stop: int, cue: Cue) -> bool:
    """Whether the comma before the verb closes an apposition to its subject, and a clause follows."""
    subject = subject_before(line, group)
    found = complement(line, stop, cue) if subject else None
    return found is not None and found.frame in {"that", "bare", "q"}


def _confidence(frame: str) -> float:
    return {"that": 0.95, "q": 0.95, "block": 0.8, "colon": 0.85, "bare": 0.85, "np": 0.6, "prep": 0.7}.get(frame, 0.75)


def _is_document(line: Line, subject: Subject) -> bool:
    first_end = chunk_end(line, subject.first)
    return any(
        is_a(line.norm(i), "document") for i in (first_end - 1, subject.stop - 1) if subject.first <= i
    ) or line.norm(subject.first) in {"it", "they", "this"}


def _may_take(line: Line, subject: Subject, at: int, found: Complement, cue: Cue) -> bool:
    """An -ed form after a noun is a verb only with a clear complement; a noun phrase only after a finite form."""
    unsure = line.tag(at) == "E" and line.tag(at - 1) not in {"A", "B"}  # has recorded is surely a verb
    if unsure and found.frame == "np" and line.tag(found.opens) == "P":
        return False
    if found.frame == "np" and line.norm(at) in lexicon().nouns:
        return line.items[subject.stop - 1].capital or line.tag(subject.stop - 1) == "R"
    return not (found.frame == "np" and subject.relative)


def _carried(
    line: Line,
    group: int,
    at: int,
    stop: int,
    cue: Cue,
    found: Complement | None,
    before: list[Attribution],
    *,
    modal: bool,
) -> Attribution | None:
    """A verb without a subject of its own after a conjunction: ... and added that ..."""
    first = group
    while first > 0 and line.tag(first - 1) in "B":
        first -= 1
    if first == 0 or line.tag(first - 1) not in {"C", ","} or found is None or line.tag(at) not in "VEv":
        return None
    if line.tag(first - 1) == "," and not before:
        return None
    if found.frame in {"np", "bare"} and line.tag(at) == "v":
        return None
    antecedent, kind = earlier_subject(line, first - 1, before)
    if kind == "none":
        return None
    head = with_conjunction(line, group)
    return Attribution(
        line,
        f"carried-{found.frame}",
        (at, stop),
        cue,
        head,
        found.opens,
        voice="carried",
        antecedent=antecedent,
        opens=found.opens,
        closes=found.closes,
        addressee=found.addressee,
        modal=modal,
        confidence=0.8,
    )
