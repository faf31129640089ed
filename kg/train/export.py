"""The trained network as one ONNX file with 8-bit weights.

The matrices of the layers are kept in 8 bits and widened when they are used: what flows through the network is never
rounded, which would cost more than a point of names and save a fifth of the time. The small ones of the heads stay as
they are.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kg.train.encoder import Network
from kg.train.labels import OUTPUTS, TASKS

_LAYERS = "/layers."
_LARGEST = 127


class _Outputs(nn.Module):
    """The network with its outputs in order."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        out = self.network(ids, mask.bool())
        return tuple(out[name] for name in OUTPUTS)


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
        multiplied = [node.name for node in onnx.load(full).graph.node if node.op_type in ("MatMul", "Gemm")]
        quantize_dynamic(full, path, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=multiplied)
    model = onnx.load(path)
    _keep_in_8_bits(model, {name for name in multiplied if _LAYERS in name})
    model.producer_name = "riwaya"
    model.producer_version = ""
    onnx.checker.check_model(model)
    onnx.save(model, path)


def _keep_in_8_bits(model: onnx.ModelProto, names: set[str]) -> None:
    """Keep the matrices of the nodes ``names`` as int8 with a scale a column, widened before they are multiplied."""
    graph = model.graph
    matrices = {one.name: one for one in graph.initializer}
    added = []
    for node in graph.node:
        if node.name not in names or node.input[1] not in matrices:
            continue  # attention multiplies vectors by vectors
        matrix = matrices[node.input[1]]
        values = numpy_helper.to_array(matrix)
        scales = (np.abs(values).max(0) / _LARGEST).astype(np.float32)
        kept = np.rint(values / scales).astype(np.int8)
        name = matrix.name
        graph.initializer.remove(matrix)
        graph.initializer.extend(
            [
                numpy_helper.from_array(kept, f"{name}.kept"),
                numpy_helper.from_array(scales, f"{name}.scales"),
                numpy_helper.from_array(np.zeros(len(scales), dtype=np.int8), f"{name}.zero"),
            ]
        )
        inputs = [f"{name}.kept", f"{name}.scales", f"{name}.zero"]
        added.append(helper.make_node("DequantizeLinear", inputs, [name], f"{node.name}/widen_weights", axis=1))
    for node in reversed(added):
        graph.node.insert(0, node)
