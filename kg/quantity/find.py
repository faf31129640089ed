"""Finding the figures of a text."""

from __future__ import annotations

from fractions import Fraction

from kg.quantity.bounds import Bounds, bounded
from kg.quantity.lexicon import quantity_lexicon
from kg.quantity.measures import INCREASE, OUTCOMES, grows, purpose, share_outcomes, what_happened
from kg.quantity.totals import total
from kg.quantity.units import Unit, unit_after
from kg.quantity.values import QuantityValue
from kg.text.fold import fold
from kg.text.numerals import NUMBER, Number, reduce_numbers
from kg.text.scan import Chunk, scan

_COUNTS = frozenset((NUMBER, "few", "couple", "two-persons", "one-person", "pair", "adverb"))
_LAST_DAY = 31
_YEAR_DIGITS, _FIRST_YEAR, _LAST_YEAR = 4, 1800, 2099
_ADJECTIVES = 20
"""How many code points may stand between an English article and its noun: an adjective or two."""
_ADDED = 40
"""How many code points may stand between a figure and by how much it grew, or what it was before."""
_GREW = frozenset(
    ("to", "الي", "from", "from the", "up from", "down from", "بعد ان كان", "بعد ان كانت", "بعدما كان", "بعدما كانت")
)
"""What joins two states of one count."""
_SCALES = (10**12, 10**9, 10**6, 10**3)


def find_quantities(text: str, language: str) -> list[QuantityValue]:
    """The figures of ``text`` in order, none overlapping another: counts, percentages, money and measures.

    ``language`` is ``ar`` or ``en``; another one is read as English. Dates, ages, durations, ordinals and numbers that
    count nothing are not figures.
    """
    tongue = "ar" if language.lower().startswith("ar") else "en"
    chunks = reduce_numbers(scan(text, quantity_lexicon(tongue)), tongue)
    out: list[QuantityValue] = []
    at = 0
    while at < len(chunks):
        if chunks[at].category not in _COUNTS:
            at += 1
            continue
        found, after = _Figure(text, chunks, at, tongue, out[-1] if out else None).read()
        if found is not None and (not out or found.span[0] >= out[-1].span[1]):
            out.append(found)
        at = max(after, at + 1)
    return share_outcomes(text, out)


