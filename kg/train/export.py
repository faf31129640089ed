"""The trained network as one ONNX file with 8-bit weights."""

from __future__ import annotations

import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kg.train.encoder import Network
from kg.train.labels import OUTPUTS, TASKS


class _Outputs(nn.Module):
    """The network with its outputs in order."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        logits = self.network(ids, mask.bool())
        return tuple(logits[name] for name in OUTPUTS)


def export_onnx(network: Network, path: Path) -> None:
    """Write ``network`` with int8 weights: inputs ids and mask (batch, pieces; int64), outputs as OUTPUTS says."""
    network.eval()
    example = torch.ones(2, 7, dtype=torch.long)
    axes = {0: "batch", 1: "pieces"}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            _Outputs(network),
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
