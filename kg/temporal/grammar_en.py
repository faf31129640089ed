"""The English grammar of time, in stages."""

from __future__ import annotations

from kg.temporal import builders as b
from kg.temporal.expression import FUTURE, PAST, PRESENT
from kg.temporal.grammar import ALPHABET, UNIT_RESULTS
from kg.text.cascade import Build, Rule, Stage, rule


def _rules(*table: tuple[str, str, Build]) -> list[Rule]:
    return [rule(ALPHABET, pattern, category, build) for pattern, category, build in table]


_ATOMS = _rules(
    ("num:a slash num:b slash num:c", "day-x", b.numeric_date(day_first=False)),
    ("num:a dash num:b dash num:c", "day-x", b.numeric_date(day_first=False)),
    ("num:hour colon num:minute (colon num:second)?", "clock", b.clock_digits),
    ("small|one:hour am|pm:part", "clock", b.clock_half_day),
    ("small:hour oclock", "clock", b.clock),
    ("small|one:hour apostrophe? oclock", "clock", b.clock),
    ("month|month-weak:month dot", "month-name", b.keep("month")),
    ("weekday-short:weekday dot", "weekday-x", b.weekday()),
    ("weekday:weekday", "weekday-x", b.weekday()),
    ("last|rel|rel-past|rel-before:rel weekday:weekday", "weekday-x", b.weekday()),
    ("this weekday:weekday", "weekday-x", b.weekday(PRESENT)),
    ("num:count dash? any-unit|quarter-word|weekend:unit", "amount", b.counted),
    ("one:count dash? any-unit|quarter-word|weekend:unit", "amount", b.counted),
    ("num:count whole|another any-unit:unit", "amount", b.counted),
    ("num:count dash? any-unit dash? old", "block", b.constant("age")),
    ("num:first to|dash num:count any-unit|quarter-word:unit", "amount", b.counted),
    ("few any-unit:unit", "amount", b.amount(None)),
    ("units:unit", "amount-plural", b.amount(None)),
    ("article one-unit|quarter-word:unit", "amount-one", b.amount(1)),
    ("another one-unit|quarter-word:unit", "amount", b.amount(1)),
    ("article half-word|quarter-word:count any-unit:unit", "amount", b.counted),
    ("half-word:count article one-unit:unit", "amount", b.counted),
    ("one-unit:unit and article half-word:fraction", "amount", b.with_fraction),
    ("article whole one-unit:unit", "amount", b.amount(1)),
    ("units|one-unit:unit dash long", "amount", b.long),
    ("decade:decade", "span-x", b.decade),
    ("holiday:day", "day-x", b.holiday),
    ("rel:rel holiday:day", "day-x", b.holiday),
    ("holiday-weekday:day", "day-x", b.holiday_weekday),
    ("year-number|year-x:year plural-s", "span-x", b.decade_digits),
    ("apostrophe num:year plural-s", "span-x", b.decade_digits),
    ("num:year apostrophe plural-s", "span-x", b.decade_digits),
)

