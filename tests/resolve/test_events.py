"""Links between events: those of the sample articles, judged by hand; order, decisions, counts, cost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.rdf import Names
from kg.resolve.decisions import Decision
from kg.resolve.entities import Clusters
from kg.resolve.events import compare_events, explain_events, link_events
from kg.resolve.events_records import EventRecord
from kg.resolve.events_words import happenings, stem
from kg.resolve.figures import Figure
from kg.resolve.graph import event_graph, event_quads
from kg.resolve.linking import Linked, link_articles
from kg.resolve.relinking import link_store
from kg.store import Store
from schemas import Extraction

NAMES = Names()
NOBODY = Clusters({})

RIGHT = {
    # Read beside both articles: one event, told by both.
    ("state-dissent-01-northgate-wire-en", "asked", "state-dissent-03-almadar-alyawmi-ar", "طلب"),
    ("state-dissent-04-harbour-ledger-en", "asked", "state-dissent-05-qawafil-alsabah-ar", "طلبت"),
    ("state-dissent-01-northgate-wire-en", "meetings", "state-dissent-05-qawafil-alsabah-ar", "اجتمع"),
    ("state-dissent-01-northgate-wire-en", "meetings", "state-dissent-04-harbour-ledger-en", "meetings"),
    ("state-dissent-01-northgate-wire-en", "resignation", "state-dissent-02-marsad-aldifaf-ar", "استقالته"),
    ("state-dissent-03-almadar-alyawmi-ar", "استقالة", "state-dissent-05-qawafil-alsabah-ar", "استقالة"),
    ("state-dissent-01-northgate-wire-en", "killed", "state-dissent-02-marsad-aldifaf-ar", "مقتل"),
    ("state-dissent-03-almadar-alyawmi-ar", "عدد القتلى", "state-dissent-05-qawafil-alsabah-ar", "عدد القتلى"),
    ("derna-flood-02-harbour-ledger-en", "flood", "derna-flood-03-marsad-aldifaf-ar", "فيضانات"),
    ("jeddah-truce-01-almadar-alyawmi-ar", "قتلوا", "jeddah-truce-02-marsad-aldifaf-ar", "قتلوا"),
    ("jeddah-truce-03-saltmarsh-courier-en", "killed", "jeddah-truce-04-qawafil-alsabah-ar", "قُتلوا"),
    ("jeddah-truce-03-saltmarsh-courier-en", "wounded", "jeddah-truce-04-qawafil-alsabah-ar", "أصيبوا"),
    ("jeddah-truce-03-saltmarsh-courier-en", "sanctions", "jeddah-truce-04-qawafil-alsabah-ar", "عقوبات"),
    ("jeddah-truce-03-saltmarsh-courier-en", "accusing", "jeddah-truce-04-qawafil-alsabah-ar", "حمّلتا"),
    ("oil-cut-01-northgate-wire-en", "rejected", "oil-cut-03-qawafil-alsabah-ar", "ترفض"),
    ("derna-flood-02-harbour-ledger-en", "dead", "derna-flood-03-marsad-aldifaf-ar", "قتلوا"),
    ("derna-flood-01-qawafil-alsabah-ar", "انهار", "derna-flood-05-almadar-alyawmi-ar", "انهيار"),
    ("derna-flood-03-marsad-aldifaf-ar", "انهارا", "derna-flood-05-almadar-alyawmi-ar", "انهيار"),
    ("oil-cut-01-northgate-wire-en", "cut", "oil-cut-02-almadar-alyawmi-ar", "خفضها"),
    ("oil-cut-01-northgate-wire-en", "meeting", "oil-cut-03-qawafil-alsabah-ar", "اجتماع"),
}
"""The links of the sample articles that were judged right by hand; every other link counts as wrong."""


@pytest.fixture(scope="module")
def linked(sample_extractions: tuple[Extraction, ...]) -> Linked:
    return link_articles(sample_extractions, NAMES)


def told(linked: Linked) -> set[tuple[str, str, str, str]]:
    """Each link as article and trigger of both sides, the smaller article first."""
    at = {one.iri: (one.article, one.words) for one in linked.event_records}
    pairs = (sorted((at[link.left], at[link.right])) for link in linked.events)
    return {(*left, *right) for left, right in pairs}


def test_nine_of_ten_links_of_the_sample_articles_are_right(linked: Linked) -> None:
    found = told(linked)
    assert len(found & RIGHT) >= 0.9 * len(found), f"judge by hand: {sorted(found - RIGHT)}"
    assert len(found & RIGHT) >= 12
    across = [row for row in found if row[0].endswith("-en") != row[2].endswith("-en")]
    assert len(across) >= 8


def test_a_link_says_what_was_compared(linked: Linked) -> None:
    link = next(one for one in linked.events if {one.left_words, one.right_words} == {"killed", "قُتلوا"})
    assert link.method == "event"
    assert "18 مدنيا" in link.reason
    assert "18 civilians" in link.reason
    resigned = next(one for one in linked.events if {one.left_words, one.right_words} == {"استقالة"})
    assert "the same agent: جوش بول" in resigned.reason


def test_order_does_not_matter(linked: Linked, sample_extractions: tuple[Extraction, ...]) -> None:
    again = link_articles(reversed(sample_extractions), NAMES)
    assert (again.events, again.event_sources) == (linked.events, linked.event_sources)


def test_events_of_one_cluster_have_one_count_of_sources(linked: Linked) -> None:
    counts = linked.event_sources
    assert all(counts.get(link.left) == counts.get(link.right) for link in linked.events)
    retold = next(one for one in linked.events if {one.left_words, one.right_words} == {"killed", "قُتلوا"})
    assert counts[retold.left] == 1, "the Arabic paper retells the English one's lawyers"
    assert min(counts.values()) == 1
    assert max(counts.values()) > 1


def test_decisions_win(linked: Linked, sample_extractions: tuple[Extraction, ...]) -> None:
    first, second = linked.events[:2]
    apart = next(one.iri for one in linked.event_records if one.words == "وساطة")
    decisions = [
        Decision("different", first.left, first.right, "ليلى", "2026-11-23", "checked by hand"),
        Decision("reject-link", second.left, second.right, "ليلى", "2026-11-23", "checked by hand"),
        Decision("same", apart, first.left, "ليلى", "2026-11-23", "checked by hand"),
    ]
    again = link_articles(sample_extractions, NAMES, decisions)
    pairs = {frozenset((one.left, one.right)): one for one in again.events}
    assert decisions[0].pair not in pairs
    assert decisions[1].pair not in pairs
    assert pairs[decisions[2].pair].method == "decision"
    assert again.stale == ()


def test_the_graph_of_events_follows_the_articles(
    tmp_path: Path, linked: Linked, sample_extractions: tuple[Extraction, ...]
) -> None:
    gone = sample_extractions[-1].article.id
    with Store(tmp_path / "store", NAMES) as store:
        store.add_all(sample_extractions)
        link_store(store)
        assert set(store.graph(event_graph(NAMES))) == event_quads(linked, NAMES)
        store.remove(gone)
        link_store(store)
        left = link_articles([one for one in sample_extractions if one.article.id != gone], NAMES)
        assert set(store.graph(event_graph(NAMES))) == event_quads(left, NAMES)


def event(number: int, **changes: object) -> EventRecord:
    made = EventRecord(
        iri=f"https://example.org/event/{number:05}",
        local="v1",
        article=f"a{number}",
        kind="ASSAULT",
        words="مقتل",
        evidence="مقتل 18 شخصا",
        stems=frozenset({"قتل"}),
        tells=frozenset({"death", "killing"}),
        realis="actual",
        agents=frozenset(),
        others=frozenset(),
        places=frozenset({"الخرطوم"}),
        since="2023-05-31",
        until="2023-05-31",
        time="الأربعاء",
        published="2023-06-01",
        figures=(Figure(18, 18, False, "person", "deaths", "18 شخصا"),),
        claims=frozenset(),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


OTHER = {
    "a place": {"places": frozenset({"درنة"})},
    "a day": {"since": "2023-05-20", "until": "2023-05-20"},
    "a figure": {"figures": (Figure(705, 705, False, "person", "deaths", "705 أشخاص"),)},
    "planned": {"realis": "planned"},
    "a happening": {"stems": frozenset({"meet"}), "tells": frozenset({"meeting"})},
}


@pytest.mark.parametrize("changes", OTHER.values(), ids=OTHER)
def test_one_thing_against_it_settles_the_matter(changes: dict[str, object]) -> None:
    assert compare_events(event(1), event(2), NOBODY).same
    assert not compare_events(event(1), event(2, **changes), NOBODY).same


def test_a_type_and_a_place_alone_are_not_enough() -> None:
    bare = {"since": "", "until": "", "time": "", "figures": ()}
    assert not compare_events(event(1, **bare), event(2, **bare), NOBODY).same
    told = dict(explain_events(event(1, **bare), event(2, **bare), NOBODY, lambda left, right: True))
    assert told["taken for one"] == "no"
    assert told["may both tell"] == "death, killing"


def test_statements_of_one_day_are_one_only_by_one_body() -> None:
    said = {"kind": "STATE", "tells": frozenset({"statement"}), "places": frozenset(), "figures": ()}
    assert not compare_events(event(1, **said), event(2, **said), NOBODY).same
    said["agents"] = frozenset({"وزارة الصحة"})
    assert compare_events(event(1, **said), event(2, **said), NOBODY).same


@settings(deadline=None)
@given(st.permutations(range(12)))
def test_links_of_any_order_are_the_same(order: list[int]) -> None:
    made = [event(number, places=frozenset({"درنة" if number % 3 else "الخرطوم"})) for number in range(12)]
    links = link_events(made, NOBODY, lambda left, right: True)
    assert links
    assert link_events([made[number] for number in order], NOBODY, lambda left, right: True) == links


def test_each_event_is_compared_with_a_bounded_number_of_others() -> None:
    asked = []

    def one_story(left: str, right: str) -> bool:
        asked.append((left, right))
        return True

    first = date(2023, 1, 1)
    days = [(first + timedelta(days=number // 100)).isoformat() for number in range(2000)]
    made = [event(number, published=day, since=day, until=day) for number, day in enumerate(days)]
    link_events(made, NOBODY, one_story)
    assert len(asked) <= 2000 * 100


@pytest.mark.parametrize(
    ("left", "right"),
    [("acquired", "acquisition"), ("murders", "murdering"), ("explosion", "exploded"), ("اجتمعت", "الاجتماع")],
)
def test_words_of_one_stem(left: str, right: str) -> None:
    assert stem(left) == stem(right)


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("استقالته", "resigned"),
        ("والزلزال", "quake"),
        ("اعتقلت", "arrests"),
        ("الهدنة", "ceasefire"),
        ("وعقوبات", "sanctions"),
    ],
)
def test_words_of_two_languages_tell_one_happening(arabic: str, english: str) -> None:
    assert happenings(arabic) & happenings(english)
    assert not happenings(arabic) & happenings("wedding")
