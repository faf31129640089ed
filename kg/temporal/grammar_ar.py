"""The Arabic grammar of time, in stages."""

from __future__ import annotations

from kg.temporal.build import amounts, clocks, dates, parts, periods, ranges
from kg.temporal.expression import FUTURE, PAST, PRESENT
from kg.temporal.grammar import ALPHABET, UNIT_RESULTS
from kg.text.cascade import Build, Rule, Stage, rule


def _rules(*table: tuple[str, str, Build]) -> list[Rule]:
    return [rule(ALPHABET, pattern, category, build) for pattern, category, build in table]


_ATOMS = _rules(
    ("num:a slash num:b slash num:c", "day-x", dates.numeric_date(day_first=True)),
    ("num:a dash num:b dash num:c", "day-x", dates.numeric_date(day_first=True)),
    ("num:a dot num:b dot num:c", "day-x", dates.numeric_date(day_first=True)),
    ("small:month slash|dash year-number:year", "month-x", dates.numeric_month),
    ("year-number:year slash|dash small:month", "month-x", dates.numeric_month),
    ("num:hour colon num:minute (colon num:second)?", "clock", clocks.clock_digits),
    ("clock-word small|ord:hour (clock-fraction:minute)?", "clock", clocks.clock),
    ("clock-word small|ord:hour num:minute unit|units", "clock", clocks.clock),
    ("clock-word one:hour (clock-fraction:minute)?", "clock", clocks.clock),
    ("clock-word num:hour colon num:minute (colon num:second)?", "clock", clocks.clock),
    ("ord:hour clock-fraction:minute", "clock", clocks.clock),
    ("small:hour part-adverb|part:part", "clock", clocks.clock_in_part),
    ("num:hour colon num:minute part-adverb|part:part", "clock", clocks.clock_in_part),
    ("mon:month slash mon:other", "month-name", dates.two_names),
    ("mon:month open mon:other close", "month-name", dates.two_names),
    ("month-word mon:month", "month-name", parts.keep("month")),
    ("month-word mon:month slash mon:other", "month-name", dates.two_names),
    ("month-word mon:month open mon:other close", "month-name", dates.two_names),
    ("month-word hij:hijri", "hijri", parts.keep("hijri")),
    ("weekday-word? weekday:weekday (rel:rel)?", "weekday-x", periods.weekday()),
    ("this weekday-word? weekday:weekday", "weekday-x", periods.weekday(PRESENT)),
    ("weekday-any:weekday", "weekday-x", periods.weekday()),
    ("num:count any-unit:unit", "amount", amounts.counted),
    ("num:count any-unit:unit whole", "amount", amounts.counted),
    ("num:count any-unit:unit half-word|quarter-word:fraction", "amount", amounts.counted_and_fraction),
    ("half-word|quarter-word:count one-unit:unit", "amount", amounts.counted),
    ("unit-two:unit", "amount", amounts.amount(2)),
    ("two-years|unit-two years:first and|dash? years:last", "range-x", ranges.two_years),
    ("unit-two:unit half-word|quarter-word:fraction", "amount", amounts.dual_and_fraction),
    ("one-unit:unit half-word|quarter-word:fraction", "amount", amounts.with_fraction),
    ("one-unit:unit small:one", "amount", amounts.unit_and_one),
    ("one-unit:unit clock-fraction:minutes", "amount", amounts.unit_and_clock_fraction),
    ("unit-two:unit clock-fraction:minutes", "amount", amounts.unit_and_clock_fraction),
    ("num:count any-unit:unit clock-fraction:minutes", "amount", amounts.unit_and_clock_fraction),
    ("num:count second-word", "amount", amounts.seconds),
    ("one-unit:unit whole", "amount", amounts.amount(1)),
    ("units:unit num:count", "amount", amounts.counted_after),
    ("few any-unit:unit", "amount", amounts.amount(None)),
    ("units:unit few-word", "amount", amounts.amount(None)),
)

