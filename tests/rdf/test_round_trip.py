"""What is written to RDF is read back equal, through a store and through every syntax."""

from __future__ import annotations

from pathlib import Path

import pytest
from extractions import ARABIC_TEXT, arabic_extraction, english_extraction, extractions
from hypothesis import given, settings
from pyoxigraph import BlankNode, Quad, RdfFormat, Store, parse, serialize
from rdflib import Dataset

from kg.errors import InputError, ShapeError, StoreError
from kg.rdf import Names, document_iri, extraction, graph_iri, quads
from kg.rdf.literals import decimal_text
from schemas import Article, Extraction, Span

# rdflib 7 warns of its own use of parts that it gives up.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset|ConjunctiveGraph:DeprecationWarning")
SAMPLES = [arabic_extraction(), english_extraction()]


@pytest.mark.parametrize("sample", SAMPLES, ids=["ar", "en"])
def test_samples_come_back_equal(sample: Extraction) -> None:
    assert extraction(quads(sample)) == sample


@settings(max_examples=200, deadline=None)
@given(extractions())
def test_any_extraction_comes_back_equal_from_a_store(sample: Extraction) -> None:
    store = Store()
    store.extend(quads(sample))
    assert extraction(store) == sample


@settings(max_examples=60, deadline=None)
@given(extractions())
def test_any_extraction_survives_n_quads(sample: Extraction) -> None:
    written = serialize(quads(sample), format=RdfFormat.N_QUADS)
    assert extraction(parse(written, format=RdfFormat.N_QUADS)) == sample


@settings(max_examples=40, deadline=None)
@given(extractions())
def test_rdflib_reads_the_same_terms(sample: Extraction) -> None:
    written = serialize(quads(sample), format=RdfFormat.N_QUADS)
    dataset = Dataset()
    dataset.parse(data=written, format="nquads")
    again = dataset.serialize(format="nquads", encoding="utf-8")
    assert set(parse(again, format=RdfFormat.N_QUADS)) == set(quads(sample))


def test_a_store_keeps_every_term_as_written() -> None:
    for sample in SAMPLES:
        store = Store()
        store.extend(quads(sample))
        assert set(store) == set(quads(sample))


def test_no_blank_nodes_and_one_graph() -> None:
    for sample in SAMPLES:
        found = quads(sample)
        assert not [quad for quad in found if BlankNode in (type(quad.subject), type(quad.object))]
        assert {quad.graph_name for quad in found} == {graph_iri(Names(), sample.article.id)}


def test_identifiers_hold_over_text_and_extractor_version() -> None:
    sample = arabic_extraction()
    newer = arabic_extraction(extractor={"name": "grammar", "version": "0.2"})

    def minted(value: Extraction) -> set[str]:
        return {str(quad.subject) for quad in quads(value) if "/extractor/" not in str(quad.subject)}

    assert minted(sample) == minted(newer)
    changed = sample.model_copy(update={"article": Article(id="sample-ar", text="غير ذلك", sha256="0" * 64)})
    assert document_iri(Names(), changed.article.id) == document_iri(Names(), sample.article.id)


def test_base_iri_moves_everything_minted() -> None:
    names = Names("https://news.example/kg/")
    found = quads(arabic_extraction(), names)
    assert "w3id.org" not in serialize(found, format=RdfFormat.N_QUADS).decode()
    assert extraction(found, names) == arabic_extraction()


@pytest.mark.parametrize("base", ["not an iri", "https://news.example", ""])
def test_bad_base_iri_is_refused(base: str) -> None:
    with pytest.raises(InputError, match="base IRI"):
        Names(base)


def test_a_span_that_does_not_quote_the_article_is_refused() -> None:
    sample = arabic_extraction()
    wrong = Span(start=0, end=3, text="وقف")
    event = sample.events[0].model_copy(update={"evidence": wrong})
    with pytest.raises(ShapeError, match="0 to 3"):
        quads(sample.model_copy(update={"events": (event,)}))


def test_a_damaged_graph_is_named() -> None:
    sample = arabic_extraction()
    found: list[Quad] = [quad for quad in quads(sample) if "articleBody" not in str(quad.predicate)]
    with pytest.raises(StoreError, match="document/"):
        extraction(found)


def test_arabic_is_written_as_it_is() -> None:
    written = serialize(quads(arabic_extraction()), format=RdfFormat.N_QUADS).decode()
    assert ARABIC_TEXT.splitlines()[0] in written
    assert '"صوت المرفأ"@ar' in written


@pytest.mark.parametrize(
    ("value", "text"),
    [(4000.0, "4000"), (0.5, "0.5"), (-0.0, "0"), (1e22, "1" + "0" * 22), (1e-7, "0.0000001"), (-2.50, "-2.5")],
)
def test_decimals_are_canonical(value: float, text: str) -> None:
    assert decimal_text(value) == text
    assert float(text) == value


def test_gold_annotation_as_an_extraction_comes_back_equal(reference_data: Path) -> None:
    """Real articles as they are, with an entity on each word: the body and its offsets are what is tested."""
    import json

    lines = (reference_data / "gold" / "input.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines:
        record = json.loads(line)
        text = record["text"]
        words = [(i, i + 5) for i in range(0, len(text) - 5, 50)]
        entities = [
            {
                "id": f"e{number}",
                "type": "other",
                "name": text[start:end],
                "mentions": [{"span": {"start": start, "end": end, "text": text[start:end]}}],
            }
            for number, (start, end) in enumerate(words)
        ]
        sample = Extraction.model_validate(
            {
                "article": {"id": record["id"], "text": text, "sha256": "0" * 64, "language": "ar"},
                "entities": entities,
                "extractor": {"name": "words", "version": "1"},
            }
        )
        store = Store()
        store.extend(quads(sample))
        assert extraction(store) == sample
