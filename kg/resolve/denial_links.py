"""Links that denials make: one affirms what another denies, or denies what the article has just told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from kg.resolve.chains import link_of, same_speaker
from kg.resolve.entities import Clusters
from kg.resolve.links import Link
from kg.resolve.statements import Statement
from kg.text import fold

_BACK = 5
"""Claims before a denial among which what it denies is sought, and claims so near that they are about one thing."""
_SHORT = 4
"""A denial of fewer words points back to what was told before it."""
_PRONOUNS = frozenset(fold("به بها بهم عنه عنها له لها فيه فيها it them so").split())
_LEAST_STEMS = 2
"""So many different words make a claim that can be told from others by them."""
_COMMON = frozenset({"kill", "publish", "use", "enter", "troops", "support", "order", "new", "meet", "hospital"})
"""Meanings that many claims of a story share without being about one thing."""


def by_denial(left: Statement, right: Statement, clusters: Clusters) -> Iterator[Link]:
    """The contradiction of two claims of which one affirms what the other denies."""
    opposed = (left.about & right.denied) | (left.denied & right.about)
    telling = opposed - _COMMON
    if not telling:
        return
    company = left.company & right.company
    shared = (left.about | left.denied) & (right.about | right.denied)
    beside = left.article == right.article and abs(left.number - right.number) <= _BACK
    named = _names(left, right, clusters) or _names(right, left, clusters)
    if not (len(shared) > 1 or company or named or len(left.stems & right.stems) > 1 or beside):
        return
    reason = f"one affirms and one denies: {', '.join(sorted(opposed))}"
    sure = min(0.85, 0.55 + 0.1 * len(opposed) + (0.05 if company else 0))
    yield link_of("contradicts", left, right, round(sure, 2), "denial", reason, left.words, right.words)


def _names(one: Statement, other: Statement, clusters: Clusters) -> bool:
    """Whether ``one`` is about who makes ``other``: people deny what is said of them."""
    return other.speaker is not None and clusters.of.get(other.speaker, other.speaker) in one.company


def word_for_word(found: Iterable[Statement], clusters: Clusters) -> Iterator[Link]:
    """Denials of what another source says in the same words of one article: most deny this, and repeat nothing."""
    said: dict[tuple[str, frozenset[str]], tuple[list[Statement], list[Statement]]] = defaultdict(lambda: ([], []))
    for one in found:
        if one.leaf and len(one.stems) >= _LEAST_STEMS:
            said[one.article, one.stems][one.denies].append(one)
    for affirming, denying in said.values():
        for told, denial in product(affirming[:_BACK], denying[:_BACK]):
            if not same_speaker(told, denial, clusters):
                reason = "one denies word for word what the other affirms"
                yield link_of("contradicts", told, denial, 0.85, "denial", reason, told.words, denial.words)


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
            if not _bare(denial):
                before = [one for one in before if _shared(one, denial)]
            if before:
                denied = _meant(before, denial)
                reason = "a denial that points back to what the article told before it"
                yield link_of("contradicts", denied, denial, 0.7, "denial", reason, denied.words, denial.words)


def _bare(denial: Statement) -> bool:
    """Whether a denial says nothing of what it denies: this, his knowing of it, a single word."""
    words = denial.words.split()
    return denial.points_back or len(words) < 2 or fold(words[-1]) in _PRONOUNS


def _shared(one: Statement, denial: Statement) -> bool:
    meanings = (one.about | one.denied) & (denial.about | denial.denied)
    return bool(one.stems & denial.stems or meanings or one.company & denial.company)


def _meant(before: Sequence[Statement], denial: Statement) -> Statement:
    """What a denial points back to: the nearest claim of its paragraph, else the nearest accusation."""
    if before[0].paragraph == denial.paragraph:
        return before[0]
    return next((one for one in before if one.accuses), before[0])
