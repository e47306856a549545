"""The manifest: every file with its hash, and all that is needed to make the same bytes again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from workbench.dataset.aside import MARKER

NAME = "manifest.json"
VERSION = 1
EDGES = "groups.jsonl"
ARTICLES = "articles.jsonl"
CARD = "README.md"
SEAL = "sha256"  # of the manifest itself


def files_of(folder: Path) -> list[Path]:
    """The files that a manifest names, in the order of their names."""
    found = (path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    return sorted(p for p in found if p.name != MARKER and p != folder / NAME)


def measured(folder: Path, paths: Iterable[Path]) -> dict[str, dict[str, Any]]:
    """Size and SHA-256 of each file, by its name in the folder."""
    made = {}
    for path in paths:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        name = path.relative_to(folder).as_posix()
        made[name] = {"bytes": path.stat().st_size, "sha256": digest}
    return made


def write(folder: Path, values: dict[str, Any]) -> None:
    """Write the manifest of a folder whose other files are there."""
    whole = {"manifest": VERSION, **values, "files": measured(folder, files_of(folder))}
    (folder / NAME).write_bytes(sealed(whole))


def digest(folder: Path) -> str:
    """The SHA-256 of the manifest's bytes: by its files' hashes, that of the whole dataset."""
    return hashlib.sha256((folder / NAME).read_bytes()).hexdigest()


def sealed(values: dict[str, Any]) -> bytes:
    """The bytes of a manifest; its last field is the SHA-256 of it without that field."""
    bare = {name: value for name, value in values.items() if name != SEAL}
    return _bytes({**bare, SEAL: hashlib.sha256(_bytes(bare)).hexdigest()})


def _bytes(values: dict[str, Any]) -> bytes:
    text = json.dumps(values, indent=2, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def read(folder: Path) -> dict[str, Any]:
    """The manifest of a folder.

    Raises:
        ValueError: there is none, or it is not one of ours.
    """
    path = folder / NAME
    try:
        found = json.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise ValueError(f"{path}: cannot be read: {error.strerror or error}") from error
    except ValueError as error:
        raise ValueError(f"{path}: is not JSON: {error}") from error
    except RecursionError as error:
        raise ValueError(f"{path}: is JSON nested too deeply") from error
    if not isinstance(found, dict) or found.get("manifest") != VERSION:
        raise ValueError(f"{path}: is no manifest of version {VERSION}")
    return found
