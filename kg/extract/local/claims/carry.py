"""Whose words a verb without a subject tells: the speaker carried over from before."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.local.drafts import Range


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source as it was last spoken: its span or none, its text, its entity, and its grammatical gender if known."""

    source: Range | None
    text: str
    entity: str | None
    gender: str


def agrees(speaker: Speaker, gender: str, plural: bool) -> bool:
    """Whether a verb of ``gender`` may have this subject; what is not known agrees with everything."""
    return not gender or not speaker.gender or plural or speaker.gender == gender


def carried(speakers: list[Speaker], gender: str, plural: bool) -> Speaker | None:
    """The last of ``speakers`` that agrees with the verb, or else the last one; looks at the latest few only."""
    recent = speakers[-_RECENT:]
    for speaker in reversed(recent):
        if agrees(speaker, gender, plural):
            return speaker
    return recent[-1] if recent else None


_RECENT = 6
