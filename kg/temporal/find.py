"""Finding the time expressions of a text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from importlib.resources import files

from kg.temporal import grammar_ar, grammar_en
from kg.temporal.amount import Amount
from kg.temporal.build.amounts import Lasting
from kg.temporal.clock import At, Clock, During
from kg.temporal.expression import Expression, Reading, Reference, Relative
from kg.temporal.grammar import MONTHS_ALONE
from kg.temporal.lift import lift
from kg.temporal.nearest import NearDay, NearMonth, NearSeason, NumberedDay, Weekday
from kg.temporal.period import MONDAY, SUNDAY, Period
from kg.temporal.spread import Between
from kg.temporal.tense import speaks_of_future
from kg.temporal.values import Anchor, TimeValue
from kg.temporal.within import Portion
from kg.text.cascade import runs
from kg.text.fold import fold
from kg.text.numerals import numeral_table, reduce_numbers
from kg.text.scan import Chunk, Lexicon, read_entries, scan

_DATES = frozenset(("day-x", "week-x", "month-x", "year-x", "span-x", "range-x", "weekday-x", "deictic", "today"))
_MODIFIERS = {"since": "since", "until": "until", "by": "until", "before": "before", "after": "after"}
_TO = frozenset(("till", "until"))
"""English words that join two ends of a range, and alone say that something ends."""


@lru_cache(maxsize=2)
def _lexicon(language: str) -> Lexicon:
    return Lexicon(read_entries(numeral_table(language), files("kg.temporal") / "data" / f"time_{language}.tsv"))


def find_times(text: str, language: str, anchor: Anchor | None) -> list[TimeValue]:
    """The time expressions of ``text`` in order, none overlapping another.

    ``language`` is ``ar`` or ``en``; another one is read as English. Without an ``anchor`` only expressions that name
    their year have an interval.
    """
    tongue = "ar" if language.lower().startswith("ar") else "en"
    found: list[tuple[Chunk, Chunk | None]] = []
    stages = grammar_ar.STAGES if tongue == "ar" else grammar_en.STAGES
    for run in runs(scan(text, _lexicon(tongue))):
        if _IDLE.issuperset([chunk.category for chunk in run]):
            continue
        chunks = lift(reduce_numbers(run, tongue), tongue)
        for stage in stages:
            chunks = stage.apply(chunks)
        previous: Chunk | None = None
        for chunk in chunks:
            if chunk.category in _GIVEN:
                found.append((chunk, previous))
            if chunk.category != "the":
                previous = chunk
    reader = _Resolver(text, tongue, anchor)
    values = [reader.value(chunk, before) for chunk, before in found]
    return [value for value in values if value is not None]


_GIVEN = _DATES | {
    "day-time",
    "clock",
    "clock-range",
    "lasting",
    "amount",
    "set-x",
    "ref",
    "ref-x",
    "month",
    "month-name",
    "season",
}
_IDLE = frozenset(
    (
        "other", "break", "in", "from", "to", "on", "at", "of", "the", "comma", "dot", "open",
        "close", "colon", "and", "by", "this", "that", "before", "after", "dash", "article", "about", "then",
        "more-or-less", "between", "one", "one-of", "rel", "rel-final", "rel-weak", "few", "until", "same",
        "every", "for", "block", "minus", "slash", "over", "out-of",
    )
)  # fmt: skip
"""Categories that mean no time on their own."""


class _Resolver:
    """Reads expressions one after the other, since some point back to the last day or year that was named."""

    def __init__(self, text: str, language: str, anchor: Anchor | None) -> None:
        self._text = text
        self._language = language
        self._anchor = anchor
        self._week_start = SUNDAY if language == "ar" else MONDAY
        self._previous: Period | None = None

    def value(self, chunk: Chunk, before: Chunk | None) -> TimeValue | None:
        span = (chunk.start, chunk.end)
        text = self._text[chunk.start : chunk.end]
        blank = TimeValue(span, text, None, None, "unknown", "none", "DATE")
        meaning = chunk.value
        category = chunk.category
        if category == "set-x":
            if not meaning.startswith("XXXX") and self._is_a_title(chunk):
                return None
            return replace(blank, granularity="set", kind="SET", value=meaning)
        if category in ("ref", "ref-x"):
            if text.startswith("آل"):
                # آلان is a name that folds like الآن
                return None
            return self._vague(blank, meaning)
        if category == "amount":
            amount: Amount = meaning
            return replace(blank, granularity="duration", kind="DURATION", value=amount.timex)
        if category == "lasting":
            return self._lasting(blank, meaning)
        modifier = self._modifier(before)
        if category == "clock-range":
            first, last = meaning
            today = Relative("day", 0)
            return self._resolve(replace(blank, kind="TIME"), Between(At(today, first), At(today, last)), modifier)
        if category == "clock":
            clock: Clock = meaning
            return self._resolve(replace(blank, kind="TIME"), At(Relative("day", 0), clock), modifier)
        if category in MONTHS_ALONE:
            meaning = NearMonth(int(meaning))
        elif category == "season":
            meaning = NearSeason(int(meaning))
        kind = "TIME" if isinstance(meaning, At | During) else "DATE"
        made = self._resolve(replace(blank, kind=kind), meaning, modifier)
        if made is not None and isinstance(meaning, Between) and meaning.spans is not None:
            return replace(made, parts=self._parts(blank, meaning, meaning.spans))
        return made

    def _modifier(self, before: Chunk | None) -> str | None:
        """What the word before the expression makes of its interval."""
        if before is not None and before.category == "to":
            return "until" if fold(self._text[before.start : before.end]) in _TO else None
        return _MODIFIERS.get(before.category) if before is not None else None

    def _parts(
        self, blank: TimeValue, meaning: Between, spans: tuple[tuple[int, int], tuple[int, int]]
    ) -> tuple[TimeValue, ...]:
        """The two ends of a range, each on its own."""
        out = []
        for span, end in zip(spans, (meaning.first, meaning.last), strict=True):
            made = self._resolve(replace(blank, span=span, text=self._text[span[0] : span[1]]), end, None)
            if made is not None:
                out.append(made)
        return tuple(out)

    def _is_a_title(self, chunk: Chunk) -> bool:
        """LA Weekly, «المدار اليومي»: a capital inside a sentence or a closing quotation mark shows a name."""
        before = self._text[max(0, chunk.start - 8) : chunk.start].rstrip()[-1:]
        capital = self._text[chunk.start].isupper() and bool(before) and before not in ".!?:\n\"“”'"
        return capital or self._text[chunk.end : chunk.end + 1] in ("»", "”")

    def _vague(self, blank: TimeValue, value: str) -> TimeValue:
        if value == "PRESENT_REF" and self._anchor is not None:
            return replace(
                blank,
                start=self._anchor.start,
                end=self._anchor.end,
                granularity="vague",
                basis="anchored",
                value=value,
            )
        return replace(blank, granularity="vague", value=value)

    def _lasting(self, blank: TimeValue, meaning: Lasting) -> TimeValue:
        kind = "DATE" if meaning.vague else "DURATION"
        made = replace(blank, granularity="duration", kind=kind, value=meaning.vague or meaning.amount.timex)
        if meaning.when is None:
            return made
        resolved = self._resolve(made, meaning.when, None)
        return replace(resolved or made, granularity="duration", value=made.value)

    def _resolve(self, blank: TimeValue, meaning: Expression, modifier: str | None) -> TimeValue | None:
        future = _leans(meaning) and speaks_of_future(self._text, blank.span, self._language)
        basis = meaning.basis
        if self._anchor is None and basis in ("anchored", "weekday"):
            return replace(blank, basis=basis, granularity=_unit(meaning), modifier=modifier)
        anchor = self._anchor or _NOWHERE
        try:
            first = meaning.read(Reference(anchor.start, self._week_start, future, self._previous))
            last = first
            if anchor.end != anchor.start and basis != "absolute":
                last = meaning.read(Reference(anchor.end, self._week_start, future, self._previous))
        except (ValueError, OverflowError):
            return replace(blank, basis=basis)
        if first is None or last is None:
            return None if basis == "absolute" else replace(blank, basis=basis, granularity=_unit(meaning))
        return self._made(blank, first, last, basis, modifier)

    def _made(self, blank: TimeValue, first: Reading, last: Reading, basis: str, modifier: str | None) -> TimeValue:
        start, end = first.start, max(first.end, last.end)
        same = first == last
        if same and first.period is not None and basis != "context":
            self._previous = first.period
        edtf = first.edtf if same else f"{start.isoformat()}/{end.isoformat()}"
        if modifier == "since" and self._anchor is not None and end <= self._anchor.end:
            # what has been so since then is so when the report appears
            end = self._anchor.end
        if modifier in ("since", "until"):
            edtf = f"{edtf.split('/')[0]}/.." if modifier == "since" else f"../{edtf.split('/')[-1]}"
        return replace(
            blank,
            start=None if modifier == "until" else start,
            end=end,
            granularity=first.granularity,
            basis=basis,
            edtf=edtf,
            value=first.timex if same else None,
            modifier=modifier,
        )


_NOWHERE = Anchor(date(2000, 1, 1), date(2000, 1, 1))
"""Stands in where an expression does not depend on the anchor."""


def _leans(meaning: Expression) -> bool:
    """Whether past or future is left open by the words themselves."""
    inner = meaning
    while isinstance(inner, At | During | Portion):
        inner = inner.whole if isinstance(inner, Portion) else inner.day
    return isinstance(inner, Weekday | NearMonth | NearDay | NearSeason | NumberedDay) and inner.direction is None


def _unit(meaning: Expression) -> str:
    if isinstance(meaning, During):
        return "part-of-day"
    if isinstance(meaning, At):
        return "time"
    if isinstance(meaning, NearMonth):
        return "month"
    if isinstance(meaning, Relative):
        return meaning.unit
    return "season" if isinstance(meaning, NearSeason) else "day"
