"""Links that figures of two claims make: they agree, cannot both hold, follow one another, or are denied or refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.resolve.chains import link_of, one_story, same_speaker
from kg.resolve.entities import Clusters
from kg.resolve.figures import Figure, comparable, compatible, equal, nearly, one_number
from kg.resolve.links import Link
from kg.resolve.statements import Statement

_OF_THEIR_OWN = frozenset({"USD", "EUR", "GBP", "barrel-per-day", "meeting"})
"""Units that say enough of what is measured where the text does not."""
_NEAR = 1.6
"""Figures whose measure the text leaves open are compared only when they are so near."""
_RESTATED = 60
"""Claims with one figure, nearest in time, to which a contradiction of it is carried."""

Pair = tuple[Figure, Figure]


def by_figures(left: Statement, right: Statement, *, same: bool) -> Iterator[Link]:
    """The links of two claims by their figures; ``same`` tells whether one source made both."""
    pairs = _pairs(left, right)
    yield from _refused(left, right)
    if same and left.article != right.article and left.denies == right.denies:
        yield from updates(left, right)
    if same or not pairs or left.denies != right.denies:
        if left.denies != right.denies and left.article != right.article:
            yield from _denied_figure(left, right, pairs)
        return
    if any(equal(a, b) for a, b in pairs):
        a, b = pairs[0]  # a figure that a claim gives first is its own; others may be what was said before
        headline = left.article == right.article and not (left.sentence and right.sentence)
        alone = not (left.denies or left.secondhand or right.secondhand or headline)
        if a.measures and nearly(a, b) and alone:
            reason = f"{_unit(a)}: {a.words} and {b.words} are one figure, by two sources"
            yield link_of("corroborates", left, right, 0.75, "figures", reason, a.words, b.words)
        return
    clashing = [(a, b) for a, b in pairs if not compatible(a, b) and not _may_have_risen(left, right, a, b)]
    if left.asserted and right.asserted and clashing and len(clashing) == len(pairs):
        a, b = clashing[0]
        sure = 0.8 if a.measures and (left.places & right.places or left.article == right.article) else 0.65
        yield _clash(left, right, a, b, sure, "figures", "cannot both hold")


def updates(left: Statement, right: Statement) -> Iterator[Link]:
    """The later figure of one source updates the earlier; so does one that both claims say came after another."""
    pairs = _pairs(left, right)
    if pairs and not equal(*pairs[0]):
        yield from _later(left, right, pairs[0])
    elif any(comparable(a, b) and one_number(a, b) for a in _own(left) for b in _own(right)):
        yield from _formerly(left, right)


def told_otherwise(left: Statement, right: Statement, clusters: Clusters) -> Iterator[Link]:
    """A claim that sets its figure against somebody's by name contradicts what that one said, whenever it was said."""
    for one, other in ((left, right), (right, left)):
        who = clusters.of.get(other.speaker or "", "")
        if one.contrasts and who and who in one.company:
            for a, b in _pairs(one, other):
                if not compatible(a, b):
                    yield _clash(one, other, a, b, 0.8, "figures set against each other", "are set against each other")
                    return


def restated(
    links: Iterable[Link], found: Iterable[Statement], origins: dict[str, str], clusters: Clusters
) -> Iterator[Link]:
    """Who contradicts a figure within one article contradicts it where another article gives it."""
    by_iri = {one.iri: one for one in found}
    giving: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for one in by_iri.values():
        for figure in _own(one):
            if one.leaf and not one.denies and figure.least is not None and figure.most is not None:
                giving[_key(figure)].append(one)
    for link in links:
        if link.kind != "contradicts" or link.method != "figures":
            continue
        for first, second, words in (
            (link.left, link.right, link.right_words),
            (link.right, link.left, link.left_words),
        ):
            one, other = by_iri[first], by_iri[second]
            clashing = next((each for each in _own(other) if each.words == words), None)
            if one.article != other.article or clashing is None:
                continue
            for again in giving.get(_key(clashing), [])[:_RESTATED]:
                if again.article == one.article or origins[again.iri] in (origins[one.iri], origins[other.iri]):
                    continue
                if one_story(one, again) and not same_speaker(one, again, clusters):
                    a = next(each for each in _own(one) if comparable(each, clashing))
                    yield _clash(one, again, a, clashing, 0.7, "figures+restated", "cannot both hold")


def _key(figure: Figure) -> tuple[object, ...]:
    return figure.measures, figure.unit, figure.least, figure.most, figure.exclusive


def _own(one: Statement) -> list[Figure]:
    return [figure for figure in one.figures if figure.role in ("", "part")]


def _pairs(left: Statement, right: Statement) -> list[Pair]:
    return [(a, b) for a in _own(left) for b in _own(right) if comparable(a, b) and _measured_alike(left, right, a, b)]


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


def _later(left: Statement, right: Statement, pair: Pair) -> Iterator[Link]:
    a, b = pair
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
    sure = 0.8 if ordered == "by their days" else 0.7
    yield link_of("updates", right, left, sure, "figures", reason, b.words, a.words)


def _formerly(left: Statement, right: Statement) -> Iterator[Link]:
    """Two claims of one source with one figure, of which one at least says what it was before."""
    for one in (left, right):
        former = next((figure for figure in one.figures if figure.role == "former"), None)
        own = next((figure for figure in _own(left) if former and comparable(figure, former)), None)
        if former and own and not equal(former, own):
            reason = f"{_unit(own)}: the same source gave {own.words}, and {former.words} before"
            yield link_of("updates", left, right, 0.7, "former figure", reason, own.words, former.words)
            return


def _denied_figure(left: Statement, right: Statement, pairs: list[Pair]) -> Iterator[Link]:
    meant = [(a, b) for a, b in pairs if equal(a, b)]
    if meant:
        a, b = meant[0]
        reason = f"one denies the figure that the other gives: {a.words}, {b.words}"
        yield link_of("contradicts", left, right, 0.75, "denial of a figure", reason, a.words, b.words)


def _refused(left: Statement, right: Statement) -> Iterator[Link]:
    """ "1.18 million, not 1.11 million" stands against a claim whose own figure is 1.11 million."""
    for one, other in ((left, right), (right, left)):
        for refused in one.figures:
            for given in _own(other) if refused.role == "refused" and one.article != other.article else ():
                if comparable(refused, given) and one_number(refused, given) and _shared(one, other):
                    reason = f"{_unit(given)}: one sets aside the {refused.words} that stands in the other"
                    yield link_of("contradicts", one, other, 0.65, "refused figure", reason, refused.words, given.words)
                    return


def _shared(left: Statement, right: Statement) -> bool:
    """Whether both are about something in common beside the figure: somebody named, a word, or who speaks."""
    return bool(
        left.company & right.company
        or (left.about | left.denied) & (right.about | right.denied)
        or (left.speaker and left.called == right.called)
        or left.everyone & right.everyone
    )


def _clash(left: Statement, right: Statement, a: Figure, b: Figure, sure: float, method: str, why: str) -> Link:
    reason = f"{_unit(a)}: {a.words} ({_bounds(a)}) and {b.words} ({_bounds(b)}) {why}"
    return link_of("contradicts", left, right, sure, method, reason, a.words, b.words)


def _unit(found: Figure) -> str:
    return found.measures or found.unit or "figure"


def _bounds(found: Figure) -> str:
    if found.exact:
        return f"{found.least:g}"
    least = "" if found.least is None else f"{'more than' if found.exclusive else 'at least'} {found.least:g}"
    most = "" if found.most is None else f"at most {found.most:g}"
    return " and ".join(bound for bound in (least, most) if bound)
