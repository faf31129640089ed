"""Files for other tools: what goes out comes back in."""

from __future__ import annotations

import io
from collections.abc import Callable

import networkx as nx
import pytest

from kg.view import exchange, project
from schemas import Extraction


@pytest.mark.parametrize(("name", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_a_file_reads_back_as_the_same_graph(
    name: str, read: Callable, arabic: Extraction, english: Extraction
) -> None:
    written = exchange.FORMATS[name]([arabic, english])
    back = read(io.BytesIO(written.encode()))
    graph = project([arabic, english])
    assert set(back) == set(graph)
    assert back.nodes["wikidata/Q200"]["label"] == "سليم الخوري"
    assert back.nodes["claim/ar-1/c3"]["polarity"] == "denies"
    roles = sorted((a, b, own["role"]) for a, b, own in back.edges(data=True))
    assert roles == sorted((a, b, role) for a, b, role in graph.edges(keys=True))


@pytest.mark.parametrize("name", exchange.FORMATS)
def test_the_same_graph_gives_the_same_text(name: str, arabic: Extraction) -> None:
    assert exchange.FORMATS[name]([arabic]) == exchange.FORMATS[name]([arabic])


@pytest.mark.parametrize(("name", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_hostile_text_stays_text(name: str, read: Callable, writer: type) -> None:
    attack = 'ب\u0000\u0008 </data><script>&"\ufffe'
    extraction = writer(f"قال زيد {attack} أمس.", title=attack).claim("c1", attack, "زيد", "قال").done()
    back = read(io.BytesIO(exchange.FORMATS[name]([extraction]).encode()))
    assert '</data><script>&"' in back.nodes["claim/a/c1"]["label"]


def test_gephi_gets_places_and_colours(arabic: Extraction) -> None:
    back = nx.read_gexf(io.BytesIO(exchange.gexf([arabic]).encode()), version="1.2draft")
    plain = nx.read_graphml(io.BytesIO(exchange.graphml([arabic]).encode()))
    for node, own in back.nodes(data=True):
        # Gephi counts upwards.
        assert own["viz"]["position"]["x"] == pytest.approx(plain.nodes[node]["x"])
        assert own["viz"]["position"]["y"] == pytest.approx(-plain.nodes[node]["y"])
        assert set(own["viz"]["color"]) >= {"r", "g", "b"}
