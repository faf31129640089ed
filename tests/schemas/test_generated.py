"""What is generated from the contract is committed as it is generated, and says what the contract says."""

from __future__ import annotations

import json

import pytest
from extractions import arabic_extraction, english_extraction
from pyoxigraph import Literal, RdfFormat, parse
from rdflib import Graph
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg.rdf import Names
from kg.rdf.generate import folder, generated
from kg.rdf.shapes import shapes
from kg.rdf.vocabulary import vocabulary
from kg.rdf.writer import quads
from schemas import Extraction
from schemas.mapping import mapped_fields
from schemas.values import EventType, Realis, SpeechAct


@pytest.mark.parametrize("name", generated())
def test_committed_file_is_what_the_models_say(name: str) -> None:
    assert (folder() / name).read_bytes() == generated()[name], "run: python -m kg.rdf.generate"


def test_nothing_else_is_kept_there() -> None:
    assert {path.name for path in folder().iterdir()} == set(generated())


@pytest.mark.parametrize("name", ["ontology.ttl", "shapes.ttl"])
def test_turtle_reads_the_same_in_both(name: str) -> None:
    data = generated()[name]
    again = Graph().parse(data=data, format="turtle").serialize(format="nt", encoding="utf-8")
    assert set(parse(again, format=RdfFormat.N_TRIPLES)) == set(parse(data, format=RdfFormat.TURTLE))


def ontology() -> Graph:
    return Graph().parse(data=generated()["ontology.ttl"], format="turtle")


def test_every_own_term_has_both_labels_and_a_place() -> None:
    graph = ontology()
    own = Names().iri("rw:")
    terms = {term for term in graph.subjects(RDF.type) if str(term).startswith(own)}
    assert len(terms) == len(vocabulary())
    for term in terms:
        assert {label.language for label in graph.objects(term, RDFS.label)} == {"ar", "en"}, term
        if (term, RDF.type, SKOS.ConceptScheme) not in graph:
            within = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.inScheme)
            assert any((term, relation, None) in graph for relation in within), term


def test_closed_lists_and_concepts_agree() -> None:
    for scheme, values in (("event", EventType), ("realis", Realis), ("act", SpeechAct)):
        concepts = [term.name for term in vocabulary() if term.within == (f"rw:scheme-{scheme}",)]
        assert concepts == [f"rw:{scheme}-{value}" for value in values]


def test_every_own_term_that_graphs_use_is_defined() -> None:
    own = Names().iri("rw:")
    defined = {str(term) for term in ontology().subjects(RDF.type)}
    for sample in (arabic_extraction(), english_extraction()):
        for quad in quads(sample):
            for term in (quad.predicate, quad.object):
                value = str(term.value) if hasattr(term, "value") else ""
                assert not value.startswith(own) or value in defined, value


def test_every_field_has_one_mapping() -> None:
    def visit(model: type) -> None:
        for field in mapped_fields(model):
            if field.model is not None:
                visit(field.model)

    visit(Extraction)


def test_shapes_have_no_blank_nodes() -> None:
    assert "_:" not in str(shapes(Names()))
    assert (None, RDF.type, OWL.Class) in ontology()


def test_json_schema_names_the_contract() -> None:
    schema = json.loads(generated()["extraction.schema.json"])
    assert set(schema["properties"]) == {"article", "entities", "events", "claims", "dropped", "extractor"}


def test_context_reads_a_claim() -> None:
    context = json.loads(generated()["context.jsonld"])["@context"]
    document = {
        "@context": context,
        "id": "claim:1",
        "type": ["Claim"],
        "source": "entity:1",
        "confidence": "0.9",
        "conveys": "claim:2",
    }
    found = {triple.predicate.value: triple.object for triple in parse(json.dumps(document), format=RdfFormat.JSON_LD)}
    names = Names()
    assert found[names.iri("rw:source")] == names.node("entity:1")
    assert found[names.iri("rw:conveys")] == names.node("claim:2")
    assert found[names.iri("rw:confidence")] == Literal("0.9", datatype=names.node("xsd:decimal"))
