"""Whom the words for a source mean, where they point back: the minister, the society, Gaza's ministry."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.resolve.speakers import body_of
from kg.resolve.tables import parts, speaker_words
from kg.text import tokens

_LONGEST = 6
"""Words of a source that may point back."""
_BACK = 12
"""Sources of an article among which one that points back is sought."""
_PLURAL = 4
"""A shorter English word that ends in s is no plural."""


@dataclass
class Sources:
    """The sources of an article as far as read: what each is called in full, and its entity."""

    _known: list[tuple[str, str | None]] = field(default_factory=list)

    def read(self, text: str, entity: str | None, *, named: bool, teller: str = "") -> tuple[str, str | None]:
        """The words and the entity that ``text`` means; what is ``named`` may be pointed back to.

        Looks back only, at the nearest source whose words hold all of those of ``text`` (Gaza's ministry, the health
        ministry in Gaza); a noun such as "the society" or "the statement" else means the body that spoke last. Who
        conveys the words, the ``teller``, is not meant.
        """
        body = body_of(text)
        found = self._meant(body, teller) if named or body != text else None
        words, who = found if found else (body, None)
        if named and text:
            self._known.append((words, entity or who))
        return words, entity or who

    def _meant(self, text: str, teller: str) -> tuple[str, str | None] | None:
        words = _telling(text)
        if not words or len(words) > _LONGEST:
            return None
        recent = [known for known in self._known[: -_BACK - 1 : -1] if known[0] != teller]
        for known in recent:
            if words < _telling(known[0]):
                return known
        if len(words) == 1 and speaker_words().get(min(words), frozenset()) & {"again", "statement"}:
            return next((known for known in recent if len(_telling(known[0])) > 1), None)
        return None


def _telling(text: str) -> frozenset[str]:
    """The words of a source without articles and clitics, plurals taken for singulars."""
    dropped = parts("filler") | parts("article")
    found = set()
    for token in tokens(text):
        word = token.norm.removesuffix("'s")
        if not token.is_word or word in dropped or "same" in speaker_words().get(word, frozenset()):
            continue
        found.add(_plain(word))
    return frozenset(found)


def _plain(word: str) -> str:
    for article in ("وال", "بال", "ال", "لل"):
        if word.startswith(article) and len(word) - len(article) >= len(article):
            return word[len(article) :]
    return word[:-1] if word.isascii() and word.endswith("s") and len(word) > _PLURAL else word
