"""The links of a store: written by what differs, read back, compared with another store's."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from pyoxigraph import Quad

from kg.rdf import Names
from kg.resolve.difference import difference
from kg.resolve.graph import link_graphs
from kg.resolve.memory import FILE
from kg.resolve.relinking import link_store
from kg.resolve.stored import articles_of, stored_links
from kg.store import Store
from schemas import Extraction

Few = tuple[Extraction, ...]


def links_in(store: Store) -> dict[str, set[Quad]]:
    return {graph.value: set(store.graph(graph)) for graph in link_graphs(store.names)}


@pytest.fixture(scope="module")
def some(sample_extractions: Few) -> Few:
    """The articles of one story, in both languages, and some of another."""
    return sample_extractions[:8]


@pytest.fixture(scope="module")
def at_once(some: Few, tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[Quad]]:
    with Store(tmp_path_factory.mktemp("once") / "kg") as store:
        store.add_all(some)
        link_store(store)
        return links_in(store)


@pytest.mark.parametrize("seed", [1, 2])
def test_one_by_one_in_any_order_and_with_some_removed_the_graphs_are_the_same(
    some: Few, sample_extractions: Few, at_once: dict[str, set[Quad]], tmp_path: Path, seed: int
) -> None:
    others = sample_extractions[8:10]
    order = [*some, *others]
    Random(seed).shuffle(order)
    with Store(tmp_path / "kg") as store:
        assert store.unlinked() is None
        for one in order:
            store.add(one)
            link_store(store)
            assert store.unlinked() == frozenset()
        assert links_in(store) != at_once
        for one in others:
            store.remove(one.article.id)
        assert store.unlinked()
        link_store(store)
        assert links_in(store) == at_once


def test_links_are_read_back_as_they_were_found(some: Few, tmp_path: Path) -> None:
    with Store(tmp_path / "kg") as store:
        store.add_all(some)
        found = link_store(store)
        links = stored_links(store)
        assert links == sorted([*found.entities, *found.claims, *found.events])
        at = articles_of(store, (end for link in links for end in (link.left, link.right)))
        claims = {one.iri: (one.article, one.local) for one in found.statements}
        assert all(at[link.left] == claims[link.left] for link in found.claims)


@pytest.mark.parametrize("kept", [None, b"", b"SQLite format 3\x00 and then nothing", "سطر".encode()])
def test_what_was_kept_may_be_lost_or_damaged(
    some: Few, at_once: dict[str, set[Quad]], tmp_path: Path, kept: bytes | None
) -> None:
    with Store(tmp_path / "kg") as store:
        store.add_all(some[1:])
        link_store(store)
        path = store.path / FILE
        path.unlink() if kept is None else path.write_bytes(kept)
        store.add(some[0])
        link_store(store)
        assert links_in(store) == at_once


def test_another_base_iri(some: Few, tmp_path: Path) -> None:
    with Store(tmp_path / "kg", Names("https://news.example/")) as store:
        store.add_all(some)
        link_store(store)
        assert all(link.left.startswith("https://news.example/") for link in stored_links(store))


def test_what_changed_between_two_stores(some: Few, tmp_path: Path) -> None:
    same, other, gone, new = some[:4]
    changed = other.model_copy(update={"claims": other.claims[:-1]})
    with Store(tmp_path / "a") as before, Store(tmp_path / "b") as after:
        before.add_all([same, other, gone])
        after.add_all([new, changed, same])
        for store in (before, after):
            link_store(store)
        found = difference(before, after)
        assert {one.id: one.change for one in found.articles} == {
            other.article.id: "changed",
            gone.article.id: "removed",
            new.article.id: "added",
        }
        [one] = [one for one in found.articles if one.change == "changed"]
        assert len(one.claims.removed) == 1
        assert (one.claims.added, one.entities.added, one.entities.removed) == ((), (), ())
        added = {(link.kind, link.left.article, link.right.article) for link in found.gained}
        assert any(new.article.id in ends for _, *ends in added)
        assert all(gone.article.id not in (link.left.article, link.right.article) for link in found.gained)
        assert difference(after, before).gained == found.lost
        assert difference(before, before) == difference(after, after)
