"""Rules over chunks."""

from __future__ import annotations

import pytest

from kg.text.cascade import Alphabet, Stage, rule, runs
from kg.text.scan import BREAK, OTHER, Chunk

ALPHABET = Alphabet(("day", "month", "of", "end", "date", "for"), {"word": ("day", "month")})


def chunk(category: str, at: int, value: object = None) -> Chunk:
    return Chunk(category, at, at + 1, value, "")


def test_the_longest_match_that_builds_wins() -> None:
    stage = Stage(
        ALPHABET,
        [
            rule(ALPHABET, "day:day", "date", lambda found: found.get("day")),
            rule(ALPHABET, "day:day of? month:month", "date", lambda found: (found.get("day"), found.get("month"))),
            rule(ALPHABET, "day day:day month", "date", lambda found: None),
        ],
    )
    made = stage.apply([chunk("day", 0, 7), chunk("of", 2), chunk("month", 4, 10), chunk("end", 6), chunk("day", 8, 3)])
    assert [(one.category, one.start, one.end, one.value) for one in made] == [
        ("date", 0, 5, (7, 10)),
        ("end", 6, 7, None),
        ("date", 8, 9, 3),
    ]


def test_context_is_looked_at_and_not_taken_in() -> None:
    stage = Stage(ALPHABET, [rule(ALPHABET, "[for] day:day [end]", "date", lambda found: found.get("day"))])
    assert [one.category for one in stage.apply([chunk("for", 0), chunk("day", 2, 1)])] == ["for", "date"]
    assert [one.category for one in stage.apply([chunk("day", 2, 1)])] == ["day"]
    assert [one.category for one in stage.apply([chunk("for", 0), chunk("day", 2), chunk("of", 4)])] == [
        "for",
        "day",
        "of",
    ]


def test_a_label_that_the_rule_lacks_is_none() -> None:
    stage = Stage(ALPHABET, [rule(ALPHABET, "word:any", "date", lambda found: (found.get("any"), found.get("none")))])
    assert stage.apply([chunk("month", 0, 5)])[0].value == (5, None)


def test_a_rule_begins_with_a_category() -> None:
    with pytest.raises(ValueError, match="must begin with a category"):
        rule(ALPHABET, "? day", "date", lambda found: None)


def test_runs_end_with_what_cut_them() -> None:
    line = [chunk("day", 0), chunk(OTHER, 2), chunk(OTHER, 4), chunk("month", 6), chunk(BREAK, 8), chunk("day", 9)]
    assert [[one.start for one in run] for run in runs(line)] == [[0, 2], [6, 8], [9]]
