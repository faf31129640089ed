"""Claims that a finite verb of saying makes, with its subject after it, before it, or carried over."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.local.claims.arabic_clauses import (
    clause_start,
    ends_clause,
    first_saying,
    is_omission,
    is_own_opinion,
    joins,
    relative_before,
)
from kg.extract.local.claims.arabic_complement import Complement, complement, has_object_place
from kg.extract.local.claims.arabic_derived import by_saying, noun_sayings, participle_sayings
from kg.extract.local.claims.arabic_fronting import antecedent, before_verb
from kg.extract.local.claims.arabic_lexicon import Found, is_any
from kg.extract.local.claims.arabic_line import COMMAS, Line
from kg.extract.local.claims.arabic_objects import bare_object
from kg.extract.local.claims.arabic_phrases import (
    addressee,
    first_phrase,
    first_word,
    in_shy_clause,
    is_prepositional,
    subject,
)
from kg.extract.local.claims.arabic_relays import ascribed_sayings, contrast_sayings, relay_sayings
from kg.extract.local.claims.arabic_saying import Saying
from kg.extract.local.drafts import Range
from kg.text import Quote
from schemas import SpeechAct

_SPEECH_WORDS = 3
_QUOTE_START = 200
_REACH = 60
_OPINIONS = {SpeechAct.EXPECT, SpeechAct.BELIEVE}
_ENDS = ".؛;!؟?"


def verb_sayings(line: Line) -> list[Saying]:
    """Every claim of the line that a form of a verb signals, in the order of the text."""
    out: list[Saying] = []
    for at, found in enumerate(line.found):
        out.extend(contrast_sayings(line, at))
        if "saying" in line.classes(at) and "participle" not in {reading.form.kind for reading in found}:
            out.extend(by_saying(line, at))
            continue
        if not found or in_shy_clause(line, at):
            continue
        for reading in found:
            if _names(line, at, reading):
                continue
            made = _by_form(line, at, reading)
            if made:
                out.extend(made)
                break
    return out


def _names(line: Line, at: int, found: Found) -> bool:
    """Whether the token belongs to a name; an imperfect, or a verb where a clause begins, is rather a verb."""
    mention = line.mention(at)
    if mention is None:
        return False
    if mention[0] != line.tokens[at].start + found.skip or mention[1] == line.tokens[at].end:
        return True
    if found.form.kind == "imperfect":
        return False
    return not (found.form.kind == "perfect" and (found.prefix or (at > 0 and "joining" in line.classes(at - 1))))


def _by_form(line: Line, at: int, found: Found) -> list[Saying]:
    if found.form.kind == "participle" and "ascribing" in line.classes(at):
        return ascribed_sayings(line, at, found)
    if found.form.kind == "participle":
        return participle_sayings(line, at, found)
    if found.form.kind == "noun":
        return noun_sayings(line, at, found)
    if "relay" in found.form.verb.frames:
        return relay_sayings(line, at, found)
    return _finite(line, at, found)


def _finite(line: Line, at: int, found: Found) -> list[Saying]:
    verb = found.form.verb
    if not has_object_place(found) or _tells_nothing(line, at, found):
        return []
    negated = at > 0 and "negator" in line.classes(at - 1)
    if negated and verb.act not in _OPINIONS and verb.polarity == "affirms":
        return []
    joint = _joint(line, at, found)
    earlier = _quote_before(line, at, found)
    if joint is None:
        return [] if earlier is None else [_after_quote(line, at, found, earlier)]
    if "noun-too" in line.classes(at) and joint.joint != "that" and not _begins_clause(line, at, found):
        return []
    made = _with_source(line, at, found, joint)
    if made is None:
        return []
    made = replace(made, addressee=addressee(line, at + 1, joint.at))
    following = line.reader.opening.get(joint.opens - 1) if joint.shape == "quote" else None
    if earlier is not None and following is not None:
        parts = tuple((quote.inner_start, quote.inner_end) for quote in (earlier, following))
        made = replace(made, rule="quoted-around", fixed=parts)
    if negated:
        made = replace(made, polarity="denies" if made.polarity == "affirms" else "affirms")
    return [made]


def _tells_nothing(line: Line, at: int, found: Found) -> bool:
    """The publisher's own "it is to be noted that", "by what he said was …", "without saying", and bayna."""
    norm = line.tokens[at].norm
    if is_omission(line, at):
        return True
    following = line.tokens[at + 1].norm if at + 1 < len(line.tokens) else ""
    if at > 0 and line.tokens[at - 1].norm == "بما":
        return True
    if "narrator" in line.classes(at) and found.form.kind == "imperfect" and (line.that(at + 1) or following == "الي"):
        return True
    return norm == "بين" and not line.that(at + 1)


