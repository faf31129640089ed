"""Where the content of an according-to phrase lies: after it, before it, or on both sides."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.local.claims.arabic_lexicon import whole_w
from kg.extract.local.claims.arabic_line import COMMAS, Line
from kg.extract.local.claims.arabic_phrases import PREPOSITIONS
from kg.extract.local.claims.arabic_saying import Saying
from kg.extract.local.drafts import Range

_SPEECH_LENGTH = 25
_DATELINE = 10
_LONGEST_CLAUSE = 150


def around(line: Line, at: int, end: int, source: Range | None, cue: Range, carries: str) -> Saying | None:
    """The claim of the phrase in the tokens ``at:end``; None where nothing stands beside it.

    The content follows where the phrase begins the sentence, or where a complementiser, a colon or speech follows it.
    Elsewhere it is the clause before, and what goes on after a comma.
    """
    clause = line.tokens[at].start
    made = Saying(line.number, cue, clause, 0, "according", 0.8, source=source, carries=carries)
    opening = not any(token.is_word and token.norm not in ("و", "لكن", "ولكن") for token in line.tokens[:at])
    joint = end + 1 if line.is_mark(end, COMMAS) and line.that(end + 1) else end
    if opening:
        while end < len(line.tokens) and line.tokens[end].text in COMMAS:
            end += 1
        return _forward(line, made, end)
    if joint + 1 < len(line.tokens) and line.that(joint):
        return replace(made, opens=line.after_that(joint))
    if joint + 1 < len(line.tokens) and line.is_mark(joint, ":"):
        return replace(made, opens=line.tokens[joint + 1].start)
    if end < len(line.tokens) and ("result" in line.classes(end) or _speech_follows(line, end)):
        return _forward(line, made, end)
    return before(line, made, at, _rest(line, end))


def before(line: Line, made: Saying, at: int, rest: Range | None = None) -> Saying | None:
    """The claim about the clause that ends before the token ``at``, and about ``rest``."""
    opens, end = _clause_before(line, at), line.tokens[at].start
    if opens >= end:
        return None
    parts = ((opens, end),) if rest is None else ((opens, end), rest)
    return replace(made, opens=opens, shape="around", fixed=parts)


def _forward(line: Line, made: Saying, at: int) -> Saying | None:
    if at >= len(line.tokens):
        return None
    return replace(made, opens=_after_result(line, at), coordinate=True)


def _speech_follows(line: Line, at: int) -> bool:
    quote = line.quote(at)
    return quote is not None and quote.inner_end - quote.inner_start > _SPEECH_LENGTH


def _after_result(line: Line, at: int) -> int:
    """fa-inna opens the content and is none of it; of fa-qad only the conjunction goes."""
    token = line.tokens[at]
    if "result" not in line.classes(at):
        return token.start
    if token.norm == "فقد":
        return token.start + 1
    return line.tokens[at + 1].start if at + 1 < len(line.tokens) else token.start


def _rest(line: Line, end: int) -> Range | None:
    """What follows the phrase after a comma belongs to the content, unless it is a clause of its own."""
    after = end + 1
    if after >= len(line.tokens) or line.tokens[end].text not in COMMAS:
        return None
    if line.found[after] or line.tokens[after].norm.startswith("و") or "clause" in line.classes(after):
        return None
    return line.tokens[after].start, line.end


def _clause_before(line: Line, at: int) -> int:
    """Where the clause that the phrase speaks of begins."""
    least = max(0, at - _LONGEST_CLAUSE)
    first = next((step + 1 for step in range(at - 1, least - 1, -1) if _parts(line, step, at)), least)
    while first < at and (not line.tokens[first].is_word or _only_joins(line, first)):
        first += 1
    return _without_waw(line, first)


def _parts(line: Line, step: int, at: int) -> bool:
    """A semicolon, a dateline's mark, or a comma before a clause that stands beside the one before it."""
    mark = line.tokens[step].text
    if mark in ";؛":
        return True
    if mark in ":–—-":
        return 0 < step <= (_DATELINE if mark == ":" else _DATELINE // 2)
    if mark not in COMMAS or step + 1 >= at:
        return False
    kinds = line.classes(step + 1)
    if any(found.prefix == "و" and found.form.kind == "perfect" for found in line.found[step + 1]):
        return True  # somebody says something else: what is spoken of is that alone
    return "joining" in kinds and "result" not in kinds


def _only_joins(line: Line, at: int) -> bool:
    return line.tokens[at].norm != "وقد" and bool(line.classes(at) & {"joining", "that"})


def _without_waw(line: Line, at: int) -> int:
    """The start of a token after a conjunction that is written onto it."""
    token = line.tokens[at]
    if not token.norm.startswith("و") or line.mention(at) is not None:
        return token.start
    if token.norm == "وقد" or token.norm[1:] in PREPOSITIONS:
        return token.start + 1
    reading = token.word_after("و") if len(token.norm) > 3 and not token.norm.startswith(whole_w()) else None
    return token.start if reading is None else reading.start
