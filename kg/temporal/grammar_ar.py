"""The Arabic grammar of time, in stages."""

from __future__ import annotations

from kg.temporal import builders as b
from kg.temporal.expression import FUTURE, PAST, PRESENT
from kg.temporal.grammar import ALPHABET, UNIT_RESULTS
from kg.text.cascade import Build, Rule, Stage, rule


def _rules(*table: tuple[str, str, Build]) -> list[Rule]:
    return [rule(ALPHABET, pattern, category, build) for pattern, category, build in table]


_ATOMS = _rules(
    ("num:a slash num:b slash num:c", "day-x", b.numeric_date(day_first=True)),
    ("num:a dash num:b dash num:c", "day-x", b.numeric_date(day_first=True)),
    ("num:a dot num:b dot num:c", "day-x", b.numeric_date(day_first=True)),
    ("small:month slash|dash year-number:year", "month-x", b.numeric_month),
    ("year-number:year slash|dash small:month", "month-x", b.numeric_month),
    ("num:hour colon num:minute (colon num:second)?", "clock", b.clock_digits),
    ("clock-word small|ord:hour (clock-fraction:minute)?", "clock", b.clock),
    ("clock-word small|ord:hour num:minute unit|units", "clock", b.clock),
    ("clock-word one:hour (clock-fraction:minute)?", "clock", b.clock),
    ("clock-word num:hour colon num:minute (colon num:second)?", "clock", b.clock),
    ("ord:hour clock-fraction:minute", "clock", b.clock),
    ("mon:month slash mon:other", "month-name", b.two_names),
    ("mon:month open mon:other close", "month-name", b.two_names),
    ("month-word mon:month", "month-name", b.keep("month")),
    ("month-word mon:month slash mon:other", "month-name", b.two_names),
    ("month-word mon:month open mon:other close", "month-name", b.two_names),
    ("month-word hij:hijri", "hijri", b.keep("hijri")),
    ("day-word? weekday:weekday (rel:rel)?", "weekday-x", b.weekday()),
    ("this day-word? weekday:weekday", "weekday-x", b.weekday(PRESENT)),
    ("weekday-any:weekday", "weekday-x", b.weekday()),
    ("num:count any-unit:unit", "amount", b.counted),
    ("num:count any-unit:unit whole", "amount", b.counted),
    ("num:count any-unit:unit half-word|quarter-word:fraction", "amount", b.counted_and_fraction),
    ("half-word|quarter-word:count one-unit:unit", "amount", b.counted),
    ("unit-two:unit", "amount", b.amount(2)),
    ("unit-two:unit half-word|quarter-word:fraction", "amount", b.dual_and_fraction),
    ("one-unit:unit half-word|quarter-word:fraction", "amount", b.with_fraction),
    ("one-unit:unit one", "amount", b.amount(1)),
    ("one-unit:unit whole", "amount", b.amount(1)),
    ("units:unit num:count", "amount", b.counted_after),
    ("few any-unit:unit", "amount", b.amount(None)),
    ("units:unit few-word", "amount", b.amount(None)),
)

