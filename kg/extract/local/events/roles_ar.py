"""Who takes part in an event told in Arabic.

A verb's subject stands after it (اتهم الوزير المعارضة) or, in headlines, after أن and in relative clauses, before it.
Of two bare noun phrases after a verb the first acts; a single one is acted upon where the verb may be passive and the
phrase names no body that acts. A verbal noun's genitive is its agent or its patient, as the lexicon says; the verb
that carries it (شن، أجرى، تعرض ل) lends it its subject.
"""

from __future__ import annotations

from kg.extract.local.drafts import RoleDraft
from kg.extract.local.events.borders import Borders
from kg.extract.local.events.candidates import Candidate, Sentence
from kg.extract.local.events.carriers_ar import carrier_subject
from kg.extract.local.events.cases_ar import is_adjective, is_closed, is_oblique, is_target
from kg.extract.local.events.mentions import Mentions
from kg.extract.local.events.particles import (
    AGENTS_AR,
    AUXILIARIES_AR,
    COMPLEMENTISERS_AR,
    PREPOSITIONS_AR,
    RELATIVES_AR,
    TIMES_AR,
    TITLES_AR,
    words,
)
from kg.extract.local.events.phrases import Bounds, Phrase, head_is, phrase_at, phrase_before
from kg.extract.local.events.slots_ar import STOPS, Slot, slots_after
from kg.extract.local.events.whole import is_accusative, is_whole
from kg.text import Token, fold
from schemas import EntityType, EventType

_REACH = 18
_BEFORE_VERB = AUXILIARIES_AR | TIMES_AR
_BEFORE_RELATIVE = AUXILIARIES_AR | RELATIVES_AR
_BY = words("قبل يد يدي أيدي بواسطة برصاص جانب")
_BEFORE_BY = words("من على علي")
_PASSIVE_TYPES = {
    EventType.ASSAULT,
    EventType.COERCE,
    EventType.HARM,
    EventType.APPOINT,
    EventType.LEGAL,
    EventType.VOTE,
    EventType.SANCTION,
    EventType.AID,
    EventType.OTHER,
    EventType.MOBILIZE,
    EventType.ECONOMY,
}
_HARMING = {EventType.ASSAULT, EventType.HARM, EventType.COERCE, EventType.DISASTER}
_ACTING = {EntityType.ORGANIZATION, EntityType.OUTLET, EntityType.PLACE, EntityType.GROUP}
_MUTUAL = {EventType.CONSULT, EventType.AGREE, EventType.ASSAULT, EventType.COOPERATE, EventType.RETREAT}
"""Types of happenings that go on between two sides, each of whom acts."""


def roles(candidate: Candidate, sentence: Sentence, mentions: Mentions, borders: Borders) -> tuple[RoleDraft, ...]:
    """The participants of one event; ``borders`` are those of its sentence."""
    bounds = Bounds(STOPS, borders, candidate.first)
    slots = list(slots_after(candidate, sentence, mentions, bounds))
    if candidate.kind in {"perfect", "imperfect", "jussive"}:
        found = _of_verb(candidate, sentence, mentions, bounds, slots)
    else:
        found = _of_noun(candidate, sentence, mentions, bounds, slots)
    return _drafts(
        [one for one in found if is_whole(sentence.tokens, one[1], mentions, bounds, acts=one[0] == "agent")]
    )


def _of_verb(
    candidate: Candidate, sentence: Sentence, mentions: Mentions, bounds: Bounds, slots: list[Slot]
) -> list[tuple[str, Phrase]]:
    frame = candidate.trigger.frame
    bare = _bare(slots, sentence.tokens)
    before = _subject_before(candidate, sentence, mentions, bounds)
    by = _by(slots, sentence.tokens)
    if "o" in frame and len(bare) > 1 and all(one.type in _ACTING | {EntityType.PERSON} for one in bare[:2]):
        before = None  # both sides stand after the verb: … السعودية. اتهم جنبلاط حزب الله
    out: list[tuple[str, Phrase]] = []
    if "s" in frame:
        subject = before or (bare[0] if bare else None)
        return [("patient", subject)] if subject else []
    if by is not None:
        patient = before or (bare[0] if bare else None)
        return [("agent", by)] + ([("patient", patient)] if patient else [])
    if (
        before is not None
        and "o" in frame
        and not bare
        and not candidate.enclitic
        and _suffers(candidate, before, mentions)
    ):
        return [("patient", before)]
    if before is not None:
        out.append(("agent", before))
        objects = bare[:1]
    elif bare and "o" in frame and _is_object(sentence.tokens, bare[0], bounds):
        objects = bare[:1]
    elif "o" in frame and len(bare) == 1 and not candidate.enclitic and _is_acted_upon(candidate, sentence, bare[0]):
        objects = bare
    else:
        out.extend(("agent", phrase) for phrase in bare[:1])
        objects = bare[1:2]
    if candidate.enclitic:
        antecedent = _antecedent(candidate, sentence, mentions, bounds)
        out.extend(("patient", phrase) for phrase in (antecedent,) if phrase is not None)
    elif "o" in frame:
        out.extend(("patient", phrase) for phrase in objects)
    out.extend(
        ("patient", slot.phrase)
        for slot in slots
        if slot.preposition and slot.preposition in frame and not _is_where(slot)
    )
    return _with_joined(out, slots)


