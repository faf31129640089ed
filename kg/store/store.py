"""The embedded store: Oxigraph on disk, one named graph a document.

A document's graph is written in one transaction: it is there whole or not at all, whenever the process ends. What is
already there is compared first, so that adding twice changes nothing and a changed article changes only what differs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path
from types import TracebackType

import pyoxigraph as ox

from kg.errors import StoreError
from kg.rdf import Names, extraction, graph_iri, quads
from kg.rdf.export import Format, export
from kg.rdf.ontology import ontology
from kg.store import journal
from kg.store.holder import holder, leave_note, remove_note
from kg.store.reading import open_for_reading
from schemas import Extraction

DEFAULT_PATH = Path(".kg")
BULK_QUADS = 100_000
"""Quads gathered before they are loaded in one go; about 30 MB of memory."""

_QUADS = "quads"
_BASE = "base-iri"


Accept = Callable[[Extraction, list[ox.Quad]], bool]


class Change(StrEnum):
    """What adding an extraction did."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a store, as its graph describes it."""

    id: str
    iri: str
    graph: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str


class Store:
    """Document graphs under ``path``; one process may write, any number may read what was there when they opened it.

    Raises StoreError where the folder cannot be used, is held by another writer or was built with another base IRI.
    """

    def __init__(self, path: Path | str = DEFAULT_PATH, names: Names | None = None, *, read_only: bool = False) -> None:
        self.path = Path(path)
        self.names = names or Names()
        self.read_only = read_only
        self._open: ox.Store | None = None
        if read_only and not (self.path / _QUADS).is_dir():
            raise StoreError(f"no store at {self.path}; make one with: kg build FILE --store {self.path}")
        self._check_base()
        self._open = self._opened()
        if not read_only:
            self._write_ontology()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the folder; a closed store raises StoreError when used."""
        if self._open is not None and not self.read_only:
            with suppress(OSError):
                remove_note(self.path)
        self._open = None

    @property
    def quads(self) -> ox.Store:
        """The underlying Oxigraph store."""
        if self._open is None:
            raise StoreError(f"store {self.path} is closed")
        return self._open

    def add(self, found: Extraction) -> Change:
        """Write ``found`` as its document's graph, in place of what was there, in one transaction."""
        return self._replace(graph_iri(self.names, found.article.id), quads(found, self.names))

    def _replace(self, graph: ox.NamedNode, found: list[ox.Quad]) -> Change:
        new = set(found)
        old = set(self.graph(graph))
        if new == old:
            return Change.UNCHANGED
        with self._writing():
            journal.note(self.path, [graph.value])
            if not old:
                self.quads.extend(new)
                return Change.ADDED
            self.quads.update(_difference(graph, old, new))
        return Change.REPLACED

    def add_all(self, found: Iterable[Extraction], accept: Accept | None = None) -> Counter[Change]:
        """Add many, quicker: new documents are loaded some at a time, each of them still whole or not at all.

        ``accept`` sees each extraction with its quads and may keep it out. Of two with the same article id the later
        stays. When the process ends early, those not yet loaded are not there; adding them again finds the others
        unchanged.
        """
        changes: Counter[Change] = Counter()
        waiting: dict[str, list[ox.Quad]] = {}
        count = 0
        for one in found:
            graph = graph_iri(self.names, one.article.id)
            new = quads(one, self.names)
            if accept is not None and not accept(one, new):
                continue
            if graph.value in waiting or self.quads.contains_named_graph(graph):
                self._load(waiting)
                waiting, count = {}, 0
                changes[self._replace(graph, new)] += 1
                continue
            waiting[graph.value] = new
            changes[Change.ADDED] += 1
            count += len(new)
            if count >= BULK_QUADS:
                self._load(waiting)
                waiting, count = {}, 0
        self._load(waiting)
        return changes

    def remove(self, article_id: str) -> bool:
        """Take a document's graph out; False where there was none."""
        graph = graph_iri(self.names, article_id)
        if not self.quads.contains_named_graph(graph):
            return False
        with self._writing():
            journal.note(self.path, [graph.value])
            self.quads.remove_graph(graph)
        return True

    def documents(self) -> list[Document]:
        """All documents, by their ids."""
        found = self.quads.query(_DOCUMENTS.format(**{key: self.names.iri(curie) for key, curie in _TERMS.items()}))
        if not isinstance(found, ox.QuerySolutions):
            raise StoreError("the list of documents is not a table")
        rows = [[None if term is None else term.value for term in row] for row in found]
        documents = [
            Document(str(id_), str(iri), str(graph), title, outlet, published, str(language))
            for id_, iri, graph, title, outlet, published, language in rows
        ]
        return sorted(documents, key=lambda document: document.id)

    def extraction(self, article_id: str) -> Extraction | None:
        """What was found in one article, or None where it is not in the store."""
        found = list(self.graph(graph_iri(self.names, article_id)))
        return extraction(found, self.names) if found else None

    def extractions(self) -> Iterator[Extraction]:
        """What was found in each article, by article id."""
        for document in self.documents():
            yield extraction(self.graph(ox.NamedNode(document.graph)), self.names)

    def graph(self, graph: ox.NamedNode) -> Iterator[ox.Quad]:
        """The quads of one named graph."""
        return self.quads.quads_for_pattern(None, None, None, graph)

    def graphs(self) -> Iterator[tuple[ox.NamedNode, list[ox.Quad]]]:
        """Each document's graph, by article id."""
        for document in self.documents():
            graph = ox.NamedNode(document.graph)
            yield graph, list(self.graph(graph))

    def export(self, format_: Format, article_ids: Iterable[str] | None = None) -> Iterator[bytes]:
        """All documents, or those named, in ``format_``: the same bytes whenever the store holds the same.

        In a full export the vocabulary's own graph comes first, and what was derived from the documents (the links)
        last. Raises StoreError for an unknown id.
        """
        if article_ids is None:
            vocabulary = self.names.ontology_graph
            every = chain([(vocabulary, list(self.graph(vocabulary)))], self.graphs(), self._derived())
            return export(every, format_, self.names)
        chosen = []
        for article_id in article_ids:
            graph = graph_iri(self.names, article_id)
            found = list(self.graph(graph))
            if not found:
                raise StoreError(f"no document {article_id!r} in {self.path}; list them with: kg list")
            chosen.append((graph, found))
        return export(chosen, format_, self.names)

    def _derived(self) -> Iterator[tuple[ox.NamedNode, list[ox.Quad]]]:
        """The graphs that are neither a document's nor the vocabulary's, by name."""
        known = {document.graph for document in self.documents()} | {self.names.ontology_graph.value}
        others = (graph for graph in self.quads.named_graphs() if isinstance(graph, ox.NamedNode))
        for graph in sorted((graph for graph in others if graph.value not in known), key=lambda graph: graph.value):
            yield graph, list(self.graph(graph))

    def put(self, graph: ox.NamedNode, new: set[ox.Quad]) -> bool:
        """Make ``graph``, one that is derived from the documents, hold exactly ``new``; False where it already did."""
        return self.change(graph, set(self.graph(graph)), new)

    def change(self, graph: ox.NamedNode, old: set[ox.Quad], new: set[ox.Quad]) -> bool:
        """In ``graph``, one that is derived from the documents, put ``new`` in the place of ``old``; False if equal."""
        if new == old:
            return False
        with self._writing():
            self.quads.update(_difference(graph, old, new))
        return True

    def unlinked(self) -> frozenset[str] | None:
        """The documents' graphs that were written or removed since the articles were linked; None: never linked."""
        return journal.noted(self.path)

    def settle(self) -> None:
        """Say that the graphs of links are those of the documents as they are now."""
        with self._writing():
            journal.clear(self.path)

    def compact(self) -> None:
        """Give back the disk space that writing took; worth it after many documents."""
        with self._writing():
            self.quads.flush()
            self.quads.optimize()

    def _load(self, waiting: dict[str, list[ox.Quad]]) -> None:
        if waiting:
            with self._writing():
                journal.note(self.path, waiting)
                self.quads.bulk_extend(quad for graph in waiting.values() for quad in graph)

    def _opened(self) -> ox.Store:
        folder = self.path / _QUADS
        try:
            if self.read_only:
                return open_for_reading(str(folder))
            folder.mkdir(parents=True, exist_ok=True)
            opened = ox.Store(str(folder))
            leave_note(self.path)
            (self.path / _BASE).write_text(self.names.base + "\n", encoding="utf-8")
            return opened
        except OSError as error:
            raise StoreError(self._why(error)) from error

    def _why(self, error: OSError) -> str:
        text = str(error)
        if "lock" in text.lower():
            return f"store {self.path} is being written by {holder(self.path)}; wait for it, or end it, and try again"
        if "No space left" in text:
            return f"disk full while writing store {self.path}; nothing of the document at hand was kept"
        if isinstance(error, PermissionError | FileExistsError | NotADirectoryError) or "Permission denied" in text:
            return f"store {self.path} cannot be opened: {text}; choose a folder you may write to with --store"
        return f"store {self.path} cannot be used: {text}; if it is damaged, build it again in another folder"

    def _check_base(self) -> None:
        try:
            base = (self.path / _BASE).read_text(encoding="utf-8").strip()
        except OSError:
            return
        if base != self.names.base:
            raise StoreError(f"store {self.path} was built with --base-iri {base}, not {self.names.base}")

    def _write_ontology(self) -> None:
        graph = self.names.ontology_graph
        new = {ox.Quad(term.subject, term.predicate, term.object, graph) for term in ontology(self.names)}
        old = set(self.graph(graph))
        if new != old:
            with self._writing():
                self.quads.update(_difference(graph, old, new))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise StoreError(f"store {self.path} was opened for reading only")
        try:
            yield
        except OSError as error:
            raise StoreError(self._why(error)) from error


