"""Entities of English articles: names, their borders and their types."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.local.document import Document
from kg.extract.local.entities import find_entities
from schemas import Article

Make = Callable[..., Article]


def named(article: Article) -> list[tuple[str, str]]:
    """Named mentions as the text has them, with the type, in the order of the text."""
    found = [
        (mention.start, article.text[mention.start : mention.end], str(entity.type))
        for entity in find_entities(Document(article))
        for mention in entity.mentions
        if mention.kind == "named"
    ]
    return [(text, type_) for _, text, type_ in sorted(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Secretary of State John Kerry said so.", [("John Kerry", "person")]),
        ("The talks with Prime Minister Benjamin Netanyahu's aides failed.", [("Benjamin Netanyahu", "person")]),
        ("It was Mohammed bin Salman who spoke.", [("Mohammed bin Salman", "person")]),
        ("A report by John F. Smith came out.", [("John F. Smith", "person")]),
        ("The Ministry of Health confirmed it.", [("Ministry of Health", "organization")]),
        ("He joined the Human Rights Council in May.", [("Human Rights Council", "organization")]),
        (
            "The Iraqi army freed Kyal Sin, 19, in Mosul.",
            [("Iraqi army", "organization"), ("Kyal Sin", "person"), ("Mosul", "place")],
        ),
        ("Iran-backed fighters left Aleppo.", [("Iran", "place"), ("Aleppo", "place")]),
        ("Officials told us that the US would help.", [("US", "place")]),
        ("However, nobody came. They left on Monday.", []),
        ("American officials met Israeli leaders.", []),
        ("The New York Times reported it.", [("The New York Times", "outlet")]),
    ],
)
def test_names(make: Make, text: str, expected: list[tuple[str, str]]) -> None:
    assert named(make(text, language="en")) == expected


def test_a_headline_in_capitals_names_only_what_is_known(make: Make) -> None:
    text = "Angry Voters Want Answers From Big Companies\nThe vote is on Sunday in Egypt."
    assert named(make(text, language="en")) == [("Egypt", "place")]


@pytest.mark.parametrize("text", ["A" * 5000, "Al " * 3000, "Mr. " * 3000, "of The " * 3000, "U.S." * 2000, '"' * 3000])
def test_hostile_text_gives_spans_inside_the_text(make: Make, text: str) -> None:
    for entity in find_entities(Document(make(text, language="en"))):
        for mention in entity.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