class _Figure:
    """One figure: the number, or range of numbers, with the words of bound and unit around it."""

    def __init__(self, text: str, chunks: list[Chunk], at: int, language: str, previous: QuantityValue | None) -> None:
        self._previous = previous
        self._text = text
        self._chunks = chunks
        self._first = self._last = at
        self._at = at
        self._language = language
        self._bound = Bounds()

    def read(self) -> tuple[QuantityValue | None, int]:
        """The figure, and the index to go on from."""
        chunk = self._chunks[self._at]
        if chunk.category == "two-persons":
            return self._value(
                Fraction(2), Fraction(2), Unit("person", chunk.value or None, self._at + 1)
            ), self._at + 1
        if chunk.category == "one-person":
            return self._one(), self._at + 1
        if chunk.category == "pair":
            return self._value(Fraction(2), Fraction(2), Unit(chunk.value, None, self._at + 1)), self._at + 1
        if chunk.category == "adverb":
            times = Fraction(chunk.value)
            return self._value(times, times, Unit("time", None, self._at + 1)), self._at + 1
        if chunk.category in ("few", "couple"):
            return self._few(chunk)
        number: Number = chunk.value
        if self._is_part_of_a_date() or self._is_a_name(number):
            return None, self._at + 1
        low = high = number.value
        upper = self._range(number)
        if upper is not None:
            low, high = upper
        symbol = self._symbol()
        unit = unit_after(self._text, self._chunks, self._last, number, self._language)
        if unit is not None and unit.name == "calendar":
            return None, self._last + 1
        if symbol is not None:
            unit = Unit(
                symbol, None, max(self._last + 1, unit.after if unit is not None and unit.money else 0), money=True
            )
        found = self._value(low, high, unit, number)
        return found, unit.after if unit is not None and found is not None else self._last + 1

    def _chunk(self, at: int) -> Chunk | None:
        return self._chunks[at] if 0 <= at < len(self._chunks) else None

    def _is_part_of_a_date(self) -> bool:
        """12/3/2025, 8:30, 1-222-2222: numbers glued together by marks."""
        before, chunk, after = self._chunk(self._at - 1), self._chunks[self._at], self._chunk(self._at + 1)
        for mark in (before, after):
            if (
                mark is not None
                and mark.category in ("slash", "colon")
                and (mark.end == chunk.start or mark.start == chunk.end)
            ):
                return True
        if (
            after is not None
            and self._text[chunk.end : chunk.end + 1] == ":"
            and self._text[chunk.end + 1 : chunk.end + 2].isdigit()
        ):
            return True
        before_text = self._text[max(0, chunk.start - 2) : chunk.start]
        return len(before_text) == 2 and before_text[1] == ":" and before_text[0].isdigit()

    def _is_a_name(self, number: Number) -> bool:
        """رقم 12, resolution 242, عام 1967: the number tells which one and counts nothing."""
        before = self._chunk(self._at - 1)
        if before is None:
            return False
        if before.category in ("label", "calendar-before"):
            return True
        if before.category == "stop" and self._at > 1 and self._chunks[self._at - 2].category == "calendar":
            # Dec. 5
            return self._language == "en" and number.value <= _LAST_DAY
        if before.category == "comma" and self._at > 2 and self._chunks[self._at - 2].category == NUMBER:
            # March 12, 2015
            return self._chunks[self._at - 3].category == "calendar"
        return (
            before.category == "calendar"
            and number.digits is not None
            and len(number.digits) <= 4
            and self._language == "en"
        )

    def _range(self, number: Number) -> tuple[Fraction, Fraction] | None:
        """بين 100 و180 ألفا, 10 to 15, from 3% to 5%."""
        step = self._chunk(self._at + 1)
        skip = 1
        if step is not None and step.category == "percent":
            step, skip = self._chunk(self._at + 2), 2
        if step is None:
            return None
        between = self._chunk(self._at - 1)
        opened = between is not None and between.category == "between"
        if step.category == NUMBER and step.prefix == "و" and opened:
            last = self._at + skip
        elif step.category == "to" and self._is_a_change(between):
            return None
        elif step.category in ("to", "dash", "or") or (step.category == "and" and opened):
            last = self._at + skip + 1
        else:
            return None
        other = self._chunk(last)
        if other is None or other.category != NUMBER or other.value.vague:
            return None
        low, high = number.value, other.value.value
        if other.value.digits is None and low < 1000:
            scale = next((scale for scale in _SCALES if high >= scale), 1)
            low = low * scale if low * scale < high else low
        if not low < high:
            return None
        self._last = last
        if opened:
            self._first = self._at - 1
        return low, high

    def _is_a_change(self, before: Chunk | None) -> bool:
        """Rose from 10 to 15: two figures; only what ranges from 10 to 15 is one."""
        if before is None or before.category not in ("out-of", "from"):
            return False
        earlier = self._chunks[max(0, self._at - 4) : self._at - 1]
        return not any(chunk.category == "ranges" for chunk in earlier)

    def _symbol(self) -> str | None:
        before = self._chunk(self._first - 1)
        if before is not None and before.category == "symbol":
            self._first -= 1
            return str(before.value)
        return None

    def _one(self) -> QuantityValue | None:
        """مقتل جندي, a soldier was killed: one person, where the text says what happened to them."""
        before, chunk = self._chunk(self._at - 1), self._chunks[self._at]
        if self._language == "ar":
            follows = before is not None and before.category in OUTCOMES and chunk.start - before.end <= 1
            if not follows or chunk.prefix:
                return None
        elif before is None or before.category != "article" or chunk.start - before.end > _ADJECTIVES:
            return None
        made = self._value(Fraction(1), Fraction(1), Unit("person", None, self._at + 1))
        return made if made is not None and made.measures is not None else None

    def _few(self, chunk: Chunk) -> tuple[QuantityValue | None, int]:
        unit = unit_after(self._text, self._chunks, self._at, None, self._language)
        if unit is None or unit.name == "calendar":
            return None, self._at + 1
        low, high = (Fraction(2), Fraction(2)) if chunk.category == "couple" else (Fraction(3), None)
        self._bound = Bounds(approximate=True)
        return self._value(low, high, unit), unit.after

    def _value(
        self, low: Fraction, high: Fraction | None, unit: Unit | None, number: Number | None = None
    ) -> QuantityValue | None:
        if number is not None and number.vague:
            # عشرات is at least two tens
            low, high = 2 * low, None
            self._bound = Bounds(approximate=True)
        after = unit.after if unit is not None else self._last + 1
        self._first, after, self._bound = bounded(self._chunks, self._first, after, self._bound)
        span = (self._chunks[self._first].start, self._chunks[after - 1].end)
        if unit is not None and unit.end is not None and after == unit.after:
            span = (span[0], unit.end)
        name = unit.name if unit is not None else None
        measures = unit.measures if unit is not None else None
        if name is None and number is not None and self._is_year(number):
            return None
        if name in (None, "person") and grows(self._text, self._chunks, self._first, after):
            name, measures = name or self._unit_before(), INCREASE
        if name is None and self._previous is not None and self._grew_from_previous():
            name, measures = self._previous.unit, self._previous.measures
        if measures is None and name in (None, "person"):
            name, measures = self._of_people(name, after, number)
        elif name == "member":
            measures = what_happened(self._text, self._chunks, self._first, after, self._language, near=False)
            name = "member" if measures is None else "person"
        elif measures is None and unit is not None and unit.money:
            measures = purpose(self._chunks, self._first, after)
        if name is None and not self._counts(number):
            return None
        minimum, maximum = self._bound.apply(low, high)
        return QuantityValue(
            span,
            self._text[span[0] : span[1]],
            minimum,
            maximum,
            self._bound.min_exclusive,
            self._bound.max_exclusive,
            name,
            measures,
            self._bound.approximate,
        )

    def _of_people(self, name: str | None, after: int, number: Number | None) -> tuple[str | None, str | None]:
        """The unit and the outcome of a figure that may count people, from the words around it."""
        counted = total(self._text, self._chunks, self._first, bounded=self._bound.stated)
        if counted is not None:
            if not self._bound.stated and counted.bound is not None:
                self._bound = self._bound.stating(counted.bound)
            return name or counted.unit, counted.measures
        near = name is None and not self._some_of(after)
        measures = what_happened(self._text, self._chunks, self._first, after, self._language, near=near)
        if measures is not None and name is None and number is not None and number.integer is not None:
            name = "person"
        return name, measures

    def _unit_before(self) -> str | None:
        """The unit of the figure that this one is added to, in the same sentence."""
        if self._previous is None:
            return None
        gap = self._text[self._previous.span[1] : self._chunks[self._first].start]
        return self._previous.unit if len(gap) <= _ADDED and not any(mark in gap for mark in ".\n!?؟") else None

    def _is_year(self, number: Number) -> bool:
        """A number of four digits that names no unit and carries no bound is a year."""
        digits = number.digits is not None and len(number.digits) == _YEAR_DIGITS
        return digits and _FIRST_YEAR <= number.value <= _LAST_YEAR and not self._bound.stated

    def _grew_from_previous(self) -> bool:
        """Rose from 10 dead to 15, 883 dead, up from 863: the second figure counts what the first does."""
        if self._previous is None or self._chunks[self._first].start - self._previous.span[1] > _ADDED:
            return False
        gap = self._text[self._previous.span[1] : self._chunks[self._first].start]
        return fold(gap).strip(" ,،") in _GREW

    def _some_of(self, after: int) -> bool:
        """سبعة من عائلة واحدة: the number stands for people of a group."""
        chunk = self._chunk(after)
        return chunk is not None and chunk.category in ("out-of", "of")

    def _counts(self, number: Number | None) -> bool:
        """Whether a number without a unit is a figure: it has a bound, or is a large round one."""
        if number is None:
            return False
        if number.value < 1 or (number.digits is not None and 1000 <= number.value <= 2199):
            return False
        if self._last > self._at:
            return True
        return self._bound.stated or (number.digits is None and number.value >= 1_000_000)
