"""Claims whose source stands in a phrase of its own: according to X, as X said, in the statement; and hearsay."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.local.claims.arabic_complement import complement, is_act
from kg.extract.local.claims.arabic_fronting import before_verb
from kg.extract.local.claims.arabic_lexicon import Verb, is_any, whole_w
from kg.extract.local.claims.arabic_line import COMMAS, Line
from kg.extract.local.claims.arabic_phrases import PREPOSITIONS, phrase_end, subject
from kg.extract.local.claims.arabic_saying import Saying
from kg.extract.local.drafts import Range
from kg.text import fold
from schemas import SpeechAct

_SAYS = Verb("جاء", SpeechAct.SAY, "affirms", "asserted", frozenset({"an", "quote", "ba"}))
_WITH_LI = frozenset(map(fold, ["وفقا", "ووفقا", "طبقا", "وطبقا", "استنادا", "واستنادا", "تبعا"]))
_WITH_AN = frozenset(map(fold, ["نقلا", "ونقلا"]))
_SOURCE_WINDOW = 30
_SPEECH_LENGTH = 25
_DATELINE = 10
_SPEAKING = ("unnamed", "role", "body", "medium", "document", "occasion", "came", "rumour-noun", "account")


def account_sayings(line: Line) -> list[Saying]:
    """Every claim of the line whose source a phrase names."""
    out: list[Saying] = []
    for at in range(len(line.tokens)):
        made = (
            _according(line, at)
            or _as_said(line, at)
            or _in_words_of(line, at)
            or _came_in(line, at)
            or _rumour(line, at)
        )
        if made is not None:
            out.append(made)
    return out


def _according(line: Line, at: int) -> Saying | None:
    if "according" not in line.classes(at) or line.mention(at) is not None:
        return None
    token = line.tokens[at]
    following = at + 1
    if following >= len(line.tokens) or (token.norm in ("فحسب", "وحسب") and _is_only(line, at)):
        return None
    if token.norm in _WITH_AN or (token.norm in _WITH_LI and line.tokens[following].norm == "ل"):
        following += 1
    if following >= len(line.tokens):
        return None
    start = line.tokens[following].start
    if token.norm in _WITH_LI:
        reading = line.tokens[following].word_after("ل")
        start = reading.start if reading is not None and line.tokens[following].norm.startswith("ل") else start
    if token.norm.endswith(fold("ما")) and token.norm not in ("", fold("ما")):
        return _by_verb(line, at, following)
    if line.tokens[following].norm in (fold("ما"), fold("لما")):
        return _by_verb(line, at, following + 1)
    return _named(line, at, following, start)


def _is_only(line: Line, at: int) -> bool:
    """fa-hasb, "only", stands at the end of a phrase; fa-hasba X begins a clause."""
    return (at > 0 and line.tokens[at - 1].is_word) or line.is_mark(at + 1, "،,.")


def _skip_conjunction(line: Line, at: int) -> int:
    token = line.tokens[at]
    return token.start + (
        1 if (token.norm[:1] in ("و", "ف") and not token.norm.startswith("وفق")) or token.norm.startswith("ووفق") else 0
    )


def _named(line: Line, at: int, following: int, start: int) -> Saying | None:
    word = line.tokens[following].norm
    cue = (_skip_conjunction(line, at), line.tokens[at].end)
    if is_any(word, "own"):
        return _around(line, at, following + 1, None, (cue[0], line.tokens[following].end), "previous")
    if is_any(word, "norm") or (not line.tokens[following].is_word and line.quote(following) is None):
        return None
    if is_any(word, "words-of") and following + 1 < len(line.tokens):
        cue = (cue[0], line.tokens[following].end)
        following += 1
        start = line.tokens[following].start
    end = _source_end(line, following)
    source = line.reader.trim(start, line.tokens[end - 1].end)
    if source is None or not _plausible(line, following, end):
        return None
    return _around(line, at, end, source, cue, "")


def _plausible(line: Line, first: int, end: int) -> bool:
    """Whether the phrase names somebody or something that says, and not a rule or a measure."""
    for at in range(first, end):
        norm = line.tokens[at].norm
        bare = norm[2:] if norm.startswith(("ال", "لل")) else norm
        if line.mention(at) is not None or not line.tokens[at].is_arabic:
            return True
        if is_any(norm, *_SPEAKING) or is_any(bare, *_SPEAKING):
            return True
    return (
        line.tokens[first].word_after("ل") is not None
        and line.reader.mention_at(line.tokens[first].start + 1) is not None
    )


def _source_end(line: Line, first: int) -> int:
    high = min(len(line.tokens), first + _SOURCE_WINDOW)
    for step in range(first, high):
        token = line.tokens[step]
        quote = line.quote(step)
        if step > first and (
            "result" in line.classes(step)
            or token.text in ".؛;!؟?:"
            or line.that(step)
            or (
                quote is not None
                and line.reader.mention_at(quote.inner_start) is None
                and quote.inner_end - quote.inner_start > 25
            )
        ):
            high = step
            break
    end = max(first + 1, phrase_end(line, first, high))
    for step in range(first + 1, end):
        if line.person_ended(step) and _past_name(line, step):
            return step
    return end


def _past_name(line: Line, at: int) -> bool:
    """After a person's name only a title, a conjunction or a comma carries the phrase on."""
    token = line.tokens[at]
    if not token.is_word or line.mention(at) is not None:
        return line.quote(at) is not None
    return not (token.norm.startswith(("ال", "و")) or is_any(token.norm, "role", "relative"))


