"""A sentence as the English grammar reads it: tagged items, with quotations and brackets as one item each.

``english_tags`` says what the tags mean.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract.local.claims.english_items import Item, abbreviated, ends_in_title, items
from kg.extract.local.claims.english_quotations import Quotations
from kg.extract.local.claims.english_tags import tag
from kg.extract.local.document import Document
from kg.extract.local.drafts import Range
from kg.text import Quote

FARTHEST = 60
"""No walk from an item goes further than this many items."""

Stretch = tuple[int, int]
"""Item indices of a stretch of a line, end exclusive."""

LONGEST = 8_000
"""No line is longer than this many code points: each rule's cost is bounded by its line."""


@dataclass(frozen=True, slots=True)
class Line:
    """The items of one sentence, or of one sentence inside a quotation (then ``inside`` is that quotation)."""

    document: Document
    items: tuple[Item, ...]
    inside: Quote | None
    paragraph: int
    tags: str
    """All tags, one letter an item."""

    def norm(self, at: int) -> str:
        """The folded word at ``at``, empty outside the line."""
        return self.items[at].norm if 0 <= at < len(self.items) else ""

    def tag(self, at: int) -> str:
        """The tag at ``at``, empty outside the line."""
        return self.tags[at] if 0 <= at < len(self.tags) else ""

    def span(self, first: int, stop: int) -> Range:
        """Code points of the items ``first:stop``."""
        return self.items[first].start, self.items[stop - 1].end


def lines(document: Document) -> list[Line]:
    """The lines of the article in order; those inside a quotation follow the line that holds it."""
    out: list[Line] = []
    quotations = Quotations.of(document.quotes, document.sentences)
    starts = iter(document.paragraphs)
    paragraph, number = next(starts, (0, 0)), 0
    for start, end in _stretches(document, quotations):
        while paragraph[1] <= start and (following := next(starts, None)) is not None:
            paragraph, number = following, number + 1
        line = _line(document, quotations, (start, end), None, number)
        if start == paragraph[0]:
            line = _without_dateline(line)
        out.append(line)
        out.extend(_inner_lines(document, quotations, line, 1))
    return out


def _stretches(document: Document, quotations: Quotations) -> list[Range]:
    """Sentences, joined where a quotation runs over their border or a title's point was taken for a full stop."""
    outer = [quote for quote in quotations.levels[0] if quote.closed]
    out: list[Range] = []
    at = 0
    for start, end in document.sentences:
        while at < len(outer) and outer[at].end <= start:
            at += 1
        quoted = at < len(outer) and outer[at].start < start < outer[at].inner_end
        goes_on = bool(out) and (
            (quoted and out[-1][1] > outer[at].start) or _goes_on(document.text, out[-1][1], start)
        )
        if goes_on and end - out[-1][0] < LONGEST:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    ends = [quote.end for quote in outer]
    return [piece for start, end in out for piece in _pieces(document.text, ends, start, end)]


def _pieces(text: str, quote_ends: list[int], start: int, end: int) -> list[Range]:
    """A sentence cut after a quotation and its full stop (a "big bang". She left), and at ``LONGEST``."""
    out: list[Range] = []
    for stop in quote_ends[bisect_left(quote_ends, start) : bisect_left(quote_ends, end)]:
        if text[stop : stop + 2] == ". " and stop > start and text[stop + 2 : stop + 3].isupper():
            out.append((start, stop + 1))
            start = stop + 2
    while end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST)
        cut = start + LONGEST if cut <= start else cut
        out.append((start, cut))
        start = cut
    out.append((start, end))
    return out


def _without_dateline(line: Line) -> Line:
    """The line without the place and date that an agency sets before its text: LONDON, Nov. 3 (Reuters) - ..."""
    dash = line.tags.find("-", 0, 12)
    if dash <= 0 or dash + 1 == len(line.items):
        return line
    before = line.items[:dash]
    names = [item for item in before if item.tag == "n" and not item.norm[:1].isdigit()]
    place = all(item.tag in "n(,TP." for item in before) and all(item.capital for item in names)
    upper = before[0].upper or len(before) == 1
    if not (place and upper):
        return line
    return replace(line, items=line.items[dash + 1 :], tags=line.tags[dash + 1 :])


def _goes_on(text: str, stop: int, start: int) -> bool:
    """Whether a sentence that ends at ``stop`` with a title's point goes on at ``start``."""
    return start - stop < 4 and "\n" not in text[stop:start] and ends_in_title(text, stop)


def _inner_lines(document: Document, quotations: Quotations, line: Line, depth: int) -> list[Line]:
    if depth > 2:
        return []
    out: list[Line] = []
    for item in line.items:
        if item.quote is None or item.end - item.start < 12:
            continue
        for start, end in _inner_sentences(document, item.quote):
            inner = _line(document, quotations, (start, end), item.quote, line.paragraph, depth)
            if len(inner.items) > 3:
                out.append(inner)
                out.extend(_inner_lines(document, quotations, inner, depth + 1))
    return out


def _inner_sentences(document: Document, quote: Quote) -> list[Range]:
    """Pieces of a quotation between full stops that a capital letter follows."""
    out: list[Range] = []
    begin = quote.inner_start
    found = document.tokens_in(quote.inner_start, quote.inner_end)
    for mark, following in pairwise(found):
        begins = following.text[0].isalnum() and not following.text[0].islower() and mark.end < following.start
        if mark.text in ".?!" and begins and mark.start - begin > 3 and not abbreviated(document.text, mark.start):
            out.append((begin, mark.end))
            begin = following.start
    out.append((begin, quote.inner_end))
    return out


def _line(
    document: Document, quotations: Quotations, span: Range, inside: Quote | None, paragraph: int, level: int = 0
) -> Line:
    tagged = tag(items(document, *span, quotations.within(*span, level)))
    return Line(document, tagged, inside, paragraph, "".join(item.tag for item in tagged))
