"""All rules over one line, one attribution a cue."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.local.claims.english_attribution import Attribution
from kg.extract.local.claims.english_counts import count_attributions, relayed_counts
from kg.extract.local.claims.english_denials import denial_attributions
from kg.extract.local.claims.english_line import Line
from kg.extract.local.claims.english_predicates import (
    adjective_attributions,
    adverb_attributions,
    headline_attribution,
    noun_attributions,
    phrase_attributions,
)
from kg.extract.local.claims.english_relays import relayed
from kg.extract.local.claims.english_verbs import verb_attributions


def attributions(line: Line, *, headline: bool) -> list[Attribution]:
    """All attributions of a line, one a cue, in order."""
    found: list[Attribution] = list(verb_attributions(line))
    found.extend(phrase_attributions(line))
    found.extend(adjective_attributions(line))
    found.extend(noun_attributions(line))
    found.extend(adverb_attributions(line))
    taken = {one.cue for one in found}
    found.extend(one for one in count_attributions(line) if one.cue not in taken)
    denials = list(denial_attributions(line, found))
    denied = {one.cue for one in denials}
    found = [one for one in found if one.cue not in denied] + denials
    if not any(one.cue and one.cue[1] <= line.tags.find(":") for one in found):
        title = headline_attribution(line, headline=headline)
        if title is not None:
            found.append(title)
    found = [each for one in _without_repeated(found) for each in relayed_counts(one)]
    return sorted(relayed(found), key=lambda one: (one.cue or (one.head, one.head), one.rule))


def _without_repeated(found: Iterable[Attribution]) -> list[Attribution]:
    """Drop what adds no claim: an adverb or a noun at the beginning of another attribution's content.

    "Claimed he allegedly left", "told us in a statement that" are one claim each.
    """
    kept = list(found)
    openings = [one.opens for one in kept if one.rule not in {"adverb", "noun"} and one.opens is not None]
    return [one for one in kept if not _repeats(one, openings)]


def _repeats(one: Attribution, openings: list[int]) -> bool:
    if one.rule == "adverb" and one.extra:
        return any(one.extra[0][0] <= opens < one.extra[0][1] for opens in openings)
    return one.rule == "noun" and one.opens in openings
