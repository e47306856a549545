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

import orjson

from workbench.text.display import safe

BUFFER = 1 << 20  # bytes that go to the system together
_DELETE = 0x7F  # the one control in ASCII that JSON does not escape


def dumps(value: Any) -> str:
    """One line of JSON for people, with blanks; letters of all scripts stay readable."""
    return _escaped(json.dumps(value, ensure_ascii=False))


def line(value: Any) -> bytes:
    """One line of JSON for a file: as `dumps`, without blanks, in UTF-8, ended by a line feed.

    The same value gives the same bytes. orjson takes a tenth of the time of the json module, which
    serves where a value is beyond it: a number of more than 64 bits, a lone surrogate.
    """
    try:
        made = orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return _escaped(text).encode("utf-8") + b"\n"
    if made.isascii() and _DELETE not in made:
        return made
    return _escaped(made[:-1].decode("utf-8")).encode("utf-8") + b"\n"


def _escaped(text: str) -> str:
    shown = safe(text)
    if shown == text:
        return text
    return "".join(
        raw if raw == seen else json.dumps(raw)[1:-1] for raw, seen in zip(text, shown, strict=True)
    )


def write_lines(path: Path, values: Iterable[Any]) -> None:
    """Write JSON Lines: each value a line."""
    with path.open("xb", buffering=BUFFER) as out:
        out.writelines(map(line, values))


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
            out.write(line(value)[:-1])
        out.write(f"\n{tail}\n".encode())
