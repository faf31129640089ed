"""Why two things are linked or not: each feature that linking reads, in the order in which it decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from kg.encoder import Judged
from kg.rdf import Names
from kg.rdf.ids import Minted
from kg.resolve.chains import one_story, same_speaker
from kg.resolve.entities import Clusters, needs_company
from kg.resolve.figures import comparable, compatible
from kg.resolve.names import compare
from kg.resolve.records import Record
from kg.resolve.statements import Statement
from schemas import Extraction

Feature = tuple[str, str]


def identify(found: Iterable[Extraction], names: Names) -> dict[str, str]:
    """The IRI of every entity, claim and event, by itself and by its article's id, a slash and its local id."""
    iris: dict[str, str] = {}
    for extraction in found:
        minted = Minted(names, extraction)
        for local, node in (*minted.entities.items(), *minted.claims.items(), *minted.events.items()):
            iris[node.value] = node.value
            iris[f"{extraction.article.id}/{local}"] = node.value
    return iris


def explain_entities(left: Record, right: Record, clusters: Clusters) -> list[Feature]:
    """What was compared of two entities."""
    features = [("names", f"{left.name} | {right.name}"), ("types", f"{left.kind} | {right.kind}")]
    features.append(("items", f"{left.wikidata or 'none'} | {right.wikidata or 'none'}"))
    for one in left.names:
        for other in right.names:
            found = compare(one, other, left.kind)
            features.append((f"{one} | {other}", f"{found.score:g}, {found.method}: {found.reason}"))
    features.append(("where the body is", f"{_listed(left.places)} | {_listed(right.places)}"))
    features.append(("name suffices", f"{_yes(not needs_company(left))} | {_yes(not needs_company(right))}"))
    features.append(("set in", f"{left.setting or 'unknown'} | {right.setting or 'unknown'}"))
    features.append(("beside both", _listed(left.beside & right.beside)))
    features.append(("taken for one", _yes(clusters.same(left.iri, right.iri))))
    return features


class Comparing(Protocol):
    """The encoder, as far as it is asked of pairs of claims."""

    def compare(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Judged]:
        """Whether the two statements of each pair agree, disagree, or neither."""

    def vectors(self, texts: Sequence[str]) -> Any:
        """A vector of length 1 for each text."""


def likeness(left: Statement, right: Statement, encoder: Comparing) -> list[Feature]:
    """What the encoder makes of the words of two claims, read in either order; no link hangs on it."""
    there, back = encoder.compare([(left.words, right.words), (right.words, left.words)])
    one, other = encoder.vectors([left.words, right.words])
    judged = " | ".join(f"{each.label} {each.chance:.2f}" for each in (there, back))
    return [("encoder", f"{judged}; likeness {float(one @ other):.2f}; linking does not ask it")]


def explain_claims(left: Statement, right: Statement, clusters: Clusters) -> list[Feature]:
    """What was compared of two claims."""
    features = [
        ("words", f"{left.words} | {right.words}"),
        ("sources", f"{left.source or 'nobody'} | {right.source or 'nobody'}"),
        ("one source", _yes(same_speaker(left, right, clusters))),
        ("one story", _yes(one_story(left, right))),
        ("told", f"{_when(left)} | {_when(right)}"),
        ("end of their chains", f"{_yes(left.leaf)} | {_yes(right.leaf)}"),
        ("both affirm", _listed(left.about & right.about)),
        ("one affirms, one denies", _listed((left.about & right.denied) | (left.denied & right.about))),
        ("named in both", str(len(left.company & right.company))),
    ]
    for a in left.figures:
        for b in right.figures:
            if comparable(a, b):
                holds = "both can hold" if compatible(a, b) else "both cannot hold"
                features.append((f"{a.words} | {b.words}", f"{a.measures or a.unit}: {holds}"))
    return features


def _when(one: Statement) -> str:
    return one.told if one.since == one.told else f"{one.since} to {one.told}"


def _listed(found: Iterable[str]) -> str:
    return ", ".join(sorted(found)) or "nothing"


def _yes(true: bool) -> str:
    return "yes" if true else "no"
