"""What a finer annotation of the same text tells apart: which of ANERcorp's organizations are media."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from kg.text import fold
from kg.train.examples import Example
from kg.train.labels import INDEX


class FineTypes:
    """Spans of a finer annotation of the same text, found by the folded characters of a sentence.

    NewsFANE annotates the text of ANERcorp, its test part too, with other tokens. Only what stands in a given sentence
    is ever looked up, so nothing of the test part is read.
    """

    def __init__(self, corpus: Iterable[Sequence[tuple[str, str]]], wanted: str) -> None:
        letters: list[str] = []
        self._spans: list[tuple[int, int]] = []
        size, begin = 0, -1
        for sentence in corpus:
            for word, tag in sentence:
                shape = _letters(word)
                if tag == f"B-{wanted}":
                    self._close(begin, size)
                    begin = size
                elif tag != f"I-{wanted}":
                    self._close(begin, size)
                    begin = -1
                letters.append(shape)
                size += len(shape)
        self._close(begin, size)
        self._text = "".join(letters)
        self._starts = [start for start, _ in self._spans]

    def _close(self, begin: int, end: int) -> None:
        if 0 <= begin < end:
            self._spans.append((begin, end))

    def words(self, words: Sequence[str]) -> set[int] | None:
        """Numbers of the words inside a wanted span, or None where the sentence is not in the corpus just once."""
        shapes = [_letters(word) for word in words]
        whole = "".join(shapes)
        at = self._text.find(whole)
        if len(whole) < 20 or at < 0 or self._text.find(whole, at + 1) >= 0:
            return None
        out = set()
        for number, shape in enumerate(shapes):
            last = bisect_right(self._starts, at)
            if shape and last and self._spans[last - 1][1] > at:
                out.add(number)
            at += len(shape)
        return out


def _letters(word: str) -> str:
    return "".join(char for char in fold(word) if char.isalnum())


def outlets_told_apart(examples: Iterable[Example], media: FineTypes) -> None:
    """Decide, where the finer annotation knows, whether an organization's words are an outlet's; in place."""
    index = INDEX["entity"]
    outlets = {index["B-outlet"], index["I-outlet"]}
    organizations = {index["B-organization"], index["I-organization"]}
    for example in examples:
        inside = media.words(example.words)
        if inside is None:
            continue
        labels = example.targets["entity"]
        for number, allowed in enumerate(labels):
            if allowed and outlets & set(allowed):
                keep = outlets if number in inside else organizations
                labels[number] = tuple(label for label in allowed if label in keep)