def _is_where(slot: Slot) -> bool:
    """A place after bi- is where it happened, not whom it befell: لقاء الوزير بالرياض."""
    return slot.preposition == "ب" and slot.phrase.type == EntityType.PLACE


def _antecedent(candidate: Candidate, sentence: Sentence, mentions: Mentions, bounds: Bounds) -> Phrase | None:
    """Whom the pronoun on a verb means: the noun of its relative clause (عقود وقعتها الحكومة)."""
    if candidate.prefix[:1] in {"و", "ف"}:
        return None
    at = candidate.first
    while at > 0 and sentence.tokens[at - 1].norm in _BEFORE_RELATIVE:
        at -= 1
    return phrase_before(sentence.tokens, at, mentions, bounds)


def _of_noun(
    candidate: Candidate, sentence: Sentence, mentions: Mentions, bounds: Bounds, slots: list[Slot]
) -> list[tuple[str, Phrase]]:
    trigger = candidate.trigger
    out: list[tuple[str, Phrase]] = []
    genitive = None
    if not candidate.is_definite and not candidate.enclitic and slots and not slots[0].preposition:
        tokens = sentence.tokens
        beside = slots[0].phrase.first == candidate.last + 1
        if beside and not is_closed(candidate, tokens) and not is_adjective(tokens, slots[0].phrase):
            genitive = slots[0].phrase
    if genitive is not None:
        acts = (
            trigger.genitive != "p"
            and genitive.first not in bounds.borders.nouns
            and not is_target(candidate, sentence.tokens, genitive)
        )
        out.append(("agent" if acts else "patient", genitive))
        following = [slot for slot in slots[1:] if not slot.preposition]
        if trigger.genitive == "a" and "o" in trigger.frame and following:
            out.append(("patient", following[0].phrase))
    by = _by(slots, sentence.tokens)
    if by is not None:
        out.append(("agent", by))
    out.extend(
        ("patient", slot.phrase)
        for slot in slots
        if slot.preposition
        and not _is_where(slot)
        and not (slot.preposition == "بين" and trigger.type in _MUTUAL)
        and (slot.preposition in trigger.frame or (slot.preposition == "ل" and "o" in trigger.frame))
    )
    if "بين" in trigger.frame or trigger.type in _MUTUAL:
        out.extend(("agent", slot.phrase) for slot in slots if slot.preposition == "بين")
    nation = _nation(candidate, sentence, mentions)
    if nation is not None and not any(role == "agent" for role, _ in out):
        out.append(("agent", nation))
    carried = carrier_subject(candidate, sentence, mentions, bounds)
    if carried is not None and not any(role == carried[0] for role, _ in out):
        out.append(carried)
    return _with_joined(out, slots)


def _nation(candidate: Candidate, sentence: Sentence, mentions: Mentions) -> Phrase | None:
    """The country whose adjective stands right after the noun: القصف الإسرائيلي."""
    at = candidate.last + 1
    if at >= len(sentence.tokens) or mentions.at(sentence.tokens[at].start) is not None:
        return None
    named = mentions.country_of(sentence.tokens[at].norm, candidate.start)
    return Phrase(named.start, named.end, at, at, named.entity, named.type) if named is not None else None


def _bare(slots: list[Slot], tokens: tuple[Token, ...]) -> list[Phrase]:
    """The phrases without preposition; a title without a name after a person is an apposition to it."""
    out: list[Phrase] = []
    for slot in slots:
        phrase = slot.phrase
        if slot.preposition:
            continue
        if out and out[-1].type == EntityType.PERSON and phrase.entity is None and head_is(tokens, phrase, TITLES_AR):
            continue
        out.append(phrase)
    return out


