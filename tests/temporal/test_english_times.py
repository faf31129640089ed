"""English dates, times, durations and sets, in reports published on Sunday 15 October 2023."""

from __future__ import annotations

from datetime import date

import pytest

from kg.temporal import Anchor, AnchorError, TimeValue, find_times, to_schema

PUBLISHED = Anchor.parse("2023-10-15")


def only(text: str, anchor: Anchor | None = PUBLISHED) -> TimeValue:
    found = find_times(text, "en", anchor)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "expression", "start", "end", "value"),
    [
        ("on Nov. 2, 1989 the", "Nov. 2, 1989", "1989-11-02", "1989-11-02", "1989-11-02"),
        ("on 2 November 1989", "2 November 1989", "1989-11-02", "1989-11-02", "1989-11-02"),
        ("On the 7th of October", "the 7th of October", "2023-10-07", "2023-10-07", "2023-10-07"),
        ("dated 10/26/89", "10/26/89", "1989-10-26", "1989-10-26", "1989-10-26"),
        ("on 2023-02-03", "2023-02-03", "2023-02-03", "2023-02-03", "2023-02-03"),
        ("said on Friday", "Friday", "2023-10-13", "2023-10-13", "2023-10-13"),
        ("will meet on Friday", "Friday", "2023-10-20", "2023-10-20", "2023-10-20"),
        ("Friday night", "Friday night", "2023-10-13", "2023-10-13", "2023-10-13TNI"),
        ("at 9 a.m. on Thursday", "9 a.m. on Thursday", "2023-10-12", "2023-10-12", "2023-10-12T09"),
        ("this morning", "this morning", "2023-10-15", "2023-10-15", "2023-10-15TMO"),
        ("yesterday", "yesterday", "2023-10-14", "2023-10-14", "2023-10-14"),
        ("last week", "last week", "2023-10-02", "2023-10-08", "2023-W40"),
        ("next month", "next month", "2023-11-01", "2023-11-30", "2023-11"),
        ("three days ago", "three days ago", "2023-10-12", "2023-10-12", "2023-10-12"),
        ("two years ago", "two years ago", "2021-01-01", "2021-12-31", "2021"),
        ("in March", "March", "2023-03-01", "2023-03-31", "2023-03"),
        ("in the third quarter of 2022", "the third quarter of 2022", "2022-07-01", "2022-09-30", "2022-Q3"),
        ("a third-quarter loss", "third-quarter", "2023-07-01", "2023-09-30", "2023-Q3"),
        ("in the 1990s", "1990s", "1990-01-01", "1999-12-31", "199"),
        ("the late 1980s", "the late 1980s", "1984-12-31", "1989-12-31", "198"),
        ("in the 20th century", "20th century", "1900-01-01", "1999-12-31", "19"),
        ("from 2006 to 2009", "from 2006 to 2009", "2006-01-01", "2009-12-31", "2006/2009"),
        ("October 25-26, 2016", "October 25-26, 2016", "2016-10-25", "2016-10-26", "2016-10-25/2016-10-26"),
        ("in nineteen ninety-seven", "nineteen ninety-seven", "1997-01-01", "1997-12-31", "1997"),
        ("for nine months", "nine months", None, None, "P9M"),
        ("a five-year low", "five-year", None, None, "P5Y"),
        ("over the past three years", "the past three years", "2020-10-15", "2023-10-15", "P3Y"),
        ("every day", "every day", None, None, "P1D"),
        ("recently", "recently", None, None, "PAST_REF"),
    ],
)
def test_expressions(text: str, expression: str, start: str | None, end: str | None, value: str) -> None:
    found = only(text)
    days = (
        None if found.start is None else found.start.isoformat(),
        None if found.end is None else found.end.isoformat(),
    )
    assert (found.text, *days, found.value) == (expression, start, end, value)


@pytest.mark.parametrize(
    "text",
    [
        "he may march",
        "a 25-year-old man",
        "wrote the Daily Mail and LA Weekly",
        "1,500 people",
        "since the Sept. 11 attacks",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert find_times(text, "en", PUBLISHED) == []


def test_the_same_quarter_a_year_earlier() -> None:
    _, other = find_times("Net fell in the third quarter of 2022 from $5 million a year earlier.", "en", PUBLISHED)
    assert (other.text, other.value, other.basis) == ("a year earlier", "2021-Q3", "context")


def test_a_week_of_english_news_begins_on_monday() -> None:
    assert only("this week").start == date(2023, 10, 9)


def test_schema_has_iso_days() -> None:
    made = to_schema(only("on Friday"))
    assert (made.start, made.end, made.text, made.basis, made.granularity) == (
        "2023-10-13",
        "2023-10-13",
        "Friday",
        "weekday",
        "day",
    )


@pytest.mark.parametrize(
    ("published", "start", "end"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-10-15", "2023-10-15", "2023-10-15"),
    ],
)
def test_anchors(published: str, start: str, end: str) -> None:
    assert Anchor.parse(published) == Anchor(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize("published", ["", "15/10/2023", "2023-13", "2023-02-30", "0000"])
def test_a_publication_date_that_is_none(published: str) -> None:
    with pytest.raises(AnchorError, match="write YYYY-MM-DD"):
        Anchor.parse(published)


def test_no_publication_date() -> None:
    assert Anchor.parse(None) is None


@pytest.mark.parametrize(
    "text", ["a teacher in her forties", "a man in his 50s", "in their mid-thirties", "in her early 40s"]
)
def test_the_decade_of_an_age_is_no_time(text: str) -> None:
    assert find_times(text, "en", PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("had been killed by Sunday", "2023-10-15"),
        ("no later than Friday", "2023-10-13"),
        ("until Friday", "2023-10-20"),
        ("by 2030", "2030-12-31"),
    ],
)
def test_what_is_so_by_a_day_has_no_start(text: str, end: str) -> None:
    found = to_schema(only(text))
    assert (found.start, found.end) == (None, end)


def test_since_reaches_to_publication_and_past_an_article() -> None:
    found = only("has dropped since the 1960s")
    assert (str(found.start), str(found.end), found.edtf) == ("1960-01-01", "2023-10-15", "196X/..")


@pytest.mark.parametrize("text", ["since 7 October.", "on 7 October.\n\nThe toll", "on Friday. Then"])
def test_the_full_stop_is_not_part_of_a_day(text: str) -> None:
    assert only(text).text in ("7 October", "Friday")
