"""Names swapped for others of their type, so that the network learns what stands around a name, not the name.

Some of the new names have been seen in the corpora, the others are the gazetteer's; persons are also put together from
its given names and surnames. A clitic that was written onto the old name is written onto the new one.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.gazetteer import arabic_names, entries
from kg.gazetteer.tables import rows
from kg.train.examples import Allowed, Example
from kg.train.labels import INDEX, TASKS

_CLITICS = "وبلف"
_ARTICLE = "ال"
_KNOWN = 0.45
_FULL_NAMES = 0.3
_SHORT_NAMES = 0.25
Name = tuple[list[str], list[Allowed | None]]
"""A name's words and their labels."""

_SWAPPED = frozenset(("person", "place", "organization"))


def name_spans(labels: Sequence[Allowed | None]) -> Iterator[tuple[int, int, str]]:
    """Names of words whose label is not in doubt: first word, word after the last, type."""
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

    def __init__(self, examples: Iterable[Example], rng: random.Random) -> None:
        """Collect the names of ``examples`` and of the gazetteer; ``rng`` makes every choice."""
        self._rng = rng
        self._seen: dict[str, list[Name]] = defaultdict(list)
        for example in examples:
            labels = example.targets["entity"]
            for first, end, kind in name_spans(labels):
                self._seen[kind].append((example.words[first:end], labels[first:end]))
        self._firsts = {words[0] for names in self._seen.values() for words, _ in names}
        self._listed: dict[str, list[str]] = defaultdict(list)
        for name in entries():
            if _is_arabic(name.text):
                self._listed[str(name.entry.type)].append(name.text)
        roles = arabic_names()
        words = sorted({word for _, names in rows("names_ar") for word in names.split(" ")})
        self._given = [word for word in words if set(roles.role(word)) & set("gcf")]
        self._surnames = [word for word in words if "s" in roles.role(word)]

    def swapped(self, example: Example, share: float) -> Example:
        """The example with about ``share`` of its names swapped; labels of other tasks stay with their words."""
        spans = [span for span in name_spans(example.targets["entity"]) if span[2] in _SWAPPED]
        chosen = [span for span in spans if self._rng.random() < share]
        out = Example([], {task: [] for task in example.targets})
        at = 0
        for first, end, kind in [*chosen, (len(example.words), len(example.words), "")]:
            _copy(example, out, range(at, first))
            if kind:
                words, labels = self._another(example.words[first], kind)
                _copy(example, out, [min(first + n, end - 1) for n in range(len(words))])
                out.words[-len(words) :] = words
                out.targets["entity"][-len(words) :] = labels
            at = end
        return out

    def _another(self, word: str, kind: str) -> Name:
        """Another name of ``kind``; a listed one with the clitic that ``word`` seems to have."""
        if self._rng.random() < _KNOWN:
            return self._rng.choice(self._seen[kind])
        name = self._person() if kind == "person" else self._rng.choice(self._listed[kind])
        first, *rest = name.split(" ")
        beginning, inside = INDEX["entity"][f"B-{kind}"], INDEX["entity"][f"I-{kind}"]
        return [_with_clitic(self._clitic(word), first), *rest], [(beginning,), *[(inside,)] * len(rest)]

    def _person(self) -> str:
        chance = self._rng.random()
        if chance < _FULL_NAMES:
            return self._rng.choice(self._listed["person"])
        surname = self._rng.choice(self._surnames)
        return surname if chance < _FULL_NAMES + _SHORT_NAMES else f"{self._rng.choice(self._given)} {surname}"

    def _clitic(self, word: str) -> str:
        rest = word[1:]
        split = word[0] in _CLITICS and len(rest) > 2 and (rest in self._firsts or rest.startswith(_ARTICLE))
        return word[0] if split else ""


def _copy(example: Example, out: Example, numbers: Iterable[int]) -> None:
    for n in numbers:
        out.words.append(example.words[n])
        for task, labels in example.targets.items():
            out.targets[task].append(labels[n])


def _with_clitic(clitic: str, word: str) -> str:
    return clitic + "ل" + word[2:] if clitic == "ل" and word.startswith(_ARTICLE) else clitic + word


def _is_arabic(name: str) -> bool:
    return all("\u0600" <= char <= "\u06ff" or not char.isalpha() for char in name)