def _difference(graph: ox.NamedNode, old: set[ox.Quad], new: set[ox.Quad]) -> str:
    """One SPARQL update, which Oxigraph runs as one transaction, that makes ``old`` into ``new``."""

    def statements(found: set[ox.Quad]) -> str:
        return "\n".join(f"{quad.triple} ." for quad in found)

    parts = []
    if old - new:
        parts.append(f"DELETE DATA {{ GRAPH {graph} {{ {statements(old - new)} }} }}")
    if new - old:
        parts.append(f"INSERT DATA {{ GRAPH {graph} {{ {statements(new - old)} }} }}")
    return ";\n".join(parts)


_TERMS = {
    "type": "rdf:type",
    "article": "schema:NewsArticle",
    "id": "schema:identifier",
    "title": "schema:headline",
    "publisher": "schema:publisher",
    "label": "rdfs:label",
    "published": "schema:datePublished",
    "language": "schema:inLanguage",
}
_DOCUMENTS = """
SELECT ?id ?document ?graph ?title ?outlet ?published ?language WHERE {{
  GRAPH ?graph {{
    ?document <{type}> <{article}> ; <{id}> ?id ; <{language}> ?language .
    OPTIONAL {{ ?document <{title}> ?title }}
    OPTIONAL {{ ?document <{publisher}>/<{label}> ?outlet }}
    OPTIONAL {{ ?document <{published}> ?published }}
  }}
}}
"""
