"""Where every node of the graph goes: columns in reading direction, story under story, packed into a sheet.

A column for each step of a claim's way: article, the outlets it relays, who speaks, the claim, the event it is about,
and the rest. Claims about one event are neighbours, so that those who disagree stand side by side; everything else is
drawn as near to its claims as its neighbours allow. x grows in reading direction; the page mirrors it for
right-to-left. Units are the canvas's pixels at zoom 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt
from statistics import fmean

import networkx as nx

from kg.view.projection import ARTICLE, CLAIM, EVENT, SPEECH_ROLES, UNNAMED, WORDED, article_node

COLUMNS = ("article", "outlet", "speaker", "claim", "event", "other")
_COLUMN_WIDTH = {"article": 250, "outlet": 200, "speaker": 230, "claim": 330, "event": 230, "other": 190}
_LINE, _SYMBOL, _BOX_PADDING, _GAP, _GROUP_GAP, _STORY_GAP, _STRIP_GAP = 19, 42, 14, 16, 24, 70, 160
_SHEET_ASPECT = 1.7
_MOST_CLAIMS_IN_STORY = 60


@dataclass(frozen=True, slots=True)
class Position:
    """The centre of a node."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Block:
    """One story as it was placed: its box."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Places of all nodes, the blocks they form, and the x of each column from a block's left edge."""

    positions: Mapping[str, Position]
    blocks: tuple[Block, ...]
    columns: tuple[tuple[str, float], ...]


def place(graph: nx.MultiDiGraph, rows: Mapping[str, int]) -> Layout:
    """Place every node of ``graph``; ``rows`` gives the number of lines of each node's label."""
    columns = _column_positions({column_of(graph, node) for node in graph})
    placed = [_Component(graph, nodes, rows).place(columns) for nodes in _components(graph)]
    return _pack_sheet(placed, columns)


def column_of(graph: nx.MultiDiGraph, node: str) -> str:
    """The column a node stands in."""
    kind = graph.nodes[node]["kind"]
    if kind in (ARTICLE, CLAIM, EVENT):
        return str(kind)
    if kind in (UNNAMED, WORDED):
        return "speaker"
    if not any(key in ("said", "relays") for _, _, key in graph.out_edges(node, keys=True)):
        return "other"
    return "outlet" if kind == "outlet" else "speaker"


