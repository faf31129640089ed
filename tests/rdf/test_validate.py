"""Every graph the writer makes keeps the shapes; a damaged one is told apart, with what is wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from extractions import arabic_extraction, english_extraction, extractions
from hypothesis import given, settings
from pyoxigraph import Literal, NamedNode, Quad

from kg.rdf import Names, quads, validate
from schemas import Extraction

NAMES = Names()


@pytest.mark.parametrize("sample", [arabic_extraction(), english_extraction()], ids=["ar", "en"])
def test_samples_conform(sample: Extraction) -> None:
    assert validate(quads(sample)).problems == ()


@settings(max_examples=50, deadline=None)
@given(extractions())
def test_any_extraction_conforms(sample: Extraction) -> None:
    assert validate(quads(sample)).problems == ()


def test_another_base_conforms() -> None:
    names = Names("https://news.example/kg/")
    assert validate(quads(arabic_extraction(), names), names).conforms


def without(predicate: str) -> Callable[[list[Quad]], list[Quad]]:
    node = NAMES.node(predicate)
    return lambda found: [quad for quad in found if quad.predicate != node]


def instead(predicate: str, value: NamedNode | Literal) -> Callable[[list[Quad]], list[Quad]]:
    """The first quad of ``predicate`` says ``value``."""
    node = NAMES.node(predicate)

    def change(found: list[Quad]) -> list[Quad]:
        first = next(quad for quad in found if quad.predicate == node)
        changed = Quad(first.subject, first.predicate, value, first.graph_name)
        return [changed if quad == first else quad for quad in found]

    return change


DAMAGE: dict[str, tuple[Callable[[list[Quad]], list[Quad]], str]] = {
    "no evidence": (without("rw:evidence"), "evidence"),
    "no article": (without("schema:articleBody"), "articleBody"),
    "no extractor": (without("prov:wasAttributedTo"), "wasAttributedTo"),
    "unknown speech act": (instead("rw:speechAct", NAMES.concept("act", "sing")), "speechAct"),
    "date as text": (instead("sem:hasEarliestBeginTimeStamp", Literal("أمس")), "hasEarliestBeginTimeStamp"),
    "time that ends before it starts": (
        instead("sem:hasLatestEndTimeStamp", Literal("2001-01-01", datatype=NAMES.node("xsd:date"))),
        "hasLatestEndTimeStamp",
    ),
    "confidence over 1": (instead("rw:confidence", Literal("1.5", datatype=NAMES.node("xsd:decimal"))), "confidence"),
    "span that ends before it starts": (instead("oa:end", Literal(0)), "Value"),
    "other words": (instead("oa:exact", Literal("لم يقل", language="ar")), "quotes 'لم يقل'"),
    "link to nothing": (instead("schema:about", NAMES.node("event:nothing")), "about"),
    "wrong place": (instead("oa:start", Literal(1)), "own position"),
}


@pytest.mark.parametrize(("damage", "told"), DAMAGE.values(), ids=DAMAGE)
def test_damage_is_told(damage: Callable[[list[Quad]], list[Quad]], told: str) -> None:
    report = validate(damage(quads(arabic_extraction())))
    assert not report.conforms
    assert any(told in problem for problem in report.problems), report.problems


def test_empty_graph_does_not_conform() -> None:
    assert not validate([]).conforms
