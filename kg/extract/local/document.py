"""An article taken apart once, for all the grammars that read it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from kg.encoder import Encoder
from kg.extract.local.tags import NO_TAGS, Tags, tagged
from kg.quantity import QuantityValue, find_quantities
from kg.temporal import Anchor, TimeValue, find_times
from kg.text import Quote, Token, paragraphs, quotes, sentences, tokens
from schemas import Article

MOST_TAGGED = 50_000
"""Tokens of the longest text that the encoder reads: a hundred long articles, a quarter of a minute on two cores."""


@dataclass(frozen=True)
class Document:
    """Sentences, tokens and quotations of one article; every offset is a code point of ``article.text``.

    With an ``encoder`` it has tags as well.
    """

    article: Article
    encoder: Encoder | None = None

    @property
    def text(self) -> str:
        """The article's text, unchanged."""
        return self.article.text

    @property
    def language(self) -> str:
        """ "ar" or "en": the grammar to read with."""
        return "ar" if self.article.language.split("-")[0] == "ar" else "en"

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Spans of the lines that are not blank."""
        return paragraphs(self.text)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Spans of the sentences, in order; a line break always ends one."""
        return sentences(self.text, self.language)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens of the text; ``tokens[i].index == i``."""
        return tokens(self.text)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """All quotations, by start."""
        return quotes(self.text)

    @cached_property
    def times(self) -> tuple[TimeValue, ...]:
        """Dates and times, by start; durations and sets left out."""
        found = find_times(self.text, self.language, Anchor.parse(self.article.published))
        return tuple(value for value in found if value.kind in ("DATE", "TIME"))

    @cached_property
    def quantities(self) -> tuple[QuantityValue, ...]:
        """Figures, by start."""
        return tuple(sorted(find_quantities(self.text, self.language), key=lambda value: value.span))

    @property
    def is_too_long(self) -> bool:
        """Whether the text is longer than the encoder is asked to read: by then it would take minutes."""
        return len(self.tokens) > MOST_TAGGED

    @cached_property
    def tags(self) -> Tags:
        """What the encoder sees; nothing without one, or where the text is too long for it."""
        if self.encoder is None or self.is_too_long:
            return NO_TAGS
        return tagged(self.encoder, self.tokens, [self.tokens_in(start, end) for start, end in self.sentences])

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin in ``start:end``."""
        return self.tokens[bisect_left(self._token_starts, start) : bisect_left(self._token_starts, end)]

    def token_at(self, offset: int) -> Token | None:
        """The token that covers ``offset``."""
        at = bisect_right(self._token_starts, offset) - 1
        return self.tokens[at] if at >= 0 and offset < self.tokens[at].end else None

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that covers ``offset``, or else the last one that begins before it."""
        at = max(0, bisect_right(self._sentence_starts, offset) - 1)
        return self.sentences[at] if self.sentences else (0, len(self.text))

    def sentence_index(self, offset: int) -> int:
        """The number of the sentence :meth:`sentence_at` gives."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def quotes_at(self, offset: int) -> tuple[Quote, ...]:
        """The quotations whose inside covers ``offset``, outermost first."""
        return tuple(quote for quote in self.quotes if quote.inner_start <= offset < quote.inner_end)
