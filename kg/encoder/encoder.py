"""The encoder's files, run by onnxruntime: one network, asked for labels, comparisons or vectors.

``kg.train`` writes its three files and measures them with it. Their checksums stand in ``encoder.json``: files that are
missing or damaged are an error that says so, and nothing is ever loaded that is not what was trained.
"""

from __future__ import annotations

import hashlib
import json
import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.encoder.pieces import pair_ids, word_ids
from kg.encoder.sequences import Sequences
from kg.errors import EncoderError

if TYPE_CHECKING:
    from numpy.typing import NDArray

DESCRIPTION = "encoder.json"
NETWORK = "encoder.onnx"
PIECES = "pieces.model"
WEIGHTS = Path(__file__).with_name("weights")
THREADS = "RIWAYA_THREADS"
_BATCH_PIECES = 320
"""Pieces of a batch; an article has a few batches, so that a few threads share it."""
_CACHED_WORDS = 65_536
_WEIGHED = ("entity", "event")
"""Tasks of which a rule asks not only what is likeliest, but how likely anything is."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The label of a word or a pair, and its probability."""

    label: str
    chance: float


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of one sentence are: ``labels[task][i]`` is that of word ``i``, in the likeliest row of labels.

    ``beyond[task][i]``, for "entity" and "event", is the likeliest label but the first (which stands for nothing), with
    the probability that the word has any of them.
    """

    labels: Mapping[str, Sequence[Judged]]
    beyond: Mapping[str, Sequence[Judged]]


class Encoder:
    """The loaded network."""

    def __init__(self, folder: Path = WEIGHTS, threads: int = 0) -> None:
        """Load and check the files in ``folder``; ``threads`` 0 takes one a core. Raises EncoderError.

        Each batch is computed by one thread, and which inputs share a batch does not depend on how many there are: so
        nor does what is found.
        """
        try:
            description = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
            content = {name: (folder / name).read_bytes() for name in (NETWORK, PIECES)}
            expected = {name: description["sha256"][name] for name in content}
            self.tasks: dict[str, list[str]] = description["labels"]
            self._pair: list[str] = description["pair"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise EncoderError(f"the encoder's weights are missing or cannot be read: {error}") from error
        for name, digest in expected.items():
            if hashlib.sha256(content[name]).hexdigest() != digest:
                raise EncoderError(f"the encoder's file {name} is damaged: its checksum is not the one it was given")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            import onnxruntime
            import sentencepiece
        self._pieces = sentencepiece.SentencePieceProcessor(model_proto=content[PIECES])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(content[NETWORK], options, ["CPUExecutionProvider"])
        self._pool = ThreadPoolExecutor(threads or os.cpu_count() or 1, "encoder")
        self._sequences = {task: Sequences(labels) for task, labels in self.tasks.items()}
        self._ids_of = lru_cache(maxsize=_CACHED_WORDS)(self._pieces.encode)

    def label(self, sentences: Sequence[Sequence[str]]) -> list[Words]:
        """The labels of the words of each sentence; words past the longest input get the first label, surely."""
        inputs = [word_ids(self._pieces, words, self._ids_of) for words in sentences]
        outputs: dict[int, Words] = {}
        for number, found in self._answers([ids for ids, _ in inputs], list(self.tasks)):
            logits = {task: rows[inputs[number][1]] for task, rows in found.items()}
            outputs[number] = self._words(logits, len(sentences[number]))
        return [outputs[number] for number in range(len(inputs))]

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Judged]:
        """Whether the two statements of each pair "agree", "disagree", or neither ("other")."""
        out = [Judged(self._pair[-1], 0.0)] * len(pairs)
        for number, found in self._answers([pair_ids(self._pieces, *pair) for pair in pairs], ["pair"]):
            chances = _softmax(found["pair"])
            best = int(chances.argmax())
            out[number] = Judged(self._pair[best], float(chances[best]))
        return out

    def vectors(self, texts: Sequence[str]) -> NDArray[Any]:
        """A vector of length 1 for each text (texts, hidden); a large dot product means alike, in any language."""
        import numpy as np

        rows = [word_ids(self._pieces, text.split(), self._ids_of)[0] for text in texts]
        out = {number: found["vector"] for number, found in self._answers(rows, ["vector"])}
        found = np.stack([out[i] for i in range(len(rows))]) if rows else np.zeros((0, 1), dtype=np.float32)
        result: NDArray[Any] = found / np.maximum(np.linalg.norm(found, axis=-1, keepdims=True), 1e-9)
        return result

    def _answers(
        self, rows: Sequence[Sequence[int]], outputs: list[str]
    ) -> Iterator[tuple[int, dict[str, NDArray[Any]]]]:
        """What the network answers to each of ``rows``, with its number."""
        batches = list(_batches([len(row) for row in rows]))
        answers = self._pool.map(lambda batch: self._run([rows[i] for i in batch], outputs), batches)
        for batch, found in zip(batches, answers, strict=True):
            for place, number in enumerate(batch):
                yield number, {name: values[place] for name, values in found.items()}

    def _run(self, rows: Sequence[Sequence[int]], outputs: list[str]) -> dict[str, NDArray[Any]]:
        import numpy as np

        longest = max(map(len, rows))
        ids = np.full((len(rows), longest), self._pieces.pad_id(), dtype=np.int64)
        mask = np.zeros_like(ids)
        for number, row in enumerate(rows):
            ids[number, : len(row)] = row
            mask[number, : len(row)] = 1
        return dict(zip(outputs, self._session.run(outputs, {"ids": ids, "mask": mask}), strict=True))

    def _words(self, logits: Mapping[str, NDArray[Any]], size: int) -> Words:
        labels, beyond = {}, {}
        for task, names in self.tasks.items():
            chances = _softmax(logits[task])
            cut = size - len(chances)
            best = self._sequences[task].best(chances)
            labels[task] = [
                *(Judged(names[label], chance[label]) for label, chance in zip(best, chances.tolist(), strict=True)),
                *[Judged(names[0], 1.0)] * cut,
            ]
            if task not in _WEIGHED:
                continue
            some = chances[:, 1:].argmax(-1) + 1
            beyond[task] = [
                *(Judged(names[i], 1 - no) for i, no in zip(some.tolist(), chances[:, 0].tolist(), strict=True)),
                *[Judged(names[1], 0.0)] * cut,
            ]
        return Words(labels, beyond)


@lru_cache(maxsize=1)
def shipped() -> Encoder:
    """The encoder that comes with the package, loaded once; raises EncoderError where it cannot be.

    The environment variable RIWAYA_THREADS says how many threads it may use; without it, one a core.
    """
    wanted = os.environ.get(THREADS, "0")
    if not wanted.isdecimal():
        raise EncoderError(f"{THREADS} is {wanted!r}, and has to be a number of threads")
    return Encoder(threads=int(wanted))


def _softmax(logits: NDArray[Any]) -> NDArray[Any]:
    import numpy as np

    shifted = np.exp(logits - logits.max(-1, keepdims=True))
    result: NDArray[Any] = shifted / shifted.sum(-1, keepdims=True)
    return result


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of inputs of like length, so many that a batch stays small."""
    batch: list[int] = []
    for number in sorted(range(len(lengths)), key=lambda i: (lengths[i], i)):
        if batch and (len(batch) + 1) * lengths[number] > _BATCH_PIECES:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch
