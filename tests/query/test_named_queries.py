"""The named queries on two sample articles, one in each language, about the same place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from extractions import arabic_extraction, english_extraction
from rdflib.plugins.sparql import prepareQuery

from kg.errors import QueryError
from kg.query import NamedQuery, Table, guard, named_queries, named_query, run_named
from kg.query.named import parse_named
from kg.rdf import Names
from kg.store import Store
from schemas import Source

VALUES = {
    "name": "وزارة",
    "word": "قصف",
    "text": "deaths",
    "id": "sample-ar",
    "date": "2024-05-03",
    "iri": "claim:ab",
    "language": "ar",
    "concept:event": "ASSAULT",
}
OF_LINKS = {"contradictions"}
"""Questions to which only links are an answer: see test_link_queries.py."""
REQUIRED = {"words": {"speaker": "الصحة"}, "mentions": {"name": "السدرة"}}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("query") / "kg") as opened:
        opened.add_all([arabic_extraction(), english_extraction()])
        yield opened


def ask(store: Store, query: str, /, **values: str) -> list[dict[str, str]]:
    return run_named(store, named_query(query), values).values()


@pytest.mark.parametrize("query", named_queries().values(), ids=named_queries())
def test_every_file_is_a_query_for_both_engines(query: NamedQuery, store: Store) -> None:
    everything = {parameter.name: VALUES[parameter.kind] for parameter in query.parameters}
    for text in (query.text, query.bound(everything, Names())):
        prepareQuery(text)
        guard(text)
    assert query.title
    assert any("\u0600" <= char <= "\u06ff" for char in query.title_ar + query.question_ar)
    assert query.name in OF_LINKS or run_named(store, query, REQUIRED.get(query.name, {})).rows


@pytest.mark.parametrize("query", named_queries().values(), ids=named_queries())
def test_rows_do_not_depend_on_the_order_of_adding(query: NamedQuery, store: Store, tmp_path: Path) -> None:
    values = REQUIRED.get(query.name, {})
    with Store(tmp_path / "kg") as other:
        other.add(english_extraction())
        other.add(arabic_extraction())
        assert run_named(other, query, values) == run_named(store, query, values)


def test_chain_says_who_passed_it_on(store: Store) -> None:
    rows = ask(store, "chain", source="وزاره الصحه", lang="ar")
    assert [(row.get("through"), row["act"]) for row in rows] == [("الشراع", "أعلن"), (None, "قال")]
    assert {row["outlet"] for row in rows} == {"صوت المرفأ"}


def test_chain_of_one_outlet(store: Store) -> None:
    assert {row["document"] for row in ask(store, "chain", outlet="المرفا")} == {"sample-ar"}


def test_words_of_one_speaker_whatever_the_spelling(store: Store) -> None:
    for spelling in ("وزارة الصحة", "وزاره الصِّحة", "وزارةالصحة"[:5] + " الصحه"):
        rows = ask(store, "words", speaker=spelling)
        assert [row["words"] for row in rows][-1] == "لن نسكت"
    [row] = ask(store, "words", speaker="SAMI haddad")
    assert (row["words"], row["kind"], row["act"]) == ("We did not fire", "direct", "say")


def test_claims_about_an_event_affirmed_and_denied(store: Store) -> None:
    rows = ask(store, "about", type="assault", word="المِيناء")
    assert {(row["source"], row["polarity"]) for row in rows} == {
        ("الشراع", "affirms"),
        ("وزارة الصحة", "affirms"),
        ("متحدث باسم الجيش", "denies"),
    }


def test_a_place_is_found_in_both_languages_by_its_match(store: Store) -> None:
    for spelling in ("sidra", "السدره"):
        assert {row["document"] for row in ask(store, "events", place=spelling)} == {"sample-ar", "sample-en"}
        assert {row["document"] for row in ask(store, "mentions", name=spelling)} == {"sample-ar", "sample-en"}


@pytest.mark.parametrize(
    ("days", "documents"),
    [
        ({"from": "2024-05-03"}, {"sample-en"}),
        ({"to": "2024-05-02"}, {"sample-ar"}),
        ({"from": "2024-05-01", "to": "2024-05-31"}, {"sample-ar", "sample-en"}),
        ({"from": "2025-01-01"}, set()),
    ],
)
def test_events_of_some_days(store: Store, days: dict[str, str], documents: set[str]) -> None:
    assert {row["document"] for row in run_named(store, named_query("events"), days).values()} == documents


def test_first_hand_and_relayed(store: Store) -> None:
    rows = {row["words"]: (row["hand"], row.get("through")) for row in ask(store, "firsthand")}
    assert rows["لن نسكت"] == ("first-hand", None)
    assert rows["مقتل أكثر من 40 شخصًا في قصف على الميناء"] == ("relayed", "الشراع")


def test_a_figure_is_its_last_source_s_not_the_denier_s(store: Store) -> None:
    arabic, english = ask(store, "figures", measures="deaths")
    assert (arabic["least"], arabic.get("most"), arabic["source"]) == ("> 40", None, "وزارة الصحة")
    assert (english["least"], english["most"], english["source"]) == ("38", "38", "Rescue workers")


def test_audit_names_extractor_and_characters(store: Store) -> None:
    row = ask(store, "audit", document="sample-ar")[0]
    assert (row["extractor"], row["version"], row["start"], row["end"]) == ("grammar", "0.1", "0", "100")
    [one] = ask(store, "audit", node=row["node"])
    assert one["graph"] == row["graph"]


def test_dropped_says_why(store: Store) -> None:
    [row] = ask(store, "dropped")
    assert row["reason"] == "content not in the text"


@pytest.mark.parametrize(
    "hostile",
    [
        '" } } SELECT * { ?s ?p ?o } #',
        'x\\" . ?s ?p ?o',
        "} UNION { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } {",
        "\n\r\x00x",
    ],
)
def test_a_parameter_is_a_term_whatever_it_says(store: Store, hostile: str) -> None:
    assert ask(store, "words", speaker=hostile) == []
    assert ask(store, "chain", document=hostile) == []


def test_a_parameter_that_looks_like_the_slot(store: Store) -> None:
    assert ask(store, "chain", document="\n  #source VALUES ?p_source { UNDEF }") == []


@pytest.mark.parametrize(
    ("name", "values", "told"),
    [
        ("words", {}, "needs --param speaker"),
        ("words", {"speaker": "س", "speakr": "x"}, "has no parameter 'speakr'"),
        ("words", {"speaker": " ـًّ"}, "no letters"),
        ("words", {"speaker": "س", "lang": "fr"}, "one of ar, en"),
        ("about", {"type": "قصف"}, "one of ACCUSE, AGREE"),
        ("events", {"from": "أمس"}, "YYYY-MM-DD"),
        ("audit", {"node": "not an iri"}, "is not an IRI"),
    ],
)
def test_what_does_not_fit_is_told(store: Store, name: str, values: dict[str, str], told: str) -> None:
    with pytest.raises(QueryError, match=told):
        run_named(store, named_query(name), values)


def test_unknown_name_lists_the_known() -> None:
    with pytest.raises(QueryError, match="about, audit, chain"):
        named_query("من قال")


def test_another_base_iri(tmp_path: Path) -> None:
    with Store(tmp_path / "kg", Names("https://news.example/")) as store:
        store.add(arabic_extraction())
        table: Table = run_named(store, named_query("chain"))
        assert len(table.rows) == 4


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SELECT * {}", "lacks question"),
        (
            "# title: a\n# title-ar: ب\n# question: c\n# question-ar: د\n# param who name: whose\nSELECT * {}",
            "declares",
        ),
        ("# title: a\n# title-ar: ب\n# question: c\n# question-ar: د\n# param who nme: whose\n", "cannot be read"),
    ],
)
def test_a_wrong_file_is_told(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        parse_named("wrong", text)


def test_each_thing_has_one_row_even_where_links_are_missing(store: Store, tmp_path: Path) -> None:
    sample = arabic_extraction()
    bare = sample.model_copy(
        update={
            "article": sample.article.model_copy(update={"id": "bare", "outlet": None}),
            "events": tuple(event.model_copy(update={"place": None, "time": None}) for event in sample.events),
            "claims": tuple(
                claim.model_copy(update={"about": (), "source": Source(), "via": None, "time": None})
                for claim in sample.claims
            ),
        }
    )
    with Store(tmp_path / "kg") as other:
        other.add_all([sample, english_extraction(), bare])
        assert len(ask(other, "chain")) == 4 + 3 + 4
        assert len(ask(other, "events")) == 1 + 2 + 1
        assert len(ask(other, "audit")) == 5 + 5 + 5
        assert len(ask(other, "firsthand")) == 3 + 3 + 4
        assert [row["document"] for row in ask(other, "figures")] == ["bare", "sample-ar", "sample-en"]
        assert [row["speaker"] for row in ask(other, "words", speaker="وزارة")] == ["وزارة الصحة"] * 2
