"""Which events of different articles are one event, each link with what bears it out.

Two events are compared only where their articles tell one story, and linked only where their triggers may tell one
happening and what stands beside them says that it is the same: who takes part, the day, a figure, the place. What a
story has many of (meetings, strikes) needs the same day or figure, or both sides of it the same; what it has one of
(a resignation, a flood) needs less. What speaks against it (another place, another day, another figure, one planned and
one done) settles the matter: unsure is unlinked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kg.resolve.chains import DAYS, by_local, origin
from kg.resolve.entities import Clusters
from kg.resolve.events_records import EventRecord
from kg.resolve.figures import comparable, compatible, equal
from kg.resolve.links import Link, in_order
from kg.resolve.readings import Reading
from kg.resolve.statements import Statement, main_story

Feature = tuple[str, str]
Told = Callable[[str, str], bool]
_ENOUGH = 2.0
_BLOCK = 40
"""Events of one block, nearest in time, that one event is compared with."""
_ONE_DAY = 2
_MANY_A_DAY = frozenset({"STATE"})
"""Types of which a story has many on one day: a statement of the same day may be another's."""
_SHARED = 2
"""So many in common, at least, of those named in articles of one story."""
_WEAK_KINDS = frozenset({"OTHER"})
_ALONE = frozenset({"DISASTER"})
"""Types of which one story of one place has one: the flood, the earthquake."""
_ONCE = frozenset({"appointment", "birth", "departure", "dismissal", "divorce", "marriage", "merger"})
_ONCE |= frozenset({"refusal", "resignation"})
"""Happenings of which one story has one of each participant."""


@dataclass(frozen=True, slots=True)
class EventComparison:
    """What was compared of two events: what bears out that they are one, with its weight, and what speaks against."""

    told: frozenset[str]
    bears_out: tuple[tuple[float, str], ...]
    against: tuple[str, ...]
    one_of_a_kind: bool

    @property
    def weight(self) -> float:
        """The sum of what bears it out."""
        return sum(weight for weight, _ in self.bears_out)

    @property
    def same(self) -> bool:
        """Whether the two are taken for one."""
        return bool(self.told) and not self.against and self.one_of_a_kind and self.weight >= _ENOUGH


def link_events(found: Iterable[EventRecord], clusters: Clusters, one_story: Told) -> list[Link]:
    """The links between ``found``, in order; their order does not matter.

    ``one_story`` says whether two articles, by id, tell one story.
    """
    listed = sorted(found, key=lambda one: (one.published, one.article, one.iri))
    links = []
    for left, right in _pairs(listed, clusters):
        if not one_story(left.article, right.article):
            continue
        compared = compare_events(left, right, clusters)
        if compared.same:
            sure = round(min(0.95, 0.55 + 0.1 * compared.weight), 2)
            reason = "; ".join(words for _, words in compared.bears_out)
            reason = f"both may tell {_listed(compared.told)}; {reason}"
            links.append(in_order(Link("exact", left.iri, right.iri, sure, "event", reason, left.words, right.words)))
    return sorted(links)


def compare_events(left: EventRecord, right: EventRecord, clusters: Clusters) -> EventComparison:
    """What bears out that two events are one, and what speaks against it."""
    places = [_of(one.places, clusters) for one in (left, right)]
    parts = _shared_parts(left, right, clusters)
    figures = _same_figure(left, right)
    days = _same_time(left, right)
    exact = bool(days) and _one_day(left) and _one_day(right)
    bears_out = parts + figures
    against = _other_figure(left, right)
    if left.realis != right.realis:
        against.append(f"one is {left.realis}, one {right.realis}")
    lone = left.kind == right.kind and left.kind in _ALONE and bool(places[0] & places[1])
    if places[0] & places[1]:
        bears_out.append(
            (_ENOUGH if lone else 0.75, f"the same place: {_called(places[0] & places[1], left, right, clusters)}")
        )
    elif all(places):
        against.append("other places")
    if days is False:
        against.append(f"other days: {_when(left)}, {_when(right)}")
    elif days:
        bears_out.append((1.5 if exact else 0.5, f"the time: {left.time}, {right.time}"))
    if left.kind == right.kind and left.kind not in _WEAK_KINDS:
        bears_out.append((0.5, f"the type {left.kind}"))
    tells = left.tells & right.tells
    on_the_day = exact and (bool(parts) or left.kind not in _MANY_A_DAY)
    settled = bool(figures) or on_the_day or lone or len(parts) > 1 or bool(tells & _ONCE and parts)
    told = tells or (left.stems & right.stems)
    return EventComparison(told, tuple(sorted(bears_out, reverse=True)), tuple(against), settled)


