"""How a clause of saying stands to the clauses around it."""

from __future__ import annotations

from kg.extract.local.claims.arabic_complement import Complement
from kg.extract.local.claims.arabic_lexicon import Found
from kg.extract.local.claims.arabic_line import Line
from kg.extract.local.claims.arabic_saying import Saying

_BOUNDARIES = ".؛;!؟?،,:"


def first_saying(line: Line, at: int, found: Found, joint: Complement, rule: str, confidence: float) -> Saying:
    """What the verb form at the token ``at`` says of the claim it makes, before its source is known."""
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


def clause_start(line: Line, at: int) -> int:
    """Where the clause of the verb begins: with the particles that join it to the clause before."""
    first = at
    while first > 0 and "joining" in line.classes(first - 1):
        first -= 1
    if line.tokens[first].norm == "حين" and first > 0 and line.tokens[first - 1].norm == "في":
        first -= 1
    return line.tokens[first].start


def joins(line: Line, at: int, found: Found) -> bool:
    """Whether the clause of the verb stands beside the clause before it, and not inside it."""
    return at == 0 or (found.prefix[:1] in ("و", "ف") and bool(found.prefix)) or ends_clause(line, at - 1)


def ends_clause(line: Line, at: int) -> bool:
    """Whether the token ``at`` parts two clauses."""
    return "joining" in line.classes(at) or line.tokens[at].text in _BOUNDARIES


def is_omission(line: Line, at: int) -> bool:
    """duna an yaqula: the verb at the token ``at`` tells what somebody did not say."""
    return at > 1 and line.that(at - 1) and line.tokens[at - 2].norm in ("دون", "بدون")


def is_own_opinion(line: Line, at: int) -> bool:
    """innahu yaʿtaqid: the pronoun on the complementiser is the subject, so that the verb is not impersonal."""
    return at > 0 and line.that(at - 1) and line.tokens[at - 1].norm.endswith(("ه", "ها", "هم", "هما"))


def relative_before(line: Line, at: int) -> int | None:
    """The relative pronoun whose clause the verb ``at`` begins."""
    for step in range(at - 1, max(-1, at - 3), -1):
        if "relative" in line.classes(step):
            return step
        if "auxiliary" not in line.classes(step):
            return None
    return None
