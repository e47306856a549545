"""JSON in one line that is safe to print and to cut into lines.

JSON escapes the C0 controls only. Raw C1 controls, bidi controls and Unicode's line separators
would still act on a terminal, or cut a line for readers that split as `str.splitlines` does;
escaped they are the same JSON value.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from workbench.text.display import safe


def dumps(value: Any) -> str:
    """One line of JSON, the same for the same value; letters of all scripts stay readable."""
    line = json.dumps(value, ensure_ascii=False)
    shown = safe(line)
    if shown == line:
        return line
    return "".join(
        raw if raw == seen else json.dumps(raw)[1:-1] for raw, seen in zip(line, shown, strict=True)
    )


def write_lines(path: Path, values: Iterable[Any]) -> None:
    """Write JSON Lines: each value a line."""
    with path.open("xb") as out:
        for value in values:
            out.write(dumps(value).encode("utf-8") + b"\n")


def write_array(path: Path, values: Iterable[Any], head: str = "[", tail: str = "]") -> None:
    """Write one JSON array, a value a line; of the values only one is held at a time.

    Args:
        path: the file; it must not be there.
        values: what goes into the array.
        head: what stands before the values, for an array inside an object.
        tail: what stands behind them.
    """
    with path.open("xb") as out:
        out.write(head.encode("utf-8"))
        for number, value in enumerate(values):
            out.write(b",\n" if number else b"\n")
            out.write(dumps(value).encode("utf-8"))
        out.write(f"\n{tail}\n".encode())
