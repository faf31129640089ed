"""Which mentions of events are one event, by their words, their sentences and their documents.

A pair is judged by a logistic model over features that can be read, with weights in ``data/event_coreference.tsv``;
mentions then come together by average linkage within gatherings of documents.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.resolve.events_clusters import cluster
from kg.resolve.events_documents import STOP, Likeness, told_words
from kg.resolve.events_words import happenings, stem
from kg.resolve.tables import rows

_TOGETHER = 0.37
"""Mentions whose mean likelihood of being one event is at least this come together."""
_NEAR = 5
"""Words on either side of a mention that stand near it."""
_LIGHT_WORDS = "it this that be is was were do did done have had happen which what"
_LIGHT = frozenset(_LIGHT_WORDS.split())


@dataclass(frozen=True, slots=True)
class EventMention:
    """A mention of an event: ``at`` are the numbers of its words within the ``words`` of its sentence."""

    document: str
    sentence: int
    at: tuple[int, ...]
    words: tuple[str, ...]

    @property
    def own(self) -> tuple[str, ...]:
        """The words of the mention itself."""
        return tuple(self.words[number] for number in self.at)


@dataclass(frozen=True, slots=True)
class _Read:
    """What is compared of a mention: stems and happenings of its words, stems around it."""

    document: str
    sentence: int
    head: str
    stems: frozenset[str]
    tells: frozenset[str]
    beside: frozenset[str]
    near: frozenset[str]


def cluster_mentions(found: Sequence[EventMention], gathered: Mapping[str, int], alike: Likeness) -> list[int]:
    """The cluster of each mention; ``gathered`` and ``alike`` say which documents tell one happening, and how alike."""
    weights = _weights()
    pairs: dict[tuple[int, int], float] = {}
    for pair, features in compared(found, gathered, alike):
        pairs[pair] = 1 / (1 + math.exp(-sum(weights[name] * value for name, value in features.items())))
    return cluster(len(found), pairs, _TOGETHER)


def same_lemma(found: Sequence[EventMention], gathered: Mapping[str, int]) -> list[tuple[int, str]]:
    """The usual baseline: mentions of one lemma in documents gathered together are one event."""
    return [(gathered[one.document], _head(one)) for one in found]


def compared(
    found: Sequence[EventMention], gathered: Mapping[str, int], alike: Likeness
) -> Iterator[tuple[tuple[int, int], dict[str, float]]]:
    """Every two mentions of documents that are gathered together, by number, with what speaks for their being one."""
    read = [_read(one) for one in found]
    rarity = _rarity(read)
    blocks: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        blocks[gathered[one.document]].append(number)
    for block in blocks.values():
        for at, number in enumerate(block):
            for other in block[at + 1 :]:
                yield (number, other), _features(read[number], read[other], alike, rarity)


def _features(left: _Read, right: _Read, alike: Likeness, rarity: Callable[[str], float]) -> dict[str, float]:
    same = left.head == right.head
    shared = bool(left.stems & right.stems)
    told = bool(left.tells & right.tells)
    named = same or shared or told
    says = "saying" in left.tells and "saying" in right.tells
    together = left.document == right.document
    documents = 0.0 if together else alike.get(_in_order(left.document, right.document), 0.0)
    sentence = _cosine(left.beside, right.beside, rarity)
    near = _cosine(left.near, right.near, rarity)
    crossed = bool(left.stems & right.beside) and bool(right.stems & left.beside)
    features: dict[str, float] = {
        "always": 1.0,
        "one stem": same,
        "a stem in common": shared and not same,
        "one happening": told and not (same or shared),
        "stems begin alike": left.head[:4] == right.head[:4] and len(left.head) >= 4 and not named,
        "both say": says and not same,
        "both say, one stem": says and same,
        "a word without meaning": bool((left.stems | right.stems) & _LIGHT),
        "one document": together,
        "one document, one stem": together and same,
        "one sentence": together and left.sentence == right.sentence,
        "documents alike": documents,
        "documents alike, one name": documents if named else 0.0,
        "sentences alike": sentence,
        "sentences alike, one name": sentence if named else 0.0,
        "near words alike": near,
        "near words alike, one name": near if named else 0.0,
        "a rare stem": min(rarity(left.head), rarity(right.head)) / 5 if same else 0.0,
        "each beside the other": crossed,
        "all stems": left.stems == right.stems,
    }
    return {name: float(value) for name, value in features.items() if value}


def _read(one: EventMention) -> _Read:
    own = set(one.at)
    around = [(number, word) for number, word in enumerate(one.words) if number not in own and told_words([word])]
    stems = frozenset(stem(word) for word in told_words(one.own)) or frozenset([one.own[0].lower()])
    return _Read(
        one.document,
        one.sentence,
        _head(one),
        stems,
        frozenset(meaning for word in one.own for meaning in happenings(word)),
        frozenset(stem(word) for _, word in around),
        frozenset(stem(word) for number, word in around if min(abs(number - at) for at in own) <= _NEAR),
    )


def _head(one: EventMention) -> str:
    """The stem of the first word that says something: a particle follows its verb, a noun follows an article."""
    words = one.own
    return stem(words[-1] if len(words) > 1 and words[0].lower() in STOP else words[0])


def _rarity(read: Iterable[_Read]) -> Callable[[str], float]:
    """How telling a stem is: the logarithm of how few documents have it."""
    documents: dict[str, set[str]] = defaultdict(set)
    for one in read:
        for word in one.beside | one.stems | {one.head}:
            documents[word].add(one.document)
    total = len({name for names in documents.values() for name in names})
    spread = Counter({word: len(names) for word, names in documents.items()})
    return lambda word: math.log((total + 1) / (spread[word] + 0.5))


def _cosine(left: frozenset[str], right: frozenset[str], rarity: Callable[[str], float]) -> float:
    shared = sum(sorted(rarity(word) ** 2 for word in left & right))
    if not shared:
        return 0.0
    lengths = (sum(sorted(rarity(word) ** 2 for word in side)) for side in (left, right))
    return shared / math.sqrt(math.prod(lengths))


def _in_order(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in rows("event_coreference")}
