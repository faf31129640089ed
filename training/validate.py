"""Says what is wrong with the passages: ``python training/validate.py [FOLDER]``; exit status 1 if anything is.

A fault is one line: the passage's id, the item's id, what is wrong. The rules are those of ``training/README.md``;
spans are resolved to code points, end exclusive.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from schemas.values import EventType, Realis

PASSAGES = Path(__file__).parent / "passages"
ENTITY_TYPES = frozenset(("person", "organization", "outlet", "place", "product", "other"))
EVENT_TYPES = frozenset(one.value for one in EventType)
REALIS = frozenset(one.value for one in Realis)
KINDS = frozenset(("direct", "indirect", "mixed"))
POLARITIES = frozenset(("affirms", "denies"))
PASSAGE_FIELDS = {"id", "language", "published", "shows", "text", "entities", "events", "claims", "traps"}
ENTITY_FIELDS = {"id", "type", "name", "mentions"}
EVENT_FIELDS = {"id", "type", "trigger", "realis", "agents", "patients", "place", "time", "quantities"}
CLAIM_FIELDS = {"id", "source", "source_entity", "cue", "content", "kind", "polarity", "via", "about", "time"}
COMPLEMENTISER = re.compile(r"(?:ب?[أإا]ن(?:ه|ها|هم|هن|نا|ني|كم)?|that)(?![\w'’])", re.IGNORECASE)
EDGE = '"«»“”„:;,.،؛ \n\t'
QUOTES = "\"«“‘':*-–—"
# What a passage is made for (training/README.md): first what its claims show, then its kind of news and house style.
SHOWS = frozenset(
    (
        *("according-to", "denial", "document-source", "headline-claim", "hearsay", "interrupted", "multi-sentence"),
        *("negative", "nested", "nested-quotes", "no-claims", "no-quotes", "participle", "pro-drop", "pronoun-source"),
        *("unnamed-source",),
        *(
            "business",
            "conflict",
            "court",
            "crime",
            "culture",
            "diplomacy",
            "disaster",
            "economy",
            "education",
            "energy",
        ),
        *(
            "feature",
            "health",
            "interview",
            "media",
            "politics",
            "science",
            "sport",
            "tabloid",
            "technology",
            "weather",
        ),
        *("africa", "american", "british", "egypt", "gulf", "iraq", "levant", "maghreb", "saudi", "sudan", "wire"),
    )
)
LONGEST_TRIGGER = 4
# A retelling goes on after the outer claim's own content, so what it quotes need not lie inside.
RETOLD = re.compile(
    r"تقرير|صحيفة|موقع|وكالة|بيان|رسالة|دراسة|قناة|report|paper|statement|letter|study|agency", re.IGNORECASE
)
WEEKDAYS = {
    "الاثنين": 0, "الإثنين": 0, "الثلاثاء": 1, "الأربعاء": 2, "الخميس": 3, "الجمعة": 4, "السبت": 5, "الأحد": 6,
    "Monday": 0, "Tuesday": 1, "Wednesday": 2, "Thursday": 3, "Friday": 4, "Saturday": 5, "Sunday": 6,
}  # fmt: skip


class Range(NamedTuple):
    """A stretch of a passage's text in code points, end exclusive."""

    start: int
    end: int

    def holds(self, other: Range) -> bool:
        """Whether ``other`` lies inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Range) -> bool:
        """Whether the two share a character."""
        return max(self.start, other.start) < min(self.end, other.end)


def locate(text: str, span: dict[str, Any]) -> Range | None:
    """The ``n``-th occurrence of a span's string, counted from the left and overlapping; None if absent."""
    start = -1
    for _ in range(span.get("n", 1)):
        start = text.find(span["q"], start + 1)
        if start < 0:
            return None
    return Range(start, start + len(span["q"]))


