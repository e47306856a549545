"""Texts to vectors: one small sentence encoder, optional.

The encoder is all-MiniLM-L6-v2 as an int8 ONNX graph, run by onnxruntime: the extra ``semantic``.
Importing this package loads nothing; the graph is loaded by the first call that needs it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbench.encoder.runtime import MissingExtraError, installed, model_file

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["DIMENSIONS", "MissingExtraError", "available", "encode"]

DIMENSIONS = 384
"""Length of a vector."""

_LONGEST = 256  # word pieces of a text that are read; what the encoder was made for


def available() -> bool:
    """Can texts be encoded here: is the extra installed and the model file in place?"""
    return installed() and model_file("encoder.onnx").is_file()


def encode(texts: Sequence[str], batch: int = 32, threads: int = 1) -> NDArray[np.float32]:
    """Unit vectors of texts, one row each, in their order: [n, 384] float32.

    The dot product of two rows is the cosine of the texts' meanings. Of a text longer than 256
    word pieces the beginning is read. A text without any word still gets a unit row.

    Args:
        texts: What to encode; any number of texts.
        batch: Texts computed together.
        threads: Threads of the computation; the first call decides.

    Raises:
        MissingExtraError: the extra ``semantic`` is not installed, or the model file is missing.
    """
    if not available():
        raise MissingExtraError
    from workbench.encoder.vectors import compute

    return compute(texts, batch, threads, _LONGEST)


def __dir__() -> list[Any]:
    return sorted(__all__)
