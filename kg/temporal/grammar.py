"""The categories of both grammars, and what a matched chunk becomes."""

from __future__ import annotations

from kg.text.cascade import Alphabet

CATEGORIES = (
    # numbers
    "day-number", "year-number", "number", "ordinal", "second-word", "fraction-number",
    # results of the grammar
    "day-x", "week-x", "weekday-x", "month-x", "year-x", "span-x", "day-time", "clock", "amount", "lasting",
    "set-x", "ref-x", "month-name", "range-x", "day-name", "hijri-month", "hijri-zero", "first-day",
    "weekday-word", "part-x", "clock-range", "two-years", "amount-one", "amount-plural",
    # words of both languages
    "month", "month-weak", "hijri", "hijri-weak", "hijri-mark", "common-mark", "weekday", "weekday-bare",
    "weekday-any", "weekday-short", "weekday-plural", "block", "day-word", "today", "unit", "units", "unit-two",
    "year-word", "month-word", "week-word", "clock-word", "moment", "season", "season-weak", "season-word",
    "quarter-word", "half-word", "rel", "rel-weak", "rel-final", "rel-after", "rel-same", "rel-past",
    "rel-before", "rel-coming", "rel-current", "rel-recent", "few-word", "this", "that", "same", "deictic",
    "tonight", "last-night", "ref", "part", "part-adverb", "part-weak", "part-noon", "midnight", "night",
    "early-adjective", "early", "late", "am", "pm", "zone", "zone-name", "portion", "weekend", "this-weekend",
    "decade", "before", "after", "since", "until", "to", "from", "in", "between", "throughout", "for", "every",
    "whole", "one", "few", "set", "set-weak", "elapsed", "from-now", "last", "more-or-less", "about",
    "minus-clock", "clock-fraction", "comma", "colon", "dot", "open", "close", "and", "dash", "slash", "then",
    "earlier", "later", "ago", "hence", "by", "on", "at", "of", "the", "another", "oclock", "fiscal",
    "year-ago", "plural-s", "apostrophe", "percent", "over", "out-of", "article", "power", "plus", "minus",
    "suffix-ordinal", "parts", "scales", "vague", "dozen", "zero", "hundred", "point", "break", "old", "than",
    "long", "holiday", "holiday-weekday", "before-christ", "symbol", "month-short", "possessive", "age-word",
    "al", "iso-t", "holiday-hijri", "named",
)  # fmt: skip

GROUPS = {
    "num": ("day-number", "year-number", "number"),
    "small": ("day-number",),
    "ord": ("ordinal", "second-word"),
    "mon": ("month", "month-weak", "month-short", "month-name"),
    "hij": ("hijri", "hijri-weak", "hijri-month"),
    "any-unit": ("unit", "units", "day-word", "week-word", "month-word", "year-word"),
    "one-unit": ("unit", "day-word", "week-word", "month-word", "year-word"),
    "years": ("year-number", "year-x"),
    "link": ("to", "until", "dash"),
    "end": ("comma", "dot", "close", "break"),
    "day-any": ("day-x", "deictic", "today", "weekday-x", "weekday"),
    "dated": (
        "day-x",
        "deictic",
        "today",
        "weekday-x",
        "weekday",
        "week-x",
        "month-x",
        "month",
        "month-name",
        "year-x",
        "span-x",
        "weekend",
    ),
    "long": ("week-x", "month-x", "year-x", "span-x", "month", "weekend"),
}

ALPHABET = Alphabet(CATEGORIES, GROUPS)

UNIT_RESULTS = {
    "day-word": "day-x",
    "week-word": "week-x",
    "month-word": "month-x",
    "year-word": "year-x",
    "unit": "span-x",
}
"""The category of this, last or next unit."""

MONTHS_ALONE = ("month", "month-name")
"""Categories of a month's name without a year."""