def _by_verb(line: Line, at: int, verb: int) -> Saying | None:
    """As X said: a verb of saying and its subject, or a pronoun's."""
    if verb >= len(line.tokens) or (not line.found[verb] and "came" not in line.classes(verb)):
        return None
    cue = (_skip_conjunction(line, at), line.tokens[verb].end)
    first = verb + 1
    if first < len(line.tokens) and line.tokens[first].norm in ("في", "عن", "به", "علي"):
        if "came" not in line.classes(verb):
            return _around(line, at, first, None, cue, "previous")
        first += 1
    if first >= len(line.tokens):
        return _around(line, at, first, None, cue, "previous")
    end = _source_end(line, first)
    source = subject(line, first, end)
    if source is None:
        return _around(line, at, first, None, cue, "previous")
    return _around(line, at, end, source, cue, "")


def _as_said(line: Line, at: int) -> Saying | None:
    """kama qala X, without a content of its own."""
    if line.tokens[at].norm not in ("كما", "مثلما", "وكما") or at + 1 >= len(line.tokens):
        return None
    finite = [
        f
        for f in line.found[at + 1]
        if f.form.kind in ("perfect", "imperfect") and f.form.verb.frames & {"quote", "an"}
    ]
    if not finite or complement(line, at + 1, finite[0].form.verb) is not None:
        return None
    if "np" in finite[0].form.verb.frames and any(is_act(t.norm) for t in line.tokens[at + 3 : at + 12]):
        return None
    return _by_verb(line, at, at + 1)


def _in_words_of(line: Line, at: int) -> Saying | None:
    """ʿala hadd qawl X, ʿala lisan X, min wujhat nazar X."""
    words = [token.norm for token in line.tokens[at : at + 3]]
    if words[:2] == ["علي", "حد"] and len(words) == 3:
        return _named(line, at, at + 2, line.tokens[at + 2].start)
    if words[:2] == ["علي", "لسان"] and at + 2 < len(line.tokens):
        end = _source_end(line, at + 2)
        source = line.reader.trim(line.tokens[at + 2].start, line.tokens[end - 1].end)
        cue = (line.tokens[at].start, line.tokens[at + 1].end)
        return None if source is None else _around(line, at, end, source, cue, "")
    return None


