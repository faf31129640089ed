"""Which claims of one story agree, disagree, follow one another or retell one another, each with its reason.

Two claims are compared only where their articles tell one story: they share what both are mostly about, and others
beside it, within some weeks. Only the ends of chains are compared, so that what an outlet relays is not counted beside
its source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.resolve.chains import by_local, link_of, origin, relays, same_speaker, teller
from kg.resolve.denial_links import by_denial, pointing_back, word_for_word
from kg.resolve.entities import Clusters
from kg.resolve.figure_links import by_figures, restated, told_otherwise, updates
from kg.resolve.figures import one_number
from kg.resolve.links import Link
from kg.resolve.pairs import Blocks, place_in_time
from kg.resolve.statements import Statement


def link_claims(found: Iterable[Statement], clusters: Clusters, judged: Iterable[Link] | None = None) -> list[Link]:
    """All links between ``found``; their order does not matter. ``judged`` are those of pairs, where they are known."""
    listed = sorted(found, key=place_in_time)
    if judged is None:
        judged = judge(Blocks(listed).pairs(), clusters)
    local = by_local(listed)
    by_iri = {one.iri: one for one in listed}
    links = {(link.kind, link.left, link.right): link for link in relays(listed, clusters)}
    retold = {link.left: by_iri[link.right] for link in links.values()}
    origins = {one.iri: origin(one, local, retold) for one in listed}
    for link in word_for_word(listed, clusters):
        links[link.kind, link.left, link.right] = link
    for link in judged:
        if link.kind == "updates" or origins[link.left] != origins[link.right]:
            links.setdefault((link.kind, link.left, link.right), link)
    for link in pointing_back(listed, clusters):
        links.setdefault((link.kind, link.left, link.right), link)
    for link in list(restated(sorted(links.values()), listed, origins, clusters)):
        links.setdefault((link.kind, link.left, link.right), link)
    for link in [link for link in links.values() if link.kind == "contradicts"]:
        for onward in _first_told(link, by_iri, origins):
            links.setdefault((onward.kind, onward.left, onward.right), onward)
    return sorted(link for link in links.values() if not _of_one_chain(link, by_iri, local, retold))


def _of_one_chain(
    link: Link,
    by_iri: dict[str, Statement],
    local: dict[tuple[str, str], Statement],
    retold: dict[str, Statement],
) -> bool:
    """Whether two claims agree only since one article retells the other."""
    left, right = by_iri[link.left], by_iri[link.right]
    for one, other in ((left, right), (right, left)):
        first = retold.get(teller(one, local).iri)
        if link.kind == "corroborates" and first and first.article == other.article:
            return True
    return False


def _first_told(link: Link, by_iri: dict[str, Statement], origins: dict[str, str]) -> Iterator[Link]:
    """What an outlet retells and somebody contradicts is contradicted where it was first told."""
    for iri, other in ((link.left, link.right), (link.right, link.left)):
        first, against = by_iri[origins[iri]], by_iri[other]
        figures = [(a, b) for a in first.figures for b in by_iri[iri].figures]
        if link.method.startswith("figures") and not any(one_number(a, b) for a, b in figures):
            continue  # a running count is relayed, and stood at another number then
        if first.iri != iri and first.article not in (by_iri[iri].article, against.article):
            reason = f"{link.reason}; it was first told in {first.article}"
            sure = round(link.confidence - 0.05, 2)
            yield link_of(
                "contradicts", first, against, sure, f"{link.method}+relay", reason, first.words, against.words
            )


def judge(pairs: Iterable[tuple[Statement, Statement]], clusters: Clusters) -> list[Link]:
    """The links of pairs of claims, each by itself; of each pair the earlier claim stands first."""
    links: dict[tuple[str, str, str], Link] = {}
    for left, right in pairs:
        for link in _of_pair(left, right, clusters):
            links.setdefault((link.kind, link.left, link.right), link)
    return sorted(links.values())


def _of_pair(left: Statement, right: Statement, clusters: Clusters) -> Iterator[Link]:
    """The links of two claims, ``left`` the one published no later."""
    same = same_speaker(left, right, clusters)
    if not (left.leaf and right.leaf):  # who only conveys a figure may yet correct it
        if same and left.article != right.article and left.denies == right.denies:
            yield from updates(left, right)
        return
    yield from by_figures(left, right, same=same)
    if not same:
        yield from told_otherwise(left, right, clusters)
        yield from by_denial(left, right, clusters)
