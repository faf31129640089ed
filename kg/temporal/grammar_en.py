"""The English grammar of time, in stages."""

from __future__ import annotations

from kg.temporal.build import amounts, clocks, dates, parts, periods, ranges
from kg.temporal.expression import FUTURE, PAST, PRESENT
from kg.temporal.grammar import ALPHABET, UNIT_RESULTS
from kg.text.cascade import Build, Rule, Stage, rule


def _rules(*table: tuple[str, str, Build]) -> list[Rule]:
    return [rule(ALPHABET, pattern, category, build) for pattern, category, build in table]


_ATOMS = _rules(
    ("num:a slash num:b slash num:c", "day-x", dates.numeric_date(day_first=False)),
    ("num:a dash num:b dash num:c", "day-x", dates.numeric_date(day_first=False)),
    ("num:hour colon num:minute (colon num:second)?", "clock", clocks.clock_digits),
    ("small|one:hour am|pm:part", "clock", clocks.clock_half_day),
    ("small:hour oclock", "clock", clocks.clock),
    ("small|one:hour apostrophe? oclock", "clock", clocks.clock),
    ("month-short:month dot", "month-name", parts.keep("month")),
    ("possessive portion? dash? decade", "block", parts.constant("age")),
    ("possessive portion? dash? num plural-s", "block", parts.constant("age")),
    ("weekday-short:weekday dot", "weekday-x", periods.weekday()),
    ("weekday:weekday", "weekday-x", periods.weekday()),
    ("last|rel|rel-past|rel-before:rel weekday:weekday", "weekday-x", periods.weekday()),
    ("this weekday:weekday", "weekday-x", periods.weekday(PRESENT)),
    ("this|the? rel-coming weekday:weekday", "weekday-x", periods.weekday(FUTURE)),
    ("num:count dash? any-unit|quarter-word|weekend:unit", "amount", amounts.counted),
    ("one:count dash? any-unit|quarter-word|weekend:unit", "amount", amounts.counted),
    ("num:count whole|another any-unit:unit", "amount", amounts.counted),
    ("num:count dash? any-unit dash? old", "block", parts.constant("age")),
    ("num:first to|dash num:count any-unit|quarter-word:unit", "amount", amounts.counted),
    ("few any-unit:unit", "amount", amounts.amount(None)),
    ("units:unit", "amount-plural", amounts.amount(None)),
    ("article one-unit:unit", "amount-one", amounts.amount(1)),
    ("another one-unit|quarter-word:unit", "amount", amounts.amount(1)),
    ("article half-word|quarter-word:count any-unit:unit", "amount", amounts.counted),
    ("half-word:count article one-unit:unit", "amount", amounts.counted),
    ("one-unit:unit and article half-word:fraction", "amount", amounts.with_fraction),
    ("article whole one-unit:unit", "amount", amounts.amount(1)),
    ("units|one-unit:unit dash long", "amount", amounts.long),
    ("decade:decade", "span-x", periods.decade),
    ("holiday:day", "day-x", dates.holiday),
    ("rel:rel holiday:day", "day-x", dates.holiday),
    ("holiday-weekday:day", "day-x", dates.holiday_weekday),
    ("year-number|year-x:year plural-s", "span-x", periods.decade_digits),
    ("apostrophe num:year plural-s", "span-x", periods.decade_digits),
    ("num:year apostrophe plural-s", "span-x", periods.decade_digits),
)

