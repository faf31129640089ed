"""Which mentions tell of one happening, and how they become one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.local.document import Document
from kg.extract.local.drafts import RoleDraft
from kg.extract.local.events.candidates import Candidate
from schemas import EventType, Realis

_PERSONAL = {
    EventType.REQUEST,
    EventType.ACCUSE,
    EventType.SUPPORT,
    EventType.REJECT,
    EventType.THREATEN,
    EventType.STATE,
    EventType.CONSULT,
    EventType.MOVE,
}
"""Types in which another agent means another happening."""

_LEAST_LINES = 2
_LONGEST_HEADLINE = 160


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of a happening with what its own clause says of it."""

    candidate: Candidate
    realis: Realis
    roles: tuple[RoleDraft, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """A distinct happening: its first telling, and how often it is told."""

    first: Telling
    roles: tuple[RoleDraft, ...]
    mentions: int

    @property
    def candidate(self) -> Candidate:
        """The trigger at the first telling."""
        return self.first.candidate


def happenings(tellings: Sequence[Telling], document: Document) -> list[Happening]:
    """The distinct happenings of an article by their first telling.

    A headline is no full telling: where the body tells the same again, its words are the trigger.
    """
    text, headline = document.text, _headline_end(document)
    out: list[Happening] = []
    latest: dict[str, list[int]] = {}
    for telling in tellings:
        places = latest.setdefault(telling.candidate.trigger.group, [])
        same = next((place for place in places if _may_be_one(out[place], telling, text)), None)
        if same is None:
            places.append(len(out))
            out.append(Happening(telling, telling.roles, 1))
        else:
            out[same] = _joined(out[same], telling, headline)
    return out


def _headline_end(document: Document) -> int:
    """Where the headline ends: a first line without a full stop, shorter than a paragraph; 0 without one."""
    lines = document.paragraphs
    if len(lines) < _LEAST_LINES or lines[0][1] - lines[0][0] > _LONGEST_HEADLINE:
        return 0
    return 0 if document.text[lines[0][1] - 1] in ".؟?!" else lines[0][1]


def _may_be_one(known: Happening, telling: Telling, text: str) -> bool:
    """No participant contradicts, and the new telling looks back rather than tells anew."""
    new = telling.candidate
    if new.trigger.type in _PERSONAL and _differ(known.roles, telling.roles, "agent", text):
        return False
    if new.is_definite or not new.is_verb:
        return not _differ(known.roles, telling.roles, "patient", text) or new.is_definite
    return not (
        _differ(known.roles, telling.roles, "patient", text) or _differ(known.roles, telling.roles, "agent", text)
    )


def _differ(known: Sequence[RoleDraft], new: Sequence[RoleDraft], role: str, text: str) -> bool:
    """Whether both sides name who has ``role`` and name nobody alike."""
    ours = {name for one in known if one.role == role for name in _names(one, text)}
    theirs = {name for one in new if one.role == role for name in _names(one, text)}
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _names(role: RoleDraft, text: str) -> tuple[str, ...]:
    words = text[role.start : role.end].split()
    return (role.entity or "", words[0]) if role.entity else (words[0],) if words else ()


def _joined(known: Happening, telling: Telling, headline: int) -> Happening:
    """The happening with the roles that only a later telling fills."""
    have = {role.role for role in known.roles}
    added = tuple(role for role in telling.roles if role.role not in have)
    first = known.first
    if first.candidate.start < headline <= telling.candidate.start:
        first = telling
    return Happening(first, known.roles + added, known.mentions + 1)
