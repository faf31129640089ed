"""What happened: trigger words of both languages, their participants, place, time, figures and realis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft, EntityDraft, EventDraft, RoleDraft
from kg.extract.local.events import roles_ar, roles_en
from kg.extract.local.events.borders import borders
from kg.extract.local.events.candidates import Candidate, Sentence, candidates, split
from kg.extract.local.events.happenings import Happening, Telling, happenings
from kg.extract.local.events.idle import without_idle
from kg.extract.local.events.lexicon import Trigger, lexicon
from kg.extract.local.events.mentions import Mentions
from kg.extract.local.events.realis import realis
from kg.extract.local.events.salience import Salience
from kg.extract.local.events.settings import Figures, Times, place_of
from kg.extract.local.events.tagged import with_tagged_triggers
from kg.extract.local.events.unspoken import Unspoken
from kg.extract.local.events.userfile import TriggersError, triggers_from_tables

__all__ = ["Trigger", "TriggersError", "find_events", "read_happenings", "triggers_from_tables"]


def find_events(
    document: Document,
    entities: Sequence[EntityDraft],
    claims: Sequence[ClaimDraft],
    triggers: Sequence[Trigger] = (),
) -> tuple[EventDraft, ...]:
    """The distinct happenings the article tells of, by the place of their triggers.

    ``triggers`` are the user's own and go before those of the package.
    """
    mentions = _mentions(document, entities)
    found, sentences = read_happenings(document, entities, claims, triggers)
    kept = Salience(document, sentences, claims).worth_telling(found)
    beside: dict[int, list[Candidate]] = {}
    for one in kept:
        beside.setdefault(one.candidate.sentence, []).append(one.candidate)
    times, figures = Times(document), Figures(document)
    return tuple(
        _draft(f"v{number}", one, sentences[one.candidate.sentence], mentions, times, figures, beside)
        for number, one in enumerate(kept, start=1)
    )


def read_happenings(
    document: Document,
    entities: Sequence[EntityDraft],
    claims: Sequence[ClaimDraft],
    triggers: Sequence[Trigger] = (),
) -> tuple[list[Happening], tuple[Sentence, ...]]:
    """Everything that the article may tell as an event, by the place of the triggers, and its sentences."""
    words = lexicon(document.language)
    if triggers:
        words = words.extended(trigger for trigger in triggers if trigger.language == document.language)
    mentions = _mentions(document, entities)
    sentences = split(document)
    unspoken = Unspoken(claims, mentions)
    tellings: list[Telling] = []
    for sentence in sentences:
        before: Telling | None = None
        seen = with_tagged_triggers(sentence, candidates(sentence, words), document.tags)
        listed = without_idle(seen, sentence.tokens)
        for telling in _tellings(document, sentence, listed, mentions):
            before = unspoken.filled(telling, before, sentence.start)
            tellings.append(before)
    return sorted(happenings(tellings, document.text), key=lambda one: one.candidate.start), sentences


def _mentions(document: Document, entities: Sequence[EntityDraft]) -> Mentions:
    figures = [value.span for value in document.quantities]
    return Mentions(entities, figures, [value.span for value in document.times])


def _tellings(document: Document, sentence: Sentence, found: list[Candidate], mentions: Mentions) -> list[Telling]:
    outside = [one for one in found if not _inside_name(one, mentions)]
    if not outside:
        return []
    bars = borders(document, sentence, outside, mentions)
    read_roles = roles_ar.roles if sentence.tokens and sentence.tokens[0].is_arabic else roles_en.roles
    return [Telling(one, realis(one, sentence), read_roles(one, sentence, mentions, bars)) for one in outside]


def _inside_name(candidate: Candidate, mentions: Mentions) -> bool:
    """A word inside a name (Security Council Meeting Room, مجلس التعاون) is no event."""
    named = mentions.at(candidate.start)
    return named is not None and named.kind == "named" and candidate.end <= named.end


def _draft(
    identifier: str,
    happening: Happening,
    sentence: Sentence,
    mentions: Mentions,
    times: Times,
    figures: Figures,
    beside: dict[int, list[Candidate]],
) -> EventDraft:
    candidate = happening.candidate
    place = place_of(candidate, sentence, mentions)
    return EventDraft(
        id=identifier,
        type=candidate.trigger.type,
        trigger=(candidate.start, candidate.end),
        realis=happening.chosen.realis,
        roles=tuple(_beside(happening.roles, candidate, mentions)),
        place=(place.start, place.end) if place else None,
        place_entity=place.entity if place else None,
        time=times.of(candidate, sentence),
        quantities=figures.of(candidate, sentence, beside[candidate.sentence]),
        evidence=(sentence.start, sentence.end),
    )


def _beside(roles: Sequence[RoleDraft], candidate: Candidate, mentions: Mentions) -> Iterator[RoleDraft]:
    """Those who take part, none of them with the trigger's own words: of تقرير صادر عن البنك the bank is left."""
    for role in roles:
        if role.end <= candidate.start or candidate.end <= role.start:
            yield role
            continue
        inside = (one for one in mentions.within(role.start, role.end) if one.kind == "named")
        named = next((one for one in inside if one.end <= candidate.start or candidate.end <= one.start), None)
        if named is not None:
            yield RoleDraft(role.role, named.start, named.end, named.entity)
