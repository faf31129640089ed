"""Which documents tell one happening, by the words that they share: tf-idf and average linkage."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.resolve.events_clusters import cluster
from kg.resolve.events_words import stem

_GATHERED = 0.14
"""Documents so alike on average stand together."""
_COMMON = 0.3
"""Words of more than this share of the documents say nothing of what one is about."""
_GRAMMAR = (
    "the a an of in on at to for and or but by with from as is was were are be been has have had that this it its his "
    "her their he she they who which after before over into about not will would said says say s t n"
)
STOP = frozenset(_GRAMMAR.split())
"""English words that say nothing of what a text is about."""

Likeness = Mapping[tuple[str, str], float]
"""How alike two documents are, 0 to 1, the smaller name first; pairs that share no telling word are missing."""


def likenesses(documents: Mapping[str, Iterable[str]]) -> Likeness:
    """The cosine of the words of every two documents, weighted by how few documents have them."""
    counts = {name: Counter(map(stem, told_words(words))) for name, words in documents.items()}
    spread = Counter(word for count in counts.values() for word in count)
    holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for name in sorted(counts):
        weights = {
            word: (1 + math.log(often)) * math.log((len(counts) + 1) / spread[word])
            for word, often in counts[name].items()
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        for word in sorted(weights):
            if spread[word] <= max(2, _COMMON * len(counts)):
                holders[word].append((name, weights[word] / length))
    found: dict[tuple[str, str], float] = defaultdict(float)
    for word in sorted(holders):
        row = holders[word]
        for at, (one, weight) in enumerate(row):
            for other, beside in row[at + 1 :]:
                found[(one, other)] += weight * beside
    return dict(found)


def gather(names: Sequence[str], alike: Likeness) -> dict[str, int]:
    """Documents with the number of the gathering that each stands in."""
    number = {name: at for at, name in enumerate(names)}
    pairs = {(number[one], number[other]): value for (one, other), value in alike.items()}
    return dict(zip(names, cluster(len(names), pairs, _GATHERED), strict=True))


def told_words(words: Iterable[str]) -> list[str]:
    """The words that are neither marks nor words of grammar, in lower case."""
    lower = (word.lower() for word in words)
    return [word for word in lower if word not in STOP and any(letter.isalnum() for letter in word)]
