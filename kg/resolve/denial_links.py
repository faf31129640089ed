"""Links that denials make: one affirms what another denies, or denies what the article has just told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.resolve.chains import link_of, same_speaker
from kg.resolve.entities import Clusters
from kg.resolve.links import Link
from kg.resolve.statements import Statement

_BACK = 5
"""Claims before a denial among which what it denies is sought, and claims so near that they are about one thing."""
_SHORT = 4
"""A denial of fewer words points back to what was told before it."""
_COMMON = frozenset({"kill", "publish", "use", "enter", "troops", "support", "order", "new", "meet", "hospital"})
"""Meanings that many claims of a story share without being about one thing."""


def by_denial(left: Statement, right: Statement) -> Iterator[Link]:
    """The contradiction of two claims of which one affirms what the other denies."""
    opposed = (left.about & right.denied) | (left.denied & right.about)
    telling = opposed - _COMMON
    if not telling:
        return
    company = left.company & right.company
    shared = (left.about | left.denied) & (right.about | right.denied)
    beside = left.article == right.article and abs(left.number - right.number) <= _BACK
    if not (len(shared) > 1 or company or len(left.stems & right.stems) > 1 or beside):
        return
    reason = f"one affirms and one denies: {', '.join(sorted(opposed))}"
    sure = min(0.85, 0.55 + 0.1 * len(opposed) + (0.05 if company else 0))
    yield link_of("contradicts", left, right, round(sure, 2), "denial", reason, left.words, right.words)


def pointing_back(found: Sequence[Statement], clusters: Clusters) -> Iterator[Link]:
    """Denials of what the article has just told: نفى صحة الاتهام, denies this."""
    articles: dict[str, list[Statement]] = defaultdict(list)
    for one in found:
        articles[one.article].append(one)
    for told in articles.values():
        for at, denial in enumerate(told):
            if not (denial.leaf and denial.denies) or not (denial.points_back or len(denial.words.split()) < _SHORT):
                continue
            before = [
                one
                for one in reversed(told[max(0, at - _BACK) : at])
                if one.leaf and not one.denies and not same_speaker(one, denial, clusters)
            ]
            if before:
                denied = _meant(before, denial)
                reason = "a denial that points back to what the article told before it"
                yield link_of("contradicts", denied, denial, 0.7, "denial", reason, denied.words, denial.words)


def _meant(before: Sequence[Statement], denial: Statement) -> Statement:
    """What a denial points back to: the nearest claim of its paragraph, else the nearest accusation."""
    if before[0].paragraph == denial.paragraph:
        return before[0]
    return next((one for one in before if one.accuses), before[0])
