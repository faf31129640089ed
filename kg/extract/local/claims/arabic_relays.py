"""Relays: naqalat A ʿan B qawlahu inna C. C is said by B, and A conveys it."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.local.claims.arabic_clauses import clause_start, first_saying, joins
from kg.extract.local.claims.arabic_complement import complement
from kg.extract.local.claims.arabic_fronting import before_verb
from kg.extract.local.claims.arabic_lexicon import Found, Verb
from kg.extract.local.claims.arabic_line import Line
from kg.extract.local.claims.arabic_phrases import subject
from kg.extract.local.claims.arabic_saying import Saying
from kg.extract.local.drafts import Range
from schemas import SpeechAct

_QUOTING = Verb("نقل", SpeechAct.SAY, "affirms", "asserted", frozenset({"an", "quote", "ba"}))
_REACH = 25
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
