"""The named queries that read links, on the sample articles as they are linked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from kg.query import named_query, run_named
from kg.resolve.graph import claim_graph, claim_quads, entity_graph, entity_quads
from kg.resolve.linking import link_articles
from kg.store import Store
from schemas import Extraction

Row = dict[str, str]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, sample_extractions: tuple[Extraction, ...]) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("linked") / "kg") as opened:
        opened.add_all(sample_extractions)
        linked = link_articles(sample_extractions, opened.names)
        opened.put(entity_graph(opened.names), entity_quads(linked, opened.names))
        opened.put(claim_graph(opened.names), claim_quads(linked, opened.names))
        yield opened


def ask(store: Store, query: str, /, **values: str) -> list[Row]:
    return run_named(store, named_query(query), values).values()


def arabic(text: str) -> bool:
    return any("\u0600" <= char <= "\u06ff" for char in text)


def test_a_contradiction_has_two_sides_the_earlier_first_each_once(store: Store) -> None:
    rows = ask(store, "contradictions")
    count = sum(1 for _ in store.quads.quads_for_pattern(None, store.names.node("rw:contradicts"), None, None))
    assert len(rows) * 2 == count
    assert all(row["said"] <= row["againstSaid"] for row in rows)
    assert all(float(a["confidence"]) >= float(b["confidence"]) for a, b in pairwise(rows))
    [row] = [row for row in rows if row.get("compared") == "705 أشخاص"]
    assert (row["source"], row["againstSource"]) == ("وزارة الصحة السودانية", "نقابة أطباء السودان")
    assert (row["againstCompared"], row["outlet"]) == ("863 قتيلا", "مرصد الضفاف")
    assert "cannot both hold" in row["because"]


def test_contradictions_across_languages(store: Store) -> None:
    assert any(arabic(row["words"]) != arabic(row["againstWords"]) for row in ask(store, "contradictions"))


@pytest.mark.parametrize("spelling", ["نقابه أطباء", "نِقابة"])
def test_contradictions_of_one_source_on_either_side(store: Store, spelling: str) -> None:
    rows = ask(store, "contradictions", source=spelling)
    assert rows
    assert all("نقابة" in row.get("source", "") + row.get("againstSource", "") for row in rows)


def test_contradictions_of_one_article_and_one_word(store: Store) -> None:
    one = "jeddah-truce-02-marsad-aldifaf-ar"
    rows = ask(store, "contradictions", document=one, word="قَتيلا")
    assert rows
    assert all(one in (row["document"], row["againstDocument"]) for row in rows)


def test_uncorroborated_claims_are_those_nobody_else_bears_out(store: Store) -> None:
    rows = ask(store, "uncorroborated")
    corroborated = {
        quad.subject for quad in store.quads.quads_for_pattern(None, store.names.node("rw:corroborates"), None, None)
    }
    texts = {
        quad.object.value
        for one in corroborated
        for quad in store.quads.quads_for_pattern(one, store.names.node("schema:text"), None)
    }
    assert corroborated
    assert not any(row["words"] in texts and row["retold"] == "false" for row in rows if len(row["words"]) > 40)
    assert {"true", "false"} == {row["contradicted"] for row in rows}
    assert {row["source"] for row in ask(store, "uncorroborated", source="بلينكن")} >= {"Antony Blinken"}
    assert all("قتيلا" not in row["words"] for row in ask(store, "uncorroborated", measures="no such thing"))


def test_an_event_of_two_sources_is_no_event_of_one(store: Store) -> None:
    rows = ask(store, "single-source-events", lang="ar")
    assert all(row["source"] and row["type"] for row in rows)
    assert any(arabic(row["evidence"]) for row in rows)
    everything = ask(store, "events")
    assert len(rows) < len(everything)
    assert all(
        row["document"] == "oil-cut-01-northgate-wire-en"
        for row in ask(store, "single-source-events", document="oil-cut-01-northgate-wire-en")
    )


def test_figures_of_one_source_stand_together_in_the_order_of_days(store: Store) -> None:
    rows = ask(store, "figures-over-time", measures="deaths", source="وزارة الصحة")
    assert {arabic(row["calledHere"]) for row in rows} == {True, False}
    by_source: dict[str, list[Row]] = {}
    for row in rows:
        by_source.setdefault(row["source"], []).append(row)
    assert len({len(run) for run in by_source.values()}) > 1
    assert all(
        row["said"] <= later["said"]
        for run in by_source.values()
        for row, later in pairwise(run)
        if row.get("unit") == later.get("unit")
    )
    assert any(row["updates"] == "true" for row in rows)
    assert any(row["contradicted"] == "true" for row in rows)
    assert any(row["figure"] == "٤٣٨٥" and row["most"] == "4385" for row in rows)
    some = ask(store, "figures-over-time", measures="deaths", **{"from": "2023-05-01", "to": "2023-06-30"})
    assert {row["document"].rpartition("-0")[0] for row in some} == {"jeddah-truce"}


def test_who_relays_whom_is_counted(store: Store) -> None:
    rows = ask(store, "relayed", source="northgate")
    found = {(row["through"], row["relayed"]): int(row["claims"]) for row in rows if row["how"] == "original found"}
    assert found[("مرصد الضفاف", "Northgate Wire")] >= 2
    assert all(int(row["articles"]) <= int(row["claims"]) for row in rows)
    assert {row["through"] for row in ask(store, "relayed", through="مرصد")} == {"مرصد الضفاف"}


def test_a_record_counts_what_became_of_a_source_s_claims(store: Store) -> None:
    rows = ask(store, "record", source="وزارة الصحة")
    assert sum(int(row["claims"]) for row in rows) >= 5
    assert any(int(row["updated"]) for row in rows)
    assert any(int(row["contradicted"]) for row in rows)
    names = [row["source"] for row in ask(store, "record")]
    assert len(names) == len(set(names))
    for row in ask(store, "record"):
        counts = [int(row[name]) for name in ("confirmed", "contradicted", "updated", "retold", "denials")]
        assert max(counts) <= int(row["claims"])


def test_denials_within_one_article_and_across_articles(store: Store) -> None:
    rows = ask(store, "denials")
    assert {"true", "false"} == {row["across"] for row in rows}
    [within] = [row for row in rows if row.get("deniedBy") == "الجيش الإسرائيلي" and row["across"] == "false"]
    assert within["affirmedBy"].startswith("وزارة الصحة")
    across = [row for row in rows if row["across"] == "true" and row.get("deniedBy") == "الهلال الأحمر الليبي"]
    assert any(not arabic(row["affirmation"]) for row in across)
    assert ask(store, "denials", source="الهلال الاحمر")
    one = "derna-flood-03-marsad-aldifaf-ar"
    assert all(one in (row["affirmedIn"], row["deniedIn"]) for row in ask(store, "denials", document=one))


@pytest.mark.parametrize("name", ["contradictions", "denials", "figures-over-time", "record", "relayed"])
def test_no_row_twice(store: Store, name: str) -> None:
    rows = run_named(store, named_query(name)).rows
    assert rows
    assert len(rows) == len(set(rows))