_UNITS = _rules(
    *[(f"rel:rel {unit}:unit", result, b.relative()) for unit, result in UNIT_RESULTS.items()],
    *[(f"the? rel-coming:rel {unit}:unit", result, b.relative()) for unit, result in UNIT_RESULTS.items()],
    *[(f"this {unit}:unit", result, b.relative()) for unit, result in UNIT_RESULTS.items()],
    *[(f"the? rel-current {unit}:unit", result, b.relative()) for unit, result in UNIT_RESULTS.items()],
    *[(f"the? rel-same {unit}:unit", result, b.repeated(0)) for unit, result in UNIT_RESULTS.items()],
    *[(f"that {unit}:unit", result, b.repeated(0)) for unit, result in UNIT_RESULTS.items()],
    *[(f"the? rel-after|rel-before:rel {unit}:unit", result, b.repeated()) for unit, result in UNIT_RESULTS.items()],
    *[
        (f"the rel:rel {unit}:unit", result, b.repeated())
        for unit, result in UNIT_RESULTS.items()
        if unit == "day-word"
    ],
    ("this fiscal year-word:unit", "year-x", b.relative()),
    ("rel:rel fiscal year-word:unit", "year-x", b.relative()),
    ("rel:rel quarter-word", "span-x", b.relative("quarter")),
    ("this|rel-current quarter-word", "span-x", b.relative("quarter")),
    ("the? rel-current quarter-word", "span-x", b.relative("quarter")),
    ("rel:rel weekend", "span-x", b.relative("weekend")),
    ("this weekend", "span-x", b.relative("weekend")),
    ("the? weekend", "span-x", b.constant(b.LATEST_WEEKEND)),
    ("the? rel|rel-past|rel-coming:rel amount:amount", "lasting", b.stretch()),
    ("the? rel-past:rel one-unit:unit", "lasting", b.past_unit),
    ("the? rel|rel-past|rel-coming:rel few amount-plural:amount", "lasting", b.stretch()),
    ("the? rel|rel-past:rel amount-plural:amount", "lasting", b.stretch()),
    ("rel-recent:rel amount-plural:amount", "lasting", b.vague_recent),
    ("the rel-recent:rel amount-plural:amount", "lasting", b.vague_recent),
    ("rel-coming:rel amount-plural:amount", "lasting", b.vague_recent),
    ("the? rel-past", "ref-x", b.constant("PAST_REF")),
    ("amount:amount and? amount:more", "amount", b.sum_of_amounts),
    ("amount-one:amount and? article half-word:fraction", "amount", b.with_fraction),
    ("about|more-or-less amount|amount-one|amount-plural:amount", "amount", b.keep("amount")),
    ("[in|for|than|of|after|before|to] amount-plural|amount-one:amount [break|dot|comma|close|of|in|for|to|and]", "amount", b.keep("amount")),
    ("[for|in] amount-plural:amount", "amount", b.keep("amount")),
    ("[in|for|than] amount-one:amount", "amount", b.keep("amount")),
    ("amount:amount amount-one:per", "amount-rate", b.keep("amount")),
    ("few dash one-unit:unit", "amount", b.amount(None)),
    ("fiscal year-number|year-x:year", "year-x", b.year_of),
    ("fiscal year-word? year-number|year-x:year", "year-x", b.year_of),
    ("year-number|year-x:first dash|slash num:last", "range-x", b.year_range),
    ("this part:part", "day-time", b.part_of_today),
    ("rel:rel night", "day-time", b.night),
    ("that part|night:part", "day-time", b.part_of_previous),
    ("tonight", "day-time", b.constant(b.TONIGHT)),
    ("ord:index unit|unit:unit", "span-x", b.century_of_unit_en),
    ("the? year-ago", "span-x", b.constant(b.YEAR_EARLIER)),
)

_DATES = _rules(
    ("mon:month comma? years:year", "month-x", b.month_of_year),
    ("mon:month of years:year", "month-x", b.month_of_year),
    ("mon:month of|comma? year-x:whole", "month-x", b.month_in_year),
    ("rel:rel mon:month", "month-x", b.near_month),
    ("this mon:month", "month-x", b.near_month_of(PRESENT)),
    ("mon:month small|ord:day", "day-x", b.day_month()),
    ("mon:month small|ord:day comma? years:year", "day-x", b.day_month_year),
    ("mon:month small|ord:day of|comma? year-x:whole", "day-x", b.month_in_year),
    ("rel:rel mon:month small|ord:day", "day-x", b.day_month()),
    ("the? small|ord:day of? mon:month", "day-x", b.day_month()),
    ("the? small|ord:day of? mon:month comma? years:year", "day-x", b.day_month_year),
    ("the? ord:day of month-x:whole", "day-x", b.day_in_month),
    ("small:day dash mon:month dash num:year", "day-x", b.day_month_year),
    ("small|ord:day hij:month comma? num:year hijri-mark?", "day-x", b.hijri_date),
    ("mon:month small:first to|dash|and small:day", "range-x", b.day_range),
    ("mon:month small:first to|dash|and small:day comma? years:year", "range-x", b.day_range),
    ("from|between? small|ord:first to|dash|and small|ord:day of? mon:month", "range-x", b.day_range),
    ("from|between? small|ord:first to|dash|and small|ord:day of? mon:month comma? years:year", "range-x", b.day_range),
    ("the? fiscal? ord:index dash? quarter-word", "span-x", b.near_quarter),
    ("the? fiscal? ord:index dash? quarter-word of|in? years:whole", "span-x", b.part_of_year("quarter")),
    ("the year-number|year-x:whole ord:index dash? quarter-word", "span-x", b.part_of_year("quarter")),
    ("year-x:whole apostrophe plural-s ord:index dash? quarter-word", "span-x", b.part_of_year("quarter")),
    ("the rel-recent? quarter-word", "span-x", b.constant(b.SAME_QUARTER)),
    ("the year-ago dash? ord:index? quarter-word?", "span-x", b.constant(b.YEAR_EARLIER)),
    ("the? rel:index quarter-word of|in years:whole", "span-x", b.part_of_year("quarter")),
    ("the? ord:index half-word", "span-x", b.near_half),
    ("the? ord:index half-word of|in? years:whole", "span-x", b.part_of_year("half")),
    ("the? ord:index week-word of|in long:whole", "week-x", b.part_of("week")),
    ("the? season|season-weak:season of|in? years:whole", "span-x", b.season_of),
    ("rel:rel season|season-weak:season", "span-x", b.near_season),
    ("this season|season-weak:season", "span-x", b.near_season_of(PRESENT)),
    ("the season|season-weak:season", "span-x", b.near_season),
)