_UNITS = _rules(
    ("year-word? num before-christ", "block", parts.constant("before the common calendar")),
    ("[named] small|ord from? mon", "day-name", parts.constant("day of a year not named")),
    *[(f"{unit}:unit rel:rel", result, periods.relative()) for unit, result in UNIT_RESULTS.items()],
    *[(f"this {unit}:unit", result, periods.relative()) for unit, result in UNIT_RESULTS.items()],
    *[(f"{unit}:unit rel-same", result, periods.repeated(0)) for unit, result in UNIT_RESULTS.items()],
    *[(f"that|same {unit}:unit", result, periods.repeated(0)) for unit, result in UNIT_RESULTS.items()],
    *[(f"{unit}:unit rel-after:rel", result, periods.repeated()) for unit, result in UNIT_RESULTS.items()],
    *[(f"{unit}:unit rel-weak:rel", result, periods.repeated()) for unit, result in UNIT_RESULTS.items()],
    ("today:unit rel:rel", "day-x", periods.relative()),
    ("this today:unit", "day-x", periods.relative()),
    ("that|same today:unit", "day-x", periods.repeated(0)),
    ("today:unit rel-same", "day-x", periods.repeated(0)),
    ("today:unit rel-after|rel-weak:rel", "day-x", periods.repeated()),
    ("amount:amount and|comma? amount:more", "amount", amounts.sum_of_amounts),
    ("amount:amount and|comma? amount:more and|comma? amount:most", "amount", amounts.sum_of_amounts),
    ("amount:amount and|comma? one-unit:unit", "amount", amounts.amount_and_unit),
    ("one-unit:unit and|comma? amount:amount", "amount", amounts.amount_and_unit),
    ("one-unit:unit and|comma? amount:amount and|comma? amount:more", "amount", amounts.amount_and_unit),
    ("amount:amount rel|rel-final:rel", "lasting", amounts.stretch()),
    ("amount:amount few-word", "amount", parts.keep("amount")),
    ("units:unit rel|rel-final|rel-after:rel", "lasting", amounts.vague_stretch),
    ("last amount:amount", "lasting", amounts.stretch(PAST)),
    ("more-or-less amount:amount", "amount", parts.keep("amount")),
    ("throughout one-unit:unit", "amount", amounts.amount(1)),
    ("throughout today", "amount", parts.constant(amounts.ONE_DAY)),
    ("[for|about] one-unit:unit", "amount", amounts.amount(1)),
    ("[before|since] more-or-less one-unit:unit", "amount", amounts.amount(1)),
    ("year-word num:year", "year-x", dates.year),
    ("year-word num:year hijri-mark", "span-x", dates.hijri_date),
    ("year-word? num:year common-mark", "year-x", dates.year),
    ("year-word num:first dash num:last", "range-x", ranges.year_range),
    ("year-number:first dash|slash num:last", "range-x", ranges.year_range),
    ("from|between year-number|year-x:first dash num:last", "range-x", ranges.year_range),
    ("part-adverb|part:part", "part-x", parts.keep("part")),
    ("this part:part", "day-time", clocks.part_of_today),
    ("last-night:rel", "day-time", clocks.night),
    ("tonight", "day-time", parts.constant(clocks.TONIGHT)),
    ("unit:unit num|ord:index", "span-x", periods.century_of_unit),
    ("this tonight", "day-time", parts.constant(clocks.TONIGHT)),
    ("[in|on|weekday|day-word] small:a slash|dash small:b", "day-x", dates.numeric_day_month),
    ("small:a slash small:b", "day-x", dates.padded_day_month),
)

