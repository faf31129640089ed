"""Meanings of a claim's words by a table, what it affirms and what it denies."""

from __future__ import annotations

from functools import cache

from kg.resolve.tables import rows
from kg.text import fold, tokens
from schemas import Claim

_NEGATION = "negation"
_ROLE = "role:"
_SCOPE = 4
"""Words after a negator that it denies."""
_TURNS = frozenset(fold("لأن لأنه لأنها لكن لكنه بل إلا حيث because but although unless").split())
"""Words after which a negator denies no more."""
_UNDONE = {"leave": "occupy"}
"""What is denied in these words is affirmed in others: who has not left is inside."""
_IMPLIES = {"reject": "quarrel"}
"""What is affirmed with a meaning, and not denied with it: who rejects a quota quarrels."""
_PROCLITICS = ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف")


def meanings(claim: Claim) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What a claim affirms, what it denies, and the stems of its words.

    A cue of refusing is itself affirmed.
    """
    about: set[str] = set()
    denied: set[str] = set()
    stems: set[str] = set()
    for span in claim.content:
        negated = 0
        for token in tokens(span.text):
            stem = stem_of(token.norm)
            if len(stem) >= 4:
                stems.add(stem)
            if token.norm in _TURNS:
                negated = 0
            for found in sorted(meanings_of(token.norm)):
                if found.startswith(_ROLE):
                    continue
                if found == _NEGATION:
                    negated = _SCOPE + 1
                elif negated and found in _UNDONE:
                    about.add(_UNDONE[found])
                    denied.add(found)
                    negated = 0
                elif negated:
                    denied.add(found)
                else:
                    about.add(found)
            negated = max(0, negated - 1)
    if claim.polarity == "denies":
        refused = set().union(*(meanings_of(token.norm) for token in tokens(claim.cue.text))) if claim.cue else set()
        about, denied = denied | (refused - {_NEGATION}), about | denied
    about |= {_IMPLIES[meaning] for meaning in about if meaning in _IMPLIES}
    return frozenset(about - denied), frozenset(denied), frozenset(stems)


def roles(source: str) -> frozenset[str]:
    """What the words for a source say they are."""
    found = frozenset().union(*(meanings_of(token.norm) for token in tokens(source)))
    return frozenset(meaning for meaning in found if meaning.startswith(_ROLE))


def stem_of(word: str) -> str:
    """A folded word without its first proclitic."""
    for proclitic in _PROCLITICS:
        if word.startswith(proclitic) and len(word) - len(proclitic) >= (2 if proclitic == "و" else 3):
            return word[len(proclitic) :]
    return word


@cache
def meanings_of(word: str) -> frozenset[str]:
    """The meanings of a folded word, and of what is left without up to two proclitics."""
    stem = stem_of(word)
    return _meaning(word) | _meaning(stem) | _meaning(stem_of(stem))


@cache
def _meaning(word: str) -> frozenset[str]:
    whole, beginnings = _concepts()
    found = set(whole.get(word, ()))
    for length in range(3, min(len(word), 10) + 1):
        found.update(beginnings.get(word[:length], ()))
    return frozenset(found)


@cache
def _concepts() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    whole: dict[str, set[str]] = {}
    beginnings: dict[str, set[str]] = {}
    for meaning, *columns in rows("concepts"):
        for text in (text for column in columns for text in column.split()):
            (whole if text.endswith("=") else beginnings).setdefault(fold(text.rstrip("=")), set()).add(meaning)
    return ({key: frozenset(v) for key, v in whole.items()}, {key: frozenset(v) for key, v in beginnings.items()})
