"""The network in torch: twelve layers of an encoder, and its heads.

One linear head a task reads each word's first piece; the mean over the pieces goes to a head that compares two
statements, and to one that gives the text a vector.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn

from kg.train.base_weights import BaseWeights

DROPOUT = 0.1


def _linear(weights: BaseWeights, name: str) -> nn.Linear:
    bias = torch.tensor(weights.tensors[name + ".b"])
    matrix = torch.tensor(weights.tensors[name + ".w"]).view(bias.shape[0], -1)
    layer = nn.Linear(matrix.shape[1], matrix.shape[0])
    layer.weight.data, layer.bias.data = matrix, bias
    return layer


def _norm(weights: BaseWeights, name: str) -> nn.LayerNorm:
    layer = nn.LayerNorm(weights.hidden, eps=1e-12)
    layer.weight.data = torch.tensor(weights.tensors[name + ".w"])
    layer.bias.data = torch.tensor(weights.tensors[name + ".b"])
    return layer


class Layer(nn.Module):
    """One post-norm transformer layer, in operations that export with free batch and length."""

    def __init__(self, weights: BaseWeights, name: str) -> None:
        super().__init__()
        self.heads = weights.heads
        self.query, self.key, self.value = (_linear(weights, name + key) for key in "qkv")
        self.out = _linear(weights, name + "ao")
        self.norm_attention = _norm(weights, name + "aln")
        self.widen = _linear(weights, name + "fi")
        self.narrow = _linear(weights, name + "fo")
        self.norm_out = _norm(weights, name + "oln")
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Vectors after the layer; what ``mask`` leaves out is not attended to."""
        query, key, value = (self._split(project(x)) for project in (self.query, self.key, self.value))
        scores = query @ key.transpose(-1, -2) / (query.shape[-1] ** 0.5)
        scores = scores.masked_fill(~mask[:, None, None, :], -1e9)
        mixed = self.dropout(torch.softmax(scores, -1)) @ value
        mixed = mixed.transpose(1, 2).flatten(2)
        x = self.norm_attention(x + self.dropout(self.out(mixed)))
        wide = nn.functional.gelu(self.widen(x))
        return self.norm_out(x + self.dropout(self.narrow(wide)))

    def _split(self, x: Tensor) -> Tensor:
        return x.unflatten(-1, (self.heads, -1)).transpose(1, 2)


class Encoder(nn.Module):
    """multilingual-e5-small with the vocabulary cut to ``rows``."""

    def __init__(self, weights: BaseWeights, rows: Sequence[int]) -> None:
        super().__init__()
        hidden = weights.hidden

        def tensor(name: str) -> Tensor:
            return torch.tensor(weights.tensors[name]).view(-1, hidden)

        self.word = nn.Embedding.from_pretrained(tensor("emb.word")[list(rows)], freeze=False)
        self.position = nn.Parameter(tensor("emb.pos") + tensor("emb.type")[0])
        self.norm = _norm(weights, "emb.ln")
        self.layers = nn.ModuleList(Layer(weights, f"l{index}.") for index in range(weights.layers))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Vectors (batch, pieces, hidden) of piece ids; ``mask`` is True where there is a piece."""
        out = self.norm(self.word(ids) + self.position[: ids.shape[1]])
        for layer in self.layers:
            out = layer(out, mask)
        return out


def mean_of(vectors: Tensor, mask: Tensor) -> Tensor:
    """The mean (batch, hidden) over the pieces that ``mask`` keeps."""
    kept = mask.unsqueeze(-1).to(vectors.dtype)
    return (vectors * kept).sum(1) / kept.sum(1)


class Network(nn.Module):
    """The encoder with its heads; ``sizes`` gives the number of labels of each task, ``pair`` those of a pair."""

    def __init__(self, encoder: Encoder, sizes: Mapping[str, int], pair: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(DROPOUT)
        hidden = encoder.norm.normalized_shape[0]
        self.heads = nn.ModuleDict({task: nn.Linear(hidden, size) for task, size in sizes.items()})
        self.heads["pair"] = nn.Sequential(
            nn.Linear(hidden, hidden), nn.Tanh(), nn.Dropout(DROPOUT), nn.Linear(hidden, pair)
        )
        self.heads["vector"] = nn.Linear(hidden, hidden)

    def forward(self, ids: Tensor, mask: Tensor) -> dict[str, Tensor]:
        """Logits (batch, pieces, labels) of every task; "pair" (batch, labels) and "vector" (batch, hidden)."""
        vectors = self.encoder(ids, mask)
        mean = mean_of(vectors, mask)
        vectors = self.dropout(vectors)
        out = {"pair": self.heads["pair"](self.dropout(mean)), "vector": self.heads["vector"](mean)}
        return {name: out[name] if name in out else head(vectors) for name, head in self.heads.items()}
