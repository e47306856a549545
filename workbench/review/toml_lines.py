"""Where in a TOML file a value stands: `tomllib` tells the values but not their lines."""

from __future__ import annotations

import re

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.\-\s\"']+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([A-Za-z0-9_.\-\"']+(?:\s*\.\s*[A-Za-z0-9_\-\"']+)*)\s*=(.*)$")
_STRING = re.compile(r"\"\"\"|'''")


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def _table(names: tuple[str, ...], counts: dict[tuple[str, ...], int]) -> Path:
    """The path of a table below the arrays of tables that are open now."""
    path: list[str | int] = []
    for depth, name in enumerate(names, start=1):
        path.append(name)
        if names[:depth] in counts:
            path.append(counts[names[:depth]])
    return tuple(path)


def lines_of(source: str) -> dict[Path, int]:
    """The line, from 1, of every key and table header of a TOML text.

    Keys inside inline tables and arrays are not told apart: ask `find`, which falls back to
    the nearest enclosing key. A scan by line is enough for that and needs no second parser.
    """
    found: dict[Path, int] = {}
    counts: dict[tuple[str, ...], int] = {}
    here: Path = ()
    open_quote = ""
    for number, line in enumerate(source.split("\n"), start=1):
        if open_quote:
            open_quote = "" if line.count(open_quote) % 2 else open_quote
            continue
        if header := _HEADER.match(line):
            names = _names(header[2])
            if header[1] == "[[":
                counts[names] = counts.get(names, -1) + 1
            here = _table(names, counts)
            found.setdefault(here, number)
        elif key := _KEY.match(line):
            found.setdefault((*here, *_names(key[1])), number)
            quote = _STRING.search(key[2])
            if quote and key[2].count(quote[0]) % 2:
                open_quote = quote[0]
    return found


def find(lines: dict[Path, int], path: Path) -> int:
    """The line of `path` or of the nearest thing around it; 1 when nothing is known."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return 1
