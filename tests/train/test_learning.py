"""The recipe's parts on small things; needs the extra ``train``."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="the extra 'train' is not installed: pip install 'riwaya[train]'")
sentencepiece = pytest.importorskip("sentencepiece")

import numpy as np  # noqa: E402

from kg.train.base_weights import BaseWeights  # noqa: E402
from kg.train.encoder import Encoder, Network  # noqa: E402
from kg.train.examples import Example, Pair  # noqa: E402
from kg.train.labels import INDEX, PAIR, TASKS  # noqa: E402
from kg.train.learn import Settings, collate, encode, encode_pair, give_vectors, loss_of, predict, teach_pairs, train  # noqa: E402
from kg.train.vocabulary import SPECIAL, choose, piece_model  # noqa: E402

PIECES = [*SPECIAL, "▁", "▁قال", "▁غزة", "▁Gaza", "ا", "ل", "ق", "غ", "ز", "ة", "G", "a", "z", "ü"]
SCORES = [0.0, 0.0, 0.0, 0.0, *(-float(i) for i in range(1, len(PIECES) - 3))]


def tiny() -> BaseWeights:
    rng = np.random.default_rng(3)
    hidden, wide = 24, 48
    shapes = {"emb.word": (len(PIECES), hidden), "emb.pos": (64, hidden), "emb.type": (1, hidden)}
    shapes |= {"emb.ln.w": (hidden,), "emb.ln.b": (hidden,)}
    for name in ("q", "k", "v", "ao"):
        shapes |= {f"l0.{name}.w": (hidden, hidden), f"l0.{name}.b": (hidden,)}
    shapes |= {"l0.fi.w": (wide, hidden), "l0.fi.b": (wide,), "l0.fo.w": (hidden, wide), "l0.fo.b": (hidden,)}
    shapes |= {f"l0.{norm}.{part}": (hidden,) for norm in ("aln", "oln") for part in "wb"}
    tensors = {name: rng.normal(0, 0.3, int(np.prod(shape))).astype(np.float32) for name, shape in shapes.items()}
    return BaseWeights(hidden, 1, 2, wide, tuple(PIECES), tuple(SCORES), tensors)


def test_a_vocabulary_keeps_arabic_and_what_is_used() -> None:
    vocabulary = choose(PIECES, SCORES, ["Gaza"], latin_margin=0)
    kept = [piece for piece, _ in vocabulary.pieces]
    assert {"▁قال", "▁غزة", "▁Gaza", "▁"} <= set(kept)
    assert "ü" not in kept
    model = sentencepiece.SentencePieceProcessor(model_proto=piece_model(vocabulary.pieces))
    assert [model.id_to_piece(i) for i in model.encode("قال")] == ["▁قال"]
    assert (model.bos_id(), model.pad_id(), model.eos_id(), model.unk_id()) == (0, 1, 2, 3)


def test_a_network_learns_what_it_is_shown(tmp_path: Path) -> None:
    pieces = sentencepiece.SentencePieceProcessor(model_proto=piece_model(list(zip(PIECES, SCORES, strict=True))))
    entity = INDEX["entity"]
    example = Example(["قال", "غزة"], {"entity": [(entity["O"],), (entity["B-place"],)]})
    items = [encode(pieces, example)] * 8
    encoder = Encoder(tiny(), range(len(PIECES)))
    items += [encode_pair(pieces, pair) for pair in (Pair("قال غزة", "Gaza", 1), Pair("غزة", "قال", 2))]
    network = Network(encoder, {task: len(names) for task, names in TASKS.items()}, len(PAIR))
    torch.set_num_threads(1)
    settings = Settings(epochs=120, batch_pieces=64, encoder_rate=1e-3, head_rate=1e-2, half=False)
    give_vectors(encoder, items, [], settings)
    batch = collate(items, pieces.pad_id(), 24)
    assert batch.pairs.tolist() == [-1] * 8 + [1, 2]
    before = float(loss_of(network(batch.ids, batch.mask), batch).detach())
    passes: list[int] = []
    train(network, [items] * settings.epochs, pieces.pad_id(), settings, passes.append, lambda line: None)
    network.eval()
    assert float(loss_of(network(batch.ids, batch.mask), batch).detach()) < before / 3
    assert predict(network, items[:1], pieces.pad_id())[0]["entity"] == ["O", "B-place"]
    assert passes == list(range(1, 121))


@pytest.mark.parametrize("label", [0, 2])
def test_the_head_of_the_pairs_learns_alone_and_last(label: int) -> None:
    pieces = sentencepiece.SentencePieceProcessor(model_proto=piece_model(list(zip(PIECES, SCORES, strict=True))))
    items = [encode_pair(pieces, Pair("قال غزة", "Gaza", label))] * 200
    torch.manual_seed(1)
    sizes = {task: len(names) for task, names in TASKS.items()}
    network = Network(Encoder(tiny(), range(len(PIECES))), sizes, len(PAIR))
    before = {name: value.clone() for name, value in network.state_dict().items() if "pair" not in name}
    teach_pairs(network, items, pieces.pad_id(), Settings(half=False).with_rate(1.6e-3))
    assert predict(network, items[:1], pieces.pad_id())[0]["pair"] == [PAIR[label]]
    after = network.state_dict()
    assert all(torch.equal(value, after[name]) for name, value in before.items())


def test_rates_keep_their_proportion() -> None:
    settings = Settings()
    slower = settings.with_rate(settings.encoder_rate / 2)
    assert slower.head_rate == pytest.approx(settings.head_rate / 2)
    assert slower.piece_rate == pytest.approx(settings.piece_rate / 2)
    assert slower.seed == settings.seed