_UNITS = _rules(
    ("year-word? num before-christ", "block", parts.constant("before the common calendar")),
    ("mon small|ord:day [named]", "day-name", parts.constant("day of a year not named")),
    *[(f"rel:rel {unit}:unit", result, periods.relative()) for unit, result in UNIT_RESULTS.items()],
    *[(f"the? rel-coming:rel {unit}:unit", result, periods.relative()) for unit, result in UNIT_RESULTS.items()],
    *[(f"this {unit}:unit", result, periods.relative()) for unit, result in UNIT_RESULTS.items()],
    *[(f"the? rel-current {unit}:unit", result, periods.relative()) for unit, result in UNIT_RESULTS.items()],
    *[(f"the? rel-same {unit}:unit", result, periods.repeated(0)) for unit, result in UNIT_RESULTS.items()],
    *[(f"that {unit}:unit", result, periods.repeated(0)) for unit, result in UNIT_RESULTS.items()],
    *[
        (f"the? rel-after|rel-before:rel {unit}:unit", result, periods.repeated())
        for unit, result in UNIT_RESULTS.items()
    ],
    *[
        (f"the rel:rel {unit}:unit", result, periods.repeated())
        for unit, result in UNIT_RESULTS.items()
        if unit == "day-word"
    ],
    ("this fiscal year-word:unit", "year-x", periods.relative()),
    ("rel:rel fiscal year-word:unit", "year-x", periods.relative()),
    ("rel:rel quarter-word", "span-x", periods.relative("quarter")),
    ("this|rel-current quarter-word", "span-x", periods.relative("quarter")),
    ("the? rel-current quarter-word", "span-x", periods.relative("quarter")),
    ("rel:rel weekend", "span-x", periods.relative("weekend")),
    ("this weekend", "span-x", periods.relative("weekend")),
    ("the? weekend", "span-x", parts.constant(parts.LATEST_WEEKEND)),
    ("the? rel|rel-past|rel-coming:rel amount:amount", "lasting", amounts.stretch()),
    ("the? rel-past:rel one-unit:unit", "lasting", amounts.past_unit),
    ("the? rel|rel-past|rel-coming:rel few amount-plural:amount", "lasting", amounts.stretch()),
    ("the? rel|rel-past:rel amount-plural:amount", "lasting", amounts.stretch()),
    ("rel-recent:rel amount-plural:amount", "lasting", amounts.vague_recent),
    ("the rel-recent:rel amount-plural:amount", "lasting", amounts.vague_recent),
    ("rel-coming:rel amount-plural:amount", "lasting", amounts.vague_recent),
    ("[in] the rel-past", "ref-x", parts.constant("PAST_REF")),
    ("the rel-past [end|and]", "ref-x", parts.constant("PAST_REF")),
    ("amount:amount and? amount:more", "amount", amounts.sum_of_amounts),
    ("amount-one:amount and? article half-word:fraction", "amount", amounts.with_fraction),
    ("about|more-or-less amount|amount-one|amount-plural:amount", "amount", parts.keep("amount")),
    (
        "[in|for|than|of|after|before|to] amount-plural|amount-one:amount [break|dot|comma|close|of|in|for|to|and]",
        "amount",
        parts.keep("amount"),
    ),
    ("[for|in] amount-plural:amount", "amount", parts.keep("amount")),
    ("[in|for|than] amount-one:amount", "amount", parts.keep("amount")),
    ("amount:amount amount-one:per", "amount-rate", parts.keep("amount")),
    ("few dash one-unit:unit", "amount", amounts.amount(None)),
    ("fiscal year-number|year-x:year", "year-x", dates.year_of),
    ("fiscal year-word? year-number|year-x:year", "year-x", dates.year_of),
    ("year-number|year-x:first dash|slash num:last", "range-x", ranges.year_range),
    ("this part:part", "day-time", clocks.part_of_today),
    ("rel:rel night", "day-time", clocks.night),
    ("that part|night:part", "day-time", clocks.part_of_previous),
    ("tonight", "day-time", parts.constant(clocks.TONIGHT)),
    ("ord:index unit|unit:unit", "span-x", periods.century_of_unit_en),
    ("the? year-ago", "span-x", parts.constant(amounts.YEAR_EARLIER)),
)

_DATES = _rules(
    ("mon:month comma? years:year", "month-x", dates.month_of_year),
    ("mon:month of years:year", "month-x", dates.month_of_year),
    ("mon:month of|comma? year-x:whole", "month-x", dates.month_in_year),
    ("rel:rel mon:month", "month-x", dates.near_month),
    ("this mon:month", "month-x", dates.near_month_of(PRESENT)),
    ("mon:month small|ord:day", "day-x", dates.day_month()),
    ("mon:month small|ord:day comma? years:year", "day-x", dates.day_month_year),
    ("mon:month small|ord:day of|comma? year-x:whole", "day-x", dates.month_in_year),
    ("rel:rel mon:month small|ord:day", "day-x", dates.day_month()),
    ("the? small|ord:day of? mon:month", "day-x", dates.day_month()),
    ("the? small|ord:day of? mon:month comma? years:year", "day-x", dates.day_month_year),
    ("the? ord:day of month-x:whole", "day-x", dates.day_in_month),
    ("small:day dash mon:month dash num:year", "day-x", dates.day_month_year),
    ("small|ord:day hij:month comma? num:year hijri-mark?", "day-x", dates.hijri_date),
    ("mon:month small:first to|dash|and small:day", "range-x", ranges.day_range),
    ("mon:month small:first to|dash|and small:day comma? years:year", "range-x", ranges.day_range),
    ("from|between? small|ord:first to|dash|and small|ord:day of? mon:month", "range-x", ranges.day_range),
    (
        "from|between? small|ord:first to|dash|and small|ord:day of? mon:month comma? years:year",
        "range-x",
        ranges.day_range,
    ),
    ("the? fiscal? ord:index dash? quarter-word", "span-x", periods.near_quarter),
    ("the? fiscal? ord:index dash? quarter-word of|in? years:whole", "span-x", periods.part_of("quarter")),
    ("the year-number|year-x:whole ord:index dash? quarter-word", "span-x", periods.part_of("quarter")),
    ("year-x:whole apostrophe plural-s ord:index dash? quarter-word", "span-x", periods.part_of("quarter")),
    ("the rel-recent? quarter-word", "span-x", parts.constant(amounts.SAME_QUARTER)),
    ("the year-ago dash? ord:index? quarter-word?", "span-x", parts.constant(amounts.YEAR_EARLIER)),
    ("the? rel:index quarter-word of|in years:whole", "span-x", periods.part_of("quarter")),
    ("the? ord:index half-word", "span-x", periods.near_half),
    ("the? ord:index half-word of|in? years:whole", "span-x", periods.part_of("half")),
    ("the? ord:index week-word of|in long:whole", "week-x", periods.part_of("week")),
    ("the? season|season-weak:season of|in? years:whole", "span-x", periods.season_of),
    ("rel:rel season|season-weak:season", "span-x", periods.near_season),
    ("this season|season-weak:season", "span-x", periods.near_season_of(PRESENT)),
    ("the season|season-weak:season", "span-x", periods.near_season),
)