def _begins_clause(line: Line, at: int, found: Found) -> bool:
    """A form that may be a noun is a verb at the beginning of its clause, or after its subject."""
    before = line.tokens[at - 1] if at else None
    if before is None or not before.is_word or line.that(at - 1) or line.classes(at - 1) & {"auxiliary", "joining"}:
        return not (found.prefix and at > 1)
    return found.form.kind == "imperfect" or (not found.prefix and before_verb(line, at) is not None)


def _joint(line: Line, at: int, found: Found) -> Complement | None:
    """What joins the content on; an object before "saying that" comes first, since that is a saying of its own."""
    if "cause" in found.form.verb.frames:
        cause = _caused(line, at) or bare_object(line, at, found)
        return cause if cause is not None and _names_cause(line, cause.at) else None
    joint = complement(line, at, found.form.verb)
    if not found.form.verb.frames & {"np", "np-"}:
        return joint
    if joint is None:
        return bare_object(line, at, found)
    if joint.joint in ("عن", "على", "ب"):
        before = bare_object(line, at, found)
        return before if before is not None and before.at < joint.at else joint
    saying = next((step for step in range(at + 1, joint.at + 1) if "saying" in _classes(line, step)), None)
    if saying is None:
        return joint
    before = bare_object(line, at, found)
    return before if before is not None and before.at < saying else joint


def _caused(line: Line, at: int) -> Complement | None:
    """A definite noun between the verb and ila is its object, not its subject: wa-nasaba l-infijara ila …"""
    if at + 2 < len(line.tokens) and line.tokens[at + 2].norm == "الي" and line.mention(at + 1) is None:
        return Complement("phrase", at + 1, line.tokens[at + 1].start, "object")
    return None


def _names_cause(line: Line, at: int) -> bool:
    return any(token.norm == "الي" for token in line.tokens[at + 1 : at + _REACH])


def _classes(line: Line, at: int) -> frozenset[str]:
    return line.classes(at) if at < len(line.tokens) else frozenset()


def _quote_before(line: Line, at: int, found: Found) -> Quote | None:
    """The quotation that closes right before the verb, but for a comma."""
    if found.prefix or "quote" not in found.form.verb.frames:
        return None
    for step in range(at - 1, max(-1, at - 3), -1):
        quote = line.closes(step)
        if quote is not None:
            end = min(quote.inner_end, quote.inner_start + _QUOTE_START)
            words = line.reader.document.tokens_in(quote.inner_start, end)
            return quote if len(words) >= _SPEECH_WORDS else None
        if line.tokens[step].text not in COMMAS:
            return None
    return None


def _after_quote(line: Line, at: int, found: Found, quote: Quote) -> Saying:
    """The quotation comes first, and whose it is after it."""
    joint = Complement("quote", len(line.tokens), quote.inner_start, "before")
    made = first_saying(line, at, found, joint, "quoted", 0.9)
    made = replace(made, fixed=((quote.inner_start, quote.inner_end),))
    last = min(len(line.tokens), at + _REACH)
    high = next((step for step in range(at + 1, last) if line.tokens[step].text in _ENDS), last)
    source = subject(line, at + 1, high)
    return replace(made, source=source, carries="" if source else "previous")


