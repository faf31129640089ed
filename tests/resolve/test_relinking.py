"""Linking goes on from an earlier run, and gives what linking from scratch gives, whatever came and went."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.rdf import Names
from kg.resolve import pairs
from kg.resolve.decisions import Decision
from kg.resolve.linking import Linked, link_articles, link_readings
from kg.resolve.readings import Reading, bind, read
from kg.resolve.statements import statements
from schemas import Extraction

NAMES = Names()
FEW = settings(
    max_examples=8, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def readings(sample_extractions: tuple[Extraction, ...]) -> tuple[Reading, ...]:
    return tuple(read(found, NAMES) for found in sample_extractions)


@pytest.fixture(scope="module")
def whole(readings: tuple[Reading, ...]) -> Linked:
    return link_readings(readings)


def same(one: Linked, other: Linked) -> bool:
    return (
        all(
            getattr(one, name) == getattr(other, name)
            for name in ("entities", "claims", "events", "sources", "event_sources", "clusters")
        )
        and one.before.judged == other.before.judged
    )


def test_a_reading_bound_is_what_is_read_when_it_is_known_who_is_who(
    sample_extractions: tuple[Extraction, ...], readings: tuple[Reading, ...], whole: Linked
) -> None:
    for found, reading in zip(sample_extractions, readings, strict=True):
        assert list(bind(reading, whole.clusters)) == statements(found, NAMES, whole.clusters)


@FEW
@given(seed=st.integers(0, 10_000))
def test_the_order_of_the_articles_does_not_matter(readings: tuple[Reading, ...], whole: Linked, seed: int) -> None:
    shuffled = list(readings)
    Random(seed).shuffle(shuffled)
    assert same(link_readings(shuffled), whole)


@pytest.mark.parametrize("nearest", [60, 2])
@pytest.mark.parametrize("seed", [1, 2])
def test_adding_one_by_one_gives_what_linking_all_at_once_gives(
    monkeypatch: pytest.MonkeyPatch, readings: tuple[Reading, ...], nearest: int, seed: int
) -> None:
    monkeypatch.setattr(pairs, "_BLOCK", nearest)
    order = list(readings)
    Random(seed).shuffle(order)
    linked = link_readings([])
    for count in range(1, len(order) + 1):
        linked = link_readings(order[:count], before=linked.before)
        if count % 7 == 0:
            assert same(linked, link_readings(order[:count]))
    assert same(linked, link_readings(readings))


@FEW
@given(data=st.data())
@pytest.mark.parametrize("nearest", [60, 1])
def test_whatever_comes_and_goes_the_links_are_those_of_what_is_there(
    readings: tuple[Reading, ...], data: st.DataObject, nearest: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, "_BLOCK", nearest)
        linked = link_readings(data.draw(st.lists(st.sampled_from(readings), unique_by=lambda one: one.article)))
        for _ in range(2):
            there = data.draw(st.lists(st.sampled_from(readings), unique_by=lambda one: one.article))
            linked = link_readings(there, before=linked.before)
            assert same(linked, link_readings(there))


@FEW
@given(seed=st.integers(0, 10_000))
def test_a_decision_always_wins(readings: tuple[Reading, ...], whole: Linked, seed: int) -> None:
    chance = Random(seed)
    exact = chance.choice([link for link in whole.entities if link.kind == "exact"])
    claim = chance.choice(whole.claims)
    one, other = chance.sample([record.iri for record in whole.records if record.wikidata is None], 2)
    decisions = [
        Decision("different", exact.left, exact.right, "ليلى", "2026-11-23", "شخصان"),
        Decision("reject-link", claim.left, claim.right, "Omar", "2026-11-23", "another day"),
    ]
    if {one, other}.isdisjoint({exact.left, exact.right}):
        decisions.append(Decision("same", one, other, "ليلى", "2026-11-23", "واحد"))
    order = list(readings)
    chance.shuffle(order)
    linked = link_readings(order, decisions, before=whole.before)
    assert same(linked, link_readings(readings, decisions))
    assert not linked.clusters.same(exact.left, exact.right)
    assert {claim.left, claim.right} not in [{link.left, link.right} for link in linked.claims]
    assert len(decisions) < 3 or linked.clusters.same(one, other)
    assert same(link_readings(readings, before=linked.before), whole)


def test_a_changed_article_is_linked_anew(sample_extractions: tuple[Extraction, ...], whole: Linked) -> None:
    first, *others = sample_extractions
    changed = first.model_copy(update={"claims": first.claims[:2], "entities": first.entities})
    now = [read(found, NAMES) for found in [changed, *others]]
    assert same(link_readings(now, before=whole.before), link_articles([*others, changed], NAMES))
