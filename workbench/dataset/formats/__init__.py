"""The formats of exported datasets: one module of this package each.

A new format is one new file here with a `FORMAT`; its name is the file's name. Modules that begin
with an underscore are what several formats share.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import ClassVar

from workbench.dataset.text_modes import MODES
from workbench.dataset.view import Export


class FormatError(ValueError):
    """No such format, or a file that is not in it; the text is one line for the user."""


class Format(ABC):
    """How a project becomes a file or a folder that other tools read."""

    suffix: ClassVar[str] = ""
    """Ending of its files, with the dot; "" for a folder."""
    guessed: ClassVar[bool] = False
    """Whether a file of this suffix is in this format where no other is named."""
    description: ClassVar[str]
    """What it holds, in one line."""
    offsets: ClassVar[str] = "code points"
    """The unit of its offsets; "none" where it has no offsets."""
    text_modes: ClassVar[tuple[str, ...]] = MODES
    """How much of the articles' texts may be left out: what it needs, it must be given."""
    extra: ClassVar[str] = ""
    """The extra of the package that it needs; "" for none."""

    @property
    def folder(self) -> bool:
        """Whether it is a folder of files."""
        return not self.suffix

    @abstractmethod
    def write(self, export: Export, path: Path) -> None:
        """Write a file, or files into a folder that is there and empty.

        The same export gives the same bytes. What the format cannot hold is counted in
        `export.losses`.

        Raises:
            FormatError: a package that it needs is not installed.
        """


def names() -> list[str]:
    """The names of all formats, in the order of the alphabet."""
    found = (module.name for module in iter_modules(__path__))
    return sorted(name for name in found if not name.startswith("_"))


def get(name: str) -> Format:
    """The format of this name.

    Raises:
        FormatError: there is none.
    """
    if name not in names():
        raise FormatError(f"no format {name!r}; there are {', '.join(names())}")
    found: Format = import_module(f"{__name__}.{name}").FORMAT
    return found


def of_file(path: Path, default: str = "jsonl") -> str:
    """The name of the format that a file's suffix tells; `default` where it has none.

    Raises:
        FormatError: the suffix tells no format.
    """
    suffix = path.suffix.lower()
    if not suffix:
        return default
    told = {one.suffix: name for name in names() if (one := get(name)).guessed}
    if suffix not in told:
        raise FormatError(
            f"{path}: the suffix {suffix} tells no format: name one with --format (--list has"
            f" them), or end the name in {', '.join(sorted(told))}"
        )
    return told[suffix]


def missing(package: str, extra: str) -> FormatError:
    """The error that a format raises where a package that it needs is not installed."""
    return FormatError(
        f"this format needs {package}: install claim-workbench with the extra '{extra}'"
    )
