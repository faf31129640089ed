"""A publication date has a basis and is never finer than known."""

from __future__ import annotations

import pytest

from kg.read import make_article, parse_published


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2023", "2023"),
        ("2023-10", "2023-10"),
        ("2023-10-21", "2023-10-21"),
        ("2023-10-21T09:00:00Z", "2023-10-21"),
        ("2023-10-21 09:00", "2023-10-21"),
        ("Sat, 21 Oct 2023 09:00:00 +0000", "2023-10-21"),
    ],
)
def test_given_dates(given: str, expected: str) -> None:
    assert parse_published(given, "خبر") == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/2023/10/21/خبر", "2023-10-21"),
        ("https://example.org/originals/2023/10/amid-tensions", "2023-10"),
        ("https://example.org/story-20231021", None),
        ("https://example.org/2023/45/x", None),
        ("http://[bad", None),
    ],
)
def test_dates_in_urls(url: str, expected: str | None) -> None:
    article = make_article("a", "قال الوزير نعم", {"url": url}, "here")
    assert article.published == expected
    assert article.published_basis == ("url" if expected else "none")


def test_a_dateline_in_the_text() -> None:
    arabic = make_article("a", "القاهرة، 12 آذار/مارس 2025 - قال الوزير يوم الأربعاء نعم", {}, "here")
    english = make_article("b", "CAIRO, 12 March 2025 - The minister (الوزير) said yes on Wednesday", {}, "here")
    for article in (arabic, english):
        assert (article.published, article.published_basis) == ("2025-03-12", "text")


def test_a_weekday_alone_is_no_date() -> None:
    assert make_article("a", "قال الوزير يوم الجمعة نعم", {}, "here").published is None