def load(folder: Path = PASSAGES) -> list[dict[str, Any]]:
    """The passages of a folder, in order of their file names."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


def faults(passage: dict[str, Any]) -> Iterator[str]:
    """What is wrong with one passage, a line each."""
    for check in (_fields, _spans, _entities, _events, _claims, _nesting, _twins, _traps):
        for fault in check(passage):
            yield f"{passage.get('id')} {fault}"


def _items(passage: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from passage["entities"]
    yield from passage["events"]
    yield from passage["claims"]


def _fields(passage: dict[str, Any]) -> Iterator[str]:
    if set(passage) != PASSAGE_FIELDS:
        yield f"has other fields than {sorted(PASSAGE_FIELDS)}"
    if set(passage["shows"]) - SHOWS:
        yield f"shows what is not in the list: {sorted(set(passage['shows']) - SHOWS)}"
    if unicodedata.normalize("NFC", passage["text"]) != passage["text"]:
        yield "text is not NFC"
    for name, fields in (("entities", ENTITY_FIELDS), ("events", EVENT_FIELDS), ("claims", CLAIM_FIELDS)):
        for item in passage[name]:
            if set(item) - {"source_text"} != fields:
                yield f"{item['id']} has other fields than {sorted(fields)}"
    ids = [item["id"] for item in _items(passage)]
    yield from (f"{twin} is used twice" for twin in sorted({one for one in ids if ids.count(one) > 1}))


def _spans_of(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "q" in value:
            yield value
        for inner in value.values():
            yield from _spans_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans_of(inner)


def _spans(passage: dict[str, Any]) -> Iterator[str]:
    for span in _spans_of(passage):
        if locate(passage["text"], span) is None:
            yield f"span is not in the text: {span}"
        elif span["q"] != span["q"].strip(EDGE):
            yield f"span has an edge of punctuation, space or quotation mark: {span['q']!r}"


def _entities(passage: dict[str, Any]) -> Iterator[str]:
    seen: set[Range] = set()
    for entity in passage["entities"]:
        if entity["type"] not in ENTITY_TYPES:
            yield f"{entity['id']} has no such type: {entity['type']}"
        if not entity["mentions"]:
            yield f"{entity['id']} is mentioned nowhere"
        for mention in entity["mentions"]:
            place = locate(passage["text"], mention)
            if place in seen:
                yield f"{entity['id']} shares a mention with another: {mention}"
            if place is not None:
                seen.add(place)


def _times(item: dict[str, Any]) -> Iterator[str]:
    time = item["time"]
    if time is None:
        return
    days = [None if time[edge] is None else date.fromisoformat(time[edge]) for edge in ("start", "end")]
    if days[0] and days[1] and days[0] > days[1]:
        yield f"{item['id']} ends before it starts"
    for name, number in WEEKDAYS.items():
        if name in time["span"]["q"] and days[0] is not None and days[0] == days[1] and days[0].weekday() != number:
            yield f"{item['id']} has {days[0]} for {time['span']['q']!r}"


def _events(passage: dict[str, Any]) -> Iterator[str]:
    names = {entity["id"] for entity in passage["entities"]}
    for event in passage["events"]:
        own = event["id"]
        if event["type"] not in EVENT_TYPES or event["realis"] not in REALIS:
            yield f"{own} has no such type or realis: {event['type']}, {event['realis']}"
        if len(event["trigger"]["q"].split()) > LONGEST_TRIGGER:
            yield f"{own} has a trigger of more than {LONGEST_TRIGGER} words"
        for filler in (*event["agents"], *event["patients"]):
            if isinstance(filler, str) and filler not in names:
                yield f"{own} names an entity that is not there: {filler}"
        for quantity in event["quantities"]:
            if quantity["min"] is not None and quantity["max"] is not None and quantity["min"] > quantity["max"]:
                yield f"{own} has a quantity whose least is above its most"
        yield from _times(event)


def _claims(passage: dict[str, Any]) -> Iterator[str]:
    names = {entity["id"] for entity in passage["entities"]}
    events = {event["id"] for event in passage["events"]}
    for claim in passage["claims"]:
        own = claim["id"]
        if claim["kind"] not in KINDS or claim["polarity"] not in POLARITIES:
            yield f"{own} has no such kind or polarity: {claim['kind']}, {claim['polarity']}"
        if claim["source_entity"] is not None and claim["source_entity"] not in names:
            yield f"{own} names an entity that is not there: {claim['source_entity']}"
        if claim.get("source_text") is not None and claim["source_text"] not in passage["text"]:
            yield f"{own} has an antecedent that is not in the text: {claim['source_text']!r}"
        yield from (
            f"{own} is about an event that is not there: {event}" for event in claim["about"] if event not in events
        )
        if not claim["content"]:
            yield f"{own} has no content"
        for content in claim["content"]:
            if COMPLEMENTISER.match(content["q"]):
                yield f"{own} has content that begins with a complementiser: {content['q'][:40]!r}"
        yield from _outside_the_content(passage, claim)
        yield from _kind(passage, claim)
        yield from _times(claim)


def _outside_the_content(passage: dict[str, Any], claim: dict[str, Any]) -> Iterator[str]:
    for part in ("source", "cue"):
        if claim[part] is None:
            continue
        place = locate(passage["text"], claim[part])
        for content in claim["content"]:
            inside = locate(passage["text"], content)
            if place and inside and place.meets(inside):
                yield f"{claim['id']} has its {part} inside its own content"


def _kind(passage: dict[str, Any], claim: dict[str, Any]) -> Iterator[str]:
    """Direct content comes after a quotation mark, a colon, or a dialogue's dash or star."""
    place = locate(passage["text"], claim["content"][0]) if claim["content"] else None
    if claim["kind"] != "direct" or place is None:
        return
    if not set(passage["text"][: place.start]) & set(QUOTES):
        yield f"{claim['id']} is direct, but no quotation mark or colon comes before it"


