"""pyvis carries the graph: its ``Network`` builds what vis-network draws, our template makes the page.

Of pyvis only the network and its bundled vis-network 9.1.2 are used. Its own template, ``heading``, ``select_menu``,
``filter_menu``, titles and ``write_html`` are not: they put text into markup, fetch from other hosts or depend on the
locale. Physics is off; positions come from ``layout``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import networkx as nx
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from kg.view.labels import isolated
from kg.view.layout import Layout
from kg.view.policy import embedded_json
from kg.view.projection import STRUCTURAL_ROLES

SHAPES = {
    "article": "box",
    "person": "dot",
    "organization": "square",
    "outlet": "hexagon",
    "place": "triangleDown",
    "group": "star",
    "product": "triangle",
    "other": "triangle",
    "unnamed": "dot",
    "worded": "dot",
    "claim": "box",
    "event": "diamond",
}
MOST_NODES = 1000
"""Beyond this the whole graph goes to the page's overview, and the network carries one neighbourhood at a time."""

_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 0},
    "interaction": {"hover": False, "tooltipDelay": 100000, "dragNodes": False, "multiselect": False},
}


@dataclass(frozen=True, slots=True)
class Shell:
    """What the template may print besides the network: all of it safe or escaped there."""

    title: str
    language: str
    direction: str
    policy: str
    library: Markup
    script: Markup
    style: Markup
    dossier: Markup
    defers_library: bool
    """Whether vis-network stays text until the page needs it."""

    @staticmethod
    def network(nodes: list[dict[str, Any]], edges: list[dict[str, Any]], options: str) -> Markup:
        """pyvis's three pieces as data for the page."""
        return embedded_json({"nodes": nodes, "edges": edges, "options": json.loads(options)})


def network(graph: nx.MultiDiGraph, layout: Layout, rows: Mapping[str, tuple[str, ...]]) -> Network:
    """The pyvis network of ``graph`` with its places; nodes are numbered in the graph's order.

    It is empty for a graph of more than ``MOST_NODES`` nodes: the page fills it with what is looked at.
    """
    net = Network(directed=True, cdn_resources="in_line")
    net.options = _OPTIONS
    if len(graph) > MOST_NODES:
        return net
    number = {node: index for index, node in enumerate(graph)}
    # Appended rather than added: add_node and add_edge search a list of all ids each time.
    for node, own in graph.nodes(data=True):
        kind = own["kind"]
        at = layout.positions[node]
        extra: dict[str, Any] = {"group": kind, "x": at.x, "y": at.y}
        net.nodes.append(Node(number[node], SHAPES[kind], isolated(rows[node]), **extra).options)
    for index, (source, target, role) in enumerate(graph.edges(keys=True)):
        # The page draws who speaks through the outer claim's speaker; the tie of claim to claim is data only.
        if role == "via":
            continue
        options = {"id": index, "role": role, "hidden": role in STRUCTURAL_ROLES}
        net.edges.append(Edge(number[source], number[target], directed=False, **options).options)
    return net


def render(net: Network, shell: Shell) -> str:
    """The whole page, through pyvis with our template."""
    net.set_template_dir(str(files("kg.view") / "assets") + "/", "template.html")
    net.templateEnv = Environment(
        loader=PackageLoader("kg.view", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    net.templateEnv.globals["shell"] = shell
    html: str = net.generate_html()
    return html


def library() -> str:
    """vis-network 9.1.2 as pyvis ships it, its licence notice included (Apache-2.0 or MIT)."""
    return (files("pyvis") / "templates/lib/vis-9.1.2/vis-network.min.js").read_text(encoding="utf-8")
