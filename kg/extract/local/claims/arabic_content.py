"""Where the content of a saying ends, and whether it is the speaker's own words."""

from __future__ import annotations

from bisect import bisect_right

from kg.extract.local.claims.arabic_clauses import is_omission
from kg.extract.local.claims.arabic_lexicon import is_any
from kg.extract.local.claims.arabic_line import COMMAS, FULL_STOPS, Line
from kg.extract.local.claims.arabic_saying import Saying
from kg.extract.local.drafts import Range
from kg.text import Quote, fold

_NAME_WORDS = 3
_WHAT = frozenset(map(fold, ("لما", "للأنباء", "للتقارير", "للمعلومات", "لتقارير", "لأنباء", "لمعلومات")))
_CREDIT = 40
_LOOKED_AT = 2_000
"""So many code points of a content are searched for quotations: enough for a sentence, and bounded."""


def content(
    line: Line, saying: Saying, cuts: list[int], comments: list[int], speech_end: int
) -> tuple[tuple[Range, ...], str]:
    """The spans of the content and its kind.

    ``cuts`` are the offsets where clauses beside it begin, ``comments`` those of :func:`reporters_comments`, both
    sorted. ``speech_end`` is where speech ends that a colon
    opens without quotation marks.
    """
    reader = line.reader
    if saying.fixed:
        parts = [reader.trim(start, end) for start, end in saying.fixed]
        spans = tuple(part for part in parts if part is not None)
        return spans, _kind(line, spans)
    quote = _opening_quote(line, saying.opens)
    if saying.shape == "quote" and quote is not None:
        return _spans(line, ((quote.inner_start, quote.inner_end),)), "direct"
    if quote is not None and _quote_is_all(line, quote, saying, cuts):
        return _spans(line, ((quote.inner_start, quote.inner_end),)), "direct"
    end = _end(line, saying, cuts, comments)
    if saying.shape == "aside":
        end = min(end, _first_comma(line, saying.opens))
    if saying.rule.endswith("colon"):
        return _spans(line, ((saying.opens, speech_end if end == line.end else end),)), "direct"
    spans = _spans(line, ((saying.opens, end),))
    return spans, _kind(line, spans)


def _spans(line: Line, parts: tuple[Range, ...]) -> tuple[Range, ...]:
    found = []
    for start, end in parts:
        span = line.reader.trim(start, _without_credit(line, start, end))
        if span is not None:
            found.append(_without_that(line, span))
    return tuple(found)


def _without_credit(line: Line, start: int, end: int) -> int:
    """Where a credit in brackets, "(Reuters)", ends the content."""
    tail = line.reader.document.tokens_in(max(start, end - _CREDIT), end)
    for step, token in enumerate(tail[:-1]):
        if token.text == "(" and is_any(tail[step + 1].norm, "agency"):
            return token.start
    return end


def _without_that(line: Line, span: Range) -> Range:
    """Direct speech may begin with inna inside its quotation marks: the complementiser is no content."""
    document = line.reader.document
    token = document.token_at(span[0])
    if token is None or token.norm not in ("ان", "بان", "انه", "انها") or token.end >= span[1]:
        return span
    following = document.tokens[token.index + 1] if token.index + 1 < len(document.tokens) else None
    if following is None or following.start >= span[1]:
        return span
    return line.reader.trim(following.start, span[1]) or span


def _opening_quote(line: Line, offset: int) -> Quote | None:
    """The quotation that begins where the content begins, its mark before or after ``offset``."""
    reader = line.reader
    text = reader.text
    for place in range(max(0, offset - 2), min(len(text), offset + 4)):
        quote = reader.opening.get(place)
        if quote is not None and quote.depth == 0 and not text[min(place, offset) : place].strip(" :،,"):
            return quote if quote.inner_start >= offset - 1 else None
    return None


def _quote_is_all(line: Line, quote: Quote, saying: Saying, cuts: list[int]) -> bool:
    """Whether nothing but the quotation is said: after it the sentence ends, or another clause begins."""
    at = line.index_at(quote.end - 1) + (1 if quote.closed else 0)
    if quote.end >= line.end or at >= len(line.tokens):
        return True
    token = line.tokens[at]
    if _alludes(line, at):
        return True
    if token.text in FULL_STOPS:
        return at + 1 >= len(line.tokens) or token.end - quote.end <= 2
    if saying.shape == "phrase":
        words = sum(1 for t in line.reader.document.tokens_in(quote.inner_start, quote.inner_end) if t.is_word)
        return words >= _NAME_WORDS
    if token.text in COMMAS and at + 1 < len(line.tokens):
        following = line.tokens[at + 1]
        return (
            _cut_near(cuts, token.start, following.end)
            or bool(line.classes(at + 1) & {"according", "instead", "joining"})
            or _alludes(line, at + 1)
        )
    return _cut_near(cuts, token.start, token.end)


