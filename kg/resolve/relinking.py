"""The articles of a store linked: only what was written since the last time is read again, and what differs written."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from kg.resolve.decisions import Decision
from kg.resolve.entities import Clusters
from kg.resolve.graph import event_graph, event_quads, graphs_of
from kg.resolve.linking import Linked, link_readings
from kg.resolve.links import Link
from kg.resolve.memory import recall, remember
from kg.resolve.readings import Before, Reading, read
from kg.store import Store


def link_store(store: Store, decisions: Sequence[Decision] = ()) -> Linked:
    """Link the articles of ``store`` and write the graphs of links, which are those of linking from scratch."""
    with collector_paused():
        return _link_store(store, decisions)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Without the collector of cycles: linking makes none, and it would walk all claims again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _link_store(store: Store, decisions: Sequence[Decision]) -> Linked:
    before = recall(store.path, store.names)
    found = link_readings(_readings(store, before), decisions, before)
    if before is None or store.unlinked() is None:
        for graph, quads in graphs_of(found, store.names).items():
            store.put(graph, quads)
    else:
        _write_changes(store, before, found)
    store.put(event_graph(store.names), event_quads(found, store.names))
    # Kept only now: a process that ends before this finds the changes once more, and writes them again.
    remember(store.path, found.before, before, store.names)
    store.settle()
    return found


def _write_changes(store: Store, before: Before, found: Linked) -> None:
    """Write what differs between the graphs of links of two runs, looking only at what has other links than before."""
    now = found.before
    ends = _ends_of({*before.entities, *before.claims} ^ {*now.entities, *now.claims})
    ends |= {iri for iri, _ in before.sources.items() ^ now.sources.items()}
    ends |= {iri for pair in before.clusters.of.items() ^ now.clusters.of.items() for iri in pair}
    old, new = (graphs_of(_around(run, ends), store.names) for run in (before, now))
    for graph in old:
        store.change(graph, old[graph], new[graph])


def _ends_of(links: Iterable[Link]) -> set[str]:
    return {iri for link in links for iri in (link.left, link.right)}


def _around(run: Before, ends: set[str]) -> Before:
    """The part of a run that says something of ``ends``."""
    return replace(
        run,
        entities=tuple(link for link in run.entities if link.left in ends or link.right in ends),
        claims=tuple(link for link in run.claims if link.left in ends or link.right in ends),
        clusters=Clusters({iri: first for iri, first in run.clusters.of.items() if iri in ends or first in ends}),
        sources={iri: count for iri, count in run.sources.items() if iri in ends},
    )


def _readings(store: Store, before: Before | None) -> Iterator[Reading]:
    known = before.readings if before else {}
    written = store.unlinked()
    for document in store.documents():
        reading = known.get(document.id)
        if reading is None or written is None or document.graph in written:
            extraction = store.extraction(document.id)
            if extraction is not None:
                reading = read(extraction, store.names)
        if reading is not None:
            yield reading
