"""Names swapped for others of their type, so that the network learns what stands around a name, not the name.

Some of the new names have been seen in the corpora, the others are the gazetteer's; persons are also put together from
a first and a last name of two others. A clitic that was written onto the old name is written onto the new one.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.gazetteer import entries
from kg.text import fold_char
from kg.train.examples import Allowed, Example
from kg.train.labels import INDEX, TASKS

Name = tuple[list[str], list[Allowed | None]]
"""A name's words, the first without clitics, and their labels."""

_CLITICS = "وبلف"
_ARTICLE = "ال"
_FOR_THE = "لل"
_KNOWN = 0.45
_FULL_NAMES = 0.3
_SHORT_NAMES = 0.25
_SWAPPED = frozenset(("person", "place", "organization"))


def name_spans(labels: Sequence[Allowed | None]) -> Iterator[tuple[int, int, str]]:
    """Names by the first label that each word may have: first word, word after the last, type."""
    begin, kind = -1, ""
    for at, allowed in enumerate([*labels, None]):
        mark, _, name = (TASKS["entity"][allowed[0]] if allowed else "O").partition("-")
        if begin >= 0 and not (mark == "I" and name == kind):
            yield begin, at, kind
            begin = -1
        if mark == "B":
            begin, kind = at, name


class Swapper:
    """Swaps names of Arabic examples."""

    def __init__(self, examples: Sequence[Example], rng: random.Random) -> None:
        """Collect the names of ``examples`` and of the gazetteer; ``rng`` makes every choice."""
        self._rng = rng
        spans = [(example, span) for example in examples for span in name_spans(example.targets["entity"])]
        self._firsts = {example.words[first] for example, (first, _, _) in spans}
        self._seen: dict[str, list[Name]] = defaultdict(list)
        for example, (first, end, kind) in spans:
            bare = _without(self._clitic(example, first), example.words[first]) or example.words[first]
            self._seen[kind].append(([bare, *example.words[first + 1 : end]], example.targets["entity"][first:end]))
        self._listed: dict[str, list[str]] = defaultdict(list)
        for name in entries():
            if _is_arabic(name.text):
                self._listed[str(name.entry.type)].append(name.text)
        persons = [name.split(" ") for name in self._listed["person"]] + [words for words, _ in self._seen["person"]]
        self._given = [words[0] for words in persons if len(words) > 1]
        self._surnames = [words[-1] for words in persons if len(words) > 1]

    def swapped(self, example: Example, share: float) -> Example:
        """The example with about ``share`` of its names swapped; labels of other tasks stay with their words."""
        spans = [span for span in name_spans(example.targets["entity"]) if span[2] in _SWAPPED]
        chosen = [span for span in spans if self._rng.random() < share]
        out = Example([], {task: [] for task in example.targets})
        at = 0
        for first, end, kind in chosen:
            _copy(example, out, at, first)
            clitic = self._clitic(example, first)
            (word, *rest), labels = self._another(kind)
            out.words += [_with_clitic(clitic, word), *rest]
            for task, targets in out.targets.items():
                known = labels[0] if task == "entity" else example.targets[task][first]
                targets.append((len(clitic),) if task == "clitic" and known is not None else known)
                targets += labels[1:] if task == "entity" else [None] * len(rest)
            at = end
        _copy(example, out, at, len(example.words))
        return out

    def _another(self, kind: str) -> Name:
        """Another name of ``kind``."""
        if self._rng.random() < _KNOWN:
            return self._rng.choice(self._seen[kind])
        words = (self._person() if kind == "person" else self._rng.choice(self._listed[kind])).split(" ")
        beginning, inside = INDEX["entity"][f"B-{kind}"], INDEX["entity"][f"I-{kind}"]
        return words, [(beginning,), *[(inside,)] * (len(words) - 1)]

    def _person(self) -> str:
        chance = self._rng.random()
        if chance < _FULL_NAMES:
            return self._rng.choice(self._listed["person"])
        surname = self._rng.choice(self._surnames)
        return surname if chance < _FULL_NAMES + _SHORT_NAMES else f"{self._rng.choice(self._given)} {surname}"

    def _clitic(self, example: Example, first: int) -> str:
        """The clitic on the first word of a name: as annotated, else where names begin with the word without it."""
        word = example.words[first]
        annotated = example.targets.get("clitic", [None] * len(example.words))[first]
        if annotated is not None:
            return _letters(word, annotated[0])
        if word.startswith(_FOR_THE):
            return "ل" if _ARTICLE + word[2:] in self._firsts else ""
        return word[0] if word[0] in _CLITICS and word[1:] in self._firsts else ""


def _copy(example: Example, out: Example, begin: int, end: int) -> None:
    out.words += example.words[begin:end]
    for task, labels in example.targets.items():
        out.targets[task] += labels[begin:end]


def _letters(word: str, count: int) -> str:
    """The first letters of a word, with the diacritics on them."""
    at = 0
    while at < len(word) and (count or not fold_char(word[at])):
        count -= bool(fold_char(word[at]))
        at += 1
    return word[:at]


def _without(clitic: str, word: str) -> str:
    return _ARTICLE + word[2:] if clitic == "ل" and word.startswith(_FOR_THE) else word[len(clitic) :]


def _with_clitic(clitic: str, word: str) -> str:
    return clitic + "ل" + word[2:] if clitic.endswith("ل") and word.startswith(_ARTICLE) else clitic + word


def _is_arabic(name: str) -> bool:
    return all("\u0600" <= char <= "\u06ff" or not char.isalpha() for char in name)