def _around(line: Line, at: int, end: int, source: Range | None, cue: Range, carries: str) -> Saying | None:
    """The content stands after the phrase where the phrase begins the sentence, and around it elsewhere."""
    opening = all(not token.is_word or token.norm in ("و", "لكن", "ولكن") for token in line.tokens[:at])
    base = Saying(
        line=line.number,
        cue=cue,
        clause=line.tokens[at].start,
        opens=0,
        rule="according",
        confidence=0.8,
        source=source,
        carries=carries,
        shape="around",
        act=SpeechAct.SAY,
    )
    joint = end + 1 if line.is_mark(end, "،,") and line.that(end + 1) else end
    if not opening and (line.that(joint) or line.is_mark(joint, ":")) and joint + 1 < len(line.tokens):
        opens = line.after_that(joint) if line.that(joint) else line.tokens[joint + 1].start
        return _replace(base, opens, "clause")
    if not opening and end < len(line.tokens) and ("result" in line.classes(end) or _speech_follows(line, end)):
        return _replace(base, _result_start(line, end), "clause", coordinate=True)
    if opening:
        while end < len(line.tokens) and (line.tokens[end].text in COMMAS):
            end += 1
        if end >= len(line.tokens):
            return None
        return _replace(base, _result_start(line, end), "clause", coordinate=True)
    return _replace(
        base, _clause_before(line, at), "around", fixed_end=line.tokens[at].start, resume=_resume(line, end)
    )


def _replace(
    base: Saying,
    opens: int,
    shape: str,
    coordinate: bool = False,
    fixed_end: int | None = None,
    resume: Range | None = None,
) -> Saying | None:

    if fixed_end is None:
        return replace(base, opens=opens, shape=shape, coordinate=coordinate)
    parts = [(opens, fixed_end)] + ([resume] if resume is not None else [])
    return replace(base, opens=opens, shape=shape, fixed=tuple(parts)) if opens < fixed_end else None


def _speech_follows(line: Line, at: int) -> bool:
    quote = line.quote(at)
    return quote is not None and quote.inner_end - quote.inner_start > _SPEECH_LENGTH


def _result_start(line: Line, at: int) -> int:
    """fa-inna opens the content and is none of it; of fa-qad only the conjunction goes."""
    token = line.tokens[at]
    if "result" not in line.classes(at):
        return token.start
    if token.norm == "فقد":
        return token.start + 1
    return line.tokens[at + 1].start if at + 1 < len(line.tokens) else token.start


def _resume(line: Line, end: int) -> Range | None:
    """What follows the phrase after a comma belongs to the content, unless it is a clause of its own."""
    if end + 1 >= len(line.tokens) or line.tokens[end].text not in COMMAS:
        return None
    if line.found[end + 1] or line.tokens[end + 1].norm[:1] == "و" or "clause" in line.classes(end + 1):
        return None
    return line.tokens[end + 1].start, line.end


def _clause_before(line: Line, at: int) -> int:
    """Where the clause that the phrase speaks of begins: after a closed sentence mark, or with the sentence."""
    first = 0
    for step in range(at - 1, -1, -1):
        if (
            line.tokens[step].text in ";؛"
            or _is_dateline(line, step)
            or (
                line.tokens[step].text in COMMAS
                and step + 1 < at
                and "joining" in line.classes(step + 1)
                and "result" not in line.classes(step + 1)
            )
        ):
            first = step + 1
            break
    while first < at and (not line.tokens[first].is_word or _only_joins(line, first)):
        first += 1
    return without_waw(line, first)


