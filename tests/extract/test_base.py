"""Extractors are found by name, a third party's too, and one that fails is told in a sentence."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli.pipeline import extract_article
from kg.errors import ExtractorError
from kg.extract import extractor_names, load_extractor
from schemas import Article, Extraction

PACKAGE = """
class Mine:
    name = "mine"
    version = "7"

    def extract(self, article):
        return {
            "entities": [{"id": "e", "type": "place", "name": "غزة", "mentions": [{"span": {"text": "غزه"}}]}],
            "claims": [{"id": "c", "source": {"entity": "e"}, "content": [{"text": "ليس في النص"}], "evidence": {}}],
        }


class Failing(Mine):
    def extract(self, article):
        raise RuntimeError("عطل")


class Nothing:
    pass
"""


@pytest.fixture
def third_party(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "riwaya_third_party.py").write_text(PACKAGE, encoding="utf-8")
    metadata = tmp_path / "third_party-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: third-party\nVersion: 1\n", encoding="utf-8")
    points = "[riwaya.extractors]\nmine = riwaya_third_party:Mine\nfailing = riwaya_third_party:Failing\n"
    points += "nothing = riwaya_third_party:Nothing\nmissing = riwaya_third_party:Missing\n"
    (metadata / "entry_points.txt").write_text(points, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "riwaya_third_party", raising=False)


@pytest.mark.usefixtures("third_party")
def test_a_third_partys_extractor_is_found_and_grounded(make: Callable[..., Article]) -> None:
    assert {"grammar", "mine"} <= set(extractor_names())
    extraction = extract_article(make("قصف في غزة"), "mine")
    assert isinstance(extraction, Extraction)
    assert extraction.entities[0].mentions[0].span.text == "غزة"
    assert not extraction.claims
    assert extraction.dropped[0].reason == "the quote is not in the text"
    assert (extraction.extractor.name, extraction.extractor.version) == ("mine", "7")


@pytest.mark.usefixtures("third_party")
def test_one_that_fails_on_an_article_says_so(make: Callable[..., Article]) -> None:
    error = extract_article(make("قصف في غزة"), "failing")
    assert isinstance(error, ExtractorError)
    assert "'failing' failed on the article 'test': RuntimeError: عطل" in str(error)


@pytest.mark.usefixtures("third_party")
@pytest.mark.parametrize(
    ("name", "said"),
    [("غير موجود", "Installed: "), ("nothing", "lacks a name"), ("missing", "could not be loaded")],
)
def test_one_that_cannot_be_used_is_an_error(name: str, said: str) -> None:
    with pytest.raises(ExtractorError, match=said):
        load_extractor(name)
