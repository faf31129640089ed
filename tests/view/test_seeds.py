"""The sample articles' page, asked as a new reader would ask it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.extract.local import GrammarExtractor
from kg.ground import ground
from kg.read import read_articles
from kg.view import page
from schemas import Extraction, ExtractorInfo


@pytest.fixture(scope="module")
def seeds(repository: Path) -> list[Extraction]:
    """What the grammar finds in the sample articles about the flood."""
    grammar = GrammarExtractor()
    info = ExtractorInfo(name=grammar.name, version=grammar.version)
    folder = repository / "seeds" / "derna-flood"
    return [ground(article, grammar.extract(article), info) for article in read_articles([str(folder)])]


def test_who_denies_the_highest_toll_and_on_whose_word_is_it_given(seeds: list[Extraction], show: Callable) -> None:
    opened = show(page(seeds, language="ar"))
    # Nothing done yet: the denials lie open. One click shows who denies, and the sentence.
    opened.page.locator("#panel .claims .claim", has_text="11 ألف").first.click()
    assert opened.page.locator("#panel .kicker .denies").count() == 1
    assert "11 ألف" in opened.page.locator("#panel mark.content").first.inner_text()
    assert opened.page.locator("#panel .chain .node").last.inner_text() == "الهلال الأحمر الليبي"
    # One search lists everybody who gives the figure, with the outlet that carries it.
    opened.page.fill("#search", "11300")
    hits = opened.page.locator("#hits li", has=opened.page.locator(".symbol.claim"))
    assert hits.count() >= 2
    assert any("مرصد الضفاف" in hit for hit in hits.all_inner_texts())
    # One more click shows on whose word.
    hits.first.click()
    assert "11300" in opened.page.locator("#panel mark.content").first.inner_text().replace(",", "")
    assert opened.page.locator("#panel .chain .node").count() >= 2


def test_every_mark_of_the_sample_articles_is_their_own_text(seeds: list[Extraction], show: Callable) -> None:
    opened = show(page(seeds), "#view=reader")
    for extraction in seeds:
        for claim in extraction.claims:
            key = f"claim/{extraction.article.id}/{claim.id}"
            opened.page.evaluate("key => { location.hash = new URLSearchParams({view: 'reader', at: key}) }", key)
            opened.page.wait_for_selector(f'#panel [data-start="{claim.content[0].start}"]')
            shown = opened.page.locator("#panel mark.content").evaluate_all("all => all.map((m) => m.textContent)")
            assert set(shown) == {span.text for span in claim.content}
        assert opened.page.locator("#reader .body").text_content() == extraction.article.text
