"""The tagger: a small encoder that labels names, sources, cues, contents and event triggers, run by onnxruntime.

``kg.train`` writes its three files and measures them with it. Their checksums stand in ``tagger.json``: files that are
missing or damaged are an error that says so, and nothing is ever loaded that is not what was trained.
"""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.errors import ExtractorError
from kg.extract.local.document import Document
from kg.text import Token, fold_char

DESCRIPTION = "tagger.json"
_MOST_WORDS = 90
_MOST_PIECES = 256
_BATCH_PIECES = 2_048


@dataclass(frozen=True, slots=True)
class Tag:
    """A labelled span in code points; ``kind`` is empty where the task has one kind, ``score`` is a probability."""

    start: int
    end: int
    kind: str
    score: float


@dataclass(frozen=True, slots=True)
class Tags:
    """What the tagger sees in one document, each by start."""

    entities: tuple[Tag, ...]
    sources: tuple[Tag, ...]
    cues: tuple[Tag, ...]
    contents: tuple[Tag, ...]
    events: tuple[Tag, ...]


class Tagger:
    """The loaded model."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """Load and check the weights in ``folder``; ``threads`` 0 lets the runtime choose. Raises ExtractorError."""
        try:
            description = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
            content = {name: (folder / name).read_bytes() for name in description["sha256"]}
        except (OSError, ValueError, KeyError) as error:
            raise ExtractorError(f"the tagger's weights are missing or cannot be read: {error}") from error
        for name, digest in description["sha256"].items():
            if hashlib.sha256(content[name]).hexdigest() != digest:
                raise ExtractorError(f"the tagger's file {name} is damaged: its checksum is not the one it was given")
        self.labels: dict[str, list[str]] = description["labels"]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            import onnxruntime
            import sentencepiece
        self._pieces = sentencepiece.SentencePieceProcessor(model_proto=content["pieces.model"])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(content["tagger.onnx"], options, ["CPUExecutionProvider"])
        self._ids_of = lru_cache(maxsize=65_536)(self._pieces.encode)

    def tag(self, document: Document) -> Tags:
        """Label the document, sentence windows at a time."""
        windows = list(_windows(document))
        tags: dict[str, list[Tag]] = {task: [] for task in self.labels}
        for words, found in zip(windows, self.label([[word.text for word in words] for words in windows]), strict=True):
            clitics = [int(label) for label, _ in found["clitic"]]
            for task in tags:
                if task != "clitic":
                    tags[task].extend(_spans(words, found[task], clitics))
        return Tags(*(tuple(tags[task]) for task in ("entity", "source", "cue", "content", "event")))

    def label(self, sentences: Sequence[Sequence[str]]) -> list[dict[str, list[tuple[str, float]]]]:
        """For each sentence and task the likeliest label of every word with its probability.

        Sentences of like length are run together; words past the longest input get the first label.
        """
        windows = [self._window(words) for words in sentences]
        out: list[dict[str, list[tuple[str, float]]]] = [{} for _ in windows]
        for batch in _batches([len(window.ids) for window in windows]):
            for number, found in zip(batch, self._run([windows[i] for i in batch]), strict=True):
                missing = len(sentences[number]) - len(windows[number].first)
                out[number] = {
                    task: [*labels, *[(self.labels[task][0], 0.0)] * missing] for task, labels in found.items()
                }
        return out

    def _window(self, words: Sequence[str]) -> _Window:
        ids, first = [self._pieces.bos_id()], []
        for word in words:
            pieces = self._ids_of(word) or [self._pieces.unk_id()]
            if len(ids) + len(pieces) >= _MOST_PIECES:
                break
            first.append(len(ids))
            ids.extend(pieces)
        return _Window([*ids, self._pieces.eos_id()], first)

    def _run(self, windows: Sequence[_Window]) -> Iterator[dict[str, list[tuple[str, float]]]]:
        longest = max(len(window.ids) for window in windows)
        ids = np.full((len(windows), longest), self._pieces.pad_id(), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, window in enumerate(windows):
            ids[row, : len(window.ids)] = window.ids
            mask[row, : len(window.ids)] = 1
        outputs = dict(zip(self.labels, self._session.run(list(self.labels), {"ids": ids, "mask": mask}), strict=True))
        for row, window in enumerate(windows):
            yield {task: self._likeliest(task, outputs[task][row, window.first]) for task in self.labels}

    def _likeliest(self, task: str, logits: NDArray[Any]) -> list[tuple[str, float]]:
        best = logits.argmax(-1)
        shifted = np.exp(logits - logits.max(-1, keepdims=True))
        chance = shifted.max(-1) / shifted.sum(-1)
        names = self.labels[task]
        return [(names[label], float(score)) for label, score in zip(best.tolist(), chance.tolist(), strict=True)]


@dataclass(frozen=True, slots=True)
class _Window:
    ids: list[int]
    first: list[int]


def _windows(document: Document) -> Iterator[Sequence[Token]]:
    """Runs of whole sentences of at most some ninety words; a longer sentence is cut."""
    waiting: list[Token] = []
    for start, end in document.sentences:
        words = document.tokens_in(start, end)
        if waiting and len(waiting) + len(words) > _MOST_WORDS:
            yield waiting
            waiting = []
        for begin in range(0, len(words), _MOST_WORDS):
            waiting.extend(words[begin : begin + _MOST_WORDS])
            if len(waiting) >= _MOST_WORDS:
                yield waiting
                waiting = []
    if waiting:
        yield waiting


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    batch: list[int] = []
    for number in sorted(range(len(lengths)), key=lambda i: (lengths[i], i)):
        if batch and (len(batch) + 1) * lengths[number] > _BATCH_PIECES:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _spans(words: Sequence[Token], labels: Sequence[tuple[str, float]], clitics: Sequence[int]) -> Iterator[Tag]:
    """Spans of B, I and O labels; a stray I begins one. A span's score is the lowest of its words'."""
    begin, kind, score = -1, "", 1.0
    for at, (label, chance) in enumerate([*labels, ("O", 1.0)]):
        mark, _, name = label.partition("-")
        if begin >= 0 and not (mark == "I" and name in ("", kind)):
            yield Tag(_after_clitics(words[begin], clitics[begin]), words[at - 1].end, kind, score)
            begin = -1
        if mark == "B" or (mark == "I" and begin < 0):
            begin, kind, score = at, name, chance
        elif begin >= 0:
            score = min(score, chance)


def _after_clitics(word: Token, letters: int) -> int:
    """Where the span begins in its first word: after so many letters, diacritics not counted."""
    at = word.start
    for char in word.text:
        if letters <= 0 and fold_char(char):
            break
        letters -= bool(fold_char(char))
        at += 1
    return at if at < word.end else word.start
