"""Chains of who tells what: who relays whom, where a chain ends, and whether two claims are of one source."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from kg.resolve.entities import Clusters
from kg.resolve.figures import comparable, equal
from kg.resolve.links import ClaimKind, Link, in_order
from kg.resolve.names import SAME, compare
from kg.resolve.statements import Statement
from schemas import EntityType

DAYS = 45
"""Articles further apart in time tell two stories."""
_SHARED = 2
_RETOLD = 1.5
"""What a claim and the one it retells have in common, at least: one meaning, or half a figure."""


def by_local(found: Iterable[Statement]) -> dict[tuple[str, str], Statement]:
    """Claims by their article and their local id."""
    return {(one.article, one.local): one for one in found}


def origin(one: Statement, found: dict[tuple[str, str], Statement], retold: dict[str, Statement]) -> str:
    """The IRI of the claim where a chain ends, through relays of other articles: claims of one origin count once."""
    seen: set[str] = set()
    while one.iri not in seen:
        seen.add(one.iri)
        end = found[(one.article, one.origin)]
        outlet = teller(end, found)
        one = retold.get(end.iri) or retold.get(outlet.iri) or end
    return one.iri


def teller(one: Statement, found: dict[tuple[str, str], Statement]) -> Statement:
    """The claim that begins the chain in which ``one`` is conveyed: mostly an outlet's."""
    while one.via is not None:
        one = found[(one.article, one.via)]
    return one


def same_speaker(left: Statement, right: Statement, clusters: Clusters) -> bool:
    """Whether two claims are of one source: by what they are called, then by entity; never of the unnamed."""
    if left.anonymous or right.anonymous:
        return left.article == right.article and left.source == right.source != ""
    one, other = _called(left.source), _called(right.source)
    if one and other:
        score = compare(one, other, EntityType.ORGANIZATION).score
        if score >= SAME:
            return True
        if score <= 0.15:
            return False
    return clusters.same(left.speaker, right.speaker)


def _called(source: str) -> str:
    return source.replace("،", ",").split(",")[0].strip()


def one_story(left: Statement, right: Statement) -> bool:
    """Whether the articles of two claims tell one story."""
    if left.article == right.article:
        return True
    if not left.story & right.story or len(left.everyone & right.everyone) < _SHARED:
        return False
    if not left.published or not right.published:
        return True
    return abs((date.fromisoformat(left.published) - date.fromisoformat(right.published)).days) <= DAYS


def relays(found: list[Statement]) -> Iterator[Link]:
    """The links from claims that name another outlet as their source to what that outlet published."""
    outlets = sorted({one.outlet for one in found if one.outlet})
    articles: dict[tuple[str, str], dict[tuple[str, str], None]] = defaultdict(dict)
    within: dict[str, list[Statement]] = defaultdict(list)
    for one in found:
        within[one.article].append(one)
        for key in one.story:
            articles[(one.outlet, key)][(one.published, one.article)] = None
    by_day = {block: sorted(days) for block, days in articles.items()}
    for teller in found:
        name = _outlet_name(teller, outlets)
        if not name or name == teller.outlet:
            continue
        candidates = {article for key in teller.story for article in _near(by_day.get((name, key), []), teller)}
        best: tuple[float, str, Statement] | None = None
        for article in sorted(candidates):
            for told in within[article]:
                if told.published <= teller.until and one_story(told, teller):
                    score = _retelling(told, teller, found_ends=within[teller.article])
                    if best is None or (score, told.published) > (best[0], best[2].published):
                        best = (score, article, told)
        if best and best[0] >= _RETOLD:
            reason = f"{teller.called or teller.source} is named as the source, and published it in {best[1]}"
            sure = min(0.95, 0.6 + best[0] / 20)
            yield link_of(
                "relays", teller, best[2], round(sure, 2), "named outlet", reason, teller.words, best[2].words
            )


def _near(days: list[tuple[str, str]], teller: Statement) -> list[str]:
    """Of articles with their days, in order, those that may tell the story of ``teller`` and are no later.

    Those of no day always may.
    """
    undated = bisect_left(days, ("0", ""))
    if not teller.published:
        return [article for _, article in days[:undated]]
    since = date.fromordinal(max(date.fromisoformat(teller.published).toordinal() - DAYS, 1)).isoformat()
    dated = days[bisect_left(days, (since, ""), undated) : bisect_left(days, (f"{teller.until}~", ""))]
    return [article for _, article in days[:undated] + dated]


def _outlet_name(teller: Statement, outlets: list[str]) -> str | None:
    if teller.through:
        return next((outlet for outlet in outlets if compare(teller.through, outlet, EntityType.OUTLET).same), None)
    if teller.anonymous or not (teller.called or teller.source):
        return None
    name = teller.called or _called(teller.source)
    return next((outlet for outlet in outlets if compare(name, outlet, EntityType.OUTLET).same), None)


def _retelling(told: Statement, teller: Statement, found_ends: list[Statement]) -> float:
    end = next((one for one in found_ends if one.local == teller.origin), teller)
    figures = any(equal(a, b) for a in end.figures for b in told.figures if comparable(a, b))
    meanings = len((told.about & teller.about) | (told.denied & teller.denied))
    words = len(told.stems & teller.stems)
    unnamed = 1.0 if end.anonymous and told.anonymous else 0.0
    names = [part.strip() for part in told.source.replace("،", ",").split(",")] + [told.called]
    named = 1.5 * any(compare(end.called, name, EntityType.PERSON).same for name in names if end.called and name)
    polarity = -1.0 if told.about & teller.denied or told.denied & teller.about else 0.0
    roles = 0.5 * len(told.roles & end.roles)
    content = 3 * figures + 1.5 * meanings + len(told.company & teller.company) + min(words, 4) / 2
    headline = -0.5 if told.number == 0 else 0.0
    return content + (headline + unnamed + named + polarity + roles if content else 0.0)


def link_of(
    kind: ClaimKind, left: Statement, right: Statement, sure: float, method: str, reason: str, words: str, other: str
) -> Link:
    """A link between two claims, with the words that were compared."""
    return in_order(Link(kind, left.iri, right.iri, sure, method, reason, words, other))
