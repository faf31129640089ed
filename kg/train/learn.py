"""The training loop: all tasks at once, each example teaching what it knows."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import torch
from sentencepiece import SentencePieceProcessor
from torch import Tensor

from kg.encoder.pieces import pair_ids, word_ids
from kg.encoder.sequences import Sequences
from kg.train.encoder import Encoder, Network, mean_of
from kg.train.examples import Allowed, Example, Pair
from kg.train.labels import PAIR, TASKS

_WEIGHTS = {"entity": 2.0, "clitic": 0.5}
_PAIRS_AT_ONCE = 64
_PAIR_PASSES = 12


@dataclass(frozen=True)
class Settings:
    """How to train; the defaults made the shipped file. ``half`` computes in bfloat16 where the machine can."""

    epochs: int = 4
    batch_pieces: int = 800
    encoder_rate: float = 8e-5
    piece_rate: float = 5e-5
    head_rate: float = 5e-4
    warm_up: float = 0.05
    half: bool = True
    seed: int = 17

    def with_rate(self, rate: float) -> Settings:
        """The same with another rate for the layers, the others in proportion."""
        factor = rate / self.encoder_rate
        return replace(self, encoder_rate=rate, piece_rate=self.piece_rate * factor, head_rate=self.head_rate * factor)


@dataclass
class Encoded:
    """Piece ids, the position of each word's first piece, and what there is to learn.

    ``pair`` is the number of a pair's label, ``vector`` the direction that the sentence's vector is to have.
    """

    ids: list[int]
    first: list[int]
    targets: Mapping[str, Sequence[Allowed | None]]
    pair: int | None = None
    vector: Tensor | None = None


def encode(pieces: SentencePieceProcessor, example: Example) -> Encoded:
    """The pieces of an example's words; words past the longest input are left out."""
    ids, first = word_ids(pieces, example.words, pieces.encode)
    return Encoded(ids, first, example.targets)


def encode_pair(pieces: SentencePieceProcessor, pair: Pair) -> Encoded:
    """The pieces of both statements, with two ends between them."""
    return Encoded(pair_ids(pieces, pair.first, pair.second), [], {}, pair.label)


@dataclass(frozen=True)
class Batch:
    """Ids and mask (batch, pieces); for each task the allowed labels (batch, pieces, labels) as booleans.

    ``pairs`` (batch) is -1 where there is no pair, ``vectors`` (batch, hidden) zero where none is known.
    """

    ids: Tensor
    mask: Tensor
    allowed: dict[str, Tensor]
    pairs: Tensor
    vectors: Tensor


def collate(items: Sequence[Encoded], pad: int, hidden: int) -> Batch:
    """The batch of ``items``."""
    longest = max(len(item.ids) for item in items)
    ids = torch.full((len(items), longest), pad)
    mask = torch.zeros(len(items), longest, dtype=torch.bool)
    allowed = {task: torch.zeros(len(items), longest, len(labels), dtype=torch.bool) for task, labels in TASKS.items()}
    pairs = torch.full((len(items),), -1)
    vectors = torch.zeros(len(items), hidden)
    for row, item in enumerate(items):
        ids[row, : len(item.ids)] = torch.tensor(item.ids)
        mask[row, : len(item.ids)] = True
        for task, targets in item.targets.items():
            for at, labels in zip(item.first, targets, strict=False):
                if labels is not None:
                    allowed[task][row, at, list(labels)] = True
        if item.pair is not None:
            pairs[row] = item.pair
        if item.vector is not None:
            vectors[row] = item.vector
    return Batch(ids, mask, allowed, pairs, vectors)


def loss_of(out: Mapping[str, Tensor], batch: Batch) -> Tensor:
    """The weighted sum of what each objective loses on what the batch knows.

    A task: the mean negative log of the probability that the allowed labels have together. A pair: cross entropy. A
    vector: one less the cosine with the wanted direction.
    """
    total = torch.zeros(())
    for task, labels in batch.allowed.items():
        known = labels.any(-1)
        if known.any():
            scores = torch.log_softmax(out[task][known], -1)
            missed = -torch.logsumexp(scores.masked_fill(~labels[known], -torch.inf), -1).mean()
            total = total + _WEIGHTS.get(task, 1.0) * missed
    paired = batch.pairs >= 0
    if paired.any():
        total = total + torch.nn.functional.cross_entropy(out["pair"][paired], batch.pairs[paired])
    directed = batch.vectors.any(-1)
    if directed.any():
        cosine = torch.cosine_similarity(out["vector"][directed], batch.vectors[directed])
        total = total + (1 - cosine).mean()
    return total


def give_vectors(encoder: Encoder, items: Sequence[Encoded], prefix: Sequence[int], settings: Settings) -> None:
    """Set the direction of every sentence that is no pair: what the encoder, not yet trained on, says of it.

    The encoder was made for texts that begin with ``prefix``; its vectors all point much the same way, so that the
    mean over the items is taken off.
    """
    wanted = sorted((item for item in items if item.pair is None), key=lambda item: len(item.ids))
    encoder.eval()
    found = []
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=settings.half):
        for begin in range(0, len(wanted), 32):
            rows = [[item.ids[0], *prefix, *item.ids[1:]] for item in wanted[begin : begin + 32]]
            longest = max(map(len, rows))
            mask = torch.tensor([[True] * len(row) + [False] * (longest - len(row)) for row in rows])
            ids = torch.tensor([row + [0] * (longest - len(row)) for row in rows])
            found.append(mean_of(encoder(ids, mask).float(), mask))
    vectors = torch.nn.functional.normalize(torch.cat(found), dim=-1)
    directions = torch.nn.functional.normalize(vectors - vectors.mean(0), dim=-1)
    for item, direction in zip(wanted, directions, strict=True):
        item.vector = direction


