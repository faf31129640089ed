"""Participants that are meant but not written beside the trigger: the speaker, a pronoun's name, the last subject."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.local.drafts import ClaimDraft, RoleDraft
from kg.extract.local.events.candidates import Candidate
from kg.extract.local.events.happenings import Telling
from kg.extract.local.events.mentions import Mentions
from kg.text import fold
from schemas import EntityType, EventType

_NEAR = 40
"""Code points between the start of what is said and a verb whose subject is the speaker (إنه سيزور)."""

_FAR = 250
"""Code points that a pronoun looks back over."""

_MANY = {"هم", "هن"}
_ONES = {EntityType.PERSON}
_BODIES = {EntityType.PERSON, EntityType.ORGANIZATION, EntityType.OUTLET, EntityType.PLACE, EntityType.GROUP}


class Unspoken:
    """Fills in the participants that the sentence leaves to the reader."""

    def __init__(self, claims: Sequence[ClaimDraft], mentions: Mentions) -> None:
        self._mentions = mentions
        self._said = sorted(
            ((start, end, claim) for claim in claims for start, end in claim.content), key=lambda item: item[:2]
        )
        self._starts = [start for start, _, _ in self._said]
        self._cued = sorted(
            ((claim.cue[0], claim) for claim in claims if claim.cue is not None), key=lambda item: item[0]
        )
        self._cues = [start for start, _ in self._cued]

    def filled(self, telling: Telling, before: Telling | None, start: int) -> Telling:
        """``telling`` with its agent, or its possessor, where one is meant; ``before`` is the sentence's last telling.

        ``start`` is where the sentence begins.
        """
        candidate = telling.candidate
        if candidate.enclitic and not candidate.is_verb:
            role = "patient" if candidate.trigger.genitive == "p" else "agent"
            found = None if _has(telling, role) else self._possessor(candidate, role)
        elif _has(telling, "agent") or "s" in candidate.trigger.frame or _is_spoken(telling):
            return telling
        else:
            found = self._agent(candidate, before, start)
        if found is None or any(one.start < found.end and found.start < one.end for one in telling.roles):
            return telling
        return replace(telling, roles=(found, *telling.roles))

    def _agent(self, candidate: Candidate, before: Telling | None, start: int) -> RoleDraft | None:
        if candidate.trigger.type == EventType.STATE and not candidate.is_verb:
            return self._speaker_of_sentence(candidate, start)
        if candidate.is_verb:
            speaker = self._speaker_around(candidate)
            if speaker is not None:
                return speaker
        joined = candidate.is_verb and fold(candidate.prefix[:1]) in {"و", "ف"}
        if joined or candidate.kind == "participle":
            if before is not None:
                return next((role for role in before.roles if role.role == "agent"), None)
            return self._speaker_of_sentence(candidate, start)
        return None

    def _speaker_around(self, candidate: Candidate) -> RoleDraft | None:
        """The source of the claim that begins just before the verb."""
        at = bisect_right(self._starts, candidate.start) - 1
        if at < 0:
            return None
        start, end, claim = self._said[at]
        return self._source(claim, candidate) if candidate.start < end and candidate.start - start <= _NEAR else None

    def _speaker_of_sentence(self, candidate: Candidate, start: int) -> RoleDraft | None:
        """The source of the last claim whose cue stands before the trigger in its sentence."""
        at = bisect_right(self._cues, candidate.start) - 1
        if at < 0 or self._cues[at] < start:
            return None
        return self._source(self._cued[at][1], candidate)

    def _source(self, claim: ClaimDraft, candidate: Candidate) -> RoleDraft | None:
        if claim.source is not None:
            return RoleDraft("agent", *claim.source, claim.source_entity)
        named = self._mentions.last_of(claim.source_entity, candidate.start) if claim.source_entity else None
        return RoleDraft("agent", named.start, named.end, named.entity) if named is not None else None

    def _possessor(self, candidate: Candidate, role: str) -> RoleDraft | None:
        """The name that a noun's pronoun points back to: a person for his, a person or a body for her and their."""
        wanted = _ONES if candidate.enclitic == "ه" else _BODIES
        if candidate.enclitic in _MANY:
            return None
        for named in reversed(self._mentions.within(max(0, candidate.start - _FAR), candidate.start)):
            if named.type in wanted and named.end <= candidate.start:
                return RoleDraft(role, named.start, named.end, named.entity)
        return None


def _is_spoken(telling: Telling) -> bool:
    """Whether a verb has its subject before it, to whom it is done: 705 أشخاص قتلوا, 4,137 people were killed."""
    candidate = telling.candidate
    verbal = candidate.is_verb or candidate.kind == "participle"
    return verbal and any(one.role == "patient" and one.end <= candidate.start for one in telling.roles)


def _has(telling: Telling, role: str) -> bool:
    return any(one.role == role for one in telling.roles)
