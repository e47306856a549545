"""Verdict schemes: the labels that reviewers decide with, and the tags beside them.

A scheme is one of the presets or a project's own TOML file. What is stored of a verdict is
the label's `id`; names, keys, glyphs and colours may change without touching any work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

PRESETS: tuple[str, ...] = ("default", "fever", "averitec", "scifact", "politifact")

# Names of labels in well-known datasets, as their files spell them.
TARGETS: Mapping[str, tuple[str, ...]] = {
    "fever": ("SUPPORTS", "REFUTES", "NOT ENOUGH INFO"),
    "averitec": (
        "Supported",
        "Refuted",
        "Not Enough Evidence",
        "Conflicting Evidence/Cherrypicking",
    ),
    "liar": ("true", "mostly-true", "half-true", "barely-true", "false", "pants-fire"),
}

COLORS: tuple[str, ...] = ("red", "green", "yellow", "blue", "magenta", "cyan", "white")

# Letters that the review screen keeps for itself. The other letters and 1-9 are free.
RESERVED_KEYS = frozenset("acdefghijklmnoqrstuwx" + "ACDEFGJKNORSTUX")


class SchemeError(ValueError):
    """A scheme that cannot be used.

    Attributes:
        file: the file as the user named it, or the name of the scheme.
        line: line in the file, from 1; 0 where no line can be named.
        reason: what is wrong, in one line.
    """

    def __init__(self, file: str, line: int, reason: str) -> None:
        self.file, self.line, self.reason = file, line, reason
        super().__init__(f"{file}:{line}: {reason}" if line else f"{file}: {reason}")


@dataclass(frozen=True)
class Label:
    """One verdict that a reviewer can give.

    `key` is the one character that gives it, `glyph` one character of one cell, `color` a name
    of `COLORS` or `#rrggbb`. `maps` says what the label is in `TARGETS`; a dataset missing
    there has no label for it.
    """

    id: str
    name: str
    key: str
    glyph: str
    color: str
    definition: str
    maps: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Scheme:
    """A set of labels with its tags.

    `ordered` labels are steps from first to last. `tags` are the controlled tags; with
    `free_tags` false no others are allowed.
    """

    name: str
    version: int
    title: str
    description: str
    labels: tuple[Label, ...]
    ordered: bool = False
    tags: tuple[str, ...] = ()
    free_tags: bool = True
    guidelines: str = ""

    @property
    def ref(self) -> str:
        """Name and version as they stand beside each verdict: `name@version`."""
        return f"{self.name}@{self.version}"

    def label(self, id: str) -> Label | None:
        """The label with this id."""
        return next((label for label in self.labels if label.id == id), None)

    def named(self, text: str) -> Label | None:
        """The label that a user means by an id, or by a name as it is shown."""
        wanted = " ".join(text.split()).casefold()
        names = (label for label in self.labels if label.name.casefold() == wanted)
        return self.label(text) or next(names, None)

    def by_key(self, key: str) -> Label | None:
        """The label that this key gives."""
        return next((label for label in self.labels if label.key == key), None)


@cache
def preset(name: str) -> Scheme:
    """The preset of this name.

    Raises:
        SchemeError: there is none of this name.
    """
    if name not in PRESETS:
        raise SchemeError(name, 0, f"no such scheme; there are {', '.join(PRESETS)}, or a file")
    return load(Path(__file__).parent / "presets" / f"{name}.toml")


def load(path: str | Path) -> Scheme:
    """Read a scheme from a TOML file (UTF-8).

    Raises:
        SchemeError: with file, line and reason, if it cannot be read or is not sound.
    """
    from workbench.review.scheme_file import read

    return read(Path(path))


def find(name_or_path: str) -> Scheme:
    """A preset by its name, else the scheme in the file of this path.

    Raises:
        SchemeError: neither, or a file that is not sound.
    """
    if name_or_path in PRESETS:
        return preset(name_or_path)
    if not Path(name_or_path).exists():
        return preset(name_or_path)  # says which there are
    return load(name_or_path)


def to_dict(scheme: Scheme) -> dict[str, Any]:
    """The scheme as JSON values, as it is kept in the store and as TOML spells it."""
    return {
        "name": scheme.name,
        "version": scheme.version,
        "title": scheme.title,
        "description": scheme.description,
        "ordered": scheme.ordered,
        "tags": list(scheme.tags),
        "free_tags": scheme.free_tags,
        "guidelines": scheme.guidelines,
        "labels": [{**vars(label), "maps": dict(label.maps)} for label in scheme.labels],
    }


def from_dict(data: Mapping[str, Any]) -> Scheme:
    """The scheme that `to_dict` told.

    Raises:
        SchemeError: the values are not a sound scheme.
    """
    from workbench.review.scheme_file import Checker

    return Checker(str(data.get("name", "scheme")), {}).scheme(dict(data))
