"""Amounts of time, and the stretches and sets that are made of them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kg.temporal.amount import Amount
from kg.temporal.build.parts import integer, unit_of
from kg.temporal.expression import PAST, PRESENT, Expression
from kg.temporal.nearest import SameQuarter, Weekday
from kg.temporal.spread import Distant, Stretch
from kg.text.cascade import Build, Found
from kg.text.numerals import Number

ONE_DAY = Amount.of("day", 1)
SAME_QUARTER = SameQuarter()
YEAR_EARLIER = SameQuarter(-4)


@dataclass(frozen=True, slots=True)
class Lasting:
    """A duration; ``when`` is the stretch of the calendar it covers, where the text ties it to one."""

    amount: Amount
    when: Expression | None = None
    vague: str | None = None


def counted(found: Found) -> Amount | None:
    """A number with a unit of time."""
    unit, count = unit_of(found), found.get("count")
    number = count.value if isinstance(count, Number) else Fraction(str(count))
    chunk = found.chunk("unit")
    definite = chunk is not None and chunk.prefix.endswith("ال") and chunk.category != "units"
    if definite and isinstance(count, Number) and not count.definite:
        return None
    if isinstance(count, Number) and count.vague:
        # hundreds of years is no amount that can be counted back
        return None
    if number < 0:
        return None
    return Amount.of(unit, number)


def amount(count: int | None) -> Build:
    """A unit of time that is counted by its form or by a vague word."""
    return lambda found: Amount.of(unit_of(found), count)


def with_fraction(found: Found) -> Amount | None:
    """ساعة ونصف, two and a half hours: a fraction of the last unit added."""
    base: Amount = found.get("amount") or Amount.of(unit_of(found), 1)
    unit, count = base.parts[-1]
    fraction = found.get("fraction")
    value = fraction.value if isinstance(fraction, Number) else Fraction(str(fraction))
    chunk = found.chunk("fraction")
    if count is None or not 0 < value < 1 or (chunk is not None and chunk.prefix not in ("و", "")):
        return None
    return Amount((*base.parts[:-1], (unit, count + value)))


def counted_and_fraction(found: Found) -> Amount | None:
    """ثلاث سنوات ونصف."""
    base, fraction = counted(found), found.chunk("fraction")
    if base is None or fraction is None or fraction.prefix != "و":
        return None
    unit, count = base.parts[-1]
    return None if count is None else Amount(((unit, count + Fraction(fraction.value)),))


def dual_and_fraction(found: Found) -> Amount | None:
    """ساعتين ونصف."""
    fraction = found.chunk("fraction")
    if fraction is None or fraction.prefix != "و":
        return None
    return Amount.of(unit_of(found), 2 + Fraction(fraction.value))


def counted_after(found: Found) -> Amount | None:
    """الأيام الثلاثة: the count follows and is definite like the unit."""
    count: Number = found.get("count")
    return counted(found) if count.definite and count.value <= 100 else None


def sum_of_amounts(found: Found) -> Amount | None:
    """شهر و21 يوما: amounts of different units that belong together."""
    parts = [found.get("amount"), found.get("more")]
    if found.get("most") is not None:
        parts.append(found.get("most"))
    units = [unit for part in parts for unit, _ in part.parts]
    if len(set(units)) < len(units):
        return None
    total: Amount = parts[0]
    for part in parts[1:]:
        total = total.plus(part)
    return total


def unit_and_one(found: Found) -> Amount | None:
    """عام واحد."""
    return Amount.of(unit_of(found), 1) if integer(found, "one") == 1 else None


def unit_and_clock_fraction(found: Found) -> Amount | None:
    """ساعة ونصف, ثلاث سنوات ونصف."""
    minutes = int(found.get("minutes"))
    chunk, fraction = found.chunk("unit"), found.chunk("minutes")
    if minutes < 0 or chunk is None or fraction is None:
        return None
    base = 2 if chunk.category == "unit-two" else 1
    if found.get("count") is not None:
        whole = integer(found, "count")
        if whole is None:
            return None
        base = whole
    return Amount.of(unit_of(found), base + Fraction(minutes, 60))


def seconds(found: Found) -> Amount | None:
    """30 ثانية."""
    count: Number = found.get("count")
    return None if count.vague else Amount.of("second", count.value)


def amount_and_unit(found: Found) -> Amount | None:
    """شهر و21 يوما: a bare unit counts one."""
    total: Amount = found.get("amount")
    if found.get("more") is not None:
        total = total.plus(found.get("more"))
    linked = any(chunk.category in ("and", "comma") or chunk.prefix == "و" for chunk in found.chunks[1:])
    units = [unit for unit, _ in total.parts]
    chunk = found.chunk("unit")
    if (
        not linked
        or unit_of(found) in units
        or chunk is None
        or chunk.prefix not in ("", "و")
        or len(set(units)) < len(units)
    ):
        return None
    return total.plus(Amount.of(unit_of(found), 1))


def long(found: Found) -> Amount:
    """Day-long, decades-long."""
    chunk = found.chunk("unit")
    return Amount.of(unit_of(found), None if chunk is not None and chunk.category == "units" else 1)


def distant(direction: int) -> Build:
    """An amount before or after the reference."""
    return lambda found: Distant(found.get("amount"), direction)


def distant_few(direction: int) -> Build:
    """قبل أيام: a few units before or after the reference."""
    return lambda found: Distant(Amount.of(unit_of(found), None), direction)


def distant_one(direction: int) -> Build:
    """One unit before or after the reference: قبل شهر."""
    return lambda found: Distant(Amount.of(unit_of(found), 1), direction)


def distant_context(direction: int) -> Build:
    """A year earlier, three days later: from the reference where the text gives no other point."""
    return lambda found: Distant(found.get("amount"), direction, "context")


def one_before(found: Found) -> Expression | None:
    """A year ago: in a report on a quarter, the same quarter of the year before."""
    length: Amount = found.get("amount")
    return YEAR_EARLIER if length.unit == "year" else Distant(length, PAST)


def stretch(direction: int | None = None) -> Build:
    """The stretch of time up to, or from, the reference."""

    def build(found: Found) -> Lasting | None:
        given = direction if direction is not None else int(found.get("rel"))
        length: Amount = found.get("amount")
        return Lasting(length, Stretch(length, given or PAST))

    return build


def vague_stretch(found: Found) -> Lasting | None:
    """الأيام الماضية, recent years: an unknown number of units up to, or from, the reference."""
    unit, rel = unit_of(found), int(found.get("rel"))
    length = Amount.of(unit, None)
    if rel == PRESENT:
        return None
    return Lasting(length, Stretch(length, max(-1, min(1, rel))), "PAST_REF" if rel < 0 else "FUTURE_REF")


def vague_recent(found: Found) -> Lasting | None:
    """Recent weeks, coming months."""
    rel = int(found.get("rel"))
    length: Amount = found.get("amount")
    return Lasting(length, Stretch(length, rel), "PAST_REF" if rel < 0 else "FUTURE_REF")


def past_unit(found: Found) -> Lasting:
    """The past year: a stretch, not the calendar year."""
    length = Amount.of(unit_of(found), 1)
    return Lasting(length, Stretch(length, PAST))


def every(found: Found) -> str | None:
    """كل يوم: a set, as its period."""
    return Amount.of(unit_of(found), 1).timex


def every_amount(found: Found) -> str | None:
    """كل عامين."""
    return str(found.get("amount").timex)


def every_weekday(found: Found) -> str | None:
    """كل جمعة."""
    value = found.get("weekday")
    index = value.weekday if isinstance(value, Weekday) else int(value)
    return f"XXXX-WXX-{index + 1}"
