"""The training loop: all tasks at once, each example teaching what it knows."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from sentencepiece import SentencePieceProcessor
from torch import Tensor

from kg.train.encoder import Tagger
from kg.train.examples import Example
from kg.train.labels import TASKS

LONGEST = 256
"""Pieces of one example; what is longer is cut."""


@dataclass(frozen=True)
class Settings:
    """How to train; the defaults made the shipped file. ``half`` computes in bfloat16 where the machine can."""

    epochs: int = 4
    batch_pieces: int = 1_600
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    warm_up: float = 0.1
    half: bool = True
    seed: int = 17


@dataclass(frozen=True)
class Encoded:
    """Piece ids, the position of each word's first piece, and the example."""

    ids: list[int]
    first: list[int]
    example: Example


def encode(pieces: SentencePieceProcessor, example: Example) -> Encoded:
    """The pieces of an example's words; words past the longest input are left out."""
    ids, first = [pieces.bos_id()], []
    for word in example.words:
        found = pieces.encode(word) or [pieces.unk_id()]
        if len(ids) + len(found) >= LONGEST:
            break
        first.append(len(ids))
        ids.extend(found)
    return Encoded([*ids, pieces.eos_id()], first, example)


def collate(batch: Sequence[Encoded], pad: int) -> tuple[Tensor, Tensor, dict[str, Tensor]]:
    """Ids, mask, and for each task the allowed labels (batch, pieces, labels) as booleans."""
    longest = max(len(item.ids) for item in batch)
    ids = torch.full((len(batch), longest), pad)
    mask = torch.zeros(len(batch), longest, dtype=torch.bool)
    allowed = {task: torch.zeros(len(batch), longest, len(labels), dtype=torch.bool) for task, labels in TASKS.items()}
    for row, item in enumerate(batch):
        ids[row, : len(item.ids)] = torch.tensor(item.ids)
        mask[row, : len(item.ids)] = True
        for task, targets in item.example.targets.items():
            for at, labels in zip(item.first, targets, strict=False):
                if labels is not None:
                    allowed[task][row, at, list(labels)] = True
    return ids, mask, allowed


def loss_of(logits: dict[str, Tensor], allowed: dict[str, Tensor]) -> Tensor:
    """Sum over tasks of the mean negative log of the probability that the allowed labels have together."""
    total = torch.zeros(())
    for task, labels in allowed.items():
        known = labels.any(-1)
        if not known.any():
            continue
        scores = torch.log_softmax(logits[task][known], -1)
        total = total - torch.logsumexp(scores.masked_fill(~labels[known], -torch.inf), -1).mean()
    return total


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
    tagger: Tagger,
    items: Sequence[Encoded],
    pad: int,
    settings: Settings,
    after_epoch: Callable[[int], None],
    say: Callable[[str], None],
) -> None:
    """Train in place; ``after_epoch`` is called with the number of each pass when it is done."""
    rng = random.Random(settings.seed)  # noqa: S311 - shuffling, no secret
    torch.manual_seed(settings.seed)
    tagger.encoder.word.weight.requires_grad = False
    plan = [batches(items, settings.batch_pieces, rng) for _ in range(settings.epochs)]
    steps = sum(map(len, plan))
    encoder = [parameter for parameter in tagger.encoder.parameters() if parameter.requires_grad]
    groups = [
        {"params": encoder, "lr": settings.encoder_rate},
        {"params": list(tagger.heads.parameters()), "lr": settings.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1, int(settings.warm_up * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )
    done, begin = 0, time.monotonic()
    for epoch, epoch_batches in enumerate(plan, 1):
        tagger.train()
        for batch in epoch_batches:
            ids, mask, allowed = collate(batch, pad)
            with torch.autocast("cpu", torch.bfloat16, enabled=settings.half):
                logits = tagger(ids, mask)
            loss = loss_of({task: scores.float() for task, scores in logits.items()}, allowed)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*encoder, *tagger.heads.parameters()], 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            if done % 50 == 0:
                say(f"step {done} of {steps}, loss {float(loss.detach()):.3f}, {time.monotonic() - begin:.0f} s")
        after_epoch(epoch)


def predict(tagger: Tagger, items: Sequence[Encoded], pad: int, batch_size: int = 32) -> list[dict[str, list[str]]]:
    """The likeliest label of every word and task, example by example."""
    tagger.eval()
    out: list[dict[str, list[str]]] = [{} for _ in items]
    order = sorted(range(len(items)), key=lambda i: len(items[i].ids))
    with torch.no_grad():
        for begin in range(0, len(order), batch_size):
            chosen = order[begin : begin + batch_size]
            ids, mask, _ = collate([items[i] for i in chosen], pad)
            best = {task: scores.argmax(-1) for task, scores in tagger(ids, mask).items()}
            for row, i in enumerate(chosen):
                item = items[i]
                out[i] = {
                    task: [labels[int(best[task][row, at])] for at in item.first] for task, labels in TASKS.items()
                }
    return out
