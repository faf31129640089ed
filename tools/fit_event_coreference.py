#!/usr/bin/env python3
"""Fit the weights by which two mentions are taken for one event, to ECB+ (CC BY 3.0, Cybulska and Vossen 2014).

    fit_event_coreference.py FOLDER [LAST_TOPIC] > kg/resolve/data/event_coreference.tsv

Topics up to LAST_TOPIC (20) are read. Logistic regression with an L2 penalty by Newton's method, from zero: the same
input gives the same weights.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from kg.evaluate.coreference import read_ecbplus
from kg.resolve.events_documents import gather, likenesses
from kg.resolve.events_mentions import compared

PENALTY = 3.0
ROUNDS = 25
HEADER = """\
# How much each feature of two mentions speaks for their being one event: log-odds, fitted to ECB+ topics 1 to {last}.
# ECB+: Cybulska and Vossen 2014, CC BY 3.0. Made by tools/fit_event_coreference.py; do not edit by hand.
# feature	weight"""


def main() -> None:
    """Print the table."""
    last = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    found = read_ecbplus(Path(sys.argv[1]), lambda topic: topic <= last)
    alike = likenesses(
        {name: [word for row in rows.values() for word in row] for name, rows in found.documents.items()}
    )
    pairs = list(compared(found.mentions, gather(sorted(found.documents), alike), alike))
    names = sorted({name for _, features in pairs for name in features})
    rows = np.array([[features.get(name, 0.0) for name in names] for _, features in pairs])
    right = np.array([found.clusters[one] == found.clusters[other] for (one, other), _ in pairs], dtype=float)
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely - right) + PENALTY * weights
        curve = (rows * (likely * (1 - likely))[:, None]).T @ rows + PENALTY * np.eye(len(names))
        weights -= np.linalg.solve(curve, slope)
    print(HEADER.format(last=last))
    for name, weight in zip(names, weights, strict=True):
        print(f"{name}\t{weight:.3f}")


if __name__ == "__main__":
    main()
