"""Write trained networks as int8 ONNX graphs."""

from __future__ import annotations

import tempfile
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
