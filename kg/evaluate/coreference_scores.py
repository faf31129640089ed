"""How alike two clusterings of the same mentions are: MUC, B³, CEAF-e, and their mean, the CoNLL F1.

MUC: Vilain et al. 1995; B³: Bagga and Baldwin 1998; CEAF-e with φ4: Luo 2005; the mean: the CoNLL-2012 shared task.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from networkx import Graph, connected_components, max_weight_matching

Clustering = Mapping[int, Hashable]
"""The cluster of each mention."""


@dataclass(frozen=True, slots=True)
class CoreferenceScores:
    """F1 by each measure, 0 to 100."""

    muc: float
    b_cubed: float
    ceaf_e: float

    @property
    def conll(self) -> float:
        """The mean of the three."""
        return (self.muc + self.b_cubed + self.ceaf_e) / 3


def score_clusters(gold: Clustering, found: Clustering) -> CoreferenceScores:
    """Compare two clusterings of the same mentions; clusters of one mention count."""
    if gold.keys() != found.keys():
        raise ValueError("two clusterings can be compared only over the same mentions")
    shared = Counter((gold[mention], found[mention]) for mention in gold)
    ours, theirs = Counter(found.values()), Counter(gold.values())
    count = len(gold)
    links = count - len(shared)
    muc = _f1(links, count - len(ours), count - len(theirs))
    precise = sum(size * size / ours[b] for (_, b), size in shared.items())
    complete = sum(size * size / theirs[a] for (a, _), size in shared.items())
    mean = 200 * precise * complete / (count * (precise + complete)) if count else 0.0
    return CoreferenceScores(muc, mean, _f1(_aligned(shared, theirs, ours), len(ours), len(theirs)))


def _f1(right: float, predicted: int, gold: int) -> float:
    return 200 * right / (predicted + gold) if predicted + gold else 0.0


def _aligned(
    shared: Mapping[tuple[Hashable, Hashable], int], gold: Mapping[Hashable, int], found: Mapping[Hashable, int]
) -> float:
    """The greatest sum of φ4 over a one-to-one alignment of clusters."""
    graph = Graph()
    for (a, b), size in shared.items():
        graph.add_edge(("gold", a), ("found", b), weight=2 * size / (gold[a] + found[b]))
    total = 0.0
    for nodes in connected_components(graph):
        part = graph.subgraph(nodes)
        total += sum(part.edges[edge]["weight"] for edge in max_weight_matching(part))
    return total


def linked_pairs(clusters: Clustering) -> set[tuple[int, int]]:
    """All pairs of mentions of one cluster, the smaller first."""
    members: dict[Hashable, list[int]] = defaultdict(list)
    for mention in sorted(clusters):
        members[clusters[mention]].append(mention)
    return {(one, other) for row in members.values() for at, one in enumerate(row) for other in row[at + 1 :]}
