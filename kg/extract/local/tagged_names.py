"""Names by grammar and encoder together.

Who wins where:

- a name that only the encoder sees is a name where it is likely; one name has one type in an article, that
  which the encoder gives it most, and a surname that of who bears it;
- where both see a name with the same borders, the gazetteer's type holds where it knows the name, else the encoder's,
  which knows no groups; what a word beside it says is a medium is one. A city that the encoder takes for a body here
  (a club) is that body;
- where their borders differ, the longer one holds, and of two that cross the encoder's; so it does for persons whom the
  gazetteer does not know;
- a name that only the grammar sees holds where the gazetteer knows it, and a ministry always; a single word for a
  place, and a person by a title, needs a little chance from the encoder, everything else some.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.local.candidates import Candidate, Row
from kg.extract.local.common_nouns import names_nothing
from kg.extract.local.document import Document
from kg.extract.local.tags import Tag
from kg.text import fold
from schemas import EntityType

_SOME_CHANCE = 0.15
_LITTLE_CHANCE = 0.01
_DOUBTED = 0.15
_LIKELY = 0.7
_SURE = 0.8
_EVIDENT = 3
"""The weight from which a candidate of the grammar has evidence: known, titled, headed or quoted."""
_QUOTED = 5
"""The most that a candidate of the grammar weighs; what the user listed weighs more, and always holds."""
_MINISTRY = "وزاره"
"""A ministry is a name by our guide, though corpora from which the encoder learned leave many out."""
_POSSESSIVE = ("'s", "’s")


def with_tagged_names(document: Document, row: Row, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The names of the document; ``candidates`` are the grammar's, without overlaps and in order."""
    tags = document.tags
    if not tags:
        return list(candidates)
    by_token = {at: one for one in candidates for at in range(one.first, one.last + 1)}
    starts = frozenset(one.words[0] for one in candidates)
    out: dict[tuple[int, int], Candidate] = {}
    for tag in tags.entities:
        seen = {(one.first, one.last): one for at in range(tag.first, tag.last + 1) if (one := by_token.get(at))}
        for one in _joined(document, row, tag, list(seen.values()), starts):
            out[one.first, one.last] = one
    tagged = {at for first, last in out for at in range(first, last + 1)}
    for one in candidates:
        if tagged.isdisjoint(range(one.first, one.last + 1)) and _believed(one, tags.naming):
            out[one.first, one.last] = one
    return sorted(_of_one_type(out.values(), tags.entities), key=lambda one: one.start)


def _of_one_type(candidates: Iterable[Candidate], tags: Sequence[Tag]) -> list[Candidate]:
    """The candidates, those that no list knows with the type that their words have in most places."""
    chances = {(tag.first, tag.last): tag.chance for tag in tags}
    votes: dict[tuple[str, ...], dict[EntityType, float]] = defaultdict(lambda: defaultdict(float))
    listed = list(candidates)
    for one in listed:
        votes[one.words][one.type] += 1 if one.entry or one.roles else chances.get((one.first, one.last), 0)
        if one.type is EntityType.PERSON and len(one.words) > 1:
            votes[one.words[-1:]][one.type] += _SURE
    out = []
    for one in listed:
        most = max(votes[one.words].items(), key=lambda vote: (vote[1], vote[0]))[0]
        out.append(one if one.entry or one.type == most else replace(one, type=most))
    return out


def _joined(
    document: Document, row: Row, tag: Tag, seen: Sequence[Candidate], starts: frozenset[str]
) -> list[Candidate]:
    """What a tag and the grammar's candidates that it touches come to; ``starts`` are the names' first words."""
    naming = document.tags.naming
    same = next((one for one in seen if (one.first, one.last) == (tag.first, tag.last)), None)
    if same is not None:
        return [_with_type(same, tag)]
    likely = min(naming[tag.first : tag.last + 1]) >= _LIKELY
    if not likely or any(_holds(one, tag, naming) for one in seen) or names_nothing(row, tag, starts):
        return list(seen)
    roles = frozenset[str]().union(*(one.roles for one in seen))
    return [_candidate(document, row, tag, roles, starts)]


def _holds(candidate: Candidate, tag: Tag, naming: Sequence[float]) -> bool:
    """Whether a longer candidate stands; a person whom no list knows has the borders that the encoder sees.

    So has a place before whose name a noun stands that the encoder doubts (شارع السعدون), and anything that goes on
    after its name with words that it doubts (البنك التجاري لتحقيق النجاح), where no list knows the whole.
    """
    if not (candidate.first <= tag.first and tag.last <= candidate.last):
        return False
    if candidate.entry is not None:
        return True
    before, after = naming[candidate.first : tag.first], naming[tag.last + 1 : candidate.last + 1]
    doubted = min(before or after, default=1.0) < _DOUBTED
    only_name_believed = doubted and (not before or candidate.type is EntityType.PLACE)
    return candidate.type is not EntityType.PERSON and not only_name_believed


def _with_type(candidate: Candidate, tag: Tag) -> Candidate:
    kind = EntityType(tag.kind)
    narrower = (EntityType.GROUP, EntityType.OUTLET)
    headed = candidate.type is EntityType.OUTLET and candidate.weight >= _EVIDENT
    known = candidate.entry is not None or headed or (candidate.type in narrower and kind is EntityType.ORGANIZATION)
    is_club = candidate.type is EntityType.PLACE and kind is EntityType.ORGANIZATION and tag.chance >= _LIKELY
    if known and not is_club:
        return candidate
    return replace(candidate, type=kind, entry=candidate.entry if kind == candidate.type else None)


def _candidate(document: Document, row: Row, tag: Tag, roles: frozenset[str], starts: frozenset[str]) -> Candidate:
    begin = _without_clitic(row, tag, starts)
    text = document.text[begin : tag.end]
    end = tag.end - 2 if text.endswith(_POSSESSIVE) else tag.end
    first = fold(document.text[begin : min(end, row.tokens[tag.first].end)])
    rest = [row.tokens[at].norm for at in range(tag.first + 1, tag.last + 1) if row.names(at)]
    if rest and end < tag.end:
        rest[-1] = fold(document.text[row.tokens[tag.last].start : end])
    return Candidate(begin, end, tag.first, tag.last, EntityType(tag.kind), (first, *rest), None, roles, _EVIDENT)


def _without_clitic(row: Row, tag: Tag, starts: frozenset[str]) -> int:
    """Where the name begins: after a clitic that the encoder left on where the article has the name without it."""
    token = row.tokens[tag.first]
    if tag.start > token.start or token.norm in starts:
        return tag.start
    return next((one.start for one in row.readings[tag.first] if one.prefix and one.word in starts), tag.start)


def _believed(candidate: Candidate, naming: Sequence[float]) -> bool:
    chance = max(naming[candidate.first : candidate.last + 1])
    if candidate.type is EntityType.ORGANIZATION and candidate.words[0] == _MINISTRY:
        return True
    if candidate.weight > _QUOTED or (
        candidate.entry and (candidate.type is not EntityType.PLACE or len(candidate.words) > 1)
    ):
        return True
    evident = candidate.entry or candidate.roles or candidate.type is not EntityType.PERSON
    return chance >= (_LITTLE_CHANCE if evident else _SOME_CHANCE)
