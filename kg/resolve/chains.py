"""Chains of who tells what: who relays whom, where a chain ends, and whether two claims are of one source."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from kg.resolve.entities import Clusters
from kg.resolve.figures import Figure, comparable, equal, one_number
from kg.resolve.links import ClaimKind, Link, in_order
from kg.resolve.names import compare
from kg.resolve.speakers import one_voice, without_name
from kg.resolve.statements import Statement
from schemas import EntityType

DAYS = 45
"""Articles further apart in time tell two stories."""
_SHARED = 2
_CITED = 60
"""Claims of one story with figures of one measure among which what is cited is sought."""
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


def speaker_at(one: Statement) -> tuple[str, str]:
    """Who speaks in an article, for counting: what one source says in two claims is said once."""
    return one.article, one.speaks or one.iri


def teller(one: Statement, found: dict[tuple[str, str], Statement]) -> Statement:
    """The claim that begins the chain in which ``one`` is conveyed: mostly an outlet's."""
    while one.via is not None:
        one = found[(one.article, one.via)]
    return one


def same_speaker(left: Statement, right: Statement, clusters: Clusters) -> bool:
    """Whether two claims are of one source: by whom their words speak for, then by entity; never of the unnamed.

    A spokesman of a named body is that body, a minister the ministry.
    """
    if left.anonymous or right.anonymous:
        if left.article == right.article and left.source == right.source != "":
            return True
        if any(one.anonymous and one.speaks == one.source for one in (left, right)):
            return False
    told = one_voice(left.speaks, right.speaks)
    return told if told is not None else clusters.same(left.speaker, right.speaker)


def one_story(left: Statement, right: Statement) -> bool:
    """Whether the articles of two claims tell one story."""
    if left.article == right.article:
        return True
    about = len(left.story & right.story)
    if not about or len(left.everyone & right.everyone) < (_SHARED if about > 1 else _SHARED + 1):
        return False
    if not left.published or not right.published:
        return True
    return abs((date.fromisoformat(left.published) - date.fromisoformat(right.published)).days) <= DAYS


def relays(found: list[Statement], clusters: Clusters) -> Iterator[Link]:
    """The links from claims that retell another article: what an outlet published, what a body said that is cited."""
    yield from _of_outlets(found)
    yield from _of_bodies(found, clusters)


def _of_bodies(found: list[Statement], clusters: Clusters) -> Iterator[Link]:
    """Links from what is told at second hand of a body to that body's own words in another article.

    The WHO, citing the ministry, gives the ministry's figure. Where the words say that a count is relayed, the figure
    may have grown since: then it is the nearest one below it.
    """
    local = by_local(found)
    speaking: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in found:
        if one.leaf and not one.anonymous:
            measures = {f"{figure.measures or figure.unit}" for figure in one.figures}
            for block in sorted((key, measure) for key in one.story for measure in measures):
                speaking[block].append(one)
    for one in found:
        outer = teller(one, local)
        if not one.leaf or outer is one or one.anonymous or outer.through or not one.figures:
            continue
        figure = one.figures[0]
        blocks = [(key, f"{figure.measures or figure.unit}") for key in sorted(one.story)]
        told = {other.iri: other for block in blocks for other in speaking[block][-_CITED:]}
        best: tuple[float, str, Statement] | None = None
        for iri, other in sorted(told.items()):
            fits = _cited(figure, other, one) if other.article != one.article else None
            if fits and (best is None or fits > best[0]) and one_story(other, one):
                best = (fits, iri, other) if same_speaker(other, one, clusters) else best
        if best:
            reason = f"{outer.source} gives what {one.source} said, told in {best[2].article}"
            yield link_of("relays", one, best[2], 0.75, "cited body", reason, one.words, best[2].words)


def _cited(figure: Figure, told: Statement, citing: Statement) -> float | None:
    """How well the figure of ``told`` fits what cites it: 1 for one number, less for a lower one of a running count."""
    own = next((one for one in told.figures if comparable(one, figure) and not one.role), None)
    if own is None or told.published > citing.until:
        return None
    if equal(own, figure):
        return (1.0 if one_number(own, figure) else 0.9) - (0 if told.number else 0.05)  # a headline last
    return own.size / figure.size / 2 if figure.measures and own.size < figure.size else None


def _of_outlets(found: list[Statement]) -> Iterator[Link]:
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
            for told in _in_one_breath(best[2], within[best[1]]):
                also = f"{reason}, in the same breath"
                yield link_of(
                    "relays", teller, told, round(sure - 0.1, 2), "named outlet", also, teller.words, told.words
                )


def _in_one_breath(told: Statement, within: list[Statement]) -> Iterator[Statement]:
    """A denial in the same sentence by the same source: نفى صحة الاتهام وقال إن …; who retells, retells both."""
    for one in within:
        beside = one.leaf and one.denies and one.sentence == told.sentence and abs(one.number - told.number) == 1
        if beside and one.source == told.source != "" and (told.denied or told.denies):
            yield one


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
    name = teller.called or without_name(teller.source)
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
