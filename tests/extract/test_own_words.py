"""A user's own names and triggers, from the file to the graph."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli.pipeline import extract_article
from kg.errors import ExtractorError, InputError
from kg.extract.local import GrammarExtractor
from kg.extract.local.own_words import read_own_words
from schemas import Article, Extraction

WORDS = """
[[entity]]
name = "مرصد الضفاف"
type = "outlet"
also = ["Marsad al-Difaf", "Difaf"]
wikidata = "Q42"

[[entity]]
name = "الشبيبة"
type = "group"

[[trigger]]
type = "MOBILIZE"
language = "ar"
verb = "تموضع/يتموضع"
nouns = ["تموضع"]
"""


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "words.toml"
    path.write_text(WORDS, encoding="utf-8")
    return path


def extracted(article: Article, words: Path | None, extractor: str = "local") -> Extraction:
    found = extract_article(article, extractor, words)
    assert isinstance(found, Extraction)
    return found


@pytest.mark.parametrize("extractor", ["grammar", "local"])
def test_own_names_are_found_with_their_type_and_item(
    make: Callable[..., Article], words: Path, extractor: str
) -> None:
    text = "كشف مرصد الضفاف عن وصول أعضاء من الشبيبة، وفق ما نشره لمرصد الضفاف شريك."
    found = {one.name: one for one in extracted(make(text), words, extractor).entities}
    outlet = found["مرصد الضفاف"]
    assert (outlet.type, outlet.wikidata) == ("outlet", "Q42")
    assert [text[m.span.start : m.span.end] for m in outlet.mentions] == ["مرصد الضفاف", "مرصد الضفاف"]
    assert found["الشبيبة"].type == "group"


def test_english_spellings_are_of_the_same_entity_and_want_their_capitals(
    make: Callable[..., Article], words: Path
) -> None:
    text = "Marsad al-Difaf reported the fire. Difaf named two witnesses. A difaf is a bank."
    (entity,) = (one for one in extracted(make(text, language="en"), words).entities if one.wikidata == "Q42")
    assert [m.span.start for m in entity.mentions] == [text.index("Marsad"), text.index("Difaf named")]


def test_own_triggers_are_events(make: Callable[..., Article], words: Path) -> None:
    text = "تموضعت وحدات الجيش اللبناني قرب الحدود."
    assert [event.type for event in extracted(make(text), words).events] == ["MOBILIZE"]


def test_words_change_the_extractor_they_are_given_to_and_no_other(make: Callable[..., Article], words: Path) -> None:
    plain = GrammarExtractor()
    plain.with_own_words(read_own_words(words))
    assert plain.extract(make("أعضاء من الشبيبة هنا."))["entities"] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[entity]", "cannot be read"),
        ("[[person]]\nname = 'x'", "unknown table 'person'"),
        ("[entity]\nname = 'x'", "entity"),
        ("[[entity]]\nname = 'س'\ntype = 'king'", "entity 1: 'king' is no type"),
        ("[[entity]]\nname = ' '\ntype = 'person'", "entity 1: give a name"),
        ("[[entity]]\nname = 'س'\ntype = 'person'\nalso = 'ص'", "as a list"),
        ("[[entity]]\nname = 'س'\ntype = 'person'\nwikidata = '42'", "looks like Q42"),
        ("[[entity]]\nname = 'س'\ntype = 'person'\nnick = 'ص'", "unknown key 'nick'"),
        ("[[trigger]]\ntype = 'VOTE'\nlanguage = 'ar'", "trigger 1: give a verb"),
    ],
)
def test_a_wrong_file_is_told_where(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "كلمات.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message) as error:
        read_own_words(path)
    assert str(path) in str(error.value)


def test_a_missing_file_is_an_error(make: Callable[..., Article], tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        extract_article(make("نص"), "grammar", tmp_path / "no.toml")


def test_an_extractor_that_takes_no_words_says_so(
    make: Callable[..., Article], words: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Mine:
        name, version = "mine", "1"

        def extract(self, article: Article) -> dict[str, object]:
            return {}

    monkeypatch.setattr("kg.cli.pipeline.load_extractor", lambda name: Mine())
    with pytest.raises(ExtractorError, match="takes no names and triggers"):
        extract_article(make("نص"), "mine-without-words", words)