def explain_events(left: EventRecord, right: EventRecord, clusters: Clusters, one_story: Told) -> list[Feature]:
    """What was compared of two events, feature by feature."""
    compared = compare_events(left, right, clusters)
    return [
        ("triggers", f"{left.words} | {right.words}"),
        ("types", f"{left.kind} | {right.kind}"),
        ("may both tell", _listed(compared.told) or "nothing"),
        ("one story", "yes" if one_story(left.article, right.article) else "no"),
        ("when", f"{_when(left)} | {_when(right)}"),
        ("figures", f"{_words(left)} | {_words(right)}"),
        *((f"for it, {weight:g}", words) for weight, words in compared.bears_out),
        *(("against it", words) for words in compared.against),
        ("told apart from others of its kind", "yes" if compared.one_of_a_kind else "no"),
        ("sum", f"{compared.weight:g} of {_ENOUGH:g}"),
        ("taken for one", "yes" if compared.same else "no"),
    ]


def stories(readings: Iterable[Reading], clusters: Clusters) -> Told:
    """Which articles, by id, tell one story: they share what both are mostly about, and others beside it."""
    known: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for reading in readings:
        often: Counter[str] = Counter()
        for iri, count in reading.mentions:
            often[clusters.of[iri]] += count
        known[reading.article] = main_story(often), frozenset(often)

    def one_story(left: str, right: str) -> bool:
        (story, everyone), (other, beside) = known[left], known[right]
        return bool(story & other) and len(everyone & beside) >= _SHARED

    return one_story


def event_sources(
    found: Iterable[EventRecord],
    links: Iterable[Link],
    said: Iterable[Statement],
    claim_links: Iterable[Link],
    clusters: Clusters,
) -> dict[str, int]:
    """How many independent sources each event has: of the claims about it, or about what is linked to it, those origins
    count that differ; claims that retell one claim, or end in one named source, count once.
    """
    statements = {one.iri: one for one in said}
    local = by_local(statements.values())
    retold = {link.left: statements[link.right] for link in claim_links if link.kind == "relays"}
    events = {one.iri: one for one in found}
    counts = {}
    for group in _groups(sorted(events), links):
        claims = sorted({iri for event in group for iri in events[event].claims if iri in statements})
        origins = {origin(statements[iri], local, retold) for iri in claims}
        speakers = {_speaker(statements[iri], clusters) or iri for iri in origins}
        if speakers:
            counts.update(dict.fromkeys(group, len(speakers)))
    return dict(sorted(counts.items()))


def _speaker(one: Statement, clusters: Clusters) -> str:
    """The cluster of the entity that makes a claim; nothing for unnamed sources, of which each claim has its own."""
    return "" if one.anonymous or not one.speaker else clusters.of.get(one.speaker, one.speaker)


def _groups(iris: Sequence[str], links: Iterable[Link]) -> Iterator[list[str]]:
    """Events that links join, the smallest IRI first."""
    beside: dict[str, set[str]] = defaultdict(set)
    for link in links:
        beside[link.left].add(link.right)
        beside[link.right].add(link.left)
    seen: set[str] = set()
    for iri in iris:
        if iri in seen:
            continue
        group, waiting = [], [iri]
        seen.add(iri)
        while waiting:
            one = waiting.pop()
            group.append(one)
            fresh = sorted(beside[one] - seen) if one in beside else []
            seen.update(fresh)
            waiting += fresh
        yield sorted(group)