_UNITS = _rules(
    *[(f"{unit}:unit rel:rel", result, b.relative()) for unit, result in UNIT_RESULTS.items()],
    *[(f"this {unit}:unit", result, b.relative()) for unit, result in UNIT_RESULTS.items()],
    *[(f"{unit}:unit rel-same", result, b.repeated(0)) for unit, result in UNIT_RESULTS.items()],
    *[(f"that|same {unit}:unit", result, b.repeated(0)) for unit, result in UNIT_RESULTS.items()],
    *[(f"{unit}:unit rel-after:rel", result, b.repeated()) for unit, result in UNIT_RESULTS.items()],
    *[(f"{unit}:unit rel-weak:rel", result, b.repeated()) for unit, result in UNIT_RESULTS.items()],
    ("today:unit rel:rel", "day-x", b.relative()),
    ("this today:unit", "day-x", b.relative()),
    ("that|same today:unit", "day-x", b.repeated(0)),
    ("today:unit rel-same", "day-x", b.repeated(0)),
    ("today:unit rel-after|rel-weak:rel", "day-x", b.repeated()),
    ("amount:amount amount:more", "amount", b.sum_of_amounts),
    ("amount:amount and|comma amount:more", "amount", b.sum_of_amounts),
    ("amount:amount amount:more amount:most", "amount", b.sum_of_amounts),
    ("amount:amount rel|rel-final:rel", "lasting", b.stretch()),
    ("amount:amount few-word", "amount", b.keep("amount")),
    ("units:unit rel|rel-final|rel-after:rel", "lasting", b.vague_stretch),
    ("last amount:amount", "lasting", b.stretch(PAST)),
    ("more-or-less amount:amount", "amount", b.keep("amount")),
    ("throughout|for one-unit:unit", "amount", b.amount(1)),
    ("throughout today", "amount", b.constant(b.ONE_DAY)),
    ("year-word num:year", "year-x", b.year),
    ("year-word? num:year hijri-mark", "span-x", b.hijri_date),
    ("year-word? num:year common-mark", "year-x", b.year),
    ("year-word num:first dash num:last", "range-x", b.year_range),
    ("year-number:first dash|slash num:last", "range-x", b.year_range),
    ("part-adverb|part:part", "part-x", b.keep("part")),
    ("this part:part", "day-time", b.part_of_today),
    ("last-night:rel", "day-time", b.night),
    ("tonight", "day-time", b.constant(b.TONIGHT)),
    ("unit:unit num|ord:index", "span-x", b.century_of_unit),
)

_DATES = _rules(
    ("mon:month comma? years:year", "month-x", b.month_of_year),
    ("mon:month from|in? year-x:whole", "month-x", b.month_in_year),
    ("mon:month rel:rel", "month-x", b.near_month),
    ("this mon:month", "month-x", b.near_month_of(PRESENT)),
    ("small|ord:day from? mon:month", "day-x", b.day_month()),
    ("small|ord:day dash|dot|slash mon:month", "day-x", b.day_month()),
    ("small|ord:day dot|dash|slash mon:month dot|dash|slash? comma? years:year", "day-x", b.day_month_year),
    ("last mon:month", "day-x", b.last_of_month),
    ("small|ord:day from? mon:month rel:rel", "day-x", b.day_month()),
    ("small|ord:day from? mon:month comma? from? years:year", "day-x", b.day_month_year),
    ("small|ord:day from? mon:month from|in? year-x:whole", "day-x", b.month_in_year),
    ("mon:month small|ord:day comma? from? years:year", "day-x", b.day_month_year),
    ("small|ord:day from|in? month-x:whole", "day-x", b.day_in_month),
    ("small|ord:day from? hij:month comma? year-word? num:year hijri-mark?", "day-x", b.hijri_date),
    ("hij:month year-word? num:year hijri-mark?", "span-x", b.hijri_date),
    ("from|between? small|ord:first to|until|dash|and small|ord:day from? mon:month", "range-x", b.day_range),
    (
        "from|between? small|ord:first to|until|dash|and small|ord:day from? mon:month comma? from? years:year",
        "range-x",
        b.day_range,
    ),
    (
        "from|between? small|ord:first to|until|dash|and small|ord:day from? mon:month from? year-x:whole",
        "range-x",
        b.day_range,
    ),
    ("from|between? small|ord:first to|until|dash|and small|ord:day from|in? month-x:whole", "range-x", b.day_range),
    ("from|between? small|ord:first small:day from? mon:month", "range-x", b.joined_day_range),
    ("from|between? small|ord:first small:day from? mon:month comma? from? years:year", "range-x", b.joined_day_range),
    ("from|between? small|ord:first small:day from|in? month-x:whole", "range-x", b.joined_day_range),
    ("quarter-word ord:index from|in? years:whole", "span-x", b.part_of_year("quarter")),
    ("half-word ord:index from|in? years:whole", "span-x", b.part_of_year("half")),
    ("week-word ord:index from|in? long:whole", "week-x", b.part_of("week")),
    ("week-word rel-final from|in? long:whole", "week-x", b.last_part_of("week")),
    ("last week-word from|in long:whole", "week-x", b.last_part_of("week")),
    ("today ord:index from month-x|year-x|span-x:whole", "day-x", b.part_of("day")),
    ("season-word? season|season-weak:season from|in? years:whole", "span-x", b.season_of),
    ("season-word? season|season-weak:season rel:rel", "span-x", b.near_season),
    ("season-word season|season-weak:season", "span-x", b.near_season),
    ("this season-word? season|season-weak:season", "span-x", b.near_season_of(PRESENT)),
    ("decade:decade", "span-x", b.decade),
    ("unit decade:decade", "span-x", b.decade_after_unit),
    ("decade:decade from? span-x:whole", "span-x", b.decade),
    ("unit ord:index from span-x:whole", "span-x", b.decade_of_century),
    ("weekend", "span-x", b.constant(b.THIS_WEEKEND)),
    ("this-weekend", "span-x", b.constant(b.THIS_WEEKEND)),
    ("weekend rel:rel", "span-x", b.relative("weekend")),
)

