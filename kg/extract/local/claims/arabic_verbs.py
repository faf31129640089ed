"""Claims that a verb of saying makes: finite, relative, participle, and the relay "A quoted B as saying"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.local.claims.arabic_complement import Complement, complement, has_object_place, is_act
from kg.extract.local.claims.arabic_lexicon import Found, Verb
from kg.extract.local.claims.arabic_line import COMMAS, Line
from kg.extract.local.claims.arabic_phrases import (
    after_shy_clause,
    antecedent,
    before_verb,
    first_phrase,
    first_word,
    is_prepositional,
    subject,
)
from kg.extract.local.claims.arabic_saying import Saying
from kg.extract.local.drafts import Range
from kg.text import Quote, fold
from schemas import SpeechAct

_SPEECH_WORDS = 3
_NOUN_REACH = 14
_NOUN_JOINTS = ("that", "من", "ب", "إلى", "على")
_CHARGES = {SpeechAct.WARN, SpeechAct.ACCUSE, SpeechAct.DEMAND, SpeechAct.EXPECT}
_HEARSAY_VERBS = {SpeechAct.EXPECT, SpeechAct.BELIEVE}
_QUOTING = Verb("نقل", SpeechAct.SAY, "affirms", "asserted", frozenset({"an", "quote", "ba"}))


def verb_sayings(line: Line) -> list[Saying]:
    """Every claim of the line that a verb form signals, in the order of the text."""
    out: list[Saying] = []
    for at in range(len(line.tokens)):
        found = line.found[at]
        if not found or line.mention(at) is not None or after_shy_clause(line, at) is not None:
            continue
        for reading in found:
            made = _by_form(line, at, reading)
            if made:
                out.extend(made)
                break
    return out


def _by_form(line: Line, at: int, found: Found) -> list[Saying]:
    if found.form.kind in ("perfect", "imperfect"):
        if "relay" in found.form.verb.frames:
            return _relay(line, at, found)
        return _finite(line, at, found)
    if found.form.kind == "participle":
        return _participle(line, at, found)
    return _noun(line, at, found)


def _saying(line: Line, at: int, found: Found, joint: Complement, rule: str, confidence: float) -> Saying:
    token = line.tokens[at]
    verb = found.form.verb
    return Saying(
        line=line.number,
        cue=(token.start + found.skip, token.end),
        clause=token.start,
        opens=joint.opens,
        rule=f"{rule}-{joint.joint}",
        confidence=confidence,
        shape=joint.shape,
        gender=found.form.gender,
        plural=found.form.plural,
        act=verb.act,
        polarity=verb.polarity,
        modality=verb.modality,
    )


def _finite(line: Line, at: int, found: Found) -> list[Saying]:
    verb = found.form.verb
    if not has_object_place(found) or (at > 0 and line.tokens[at - 1].norm == "بما"):
        return []
    if (
        "narrator" in line.classes(at)
        and found.form.kind == "imperfect"
        and (line.that(at + 1) or (line.tokens[at + 1 : at + 2] and line.tokens[at + 1].norm == "الي"))
    ):
        return []
    if verb.lemma == "بين" and not line.that(at + 1) and line.tokens[at].norm == "بين":
        return []
    negated = at > 0 and "negator" in line.classes(at - 1)
    if negated and verb.act not in _HEARSAY_VERBS and verb.polarity == "affirms":
        return []
    joint = complement(line, at, verb)
    earlier = _quote_before(line, at) if "quote" in verb.frames else None
    if joint is None and "np" in verb.frames | _seen_np(verb.frames):
        joint = _bare_object(line, at, found)
    if (
        joint is not None
        and joint.joint != "that"
        and found.prefix == "و"
        and at > 1
        and "noun-too" in line.classes(at)
    ):
        return []
    if joint is None:
        return _after_quote(line, at, found, earlier) if earlier is not None else []
    made = _with_source(line, at, found, joint)
    if made is None:
        return []
    following = line.reader.opening.get(joint.opens - 1) if joint.shape == "quote" else None
    if earlier is not None and following is not None:
        made = replace(
            made, rule="quoted-around", fixed=tuple((q.inner_start, q.inner_end) for q in (earlier, following))
        )
    if negated:
        made = replace(made, polarity="denies" if made.polarity == "affirms" else "affirms")
    return [made]


def _quote_before(line: Line, at: int) -> Quote | None:
    """The quotation that closes right before the verb, but for a comma."""
    for step in (at - 1, at - 2):
        if step < 0:
            return None
        quote = line.closes(step)
        if quote is not None:
            words = line.reader.document.tokens_in(quote.inner_start, min(quote.inner_end, quote.inner_start + 200))
            return quote if len(words) >= _SPEECH_WORDS else None
        if line.tokens[step].text not in COMMAS:
            return None
    return None


def _after_quote(line: Line, at: int, found: Found, quote: Quote) -> list[Saying]:
    """The quotation comes first, and whose it is after it."""
    joint = Complement("quote", len(line.tokens), quote.inner_start, "before")
    made = replace(_saying(line, at, found, joint, "quoted", 0.9), fixed=((quote.inner_start, quote.inner_end),))
    high = next((i for i in range(at + 1, len(line.tokens)) if line.tokens[i].text in ".؛;!؟?"), len(line.tokens))
    source = subject(line, at + 1, high)
    return [replace(made, source=source, carries="" if source else "previous")]


def _seen_np(frames: frozenset[str]) -> frozenset[str]:
    return frozenset({"np"}) if "np-" in frames else frozenset()


def _with_source(line: Line, at: int, found: Found, joint: Complement) -> Saying | None:
    made = _saying(line, at, found, joint, "verb", 0.9)
    after = _subject_after(line, at, found, joint)
    fronted = None if found.prefix in ("و", "ف") else before_verb(line, at)
    takes_object = "o" in found.form.verb.frames and not found.enclitic
    if after is not None and not (takes_object and fronted is not None):
        return replace(made, source=after, clause=_clause_start(line, at, found), coordinate=_joins(line, at, found))
    relative = _relative_before(line, at)
    if relative is not None and after is None and _impersonal(line, at, found):
        return _hearsay(line, at, made)
    if relative is not None:
        head = None if _speaks_in(line, at, joint) else antecedent(line, relative)
        return replace(made, source=head, carries="previous", rule=f"relative-{joint.joint}", confidence=0.75)
    if fronted is not None:
        first, span = fronted
        return replace(
            made,
            source=span,
            clause=line.tokens[first].start,
            rule=f"fronted-{joint.joint}",
            coordinate=first > 0 and _ends_clause(line, first - 1),
        )
    if _impersonal(line, at, found):
        return _hearsay(line, at, made)
    if "subj" in found.form.verb.frames or _inside_quote(line, at):
        return None
    return replace(
        made,
        carries="subject",
        clause=_clause_start(line, at, found),
        coordinate=_joins(line, at, found),
        rule=f"elided-{joint.joint}",
        confidence=0.8,
    )


def _inside_quote(line: Line, at: int) -> bool:
    """Within a quotation a verb without a subject is mostly the speaker's own: he is quoted already."""
    quote = line.reader.outer_quote(line.tokens[at].start)
    return quote is not None and quote.closed


