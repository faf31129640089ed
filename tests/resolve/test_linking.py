"""Links as a whole: graphs of their own, decisions of people, independent sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg.errors import InputError
from kg.rdf import Names
from kg.resolve.decisions import Decision, read_decisions
from kg.resolve.graph import claim_graph, claim_quads, entity_graph, entity_quads
from kg.resolve.linking import Linked, link_articles
from kg.store import Store
from schemas import Extraction

NAMES = Names()


@pytest.fixture(scope="module")
def linked(sample_extractions: tuple[Extraction, ...]) -> Linked:
    return link_articles(sample_extractions, NAMES)


def decide(verdict: str, a: str, b: str) -> Decision:
    return Decision(verdict, a, b, "ليلى", "2026-11-23", "checked by hand")  # type: ignore[arg-type]


def test_the_order_of_the_articles_does_not_matter(linked: Linked, sample_extractions: tuple[Extraction, ...]) -> None:
    again = link_articles(reversed(sample_extractions), NAMES)
    assert (again.entities, again.claims, again.sources) == (linked.entities, linked.claims, linked.sources)


def test_graphs_are_rebuilt_from_the_documents_and_leave_them_alone(
    tmp_path: Path, linked: Linked, sample_extractions: tuple[Extraction, ...]
) -> None:
    with Store(tmp_path / "store", NAMES) as store:
        store.add_all(sample_extractions)
        before = {graph.value: set(quads) for graph, quads in store.graphs()}
        assert store.put(entity_graph(NAMES), entity_quads(linked, NAMES))
        assert store.put(claim_graph(NAMES), claim_quads(linked, NAMES))
        assert not store.put(claim_graph(NAMES), claim_quads(linked, NAMES))
        assert {graph.value: set(quads) for graph, quads in store.graphs()} == before
        contradicted = set(store.quads.quads_for_pattern(None, NAMES.node("rw:contradicts"), None, None))
        assert all(
            any(store.quads.quads_for_pattern(quad.object, quad.predicate, quad.subject, None)) for quad in contradicted
        )
        gone = sample_extractions[0].article.id
        left = link_articles([one for one in sample_extractions if one.article.id != gone], NAMES)
        store.put(entity_graph(NAMES), entity_quads(left, NAMES))
        store.put(claim_graph(NAMES), claim_quads(left, NAMES))
        iris = {one.iri for one in (*linked.records, *linked.statements) if one.article == gone}
        graphs = [*store.graph(entity_graph(NAMES)), *store.graph(claim_graph(NAMES))]
        assert not any(
            isinstance(term, NamedNode) and term.value in iris
            for quad in graphs
            for term in (quad.subject, quad.object)
        )


def test_decisions_win(linked: Linked, sample_extractions: tuple[Extraction, ...]) -> None:
    exact = next(link for link in linked.entities if link.kind == "exact" and link.left_words == "أنتوني بلينكن")
    claim = linked.claims[0]
    people = {one.name: one.iri for one in linked.records}
    together = (people["أسامة حماد"], people["Josh Paul"])
    decisions = [
        decide("different", exact.left, exact.right),
        decide("reject-link", claim.left, claim.right),
        decide("same", *together),
    ]
    again = link_articles(sample_extractions, NAMES, decisions)
    assert not again.clusters.same(exact.left, exact.right)
    assert frozenset((claim.left, claim.right)) not in {frozenset((one.left, one.right)) for one in again.claims}
    assert again.clusters.same(*together)
    assert any(link.method == "decision" and "ليلى" in link.reason for link in again.entities)
    assert again.stale == ()


def test_a_decision_about_nothing_is_told(sample_extractions: tuple[Extraction, ...], linked: Linked) -> None:
    gone = decide("same", "https://example.org/gone", linked.records[0].iri)
    unmade = decide("reject-link", linked.records[0].iri, linked.records[1].iri)
    assert link_articles(sample_extractions, NAMES, [gone, unmade]).stale == (gone, unmade)


def test_claims_that_retell_one_claim_count_once(linked: Linked) -> None:
    relayed = [link for link in linked.claims if link.kind == "relays"]
    assert relayed
    corroborated = {iri for link in linked.claims if link.kind == "corroborates" for iri in (link.left, link.right)}
    alone = [link for link in relayed if not {link.left, link.right} & corroborated]
    assert alone
    assert all(linked.sources[link.left] == linked.sources[link.right] == 1 for link in alone)
    assert any(count > 1 for count in linked.sources.values())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[decision", "not TOML"),
        ("decision = 3", "[[decision]]"),
        ('[[decision]]\nverdict = "same"', "says no a, b, who, when, why"),
        ('[[decision]]\nverdict = "maybe"\na = "x"\nb = "y"\nwho = "ليلى"\nwhen = "2026"\nwhy = "z"', "maybe"),
    ],
)
def test_bad_decisions_are_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_decisions(path)
    assert told in str(error.value)


def test_decisions_are_read(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text(
        '[[decision]]\nverdict = "different"\na = "x"\nb = "y"\nwho = "ليلى"\nwhen = 2026-11-23\nwhy = "شخصان"\n',
        encoding="utf-8",
    )
    assert read_decisions(path) == (Decision("different", "x", "y", "ليلى", "2026-11-23", "شخصان"),)
    assert read_decisions(tmp_path / "none.toml") == ()


def test_two_of_one_cluster_have_a_match_in_common(linked: Linked) -> None:
    exact = NAMES.node("skos:exactMatch")
    matches: dict[str, set[str]] = {}
    for quad in entity_quads(linked, NAMES):
        if quad.predicate == exact and isinstance(quad.object, NamedNode):
            matches.setdefault(str(quad.subject), set()).add(str(quad.object))
    clusters = linked.clusters.of
    for iri, first in clusters.items():
        others = [one for one, of in clusters.items() if of == first and one != iri]
        assert all(matches[f"<{iri}>"] & matches[f"<{other}>"] for other in others)
