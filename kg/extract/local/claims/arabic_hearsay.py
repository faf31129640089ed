"""Claims of texts and of nobody: it came in the statement that, which the movement denied, it is believed that."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.local.claims.arabic_around import before
from kg.extract.local.claims.arabic_clauses import is_own_opinion
from kg.extract.local.claims.arabic_complement import complement, is_act
from kg.extract.local.claims.arabic_fronting import before_verb
from kg.extract.local.claims.arabic_lexicon import Found, Verb
from kg.extract.local.claims.arabic_line import Line
from kg.extract.local.claims.arabic_phrases import subject
from kg.extract.local.claims.arabic_saying import Saying
from schemas import SpeechAct

_SAYS = Verb("جاء", SpeechAct.SAY, "affirms", "asserted", frozenset({"an", "quote", "ba"}))
_DOCUMENT_REACH = 25
_ECHO_REACH = 12


def hearsay_sayings(line: Line) -> list[Saying]:
    """Every such claim of the line."""
    out: list[Saying] = []
    for at in range(len(line.tokens) - 1):
        made = _came_in(line, at) or _echo(line, at) or _rumour(line, at) or _suspicion(line, at) or _talk(line, at)
        if made is not None:
            out.append(made)
    return out


def _came_in(line: Line, at: int) -> Saying | None:
    """It came in the statement that …"""
    if "came" not in line.classes(at) or line.tokens[at + 1].norm != "في":
        return None
    joint = complement(line, at + 1, _SAYS)
    if joint is None or joint.at > at + _DOCUMENT_REACH:
        return None
    token = line.tokens[at]
    glued = token.norm.startswith("و") and not token.norm.startswith("ورد")
    source = subject(line, at + 2, joint.at)
    return Saying(
        line=line.number,
        cue=(token.start + glued, token.end),
        clause=token.start,
        opens=joint.opens,
        rule="document",
        confidence=0.85,
        source=source,
        carries="" if source else "previous",
        coordinate=True,
        shape=joint.shape,
    )


def _echo(line: Line, at: int) -> Saying | None:
    """wa-huwa ma nafathu X: what was said before is denied or confirmed by somebody else."""
    found = next((f for f in line.found[at] if f.enclitic and f.form.kind in ("perfect", "imperfect")), None)
    if found is None or at < 2 or found.form.verb.frames & {"o", "relay"}:
        return None
    words = line.tokens[at - 2].norm, line.tokens[at - 1].norm
    if words not in (("وهو", "ما"), ("هو", "ما"), ("الامر", "الذي"), ("وهذا", "ما")):
        return None
    source = subject(line, at + 1, min(len(line.tokens), at + _ECHO_REACH))
    return None if source is None else before(line, _echoing(line, at, found, source), at - 2)


def _echoing(line: Line, at: int, found: Found, source: tuple[int, int]) -> Saying:
    verb = found.form.verb
    token = line.tokens[at]
    return Saying(
        line=line.number,
        cue=(token.start + found.skip, token.end),
        clause=line.tokens[at - 2].start,
        opens=0,
        rule="echo",
        confidence=0.7,
        source=source,
        coordinate=True,
        act=verb.act,
        polarity=verb.polarity,
        modality=verb.modality,
    )


def _hearsay(line: Line, at: int, last: int, opens: int) -> Saying:
    token = line.tokens[at]
    return Saying(
        line=line.number,
        cue=(token.start + token.norm.startswith("و"), line.tokens[last].end),
        clause=token.start,
        opens=opens,
        rule="hearsay",
        confidence=0.6,
        act=SpeechAct.BELIEVE,
        modality="hedged",
    )


def _rumour(line: Line, at: int) -> Saying | None:
    """It is believed, said, expected that …"""
    if "rumour" not in line.classes(at) or line.mention(at) is not None or not line.that(at + 1):
        return None
    if is_own_opinion(line, at) or before_verb(line, at) is not None:
        return None
    made = _hearsay(line, at, at, line.after_that(at + 1))
    denied = at > 0 and line.tokens[at - 1].norm in ("لا", "لم", "غير")
    beside = line.tokens[at].norm.startswith("و")
    shape = "aside" if _is_aside(line, at) else "clause"
    return replace(made, shape=shape, polarity="denies" if denied else "affirms", coordinate=beside)


def _is_aside(line: Line, at: int) -> bool:
    """Whether the hearsay describes the noun before it: gunmen who are believed to …"""
    if at == 0 or line.tokens[at].norm.startswith("و"):
        return False
    before_it = line.tokens[at - 1]
    return before_it.is_word and before_it.norm != "من" and not line.classes(at - 1) & {"clause", "joining", "negator"}


def _suspicion(line: Line, at: int) -> Saying | None:
    """Somebody is suspected of …"""
    if line.tokens[at].norm not in ("يشتبه", "ويشتبه", "اشتبه") or line.tokens[at + 1].norm != "في":
        return None
    if at + 2 >= len(line.tokens):
        return None
    opens = line.after_that(at + 2) if line.that(at + 2) else line.tokens[at + 2].start
    return replace(_hearsay(line, at, at + 1, opens), shape="aside")


def _talk(line: Line, at: int) -> Saying | None:
    """News, rumours, expectations of … that nobody is said to spread."""
    if "rumour-noun" not in line.classes(at) or line.mention(at) is not None:
        return None
    following = line.tokens[at + 1]
    if line.that(at + 1):
        opens = line.after_that(at + 1)
    elif following.norm == "عن" and at + 2 < len(line.tokens):
        opens = line.tokens[at + 2].start
    elif following.norm.startswith("ب") and line.mention(at + 1) is None and is_act(following.norm[1:]):
        opens = following.start + 1
    else:
        return None
    made = _hearsay(line, at, at, opens)
    return replace(made, rule="hearsay-noun", confidence=0.5, act=SpeechAct.REPORT, shape="phrase")
