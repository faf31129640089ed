"""The trained tagger as one ONNX file with 8-bit weights."""

from __future__ import annotations

import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kg.train.encoder import Tagger
from kg.train.labels import OUTPUTS, TASKS


class _Outputs(nn.Module):
    """The tagger with its outputs in order."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        logits = self.tagger(ids, mask.bool())
        return tuple(logits[name] for name in OUTPUTS)


def export_onnx(tagger: Tagger, path: Path) -> None:
    """Write ``tagger`` with int8 weights: inputs ids and mask (batch, pieces; int64), outputs as OUTPUTS says."""
    tagger.eval()
    example = torch.ones(2, 7, dtype=torch.long)
    axes = {0: "batch", 1: "pieces"}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            _Outputs(tagger),
            (example, example),
            str(full),
            input_names=["ids", "mask"],
            output_names=list(OUTPUTS),
            dynamic_axes={**dict.fromkeys(("ids", "mask", *TASKS), axes), "pair": {0: "batch"}, "vector": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(full, path, weight_type=QuantType.QInt8, per_channel=True)
    model = onnx.load(path)
    model.producer_name = "riwaya"
    model.producer_version = ""
    onnx.save(model, path)