def _speaks_in(line: Line, at: int, joint: Complement) -> bool:
    """alladhi qala fihi: the antecedent is where it was said, and not who said it."""
    return any("with-pronoun" in line.classes(step) for step in range(at + 1, joint.at))


def _subject_after(line: Line, at: int, found: Found, joint: Complement) -> Range | None:
    if joint.joint == "object":
        return _subject_before_object(line, at, joint)
    if at + 1 >= joint.at:
        return None
    high = joint.at
    if "o" in found.form.verb.frames and not found.enclitic:
        first = first_word(line, at + 1, high)
        if first < high and not is_prepositional(line, first):
            if "called-upon" in line.classes(first):
                return None
            high = min(high, max(first + 1, first_phrase(line, first, high)))
    return subject(line, at + 1, high)


def _subject_before_object(line: Line, at: int, joint: Complement) -> Range | None:
    return subject(line, at + 1, joint.at) if joint.at > at + 1 else None


def _bare_object(line: Line, at: int, found: Found) -> Complement | None:
    """The object of "announced" or "denied": the first verbal noun after the subject that no preposition governs."""
    fronted = None if found.prefix in ("و", "ف") else before_verb(line, at)
    limit = min(len(line.tokens), at + 18)
    past = 0
    for step in range(at + 1, limit):
        past = max(past, after_shy_clause(line, step) or 0)
        if step < past:
            continue
        token = line.tokens[step]
        if token.text in ".:؛;!؟?" or (token.text in COMMAS and step == at + 1):
            return None
        if "relative" in line.classes(step) or line.that(step):
            return None
        if not token.is_arabic or line.mention(step) is not None:
            continue
        direct = step == at + 1 and (fronted is not None or _is_possessed(token.norm))
        if step == at + 1 and (line.classes(step) & {"time", "adjunct", "saying"} or is_prepositional(line, step)):
            return None
        if direct or (_is_object(line, step) and not _governed(line, step, at)):
            return Complement("phrase", step, token.start, "object")
    return None


def _is_object(line: Line, at: int) -> bool:
    norm = line.tokens[at].norm
    return "report" in line.classes(at) or (is_act(norm) and not norm.startswith("ال"))


def _is_possessed(norm: str) -> bool:
    """A noun with a pronoun: no subject, since the verb's subject is what the pronoun means."""
    return len(norm) > 4 and norm.endswith(("هما", "هم", "ها")) and not norm.startswith("ال")