def _nesting(passage: dict[str, Any]) -> Iterator[str]:
    claims = {claim["id"]: claim for claim in passage["claims"]}
    outlets = {entity["id"] for entity in passage["entities"] if entity["type"] == "outlet"}
    for claim in passage["claims"]:
        if claim["via"] is None:
            continue
        outer = claims.get(claim["via"])
        if outer is None:
            yield f"{claim['id']} is told through a claim that is not there: {claim['via']}"
            continue
        seen, above = {claim["id"]}, outer
        while above["via"] in claims and above["id"] not in seen:
            seen.add(above["id"])
            above = claims[above["via"]]
        if above["id"] in seen:
            yield f"{claim['id']} is told through itself"
        source = (outer["source"] or {}).get("q") or outer.get("source_text") or ""
        if outer["source_entity"] in outlets or RETOLD.search(source):
            continue
        around = [locate(passage["text"], content) for content in outer["content"]]
        for content in claim["content"]:
            inside = locate(passage["text"], content)
            if inside and not any(one and one.holds(inside) for one in around):
                yield f"{claim['id']} lies outside the content of {outer['id']}: {content['q'][:40]!r}"


def _twins(passage: dict[str, Any]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for claim in passage["claims"]:
        key = json.dumps([claim["source"], claim["cue"], claim["content"]], sort_keys=True)
        if key in seen:
            yield f"{claim['id']} is the same as {seen[key]}"
        seen[key] = claim["id"]
    triggers: dict[Range | None, str] = {}
    for event in passage["events"]:
        place = locate(passage["text"], event["trigger"])
        if place in triggers:
            yield f"{event['id']} has the same trigger as {triggers[place]}"
        triggers[place] = event["id"]


def _traps(passage: dict[str, Any]) -> Iterator[str]:
    for trap in passage["traps"]:
        place = locate(passage["text"], trap["span"])
        for claim in passage["claims"]:
            cue = claim["cue"] and locate(passage["text"], claim["cue"])
            if place and cue and place.meets(cue):
                yield f"{claim['id']} takes a trap for its cue: {trap['span']['q']!r}"


def main(arguments: list[str]) -> int:
    """Print the faults of a folder's passages and say how many passages, claims and events were read."""
    passages = load(Path(arguments[0]) if arguments else PASSAGES)
    found = [fault for passage in passages for fault in faults(passage)]
    claims = sum(len(passage["claims"]) for passage in passages)
    events = sum(len(passage["events"]) for passage in passages)
    print("\n".join([*found, f"{len(passages)} passages, {claims} claims, {events} events, {len(found)} faults"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
