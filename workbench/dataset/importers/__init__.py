"""Work done in other tools, brought in: one module of this package for each tool.

A new tool is one new file here with an `IMPORTER`; its name is the file's name. Modules that begin
with an underscore are what several share.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import ClassVar

from workbench.dataset.importers.item import Aside, Item, WorkError

__all__ = ["Aside", "Importer", "Item", "WorkError", "get", "names"]


class Importer(ABC):
    """How the files of one tool become articles with marks."""

    description: ClassVar[str]
    """What it reads, in one line."""
    reviewer: ClassVar[str | None] = None
    """Whose the marks are where the file names nobody."""
    extra: ClassVar[str] = ""
    """The extra of the package that it needs; "" for none."""

    @abstractmethod
    def read(self, path: Path, encoding: str | None = None) -> Iterator[Item | Aside]:
        """The articles in a file or folder, and what of it cannot be used, as they come.

        Args:
            path: what the user names.
            encoding: the encoding of its texts; None finds it.

        Raises:
            WorkError: it is not of this tool as a whole.
            OSError: it cannot be read.
        """


def names() -> list[str]:
    """The names of all tools, in the order of the alphabet."""
    found = (module.name for module in iter_modules(__path__) if module.name not in _PARTS)
    return sorted(name for name in found if not name.startswith("_"))


_PARTS = ("item", "place", "take")  # modules of this package that are no tool


def get(name: str) -> Importer:
    """The importer of this name.

    Raises:
        WorkError: there is none.
    """
    if name not in names():
        raise WorkError(f"no tool {name!r} to import from; there are {', '.join(names())}")
    found: Importer = import_module(f"{__name__}.{name}").IMPORTER
    return found