def _governed(line: Line, at: int, verb: int) -> bool:
    """Whether the word is the second half of a construct or follows a preposition."""
    before = line.tokens[at - 1]
    if at - 1 == verb:
        return False
    if is_prepositional(line, at - 1) or before.norm in (
        "وزير",
        "رييس",
        "هييه",
        "لجنه",
        "مدير",
        "وزاره",
        "اداره",
        "مجلس",
    ):
        return True
    if line.reader.mention_at(before.end - 1) is not None or before.norm.startswith("ال"):
        return False
    return before.is_word and at - 2 == verb and not before.norm.endswith(("ون", "ين"))


def _relative_before(line: Line, at: int) -> int | None:
    for step in range(at - 1, max(-1, at - 3), -1):
        if "relative" in line.classes(step):
            return step
        if "auxiliary" not in line.classes(step):
            return None
    return None


def _impersonal(line: Line, at: int, found: Found) -> bool:
    return "rumour" in line.classes(at) and found.form.kind == "imperfect" and not found.enclitic


def _hearsay(line: Line, at: int, made: Saying) -> Saying:
    return replace(made, rule="hearsay", confidence=0.6, modality="hedged")


def _clause_start(line: Line, at: int, found: Found) -> int:
    first = at
    while first > 0 and "joining" in line.classes(first - 1):
        first -= 1
    return line.tokens[first].start


def _joins(line: Line, at: int, found: Found) -> bool:
    """Whether the clause of the verb stands beside the clause before it, and not inside it."""
    if found.prefix[:1] in ("و", "ف") and found.prefix:
        return True
    if at == 0:
        return True
    return "joining" in line.classes(at - 1) or _ends_clause(line, at - 1)


def _ends_clause(line: Line, at: int) -> bool:
    token = line.tokens[at]
    return "joining" in line.classes(at) or token.text in ".؛;!؟?،,"


def _noun(line: Line, at: int, found: Found) -> list[Saying]:
    """The announcement of X that …, his warning of …: a verbal noun with its subject and a content."""
    if found.prefix or (at > 0 and line.tokens[at - 1].norm == "ما"):
        return []
    joint = complement(line, at, found.form.verb)
    if joint is None or joint.at > at + _NOUN_REACH or joint.joint not in _NOUN_JOINTS:
        return []
    if joint.joint != "that" and found.form.verb.act not in _CHARGES:
        return []
    made = _saying(line, at, found, joint, "noun", 0.6)
    source = None if found.enclitic else subject(line, at + 1, joint.at)
    if source is None and not found.enclitic:
        return []
    return [replace(made, source=source, carries="" if source else "subject")]


def _participle(line: Line, at: int, found: Found) -> list[Saying]:
    if at > 0 and line.tokens[at - 1].norm in ("كان", "ليس", "يعد"):
        return []
    joint = complement(line, at, found.form.verb)
    if joint is None and "np" in found.form.verb.frames and at + 1 < len(line.tokens):
        following = line.tokens[at + 1]
        if is_act(following.norm) and not is_prepositional(line, at + 1):
            joint = Complement("phrase", at + 1, following.start, "object")
    if joint is None or joint.at > at + 1 + _participle_reach(found):
        return []
    made = _saying(line, at, found, joint, "participle", 0.85)
    return [replace(made, carries="subject", coordinate=True)]


def _participle_reach(found: Found) -> int:
    return 8 if "o" in found.form.verb.frames else 6


def _relay(line: Line, at: int, found: Found) -> list[Saying]:
    """naqalat A ʿan B qawlahu inna C: C is said by B, and A conveys it."""
    by = "عن" if found.form.verb.lemma == "نقل" else fold("إلى")
    middle = next((i for i in range(at + 1, min(at + 25, len(line.tokens))) if line.tokens[i].norm == by), None)
    if middle is None:
        return []
    joint = complement(line, middle, _QUOTING)
    if joint is None:
        return []
    said = _word_of_saying(line, middle, joint.at)
    inner_end = said if said is not None else joint.at
    inner_source = subject(line, middle + 1, inner_end)
    if inner_source is None:
        return []
    cue_at = said if said is not None else middle
    cue = line.tokens[cue_at]
    made = _saying(line, at, found, joint, "relay", 0.9)
    inner = replace(
        made,
        cue=(cue.start + (1 if said is not None and cue.norm.startswith("ب") else 0), cue.end),
        source=inner_source,
        relays="inner",
        clause=cue.start,
        act=SpeechAct.SAY,
    )
    outer_source = subject(line, at + 1, middle)
    if outer_source is None and found.form.gender == "m" and found.prefix in ("", "و") and not found.form.plural:
        fronted = None if found.prefix else before_verb(line, at)
        if fronted is None:
            return [replace(inner, relays="", coordinate=_joins(line, at, found), clause=made.clause)]
        outer_source = fronted[1]
    outer = replace(
        made,
        source=outer_source,
        carries="" if outer_source else "previous",
        relays="outer",
        clause=_clause_start(line, at, found),
        coordinate=_joins(line, at, found),
    )
    return [outer, inner]


def _word_of_saying(line: Line, low: int, high: int) -> int | None:
    for step in range(low + 1, high):
        if "saying" in line.classes(step):
            return step
    return None
