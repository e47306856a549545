"""Take the shipped parser back into torch, and put what its upper layers learned into its graph.

Its lower layers stay as they are, bit for bit: the marker, the pointer and the underliner go on
from them.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from workbench.encoder.training.export import export
from workbench.encoder.training.parser_model import LOWER, Exported, Parser
from workbench.encoder.training.train_parser import Labels, make_batch
from workbench.encoder.training.treebank import Gold

_LINEAR = "/MatMul_quant"
_SMALL = ("_quantized", "_scale", "_zero_point")


class Graph:
    """A graph of the parser, with its arrays by what they belong to: "body.layers.3.query"."""

    def __init__(self, path: Path) -> None:
        self._onnx: Any = import_module("onnx")
        self.model = self._onnx.load(str(path))
        self.held = {i.name: i for i in self.model.graph.initializer}
        self.linear = {
            _part_of(node.name): node.input[1].removesuffix("_quantized")
            for node in self.model.graph.node
            if node.name.endswith(_LINEAR)
        }

    def array(self, name: str) -> Any:
        """An array by its name in the graph."""
        return self._onnx.numpy_helper.to_array(self.held[name])

    def weights(self, part: str) -> Any:
        """The weights of a linear layer [out, in], turned back to floats."""
        name = self.linear[part]
        return (self.array(f"{name}_quantized").astype("float32") * self.array(f"{name}_scale")).T

    def put(self, name: str, values: Any) -> None:
        """Replace an array."""
        self.held[name].CopyFrom(self._onnx.numpy_helper.from_array(values, name))

    def save(self, path: Path) -> None:
        """Write the graph, once it is checked."""
        self._onnx.checker.check_model(self.model)
        self._onnx.save(self.model, str(path))


def _part_of(node: str) -> str:
    """ "/body/layers.3/query/MatMul_quant" and the like as "body.layers.3.query"."""
    name = node.removesuffix(_LINEAR).strip("/").replace("/", ".").removeprefix("parser.")
    return name if not name.startswith("layers.") else f"body.{name}"


def load_parser(path: Path, names: Path) -> tuple[Parser, Labels]:
    """The parser of a shipped graph, and its labels, from ``parser.json``."""
    known = json.loads(names.read_text("utf-8"))
    labels = Labels(known["relations"], known["coarse"], known["fine"])
    parser = Parser(len(labels.relations), len(labels.coarse), len(labels.fine))
    graph = Graph(path)
    for part in graph.linear:
        layer = parser.get_submodule(part)
        set_values(layer.weight, graph.weights(part))
        if layer.bias is not None:
            set_values(layer.bias, graph.array(f"parser.{part}.bias"))
    body = parser.body
    for name in ("words", "positions", "extra"):
        stem = f"parser.body.{name}.weight"
        steps = graph.array(f"{stem}_quantized").astype("float32")
        steps -= graph.array(f"{stem}_zero_point")
        set_values(getattr(body, name).weight, steps * graph.array(f"{stem}_scale"))
    for norm in _norms(body):
        for kind in ("weight", "bias"):
            set_values(
                getattr(body.get_submodule(norm), kind), graph.array(f"parser.body.{norm}.{kind}")
            )
    set_values(body.kind, graph.array("parser.body.kind"))
    return parser, labels


def _norms(body: nn.Module) -> list[str]:
    return [name for name, module in body.named_modules() if isinstance(module, nn.LayerNorm)]


def set_values(target: Tensor, values: Any) -> None:
    """Let a tensor have the values of an array."""
    with torch.no_grad():
        target.copy_(torch.from_numpy(values.copy()))


def freeze_lower(parser: Parser) -> None:
    """Let nothing change in what other networks go on from."""
    body = parser.body
    for module in (body.words, body.positions, body.extra, body.norm, *body.layers[:LOWER]):
        module.requires_grad_(False)
    body.kind.requires_grad_(False)


def put_upper(parser: Parser, tokenizer: Any, path: Path) -> None:
    """Put the upper layers and the scores of ``parser`` into the graph at ``path``, as int8.

    Raises:
        ValueError: the lower layers are no longer those of the graph.
    """
    words = [Gold(text.split(), [0] * len(text.split()), [], [], []) for text in _TEXTS]
    inputs, _ = make_batch(words, tokenizer, None)
    axes: Mapping[str, dict[int, str]] = {
        **{name: {0: "sentences", 1: "pieces"} for name in ("ids", "mask", "shapes")},
        "first": {0: "sentences", 1: "words"},
    }
    with tempfile.TemporaryDirectory() as folder:
        export(Exported(parser), inputs, ["heads", "relations", "coarse", "fine", "lower"],
               axes, Path(folder) / "new.onnx")  # fmt: skip
        new = Graph(Path(folder) / "new.onnx")
    old = Graph(path)
    for part, name in old.linear.items():
        if _lower(part):
            if (old.array(f"{name}_quantized") != new.array(f"{new.linear[part]}_quantized")).any():
                raise ValueError(f"{part} of {path} is another one than it was")
            continue
        for kind in _SMALL:
            old.put(name + kind, new.array(new.linear[part] + kind))
    upper = (n for n in old.held if n.startswith("parser.") and not n.endswith(_SMALL))
    for name in upper:
        if name in new.held and not _lower(name.removeprefix("parser.")):
            old.put(name, new.array(name))
    old.save(path)


_TEXTS = ("The council met twice in 2019 .", "Exports of copper rose , the ministry said .")


def _lower(part: str) -> bool:
    if not part.startswith("body."):
        return False
    layer = part.removeprefix("body.layers.").split(".")[0]
    return not layer.isdigit() or int(layer) < LOWER
