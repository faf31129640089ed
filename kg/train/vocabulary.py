"""The part of the encoder's vocabulary that Arabic and English news use, as a SentencePiece model.

All pieces in Arabic letters are kept, those of Persian or Urdu words aside; of the Latin ones those that segmenting
English text and names touches, with a margin by score; and every piece without letters. What is missing falls apart
into smaller pieces, as in any Unigram model.
"""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sentencepiece
from sentencepiece import sentencepiece_model_pb2 as messages

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
_SPACE = "▁"


@dataclass(frozen=True)
class Vocabulary:
    """Kept pieces with their scores, and the row of the full embedding matrix that each one has."""

    pieces: tuple[tuple[str, float], ...]
    rows: tuple[int, ...]


def piece_model(pieces: Sequence[tuple[str, float]]) -> bytes:
    """A SentencePiece model of these pieces, the special ones first, that normalises as the encoder was trained."""
    buffer = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(  # only for its table of the normalisation
        sentence_iterator=iter(["a b", "ا ب"] * 20),
        model_writer=buffer,
        vocab_size=20,
        hard_vocab_limit=False,
        normalization_rule_name="nmt_nfkc",
        minloglevel=2,
    )
    model: Any = messages.ModelProto()  # type: ignore[attr-defined]
    model.ParseFromString(buffer.getvalue())
    del model.pieces[:]
    kinds: Any = type(model).SentencePiece
    for number, (piece, score) in enumerate(pieces):
        entry = model.pieces.add()
        entry.piece, entry.score = piece, score
        if number < len(SPECIAL):
            entry.type = kinds.UNKNOWN if piece == "<unk>" else kinds.CONTROL
    spec = model.trainer_spec
    spec.vocab_size = len(pieces)
    spec.bos_id, spec.pad_id, spec.eos_id, spec.unk_id = range(len(SPECIAL))
    spec.bos_piece, spec.pad_piece, spec.eos_piece, spec.unk_piece = SPECIAL
    return bytes(model.SerializeToString())


def choose(pieces: Sequence[str], scores: Sequence[float], texts: Iterable[str], latin_margin: int) -> Vocabulary:
    """The kept part of a vocabulary: ``latin_margin`` more Latin pieces than ``texts`` touch, the likeliest first."""
    everything = piece_model(list(zip(pieces, scores, strict=True)))
    full = sentencepiece.SentencePieceProcessor(model_proto=everything)
    used: Counter[int] = Counter()
    for text in texts:
        used.update(full.encode(text))
    margin = latin_margin
    wanted = set()
    for i in sorted(range(len(pieces)), key=lambda i: (-scores[i], i)):
        piece = pieces[i].replace(_SPACE, "")
        if i < len(SPECIAL) or used[i] or not any(map(str.isalpha, piece)) or _is_arabic(piece):
            wanted.add(i)
        elif margin and piece.isascii():
            wanted.add(i)
            margin -= 1
    keep = sorted(wanted)
    return Vocabulary(tuple((pieces[i], scores[i]) for i in keep), tuple(keep))


def _is_arabic(piece: str) -> bool:
    """Letters of the Arabic alphabet proper, marks and digits; Persian and Urdu letters only alone."""
    if len(piece) == 1:
        return "ARABIC" in unicodedata.name(piece, "")
    return all("\u0621" <= char <= "\u0652" or char == "\u0670" or not char.isalpha() for char in piece)
