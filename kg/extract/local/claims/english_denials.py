"""Denials of what was just said: "Residents dispute that."; "The bank denies this and says …"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.local.claims.english_attribution import Attribution
from kg.extract.local.claims.english_lexicon import is_a
from kg.extract.local.claims.english_line import Line
from kg.extract.local.claims.english_subjects import subject_before, verb_group, with_conjunction

DENIAL = "denial"
"""The rule's name: its content is what the claim before it says."""
_POINTING = frozenset({"this", "that", "it", "these", "those"})
_AFTER = frozenset(["", ".", ",", ";", "C", "T", "-"])


def denial_attributions(line: Line, found: Iterable[Attribution]) -> Iterator[Attribution]:
    """Each verb of denying with a bare pronoun for its object, but for those that ``found`` gives a that-clause."""
    taken = {one.cue[0] for one in found if one.cue and one.opens != one.cue[1]}
    for at, item in enumerate(line.items[:-1]):
        cues = item.form.cues if item.form and item.tag in "VvE" else ()
        cue = next((cue for cue in cues if cue.denies and not cue.particle), None)
        if cue is None or at in taken or line.norm(at + 1) not in _POINTING or line.tag(at + 2) not in _AFTER:
            continue
        group = verb_group(line, at)
        words = [line.norm(place) for place in range(group, at)]
        refused = any(line.tag(i) == "N" or line.norm(i).endswith("n't") for i in range(group, at)) or "to" in words
        subject = None if refused or any(is_a(word, "be") for word in words) else subject_before(line, group)
        if subject is None or subject.relative:
            continue
        head = with_conjunction(line, subject.first)
        source = (subject.first, subject.stop)
        yield Attribution(
            line, DENIAL, (at, at + 1), cue, head, at + 2, source, opens=at + 1, closes=at + 2, confidence=0.7
        )