def batches(items: Sequence[Encoded], size: int, rng: random.Random) -> list[list[Encoded]]:
    """Batches of about ``size`` pieces, of examples of like length, in random order."""
    order = list(range(len(items)))
    rng.shuffle(order)
    out = []
    for begin in range(0, len(order), 800):
        chunk = sorted(order[begin : begin + 800], key=lambda i: len(items[i].ids))
        batch: list[Encoded] = []
        for i in chunk:
            if batch and (len(batch) + 1) * len(items[i].ids) > size:
                out.append(batch)
                batch = []
            batch.append(items[i])
        if batch:
            out.append(batch)
    rng.shuffle(out)
    return out


def train(
    network: Network,
    passes: Sequence[Sequence[Encoded]],
    pad: int,
    settings: Settings,
    after_epoch: Callable[[int], None],
    say: Callable[[str], None],
) -> None:
    """Train in place on each of ``passes``; ``after_epoch`` is called with the number of each when it is done."""
    rng = random.Random(settings.seed)  # noqa: S311 - shuffling, no secret
    torch.manual_seed(settings.seed)
    hidden = network.encoder.norm.normalized_shape[0]
    plan = [batches(items, settings.batch_pieces, rng) for items in passes]
    steps = sum(map(len, plan))
    words = network.encoder.word.weight
    encoder = [parameter for parameter in network.encoder.parameters() if parameter is not words]
    groups = [
        {"params": encoder, "lr": settings.encoder_rate},
        {"params": [words], "lr": settings.piece_rate, "weight_decay": 0.0},
        {"params": list(network.heads.parameters()), "lr": settings.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1, int(settings.warm_up * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )
    done, begin = 0, time.monotonic()
    for epoch, epoch_batches in enumerate(plan, 1):
        network.train()
        for batch in epoch_batches:
            shown = collate(batch, pad, hidden)
            with torch.autocast("cpu", torch.bfloat16, enabled=settings.half):
                out = network(shown.ids, shown.mask)
            loss = loss_of({name: scores.float() for name, scores in out.items()}, shown)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            if done % 50 == 0:
                say(f"step {done} of {steps}, loss {float(loss.detach()):.3f}, {time.monotonic() - begin:.0f} s")
        after_epoch(epoch)


def teach_pairs(network: Network, items: Sequence[Encoded], pad: int, settings: Settings) -> None:
    """Teach the head that compares statements anew, in place, on what the finished encoder makes of the pairs.

    The pairs are few and soon known by heart, together with the layers beneath: so the head learns last, alone, with
    most of its inputs dropped and without being made sure.
    """
    pairs = [item for item in items if item.pair is not None]
    labels = torch.tensor([item.pair for item in pairs])
    hidden = network.encoder.norm.normalized_shape[0]
    network.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=settings.half):
        found = []
        for begin in range(0, len(pairs), _PAIRS_AT_ONCE):
            batch = collate(pairs[begin : begin + _PAIRS_AT_ONCE], pad, hidden)
            found.append(mean_of(network.encoder(batch.ids, batch.mask).float(), batch.mask))
    vectors = torch.cat(found)
    torch.manual_seed(settings.seed)
    first, bend, _, last = network.heads["pair"]
    first.reset_parameters()
    last.reset_parameters()
    head = torch.nn.Sequential(first, bend, torch.nn.Dropout(0.5), last)
    optimizer = torch.optim.AdamW(head.parameters(), lr=settings.head_rate, weight_decay=0.1)
    for _ in range(_PAIR_PASSES):
        for chosen in torch.randperm(len(pairs)).split(_PAIRS_AT_ONCE):
            missed = torch.nn.functional.cross_entropy(head(vectors[chosen]), labels[chosen], label_smoothing=0.1)
            optimizer.zero_grad()
            missed.backward()
            optimizer.step()


def predict(network: Network, items: Sequence[Encoded], pad: int, batch_size: int = 32) -> list[dict[str, list[str]]]:
    """The likeliest row of labels of every task, and the label of the pair, item by item."""
    network.eval()
    out: list[dict[str, list[str]]] = [{} for _ in items]
    order = sorted(range(len(items)), key=lambda i: len(items[i].ids))
    hidden = network.encoder.norm.normalized_shape[0]
    rows = {task: Sequences(labels) for task, labels in TASKS.items()}
    with torch.no_grad():
        for begin in range(0, len(order), batch_size):
            chosen = order[begin : begin + batch_size]
            batch = collate([items[i] for i in chosen], pad, hidden)
            found = network(batch.ids, batch.mask)
            for row, i in enumerate(chosen):
                chances = {task: torch.softmax(found[task][row, items[i].first].float(), -1).numpy() for task in TASKS}
                out[i] = {task: [labels[n] for n in rows[task].best(chances[task])] for task, labels in TASKS.items()}
                out[i]["pair"] = [PAIR[int(found["pair"][row].argmax())]]
    return out
