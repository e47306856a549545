"""The guidelines of a dataset: their file, their title, and their version, which is their hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from db.rows import Problem
from workbench.text.display import safe_line

NAME = "GUIDELINES.md"
DIGITS = 12  # of the SHA-256 that stand for the version
WIDTH = 100  # cells of a title


def told(text: bytes) -> dict[str, str]:
    """What the manifest says of guidelines in UTF-8. The title is their first line of words."""
    digest = hashlib.sha256(text).hexdigest()
    lines = (line.strip().lstrip("# ") for line in text.decode("utf-8", "replace").split("\n"))
    title = next((line for line in lines if any(map(str.isalnum, line))), "")
    return {
        "file": NAME,
        "title": safe_line(title, WIDTH),
        "version": digest[:DIGITS],
        "sha256": digest,
    }


def write(folder: Path, text: str) -> dict[str, str] | None:
    """Write the guidelines of a project, if it has any, and tell of them."""
    if not text:
        return None
    written = text.encode("utf-8", "backslashreplace")
    (folder / NAME).write_bytes(written)
    return told(written)


def problems(folder: Path, values: dict[str, Any]) -> Iterator[Problem]:
    """What the manifest says of the guidelines and is not so."""
    path = folder / NAME
    there = told(path.read_bytes()) if path.is_file() else None
    if there != values["guidelines"]:
        what = (
            "are not those whose title and version the manifest tells" if there else "are missing"
        )
        yield Problem("guidelines", NAME, what)
