"""Our comparison of names against nomenklatura's logic-v2, on one list in one run: ``python -m benchmarks.names``.

The list is ``tests/resolve/names.tsv``. Ours decides at its own threshold; theirs at the one that serves it best on
this very list, and for each kind of name under the schema that serves it best. Beside it stands theirs at 0.70, from
which on they take two for one. Needs the extra ``compare``.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.resolve.names import SAME, compare
from schemas import EntityType

PAIRS = Path(__file__).parents[1] / "tests" / "resolve" / "names.tsv"
KINDS = {"p": EntityType.PERSON, "l": EntityType.PLACE, "o": EntityType.ORGANIZATION}
SCHEMATA = {
    EntityType.PERSON: ("Person",),
    EntityType.PLACE: ("Thing", "Address", "LegalEntity", "Organization"),
    EntityType.ORGANIZATION: ("Organization", "LegalEntity", "Company"),
}
"""Their schemata that a kind of name may be given as; the best on the list counts."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of one kind, and whether they are one thing's."""

    kind: EntityType
    left: str
    right: str
    same: bool


THEIR_SAME = 0.7
"""The threshold that nomenklatura's own settings give."""

Score = Callable[[Pair], float]


def pairs(path: Path) -> list[Pair]:
    """The pairs of a list: kind, name, name, answer, parted by tabs."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [Pair(KINDS[kind], left, right, same == "1") for kind, left, right, same in rows]


def f1(scored: Sequence[tuple[float, bool]], threshold: float) -> float:
    """The F1 of answering "one" from ``threshold`` on, in percent."""
    right = sum(score >= threshold and same for score, same in scored)
    wrong = sum((score >= threshold) != same for score, same in scored)
    return 200 * right / (2 * right + wrong) if right else 0.0


def best(scored: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """The best F1 over all thresholds, and the threshold."""
    return max((f1(scored, threshold), threshold) for threshold in sorted({score for score, _ in scored}))


def ours(pair: Pair) -> float:
    """Our score of a pair, by the names alone."""
    return compare(pair.left, pair.right, pair.kind).score


def theirs(schema: str) -> Score:
    """Their score of a pair whose names are given as entities of ``schema``."""
    from followthemoney import model  # type: ignore[import-not-found, unused-ignore]
    from nomenklatura.matching import LogicV2  # type: ignore[import-not-found, unused-ignore]

    config = LogicV2.default_config()
    name = "full" if schema == "Address" else "name"

    def entity(side: str, text: str) -> Any:
        # What is read of an entity is kept by its id: each name has one of its own.
        return model.get_proxy({"id": f"{side}:{schema}:{text}", "schema": schema, "properties": {name: [text]}})

    def score(pair: Pair) -> float:
        return float(LogicV2.compare(entity("left", pair.left), entity("right", pair.right), config).score)

    return score


def scored(listed: Sequence[Pair], score: Score) -> list[tuple[float, bool]]:
    """Each pair's score beside its answer."""
    return [(score(pair), pair.same) for pair in listed]


def main() -> None:
    """Print both F1, all together and by kind of name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, default=PAIRS, help="a list in the form of tests/resolve/names.tsv")
    listed = pairs(parser.parse_args().pairs)
    all_theirs: list[tuple[float, bool]] = []
    print(f"{'':14}{'pairs':>6}{'one':>6}{'ours':>8}{'logic-v2':>10}{'at 0.70':>9}  as, from")
    for kind in KINDS.values():
        mine = [pair for pair in listed if pair.kind == kind]
        if not mine:
            continue
        found = {schema: scored(mine, theirs(schema)) for schema in SCHEMATA[kind]}
        schema = max(found, key=lambda name: best(found[name])[0])
        all_theirs += found[schema]
        score, threshold = best(found[schema])
        ones = sum(pair.same for pair in mine)
        own, usual = f1(scored(mine, ours), SAME), f1(found[schema], THEIR_SAME)
        print(f"{kind:14}{len(mine):6}{ones:6}{own:8.1f}{score:10.1f}{usual:9.1f}  {schema}, {threshold:.2f}")
    score, threshold = best(all_theirs)
    ones = sum(pair.same for pair in listed)
    own = f1(scored(listed, ours), SAME)
    usual = f1(all_theirs, THEIR_SAME)
    print(f"{'all':14}{len(listed):6}{ones:6}{own:8.1f}{score:10.1f}{usual:9.1f}  {threshold:.2f}")


if __name__ == "__main__":
    main()
