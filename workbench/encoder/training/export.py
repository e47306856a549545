"""Write trained networks as int8 ONNX graphs."""

from __future__ import annotations

import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

import torch
from torch import nn


def export(
    network: nn.Module, inputs: dict[str, torch.Tensor], outputs: list[str], axes: Any, out: Path
) -> None:
    """Write ``network`` as ONNX, its linear layers and embeddings in int8 by channel.

    Weights use seven bits: processors without VNNI add pairs of products in 16 bits, which
    eight-bit weights overflow.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    network.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        with torch.inference_mode():
            torch.onnx.export(
                network,
                tuple(inputs.values()),
                str(plain),
                input_names=list(inputs),
                output_names=outputs,
                dynamic_axes=axes,
                opset_version=17,
                dynamo=False,
            )
        quantize_dynamic(
            plain, out, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
        )


def leave_mask_out(path: Path) -> None:
    """Take out of a graph what masks padding, for one that is given one text at a time.

    What it adds to the scores of each layer is zero then. Inputs stay as they are.
    """
    onnx: Any = import_module("onnx")
    model = onnx.load(str(path))
    graph = model.graph
    made = {name: node for node in graph.node for name in node.output}
    for node in graph.node:
        add = made.get(node.input[0]) if node.op_type == "Softmax" else None
        if add is not None and add.op_type == "Add":
            node.input[0] = add.input[0]
    _prune(graph)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def _prune(graph: Any) -> None:
    """Take out the nodes, and then the numbers, that nothing needs."""
    wanted = {output.name for output in graph.output}
    for node in reversed(list(graph.node)):  # each stands behind those that it needs
        if wanted.isdisjoint(node.output):
            graph.node.remove(node)
        else:
            wanted.update(node.input)
    for number in [i for i in graph.initializer if i.name not in wanted]:
        graph.initializer.remove(number)
