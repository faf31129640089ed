"""Extractions scored against articles that were annotated by hand.

A gold file is JSON with ``id``, ``text``, ``entities``, ``events`` and ``claims``; a span is ``{"q": words, "n": k}``:
the k-th occurrence (from 1, overlapping ones counted) of the words in the text.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.evaluate.scores import Counts, Report, match
from kg.read import make_article
from kg.text import fold
from schemas import Article, Extraction, Span

Range = tuple[int, int]
Extract = Callable[[Article], Extraction]

DEFINITIONS = {
    "entity strict": "span and type equal; persons, organizations, outlets, places; named mentions, outermost only",
    "entity overlap": "type equal, spans overlap",
    "entity loose": "as overlap, with organization and outlet one type",
    "claim found": "content overlaps a gold claim's with intersection over union of at least 0.5, one to one",
    "claim attributed": "found, and the source right: spans overlap, or one name, or neither names anybody",
    "claim exact": "found, with equal content and source spans",
    "chain": "share of the found gold claims with a parent whose predicted parent is the claim matched to it",
    "kind": "share of the found claims with the right one of direct, indirect, mixed",
    "event found": "trigger spans overlap, one to one",
    "event typed": "found, and the type equal",
    "event roles": "agents and patients of found events: the filler overlaps or has one name with the gold's",
    "event time": "share of the found gold events with a time whose start and end are equal",
}
_TYPES = {"person", "organization", "outlet", "place"}
_LEAST_OVERLAP = 0.5
_LEAST_NAME = 4


@dataclass(frozen=True, slots=True)
class _Claim:
    id: str
    content: frozenset[int]
    spans: frozenset[Range]
    source: Range | None
    names: frozenset[str]
    kind: str
    via: str | None


@dataclass(frozen=True, slots=True)
class _Filler:
    spans: tuple[Range, ...]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Event:
    trigger: Range
    type: str
    fillers: tuple[_Filler, ...]
    time: tuple[str | None, str | None] | None


@dataclass(frozen=True, slots=True)
class _Annotation:
    mentions: tuple[tuple[int, int, str], ...]
    claims: tuple[_Claim, ...]
    events: tuple[_Event, ...]


def evaluate_gold(folder: Path, extract: Extract, only: str = "") -> Report:
    """Scores of ``extract`` on the gold files of ``folder`` whose id begins with ``only``.

    Raises InputError where the folder holds none.
    """
    totals: dict[str, Counts] = defaultdict(Counts)
    articles = 0
    for data in _gold_files(folder, only):
        extraction = extract(_article(data))
        for name, counts in score(_read_gold(data), _read_extraction(extraction)):
            totals[name] += counts
        articles += 1
    if not articles:
        raise InputError(
            f"{folder}: no annotated article (ID.json with text and claims) whose id begins with {only!r}."
        )
    figures = {name: totals[name] for name in DEFINITIONS}
    return Report(f"gold annotation, {only or 'all'}", f"{articles} articles", figures, DEFINITIONS)


def _gold_files(folder: Path, only: str) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.json")):
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise InputError(f"{path}: cannot be read as JSON: {error}.") from error
        if isinstance(data, dict) and "claims" in data and "entities" in data and str(data["id"]).startswith(only):
            yield data


def _article(data: Mapping[str, Any]) -> Article:
    meta = data.get("meta", {})
    language = "en" if str(data["id"]).startswith("en") else "ar"
    known = {
        "published": data.get("published") or meta.get("date"),
        "url": meta.get("url"),
        "language": data.get("language", language),
    }
    return make_article(str(data["id"]), data["text"], known, str(data["id"]))


def score(gold: _Annotation, predicted: _Annotation) -> Iterator[tuple[str, Counts]]:
    """The counts of each measure for one article."""
    yield from _score_mentions(gold.mentions, predicted.mentions)
    yield from _score_claims(gold.claims, predicted.claims)
    yield from _score_events(gold.events, predicted.events)


def _score_mentions(gold: tuple[Any, ...], predicted: tuple[Any, ...]) -> Iterator[tuple[str, Counts]]:
    merged = {"outlet": "organization"}
    rules: dict[str, Callable[[Any, Any], bool]] = {
        "entity strict": lambda g, p: g == p,
        "entity overlap": lambda g, p: g[2] == p[2] and _overlap(g, p),
        "entity loose": lambda g, p: merged.get(g[2], g[2]) == merged.get(p[2], p[2]) and _overlap(g, p),
    }
    for name, same in rules.items():
        hits = match(lambda i, j, same=same: float(same(gold[i], predicted[j])), len(gold), len(predicted), 1.0)  # type: ignore[misc]
        yield name, Counts(len(hits), len(gold), len(predicted))


def _score_claims(gold: tuple[_Claim, ...], predicted: tuple[_Claim, ...]) -> Iterator[tuple[str, Counts]]:
    size = len(gold), len(predicted)
    found = match(lambda i, j: _shared(gold[i].content, predicted[j].content), *size, _LEAST_OVERLAP)
    right = {i: j for i, j in found.items() if _same_source(gold[i], predicted[j])}
    exact = [
        i for i, j in right.items() if (gold[i].spans, gold[i].source) == (predicted[j].spans, predicted[j].source)
    ]
    for name, hits in (("claim found", found), ("claim attributed", right), ("claim exact", exact)):
        yield name, Counts(len(hits), *size)
    at = {claim.id: i for i, claim in enumerate(gold)}
    for i, j in found.items():
        yield "kind", Counts(int(gold[i].kind == predicted[j].kind), 1, 1)
        if (via := gold[i].via) is not None:
            parent = found.get(at[via])
            yield "chain", Counts(int(parent is not None and predicted[j].via == predicted[parent].id), 1, 1)


def _score_events(gold: tuple[_Event, ...], predicted: tuple[_Event, ...]) -> Iterator[tuple[str, Counts]]:
    size = len(gold), len(predicted)
    found = match(lambda i, j: float(_overlap(gold[i].trigger, predicted[j].trigger)), *size, 1.0)
    yield "event found", Counts(len(found), *size)
    yield "event typed", Counts(sum(gold[i].type == predicted[j].type for i, j in found.items()), *size)
    for i, j in found.items():
        ours, theirs = gold[i].fillers, predicted[j].fillers
        hits = match(lambda a, b, x=ours, y=theirs: float(_same_filler(x[a], y[b])), len(ours), len(theirs), 1.0)  # type: ignore[misc]
        yield "event roles", Counts(len(hits), len(ours), len(theirs))
        if gold[i].time is not None:
            yield "event time", Counts(int(gold[i].time == predicted[j].time), 1, 1)


def _overlap(one: tuple[Any, ...] | None, other: tuple[Any, ...] | None) -> bool:
    return one is not None and other is not None and bool(max(one[0], other[0]) < min(one[1], other[1]))


def _shared(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _same_source(gold: _Claim, predicted: _Claim) -> bool:
    if gold.source is None and not gold.names:  # hearsay: nobody is named, and nobody must be
        return predicted.source is None and not predicted.names
    return (
        _overlap(gold.source, predicted.source)
        or bool(gold.names & predicted.names)
        or any(a in b or b in a for a in gold.names for b in predicted.names if min(len(a), len(b)) >= _LEAST_NAME)
    )


def _same_filler(gold: _Filler, predicted: _Filler) -> bool:
    return any(_overlap(a, b) for a in gold.spans for b in predicted.spans) or bool(gold.names & predicted.names)


def _outermost(mentions: list[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    """Mentions of the scored types that lie in no longer one."""
    out: set[tuple[int, int, str]] = set()
    end = -1
    for mention in sorted(set(mentions), key=lambda m: (m[0], -m[1])):
        if mention[1] > end or any(mention[:2] == other[:2] for other in out):
            end = max(end, mention[1])
            if mention[2] in _TYPES:
                out.add(mention)
    return tuple(sorted(out))


def locate(text: str, words: str, occurrence: int = 1) -> Range:
    """The span of the ``occurrence``-th place where ``words`` stand; raises InputError where there is none."""
    at = -1
    for _ in range(occurrence):
        at = text.find(words, at + 1)
        if at < 0:
            raise InputError(f"gold span not in text: {words!r} ({occurrence})")
    return at, at + len(words)


def _read_gold(data: Mapping[str, Any]) -> _Annotation:
    text = data["text"]

    def place(span: Mapping[str, Any]) -> Range:
        return locate(text, span["q"], span.get("n", 1))

    names = {e["id"]: frozenset({fold(e["name"])} | {fold(m["q"]) for m in e["mentions"]}) for e in data["entities"]}
    spans = {e["id"]: tuple(place(m) for m in e["mentions"]) for e in data["entities"]}

    def filler(value: Any) -> _Filler:
        if isinstance(value, str):
            return _Filler(spans[value], names[value])
        return _Filler((place(value),), frozenset({fold(value["q"])}))

    def claim(value: Mapping[str, Any]) -> _Claim:
        parts = frozenset(place(span) for span in value["content"])
        source = value.get("source")
        known = set(names.get(value.get("source_entity"), ()))
        known |= {fold(words) for words in (value.get("source_text"), source and source["q"]) if words}
        return _Claim(
            value["id"],
            _chars(parts),
            parts,
            place(source) if source else None,
            frozenset(known),
            value["kind"],
            value.get("via"),
        )

    def event(value: Mapping[str, Any]) -> _Event:
        time = value.get("time")
        fillers = tuple(filler(item) for key in ("agents", "patients") for item in value.get(key) or ())
        return _Event(
            place(value["trigger"]), value["type"], fillers, (time.get("start"), time.get("end")) if time else None
        )

    mentions = [(*place(m), e["type"]) for e in data["entities"] for m in e["mentions"]]
    return _Annotation(_outermost(mentions), tuple(map(claim, data["claims"])), tuple(map(event, data["events"])))


def _read_extraction(extraction: Extraction) -> _Annotation:
    names = {
        entity.id: frozenset({fold(entity.name)} | {fold(mention.span.text) for mention in entity.mentions})
        for entity in extraction.entities
    }
    mentions = [
        (mention.span.start, mention.span.end, str(entity.type))
        for entity in extraction.entities
        for mention in entity.mentions
        if mention.kind == "named"
    ]
    claims = []
    for claim in extraction.claims:
        parts = frozenset(map(_range, claim.content))
        known = names.get(claim.source.entity or "", frozenset()) | (
            {fold(claim.source.text)} if claim.source.text else frozenset()
        )
        source = _range(claim.source.span) if claim.source.span else None
        claims.append(_Claim(claim.id, _chars(parts), parts, source, known, claim.kind, claim.via))
    events = []
    for event in extraction.events:
        fillers = tuple(
            _Filler((_range(p.span),), names.get(p.entity or "", frozenset()) | {fold(p.span.text)})
            for p in event.participants
            if p.role in ("agent", "patient", "recipient")
        )
        time = (event.time.start, event.time.end) if event.time else None
        events.append(_Event(_range(event.trigger), str(event.type), fillers, time))
    return _Annotation(_outermost(mentions), tuple(claims), tuple(events))


def _range(span: Span) -> Range:
    return span.start, span.end


def _chars(parts: frozenset[Range]) -> frozenset[int]:
    return frozenset(at for start, end in parts for at in range(start, end))
