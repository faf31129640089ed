"""Which mentions tell of one happening, and how they become one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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

_COMPARED = 12
_REMEMBERED = 8
"""How many earlier happenings a telling is compared with, and how many tellings of one are kept: bounds the work."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of a happening with what its own clause says of it."""

    candidate: Candidate
    realis: Realis
    roles: tuple[RoleDraft, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """A distinct happening: the telling whose words name it, all its tellings, and who took part by any of them."""

    chosen: Telling
    tellings: tuple[Telling, ...]
    roles: tuple[RoleDraft, ...]

    @property
    def candidate(self) -> Candidate:
        """The trigger at the chosen telling."""
        return self.chosen.candidate


def happenings(tellings: Sequence[Telling], text: str) -> list[Happening]:
    """The distinct happenings of an article, each by its first telling."""
    out: list[Happening] = []
    latest: dict[str, list[int]] = {}
    for telling in tellings:
        places = latest.setdefault(telling.candidate.trigger.group, [])
        same = next((place for place in places[-_COMPARED:] if _may_be_one(out[place], telling, text)), None)
        if same is None:
            places.append(len(out))
            out.append(Happening(telling, (telling,), telling.roles))
        else:
            out[same] = _joined(out[same], telling)
    return out


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


def _joined(known: Happening, telling: Telling) -> Happening:
    """The happening with the roles that only a later telling fills."""
    have = {role.role for role in known.roles}
    added = tuple(role for role in telling.roles if role.role not in have)
    if not added and len(known.tellings) >= _REMEMBERED:
        return known
    return Happening(known.chosen, (*known.tellings, telling)[:_REMEMBERED], known.roles + added)
