"""Who takes part in an event told in English: subject, object, by- and of-phrases, possessors."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.local.drafts import RoleDraft
from kg.extract.local.events.borders import Borders
from kg.extract.local.events.candidates import Candidate, Sentence
from kg.extract.local.events.mentions import Mentions
from kg.extract.local.events.particles import AUXILIARIES_EN, BE_EN, DETERMINERS_EN, STOPS_EN, words
from kg.extract.local.events.phrases import Bounds, Phrase, phrase_at, phrase_before
from kg.extract.local.events.whole import is_whole
from kg.text import Token

_REACH = 10
_BETWEEN = AUXILIARIES_EN | words("meanwhile since again even once instead only always often long so nearly twice")
_SKIPPED = {"-", "'", '"', "(", ")", ","}
_RELATIVES = {"who", "which", "that"}
_PREPOSITIONS = words("of by on against with between for to at from in into over about")
_CARRIERS = words(
    "hold holds held holding launch launches launched launching carry carried conduct conducts"
    " conducted make makes made"
    " stage stages staged give gives gave issue issues issued deliver delivers delivered begin"
    " begins began start starts"
    " started open opens opened sign signs signed pay pays paid win wins won impose imposes imposed"
    " announce announces"
    " announced file files filed reach reaches reached offer offers offered send sends sent lead"
    " leads led resume resumes"
    " resumed mount mounted run runs ran suffer suffers suffered"
)
"""Verbs that lend a noun of happening their subject."""

_NOUN_STOPS = frozenset(STOPS_EN) - DETERMINERS_EN


def roles(candidate: Candidate, sentence: Sentence, mentions: Mentions, borders: Borders) -> tuple[RoleDraft, ...]:
    """The participants of one event; ``borders`` are those of its sentence."""
    bounds = Bounds(_NOUN_STOPS, borders, candidate.first)
    if candidate.kind in {"noun", "phrase"}:
        found = _of_noun(candidate, sentence, mentions, bounds)
    else:
        found = _of_verb(candidate, sentence, mentions, bounds)
    return _drafts(
        [one for one in found if is_whole(sentence.tokens, one[1], mentions, bounds, acts=one[0] == "agent")]
    )


def _of_verb(candidate: Candidate, sentence: Sentence, mentions: Mentions, bounds: Bounds) -> list[tuple[str, Phrase]]:
    tokens = sentence.tokens
    subject, passive = _subject(candidate, tokens, mentions, bounds)
    direct = _noun_phrase(tokens, candidate.last + 1, mentions, bounds)
    prepositional = _prepositional(candidate, tokens, mentions, bounds)
    by = prepositional.get("by")
    out: list[tuple[str, Phrase]] = []
    if passive or (by is not None and direct is None and _reduced(candidate, tokens)):
        out.extend(("patient", one) for one in (subject,) if one is not None)
        out.extend(("agent", one) for one in (by,) if one is not None)
    elif "s" in candidate.trigger.frame:
        out.extend(("patient", one) for one in (subject,) if one is not None)
    else:
        out.extend(("agent", one) for one in (subject,) if one is not None)
        out.extend(("patient", one) for one in (direct,) if one is not None and "o" in candidate.trigger.frame)
    out.extend(("patient", phrase) for word, phrase in prepositional.items() if word in candidate.trigger.frame)
    return out


def _reduced(candidate: Candidate, tokens: tuple[Token, ...]) -> bool:
    """Whether a verb's form belongs to the noun before it: people |killed by the flood."""
    after = candidate.last + 1
    return candidate.kind == "participle" or (
        candidate.kind == "past" and after < len(tokens) and tokens[after].norm == "by"
    )


def _of_noun(candidate: Candidate, sentence: Sentence, mentions: Mentions, bounds: Bounds) -> list[tuple[str, Phrase]]:
    tokens = sentence.tokens
    prepositional = _prepositional(candidate, tokens, mentions, bounds)
    out: list[tuple[str, Phrase]] = []
    possessor = _possessor(candidate, tokens, mentions)
    if possessor is not None:
        out.append(("agent", possessor))
    for word, phrase in prepositional.items():
        if word == "of":
            out.append(("patient" if candidate.trigger.genitive == "p" else "agent", phrase))
        elif word in {"by", "between"}:
            out.append(("agent", phrase))
        elif word in candidate.trigger.frame:
            out.append(("patient", phrase))
    if not any(role == "agent" for role, _ in out):
        out.extend(
            ("agent", one) for one in (_carrier_subject(candidate, tokens, mentions, bounds),) if one is not None
        )
    return out


