"""Relays: naqalat A ʿan B qawlahu inna C. C is said by B, and A conveys it."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.local.claims.arabic_clauses import clause_start, first_saying, joins
from kg.extract.local.claims.arabic_complement import complement
from kg.extract.local.claims.arabic_fronting import before_verb
from kg.extract.local.claims.arabic_lexicon import Found, Verb, is_any
from kg.extract.local.claims.arabic_line import Line
from kg.extract.local.claims.arabic_phrases import subject
from kg.extract.local.claims.arabic_saying import Saying
from kg.extract.local.drafts import Range
from schemas import SpeechAct

_QUOTING = Verb("نقل", SpeechAct.SAY, "affirms", "asserted", frozenset({"an", "quote", "ba"}))
_REACH = 25
_ASCRIBED = 7
_ENDS = frozenset(".،,؛;:!؟?")
_CITING = frozenset({"نقلا", "ونقلا"})
ASCRIBED = "ascribed"
"""The rule's name: its content is what the claim before it says."""
_FROM = {"نقل": ("عن", "عنه", "عنها", "عنهم"), "نسب": ("الي", "اليه", "اليها", "اليهم")}


def relay_sayings(line: Line, at: int, found: Found) -> list[Saying]:
    """The relaying claim and the relayed one, in this order; only the latter where nobody is said to relay."""
    by = _FROM[found.form.verb.lemma]
    middle = next((i for i in range(at + 1, min(at + _REACH, len(line.tokens))) if line.tokens[i].norm in by), None)
    joint = complement(line, middle, _QUOTING) if middle is not None else None
    if middle is None or joint is None:
        return []
    made = first_saying(line, at, found, joint, "relay", 0.9)
    inner = _relayed(line, middle, made, joint.at)
    if inner is None:
        return []
    source, spoken = _relayer(line, at, found, middle)
    beside = joins(line, at, found)
    if not spoken:
        return [replace(inner, relays="", coordinate=beside, clause=made.clause)]
    carries = "" if source else "previous"
    outer = replace(
        made, source=source, carries=carries, relays="outer", clause=clause_start(line, at), coordinate=beside
    )
    return [outer, inner]


def ascribed_sayings(line: Line, at: int, found: Found) -> list[Saying]:
    """Ascribing the figure to somebody: what was said before is said by somebody else, whom the speaker relays."""
    to = next((i for i in range(at + 1, min(at + _ASCRIBED, len(line.tokens))) if line.tokens[i].norm == "الي"), None)
    end = next((i for i in range(at + 1, len(line.tokens)) if line.tokens[i].text in _ENDS), len(line.tokens))
    source = subject(line, to + 1, end) if to is not None and to < end else None
    if source is None:
        return []
    token = line.tokens[at]
    cue = (token.start + found.skip, token.end)
    return [
        Saying(
            line.number, cue, token.start, token.start, ASCRIBED, 0.75, source=source, relays="inner", act=SpeechAct.SAY
        )
    ]


def contrast_sayings(line: Line, at: int) -> list[Saying]:
    """Contrary to what A reported, citing B: a claim by A, and one by B, of what the words after "of" or "at" say.

    Khilafan li-ma tadawalathu A ʿan C; khilafan li-ma awradathu A naqlan ʿan B qaddaruhu bi-C.
    """
    if not is_contrary(line, at):
        return []
    verb = next((i for i in range(at + 1, min(at + 4, len(line.tokens))) if _reports_it(line, i)), None)
    if verb is None:
        return []
    end = next((i for i in range(verb + 1, len(line.tokens)) if line.tokens[i].text in _ENDS), len(line.tokens))
    cites = next((i for i in range(verb + 1, end) if line.tokens[i].norm in _CITING), None)
    of = next((i for i in range(verb + 1, cites or end) if line.tokens[i].norm == "عن"), None)
    source = subject(line, verb + 1, min(i for i in (cites, of, end) if i is not None))
    token = line.tokens[verb]
    outer = Saying(
        line.number, (token.start, token.end), line.tokens[at].start, 0, "contrast", 0.7, source=source, relays="outer"
    )
    if source is None:
        return []
    if cites is None:
        if of is None or of + 1 >= end:
            return []
        return [replace(outer, relays="", opens=line.tokens[of + 1].start, fixed=(_between(line, of + 1, end),))]
    value = next((i for i in range(cites + 2, end) if _estimates_it(line, i)), None)
    cited = subject(line, cites + 2, value if value is not None else end)
    if value is None or value + 1 >= end or cited is None:
        return []
    opens = line.tokens[value + 1]
    start = opens.start + (1 if opens.norm.startswith("ب") else 0)
    content = (start, line.tokens[end - 1].end)
    cue = (line.tokens[cites].start, line.tokens[cites].end)
    inner = replace(outer, cue=cue, source=cited, relays="inner", opens=start, fixed=(content,), clause=cue[0])
    return [replace(outer, opens=start, fixed=(content,)), inner]


def is_contrary(line: Line, at: int) -> bool:
    """Whether the token ``at`` begins "contrary to what"."""
    following = line.tokens[at + 1].norm if at + 1 < len(line.tokens) else ""
    return is_any(line.tokens[at].norm, "contrary") and following in ("ما", "لما")


def _reports_it(line: Line, at: int) -> bool:
    return line.tokens[at].norm.endswith(("ته", "ه", "وه")) and line.tokens[at].is_word and at > 0


def _estimates_it(line: Line, at: int) -> bool:
    """qaddaruhu bi-: a verb with a pronoun, and bi- with a number after it."""
    following = line.tokens[at + 1].norm if at + 1 < len(line.tokens) else ""
    return line.tokens[at].norm.endswith(("ه", "ها")) and following.startswith("ب") and len(line.tokens[at].norm) > 3


def _between(line: Line, first: int, end: int) -> Range:
    return line.tokens[first].start, line.tokens[end - 1].end


def _relayed(line: Line, middle: int, made: Saying, joint: int) -> Saying | None:
    """The inner claim: its cue is "his saying", or else the preposition."""
    said = next((step for step in range(middle + 1, joint) if "saying" in line.classes(step)), None)
    pronoun = line.tokens[middle].norm not in ("عن", "الي")
    source = None if pronoun else subject(line, middle + 1, joint if said is None else said)
    if source is None and not pronoun:
        return None
    cue = line.tokens[middle if said is None else said]
    start = cue.start + (1 if said is not None and cue.norm.startswith("ب") else 0)
    carries = "previous" if pronoun else ""
    return replace(
        made, cue=(start, cue.end), source=source, carries=carries, relays="inner", clause=cue.start, act=SpeechAct.SAY
    )


def _relayer(line: Line, at: int, found: Found, middle: int) -> tuple[Range | None, bool]:
    """Who relays, and whether anybody does: nuqila ʿan is a passive."""
    source = subject(line, at + 1, middle)
    if source is not None or found.prefix == "و":
        return source, source is not None or found.form.gender == "f" or found.form.plural
    fronted = before_verb(line, at)
    if fronted is not None:
        return fronted[1], True
    return None, found.form.gender == "f" or found.form.plural
