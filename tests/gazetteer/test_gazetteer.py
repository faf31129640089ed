"""The gazetteer's tables and their lookup."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from kg.gazetteer import (
    Entry,
    Gazetteer,
    Name,
    arabic_names,
    arabic_words,
    english_names,
    entries,
    gazetteer,
    word_classes,
)
from kg.text import fold
from schemas import EntityType

TABLES = sorted(path.name for path in (files("kg.gazetteer") / "data").iterdir() if path.name.endswith(".tsv"))


def find(text: str) -> tuple[str, str | None, bool] | None:
    """What the gazetteer knows of the beginning of ``text``: label, Wikidata id, whether a cue is needed."""
    first, *rest = fold(text).split()
    matches = gazetteer().find(first, rest)
    return (matches[0].entry.name, matches[0].entry.wikidata, matches[0].weak) if matches else None


@pytest.mark.parametrize("table", TABLES)
def test_every_table_says_what_its_columns_mean(table: str) -> None:
    lines = (files("kg.gazetteer") / "data" / table).read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    assert any("Columns:" in line for line in head)
    widths = {line.count("\t") for line in lines if line and not line.startswith("#")}
    assert len(widths) == 1, f"{table}: rows of different width"


def test_rows_name_known_types_and_wellformed_identifiers() -> None:
    keys = set()
    for name in entries():
        assert isinstance(name.entry.type, EntityType)
        assert name.text.strip() == name.text
        assert name.text
        assert name.entry.wikidata is None or re.fullmatch(r"Q[1-9]\d*", name.entry.wikidata)
        keys.add(name.entry.key)
    assert len(keys) > 5000


def test_one_wikidata_identifier_stands_for_one_entry() -> None:
    owners: dict[str, set[str]] = {}
    for name in entries():
        if name.entry.wikidata:
            owners.setdefault(name.entry.wikidata, set()).add(name.entry.key)
    assert {item: keys for item, keys in owners.items() if len(keys) > 1} == {}


@pytest.mark.parametrize(
    ("text", "wikidata"),
    [
        ("الولايات المتحدة الأمريكية وحلفاؤها", "Q30"),
        ("المملكة العربية السعودية", "Q851"),
        ("مجلس الأمن الدولي يجتمع", "Q37470"),
        ("جو بايدن يزور", "Q6279"),
        ("united nations security council", "Q37470"),
        ("reuters reported", "Q130879"),
    ],
)
def test_names_of_both_languages_lead_to_one_thing(text: str, wikidata: str) -> None:
    found = find(text)
    assert found is not None
    assert found[1] == wikidata


def test_the_longest_name_is_found() -> None:
    assert find("جنوب السودان") == ("جنوب السودان", "Q958", False)
    assert find("السودان") == ("السودان", "Q1049", False)


@pytest.mark.parametrize("word", ["الخبر", "الجزيرة", "النصر", "فتح"])
def test_names_that_are_words_are_marked(word: str) -> None:
    found = find(word)
    assert found is not None
    assert found[2]


@pytest.mark.parametrize("word", ["الخميس", "اليزابيث", "وان", "قال", "اول"])
def test_words_that_some_town_bears_do_not_count_alone(word: str) -> None:
    found = find(word)
    assert found is None or found[2]


def test_a_users_own_names_make_a_gazetteer() -> None:
    entry = Entry("own:1", EntityType.ORGANIZATION, "مرصد الساحل")
    own = Gazetteer.of([Name(entry, "مرصد الساحل", weak=False), Name(entry, "Coast Watch", weak=False)])
    assert own.find("مرصد", ["الساحل", "قال"])[0].entry is entry
    assert own.find("coast", ["watch"])[0].words == 2
    assert own.find("مرصد", ["الجبل"]) == ()


def test_roles_of_names() -> None:
    assert "g" in arabic_names().role("محمد")
    assert "c" in arabic_names().role("محمد")
    assert "f" in arabic_names().role("كريستوفر")
    assert "s" in arabic_names().role("القحطاني")
    assert arabic_names().role("قال") == ""
    assert "g" in english_names().role("michael")


@pytest.mark.parametrize("word", ["وزير", "والمسوولون", "الحق", "لبحث", "زيارته", "مجموعاتهم", "سيكتبونها"])
def test_vocabulary_knows_words_with_what_is_written_onto_them(word: str) -> None:
    assert arabic_words().knows(word)


@pytest.mark.parametrize("word", ["بلينكن", "زيلينسكي", "ماكورماك"])
def test_vocabulary_knows_no_foreign_names(word: str) -> None:
    assert not arabic_words().knows(word)


def test_word_classes_are_folded() -> None:
    assert "وزاره" in word_classes("heads_ar")["official:organization"]
    for table in ("heads_ar", "titles_ar", "ordinary_ar", "complements_ar", "phrases"):
        for words in word_classes(table).values():
            assert all(word == fold(word) for word in words)