def spread(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Centres as near to ``wanted`` as can be (least squares) without overlap, in the order given.

    Pool adjacent violators: linear in the number of nodes.
    """
    offsets: list[float] = []
    edge = 0.0
    for height in heights:
        offsets.append(edge + height / 2)
        edge += height
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        mean, size = want - offset, 1
        while pools and pools[-1][0] > mean:
            before, count = pools.pop()
            mean, size = (before * count + mean * size) / (count + size), count + size
        pools.append((mean, size))
    shifts = [mean for mean, size in pools for _ in range(size)]
    return [shift + offset for shift, offset in zip(shifts, offsets, strict=True)]


def _components(graph: nx.MultiDiGraph) -> list[list[str]]:
    """Stories: nodes tied by speech, in the graph's own order; what only takes part in events follows its events.

    People whom half the articles quote would tie a large collection into one endless column. Where they do, they are
    set aside, and each then stands in the story that quotes it most.
    """
    rank = {node: number for number, node in enumerate(graph)}
    tied = _speech_ties(graph, rank)
    found: list[set[str]] = []
    for nodes in nx.connected_components(tied):
        claims = sum(1 for node in nodes if graph.nodes[node]["kind"] == CLAIM)
        found.extend(_split(graph, tied.subgraph(nodes), rank) if claims > _MOST_CLAIMS_IN_STORY else [nodes])
    ordered = [sorted(nodes, key=rank.__getitem__) for nodes in found]
    return sorted(ordered, key=lambda nodes: rank[nodes[0]])


def _speech_ties(graph: nx.MultiDiGraph, rank: Mapping[str, int]) -> nx.Graph:
    tied = nx.Graph()
    tied.add_nodes_from(graph)
    tied.add_edges_from((a, b) for a, b, key in graph.edges(keys=True) if key in SPEECH_ROLES)
    for node in graph:
        own = graph.nodes[node]
        if own["kind"] == EVENT:
            tied.add_edge(node, article_node(own["article"]))
        elif not tied.degree(node):
            neighbours = sorted({*graph.predecessors(node), *graph.successors(node)}, key=rank.__getitem__)
            if neighbours:
                tied.add_edge(node, neighbours[0])
    return tied


def _split(graph: nx.MultiDiGraph, tied: nx.Graph, rank: Mapping[str, int]) -> list[set[str]]:
    """A story too large to read, taken apart at the entities that several articles share."""
    shared = sorted((node for node in tied if "wikidata" in graph.nodes[node]), key=rank.__getitem__)
    apart = tied.subgraph(set(tied) - set(shared))
    pieces = [set(nodes) for nodes in nx.connected_components(apart)]
    piece_of = {node: piece for piece, nodes in enumerate(pieces) for node in nodes}
    first = [min(map(rank.__getitem__, nodes)) for nodes in pieces]
    for node in shared:
        uses = Counter(piece_of[other] for other in tied[node] if other in piece_of)
        if not uses:
            pieces.append({node})
            continue
        pieces[min(uses, key=lambda piece: (-uses[piece], first[piece]))].add(node)
    return pieces


class _Component:
    """The columns of one component."""

    def __init__(self, graph: nx.MultiDiGraph, nodes: Sequence[str], rows: Mapping[str, int]) -> None:
        self.graph = graph
        self.rows = rows
        self.rank = {node: number for number, node in enumerate(nodes)}
        self.columns: dict[str, list[str]] = {name: [] for name in COLUMNS}
        for node in nodes:
            self.columns[column_of(graph, node)].append(node)
        self.claims_in: dict[str, list[str]] = {}
        for claim in self.columns["claim"]:
            self.claims_in.setdefault(graph.nodes[claim]["article"], []).append(claim)
        self.y: dict[str, float] = {}

    def place(self, x: Mapping[str, float]) -> tuple[dict[str, Position], float]:
        """The places of the component's nodes, the topmost at 0, and its height."""
        self._stack_claims()
        self._settle("event", self._claims_of_event)
        self._append_silent_events()
        for column in ("speaker", "outlet"):
            self._settle(column, self._claims_said)
        self._settle("article", self._claims_published)
        self._settle("other", self._events_of)
        top = min(self.y[node] - self._height(node) / 2 for node in self.y)
        bottom = max(self.y[node] + self._height(node) / 2 for node in self.y)
        positions = {
            node: Position(x[name], self.y[node] - top) for name, nodes in self.columns.items() for node in nodes
        }
        return positions, bottom - top

    def _height(self, node: str) -> float:
        boxed = self.graph.nodes[node]["kind"] in (CLAIM, ARTICLE)
        return self.rows[node] * _LINE + (_BOX_PADDING if boxed else _SYMBOL) + _GAP

    def _stack_claims(self) -> None:
        """Claims from the top, those about one event together, articles and their sentences in order."""
        edge = 0.0
        for _, group in groupby(self._claims_by_event(), key=lambda pair: pair[0]):
            for _, claim in group:
                height = self._height(claim)
                self.y[claim] = edge + height / 2
                edge += height
            edge += _GROUP_GAP

    def _claims_by_event(self) -> list[tuple[str, str]]:
        """Pairs of the event that groups a claim (the one most claims are about) and the claim, in order."""
        main: dict[str, str] = {}
        for claim in self.columns["claim"]:
            events = self._targets(claim, "about")
            main[claim] = min(events, key=lambda e: (-self.graph.in_degree(e), self.rank[e]), default="")
        first: dict[str, int] = {}
        for claim in self._linked_first():
            first.setdefault(main[claim] or claim, len(first))
        ordered = sorted(self._linked_first(), key=lambda claim: first[main[claim] or claim])
        return [(main[claim] or "", claim) for claim in ordered]

    def _linked_first(self) -> list[str]:
        """Claims in text order, but each directly after the first claim it contradicts or corroborates."""
        order: dict[str, None] = {}
        for claim in self.columns["claim"]:
            order.setdefault(claim)
            others = {*self._targets(claim, "contradicts"), *self._sources(claim, "contradicts")}
            for other in sorted(others & self.rank.keys(), key=self.rank.__getitem__):
                order.setdefault(other)
        return list(order)

    def _append_silent_events(self) -> None:
        """Events that no claim is about stand below the others: they are hidden until asked for."""
        edge = max((self.y[node] + self._height(node) / 2 for node in self.y), default=0.0)
        for event in self.columns["event"]:
            if event not in self.y:
                self.y[event] = edge + self._height(event) / 2
                edge += self._height(event)

    def _settle(self, column: str, anchors: Callable[[str], Iterable[str]]) -> None:
        """Place a column's nodes at the mean height of what they are tied to, then push them apart."""
        nodes = [node for node in self.columns[column] if column != "event" or any(anchors(node))]
        wanted: dict[str, float] = {}
        for node in nodes:
            near = [self.y[other] for other in anchors(node) if other in self.y]
            wanted[node] = fmean(near) if near else self._beside(node)
        ordered = sorted(nodes, key=lambda node: (wanted[node], self.rank[node]))
        centres = spread([wanted[node] for node in ordered], [self._height(node) for node in ordered])
        self.y.update(zip(ordered, centres, strict=True))

    def _beside(self, node: str) -> float:
        """The height of the claim nearest in the same article's text, for a node no claim is tied to."""
        own = self.graph.nodes[node]
        same = self.claims_in.get(own.get("article", ""), [])
        offset = own.get("offset", 0)
        nearest = min(same, key=lambda c: abs(self.graph.nodes[c]["offset"] - offset), default=None)
        return self.y[nearest] if nearest else 0.0

    def _targets(self, node: str, *roles: str) -> list[str]:
        return [target for _, target, key in self.graph.out_edges(node, keys=True) if key in roles]

    def _sources(self, node: str, *roles: str) -> list[str]:
        return [source for source, _, key in self.graph.in_edges(node, keys=True) if key in roles]

    def _claims_of_event(self, event: str) -> Iterable[str]:
        return self._sources(event, "about")

    def _claims_said(self, speaker: str) -> Iterable[str]:
        return self._targets(speaker, "said") or self._targets(speaker, "relays")

    def _claims_published(self, article: str) -> Iterable[str]:
        return self.claims_in.get(self.graph.nodes[article]["article"], [])

    def _events_of(self, node: str) -> Iterable[str]:
        near = {*self.graph.predecessors(node), *self.graph.successors(node)} & self.y.keys()
        return sorted(near, key=self.rank.__getitem__)


def _column_positions(present: set[str]) -> dict[str, float]:
    """The x of each column that any story needs; all stories share them, so that the eye follows one line down."""
    x: dict[str, float] = {}
    edge = 0.0
    for name in COLUMNS:
        if name in present:
            x[name] = edge + _COLUMN_WIDTH[name] / 2
            edge += _COLUMN_WIDTH[name]
    return x


def _pack_sheet(placed: Sequence[tuple[dict[str, Position], float]], columns: Mapping[str, float]) -> Layout:
    """Stories below one another in order, in as many strips side by side as give about a screen's proportions."""
    width = sum(_COLUMN_WIDTH[name] for name in columns)
    area = sum((width + _STRIP_GAP) * (height + _STORY_GAP) for _, height in placed)
    limit = max([sqrt(area / _SHEET_ASPECT), *(height for _, height in placed)])
    positions: dict[str, Position] = {}
    blocks: list[Block] = []
    x = y = 0.0
    for own, height in placed:
        if y and y + height > limit:
            x, y = x + width + _STRIP_GAP, 0.0
        positions.update((node, Position(round(p.x + x, 1), round(p.y + y, 1))) for node, p in own.items())
        blocks.append(Block(round(x, 1), round(y, 1), width, round(height, 1)))
        y += height + _STORY_GAP
    return Layout(positions, tuple(blocks), tuple(columns.items()))
