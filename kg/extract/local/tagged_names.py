"""Names by grammar and encoder together.

Who wins where:

- a name that only the encoder sees is a name;
- where both see a name with the same borders, the gazetteer's type holds where it knows the name, else the encoder's,
  which knows no groups;
- where their borders differ, a name that the gazetteer knows holds against a shorter one, else the encoder's holds;
- a name that only the grammar sees holds unless the encoder is sure that its words are none. The gazetteer, a title
  before it or quotation marks around it ask for a surer encoder.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.local.candidates import Candidate, Row
from kg.extract.local.document import Document
from kg.extract.local.tags import Tag
from kg.text import fold
from schemas import EntityType

_NAMED_BY_GRAMMAR = 0.15
_NAMED_BY_EVIDENCE = 0.04
"""Chance of being a name from which a name that only the grammar sees is kept, the second one with evidence."""
_EVIDENT = 3
"""The weight from which a candidate of the grammar has evidence: known, titled or quoted."""
_POSSESSIVE = ("'s", "’s")


def with_tagged_names(document: Document, row: Row, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The names of the document; ``candidates`` are the grammar's, without overlaps and in order."""
    tags = document.tags
    if not tags:
        return list(candidates)
    by_token = {at: one for one in candidates for at in range(one.first, one.last + 1)}
    out: dict[tuple[int, int], Candidate] = {}
    for tag in tags.entities:
        seen = {(one.first, one.last): one for at in range(tag.first, tag.last + 1) if (one := by_token.get(at))}
        for one in _joined(document, row, tag, list(seen.values())):
            out[one.first, one.last] = one
    tagged = {at for first, last in out for at in range(first, last + 1)}
    for one in candidates:
        if tagged.isdisjoint(range(one.first, one.last + 1)) and _believed(one, tags.naming):
            out[one.first, one.last] = one
    return sorted(out.values(), key=lambda one: one.start)


def _joined(document: Document, row: Row, tag: Tag, seen: Sequence[Candidate]) -> list[Candidate]:
    """What a tag and the grammar's candidates that it touches come to."""
    same = next((one for one in seen if (one.first, one.last) == (tag.first, tag.last)), None)
    if same is not None:
        known = same.entry is not None or same.type is EntityType.GROUP
        return [same if known else replace(same, type=EntityType(tag.kind))]
    if any(one.entry and one.first <= tag.first and tag.last <= one.last for one in seen):
        return list(seen)
    roles = frozenset[str]().union(*(one.roles for one in seen))
    return [_candidate(document, row, tag, roles)]


def _candidate(document: Document, row: Row, tag: Tag, roles: frozenset[str]) -> Candidate:
    text = document.text[tag.start : tag.end]
    end = tag.end - 2 if text.endswith(_POSSESSIVE) else tag.end
    first = fold(document.text[tag.start : min(end, row.tokens[tag.first].end)])
    rest = [row.tokens[at].norm for at in range(tag.first + 1, tag.last + 1) if row.names(at)]
    if rest and end < tag.end:
        rest[-1] = fold(document.text[row.tokens[tag.last].start : end])
    return Candidate(tag.start, end, tag.first, tag.last, EntityType(tag.kind), (first, *rest), None, roles, _EVIDENT)


def _believed(candidate: Candidate, naming: Sequence[float]) -> bool:
    evident = candidate.entry is not None or bool(candidate.roles) or candidate.weight >= _EVIDENT
    least = _NAMED_BY_EVIDENCE if evident else _NAMED_BY_GRAMMAR
    return max(naming[candidate.first : candidate.last + 1]) >= least
