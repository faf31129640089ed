"""Words of an article that may name an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.local.document import Document
from kg.extract.local.events.lexicon import Form, Lexicon, Trigger
from kg.extract.local.events.particles import PREPOSITIONS_EN, words
from kg.extract.local.events.words import content_start, may_be_noun, may_be_verb, word_forms
from kg.text import Reading, Token, without_enclitic

FINITE = frozenset({"perfect", "imperfect", "jussive", "base", "present", "past"})
"""Kinds of form that are verbs with a subject of their own."""

_SHORT = 3
_BEFORE_JUSSIVE = {"لم", "فلم", "ولم", "لما"}
_BEFORE_NOUN = words("في فى إلى على عن مع لدى عند بين ضد تحت")
"""Prepositions that no verb follows: في وزارته is no visit."""

_LIKE_NOUNS = {"base", "present"}
_BEFORE_BASE = words(
    "to will would shall should can could may might must do does did not n't we they you i who let help helped and or"
    " please never always also often"
)
_BEFORE_NOUN_EN = (PREPOSITIONS_EN | words("a an the this these those his her its their our my your")) - {"to"}

_LONG_WORD = 40
_CARRIED = 6
_ENCLITICS = {"ه", "ها", "هم", "هما", "هن", "نا"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger in its sentence: ``tokens[first:last + 1]`` of ``sentence``, written ``start:end`` (code points)."""

    trigger: Trigger
    kind: str
    start: int
    end: int
    sentence: int
    first: int
    last: int
    prefix: str
    enclitic: str

    @property
    def is_definite(self) -> bool:
        """Whether it carries the Arabic article, so that it takes no genitive and often points back."""
        return self.prefix.endswith("ال") or self.prefix.endswith("لل")

    @property
    def is_verb(self) -> bool:
        """Whether it is a finite verb."""
        return self.kind in FINITE


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its number, span and tokens."""

    index: int
    start: int
    end: int
    tokens: tuple[Token, ...]


def split(document: Document) -> tuple[Sentence, ...]:
    """The sentences of the document with their tokens."""
    return tuple(
        Sentence(index, start, end, document.tokens_in(start, end))
        for index, (start, end) in enumerate(document.sentences)
    )


def candidates(sentence: Sentence, lexicon: Lexicon) -> list[Candidate]:
    """The triggers of a sentence from left to right; they do not overlap."""
    out: list[Candidate] = []
    at = 0
    tokens = sentence.tokens
    while at < len(tokens):
        found = _at(sentence, at, lexicon) if tokens[at].is_word and len(tokens[at].text) < _LONG_WORD else None
        if found:
            out.append(found)
            at = found.last
        at += 1
    return _without_carriers(out)


def _without_carriers(found: list[Candidate]) -> list[Candidate]:
    """Where a verb only carries a noun of its own type (عقد اجتماعا, launch an attack) the noun is the trigger.

    A verb right before its noun belongs to the trigger's words.
    """
    out: list[Candidate] = []
    carried: dict[int, int] = {}
    for place, one in enumerate(found):
        noun = next((other for other in found[place + 1 : place + 3] if _carries(one, other)), None)
        if noun is None:
            out.append(replace(one, start=carried[one.first]) if one.first in carried else one)
        elif noun.first == one.last + 1:
            carried[noun.first] = one.start
    return out


def _carries(verb: Candidate, noun: Candidate) -> bool:
    return (
        verb.is_verb
        and verb.trigger.is_narrow
        and noun.trigger.type == verb.trigger.type
        and not noun.is_verb
        and noun.first - verb.last <= _CARRIED
    )


def _at(sentence: Sentence, at: int, lexicon: Lexicon) -> Candidate | None:
    token = sentence.tokens[at]
    for reading in token.readings:
        if not _is_plain(token, reading):
            continue
        for word, enclitic in _stems(token, reading):
            listed = lexicon.by_word.get(word, ())
            for form in listed:
                if not _clitics_fit(form, reading, word):
                    continue
                last = at + len(form.words) - 1
                if last > at and not _continues(sentence.tokens, at, form.words):
                    continue
                if form.kind in FINITE and at and sentence.tokens[at - 1].norm in _BEFORE_NOUN:
                    continue
                if at and _is_noun_instead(form, listed, sentence.tokens[at - 1]):
                    continue
                if form.kind == "jussive" and (at == 0 or sentence.tokens[at - 1].norm not in _BEFORE_JUSSIVE):
                    continue
                if all(condition.holds(sentence.tokens, at, last) for condition in form.trigger.conditions):
                    start = content_start(token, reading)
                    end = sentence.tokens[last].end
                    return Candidate(
                        form.trigger, form.kind, start, end, sentence.index, at, last, reading.prefix, enclitic
                    )
            if not enclitic and word in lexicon.by_word:
                break  # the word itself is known: تتوجه is not تتوج with a pronoun
    return None


def _is_noun_instead(form: Form, listed: Sequence[Form], before: Token) -> bool:
    """Whether an English word that may be verb or noun (attack, strikes) is the noun after ``before``.

    A plain form is the noun unless something before it asks for the verb, or a plural may be its subject.
    """
    if form.kind not in _LIKE_NOUNS or all(other.kind != "noun" for other in listed):
        return False
    if before.norm in _BEFORE_NOUN_EN or before.norm.endswith("'s"):
        return True
    asks = before.norm in _BEFORE_BASE or before.norm.endswith("s") or not before.is_word
    return form.kind == "base" and not asks


def _is_plain(token: Token, reading: Reading) -> bool:
    """Not لل read as an unwritten alef: للغاية is not إلغاء."""
    return not (reading.word.startswith("ا") and token.text[reading.start - token.start] == "ل")


def _stems(token: Token, reading: Reading) -> tuple[tuple[str, str], ...]:
    if not token.is_arabic:
        return ((reading.word, ""),)
    return tuple(
        (word, enclitic)
        for word, enclitic in without_enclitic(reading.word)
        if not enclitic or (enclitic in _ENCLITICS and not (enclitic == "ه" and token.text.endswith("ة")))
    )


def _clitics_fit(form: Form, reading: Reading, word: str) -> bool:
    if len(word) < _SHORT and reading.prefix and len(form.words) == 1:
        return False
    if form.kind in FINITE:
        return may_be_verb(reading) and (form.kind != "perfect" or not reading.prefix.endswith(("س", "ل")))
    if form.kind == "participle" and reading.prefix.endswith("ال"):
        return False
    return may_be_noun(reading)


def _continues(tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> bool:
    following = tokens[at + 1 : at + len(words)]
    if len(following) < len(words) - 1:
        return False
    return all(
        word in word_forms(token) or word == token.norm for word, token in zip(words[1:], following, strict=True)
    )
