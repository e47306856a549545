"""Where the model data lies, whether it can be run, and how."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ENCODER = "encoder.onnx"
_NEEDED = ("onnxruntime", "tokenizers", "numpy")


class MissingExtraError(RuntimeError):
    """The encoder cannot run here; the message says what to install."""

    def __init__(self) -> None:
        super().__init__(
            "the encoder needs the extra 'semantic': pip install 'claim-workbench[semantic]'"
        )


def installed() -> bool:
    """Is the extra ``semantic`` installed? Imports none of it."""
    return all(find_spec(module) is not None for module in _NEEDED)


def model_file(name: str) -> Path:
    """Path of a file of the shipped model data; it need not exist."""
    return Path(__file__).with_name("data") / name


@lru_cache(maxsize=16)
def load_graph(name: str, threads: int) -> Any:
    """An onnxruntime session over a shipped graph.

    Raises:
        MissingExtraError: onnxruntime or the file is missing.
    """
    if not installed() or not model_file(name).is_file():
        raise MissingExtraError
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # of batches of long texts, which come rarely, memory is given back after each call
    options.enable_cpu_mem_arena = name != ENCODER
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        str(model_file(name)),
        options,
        providers=["CPUExecutionProvider"],
        # fused with the sum before it, a layer norm takes four times as long as both alone
        disabled_optimizers=["SkipLayerNormFusion"],
    )


@lru_cache(maxsize=1)
def load_tokenizer() -> Any:
    """The word-piece tokenizer, without padding or truncation.

    Raises:
        MissingExtraError: tokenizers or the file is missing.
    """
    if not installed() or not model_file("tokenizer.json").is_file():
        raise MissingExtraError
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(model_file("tokenizer.json")))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
