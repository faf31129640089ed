"""Contents that are a bare object: "announced the death of …", "denied any link"."""

from __future__ import annotations

from kg.extract.local.claims.arabic_complement import Complement, is_act
from kg.extract.local.claims.arabic_fronting import before_verb
from kg.extract.local.claims.arabic_lexicon import Found, is_any
from kg.extract.local.claims.arabic_line import COMMAS, Line
from kg.extract.local.claims.arabic_phrases import after_shy_clause, is_prepositional

_WINDOW = 18
_GOVERNING = ("role", "body")


def bare_object(line: Line, at: int, found: Found) -> Complement | None:
    """The first verbal noun after the verb's subject that nothing else governs, within a few words."""
    fronted = None if found.prefix in ("و", "ف") else before_verb(line, at)
    fallback: Complement | None = None
    past = at + 1
    for step in range(at + 1, min(len(line.tokens), at + _WINDOW)):
        past = max(past, after_shy_clause(line, step) or 0)
        if step < past:
            continue
        token = line.tokens[step]
        first = step == at + 1
        if token.text in ".:؛;!؟?" or (first and token.text in COMMAS):
            return fallback
        if "relative" in line.classes(step) or line.that(step):
            return fallback
        if first and (line.classes(step) & {"time", "adjunct", "saying"} or is_prepositional(line, step)):
            return None
        if not token.is_word or (line.mention(step) is not None and not is_any(token.norm, "act")):
            continue
        direct = first and (fronted is not None or _is_possessed(token.norm))
        if direct or (_is_object(line, step) and not _governed(line, step, at)):
            return Complement("phrase", step, token.start, "object")
        if fallback is None and "np" in found.form.verb.frames and _follows_whole_phrase(line, step, at):
            fallback = Complement("phrase", step, token.start, "object")
    return fallback


def _follows_whole_phrase(line: Line, at: int, verb: int) -> bool:
    """An indefinite noun right after a definite noun phrase is no part of it; a name whose ending is known is one."""
    token = line.tokens[at]
    if at < verb + 3 or line.classes(at) or line.found[at] or is_prepositional(line, at):
        return False
    if token.norm.startswith("ال") or len(token.norm) < 3 or not token.is_arabic:
        return False
    mention = line.reader.mention_at(line.tokens[at - 1].end - 1)
    return mention is not None and mention[1] == line.tokens[at - 1].end


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
    if is_prepositional(line, at - 1) or is_any(before.norm, *_GOVERNING):
        return True
    if line.reader.mention_at(before.end - 1) is not None or before.norm.startswith("ال"):
        return False
    return before.is_word and at - 2 == verb and not before.norm.endswith(("ون", "ين"))
