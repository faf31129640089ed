"""Time expressions against TimeML documents and against the Recognizers-Text specifications.

TimeML is scored as TempEval-3 task A: relaxed spans (any overlap counts), the share of matches with the gold's value,
and value F1; the two ends of a range count apart. A specification case is right when the span and the value under the
specification's past or future resolution are both right. Spans are compared folded and without prepositions, the words
day and this, and marks at their edges, since the specification itself takes them in or leaves them out; where its
expected text does not stand in the input, only the value is judged. Its weeks begin on Monday, ours on Sunday.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.evaluate.scores import Counts, Report
from kg.temporal import Anchor, TimeValue, find_times
from kg.temporal.duration import duration_seconds
from kg.text.fold import fold

SPECIFICATIONS = ("DateParser", "DatePeriodParser", "DurationParser", "DateTimeParser", "DateTimePeriodParser")
"""The specification files that are scored."""

_UNDATED = Anchor(date(2015, 12, 24), date(2015, 12, 24))
"""The Arabic TimeML documents carry no date of their own; their gold reads اليوم as this day."""

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}
_ENTITY = re.compile("|".join(_ENTITIES))
_EDGE = re.compile(r"^(?:(?:في|يوم|هذا|الي|بتاريخ|من|منذ|بعد|قبل|الساعه|,)\s+|\s+)+|[\s.,?!]+$")


class EvaluationDataError(KgError):
    """The evaluation data is not where or what it should be."""


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A TIMEX3 annotation: its span in code points of the document's text, its type and value."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class TimeDocument:
    """A TimeML document as plain text with its annotations and the day it was published."""

    name: str
    text: str
    anchor: Anchor | None
    times: tuple[GoldTime, ...]


def read_timeml(path: Path) -> TimeDocument:
    """Read one TimeML file; tags are dropped from the text and annotations keep their offsets in what remains."""
    raw = path.read_text(encoding="utf-8-sig", errors="replace")
    created = re.search(r'<TIMEX3[^>]*functionInDocument="CREATION_TIME"[^>]*>', raw)
    anchor = _anchor(dict(_ATTRIBUTE.findall(created.group())).get("value", "")) if created else _UNDATED
    inner = re.search(r"<TEXT>(.*)</TEXT>", raw, re.DOTALL) or re.search(r"<TimeML[^>]*>(.*)</TimeML>", raw, re.DOTALL)
    if inner is None:
        raise EvaluationDataError(f"{path} has no TimeML text: give a .tml file or a folder of them")
    text, times = _plain(inner.group(1))
    return TimeDocument(path.stem, text, anchor, times)


def _anchor(value: str) -> Anchor | None:
    try:
        return Anchor.parse(value[:10])
    except KgError:
        return None


def _plain(markup: str) -> tuple[str, tuple[GoldTime, ...]]:
    parts: list[str] = []
    times: list[GoldTime] = []
    length, at = 0, 0
    opened: tuple[int, dict[str, str]] | None = None
    for tag in _TAG.finditer(markup):
        piece = _ENTITY.sub(lambda found: _ENTITIES[found.group()], markup[at : tag.start()])
        parts.append(piece)
        length += len(piece)
        at = tag.end()
        if tag.group(2) != "TIMEX3":
            continue
        if not tag.group(1):
            opened = (length, dict(_ATTRIBUTE.findall(tag.group(3))))
        elif opened is not None:
            start, attributes = opened
            if length > start:
                times.append(GoldTime(start, length, attributes.get("type", ""), attributes.get("value", "")))
            opened = None
    parts.append(_ENTITY.sub(lambda found: _ENTITIES[found.group()], markup[at:]))
    return "".join(parts), tuple(times)


def _separate(found: list[TimeValue]) -> list[TimeValue]:
    """TIMEX3 annotates the two ends of a range, each on its own."""
    return [part for value in found for part in (value.parts or (value,))]


def match_times(gold: tuple[GoldTime, ...], found: list[TimeValue]) -> list[tuple[GoldTime, TimeValue]]:
    """Pairs of annotation and value whose spans overlap, each used once, in order."""
    pairs = []
    at = 0
    for value in found:
        while at < len(gold) and gold[at].end <= value.span[0]:
            at += 1
        if at < len(gold) and gold[at].start < value.span[1]:
            pairs.append((gold[at], value))
            at += 1
    return pairs


def evaluate_time(path: Path) -> Report:
    """Score the time grammar on a TimeML file, a folder of them, or a folder of Recognizers-Text specifications.

    Raises:
        EvaluationDataError: the path holds neither.
    """
    files = sorted(path.rglob("DateParser.json")) if path.is_dir() else []
    if files:
        return _specifications(files[0].parent)
    documents = (
        sorted(found for found in path.rglob("*.tml") if not found.name.startswith(".")) if path.is_dir() else [path]
    )
    if not documents or not documents[0].is_file():
        raise EvaluationDataError(f"{path} holds no .tml file and no DateParser.json: give a folder with either")
    return _timeml([read_timeml(document) for document in documents])


def _timeml(documents: list[TimeDocument]) -> Report:
    relaxed = strict = value = date_value = Counts()
    for document in documents:
        language = "ar" if re.search("[\u0600-\u06ff]", document.text) else "en"
        found = _separate(find_times(document.text, language, document.anchor))
        pairs = match_times(document.times, found)
        sizes = (len(document.times), len(found))
        exact = sum((one.start, one.end) == other.span for one, other in pairs)
        right = sum(one.value == other.value for one, other in pairs)
        dates = [(one, other) for one, other in pairs if one.kind == "DATE"]
        relaxed += Counts(len(pairs), *sizes)
        strict += Counts(exact, *sizes)
        value += Counts(right, *sizes)
        date_value += Counts(sum(one.value == other.value for one, other in dates), len(dates), len(dates))
    return Report(
        "Time expressions (TimeML)",
        f"{len(documents)} documents",
        {"relaxed span": relaxed, "strict span": strict, "value": value, "value of matched DATE": date_value},
        {
            "relaxed span": "the spans overlap",
            "strict span": "the spans are equal",
            "value": "the spans overlap and the TIMEX3 values are equal",
            "value of matched DATE": "of the gold dates that were found, those with the gold's value",
        },
    )


def _specifications(folder: Path) -> Report:
    figures: dict[str, Counts] = {}
    total = Counts()
    for name in SPECIFICATIONS:
        cases = json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig"))
        right = sum(case_is_right(case) for case in cases)
        figures[name] = Counts(right, len(cases), len(cases))
        total += figures[name]
    return Report(
        "Time expressions (Recognizers-Text, Arabic)",
        f"{total.gold} cases",
        {**figures, "all": total},
        {"all": "span and value right under the past or the future resolution"},
    )


def case_is_right(case: dict[str, Any]) -> bool:
    """Whether one specification case is found with its span and value."""
    now = datetime.fromisoformat(case.get("Context", {}).get("ReferenceDateTime", "2016-11-07T00:00:00")[:19])
    text = case["Input"]
    found = find_times(text, "ar", Anchor(now.date(), now.date()))
    return all(any(_same_span(text, gold, one) and _same_value(gold, one) for one in found) for gold in case["Results"])


def _same_span(text: str, gold: dict[str, Any], found: TimeValue) -> bool:
    if gold.get("Start") == -1 or gold["Text"] not in text:
        # the expected text was changed by whoever typed the specification: only the value can be judged
        return True
    wanted, made = _EDGE.sub("", fold(gold["Text"])), _EDGE.sub("", fold(found.text))
    return made == wanted or "ل" + made == wanted


def _same_value(gold: dict[str, Any], found: TimeValue) -> bool:
    value = gold.get("Value") or {}
    if str(value.get("Timex")).endswith("_REF"):
        return bool(value["Timex"] == found.value)
    if (value.get("PastResolution") or {}).get("date") == "0001-01-01":
        # the specification's way to say that there is no such day
        return found.start is None
    for resolution in (value.get("PastResolution") or {}, value.get("FutureResolution") or {}):
        if any(_matches(wanted, found) for wanted in _wanted(resolution, value.get("Timex", ""))):
            return True
    return not value.get("PastResolution") and value.get("Timex") in (found.value, (found.value or "")[5:])


def _wanted(resolution: dict[str, str], timex: str) -> Iterator[tuple[Any, ...]]:
    if "date" in resolution:
        yield ("days", date.fromisoformat(resolution["date"]), date.fromisoformat(resolution["date"]))
    if "startDate" in resolution and "endDate" in resolution:
        start, end = date.fromisoformat(resolution["startDate"]), date.fromisoformat(resolution["endDate"])
        yield ("days", start, end)
        yield ("days", start, max(start, end - timedelta(days=1)))
    if "duration" in resolution:
        yield ("seconds", float(resolution["duration"]))
    if "dateTime" in resolution:
        yield ("moment", resolution["dateTime"], None)
    if "startDateTime" in resolution and "endDateTime" in resolution:
        part = re.search(r"T[A-Z]{2}$", timex)
        if part:
            yield ("part", resolution["startDateTime"][:10] + part.group())
        yield ("moment", resolution["startDateTime"], resolution["endDateTime"])


def _matches(wanted: tuple[Any, ...], found: TimeValue) -> bool:
    if wanted[0] == "days":
        days = (found.start, found.end)
        if days == wanted[1:]:
            return True
        # the specification ends a range of years with the first day of the last one
        if len(found.parts) == 2 and (found.start, found.parts[1].start) == wanted[1:]:
            return True
        # the specification's weeks begin on Monday, those of Arabic news on Sunday
        weekly = found.granularity in ("week", "weekend") and found.start is not None and found.end is not None
        return weekly and tuple(day + timedelta(days=1) for day in days if day is not None) == wanted[1:]
    if wanted[0] == "seconds":
        seconds = duration_seconds(found.value or "")
        return seconds is not None and abs(seconds - wanted[1]) < 1e-6
    if wanted[0] == "part":
        return bool(found.value == wanted[1])
    first, _, last = (found.value or "").partition("/")
    return _moment(first) == wanted[1] and (wanted[2] is None or _moment(last) == wanted[2])


def _moment(timex: str) -> str | None:
    found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})T(\d{2})(?::(\d{2}))?(?::(\d{2}))?", timex)
    if found is None:
        return None
    return f"{found[1]} {found[2]}:{found[3] or '00'}:{found[4] or '00'}"
