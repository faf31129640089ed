"""The sample articles are what their README and their list of planted things say."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLES = sorted(SEEDS.glob("*/*.txt"))
SIDECAR_FIELDS = {"id", "title", "published", "outlet", "url", "language", "authors", "sample", "note"}
OUTLETS = {"مرصد الضفاف", "المدار اليومي", "قوافل الصباح", "Northgate Wire", "Harbour Ledger", "Saltmarsh Courier"}
PAIRS = {
    "contradictions": ("a", "b"),
    "relays": ("from", "to"),
    "updates": ("earlier", "later"),
    "compatible": ("a", "b"),
    "must_not_merge": ("a", "b"),
}
FEATURES = {
    "arabic_decimal_separator",
    "arabic_indic_digits",
    "carry_over",
    "comparator",
    "curly_quotes",
    "date_line",
    "decimal_comma",
    "diacritics",
    "guillemets",
    "gulf_month",
    "headline_claim",
    "levantine_month",
    "maghrebi_month",
    "money",
    "nested_attribution",
    "nested_straight_quotes",
    "number_words",
    "percentage",
    "range",
    "relative_date",
    "tatweel",
    "unnamed_source",
}


def sidecar(article: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(article.with_suffix(".json").read_text(encoding="utf-8"))
    return loaded


def expected() -> list[dict[str, Any]]:
    stories: list[dict[str, Any]] = tomllib.loads((SEEDS / "expected.toml").read_text(encoding="utf-8"))["story"]
    return stories


def planted_quotes() -> Iterator[tuple[str, str]]:
    """Every (file, quote) of the list of planted things."""
    for story in expected():
        for kind, sides in PAIRS.items():
            for pair in story[kind]:
                yield from ((pair[side]["file"], pair[side]["quote"]) for side in sides)
        yield from ((feature["file"], feature["quote"]) for feature in story["features"])


def test_there_are_four_stories_in_two_languages_by_several_outlets() -> None:
    languages = Counter(sidecar(article)["language"] for article in ARTICLES)
    assert languages["ar"] >= 8
    assert languages["en"] >= 6
    stories = {article.parent.name for article in ARTICLES}
    assert len(stories) == 4
    for story in stories:
        told_by = {sidecar(article)["outlet"] for article in ARTICLES if article.parent.name == story}
        assert len(told_by) >= 3, story


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_article_is_headline_blank_line_body_of_news_length(article: Path) -> None:
    text = article.read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert text.endswith("\n")
    headline, blank, body = text.split("\n", 2)
    assert headline.strip() == headline != ""
    assert blank == ""
    assert 120 <= len(body.split()) <= 350
    assert not re.search(r"[ \t]\n|  |\n{3}", text)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_arabic_has_arabic_punctuation_and_english_has_no_arabic(article: Path) -> None:
    text = article.read_text(encoding="utf-8")
    if sidecar(article)["language"] == "ar":
        assert not re.search(r"[?;]|[\u0600-\u06ff][,]|\s[،؛؟]|،(?=\S)", text)
        assert "،" in text
    else:
        assert not re.search(r"[\u0600-\u06ff]", text)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_sidecar_is_complete_and_marks_the_sample(article: Path) -> None:
    record = sidecar(article)
    assert set(record) == SIDECAR_FIELDS
    assert record["title"] == article.read_text(encoding="utf-8").split("\n", 1)[0]
    assert record["sample"] is True
    assert record["note"] == "invented outlet; sample text written for this project"
    assert record["outlet"] in OUTLETS
    assert record["url"].startswith("https://example.org/")
    assert record["language"] == article.stem.rsplit("-", 1)[1]
    assert record["published"] is None or re.fullmatch(r"2023-\d\d(-\d\d)?", record["published"])
    assert all(isinstance(author, str) for author in record["authors"])


def test_ids_and_addresses_are_unique_and_dates_vary_in_precision() -> None:
    records = [sidecar(article) for article in ARTICLES]
    assert len({record["id"] for record in records}) == len(records)
    assert len({record["url"] for record in records}) == len(records)
    precision = Counter(len(record["published"] or "") for record in records)
    assert precision[len("2023-10")] >= 2
    assert precision[0] >= 1


def test_every_planted_quote_is_in_its_file() -> None:
    texts = {article.relative_to(SEEDS).as_posix(): article.read_text(encoding="utf-8") for article in ARTICLES}
    missing = [(file, quote) for file, quote in planted_quotes() if quote not in texts[file]]
    assert missing == []


def test_every_story_plants_every_kind_with_its_reason() -> None:
    stories = expected()
    assert {story["id"] for story in stories} == {article.parent.name for article in ARTICLES}
    for story in stories:
        for kind in PAIRS:
            assert story[kind], (story["id"], kind)
            assert all(pair["reason"].strip() for pair in story[kind])
        assert {pair["kind"] for pair in story["contradictions"]} <= {"figure", "denial", "plan"}
    assert {feature["feature"] for story in stories for feature in story["features"]} == FEATURES


def test_sides_of_a_pair_differ_and_updates_go_forward() -> None:
    for story in expected():
        for kind, (one, other) in PAIRS.items():
            for pair in story[kind]:
                assert pair[one] != pair[other], pair
        for update in story["updates"]:
            assert update["earlier"]["quote"] != update["later"]["quote"]


def test_some_contradictions_cross_languages() -> None:
    crossing = [
        pair
        for story in expected()
        for pair in story["contradictions"]
        if pair["a"]["file"].rsplit("-", 1)[1] != pair["b"]["file"].rsplit("-", 1)[1]
    ]
    assert len(crossing) >= 4


def test_readme_names_every_article_and_outlet() -> None:
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    assert all(article.relative_to(SEEDS).with_suffix("").as_posix() in readme for article in ARTICLES)
    assert all(outlet in readme for outlet in OUTLETS)
    assert "CC0" in readme
