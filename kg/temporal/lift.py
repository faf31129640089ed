"""From words to what the grammar reads: numbers by what they may be, deictic words as expressions, bare years."""

from __future__ import annotations

from kg.temporal.build.parts import exact_year
from kg.temporal.expression import Relative
from kg.text.numerals import NUMBER, Number
from kg.text.scan import Chunk

_FIRST_YEAR, _LAST_YEAR = 1000, 2199
"""Numbers that may be a year where a month or the word year stands beside them."""
_FIRST_BARE, _LAST_BARE = 1800, 2099
"""Numbers that may be a year with only a preposition before them."""

_FIRST_MODERN, _LAST_MODERN = 1900, 2035
"""Numbers that are years in English news wherever they stand."""
_GLUE = frozenset(("dash", "slash", "colon", "dot"))

_BEFORE_YEAR = frozenset(
    ("in", "since", "until", "to", "from", "between", "by", "open", "during", "of", "before", "after")
)
_AFTER_COUNT = frozenset(
    ("any-unit", "unit", "units", "day-word", "week-word", "month-word", "year-word", "percent", "scales")
)
_IN = frozenset(
    ("in", "since", "until", "from", "portion", "by", "of", "before", "after", "last", "to", "between", "during")
)


def lift(chunks: list[Chunk], language: str) -> list[Chunk]:
    """Give every chunk the category that the stages work with."""
    out: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        category = chunk.category
        if category == NUMBER:
            spoken = _spoken_year(chunks, at) if language == "en" else None
            if spoken is not None:
                chunks[at + 1] = spoken
                continue
            before = out[-1] if out else None
            after = chunks[at + 1] if at + 1 < len(chunks) else None
            if before is not None and before.category == "and" and len(out) > 1 and out[-2].category == "year-x":
                # بين 2011 و2015: what a second year is joined to
                before = out[-2]._replace(category="between")
            made = _number(chunk, before, after, language)
            bare = made.category == "year-number" and language == "en" and _is_bare_year(chunk.value, before, after)
            if bare and not _is_part_of_digits(chunks, at):
                made = made._replace(category="year-x", value=exact_year(int(chunk.value.value)))
            out.append(made)
        elif category in ("deictic", "today"):
            out.append(chunk._replace(value=Relative("day", int(chunk.value))))
        elif category == "day-word" and at + 1 < len(chunks) and chunks[at + 1].category == "weekday":
            # the word of يوم الجمعة counts nothing: خمسة يوم الجمعة is five people on Friday
            out.append(chunk._replace(category="weekday-word"))
        elif category == "month-weak" and out and out[-1].category in _IN:
            out.append(chunk._replace(category="month"))
        else:
            out.append(chunk)
    return out


def _number(chunk: Chunk, before: Chunk | None, after: Chunk | None, language: str) -> Chunk:
    number: Number = chunk.value
    value = number.integer
    if value is None or number.vague:
        return chunk
    if 1 <= value <= 31 and (language == "ar" or number.digits is not None):
        return chunk._replace(category="day-number")
    if not _FIRST_YEAR <= value <= _LAST_YEAR or (number.digits is not None and len(number.digits) != 4):
        return chunk
    if (
        number.digits is not None
        and _FIRST_BARE <= value <= _LAST_BARE
        and ((before is not None and before.category in _BEFORE_YEAR) or chunk.prefix in ("ل", "ول"))
        and (after is None or after.category not in _AFTER_COUNT)
    ):
        return chunk._replace(category="year-x", value=exact_year(value))
    if _spoken_alone(number, before, after):
        return chunk._replace(category="year-x", value=exact_year(value))
    return chunk._replace(category="year-number")


def _is_bare_year(number: Number, before: Chunk | None, after: Chunk | None) -> bool:
    """The 2012 elections, her 1996 film: English counts of four digits are written with a comma, years never are."""
    if number.digits is None or not _FIRST_MODERN <= number.value <= _LAST_MODERN:
        return False
    if before is not None and before.category == "symbol":
        return False
    return after is None or after.category not in _AFTER_COUNT


def _is_part_of_digits(chunks: list[Chunk], at: int) -> bool:
    """10/26/1989, 555-1990, 1990:30: glued by a mark to other digits."""
    for step in (-1, 1):
        mark, other = at + step, at + 2 * step
        if not 0 <= other < len(chunks) or not 0 <= mark < len(chunks) or chunks[mark].category not in _GLUE:
            continue
        left, middle, right = sorted((chunks[at], chunks[mark], chunks[other]), key=_start)
        if left.end == middle.start and middle.end == right.start and chunks[other].category in (NUMBER, "day-number"):
            return True
    return False


def _start(chunk: Chunk) -> int:
    return chunk.start


def _spoken_alone(number: Number, before: Chunk | None, after: Chunk | None) -> bool:
    """في ألف وسبعمائة وتسعة وثمانين: a year in words that counts no noun after it."""
    if number.digits is not None or before is None or before.category not in ("in", "from", "to", "since", "until"):
        return False
    return after is None or after.category in ("dot", "comma", "close", "break", "to", "until")


def _spoken_year(chunks: list[Chunk], at: int) -> Chunk | None:
    """Nineteen ninety-seven, as broadcasts transcribe years."""
    if at + 1 >= len(chunks) or chunks[at + 1].category != NUMBER:
        return None
    first, second = chunks[at].value, chunks[at + 1].value
    if first.digits is not None or second.digits is not None or first.integer != 19:
        return None
    if second.integer is None or not 10 <= second.integer <= 99:
        return None
    return Chunk("year-x", chunks[at].start, chunks[at + 1].end, exact_year(1900 + second.integer), "")