def _quote_around(line: Line, at: int) -> Quote | None:
    """The outermost quotation around the token ``at``."""
    return line.reader.outer_quote(line.tokens[at].start)


def reporters_comments(line: Line) -> list[int]:
    """The offsets outside quotations where the reporter begins to comment on what is said, in order."""
    return [
        token.start
        for step, token in enumerate(line.tokens)
        if (_alludes(line, step) or _omits(line, step) or _contrasts(line, step)) and _quote_around(line, step) is None
    ]


def _alludes(line: Line, at: int) -> bool:
    """fi ishara ila: the reporter tells what the speaker alludes to."""
    following = line.tokens[at + 1].norm if at + 1 < len(line.tokens) else ""
    return line.tokens[at].norm == "في" and following == "اشاره"


def _omits(line: Line, at: int) -> bool:
    """Without saying …: the reporter tells what the speaker left out."""
    return at + 2 < len(line.tokens) and bool(line.found[at + 2]) and is_omission(line, at + 2)


def _contrasts(line: Line, at: int) -> bool:
    """Contrary to what others reported; ascribing the figure to somebody: the reporter sets the words beside."""
    token = line.tokens[at]
    after_comma = at > 0 and line.tokens[at - 1].text in COMMAS
    if not after_comma or at + 1 >= len(line.tokens):
        return False
    following = line.tokens[at + 1].norm
    if is_any(token.norm, "contrary"):
        return following in _WHAT
    return is_any(token.norm, "ascribing")


def _first_comma(line: Line, offset: int) -> int:
    return next((t.start for t in line.tokens[line.index_at(offset) :] if t.text in COMMAS), line.end)


def _cut_near(cuts: list[int], start: int, end: int) -> bool:
    at = bisect_right(cuts, start - 1)
    return at < len(cuts) and cuts[at] < end


def _end(line: Line, saying: Saying, cuts: list[int], comments: list[int]) -> int:
    end = line.end
    at = bisect_right(cuts, saying.opens)
    inside = line.reader.outer_quote(saying.opens)
    if inside is not None and inside.closed and inside.inner_start < saying.opens and inside.inner_end <= end:
        end = inside.inner_end
    while at < len(cuts) and cuts[at] < end:
        cut = cuts[at]
        around = line.reader.outer_quote(cut)
        if around is None or around.start < saying.opens or around is inside:
            return cut
        at += 1
    comment = bisect_right(comments, saying.opens)
    if comment < len(comments) and comments[comment] < end:
        return comments[comment]
    running = line.reader.outer_quote(end - 1)
    if running is not None and running.start > saying.opens and running.closed:
        end = max(end, running.inner_end)
    return end


def _kind(line: Line, spans: tuple[Range, ...]) -> str:
    """Direct where all is inside quotation marks, mixed where some words are that are no name, else indirect."""
    if not spans:
        return "indirect"
    reader = line.reader
    if all(_within_own_quote(line, span) for span in spans):
        return "direct"
    for start, end in spans:
        for quote in reader.quotes_in(start - 1, min(end, start + _LOOKED_AT)):
            if quote.inner_start < end and _is_wording(line, quote):
                return "mixed"
    return "indirect"


def _within_own_quote(line: Line, span: Range) -> bool:
    quote = line.reader.outer_quote(span[0] - 1) if span[0] else None
    return quote is not None and quote.start >= span[0] - 2 and span[1] <= quote.inner_end


def _is_wording(line: Line, quote: Quote) -> bool:
    """Whether a quotation inside the content quotes the speaker, and does not name something."""
    document = line.reader.document
    words = [
        token
        for token in document.tokens_in(quote.inner_start, min(quote.inner_end, quote.inner_start + 300))
        if token.is_word
    ]
    mention = line.reader.mention_at(quote.inner_start)
    if mention is not None and mention[1] >= quote.inner_end - 1:
        return False
    return len(words) >= _NAME_WORDS