_DAYS = _rules(
    ("weekday-x:weekday comma? day-x:whole", "day-x", b.keep("whole")),
    ("weekday-x:weekday open day-x:whole close", "day-x", b.keep("whole")),
    ("weekday-x:weekday in|from week-x:whole", "day-x", b.weekday_in),
    ("weekday-x:weekday week-x:whole", "day-x", b.weekday_in),
    ("week-x:whole weekday-x:weekday", "day-x", b.weekday_in),
    ("ord:index weekday-x:weekday from|in month-x|month|month-name:whole", "day-x", b.weekday_in),
    ("day-x|deictic|today:day weekday-x:weekday", "day-x", b.deictic_weekday),
    ("day-x|deictic|today:day comma|open? weekday-x:weekday close?", "day-x", b.deictic_weekday),
    ("portion:portion long:whole", "span-x", b.portion),
    ("portion:portion mon:month", "span-x", b.portion_of_month),
    ("portion:portion week-word|month-word|year-word:unit", "span-x", b.portion_of_unit),
    ("portion:portion today|day-x|deictic|weekday-x:whole", "day-x", b.keep("whole")),
)

_TIMES = _rules(
    ("part|part-x|part-weak|midnight|night:part day-any:whole", "day-time", b.during),
    ("early|late part|part-x|night:part day-any:whole", "day-time", b.during),
    ("day-any:whole in? part|part-x:part", "day-time", b.during),
    ("day-any:whole in? part:part early-adjective", "day-time", b.during),
    ("early|late part|part-x|night:part", "day-time", b.part_of_unknown_day),
    ("clock:clock part|part-x|am:part", "clock", b.clock_during),
    ("clock:clock zone zone-name", "clock", b.keep("clock")),
)

_MOMENTS = _rules(
    ("clock:clock comma|in? day-any:whole", "day-time", b.at),
    ("clock:clock from|in? day-time:during", "day-time", b.at_during),
    ("day-any:whole comma|in? clock:clock", "day-time", b.at),
    ("day-time:during comma|in? clock:clock", "day-time", b.at_during),
    ("before|since amount:amount from-now|elapsed?", "day-x", b.distant(PAST)),
    ("amount:amount elapsed", "day-x", b.distant(PAST)),
    ("before|since one-unit:unit", "day-x", b.distant_one(PAST)),
    ("after amount:amount from-now?", "day-x", b.distant(FUTURE)),
    ("after one-unit:unit", "day-x", b.distant_one(FUTURE)),
    ("every one-unit:unit", "set-x", b.every),
    ("every amount:amount", "set-x", b.every_amount),
    ("every weekday-x|weekday-bare:weekday", "set-x", b.every_weekday),
    ("set:set", "set-x", b.keep("set")),
)

_RANGES = _rules(
    ("from dated|day-time:first to|until dated|day-time:last", "range-x", b.between),
    ("between dated|day-time:first and? dated|day-time:last", "range-x", b.joined_between),
    ("dated:first to|until|dash dated:last", "range-x", b.between),
)

STAGES = tuple(Stage(ALPHABET, rules) for rules in (_ATOMS, _UNITS, _DATES, _DAYS, _TIMES, _MOMENTS, _RANGES))