_DAYS = _rules(
    ("weekday-x|weekday-short:weekday comma? day-x:whole", "day-x", b.keep("whole")),
    ("weekday-x|weekday-short:weekday comma? the? day-x:whole", "day-x", b.keep("whole")),
    ("day-x:whole open? comma? weekday-x:weekday close?", "day-x", b.keep_exact),
    ("weekday-x:weekday of? week-x:whole", "day-x", b.weekday_in),
    ("week-x:whole on? weekday-x:weekday", "day-x", b.weekday_in),
    ("the? ord:index weekday-x:weekday of|in month-x:whole", "day-x", b.weekday_in),
    ("the? portion:portion of|in? long:whole", "span-x", b.portion),
    ("the? portion:portion dash? long|month-name:whole", "span-x", b.portion_of_long),
    ("the? portion:portion the? week-word|month-word|year-word|quarter-word:unit", "span-x", b.portion_of_unit_en),
    ("portion:portion weekday-x|today|deictic:whole", "day-x", b.keep("whole")),
)

_TIMES = _rules(
    ("day-any:whole part|night|part-noon|midnight:part", "day-time", b.during),
    ("portion day-any:whole part|night:part", "day-time", b.during),
    ("day-any:whole portion in? the? part|night:part", "day-time", b.during),
    ("day-any:whole at night|part-noon|midnight:part", "day-time", b.during),
    ("the? part|night:part of day-any:whole", "day-time", b.during),
    ("weekday-x:whole in the? part|night:part", "day-time", b.during),
    ("clock:clock am|pm:part", "clock", b.clock_half_day_after),
    ("clock:clock zone-name zone?", "clock", b.keep("clock")),
    ("clock:clock in the part:part", "clock", b.clock_during),
)

_MOMENTS = _rules(
    ("rel|rel-after|rel-before:rel part|night:part", "day-time", b.next_part),
    ("the rel|rel-after|rel-before:rel part|night:part", "day-time", b.next_part),
    ("clock:clock on|comma? day-any:whole", "day-time", b.at),
    ("day-any:whole comma|at? clock:clock", "day-time", b.at),
    ("clock:clock day-time:during", "day-time", b.at_during),
    ("amount-one:amount ago|earlier", "day-x", b.one_before),
    ("about? amount|amount-plural:amount ago", "day-x", b.distant(PAST)),
    ("amount:amount earlier", "day-x", b.distant_context(PAST)),
    ("amount|amount-one:amount later", "day-x", b.distant_context(FUTURE)),
    ("amount|amount-one:amount hence", "day-x", b.distant(FUTURE)),
    ("every amount:amount", "set-x", b.every_amount),
    ("every any-unit|quarter-word|weekend:unit", "set-x", b.every),
    ("every ord any-unit:unit", "set-x", b.every),
    ("every weekday-x:weekday", "set-x", b.every_weekday),
    ("every part|night", "set-x", b.constant("P1D")),
    ("weekday-plural:weekday", "set-x", b.every_weekday),
    ("set:set", "set-x", b.keep("set")),
)

_RANGES = _rules(
    ("from dated|day-time:first to dated|day-time:last", "range-x", b.between),
    ("between dated|day-time:first and dated|day-time:last", "range-x", b.between),
    ("dated:first to|dash dated:last", "range-x", b.between),
)

STAGES = tuple(Stage(ALPHABET, rules) for rules in (_ATOMS, _UNITS, _DATES, _DAYS, _TIMES, _MOMENTS, _RANGES))
