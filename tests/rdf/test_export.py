"""Exports: the same bytes each time, and the same quads for every reader."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from extractions import arabic_extraction, english_extraction, extractions
from hypothesis import given, settings
from pyoxigraph import Quad, RdfFormat, Store, parse
from rdflib import Dataset, Graph

from kg.errors import InputError
from kg.rdf import graph_iri, quads
from kg.rdf.export import SUFFIXES, Format, export
from kg.rdf.names import Names
from schemas import Extraction

# rdflib 7 warns of its own use of parts that it gives up.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset|ConjunctiveGraph:DeprecationWarning")
OXIGRAPH: dict[Format, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
}
SAMPLES = [arabic_extraction(), english_extraction()]


def exported(samples: list[Extraction], format_: Format) -> bytes:
    graphs = [(graph_iri(Names(), sample.article.id), quads(sample)) for sample in samples]
    return b"".join(export(graphs, format_))


def by_rdflib(data: bytes, format_: Format) -> set[Quad]:
    """What rdflib reads, in Oxigraph's terms."""
    graph = Graph() if format_ == "turtle" else Dataset()
    graph.parse(data=data, format=format_)
    nt = graph.serialize(format="nt" if format_ == "turtle" else "nquads", encoding="utf-8")
    return set(parse(nt, format=RdfFormat.N_TRIPLES if format_ == "turtle" else RdfFormat.N_QUADS))


@pytest.mark.parametrize("format_", OXIGRAPH)
def test_rdflib_and_oxigraph_read_the_same(format_: Format) -> None:
    data = exported(SAMPLES, format_)
    found = set(parse(data, format=OXIGRAPH[format_]))
    assert by_rdflib(data, format_) == found
    said = {quad for sample in SAMPLES for quad in quads(sample)}
    assert {quad.triple for quad in found} == {quad.triple for quad in said}
    if format_ != "turtle":
        assert found == said


@settings(max_examples=40, deadline=None)
@given(extractions())
def test_hostile_text_reads_the_same_in_both(sample: Extraction) -> None:
    data = exported([sample], "turtle")
    found = set(parse(data, format=RdfFormat.TURTLE))
    assert by_rdflib(data, "turtle") == found == {Quad(*quad.triple) for quad in quads(sample)}


@pytest.mark.parametrize("format_", OXIGRAPH)
def test_order_of_quads_does_not_matter(format_: Format) -> None:
    sample = SAMPLES[0]
    store = Store()
    store.extend(quads(sample))
    graph = graph_iri(Names(), sample.article.id)
    assert b"".join(export([(graph, list(store))], format_)) == exported([sample], format_)
    assert b"".join(export([(graph, quads(sample)[::-1])], format_)) == exported([sample], format_)


_SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
from test_export import SAMPLES, exported
for format_ in ("turtle", "trig", "nquads"):
    sys.stdout.buffer.write(exported(SAMPLES, format_))
"""


def test_bytes_do_not_depend_on_the_hash_seed(repository: Path) -> None:
    runs = []
    for seed in ("0", "1", "2"):
        tests = repository / "tests"
        paths = os.pathsep.join([str(repository), str(tests), str(tests / "rdf")])
        run = subprocess.run(
            [sys.executable, "-c", _SCRIPT, str(tests / "rdf")],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths},
            capture_output=True,
            check=True,
        )
        runs.append(run.stdout)
    assert runs[0] == runs[1] == runs[2]
    assert len(runs[0]) > 10_000


def test_turtle_is_for_readers() -> None:
    text = exported(SAMPLES[:1], "turtle").decode()
    body = text.partition("\n\n")[2]
    assert text.startswith("# One graph")
    assert body.startswith("graph:")
    assert 'schema:headline "قصف الميناء: روايتان"@ar' in body
    assert "rw:conveys claim:" in body
    assert "https://w3id.org/riwaya/" not in body


def test_shared_extractor_is_said_once_in_turtle() -> None:
    text = exported(SAMPLES, "turtle").decode()
    assert text.count("prov:SoftwareAgent") == 1


def test_unknown_format_is_refused() -> None:
    with pytest.raises(InputError, match="turtle, trig, nquads"):
        list(export([], "pdf"))  # type: ignore[arg-type]
    assert set(SUFFIXES.values()) == set(OXIGRAPH)
