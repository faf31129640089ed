"""Attributions whose cue is a verb: Miller said that ..., "...," said Miller, adding that ..."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.local.claims.english_attribution import Attribution
from kg.extract.local.claims.english_complements import Complement, adjuncts_end, complement
from kg.extract.local.claims.english_lexicon import Cue, is_a, lexicon
from kg.extract.local.claims.english_line import Line
from kg.extract.local.claims.english_passives import passive_attribution
from kg.extract.local.claims.english_phrases import (
    FARTHEST,
    Stretch,
    Subject,
    chunk_end,
    is_clause,
    is_finite,
    phrase_after,
    subject_before,
    verb_group,
)
from schemas import SpeechAct

_FUTURE = frozenset({"will", "shall", "won't"})
_BORDERS = frozenset(["", ".", ";", ",", ":", "-", "Q", "C", "S"])
_PAST = frozenset("ep")


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
    if "e" in shape and passive and "g" not in shape:
        return passive_attribution(line, group, at, stop, cue)
    if "g" in shape and not passive:
        return _participle(line, at, stop, cue, before)
    if "to" in words:
        return _infinitive(line, group, at, stop, cue)
    if line.tag(at) in "vn" and not _reads_as_verb(line, group, at, stop):
        return None
    modal = any(is_a(word, "modal") for word in words)
    if any(word in _FUTURE for word in words) and "that" not in cue.frames:
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
    inverted = _introduced(line, at, stop, cue) or _inverted(line, group, at, stop, cue)
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
    fronted = _fronted(line, subject, group, at, stop, cue, found)
    if fronted is not None:
        return fronted
    if found is None or is_a(line.norm(subject.first), "none") or not _may_take(line, subject, at, found, cue):
        return None
    if subject.relative and found.frame == "bare" and "q" not in cue.frames:
        return None
    if modal and found.frame not in {"that", "q", "bare"}:
        return None
    source = _source(line, subject)
    head = _with_conjunction(line, subject.first)
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


def _source(line: Line, subject: Subject) -> Stretch:
    return subject.first, subject.stop


def _confidence(frame: str) -> float:
    return {"that": 0.95, "q": 0.95, "block": 0.8, "colon": 0.85, "bare": 0.85, "np": 0.6, "prep": 0.7}.get(frame, 0.75)


def _is_document(line: Line, subject: Subject) -> bool:
    first_end = chunk_end(line, subject.first)
    return any(
        is_a(line.norm(i), "document") for i in (first_end - 1, subject.stop - 1) if subject.first <= i
    ) or line.norm(subject.first) in {"it", "they", "this"}


def _may_take(line: Line, subject: Subject, at: int, found: Complement, cue: Cue) -> bool:
    """An -ed form after a noun is a verb only with a clear complement; a noun phrase only after a finite form."""
    if line.tag(at) == "E" and found.frame == "np" and line.tag(found.opens) == "P":
        return False
    if found.frame == "np" and line.norm(at) in lexicon().nouns:
        return line.items[subject.stop - 1].capital or line.tag(subject.stop - 1) == "R"
    return not (found.frame == "np" and subject.relative)


def _with_conjunction(line: Line, first: int) -> int:
    """Where the attribution begins with the conjunction and comma before it."""
    at = first
    while at > 0 and line.tag(at - 1) == "B":
        at -= 1
    if at > 0 and (line.tag(at - 1) == "C" or (line.tag(at - 1) == "S" and line.norm(at - 1) in _ADVERSATIVE)):
        at -= 1
    if at > 0 and line.tag(at - 1) in ",;-" and (at < first or line.tag(at - 1) == ";"):
        at -= 1
    return at


_ADVERSATIVE = frozenset({"while", "although", "though", "whereas", "as", "after", "because"})


def _fronted(
    line: Line, subject: Subject, group: int, at: int, stop: int, cue: Cue, found: Complement | None
) -> Attribution | None:
    """Content before the attribution: "..., Miller said." and "...," Miller told reporters."""
    before = line.tag(subject.first - 1)
    quoted = before == "Q" or (before == "," and line.tag(subject.first - 2) == "Q")
    if quoted and not {"q", "par"} & cue.frames:
        return None
    if not quoted and found is not None and found.frame == "q" and line.tag(found.opens - 1) == ":":
        return None
    tail, addressee = _tail(line, stop, cue)
    inside = line.tag(stop) == "," and found is None and tail + 1 < len(line.items)
    if not quoted and not (
        "par" in cue.frames and before == "," and (inside or _is_statement(line, subject.first - 1))
    ):
        return None
    closed = line.tag(tail) in _BORDERS or line.tag(tail) == "G"
    if found is not None and found.frame not in {"q"} and not (closed and found.frame in {"np", "prep", "objon"}):
        return None
    if not closed and not quoted:
        return None
    if not quoted and line.tag(tail) == "," and found is not None:
        return None
    head = subject.first - 1 if before == "," else subject.first
    return Attribution(
        line,
        "verb-fronted-quote" if quoted else "verb-fronted",
        (at, stop),
        cue,
        head,
        tail,
        _source(line, subject),
        fronted=True,
        addressee=addressee,
        confidence=0.95 if quoted else 0.9,
    )


def _is_statement(line: Line, comma: int) -> bool:
    """Whether what stands before ``comma`` is a clause, and not an adverbial in front of the sentence."""
    first = comma
    while first > 0 and line.tag(first - 1) != ":" and comma - first < 3 * FARTHEST:
        first -= 1
    while line.tag(first) in {"C", "B"} and first < comma:
        first += 1
    if line.tag(first) == "S" or (line.tag(first) in {"P", "G", "E", "T"} and not _has_main_clause(line, first, comma)):
        return _has_main_clause(line, first, comma)
    return any(line.tag(i) in "AVKQ" or (line.tag(i) in "vE" and i > first) for i in range(first, comma))


def _has_main_clause(line: Line, first: int, comma: int) -> bool:
    for at in range(first, comma):
        if line.tag(at) == ",":
            return any(is_finite(line, i) for i in range(at + 1, comma))
    return line.tag(first) not in "SGE" and any(line.tag(i) in "AVKE" for i in range(first + 1, comma))


def _tail(line: Line, stop: int, cue: Cue) -> tuple[int, Stretch | None]:
    """The end of an attribution after its verb: addressee, adverbs, in a statement on Monday."""
    addressee = None
    at = stop
    if line.tag(at) == "R" and line.tag(at + 1) in _BORDERS:
        at += 1
    if "obj" in cue.frames or "objinf" in cue.frames:
        end = phrase_after(line, at, appositions=False)
        if end > at:
            addressee = (at, end)
            at = end
    return adjuncts_end(line, at), addressee


def _inverted(line: Line, group: int, at: int, stop: int, cue: Cue) -> Attribution | None:
    """Content, then the verb, then its subject: "...," said Matt Miller, a spokesman for the ministry."""
    if "inv" not in cue.frames or line.tag(at) not in "VEvn" or group != at:
        return None
    before = line.tag(at - 1)
    quoted = before == "Q" or (before == "," and line.tag(at - 2) == "Q")
    named = phrase_after(line, stop, appositions=False)
    inside = line.tag(named) == "," and named > stop and any(is_finite(line, i) for i in range(named, len(line.items)))
    plain = before == "," and (inside or _is_statement(line, at - 1))
    if not (quoted or plain) or line.tag(stop) not in {"D", "n", "R", "T", "O", "P", "E"}:
        return None
    if line.tag(stop) in {"T", "P"} and not (line.tag(stop) == "P" and quoted):
        return None
    begin = stop if line.tag(stop) != "P" else adjuncts_end(line, stop)
    end = phrase_after(line, begin)
    if end == begin:
        return None
    if plain and not quoted and (line.tag(end) not in _BORDERS | {"P", "W", "G", "T", "B"} or line.tag(at - 2) == "Q"):
        return None
    tail = adjuncts_end(line, end)
    if line.tag(tail) == "W":
        tail = _clause_stop(line, tail)
    head = at - 1 if before == "," else at
    rule = "verb-inverted-quote" if quoted else "verb-inverted"
    return Attribution(
        line, rule, (at, stop), cue, head, tail, (begin, end), fronted=True, confidence=0.95 if quoted else 0.85
    )


def _introduced(line: Line, at: int, stop: int, cue: Cue) -> Attribution | None:
    """A line that opens with the verb: Said Ellis: "..."."""
    if at or "inv" not in cue.frames or line.tag(stop) not in {"D", "n"}:
        return None
    end = phrase_after(line, stop)
    if end == stop or line.tag(end) not in {":", ","} or line.tag(end + 1) != "Q":
        return None
    return Attribution(line, "verb-first", (at, stop), cue, at, end + 1, (stop, end), opens=end + 1)


def _clause_stop(line: Line, at: int) -> int:
    while line.tag(at) not in {"", ".", ";", ",", "Q"}:
        at += 1
    return at


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
    head = _with_conjunction(line, group)
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
        if subject is None or subject.relative:
            continue
        nearest = subject
        before = line.tag(subject.first - 1)
        if before in _MAIN_CLAUSE or (before == "," and chosen is None):
            chosen = subject
    return chosen or nearest


_MAIN_CLAUSE = frozenset(["", "C", ";", "Q", ".", "-"])


def _participle(line: Line, at: int, stop: int, cue: Cue, before: list[Attribution]) -> Attribution | None:
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


NOUN_BEFORE = frozenset("nq(v")


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


def _infinitive(line: Line, group: int, at: int, stop: int, cue: Cue) -> Attribution | None:
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
        _with_conjunction(line, subject.first),
        found.opens,
        _source(line, subject),
        opens=found.opens,
        closes=found.closes,
        addressee=found.addressee,
        confidence=0.75,
    )