_DAYS = _rules(
    ("weekday-x|weekday-short:weekday comma? day-x:whole", "day-x", parts.keep("whole")),
    ("weekday-x|weekday-short:weekday comma? the? day-x:whole", "day-x", parts.keep("whole")),
    ("day-x:whole open? comma? weekday-x:weekday close?", "day-x", periods.keep_exact),
    ("weekday-x:weekday of? week-x:whole", "day-x", periods.weekday_in),
    ("week-x:whole on? weekday-x:weekday", "day-x", periods.weekday_in),
    ("the? ord:index weekday-x:weekday of|in month-x:whole", "day-x", periods.weekday_in),
    ("the? portion:portion of|in? long:whole", "span-x", periods.portion),
    ("earlier long:whole", "span-x", periods.earlier),
    ("later long:whole", "span-x", periods.later),
    ("earlier|later today|day-x:whole", "day-x", parts.keep("whole")),
    ("the? portion:portion dash? long|month-name:whole", "span-x", periods.portion_of_long),
    (
        "the? portion:portion the? week-word|month-word|year-word|quarter-word:unit",
        "span-x",
        periods.portion_of_unit_en,
    ),
    ("portion:portion weekday-x|today|deictic:whole", "day-x", parts.keep("whole")),
)

_TIMES = _rules(
    ("day-any:whole part|night|part-noon|midnight:part", "day-time", clocks.during),
    ("portion day-any:whole part|night:part", "day-time", clocks.during),
    ("day-any:whole portion in? the? part|night:part", "day-time", clocks.during),
    ("day-any:whole at night|part-noon|midnight:part", "day-time", clocks.during),
    ("the? part|night:part of day-any:whole", "day-time", clocks.during),
    ("weekday-x:whole in the? part|night:part", "day-time", clocks.during),
    ("clock:clock am|pm:part", "clock", clocks.clock_half_day_after),
    ("clock:clock am|pm:part zone-name zone?", "clock", clocks.clock_half_day_after),
    ("part-noon|midnight:part on? day-any:whole", "day-time", clocks.during),
    ("clock:clock zone-name zone?", "clock", parts.keep("clock")),
    ("clock:clock in the part:part", "clock", clocks.clock_during),
)

_MOMENTS = _rules(
    ("rel|rel-after|rel-before:rel part|night:part", "day-time", clocks.next_part),
    ("the rel|rel-after|rel-before:rel part|night:part", "day-time", clocks.next_part),
    ("clock:clock on|comma? day-any:whole", "day-time", clocks.at),
    ("day-any:whole comma|at? clock:clock", "day-time", clocks.at),
    ("clock:clock day-time:during", "day-time", clocks.at_during),
    ("day-x:whole iso-t clock:clock", "day-time", clocks.at),
    ("amount-one:amount ago|earlier", "day-x", amounts.one_before),
    ("about? amount|amount-plural:amount ago", "day-x", amounts.distant(PAST)),
    ("amount:amount earlier", "day-x", amounts.distant_context(PAST)),
    ("amount|amount-one:amount later", "day-x", amounts.distant_context(FUTURE)),
    ("amount|amount-one:amount hence", "day-x", amounts.distant(FUTURE)),
    ("every amount:amount", "set-x", amounts.every_amount),
    ("every any-unit|quarter-word|weekend:unit", "set-x", amounts.every),
    ("every ord any-unit:unit", "set-x", amounts.every),
    ("every weekday-x:weekday", "set-x", amounts.every_weekday),
    ("every part|night", "set-x", parts.constant("P1D")),
    ("weekday-plural:weekday", "set-x", amounts.every_weekday),
    ("set:set", "set-x", parts.keep("set")),
)

_RANGES = _rules(
    ("from dated|day-time:first to dated|day-time:last", "range-x", ranges.between),
    ("between dated|day-time:first and dated|day-time:last", "range-x", ranges.between),
    ("dated:first to|dash dated:last", "range-x", ranges.between),
)

STAGES = tuple(Stage(ALPHABET, rules) for rules in (_ATOMS, _UNITS, _DATES, _DAYS, _TIMES, _MOMENTS, _RANGES))
