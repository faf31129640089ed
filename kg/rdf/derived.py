"""Triples that repeat, for queries' sake, what other fields of an extraction say; the reader passes over them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode

from kg.rdf.ids import Minted, part_iri
from kg.rdf.literals import language_tag, literal
from kg.rdf.names import Names
from kg.text.fold import fold
from schemas import Claim, Entity, Event, Extraction, Quantity, Time
from schemas.mapping import LABEL, NAME_KEY

_EDTF = NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")
GAP = " […] "
"""Stands between the pieces of a claim's content in its ``schema:text``."""

Said = tuple[NamedNode, str, NamedNode | Literal]


def derived(extraction: Extraction, minted: Minted, names: Names) -> Iterator[Said]:
    """Each derived triple, its predicate as a CURIE."""
    tag = language_tag(extraction.article.language)
    for entity in extraction.entities:
        yield from _entity(minted.entities[entity.id], entity)
    for event in extraction.events:
        yield from _event(minted.events[event.id], event, minted, tag)
    for claim in extraction.claims:
        yield from _claim(minted.claims[claim.id], claim, names, tag)
    yield from _figures(extraction, minted)


def _entity(subject: NamedNode, entity: Entity) -> Iterator[Said]:
    spoken = [mention.span.text for mention in entity.mentions if mention.kind == "named"]
    for key in dict.fromkeys(fold(name) for name in [entity.name, *spoken]):
        yield subject, NAME_KEY, Literal(key)


def _event(subject: NamedNode, event: Event, minted: Minted, tag: str | None) -> Iterator[Said]:
    yield subject, LABEL, literal(event.trigger.text, "text", tag)
    for part in event.participants:
        if part.entity is not None:
            yield subject, f"rw:{part.role}", minted.entities[part.entity]
            yield subject, "sem:hasActor", minted.entities[part.entity]
    yield from _time(subject, event.time)


def _claim(subject: NamedNode, claim: Claim, names: Names, tag: str | None) -> Iterator[Said]:
    if claim.kind != "indirect":
        yield subject, "rdf:type", names.node("schema:Quotation")
    yield subject, "schema:text", literal(GAP.join(span.text for span in claim.content), "text", tag)
    if claim.source.entity is None and claim.source.text:
        yield subject, NAME_KEY, Literal(fold(claim.source.text))
    yield from _time(subject, claim.time)


def _time(owner: NamedNode, time: Time | None) -> Iterator[Said]:
    if time is None:
        return
    node = part_iri(owner, "time")
    if time.start is not None and time.start == time.end:
        yield node, "sem:hasTimeStamp", literal(time.start, "date", None)
    if value := edtf(time):
        yield node, "rw:edtf", Literal(value, datatype=_EDTF)


def edtf(time: Time) -> str:
    """The interval of ``time`` as ISO 8601-2 (EDTF) writes it: a day, a whole month or year, start/end, start/..

    Empty where neither end is known.
    """
    if time.start is None or time.end is None:
        return f"{time.start or '..'}/{time.end or '..'}" if time.start or time.end else ""
    first, last = date.fromisoformat(time.start), date.fromisoformat(time.end)
    if first == last:
        return time.start
    after = date.fromordinal(last.toordinal() + 1) if last < date.max else last
    if first.day == 1 and after.day == 1 and (first.year, first.month) == (last.year, last.month):
        return time.start[:7]
    if (first.month, first.day) == (1, 1) and (after.month, after.day) == (1, 1) and first.year == last.year:
        return time.start[:4]
    return f"{time.start}/{time.end}"


def _figures(extraction: Extraction, minted: Minted) -> Iterator[Said]:
    """Which claim says a figure: the one whose content holds its words; of a chain, the last.

    A figure that hangs on a claim whose content does not hold it is that claim's all the same.
    """
    figures: list[tuple[Quantity, NamedNode, str | None]] = []
    for event in extraction.events:
        figures += _listed(event.quantities, minted.events[event.id], None)
    for claim in extraction.claims:
        figures += _listed(claim.quantities, minted.claims[claim.id], claim.id)
    figures.sort(key=lambda figure: figure[0].span.start)
    contents = sorted((span.start, span.end, claim.id) for claim in extraction.claims for span in claim.content)
    via = {claim.id: claim.via for claim in extraction.claims}
    # One walk over the text: of the contents that have begun, those that have not ended yet.
    begun: list[tuple[int, int, str]] = []
    at = 0
    for quantity, node, owner in figures:
        while at < len(contents) and contents[at][0] <= quantity.span.start:
            begun.append(contents[at])
            at += 1
        begun = [content for content in begun if content[1] > quantity.span.start]
        holding = {claim for _, end, claim in begun if end >= quantity.span.end}
        for claim_id in sorted(_innermost(holding, via) or ({owner} if owner else set())):
            yield node, "rw:inClaim", minted.claims[claim_id]


def _listed(
    quantities: tuple[Quantity, ...], subject: NamedNode, owner: str | None
) -> list[tuple[Quantity, NamedNode, str | None]]:
    return [(quantity, part_iri(subject, "quantities", number), owner) for number, quantity in enumerate(quantities)]


def _innermost(claims: set[str], via: dict[str, str | None]) -> set[str]:
    """``claims`` without those that convey another of them."""
    conveying: set[str] = set()
    for claim in claims:
        above = via[claim]
        while above is not None and above not in conveying:
            conveying.add(above)
            above = via[above]
    return claims - conveying
