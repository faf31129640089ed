"""FollowTheMoney: every line is an entity that Aleph's own library takes, and nothing is lost on the way."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from kg.view import Link, project
from kg.view.followthemoney import SCHEMATA, ftm, identifier
from schemas import Extraction

ATTACK = 'ب\u0008 </data><script>alert(1)</script>&"\'\u202e \\u0027\n{"id": "x"}'


def entities_of(written: str) -> list[dict[str, Any]]:
    """The lines, by the newline alone: text may hold other line separators."""
    return [json.loads(line) for line in written.split("\n") if line]


@pytest.fixture
def load() -> Callable[[str], dict[str, Any]]:
    """Loads each line as Aleph does, cleaning every value, validates it, and gives the proxies by id."""
    reason = "loading FollowTheMoney needs its library: pip install riwaya[exchange]"
    model = pytest.importorskip("followthemoney", reason=reason).model

    def run(written: str) -> dict[str, Any]:
        proxies = {}
        for entity in entities_of(written):
            proxy = model.get_proxy(entity, cleaned=False)
            proxy.schema.validate(entity)
            kept = {name: sorted(proxy.get(name)) for name in entity["properties"]}
            assert kept == {name: sorted(values) for name, values in entity["properties"].items()}
            assert proxy.id == entity["id"]
            proxies[proxy.id] = proxy
        return proxies

    return run


def test_every_line_is_a_valid_entity(
    load: Callable[[str], dict[str, Any]], arabic: Extraction, english: Extraction
) -> None:
    links = [Link("contradicts", ("ar-1", "c2"), ("en-1", "c1"), "أرقام مختلفة", 0.75)]
    proxies = load(ftm([arabic, english], links))
    for proxy in proxies.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert proxies[value].schema.is_a(prop.range)
    person = proxies[identifier("wikidata/Q200")]
    assert set(person.get("name")) == {"سليم الخوري", "Salim al-Khoury"}
    assert person.get("wikidataId") == ["Q200"]
    denial = proxies[identifier("claim/ar-1/c3")]
    assert denial.caption == "المتحدث سليم الخوري: ينفي: الانفجار قد أوقع هذا العدد"


def test_nodes_and_edges_are_those_of_the_graph(arabic: Extraction, english: Extraction) -> None:
    links = [Link("corroborates", ("ar-1", "c3"), ("en-1", "c1"))]
    graph = project([arabic, english], links)
    written = entities_of(ftm([arabic, english], links))
    schemata = {entity["id"]: entity["schema"] for entity in written if entity["schema"] != "UnknownLink"}
    assert schemata == {identifier(node): SCHEMATA[own["kind"]] for node, own in graph.nodes(data=True)}
    ties = [entity["properties"] for entity in written if entity["schema"] == "UnknownLink"]
    # Who published a claim is the claim's proof.
    expected = [(a, role, b) for a, b, role in graph.edges(keys=True) if role != "published"]
    assert sorted((tie["subject"][0], tie["role"][0], tie["object"][0]) for tie in ties) == sorted(
        (identifier(a), role, identifier(b)) for a, role, b in expected
    )
    assert len({entity["id"] for entity in written}) == len(written)


def test_every_claim_is_found_by_its_words_and_its_speaker(arabic: Extraction) -> None:
    written = {entity["id"]: entity["properties"] for entity in entities_of(ftm([arabic]))}
    for claim in arabic.claims:
        note = written[identifier(f"claim/ar-1/{claim.id}")]
        assert claim.content[0].text in note["description"][0]
        assert claim.source.span is not None
        assert note["description"][0].startswith(claim.source.span.text)
        assert note["summary"] == [claim.evidence.text]
        assert note["proof"] == [identifier("article/ar-1")]
        assert all(identifier(f"event/ar-1/{event}") in note["entity"] for event in claim.about)


def test_ids_stay_when_articles_are_added(arabic: Extraction, english: Extraction) -> None:
    alone = {entity["id"] for entity in entities_of(ftm([arabic]))}
    together = {entity["id"] for entity in entities_of(ftm([english, arabic]))}
    assert alone < together


def test_sources_without_a_name_are_never_matched_as_persons(writer: type) -> None:
    told = writer("قال مصدر مطلع إن التحقيق بدأ.").claim("c1", "التحقيق بدأ", "مصدر مطلع", "قال").done()
    unnamed = [own for own in entities_of(ftm([told])) if own["properties"].get("name") == ["مصدر مطلع"]]
    assert [own["schema"] for own in unnamed] == ["Note"]


def test_hostile_text_stays_text(load: Callable[[str], dict[str, Any]], writer: type) -> None:
    story = writer(f"قال زيد {ATTACK} أمس.", id="a\nb", title=ATTACK, outlet="ص", url="javascript:alert(1)")
    proxies = load(ftm([story.claim("c1", ATTACK, "زيد", "قال").done()]))
    article = proxies[identifier("article/a\nb")]
    assert article.get("sourceUrl") == []
    assert article.get("bodyText") == [f"قال زيد {ATTACK} أمس.".replace("\u0008", "\ufffd")]
    (note,) = [own for own in proxies.values() if own.schema.name == "Note" and own.has("entity")]
    assert '</data><script>alert(1)</script>&"' in note.caption
