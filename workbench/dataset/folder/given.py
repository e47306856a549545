"""Sides that are given: a split made by hand, or that of an earlier dataset."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path

from workbench.dataset.folder.manifest import ARTICLES
from workbench.dataset.splits.assign import SIDES, SplitError


def read_sides(path: Path) -> dict[str, str]:
    """A split made by hand: JSON Lines or CSV with a claim's or article's id and its split.

    Raises:
        SplitError: it cannot be read, or a row has no id, or names no side.
    """
    text = _text(path, "name a file of rows with a claim and its split")
    found: dict[str, str] = {}
    for number, row in _rows(path, text):
        if not isinstance(row, dict):
            raise SplitError(f"{path}:{number}: is no row with a claim and a split")
        name, side = row.get("claim") or row.get("article"), row.get("split")
        if not name or side not in SIDES:
            raise SplitError(
                f"{path}:{number}: wants a 'claim' or an 'article', and a 'split' that is one of"
                f" {', '.join(SIDES)}"
            )
        found[str(name)] = str(side)
    return found


def read_kept(folder: Path) -> dict[str, str]:
    """The sides of the articles of an earlier dataset.

    Raises:
        SplitError: it is no dataset of ours.
    """
    path = folder / ARTICLES
    text = _text(path, "name a folder that 'workbench export' wrote")
    rows = (row for _, row in _rows(path, text) if isinstance(row, dict))
    return {str(row.get("article")): str(row.get("split")) for row in rows}


def _text(path: Path, hint: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SplitError(f"{path}: is not text in UTF-8; {hint}") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SplitError(f"{path}: cannot be read ({reason}); {hint}") from error


def _rows(path: Path, text: str) -> Iterable[tuple[int, object]]:
    if path.suffix.lower() == ".csv":
        yield from enumerate(csv.DictReader(text.splitlines()), start=2)
        return
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            yield number, json.loads(line)
        except (ValueError, RecursionError) as error:
            raise SplitError(f"{path}:{number}: is not JSON") from error
