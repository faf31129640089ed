"""Who, what, when and where against the Giveme5W1H articles, annotated with the phrases that answer each question.

An article is read with its headline, and its events are ranked as :mod:`kg.evaluate.main_event` does. Our answers are
phrases of the text: who is the first agent, or without one the first patient; what runs from the trigger to the end of
its last patient in the sentence, or is the trigger alone; when and where are the time and the place; each from the
first event by rank that has one.

An answer is right when it and any annotated phrase share at least half of the shorter one's words, folded and without
function words; a time also when it names the annotated day. Precision at 1 is the share of right answers among those
given to questions that the annotation answers; recall is their share of all such questions.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.evaluate.main_event import by_importance
from kg.evaluate.published import GIVEME5W1H
from kg.evaluate.scores import Counts, Report
from kg.read import make_article
from kg.text import fold, tokens
from schemas import Article, Event, Extraction

Extract = Callable[[Article], Extraction]

QUESTIONS = ("who", "what", "when", "where")
DEFINITIONS = {
    "who": "precision at 1: our answer shares half the shorter phrase's words with an annotated one; agent, or patient",
    "what": "the same; the trigger to the end of its last patient",
    "when": "the same, or the annotated day",
    "where": "the same",
}

_FUNCTION_WORDS = (
    "a an the of in on at by to for from with and or as is are was were be been has have had his her its their this"
    " that about around late early في من على إلى عن مع أن و"
)
_LEAST_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with the phrases, and for times the days, that answer each question."""

    id: str
    text: str
    title: str
    published: str
    answers: Mapping[str, tuple[str, ...]]
    days: tuple[str, ...]


def evaluate_questions(folder: Path, extract: Extract) -> Report:
    """Precision at 1 of our answers on the articles of ``folder`` (JSON files with text, title and fiveWoneH).

    Raises InputError where the folder holds none, or one is not such a file.
    """
    totals: dict[str, Counts] = defaultdict(Counts)
    articles = 0
    for gold in read_questions(folder):
        articles += 1
        data = {"language": "en", "title": gold.title, "published": gold.published}
        ours = answers(extract(make_article(gold.id, gold.text, data, gold.id)))
        for question in QUESTIONS:
            if gold.answers[question]:
                given = question in ours
                right = given and _is_right(ours[question], gold, question)
                totals[question] += Counts(right, 1, given)
    if not articles:
        raise InputError(f"{folder}: no article; expected .json files with text and fiveWoneH, as Giveme5W1H has them.")
    figures = {question: totals[question] for question in QUESTIONS}
    every = sum(figures.values(), Counts())
    return Report(
        "questions, Giveme5W1H",
        f"{articles} articles",
        {**figures, "all": every},
        {**DEFINITIONS, "all": "the four together"},
        published=GIVEME5W1H,
    )


def read_questions(folder: Path) -> Iterator[Annotated]:
    """The annotated articles of ``folder`` by name; raises InputError as :func:`evaluate_questions` does."""
    for path in sorted(folder.glob("*.json")):
        try:
            data = json.loads(path.read_text(encoding="utf-8-sig"))
            yield _annotated(path.stem, data)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{path}: not an article of Giveme5W1H: {type(error).__name__}: {error}.") from error


def _annotated(name: str, data: Mapping[str, Any]) -> Annotated:
    title, text = data.get("title") or "", data["text"]
    found = {question: data["fiveWoneH"][question]["annotated"] for question in QUESTIONS}
    return Annotated(
        name,
        f"{title}\n\n{text}" if title else text,
        title,
        _date(data.get("date_publish")),
        {question: tuple(one["text"] for one in found[question] if one.get("text")) for question in QUESTIONS},
        tuple(one["parsed"] for one in found["when"] if one.get("parsed")),
    )


def _date(value: object) -> str:
    """The day of a time stamp; nothing where the file has none, which it writes as the word None."""
    return str(value)[:10] if value and value != "None" else ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A phrase that answers a question; for a time that is one day, that day."""

    text: str
    day: str | None = None


def answers(extraction: Extraction) -> Mapping[str, Answer]:
    """Our answer to each question that the extraction can answer, by the rule of this module."""
    events = by_importance(extraction)
    found = {
        "who": _first(events, _who),
        "what": _first(events, lambda event: _what(event, extraction.article.text)),
        "when": _first(events, _when),
        "where": _first(events, lambda event: Answer(event.place.span.text) if event.place else None),
    }
    return {question: answer for question, answer in found.items() if answer is not None}


def _first(events: Sequence[Event], ask: Callable[[Event], Answer | None]) -> Answer | None:
    return next((answer for answer in map(ask, events) if answer is not None), None)


def _who(event: Event) -> Answer | None:
    for role in ("agent", "patient"):
        for participant in event.participants:
            if participant.role == role:
                return Answer(participant.span.text)
    return None


def _what(event: Event, text: str) -> Answer:
    ends = [
        participant.span.end
        for participant in event.participants
        if participant.role == "patient" and event.trigger.end <= participant.span.start <= event.evidence.end
    ]
    return Answer(text[event.trigger.start : max(ends, default=event.trigger.end)])


def _when(event: Event) -> Answer | None:
    if event.time is None:
        return None
    one_day = event.time.start is not None and event.time.start == event.time.end
    return Answer(event.time.text, str(event.time.start) if one_day else None)


def _is_right(ours: Answer, gold: Annotated, question: str) -> bool:
    if question == "when" and ours.day is not None and ours.day in gold.days:
        return True
    return any(_share_words(ours.text, phrase) for phrase in gold.answers[question])


def _share_words(one: str, other: str) -> bool:
    ours, theirs = _words(one), _words(other)
    shorter = min(len(ours), len(theirs))
    return shorter > 0 and len(ours & theirs) >= _LEAST_SHARED * shorter


def _words(phrase: str) -> frozenset[str]:
    words = frozenset(token.norm for token in tokens(phrase) if token.text[0].isalnum())
    return (words - frozenset(fold(_FUNCTION_WORDS).split())) or words
