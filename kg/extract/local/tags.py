"""What the encoder sees in an article: names, sources, cues, contents and words that name events.

The grammars ask a document for its tags. A document that is read without the encoder has none, and every rule about
tags then leaves things as the grammar found them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.encoder import Encoder, Judged
from kg.text import Token, fold_char

_MOST_WORDS = 90
_SPANS = ("entity", "source", "cue", "content")
_EVENT = "event"
_CLITIC = "clitic"
_TOLD = 0.25
"""The chance from which a word may be a trigger; whether it is told is judged later, by all that is known of it."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A labelled span in code points; ``kind`` is empty where there is one kind; ``chance`` is a probability.

    That of an event is the chance that it is one, of whatever type.

    ``first`` and ``last`` are the numbers of its first and last token.
    """

    start: int
    end: int
    first: int
    last: int
    kind: str
    chance: float


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of one document, each kind by start.

    ``naming[i]`` and ``telling[i]`` are the probabilities that token ``i`` belongs to a name, and to an event's
    trigger. All are empty where the document was not tagged.
    """

    entities: tuple[Tag, ...] = ()
    sources: tuple[Tag, ...] = ()
    cues: tuple[Tag, ...] = ()
    contents: tuple[Tag, ...] = ()
    events: tuple[Tag, ...] = ()
    naming: tuple[float, ...] = field(default=(), repr=False)
    telling: tuple[float, ...] = field(default=(), repr=False)

    def __bool__(self) -> bool:
        return bool(self.telling)


NO_TAGS = Tags()


def within(tags: Sequence[Tag], start: int, end: int) -> Sequence[Tag]:
    """The tags that begin in ``start:end``."""
    return tags[bisect_left(tags, start, key=_start) : bisect_left(tags, end, key=_start)]


def _start(tag: Tag) -> int:
    return tag.start


def tagged(encoder: Encoder, tokens: Sequence[Token], sentences: Sequence[Sequence[Token]]) -> Tags:
    """Label all ``tokens`` of a document, windows of whole sentences at a time."""
    windows = list(_windows(sentences))
    spans: dict[str, list[Tag]] = {task: [] for task in _SPANS}
    events: list[Tag] = []
    naming, telling = [0.0] * len(tokens), [0.0] * len(tokens)
    for words, found in zip(windows, encoder.label([[word.text for word in words] for words in windows]), strict=True):
        clitics = [int(judged.label) for judged in found.labels[_CLITIC]]
        for task, out in spans.items():
            out.extend(_spans(words, found.labels[task], clitics))
        events.extend(_spans(words, _told(found.beyond[_EVENT]), clitics))
        for word, name, event in zip(words, found.beyond["entity"], found.beyond[_EVENT], strict=True):
            naming[word.index], telling[word.index] = name.chance, event.chance
    entities, sources, cues, contents = (tuple(spans[task]) for task in _SPANS)
    return Tags(entities, sources, cues, contents, tuple(events), tuple(naming), tuple(telling))


def _told(beyond: Sequence[Judged]) -> Iterator[Judged]:
    """The label of each word that may well be a trigger's, of whatever type; nothing for the others."""
    begun = False
    for judged in beyond:
        begun = judged.chance >= _TOLD and (begun or judged.label != "I")
        yield judged if begun else Judged("O", 1 - judged.chance)


def _windows(sentences: Sequence[Sequence[Token]]) -> Iterator[Sequence[Token]]:
    """Runs of whole sentences of at most some ninety words; a longer sentence is cut."""
    waiting: list[Token] = []
    for words in sentences:
        if waiting and len(waiting) + len(words) > _MOST_WORDS:
            yield waiting
            waiting = []
        for begin in range(0, len(words), _MOST_WORDS):
            waiting = [*waiting, *words[begin : begin + _MOST_WORDS]]
            if len(waiting) >= _MOST_WORDS:
                yield waiting
                waiting = []
    if waiting:
        yield waiting


def _spans(words: Sequence[Token], labels: Iterable[Judged], clitics: Sequence[int]) -> Iterator[Tag]:
    """Spans of B, I and O labels; a stray I begins one. A span is as sure as the least sure of its words."""
    begin, kind, chance = -1, "", 1.0
    for at, judged in enumerate([*labels, Judged("O", 1.0)]):
        mark, _, name = judged.label.partition("-")
        if begin >= 0 and not (mark == "I" and name in ("", kind)):
            first, last = words[begin], words[at - 1]
            yield Tag(_after_clitics(first, clitics[begin]), last.end, first.index, last.index, kind, chance)
            begin = -1
        if mark == "B" or (mark == "I" and begin < 0):
            begin, kind, chance = at, name, judged.chance
        elif begin >= 0:
            chance = min(chance, judged.chance)


def _after_clitics(word: Token, letters: int) -> int:
    """Where the span begins in its first word: after so many letters, diacritics not counted."""
    at = word.start
    for char in word.text:
        if letters <= 0 and fold_char(char):
            break
        letters -= bool(fold_char(char))
        at += 1
    return at if at < word.end else word.start
