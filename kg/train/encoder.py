"""The tagger in torch: twelve layers of an encoder, and one linear head a task over each word's first piece."""

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


class Tagger(nn.Module):
    """The encoder with one head a task; ``sizes`` gives the number of labels of each."""

    def __init__(self, encoder: Encoder, sizes: Mapping[str, int]) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(DROPOUT)
        hidden = encoder.norm.normalized_shape[0]
        self.heads = nn.ModuleDict({task: nn.Linear(hidden, size) for task, size in sizes.items()})

    def forward(self, ids: Tensor, mask: Tensor) -> dict[str, Tensor]:
        """Logits (batch, pieces, labels) of every task."""
        vectors = self.dropout(self.encoder(ids, mask))
        return {task: head(vectors) for task, head in self.heads.items()}
