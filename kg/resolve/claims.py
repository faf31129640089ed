"""Which claims of one story agree, disagree, follow one another or retell one another, each with its reason.

Two claims are compared only where their articles tell one story: they share what both are mostly about, and others
beside it, within some weeks. Only the ends of chains are compared, so that what an outlet relays is not counted beside
its source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.resolve.chains import by_local, link_of, origin, relays, same_speaker, teller
from kg.resolve.entities import Clusters
from kg.resolve.figures import Figure, comparable, compatible, equal, nearly, one_number
from kg.resolve.links import Link
from kg.resolve.pairs import Blocks, place_in_time
from kg.resolve.statements import Statement

_OF_THEIR_OWN = frozenset({"USD", "EUR", "GBP", "barrel-per-day", "meeting"})
"""Units that say enough of what is measured where the text does not."""
_NEAR = 1.6
"""Figures whose measure the text leaves open are compared only when they are so near."""
_BACK = 4
"""Claims before a denial among which what it denies is sought, and claims so near that they are about one thing."""
_COMMON = frozenset({"kill", "publish", "use", "enter", "troops", "support", "order", "new", "meet"})
"""Meanings that many claims of a story share without being about one thing."""


def link_claims(found: Iterable[Statement], clusters: Clusters, judged: Iterable[Link] | None = None) -> list[Link]:
    """All links between ``found``; their order does not matter. ``judged`` are those of pairs, where they are known."""
    listed = sorted(found, key=place_in_time)
    if judged is None:
        judged = judge(Blocks(listed).pairs(), clusters)
    local = by_local(listed)
    by_iri = {one.iri: one for one in listed}
    links = {(link.kind, link.left, link.right): link for link in relays(listed)}
    retold = {link.left: by_iri[link.right] for link in links.values()}
    origins = {one.iri: origin(one, local, retold) for one in listed}
    for link in judged:
        if origins[link.left] != origins[link.right]:
            links.setdefault((link.kind, link.left, link.right), link)
    for link in _pointing_back(listed, clusters):
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
    yield from _by_figures(left, right, same)
    if not same:
        yield from _by_denial(left, right)


def _by_figures(left: Statement, right: Statement, same: bool) -> Iterator[Link]:
    pairs = [
        (a, b) for a in left.figures for b in right.figures if comparable(a, b) and _measured_alike(left, right, a, b)
    ]
    if not pairs or left.denies != right.denies:
        if left.denies != right.denies and left.article != right.article:
            yield from _denied_figure(left, right, pairs)
        return
    alike = [(a, b) for a, b in pairs if equal(a, b)]
    if same:
        if left.article != right.article:
            yield from _updates(left, right, pairs[0])
        return
    if alike:
        a, b = pairs[0]  # a figure that a claim gives first is its own; others may be what was said before
        if a.measures and nearly(a, b) and not left.denies and not (left.secondhand or right.secondhand):
            reason = f"{_unit(a)}: {a.words} and {b.words} are one figure, by two sources"
            yield link_of("corroborates", left, right, 0.75, "figures", reason, a.words, b.words)
        return
    clashing = [(a, b) for a, b in pairs if not compatible(a, b) and not _may_have_risen(left, right, a, b)]
    if left.asserted and right.asserted and clashing and len(clashing) == len(pairs):
        a, b = clashing[0]
        reason = f"{_unit(a)}: {a.words} ({_bounds(a)}) and {b.words} ({_bounds(b)}) cannot both hold"
        sure = 0.8 if a.measures and (left.places & right.places or left.article == right.article) else 0.65
        yield link_of("contradicts", left, right, sure, "figures", reason, a.words, b.words)


def _measured_alike(left: Statement, right: Statement, a: Figure, b: Figure) -> bool:
    if a.measures:
        return not (left.places and right.places) or bool(left.places & right.places)
    if a.unit not in _OF_THEIR_OWN or not (left.company & right.company or left.about & right.about):
        return False
    values = [value for figure in (a, b) for value in (figure.least, figure.most) if value]
    return max(values) <= _NEAR * min(values)


def _may_have_risen(left: Statement, right: Statement, a: Figure, b: Figure) -> bool:
    """Whether the higher count can have been told after the lower: a toll that rises contradicts nobody."""
    if not a.measures or left.article == right.article:
        return False
    lower, higher = (left, right) if a.size <= b.size else (right, left)
    return not lower.since or not higher.told or lower.since < higher.told


def _updates(left: Statement, right: Statement, pair: tuple[Figure, Figure]) -> Iterator[Link]:
    a, b = pair
    if one_number(a, b):
        return
    ordered = "by their days"
    if right.told < left.since:
        left, right, a, b = right, left, b, a
    elif left.told >= right.since:
        # The days leave open which was first; a toll by one source rises.
        ordered = "the higher taken for the later"
        if a.size > b.size:
            left, right, a, b = right, left, b, a
    if compatible(a, b) and b.size <= a.size:
        return
    reason = f"{_unit(a)}: the same source said {a.words} ({left.told}), then {b.words} ({right.told}), {ordered}"
    yield link_of(
        "updates", right, left, 0.8 if ordered == "by their days" else 0.7, "figures", reason, b.words, a.words
    )


def _denied_figure(left: Statement, right: Statement, pairs: list[tuple[Figure, Figure]]) -> Iterator[Link]:
    meant = [(a, b) for a, b in pairs if equal(a, b)]
    if meant:
        a, b = meant[0]
        reason = f"one denies the figure that the other gives: {a.words}, {b.words}"
        yield link_of("contradicts", left, right, 0.75, "denial of a figure", reason, a.words, b.words)


def _by_denial(left: Statement, right: Statement) -> Iterator[Link]:
    opposed = (left.about & right.denied) | (left.denied & right.about)
    telling = opposed - _COMMON
    company = left.company & right.company
    words = left.stems & right.stems
    beside = left.article == right.article and abs(left.number - right.number) <= _BACK
    if not telling or not (len(opposed) > 1 or company or len(words) > 1 or beside):
        return
    reason = f"one affirms and one denies: {', '.join(sorted(opposed))}"
    sure = min(0.85, 0.55 + 0.1 * len(opposed) + (0.05 if company else 0))
    yield link_of("contradicts", left, right, round(sure, 2), "denial", reason, left.words, right.words)


def _pointing_back(found: list[Statement], clusters: Clusters) -> Iterator[Link]:
    """Denials of what the article has just told: نفى صحة الاتهام, denies this."""
    articles: dict[str, list[Statement]] = defaultdict(list)
    for one in found:
        articles[one.article].append(one)
    for statements in articles.values():
        for at, denial in enumerate(statements):
            if not (denial.leaf and denial.denies) or not (denial.points_back or len(denial.words.split()) < _BACK):
                continue
            before = [
                one
                for one in reversed(statements[max(0, at - _BACK) : at])
                if one.leaf and not one.denies and not same_speaker(one, denial, clusters)
            ]
            accusing = [one for one in before if one.accuses]
            if before:
                denied = (accusing or before)[0]
                reason = "a denial that points back to what the article told before it"
                yield link_of("contradicts", denied, denial, 0.7, "denial", reason, denied.words, denial.words)


def _unit(found: Figure) -> str:
    return found.measures or found.unit or "figure"


def _bounds(found: Figure) -> str:
    if found.exact:
        return f"{found.least:g}"
    least = "" if found.least is None else f"{'more than' if found.exclusive else 'at least'} {found.least:g}"
    most = "" if found.most is None else f"at most {found.most:g}"
    return " and ".join(bound for bound in (least, most) if bound)
