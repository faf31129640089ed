"""Entities of different articles: who is linked, who is not, and that order does not matter."""

from __future__ import annotations

from random import Random

from kg.rdf import Names
from kg.rdf.ids import Minted
from kg.resolve.entities import link_entities
from kg.resolve.records import Record, records
from schemas import EntityType, Extraction

PERSON, PLACE, BODY = EntityType.PERSON, EntityType.PLACE, EntityType.ORGANIZATION


def record(
    iri: str,
    kind: EntityType,
    name: str,
    beside: str = "",
    places: str = "",
    setting: str = "",
    item: str | None = None,
) -> Record:
    return Record(
        iri, f"article-{iri}", kind, name, (name,), item, frozenset(places.split()), frozenset(beside.split()), setting
    )


def linked(*found: Record) -> list[tuple[str, str, str]]:
    return [(link.kind, link.left, link.right) for link in link_entities(found)[0]]


def test_full_names_across_scripts_are_one() -> None:
    assert linked(record("a", PERSON, "إستيفاو بيدرو"), record("b", PERSON, "Estevao Pedro")) == [("exact", "a", "b")]


def test_a_surname_alone_is_linked_only_with_company() -> None:
    full = record("a", PERSON, "ماثيو ميلر", "Q30 2:bl Q801", setting="Q30")
    assert linked(full, record("b", PERSON, "Miller")) == []
    assert linked(full, record("b", PERSON, "Miller", "Q30 2:bl", setting="Q30")) == [("exact", "a", "b")]


def test_two_persons_of_one_surname_stay_two() -> None:
    company = "Q30 2:bl Q801"
    assert linked(record("a", PERSON, "Matthew Miller", company), record("b", PERSON, "ستيفن ميلر", company)) == []


def test_ministries_of_two_countries_stay_two_and_one_of_no_country_stays_open() -> None:
    gaza = record("a", BODY, "وزارة الصحة", places="gaza")
    sudan = record("b", BODY, "وزارة الصحة", places="sudan")
    assert linked(gaza, sudan, record("c", BODY, "وزارة الصحة")) == []
    assert linked(gaza, record("d", BODY, "health ministry", places="gaza")) == [("exact", "a", "d")]


def test_a_body_that_every_country_has_needs_company_or_a_place() -> None:
    cairo = record("a", BODY, "النيابة العامة", "Q79 2:sisi", setting="Q79")
    assert linked(cairo, record("b", BODY, "النيابة العامة", "Q851 2:jadaan", setting="Q851")) == []
    assert linked(cairo, record("c", BODY, "Public Prosecution", "Q79 2:sisi", setting="Q79")) == [("exact", "a", "c")]
    there = [record("d", BODY, "Red Crescent", places="libya"), record("e", BODY, "الهلال الأحمر", places="sudan")]
    assert linked(*there) == []
    assert linked(record("f", BODY, "Red Cross", "Q79 x"), record("g", BODY, "Red Crescent", "Q79 x")) == []


def test_two_items_never_meet_even_through_a_third() -> None:
    _, clusters = link_entities(
        [
            record("a", PLACE, "جورجيا", item="Q230"),
            record("b", PLACE, "Georgia", item="Q1428"),
            record("c", PLACE, "Georgia"),
        ]
    )
    assert not clusters.same("a", "b")


def test_a_decision_wins() -> None:
    pair = [record("a", PERSON, "جوش بول"), record("b", PERSON, "Josh Paul")]
    assert linked(*pair) == [("exact", "a", "b")]
    assert link_entities(pair, apart=frozenset({frozenset({"a", "b"})}))[0] == []
    others = [record("a", PERSON, "أبو مازن"), record("b", PERSON, "Mahmoud Abbas")]
    assert link_entities(others, together=[("a", "b")])[1].same("a", "b")


def test_the_order_of_the_articles_does_not_matter(sample_extractions: tuple[Extraction, ...]) -> None:
    found = [one for extraction in sample_extractions for one in records(extraction, Names())]
    expected = link_entities(found)
    for seed in range(3):
        Random(seed).shuffle(found)
        assert link_entities(found) == expected


def test_the_sample_articles_share_their_people_and_bodies(sample_extractions: tuple[Extraction, ...]) -> None:
    found = [one for extraction in sample_extractions for one in records(extraction, Names())]
    _, clusters = link_entities(found)
    for left, right in (
        ("أنتوني بلينكن", "Antony Blinken"),
        ("عثمان عبد الجليل", "Othman Abduljalil"),
        ("نورثغيت واير", "Northgate Wire"),
        ("مرصد الضفاف", "Marsad al-Difaf"),
        ("قوات الدعم السريع", "Rapid Support Forces"),
    ):
        one = [each.iri for each in found if each.name == left]
        other = [each.iri for each in found if each.name == right]
        assert one
        assert other
        assert all(clusters.same(one[0], iri) for iri in one + other), (left, right)


def test_a_strip_and_its_city_stay_two_and_are_linked_as_close() -> None:
    strip, city = record("a", PLACE, "قطاع غزة", item="Q39760"), record("b", PLACE, "Gaza", item="Q47492")
    assert linked(strip, city) == [("close", "a", "b")]


def test_health_ministries_of_two_places_never_merge_through_one_of_none() -> None:
    company = "Q801 Q38799 Q822 Q47492"
    _, clusters = link_entities(
        [
            record("a", BODY, "وزارة الصحة", company, places="lebanon"),
            record("b", BODY, "وزارة الصحة", company, places="gaza"),
            record("c", BODY, "وزارة الصحة", company),
            record("d", BODY, "health ministry", company),
        ]
    )
    assert not clusters.same("a", "b")
    assert not any(clusters.same("a", one) or clusters.same("b", one) for one in "cd")


def test_what_has_no_name_never_comes_into_a_cluster(sample_extractions: tuple[Extraction, ...]) -> None:
    names = Names()
    known = {one.iri for extraction in sample_extractions for one in records(extraction, names)}
    _, clusters = link_entities(one for extraction in sample_extractions for one in records(extraction, names))
    for extraction in sample_extractions:
        for entity in extraction.entities:
            if not any(mention.kind == "named" for mention in entity.mentions):
                iri = Minted(names, extraction).entities[entity.id].value
                assert iri not in known
                assert iri not in clusters.of