def _pairs(found: Sequence[EventRecord], clusters: Clusters) -> Iterator[tuple[EventRecord, EventRecord]]:
    """Events of different articles that share a happening and, beside it, one thing more; near in time."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        if not one.published:
            continue
        for told in one.stems | one.tells:
            for key in _keys(one, clusters):
                blocks[(told, key)].append(number)
    seen: set[tuple[int, int]] = set()
    # Those without a date stand in no block.
    days = [_day(one.published) if one.published else 0 for one in found]
    for block in blocks.values():
        for at, number in enumerate(block):
            for other in block[at + 1 : at + 1 + _BLOCK]:
                if days[other] - days[number] > DAYS:
                    break
                if found[number].article != found[other].article:
                    seen.add((number, other))
    yield from ((found[number], found[other]) for number, other in sorted(seen))


def _keys(one: EventRecord, clusters: Clusters) -> set[str]:
    keys = set(_of(one.agents | one.others | one.places, clusters))
    if one.since and one.since == one.until:
        keys.add(one.since)
    keys |= {f"{figure.measures or figure.unit}" for figure in one.figures[:1]}
    return keys


def _shared_parts(left: EventRecord, right: EventRecord, clusters: Clusters) -> list[tuple[float, str]]:
    once = 1.5 if left.tells & right.tells & _ONCE else 1.0
    agents = _of(left.agents, clusters) & _of(right.agents, clusters)
    others = (_of(left.others, clusters) & _of(right.others, clusters)) - agents
    everyone = _of(left.agents | left.others, clusters) & _of(right.agents | right.others, clusters)
    shared = (
        (agents, once, "the same agent"),
        (others, once, "the same other participant"),
        (everyone - agents - others, 0.75, "the same participant in another role"),
    )
    return [(weight, f"{what}: {_called(who, left, right, clusters)}") for who, weight, what in shared if who]


def _called(who: frozenset[str], left: EventRecord, right: EventRecord, clusters: Clusters) -> str:
    """What both articles call the entities of some clusters."""
    sides = []
    for one in (left, right):
        iris = one.agents | one.others | one.places
        sides.append(one.names(frozenset(iri for iri in iris if clusters.of.get(iri, iri) in who)))
    return ", ".join(side for side in sides if side)


def _same_figure(left: EventRecord, right: EventRecord) -> list[tuple[float, str]]:
    """Whether the first figures of both, which are their own, say one number."""
    pairs = [(a, b) for a in left.figures[:1] for b in right.figures[:1] if comparable(a, b) and equal(a, b)]
    return [(1.5, f"the figure: {a.words}, {b.words}") for a, b in pairs]


def _other_figure(left: EventRecord, right: EventRecord) -> list[str]:
    return [
        f"other figures: {a.words}, {b.words}"
        for a in left.figures[:1]
        for b in right.figures[:1]
        if (a.unit, a.measures) == (b.unit, b.measures) and not (comparable(a, b) and compatible(a, b))
    ]


def _same_time(left: EventRecord, right: EventRecord) -> bool | None:
    """Whether the days of two events allow one event; None where the text of one gives none."""
    if not (left.since or left.until) or not (right.since or right.until):
        return None
    latest_start = max(left.since, right.since)
    ends = [one.until for one in (left, right) if one.until]
    return not ends or latest_start <= min(ends)


def _one_day(one: EventRecord) -> bool:
    if not one.since or not one.until:
        return False
    return _day(one.until) - _day(one.since) < _ONE_DAY


def _day(text: str) -> int:
    """The number of a day; of a month or a year its first."""
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :]).toordinal()


def _of(iris: Iterable[str], clusters: Clusters) -> frozenset[str]:
    return frozenset(clusters.of.get(iri, iri) for iri in iris)


def _when(one: EventRecord) -> str:
    if not one.since and not one.until:
        return f"not told, published {one.published or 'unknown'}"
    return one.since if one.since == one.until else f"{one.since or '…'} to {one.until or '…'}"


def _words(one: EventRecord) -> str:
    return ", ".join(figure.words for figure in one.figures) or "none"


def _listed(found: Iterable[str]) -> str:
    return ", ".join(sorted(found))
