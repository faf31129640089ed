"""Counts that somebody keeps: raised its figure to 90; the ministry's count, relayed by the WHO, stood at 705."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.local.claims.english_attribution import Attribution
from kg.extract.local.claims.english_complements import is_number
from kg.extract.local.claims.english_lexicon import Cue, is_a, lexicon
from kg.extract.local.claims.english_line import Line, Stretch
from kg.extract.local.claims.english_phrases import phrase_after
from kg.extract.local.claims.english_predicates import possessor
from kg.extract.local.claims.english_subjects import subject_before, verb_group

_OBJECT = 20
_ASIDE = 12
_NUMBER_AFTER = frozenset({"at", "to"})


def count_attributions(line: Line) -> Iterator[Attribution]:
    """Claims of a count, by whom it belongs to."""
    for at in range(1, len(line.items)):
        if is_a(line.norm(at), "revising"):
            found = _revised(line, at)
            if found is not None:
                yield found
        elif is_a(line.norm(at), "measured"):
            yield from _kept(line, at)


def _report() -> Cue:
    return lexicon().verbs["report"].cues[0]


def _revised(line: Line, at: int) -> Attribution | None:
    """Somebody raises or lowers a count to a number: the content is the count and its numbers."""
    group = verb_group(line, at)
    if line.norm(group - 1) == "since" and line.tag(group - 2) == "A":  # has since raised
        group = verb_group(line, group - 1)
    words = [line.norm(place) for place in range(group, at)]
    if "to" in words or any(line.tag(i) == "N" or is_a(line.norm(i), "be") for i in range(group, at)):
        return None
    to = next((i for i in range(at + 2, min(len(line.items), at + _OBJECT)) if _to_number(line, i)), None)
    if to is None or not any(is_a(line.norm(i), "measured") for i in range(at + 1, to)):
        return None
    if any(line.tag(i) in ".;:Q" for i in range(at + 1, to)):
        return None
    subject = subject_before(line, group)
    if subject is None or subject.relative:
        return None
    source = (subject.first, subject.stop)
    closes = next((i for i in range(to, len(line.items) - 1) if line.tag(i) == "," and line.tag(i + 1) == "C"), None)
    return Attribution(
        line,
        "count",
        (at, at + 1),
        _report(),
        subject.first,
        at + 1,
        source,
        opens=at + 1,
        closes=closes,
        confidence=0.7,
    )


def _to_number(line: Line, at: int) -> bool:
    return line.norm(at) == "to" and is_number(line, at + 1)


def _kept(line: Line, at: int) -> Iterator[Attribution]:
    """Somebody's figure stands at a number; who relays it, in an aside, conveys it."""
    source = possessor(line, at)
    if source is None or not line.norm(source[1] - 1).endswith(("'s", "s'")):
        return
    verb, aside = at + 1, None
    if line.tag(verb) == ",":
        close = next((i for i in range(verb + 1, min(len(line.items), verb + _ASIDE)) if line.tag(i) == ","), None)
        if close is None:
            return
        verb, aside = close + 1, (verb + 1, close)
    while line.tag(verb) in {"A", "B"}:
        verb += 1
    number = verb + 2 if line.norm(verb + 1) in _NUMBER_AFTER else verb + 1
    if not is_a(line.norm(verb), "standing") or not is_number(line, number):
        return
    cue = (at, at + 1)
    relayer = _relayer(line, aside) if aside else None
    made = Attribution(line, "count-kept", cue, _report(), source[0], verb, source, opens=verb, confidence=0.7)
    if relayer is None or aside is None:
        yield made
        return
    outer = (aside[0], aside[0] + 1)
    yield Attribution(line, "count-relayed", outer, _report(), source[0], verb, relayer, opens=verb, confidence=0.7)
    yield Attribution(
        line, "count-kept", cue, _report(), source[0], verb, source, opens=verb, confidence=0.7, relayed_by=outer
    )


def _relayer(line: Line, aside: Stretch) -> Stretch | None:
    """Who relays, in an aside: relayed by the World Health Organization."""
    first, stop = aside
    if not is_a(line.norm(first), "relayed") or line.norm(first + 1) != "by":
        return None
    end = min(stop, phrase_after(line, first + 2))
    return (first + 2, end) if end > first + 2 else None


def relayed_counts(one: Attribution) -> list[Attribution]:
    """ "According to X, which relays the count kept by Y": one claim by X, one by Y, of one content; else ``one``."""
    line, source = one.line, one.source
    if one.rule != "according-initial" or source is None or one.opens is None:
        return [one]
    which = source[1] + 1
    if line.tag(source[1]) != "," or line.tag(which) != "W" or not is_a(line.norm(which + 1), "relaying"):
        return [one]
    by = next((i for i in range(which + 2, one.opens) if line.norm(i) in {"by", "from", "of"}), None)
    if by is None or not any(
        is_a(line.norm(i), "measured") or is_a(line.norm(i), "document") for i in range(which, by)
    ):
        return [one]
    last = next((i for i in range(by + 1, one.opens) if line.tag(i) == ","), one.opens)
    if last <= by + 1:
        return [one]
    inner = Attribution(
        line,
        "relayed-count",
        (which + 1, which + 2),
        _report(),
        one.head,
        one.tail,
        (by + 1, last),
        opens=one.opens,
        closes=one.closes,
        confidence=0.75,
        relayed_by=one.cue,
    )
    return [one, inner]
