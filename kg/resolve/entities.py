"""Which entities of different articles are one: names first, then who and what stands beside them.

Entities that are called alike are first gathered in forms, so that the cost grows with the number of different names
and not with the square of the number of articles. A form whose name does not suffice (a surname, a ministry of no
country, a place of which there are two) is one form a setting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from kg.gazetteer import gazetteer
from kg.resolve.links import EntityKind, Link, in_order
from kg.resolve.names import SAME, Comparison, compare, known_keys
from kg.resolve.organizations import organization
from kg.resolve.persons import person
from kg.resolve.places import one_strip
from kg.resolve.records import BODIES, Record
from kg.resolve.sounds import skeleton
from kg.resolve.tables import national_bodies
from kg.resolve.words import Word, pieces, word
from kg.text import fold
from schemas import EntityType

_CLOSE = 0.55
_COMPANY = 2
"""So many others in common bear out what a name alone does not say."""
_LARGE_BLOCK = 150


@dataclass(frozen=True, slots=True)
class Form:
    """Records that are called alike; ``needy`` where the name alone does not say who it is."""

    key: tuple[str, ...]
    records: tuple[Record, ...]
    needy: bool

    @property
    def first(self) -> Record:
        """The record that stands for all: the one with the smallest IRI."""
        return self.records[0]

    @property
    def beside(self) -> frozenset[str]:
        """Everything that stands beside it in any article."""
        return frozenset().union(*(record.beside for record in self.records))

    @property
    def items(self) -> frozenset[str]:
        """The Wikidata items of its records."""
        return frozenset(record.wikidata for record in self.records if record.wikidata)


@dataclass(frozen=True, slots=True)
class Clusters:
    """Which entities are taken for one: each IRI with the smallest IRI of its cluster."""

    of: dict[str, str]

    def same(self, left: str | None, right: str | None) -> bool:
        """Whether two entities are taken for one."""
        return left is not None and right is not None and self.of.get(left, left) == self.of.get(right, right)


def link_entities(
    found: Iterable[Record],
    apart: frozenset[frozenset[str]] = frozenset(),
    together: Iterable[tuple[str, str]] = (),
) -> tuple[list[Link], Clusters]:
    """The links between entities, and the clusters that the exact ones make; the order of ``found`` does not matter.

    ``apart`` are pairs of IRIs that never come into one cluster, ``together`` pairs that do before all others.
    """
    listed = sorted(found, key=lambda record: record.iri)
    merged = _Merging(listed, apart)
    for left, right in sorted(together):
        merged.join(left, right)
    links: list[Link] = []
    forms = _forms(listed)
    for form in forms:
        links += [
            _link("exact", form.first, record, _of_one_form(form))
            for record in form.records[1:]
            if merged.join(form.first.iri, record.iri)
        ]
    judged = [(pair, judge(*pair)) for pair in _candidates(forms)]
    kept = [(pair, verdict) for pair, verdict in judged if verdict.score >= _CLOSE]
    kept.sort(key=lambda one: (-one[1].score, one[0][0].first.iri, one[0][1].first.iri))
    for (one, other), verdict in kept:
        exact = verdict.score >= SAME and merged.join(one.first.iri, other.first.iri)
        if exact or frozenset((one.first.iri, other.first.iri)) not in apart:
            links.append(_link("exact" if exact else "close", one.first, other.first, verdict))
    return sorted(links), merged.clusters()


def judge(left: Form, right: Form) -> Comparison:
    """Whether two forms are one: items, names, then the company they keep."""
    if left.first.kind == EntityType.PLACE and one_strip(left.first.name, right.first.name):
        return Comparison(0.6, "names", "a strip and the city in it: the news says either for the other")
    if left.items and right.items:
        if left.items & right.items:
            return Comparison(0.98, "wikidata", f"both are {min(left.items & right.items)}")
        return Comparison(0.0, "wikidata", f"{min(left.items)} and {min(right.items)} are two items")
    one, other = left.first, right.first
    verdict = max(
        (compare(a, b, one.kind) for a in one.names for b in other.names),
        key=lambda found: (found.score, found.method, found.reason),
    )
    if one.kind in BODIES and (verdict.method != "gazetteer" or _of_any_country(one)):
        verdict = _with_places(one, other, verdict)
    if verdict.score < _CLOSE or not (left.needy or right.needy or verdict.score < SAME):
        return verdict
    common = sorted(left.beside & right.beside)
    setting = one.setting == other.setting != ""
    said = f"{verdict.reason}; beside both: {', '.join(common[:5]) or 'nobody'}"
    # A ministry of no country beside one of a country may be another's: company alone does not make them one.
    open_ = one.kind in BODIES and bool(one.places) != bool(other.places)
    if len(common) >= _COMPANY + open_ or (setting and common):
        score = max(verdict.score, 0.82) if (setting or len(common) > _COMPANY) and not open_ else verdict.score
        return Comparison(round(min(score, 0.9), 3), f"{verdict.method}+company", said)
    return Comparison(round(min(verdict.score, 0.5), 3), f"{verdict.method}+company", said)


def _with_places(one: Record, other: Record, verdict: Comparison) -> Comparison:
    if verdict.score >= _CLOSE and one.places and other.places:
        if not one.places & other.places:
            where = f"{', '.join(sorted(one.places))} and {', '.join(sorted(other.places))}"
            return Comparison(0.1, "names+places", f"bodies of one name in {where}")
        shared = min(one.places & other.places)
        return Comparison(max(verdict.score, 0.85), "names+places", f"{verdict.reason}; both of {shared}")
    if verdict.score >= SAME and bool(one.places) != bool(other.places):
        where = min(one.places | other.places)
        return Comparison(0.6, "names+places", f"{verdict.reason}; only one says where: {where}")
    return verdict


def _forms(found: Iterable[Record]) -> list[Form]:
    gathered: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    needy: dict[tuple[str, ...], bool] = {}
    for record in found:
        needs = needs_company(record)
        group = "body" if record.kind in BODIES else str(record.kind)
        identity = record.wikidata or "|".join(sorted({fold(name) for name in record.names}))
        key = (group, identity, *sorted(record.places), *((f"@{record.setting or record.article}",) if needs else ()))
        gathered[key].append(record)
        needy[key] = needs
    return [Form(key, tuple(records), needy[key]) for key, records in sorted(gathered.items())]


def needs_company(record: Record) -> bool:
    """Whether the name leaves open who it is: a single name, a body of no place, a place of which there are several."""
    if record.wikidata:
        return False
    known = not _of_any_country(record) and known_keys(record.name, record.kind)
    if record.kind == EntityType.PERSON:
        return not known and len(person(record.name).words) < 2
    if record.kind in BODIES:
        parsed = organization(record.name)
        return not known and not parsed.own and not record.places
    if record.kind == EntityType.PLACE:
        bearers = {match.entry.key for match in gazetteer().named(record.name) if match.entry.type == EntityType.PLACE}
        return len(bearers) != 1
    return False


def _of_any_country(record: Record) -> bool:
    """Whether several countries have a body of this name."""
    return record.kind in BODIES and fold(record.name) in national_bodies()


def _candidates(forms: list[Form]) -> Iterator[tuple[Form, Form]]:
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        for block in sorted(_blocks(form)):
            blocks[(form.key[0], block)].append(number)
    seen: set[tuple[int, int]] = set()
    for _, numbers in sorted(blocks.items()):
        for group in _subdivided(numbers, forms):
            seen.update(combinations(group, 2))
    for one, other in sorted(seen):
        yield forms[one], forms[other]


def _subdivided(numbers: list[int], forms: list[Form]) -> Iterator[list[int]]:
    if len(numbers) <= _LARGE_BLOCK:
        yield numbers
        return
    finer: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        first = word(pieces(forms[number].first.name)[0]).heard if pieces(forms[number].first.name) else ()
        finer[skeleton(first[0]) if first else ""].append(number)
    for _, group in sorted(finer.items()):
        yield from (group[at : at + _LARGE_BLOCK] for at in range(0, len(group), _LARGE_BLOCK))


def _blocks(form: Form) -> set[str]:
    record = form.first
    keys = {key for name in record.names for key in known_keys(name, record.kind)}
    found = {f"={key}" for key in keys | form.items}
    for name in record.names:
        if record.kind in BODIES:
            parsed = organization(name)
            found |= {
                f"*{meaning}" for meanings in parsed.meanings for meaning in meanings if not meaning.startswith("*")
            }
            found |= _heard(parsed.own)
        else:
            found |= _heard(_telling_words(record.kind, name))
    return found


def _telling_words(kind: EntityType, name: str) -> tuple[Word, ...]:
    """The words to look others up by: of a person all but the given name, which many share."""
    if kind != EntityType.PERSON:
        return tuple(word(piece) for piece in pieces(name))
    words = person(name).words
    return words[1:] if len(words) > 1 else words


def _heard(words: Iterable[Word]) -> set[str]:
    return {skeleton(row) for word_ in words for row in word_.heard} - {""}


def _of_one_form(form: Form) -> Comparison:
    if form.first.wikidata:
        return Comparison(0.98, "wikidata", f"both are {form.first.wikidata}")
    if form.needy:
        return Comparison(0.85, "names+company", f"one name, and both articles are set in {form.first.setting}")
    return Comparison(0.95, "names", "one name")


def _link(kind: EntityKind, left: Record, right: Record, verdict: Comparison) -> Link:
    return in_order(
        Link(kind, left.iri, right.iri, verdict.score, verdict.method, verdict.reason, left.name, right.name)
    )


class _Merging:
    """Joins entities into clusters; refuses where two items or two entities told apart would meet."""

    def __init__(self, found: Iterable[Record], apart: frozenset[frozenset[str]]) -> None:
        self._members = {record.iri: [record.iri] for record in found}
        self._of = {record.iri: record.iri for record in found}
        self._items = {record.iri: {record.wikidata} - {None} for record in found}
        # Of each cluster, what has been told apart from one of its members.
        self._apart: dict[str, set[str]] = defaultdict(set)
        for pair in apart:
            for iri in pair:
                self._apart[iri] |= pair - {iri}

    def join(self, left: str, right: str) -> bool:
        """Whether the two are in one cluster now."""
        if left not in self._of or right not in self._of:
            return False
        one, other = sorted((self._of[left], self._of[right]))
        if one == other:
            return True
        items = self._items[one] | self._items[other]
        if len(items) > 1 or any(self._of.get(iri) == other for iri in self._apart.get(one, ())):
            return False
        for iri in self._members[other]:
            self._of[iri] = one
        self._members[one] += self._members.pop(other)
        self._items[one] = items
        if other in self._apart:
            self._apart[one] |= self._apart.pop(other)
        return True

    def clusters(self) -> Clusters:
        return Clusters(dict(self._of))
