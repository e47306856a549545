"""What is learned from: texts, each worth a fact-checker's time or not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from workbench.review.outcome import ReviewError

_LABELS = {1: True, 0: False, -1: False, "1": True, "0": False, "-1": False}
"""Labels of a file: 1 is worth checking; 0 is not; ClaimBuster's -1 is no statement of fact."""

LONGEST = 4000
"""Characters of a text that are kept."""


class Example(NamedTuple):
    """A text, and whether it is worth checking."""

    text: str
    worth: bool
    kind: str = "clause"


class ExamplesError(ReviewError):
    """A file that cannot be learned from; one line for the user."""


def read_file(path: Path) -> list[Example]:
    """The examples of a file, each text once for each label.

    JSON Lines with an object `{"text": …, "label": 0 or 1}` in each line, or JSON with a list of
    them, as ClaimBuster's. UTF-8.

    Raises:
        ExamplesError: it cannot be read, or one of its rows has no text or no such label.
    """
    try:
        content = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ExamplesError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ExamplesError(f"{path}: is not text in UTF-8") from error
    found = list(dict.fromkeys(_example(row, where) for where, row in _rows(content, str(path))))
    if len({example.worth for example in found}) < 2:
        raise ExamplesError(f"{path}: needs texts with label 1 and texts with label 0")
    return found


def _rows(content: str, path: str) -> Iterator[tuple[str, Any]]:
    if content.lstrip().startswith("["):
        yield from ((f"{path}[{n}]", row) for n, row in enumerate(_parsed(content, path)))
        return
    for number, line in enumerate(content.split("\n"), start=1):  # a text may hold U+2028
        if line.strip():
            where = f"{path}:{number}"
            yield where, _parsed(line, where)


def _parsed(content: str, where: str) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        at = f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ExamplesError(f"{where}{at}: is not JSON; a line reads "
                            '{"text": "…", "label": 1}') from error  # fmt: skip


def _example(row: Any, where: str) -> Example:
    if not isinstance(row, dict):
        raise ExamplesError(f'{where}: is not an object with "text" and "label"')
    text, label = row.get("text"), row.get("label")
    if not isinstance(text, str) or not text.strip():
        raise ExamplesError(f'{where}: has no "text"')
    if not isinstance(label, int | str) or label not in _LABELS:
        raise ExamplesError(f'{where}: "label" must be 1 (worth checking) or 0')
    return Example(text[:LONGEST], _LABELS[label])


def to_bytes(examples: Iterable[Example]) -> bytes:
    """Examples as they are stored with a project."""
    rows = [[example.text, int(example.worth)] for example in examples]
    return json.dumps(rows, ensure_ascii=True, separators=(",", ":")).encode()


def from_bytes(state: bytes) -> list[Example]:
    """The examples of `to_bytes`."""
    return [Example(str(text), bool(worth)) for text, worth in json.loads(state)]


def digest(content: bytes) -> str:
    """A short name of what was learned from."""
    return sha256(content).hexdigest()[:16]