def _by(slots: list[Slot], tokens: tuple[Token, ...]) -> Phrase | None:
    """The agent after من قبل, على يد, بواسطة."""
    for slot in slots:
        before = slot.phrase.first - 1
        word = tokens[before].norm
        if word == fold("بواسطة") or (word in _BY and tokens[before - 1].norm in _BEFORE_BY):
            return slot.phrase
        if tokens[slot.phrase.first].norm in _BY and slot.preposition in _BEFORE_BY:
            following = [other for other in slots if other.phrase.first > slot.phrase.last]
            return following[0].phrase if following else None
    return None


def _is_acted_upon(candidate: Candidate, sentence: Sentence, phrase: Phrase) -> bool:
    if candidate.trigger.type not in _PASSIVE_TYPES or phrase.type in _ACTING:
        return False
    return not head_is(sentence.tokens, phrase, AGENTS_AR)


def _suffers(candidate: Candidate, phrase: Phrase, mentions: Mentions) -> bool:
    """A number of people before a verb of harm without object: 705 أشخاص قتلوا."""
    figure = mentions.figure_at(phrase.start)
    return candidate.trigger.type in _HARMING and figure is not None and figure[0] <= phrase.start


def _is_object(tokens: tuple[Token, ...], phrase: Phrase, bounds: Bounds) -> bool:
    """A verbal noun, or عدم, right after a verb is what it governs, not who does it: رفض الكشف عن اسمه."""
    if phrase.entity is not None or phrase.first <= bounds.own:
        return False
    word = tokens[phrase.first]
    if word.norm == "عدم" or is_accusative(tokens, phrase) or is_oblique(word):
        return True
    return phrase.first in bounds.borders.nouns and phrase.first == bounds.own + 1


def _subject_before(candidate: Candidate, sentence: Sentence, mentions: Mentions, bounds: Bounds) -> Phrase | None:
    """The subject of a verb that follows it: الجيش … انسحب, الوزير الذي زار."""
    tokens = sentence.tokens
    at = candidate.first
    if candidate.prefix[:1] in {"و", "ف"} or (candidate.enclitic and at > 1):
        return None
    while at > 0 and tokens[at - 1].norm in _BEFORE_VERB:
        at -= 1
    if at > 0 and tokens[at - 1].norm in RELATIVES_AR:
        at -= 1
        while at > 0 and tokens[at - 1].norm in {",", '"', ")"}:
            at -= 1
    subject = phrase_before(tokens, at, mentions, bounds)
    if subject is None or subject.first == 0:
        return subject
    before = tokens[subject.first - 1].norm
    if before not in PREPOSITIONS_AR:
        return subject
    start = subject.first - 1
    while start > 0 and candidate.first - start < _REACH and not _opens_clause(tokens, start, bounds):
        start -= 1
    first = phrase_at(tokens, start, mentions, bounds)
    if first is not None and (start == 0 or _opens_clause(tokens, start, bounds)):
        return None if bounds.is_verb(start) else first
    return subject if tokens[candidate.first - 1].norm in RELATIVES_AR else None


def _opens_clause(tokens: tuple[Token, ...], index: int, bounds: Bounds) -> bool:
    before = tokens[index - 1]
    return not before.is_word or before.norm in COMPLEMENTISERS_AR or bounds.is_verb(index - 1)


def _with_joined(found: list[tuple[str, Phrase]], slots: list[Slot]) -> list[tuple[str, Phrase]]:
    """Names joined to a participant by wa- take part in the same role."""
    out = list(found)
    roles_by_end = {phrase.last: role for role, phrase in found}
    for slot in slots:
        role = roles_by_end.get(slot.phrase.first - 1)
        if slot.preposition == "و" and role is not None and slot.phrase.entity is not None:
            out.append((role, slot.phrase))
            roles_by_end[slot.phrase.last] = role
    return out


def _drafts(found: list[tuple[str, Phrase]]) -> tuple[RoleDraft, ...]:
    out: list[RoleDraft] = []
    for role, phrase in found:
        if all(phrase.end <= other.start or other.end <= phrase.start for other in out):
            out.append(RoleDraft(role, phrase.start, phrase.end, phrase.entity))
    return tuple(out)