def _carrier_subject(
    candidate: Candidate, tokens: tuple[Token, ...], mentions: Mentions, bounds: Bounds
) -> Phrase | None:
    """The subject of the verb that carries a noun: Israel launched a new attack."""
    for at in range(candidate.first - 1, max(0, candidate.first - _REACH // 2), -1):
        if not tokens[at].is_word or tokens[at].norm in _PREPOSITIONS:
            return None
        if tokens[at].norm in _CARRIERS:
            verb = replace(candidate, first=at, kind="past")
            subject, passive = _subject(verb, tokens, mentions, replace(bounds, own=at))
            return None if passive else subject
    return None


def _subject(
    candidate: Candidate, tokens: tuple[Token, ...], mentions: Mentions, bounds: Bounds
) -> tuple[Phrase | None, bool]:
    """The phrase before the verb, and whether a form of "be" between them makes it passive."""
    at = candidate.first
    passive = False
    while at > 0 and (tokens[at - 1].norm in _BETWEEN or tokens[at - 1].norm.endswith("ly")):
        at -= 1
        passive |= (tokens[at].norm in BE_EN and candidate.kind == "participle") or (
            tokens[at].norm in BE_EN and candidate.kind == "past"
        )
    if at > 0 and tokens[at - 1].norm in _RELATIVES:
        at -= 1
    at = _before_relative(tokens, at)
    while at > 0 and tokens[at - 1].norm in _SKIPPED and candidate.first - at < _REACH:
        at -= 1
    return phrase_before(tokens, at, mentions, bounds), passive


def _before_relative(tokens: tuple[Token, ...], at: int) -> int:
    """Where the subject ends when a relative clause stands between commas before the verb: X, which helps Y, called."""
    if at == 0 or tokens[at - 1].norm != ",":
        return at
    for opening in range(at - 2, max(0, at - 2 - _REACH), -1):
        if tokens[opening].norm in _RELATIVES and tokens[opening - 1].norm == ",":
            return opening - 1
    return at


def _noun_phrase(tokens: tuple[Token, ...], at: int, mentions: Mentions, bounds: Bounds) -> Phrase | None:
    while at < len(tokens) and tokens[at].norm in DETERMINERS_EN:
        at += 1
    return phrase_at(tokens, at, mentions, bounds)


def _prepositional(
    candidate: Candidate, tokens: tuple[Token, ...], mentions: Mentions, bounds: Bounds
) -> dict[str, Phrase]:
    """The phrases after prepositions up to the end of the clause, the first of each preposition."""
    out: dict[str, Phrase] = {}
    for at in range(candidate.last + 1, min(len(tokens) - 1, candidate.last + _REACH)):
        if tokens[at].norm in {".", ";", ":"} or bounds.ends_clause(at):
            break
        if tokens[at].norm == "," and candidate.kind in {"noun", "phrase"}:
            break
        if tokens[at].norm in _PREPOSITIONS and tokens[at].norm not in out:
            phrase = _noun_phrase(tokens, at + 1, mentions, bounds)
            if phrase is not None:
                out[tokens[at].norm] = phrase
    return out


def _possessor(candidate: Candidate, tokens: tuple[Token, ...], mentions: Mentions) -> Phrase | None:
    """The name before a noun, with or without 's: Israel's attack, the Saudi-led coalition's strikes."""
    for at in range(candidate.first - 1, max(-1, candidate.first - 4), -1):
        named = mentions.at(tokens[at].start)
        if named is not None:
            return Phrase(named.start, named.end, at, at, named.entity, named.type)
        nation = mentions.country_of(tokens[at].norm, candidate.start)
        if nation is not None:
            return Phrase(nation.start, nation.end, at, at, nation.entity, nation.type)
        if not tokens[at].is_word or tokens[at].norm in STOPS_EN:
            break
        if tokens[at].norm.endswith("'s"):
            return Phrase(tokens[at].start, tokens[at].end - 2, at, at, None, None)
    return None


def _drafts(found: list[tuple[str, Phrase]]) -> tuple[RoleDraft, ...]:
    out: list[RoleDraft] = []
    for role, phrase in found:
        if all(phrase.end <= other.start or other.end <= phrase.start for other in out):
            out.append(RoleDraft(role, phrase.start, phrase.end, phrase.entity))
    return tuple(out)