_DATES = _rules(
    ("mon:month comma? years:year", "month-x", dates.month_of_year),
    ("mon:month from|in? year-x:whole", "month-x", dates.month_in_year),
    ("mon:month rel:rel", "month-x", dates.near_month),
    ("this mon:month", "month-x", dates.near_month_of(PRESENT)),
    ("small|ord:day from? mon:month", "day-x", dates.day_month()),
    ("small|ord:day dash|dot|slash mon:month", "day-x", dates.day_month()),
    ("small|ord:day dot|dash|slash mon:month dot|dash|slash? comma? years:year", "day-x", dates.day_month_year),
    ("last mon:month", "day-x", periods.last_of_month),
    ("small|ord:day from? mon:month rel:rel", "day-x", dates.day_month()),
    ("small|ord:day from? mon:month comma? from? years:year", "day-x", dates.day_month_year),
    ("small|ord:day from? mon:month from|in? year-x:whole", "day-x", dates.month_in_year),
    ("mon:month small|ord:day comma? from? years:year", "day-x", dates.day_month_year),
    ("small|ord:day from|in? month-x:whole", "day-x", dates.day_in_month),
    ("small|ord:day from? hij:month comma? year-word? num:year hijri-mark?", "day-x", dates.hijri_date),
    ("num:year hijri-mark", "span-x", dates.hijri_date),
    ("hij:month year-word? num:year hijri-mark?", "span-x", dates.hijri_date),
    ("from|between? small|ord:first to|until|dash|and small|ord:day from? mon:month", "range-x", ranges.day_range),
    (
        "from|between? small|ord:first to|until|dash|and small|ord:day from? mon:month comma? from? years:year",
        "range-x",
        ranges.day_range,
    ),
    (
        "from|between? small|ord:first to|until|dash|and small|ord:day from? mon:month from? year-x:whole",
        "range-x",
        ranges.day_range,
    ),
    (
        "from|between? small|ord:first to|until|dash|and small|ord:day from|in? month-x:whole",
        "range-x",
        ranges.day_range,
    ),
    ("from|between? small|ord:first small:day from? mon:month", "range-x", ranges.joined_day_range),
    (
        "from|between? small|ord:first small:day from? mon:month comma? from? years:year",
        "range-x",
        ranges.joined_day_range,
    ),
    ("from|between? small|ord:first small:day from|in? month-x:whole", "range-x", ranges.joined_day_range),
    ("mon:month between small:first and? small:day", "range-x", ranges.joined_day_range),
    ("quarter-word ord:index from|in? years:whole", "span-x", periods.part_of("quarter")),
    ("half-word ord:index from|in? years:whole", "span-x", periods.part_of("half")),
    ("week-word ord:index from|in? long:whole", "week-x", periods.part_of("week")),
    ("week-word rel-final from|in? long:whole", "week-x", periods.last_part_of("week")),
    ("last week-word from|in long:whole", "week-x", periods.last_part_of("week")),
    ("today ord:index from month-x|year-x|span-x:whole", "day-x", periods.part_of("day")),
    ("season-word? season|season-weak:season from|in? years:whole", "span-x", periods.season_of),
    ("season-word? season|season-weak:season rel:rel", "span-x", periods.near_season),
    ("season-word season|season-weak:season", "span-x", periods.near_season),
    ("this season-word? season|season-weak:season", "span-x", periods.near_season_of(PRESENT)),
    ("decade:decade", "span-x", periods.decade),
    ("unit decade:decade", "span-x", periods.decade_after_unit),
    ("decade:decade from? span-x:whole", "span-x", periods.decade),
    ("unit ord:index from span-x:whole", "span-x", periods.decade_of_century),
    ("weekend", "span-x", parts.constant(parts.THIS_WEEKEND)),
    ("this-weekend", "span-x", parts.constant(parts.THIS_WEEKEND)),
    ("weekend rel:rel", "span-x", periods.relative("weekend")),
)

_DAYS = _rules(
    ("weekday-x:weekday in? small|ord:day [end|to|until]", "day-x", periods.weekday_and_day),
    ("weekday-x:weekday ord:index", "day-x", periods.weekday_of_month),
    ("weekday-x:weekday in? small|ord:day from? month-x|month|month-name:whole", "day-x", periods.weekday_and_day),
    (
        "week-x:whole from|between weekday-x|weekday:first to|until|and? weekday-x|weekday:last",
        "range-x",
        ranges.weekdays_in,
    ),
    ("weekday-x:weekday comma? day-x:whole", "day-x", parts.keep("whole")),
    ("weekday-x:weekday open day-x:whole close", "day-x", parts.keep("whole")),
    ("weekday-x:weekday in|from week-x:whole", "day-x", periods.weekday_in),
    ("weekday-x:weekday week-x:whole", "day-x", periods.weekday_in),
    ("week-x:whole weekday-x:weekday", "day-x", periods.weekday_in),
    ("ord:index weekday-x:weekday from|in month-x|month|month-name:whole", "day-x", periods.weekday_in),
    ("day-x|deictic|today:day weekday-x:weekday", "day-x", periods.deictic_weekday),
    ("day-x|deictic|today:day comma|open? weekday-x:weekday close?", "day-x", periods.deictic_weekday),
    ("portion:portion long:whole", "span-x", periods.portion),
    ("portion:portion season:season", "span-x", periods.portion_of_season),
    ("portion:portion mon:month", "span-x", periods.portion_of_month),
    ("portion:portion week-word|month-word|year-word:unit", "span-x", periods.portion_of_unit),
    ("portion:portion today|day-x|deictic|weekday-x:whole", "day-x", parts.keep("whole")),
)

