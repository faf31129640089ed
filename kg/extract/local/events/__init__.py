"""What happened: trigger words of both languages, their participants, place, time, figures and realis."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.local.document import Document
from kg.extract.local.drafts import ClaimDraft, EntityDraft, EventDraft
from kg.extract.local.events import roles_ar, roles_en
from kg.extract.local.events.candidates import Candidate, Sentence, candidates, split
from kg.extract.local.events.happenings import Happening, Telling, happenings
from kg.extract.local.events.lexicon import Trigger, lexicon
from kg.extract.local.events.mentions import Mentions
from kg.extract.local.events.realis import realis
from kg.extract.local.events.salience import is_worth_telling
from kg.extract.local.events.settings import Figures, Times, place_of

__all__ = ["Trigger", "find_events"]


def find_events(
    document: Document,
    entities: Sequence[EntityDraft],
    claims: Sequence[ClaimDraft],
    triggers: Sequence[Trigger] = (),
) -> tuple[EventDraft, ...]:
    """The distinct happenings the article tells of, by the place of their triggers.

    ``triggers`` are the user's own and go before those of the package.
    """
    words = lexicon(document.language)
    if triggers:
        words = words.extended(trigger for trigger in triggers if trigger.language == document.language)
    mentions = Mentions(entities)
    sentences = split(document)
    tellings = [
        telling for sentence in sentences for telling in _tellings(sentence, candidates(sentence, words), mentions)
    ]
    kept = [one for one in happenings(tellings, document.text) if is_worth_telling(one, document, mentions, claims)]
    beside: dict[int, list[Candidate]] = {}
    for one in kept:
        beside.setdefault(one.candidate.sentence, []).append(one.candidate)
    times, figures = Times(document), Figures(document)
    return tuple(
        _draft(f"v{number}", one, sentences[one.candidate.sentence], mentions, times, figures, beside)
        for number, one in enumerate(kept, start=1)
    )


def _tellings(sentence: Sentence, found: list[Candidate], mentions: Mentions) -> list[Telling]:
    outside = [one for one in found if not _inside_name(one, mentions)]
    verbs = frozenset(one.first for one in outside if one.is_verb)
    read_roles = roles_ar.roles if sentence.tokens and sentence.tokens[0].is_arabic else roles_en.roles
    return [Telling(one, realis(one, sentence), read_roles(one, sentence, mentions, verbs)) for one in outside]


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
        realis=happening.first.realis,
        roles=happening.roles,
        place=(place.start, place.end) if place else None,
        place_entity=place.entity if place else None,
        time=times.of(candidate, sentence),
        quantities=figures.of(candidate, sentence, beside[candidate.sentence]),
        evidence=(sentence.start, sentence.end),
    )
