"""What must stand around a word for it to name an event.

A condition is written in the lexicon as ``where:word|word``, several joined by ";". ``where`` is ``next`` (the two
words after), ``prev`` (the two before) or ``near`` (the ten on either side in the sentence); ``!`` before it negates,
a final ``*`` stands for any ending. Words are compared folded, in every reading of the clitics.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.local.events.words import word_forms
from kg.text import Token, fold

_REACH = {"next": (0, 2), "prev": (2, 0), "near": (10, 10)}


@dataclass(frozen=True, slots=True)
class Condition:
    """One requirement on the neighbouring words."""

    where: str
    negated: bool
    words: frozenset[str]
    beginnings: tuple[str, ...]

    def holds(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether the condition holds for the trigger ``tokens[first:last + 1]`` of a sentence."""
        before, after = _REACH[self.where]
        window = (*tokens[max(0, first - before) : first], *tokens[last + 1 : last + 1 + after])
        return any(self.meets(token) for token in window) != self.negated

    def meets(self, token: Token) -> bool:
        """Whether ``token`` is one of the condition's words."""
        forms = word_forms(token)
        if not self.words.isdisjoint(forms):
            return True
        return bool(self.beginnings) and any(form.startswith(self.beginnings) for form in forms)


def parse_conditions(text: str) -> tuple[Condition, ...]:
    """Read a cell of the lexicon; an unknown ``where`` raises :class:`ValueError`."""
    out = []
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        where, _, words = part.partition(":")
        negated = where.startswith("!")
        where = where.removeprefix("!")
        if where not in _REACH or not words:
            raise ValueError(f"not a condition: {part!r} (write next:, prev: or near: and words joined by |)")
        listed = [word.strip() for word in words.split("|")]
        out.append(
            Condition(
                where,
                negated,
                frozenset(fold(word) for word in listed if not word.endswith("*")),
                tuple(fold(word[:-1]) for word in listed if word.endswith("*")),
            )
        )
    return tuple(out)
