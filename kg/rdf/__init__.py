"""Extractions to RDF and back: one mapping, on the models' fields, for writer, reader, ontology, shapes and context."""

from kg.rdf.ids import document_iri, graph_iri
from kg.rdf.names import DEFAULT_BASE, Names
from kg.rdf.reader import extraction
from kg.rdf.validate import Report, validate
from kg.rdf.writer import quads

__all__ = ["DEFAULT_BASE", "Names", "Report", "document_iri", "extraction", "graph_iri", "quads", "validate"]