_TIMES = _rules(
    ("ord:day [end]", "day-x", dates.day_to),
    ("day-time:during in small:clock [end]", "day-time", clocks.at_during),
    ("day-word small:day [end|clock|clock-word|in]", "day-x", dates.near_numbered_day),
    ("[in] small:day [end|clock]", "day-x", dates.near_numbered_day),
    ("[in|to|until] ord:day [end]", "day-x", dates.near_numbered_day),
    ("mon:month dash? small:day [end|clock]", "day-x", dates.day_month()),
    ("part|part-x|part-weak|midnight|night:part day-any:whole", "day-time", clocks.during),
    ("early|late part|part-x|night:part day-any:whole", "day-time", clocks.during),
    ("part|part-x:part early-adjective day-any:whole", "day-time", clocks.during),
    ("day-any:whole comma? in? part|part-x|night:part early-adjective?", "day-time", clocks.during),
    ("day-any:whole in? early|late part|part-x|night:part", "day-time", clocks.during),
    ("early|late part|part-x|night:part", "day-time", clocks.part_of_unknown_day),
)

_CLOCKS = _rules(
    ("amount:amount after|before ord|clock:clock", "clock", clocks.minutes_from),
    ("clock:clock part|part-x|am:part", "clock", clocks.clock_during),
    ("clock:clock zone zone-name", "clock", parts.keep("clock")),
    ("from small:first to|until small:last [from|in]", "clock-range", ranges.clock_range),
    ("clock:clock part|part-x:part zone zone-name", "clock", clocks.clock_during),
)

_MOMENTS = _rules(
    ("ord:day in clock:clock", "day-time", clocks.at_numbered),
    ("clock:clock comma? from|in? day-any:whole", "day-time", clocks.at),
    ("clock:clock from|in? day-time:during", "day-time", clocks.at_during),
    ("day-any:whole comma? in|about|after? clock:clock", "day-time", clocks.at),
    ("day-any:whole in ord:clock", "day-time", clocks.at_ordinal),
    ("ord:clock in day-any:whole", "day-time", clocks.at_ordinal),
    ("day-time:during comma? in|about? clock|ord:clock", "day-time", clocks.at_during),
    ("after|before amount:amount [from|over]", "amount", parts.keep("amount")),
    ("after|before one-unit:unit [from|over]", "amount", amounts.amount(1)),
    ("before|since amount:amount from-now|elapsed?", "day-x", amounts.distant(PAST)),
    ("amount:amount elapsed", "day-x", amounts.distant(PAST)),
    ("before|since one-unit:unit", "day-x", amounts.distant_one(PAST)),
    ("after amount:amount from-now?", "day-x", amounts.distant(FUTURE)),
    ("after one-unit:unit", "day-x", amounts.distant_one(FUTURE)),
    ("every one-unit:unit", "set-x", amounts.every),
    ("every amount:amount", "set-x", amounts.every_amount),
    ("every weekday-x|weekday-bare:weekday", "set-x", amounts.every_weekday),
    ("set:set", "set-x", parts.keep("set")),
)

_CLOCK_RANGES = _rules(
    ("clock:first to|until|dash clock:last", "clock-range", ranges.clock_range),
    ("clock:first and? clock:last", "clock-range", ranges.joined_clock_range),
    ("from|between clock|ord|small:first to|until|and clock:last", "clock-range", ranges.clock_range),
    ("from|between clock|ord|small:first clock:last", "clock-range", ranges.joined_clock_range),
    ("from ord:first to|until ord:last", "clock-range", ranges.clock_range),
)

_RANGES = _rules(
    ("clock-range:range from|in|comma? day-any:whole", "day-time", ranges.at_range),
    ("day-any|day-time:whole from|between? clock-range:range", "day-time", ranges.at_range),
    ("from clock:first day-any:whole to|until clock:last day-any:other", "day-time", ranges.at_two),
    ("between clock:first in? day-any:whole and? clock:last day-any:other", "day-time", ranges.at_two),
    ("from|between? day-time:first to|until|and? day-time:last", "day-time", ranges.between),
    ("from dated|day-time:first to|until dated|day-time:last", "range-x", ranges.between),
    ("between dated|day-time:first and? dated|day-time:last", "range-x", ranges.joined_between),
    ("dated:first to|until|dash dated:last", "range-x", ranges.between),
)

STAGES = tuple(
    Stage(ALPHABET, rules)
    for rules in (_ATOMS, _UNITS, _DATES, _DAYS, _CLOCKS, _TIMES, _CLOCK_RANGES, _MOMENTS, _RANGES)
)
