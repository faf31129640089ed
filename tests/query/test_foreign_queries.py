"""Anybody's SPARQL: read the store and nothing else, in the time allowed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from extractions import arabic_extraction, english_extraction

from kg.errors import QueryError, StoreError
from kg.query import guard, run_query
from kg.rdf import Names
from kg.store import Store


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("foreign") / "kg"
    with Store(folder) as store:
        store.add_all([arabic_extraction(), english_extraction()])
    return folder


def test_select_over_all_graphs_with_the_project_s_prefixes(path: Path) -> None:
    table = run_query(path, "SELECT ?name { ?e a rw:Entity ; rdfs:label ?name } ORDER BY ?name")
    assert table.columns == ("name",)
    assert "وزارة الصحة" in {row["name"] for row in table.values()}


def test_one_document_by_its_graph(path: Path) -> None:
    found = run_query(path, 'SELECT ?title { GRAPH ?g { ?d schema:identifier "sample-ar" ; schema:headline ?title } }')
    assert found.values() == [{"title": "قصف الميناء: روايتان"}]


def test_ask_construct_and_describe(path: Path) -> None:
    assert run_query(path, "ASK { ?c a rw:Claim }").values() == [{"answer": "true"}]
    built = run_query(path, "CONSTRUCT { ?c schema:text ?t } WHERE { ?c schema:text ?t }")
    assert built.columns == ("subject", "predicate", "object")
    assert len(built.rows) == 7
    assert run_query(path, "DESCRIBE ?c { ?c rw:polarity rw:polarity-denies }").rows


def test_folding_is_there(path: Path) -> None:
    found = run_query(path, 'SELECT ?n { ?e rdfs:label ?n FILTER(rw:fold(?n) = "وزاره الصحه") }')
    assert [row["n"] for row in found.values()] == ["وزارة الصحة"]


def test_too_many_rows_are_cut_and_said(path: Path) -> None:
    table = run_query(path, "SELECT * { ?s ?p ?o }", rows=5)
    assert len(table.rows) == 5
    assert table.truncated
    assert not run_query(path, "SELECT * { ?s ?p ?o } LIMIT 5", rows=5).truncated


def test_a_long_query_is_ended(path: Path) -> None:
    cross = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STR(?a) > STR(?l)) }"
    with pytest.raises(QueryError, match="longer than 1 seconds"):
        run_query(path, cross, timeout=1)


def test_a_store_open_for_writing_can_be_asked(path: Path) -> None:
    with Store(path):
        assert run_query(path, "ASK { ?c a rw:Claim }").rows


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """A server on loopback that notes who asks."""
    asked: list[str] = []

    class Note(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_POST = do_GET  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Note)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/س", asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ ?a ?b ?c OPTIONAL {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }} }}",
        "SELECT * {{ ?a ?b ?c FILTER EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
        "SELECT * {{ {{ SELECT * {{ \\u0053ERVICE <{url}> {{ ?s ?p ?o }} }} }} }}",
        "SELECT * {{ BIND(<{url}> AS ?u) SERVICE ?u {{ ?s ?p ?o }} }}",
        "SELECT * FROM <{url}> {{ ?s ?p ?o }}",
        "ASK FROM NAMED <{url}> {{ ?s ?p ?o }}",
        "CONSTRUCT FROM <{url}> WHERE {{ ?s ?p ?o }}",
        "DESCRIBE ?s FROM <{url}> {{ ?s ?p ?o }}",
        "LOAD <{url}>",
        "INSERT DATA {{ <urn:a> <urn:b> <{url}> }}",
        "DROP ALL",
        "CLEAR ALL # {url}",
    ],
)
def test_nothing_but_reading_this_store(path: Path, listener: tuple[str, list[str]], query: str) -> None:
    url, asked = listener
    before = set(Store(path, read_only=True).quads)
    with pytest.raises(QueryError):
        run_query(path, query.format(url=url))
    assert asked == []
    assert set(Store(path, read_only=True).quads) == before


@pytest.mark.parametrize("text", ["", "اختر كل شيء", "SELECT", "SELECT * {", "x" * 200_000, "SELECT * " + "{" * 5000])
def test_what_is_no_query_is_told(text: str) -> None:
    with pytest.raises(QueryError):
        guard(text)


def test_what_only_oxigraph_refuses_is_told_too(path: Path) -> None:
    with pytest.raises(QueryError, match="the query failed"):
        run_query(path, "SELECT * { ?s nowhere:p ?o }")


def test_missing_store_and_other_base(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store"):
        run_query(tmp_path / "لا شيء", "ASK {}")
    with pytest.raises(StoreError, match="base-iri"):
        run_query(path, "ASK {}", Names("https://news.example/"))
