"""Figures of two claims: bounds, ranges and rounding."""

from __future__ import annotations

import pytest

from kg.resolve.figures import Figure, comparable, compatible, equal, figure, nearly
from schemas import Quantity, Span


def deaths(least: float | None, most: float | None = -1, *, exclusive: bool = False, words: str = "قتيل") -> Figure:
    return Figure(least, least if most == -1 else most, exclusive, "person", "deaths", words)


@pytest.mark.parametrize(
    ("left", "right", "both"),
    [
        (deaths(4100, None, exclusive=True, words="أكثر من 4100"), deaths(4137), True),
        (deaths(4137, None, exclusive=True), deaths(4137), False),
        (deaths(883, None, words="at least 883"), deaths(883), True),
        (deaths(1800, None, exclusive=True), deaths(863), False),
        (deaths(2000, None, exclusive=True, words="أكثر من ألفي"), deaths(5300), True),
        (deaths(11_000, None, exclusive=True, words="تتجاوز 11 ألف"), deaths(11_300), True),
        (deaths(14e9), deaths(14.3e9), True),
        (deaths(100, 300), deaths(471), False),
        (deaths(100, 300), deaths(250), True),
        (deaths(18), deaths(19), False),
        (deaths(4), deaths(5), False),
        (deaths(4000, words="4 آلاف"), deaths(4385), True),
        (deaths(None, 700_000), deaths(900_000), False),
    ],
)
def test_whether_both_can_hold(left: Figure, right: Figure, both: bool) -> None:
    assert compatible(left, right) is both
    assert compatible(right, left) is both


def test_figures_of_other_things_are_not_compared() -> None:
    assert not comparable(deaths(18), Figure(106, 106, False, "person", "injured", "106 wounded"))
    assert not comparable(deaths(471), deaths(4385))
    assert comparable(deaths(3252), deaths(11_300))


def test_one_figure_in_other_words() -> None:
    assert equal(deaths(11_000, None, exclusive=True), deaths(11_300))
    assert nearly(deaths(10_000), deaths(10_100))
    assert not nearly(deaths(4000), deaths(4385))


def killed(words: str, after: str, number: int) -> Figure:
    span = Span(start=0, end=len(words), text=words)
    return figure(Quantity(span=span, min=number, max=number, unit="person", measures="deaths"), after=after)


def test_counts_of_two_kinds_of_people_are_not_compared() -> None:
    soldiers, attackers = killed("ثلاثة جنود", " قتلوا", 3), killed("seven", " of the attackers were killed", 7)
    assert (soldiers.of, attackers.of) == ("soldier", "fighter")
    assert not comparable(soldiers, attackers)
    assert comparable(soldiers, killed("خمسة عسكريين", "", 5))
    assert comparable(soldiers, killed("5 people", " died", 5))
    assert not comparable(attackers, killed("8 people", " died", 8))
