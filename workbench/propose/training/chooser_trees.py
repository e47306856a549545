"""Write LightGBM's trees as an ONNX graph (``ai.onnx.ml`` TreeEnsembleRegressor)."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any


def write_trees(models: Sequence[Any], out: Path) -> None:
    """The mean raw score of LightGBM boosters as a graph from ``rows`` to ``raw``."""
    onnx: Any = import_module("onnx")
    helper, single = onnx.helper, onnx.TensorProto.FLOAT

    nodes: dict[str, list[Any]] = {name: [] for name in _NODE}
    leaves: dict[str, list[Any]] = {name: [] for name in _LEAF}
    trees = [tree for model in models for tree in model.dump_model()["tree_info"]]
    for number, tree in enumerate(trees):
        _walk(number, tree["tree_structure"], nodes, leaves)
    leaves["weights"] = [weight / len(models) for weight in leaves["weights"]]
    width = models[0].num_feature()
    node = helper.make_node(
        "TreeEnsembleRegressor", ["rows"], ["raw"], domain="ai.onnx.ml", n_targets=1,
        aggregate_function="SUM", post_transform="NONE",
        **{f"nodes_{name}": values for name, values in nodes.items()},
        **{f"target_{name}": values for name, values in leaves.items()},
    )  # fmt: skip
    graph = helper.make_graph(
        [node], "trees",
        [helper.make_tensor_value_info("rows", single, [None, width])],
        [helper.make_tensor_value_info("raw", single, [None, 1])],
    )  # fmt: skip
    sets = [helper.make_opsetid("ai.onnx.ml", 3), helper.make_opsetid("", 17)]
    made = helper.make_model(graph, opset_imports=sets, ir_version=8)
    onnx.checker.check_model(made)
    onnx.save(made, str(out))


_NODE = ("treeids", "nodeids", "featureids", "values", "modes", "truenodeids", "falsenodeids",
         "missing_value_tracks_true")  # fmt: skip
_LEAF = ("treeids", "nodeids", "ids", "weights")


def _walk(
    number: int, root: dict[str, Any], nodes: dict[str, list[Any]], leaves: dict[str, list[Any]]
) -> None:
    """Append one tree, its nodes numbered from the root on."""
    queue = [root]
    at = 0
    while at < len(queue):
        node = queue[at]
        split = "split_feature" in node
        if split:
            queue += [node["left_child"], node["right_child"]]
        values = (
            number, at, node["split_feature"] if split else 0,
            float(node["threshold"]) if split else 0.0, "BRANCH_LEQ" if split else "LEAF",
            len(queue) - 2 if split else 0, len(queue) - 1 if split else 0, 0,
        )  # fmt: skip
        for name, value in zip(_NODE, values, strict=True):
            nodes[name].append(value)
        if not split:
            for name, value in zip(_LEAF, (number, at, 0, float(node["leaf_value"])), strict=True):
                leaves[name].append(value)
        at += 1
