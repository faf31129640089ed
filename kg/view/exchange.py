"""The same graph as files for other tools.

GraphML for yEd, Cytoscape and igraph; GEXF for Gephi, with places and colours; a Cypher script for Neo4j
(``kg.view.cypher``); FollowTheMoney for Aleph (``kg.view.followthemoney``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Protocol

import networkx as nx

from kg.view.cypher import cypher
from kg.view.followthemoney import ftm
from kg.view.layout import place
from kg.view.links import Link
from kg.view.projection import project
from schemas import Extraction

# What XML 1.0 cannot hold, not even escaped (section 2.2, Char).
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RED_GREEN_BLUE = {
    "article": (85, 99, 111),
    "person": (47, 111, 179),
    "unnamed": (140, 176, 214),
    "worded": (86, 138, 192),
    "organization": (90, 72, 153),
    "outlet": (12, 118, 108),
    "place": (77, 124, 43),
    "group": (154, 61, 122),
    "product": (122, 106, 82),
    "other": (122, 106, 82),
    "claim": (160, 106, 16),
    "event": (194, 69, 15),
}


def graphml(extractions: Sequence[Extraction], links: Sequence[Link] = ()) -> str:
    """The graph of ``extractions`` as GraphML, the same text for the same input.

    Every node has ``kind``, ``label``, ``x`` and ``y``, every edge its ``role``; the fields of claims and events are
    attributes. Raises ``InputError`` as ``project`` does.
    """
    graph = _exchanged(extractions, links)
    return "\n".join(nx.generate_graphml(graph)) + "\n"


def gexf(extractions: Sequence[Extraction], links: Sequence[Link] = ()) -> str:
    """The graph of ``extractions`` as GEXF 1.2 for Gephi, with positions and colours, as ``graphml`` otherwise."""
    graph = _exchanged(extractions, links)
    for _, own in graph.nodes(data=True):
        red, green, blue = _RED_GREEN_BLUE[own["kind"]]
        own["viz"] = {
            "color": {"r": red, "g": green, "b": blue, "a": 1.0},
            "position": {"x": own.pop("x"), "y": -own.pop("y"), "z": 0.0},
        }
    text = "\n".join(nx.generate_gexf(graph, version="1.2draft"))
    # networkx dates the file; the same graph must give the same bytes.
    return re.sub(r' lastmodifieddate="[^"]*"', "", text, count=1) + "\n"


class Writes(Protocol):
    """What writes extractions and the links between their claims in one format."""

    def __call__(self, extractions: Sequence[Extraction], links: Sequence[Link] = ()) -> str: ...


FORMATS: dict[str, Writes] = {"graphml": graphml, "gexf": gexf, "cypher": cypher, "ftm": ftm}
"""The formats by name, as a command line offers them; the name is also the file's suffix."""


def _exchanged(extractions: Sequence[Extraction], links: Sequence[Link]) -> nx.MultiDiGraph:
    """The projection with places, with an ``id`` and a ``role`` on each edge, and only text that XML can hold."""
    graph = project(extractions, links)
    layout = place(graph, dict.fromkeys(graph, 2))
    made = nx.MultiDiGraph()
    for node, own in graph.nodes(data=True):
        at = layout.positions[node]
        # GEXF takes ``start`` and ``end`` for the life of the node itself.
        renamed = {{"start": "begins", "end": "ends"}.get(name, name): value for name, value in own.items()}
        made.add_node(_legal(node), **{name: _legal(value) for name, value in renamed.items()}, x=at.x, y=at.y)
    for number, (source, target, role, own) in enumerate(graph.edges(keys=True, data=True)):
        attributes = {name: _legal(value) for name, value in own.items()}
        made.add_edge(_legal(source), _legal(target), key=f"{number}", role=role, label=role, **attributes)
    return made


def _legal(value: Any) -> Any:
    return _NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value