def _is_dateline(line: Line, at: int) -> bool:
    """The colon or dash that parts place and outlet from an article's first sentence."""
    mark = line.tokens[at].text
    return (mark == ":" and at <= _DATELINE) or (mark in "–—-" and 0 < at <= _DATELINE // 2)


def _only_joins(line: Line, at: int) -> bool:
    return line.tokens[at].norm != "وقد" and bool(line.classes(at) & {"joining", "that"})


def without_waw(line: Line, at: int) -> int:
    """The start of a token after a conjunction that is written onto it."""
    token = line.tokens[at]
    if token.norm == "وقد" or (token.norm[:1] == "و" and token.norm[1:] in PREPOSITIONS):
        return token.start + 1
    if (
        token.norm[:1] == "و"
        and len(token.norm) > 3
        and line.mention(at) is None
        and not token.norm.startswith(whole_w())
    ):
        reading = token.word_after("و")
        if reading is not None:
            return reading.start
    return token.start


def _came_in(line: Line, at: int) -> Saying | None:
    """It came in the statement that …"""
    if "came" not in line.classes(at) or at + 2 >= len(line.tokens):
        return None
    step = at + 1
    if line.tokens[step].norm != "في":
        return None
    joint = complement(line, step, _SAYS)
    if joint is None or joint.at > at + 25:
        return None
    source = subject(line, step + 1, joint.at)
    token = line.tokens[at]
    start = token.start + (
        1 if token.norm.startswith("و") and token.norm != fold("ورد") and token.norm != fold("وردت") else 0
    )
    carries = "" if source else "previous"
    return Saying(
        line=line.number,
        cue=(start, token.end),
        clause=token.start,
        opens=joint.opens,
        rule="document",
        confidence=0.85,
        source=source,
        carries=carries,
        coordinate=True,
        shape=joint.shape,
    )


def _rumour(line: Line, at: int) -> Saying | None:
    kinds = line.classes(at)
    if at + 1 >= len(line.tokens) or line.mention(at) is not None:
        return None
    token = line.tokens[at]
    start = token.start + (1 if token.norm.startswith("و") else 0)
    if "rumour" in kinds and line.that(at + 1) and before_verb(line, at) is None:
        negated = at > 0 and line.tokens[at - 1].norm in ("لا", "لم", "غير")
        return Saying(
            line=line.number,
            cue=(start, token.end),
            clause=token.start,
            opens=line.tokens[at + 1].end,
            rule="hearsay",
            shape="aside" if _is_aside(line, at) else "clause",
            confidence=0.6,
            modality="hedged",
            act=SpeechAct.BELIEVE,
            polarity="denies" if negated else "affirms",
            coordinate=token.norm.startswith("و"),
        )
    if token.norm in ("يشتبه", "ويشتبه") and line.tokens[at + 1].norm == "في" and at + 2 < len(line.tokens):
        return Saying(
            line=line.number,
            cue=(start, line.tokens[at + 1].end),
            clause=token.start,
            opens=line.tokens[at + 2].end if line.that(at + 2) else line.tokens[at + 2].start,
            rule="hearsay",
            shape="aside",
            confidence=0.6,
            modality="hedged",
            act=SpeechAct.BELIEVE,
        )
    if "rumour-noun" in kinds:
        following = line.tokens[at + 1]
        if following.norm == "عن" or line.that(at + 1):
            after = at + 2
        elif following.norm.startswith("ب") and line.mention(at + 1) is None and is_act(following.norm[1:]):
            return _noun_rumour(line, at, following.start + 1)
        else:
            return None
        if after < len(line.tokens):
            return _noun_rumour(line, at, line.tokens[after].start)
    return None


def _is_aside(line: Line, at: int) -> bool:
    """Whether the hearsay describes the noun before it: gunmen who are believed to …"""
    before = line.tokens[at - 1] if at else None
    return (
        before is not None
        and before.is_word
        and not line.classes(at - 1) & {"clause", "joining", "negator"}
        and (before.norm != "من" and not line.tokens[at].norm.startswith("و"))
    )


def _noun_rumour(line: Line, at: int, opens: int) -> Saying:
    token = line.tokens[at]
    return Saying(
        line=line.number,
        cue=(token.start, token.end),
        clause=token.start,
        opens=opens,
        rule="hearsay-noun",
        confidence=0.5,
        modality="hedged",
        act=SpeechAct.REPORT,
        shape="phrase",
    )
