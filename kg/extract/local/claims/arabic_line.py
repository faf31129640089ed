"""One sentence as the Arabic rules read it: its tokens, with what quotations, names and word lists say of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from kg.extract.local.claims.arabic_lexicon import Found, classes, forms, is_that
from kg.extract.local.document import Document
from kg.extract.local.drafts import EntityDraft, Range
from kg.text import Quote, Token
from schemas import EntityType

EDGES = " \t\n\r\u00a0\u200f\u200e،؛,;.:…!؟?\"'«»“”„‟‘’‹›()[]{}-–—_*ـ"
"""What a span never begins or ends with."""

FULL_STOPS = ".!؟?…"
COMMAS = "،,؛;"


@dataclass(frozen=True)
class Reader:
    """A document with indexes over its quotations and named mentions, so that every look-up is short."""

    document: Document
    entities: tuple[EntityDraft, ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.document.text

    @cached_property
    def opening(self) -> dict[int, Quote]:
        """Quotations by the place of their opening mark."""
        return {quote.start: quote for quote in self.document.quotes}

    @cached_property
    def closing(self) -> dict[int, Quote]:
        """Quotations by the place of their closing mark."""
        return {quote.inner_end: quote for quote in self.document.quotes}

    @cached_property
    def outer(self) -> tuple[Quote, ...]:
        """Outermost quotations, by start."""
        return tuple(quote for quote in self.document.quotes if quote.depth == 0)

    @cached_property
    def _outer_starts(self) -> list[int]:
        return [quote.start for quote in self.outer]

    @cached_property
    def _mentions(self) -> tuple[tuple[int, int, EntityDraft], ...]:
        found = [(m.start, m.end, e) for e in self.entities for m in e.mentions if m.kind == "named"]
        return tuple(sorted(found, key=lambda mention: (mention[0], -mention[1], mention[2].id)))

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention[0] for mention in self._mentions]

    def outer_quote(self, offset: int) -> Quote | None:
        """The outermost quotation that covers ``offset``, marks included."""
        at = bisect_right(self._outer_starts, offset) - 1
        return self.outer[at] if at >= 0 and offset < self.outer[at].end else None

    def quotes_in(self, start: int, end: int) -> tuple[Quote, ...]:
        """Outermost quotations that begin in ``start:end``."""
        return self.outer[bisect_left(self._outer_starts, start) : bisect_left(self._outer_starts, end)]

    def mention_at(self, offset: int) -> tuple[int, int, EntityDraft] | None:
        """The named mention that covers ``offset``."""
        at = bisect_right(self._mention_starts, offset) - 1
        for start, end, entity in reversed(self._mentions[max(0, at - 2) : at + 1]):
            if start <= offset < end:
                return start, end, entity
        return None

    def mentions_in(self, start: int, end: int) -> tuple[tuple[int, int, EntityDraft], ...]:
        """Named mentions that begin in ``start:end``."""
        return self._mentions[bisect_left(self._mention_starts, start) : bisect_left(self._mention_starts, end)]

    def trim(self, start: int, end: int) -> Range | None:
        """The span without punctuation and quotation marks at its edges; None where nothing is left."""
        text = self.text
        while start < end and text[start] in EDGES:
            start += 1
        while end > start and text[end - 1] in EDGES:
            end -= 1
        return (start, end) if end > start else None


@dataclass(frozen=True)
class Line:
    """The tokens of one sentence; ``start`` and ``end`` are its offsets, ``number`` its place in the article."""

    reader: Reader
    number: int
    start: int
    end: int
    tokens: tuple[Token, ...] = field(repr=False)

    @cached_property
    def found(self) -> tuple[tuple[Found, ...], ...]:
        """For each token, its readings as a verb of saying."""
        return tuple(forms(token.text) if token.is_arabic else () for token in self.tokens)

    @cached_property
    def _kinds(self) -> list[frozenset[str]]:
        return [classes(token.norm) for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    def classes(self, at: int) -> frozenset[str]:
        """The closed classes of the token ``at``."""
        return self._kinds[at]

    def that(self, at: int) -> bool:
        """Whether the token ``at`` is a complementiser."""
        if at >= len(self.tokens) or not is_that(self.tokens[at].text, self.tokens[at].norm):
            return False
        mention = self.mention(at)  # the letters of "CNN" are written like the complementiser
        return mention is None or (mention[1] <= self.tokens[at].end and mention[0] == self.tokens[at].start)

    def after_that(self, at: int) -> int:
        """Where the content begins that the complementiser ``at`` introduces; the negation in ``allā`` is content."""
        token = self.tokens[at]
        if token.norm.endswith("الا"):
            return token.start + token.text.index("أ") if "أ" in token.text else token.start
        return token.end

    def quote(self, at: int) -> Quote | None:
        """The quotation that the token ``at`` opens."""
        return self.reader.opening.get(self.tokens[at].start)

    def closes(self, at: int) -> Quote | None:
        """The quotation that the token ``at`` closes."""
        return self.reader.closing.get(self.tokens[at].start)

    def mention(self, at: int) -> tuple[int, int, EntityDraft] | None:
        """The named mention that covers the first letter of the token ``at``."""
        return self.reader.mention_at(self.tokens[at].start)

    def person_ended(self, at: int) -> bool:
        """Whether the token before ``at`` is the last word of a person's name."""
        if at == 0:
            return False
        last = self.tokens[at - 1]
        mention = self.reader.mention_at(last.end - 1)
        if mention is None or mention[2].type is not EntityType.PERSON:
            return False
        return not (mention[0] == last.start and at > 1 and _is_nisba(self.tokens[at - 2].norm, last.norm))

    def index_at(self, offset: int) -> int:
        """The first token that ends after ``offset``."""
        return bisect_right(self._ends, offset)

    def tokens_before(self, first: int, offset: int) -> int:
        """How many tokens begin between the token ``first`` and ``offset``."""
        return sum(1 for token in self.tokens[first : first + 12] if token.start < offset)

    def is_mark(self, at: int, marks: str) -> bool:
        """Whether the token ``at`` is one of ``marks``."""
        return at < len(self.tokens) and self.tokens[at].text in marks


def _is_nisba(noun: str, adjective: str) -> bool:
    """al-safir al-misri: a definite adjective of origin after a definite noun is rather no surname."""
    return noun.startswith("ال") and adjective.startswith("ال") and adjective.endswith(("ي", "يه"))


def lines(reader: Reader) -> list[Line]:
    """The sentences of the article; a full stop inside a parenthesis or an abbreviation ends none."""
    document = reader.document
    out: list[Line] = []
    start: int | None = None
    for number, (first, end) in enumerate(document.sentences):
        start = first if start is None else start
        if _goes_on(reader, number, end):
            continue
        out.append(Line(reader, number, start, end, document.tokens_in(start, end)))
        start = None
    return out


def _goes_on(reader: Reader, number: int, end: int) -> bool:
    """Whether the full stop at ``end`` follows a letter or stands in a number, so that the sentence goes on."""
    document = reader.document
    if number + 1 >= len(document.sentences) or reader.text[end - 1] != ".":
        return False
    following = document.sentences[number + 1][0]
    last, after = document.token_at(end - 1), document.token_at(following)
    if last is None or after is None or last.index == 0 or "\n" in reader.text[end:following]:
        return False
    before = document.tokens[last.index - 1]
    if before.end != last.start:
        return False
    return "letter" in classes(before.norm) or (before.text.isdecimal() and after.text.isdecimal())
