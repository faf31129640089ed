"""Headline claims: "Speaker: what he says" at the beginning of a line."""

from __future__ import annotations

from kg.extract.local.claims.arabic_complement import is_act
from kg.extract.local.claims.arabic_lexicon import is_any
from kg.extract.local.claims.arabic_line import Line
from kg.extract.local.claims.arabic_phrases import addressee, subject
from kg.extract.local.claims.arabic_saying import Saying
from schemas import EntityType

_LONGEST_SPEAKER = 9
_LEAST_WORDS = 3


def headline_saying(line: Line, is_first: bool) -> Saying | None:
    """The claim of a line that begins with its speaker and a colon; a bare place speaks only in the first line."""
    colon = next((i for i, token in enumerate(line.tokens[: _LONGEST_SPEAKER + 1]) if token.text == ":"), None)
    if colon is None or colon == 0 or colon + _LEAST_WORDS >= len(line.tokens):
        return None
    if any(line.found[at] and line.mention(at) is None for at in range(colon)):
        return None
    source = subject(line, 0, colon)
    if source is None or not _can_speak(line, colon, is_first):
        return None
    told = addressee(line, line.index_at(source[1]), colon)
    if (source if told is None else told)[1] < line.tokens[colon - 1].end - 1:
        return None
    opens = line.tokens[colon + 1]
    opens_at = opens.end if line.that(colon + 1) else opens.start
    return Saying(
        line=line.number,
        cue=None,
        clause=line.tokens[0].start,
        opens=opens_at,
        rule="headline",
        confidence=0.7,
        source=source,
        addressee=told,
    )


def is_furniture(line: Line) -> bool:
    """Whether the line is part of a page's own furniture: "Link to the report: …"."""
    colon = next((at for at, token in enumerate(line.tokens[:_LONGEST_SPEAKER]) if token.text == ":"), 0)
    return any("reference" in line.classes(at) and line.mention(at) is None for at in range(min(colon, 2)))


def _can_speak(line: Line, colon: int, is_first: bool) -> bool:
    for at in range(min(colon, 2)):
        token = line.tokens[at]
        mention = line.mention(at)
        if mention is not None and mention[2].type is EntityType.PLACE:
            return is_first and not is_act(line.tokens[colon + 1].norm)  # "Country: opening of …" is a topic
        if mention is not None:
            return True
        if is_any(token.norm, "unnamed", "medium", "role", "body"):
            return True
        if token.norm.startswith("ال") and is_any(token.norm[2:], "role", "body", "unnamed"):
            return True
    return False
