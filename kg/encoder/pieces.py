"""Words and pairs of statements as the numbers that the network reads, in training as in use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

LONGEST = 256
"""Pieces of one input; what is longer is cut."""
_LONGEST_WORD = 200
"""Letters of a word that are read."""


def word_ids(
    pieces: SentencePieceProcessor, words: Iterable[str], encode: Callable[[str], Sequence[int]]
) -> tuple[list[int], list[int]]:
    """The ids of ``words``, and the position of each word's first; words past the longest input are left out.

    ``encode`` gives the ids of one word: that of ``pieces``, or one that remembers.
    """
    ids, first = [pieces.bos_id()], []
    for word in words:
        found = encode(word[:_LONGEST_WORD]) or [pieces.unk_id()]
        if len(ids) + len(found) >= LONGEST:
            break
        first.append(len(ids))
        ids.extend(found)
    return [*ids, pieces.eos_id()], first


def pair_ids(pieces: SentencePieceProcessor, left: str, right: str) -> list[int]:
    """The ids of two statements, each cut to half of the longest input, with two ends between them."""
    half, end = LONGEST // 2 - 2, pieces.eos_id()
    first, second = (pieces.encode(text)[:half] for text in (left, right))
    return [pieces.bos_id(), *first, end, end, *second, end]
