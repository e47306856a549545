"""The formats of exported datasets: one module of this package each.

A new format is one new file here with a `FORMAT`; its name is the file's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import BinaryIO, Protocol, cast

from workbench.dataset.records import ClaimRecord


class FormatError(ValueError):
    """No such format, or a file that is not in it; the text is one line for the user."""


class Format(Protocol):
    """How records become a file, and a file records again."""

    @property
    def suffix(self) -> str:
        """Ending of its files, with the dot."""

    @property
    def description(self) -> str:
        """What it holds, in one line."""

    def write(self, records: Iterable[ClaimRecord], out: BinaryIO) -> None:
        """Write the records in their order. The same records give the same bytes."""

    def read(self, source: BinaryIO) -> Iterator[ClaimRecord]:
        """The records of a file that `write` made.

        Raises:
            FormatError: it is not in this format.
        """


def names() -> list[str]:
    """The names of all formats, in the order of the alphabet."""
    return sorted(module.name for module in iter_modules(__path__))


def get(name: str) -> Format:
    """The format of this name.

    Raises:
        FormatError: there is none.
    """
    if name not in names():
        raise FormatError(f"no format {name!r}; there are {', '.join(names())}")
    return cast(Format, import_module(f"{__name__}.{name}").FORMAT)


def of_file(path: Path, default: str = "jsonl") -> str:
    """The name of the format that a file's suffix tells, else `default`."""
    suffix = path.suffix.lower()
    return next((name for name in names() if get(name).suffix == suffix), default)