def _with_source(line: Line, at: int, found: Found, joint: Complement) -> Saying | None:
    made = first_saying(line, at, found, joint, "verb", 0.9)
    after = _subject_after(line, at, found, joint)
    fronted = _fronted(line, at, found)
    takes_object = "o" in found.form.verb.frames and not found.enclitic
    if after is not None and not (takes_object and fronted is not None):
        return replace(made, source=after, clause=clause_start(line, at), coordinate=joins(line, at, found))
    impersonal = "rumour" in line.classes(at) and found.form.kind == "imperfect" and not found.enclitic
    impersonal = impersonal and not is_own_opinion(line, at)
    relative = relative_before(line, at)
    if impersonal and after is None and (relative is not None or fronted is None):
        return replace(made, rule="hearsay", confidence=0.6, modality="hedged")
    if relative is not None:
        head = None if _speaks_in(line, at, joint) else antecedent(line, relative)
        return replace(made, source=head, carries="previous", rule=f"relative-{joint.joint}", confidence=0.75)
    if fronted is not None:
        first, span = fronted
        beside = first > 0 and ends_clause(line, first - 1)
        start = line.tokens[first].start
        return replace(made, source=span, clause=start, rule=f"fronted-{joint.joint}", coordinate=beside)
    if "subj" in found.form.verb.frames or _inside_quote(line, at):
        return None
    beside = joins(line, at, found)
    rule = f"elided-{joint.joint}"
    return replace(
        made, carries="subject", clause=clause_start(line, at), coordinate=beside, rule=rule, confidence=0.85
    )


def _fronted(line: Line, at: int, found: Found) -> tuple[int, Range] | None:
    """The subject before the verb; a verb with a conjunction has none, but for the fa- that answers ammā."""
    if found.prefix == "و":
        return None
    fronted = before_verb(line, at)
    if fronted is None or not found.prefix:
        return fronted
    first = fronted[0]
    return fronted if first > 0 and line.tokens[first - 1].norm in ("اما", "واما") else None


def _inside_quote(line: Line, at: int) -> bool:
    """Within a quotation a verb without a subject is mostly the speaker's own: he is quoted already."""
    quote = line.reader.outer_quote(line.tokens[at].start)
    return quote is not None and quote.closed


def _speaks_in(line: Line, at: int, joint: Complement) -> bool:
    """alladhi qala fihi: the antecedent is where it was said, and not who said it."""
    return any("with-pronoun" in line.classes(step) for step in range(at + 1, joint.at))


def _subject_after(line: Line, at: int, found: Found, joint: Complement) -> Range | None:
    if at + 1 >= joint.at:
        return None
    high = joint.at
    first = first_word(line, at + 1, high)
    if first >= high:
        return None
    if found.form.verb.act is SpeechAct.DEMAND or found.form.verb.act is SpeechAct.ASK:
        asked = found.form.verb.lemma == "طلب"  # "asked of": who is asked stands after min
        high = next((step for step in range(first, high) if _is_asked(line, step, asked)), high)
        if first >= high:
            return None
    if "o" in found.form.verb.frames and not found.enclitic and joint.joint != "object":
        if is_prepositional(line, first) or _is_object(line, first, found):
            return None
        high = min(high, max(first + 1, first_phrase(line, first, high)))
    return subject(line, at + 1, high)


def _is_asked(line: Line, at: int, asked: bool) -> bool:
    return (asked and line.tokens[at].norm == "من") or ("god" in line.classes(at) and line.mention(at) is None)


def _is_object(line: Line, first: int, found: Found) -> bool:
    """Whether the noun phrase after the verb cannot be its subject, by its meaning, its case or its gender."""
    norm = line.tokens[first].norm
    kinds = line.classes(first)
    if "called-upon" in kinds:
        return True
    if line.mention(first) is None and norm.startswith("ال") and norm.endswith("ين") and len(norm) > 5:
        return not is_any(norm[2:], "role")  # al-amin al-ʿamm is no accusative plural
    return found.form.gender == "f" and "masculine" in kinds
