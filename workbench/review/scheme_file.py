"""Read a scheme from TOML and refuse a broken one with its line and the reason."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from workbench.review import toml_lines
from workbench.review.schemes import (
    COLORS,
    RESERVED_KEYS,
    TARGETS,
    Label,
    Scheme,
    SchemeError,
)

T = TypeVar("T")

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}\Z")
_HEX = re.compile(r"#[0-9a-fA-F]{6}\Z")
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")
_KINDS = {str: "a string", bool: "true or false", int: "a whole number", list: "a list"}
_SCHEME_KEYS = (
    "name version title description ordered tags free_tags guidelines labels".split()  # noqa: SIM905
)
_LABEL_KEYS = "id name key glyph color definition maps".split()  # noqa: SIM905


def read(path: Path) -> Scheme:
    """The scheme in this file.

    Raises:
        SchemeError: with file, line and reason.
    """
    import tomllib

    try:
        source = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except OSError as error:
        raise SchemeError(str(path), 0, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SchemeError(str(path), line, "not UTF-8") from error
    source = source.removeprefix("\ufeff")
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        line = int(at[1]) if at else source.count("\n") + 1
        raise SchemeError(str(path), line, f"not TOML: {_AT_LINE.sub('', str(error))}") from error
    return Checker(str(path), toml_lines.lines_of(source)).scheme(data)


def is_plain(text: str) -> bool:
    """Whether a text is one line without control, format or private characters."""
    return all(unicodedata.category(char)[0] != "C" for char in text) and not (
        "\u2028" in text or "\u2029" in text
    )


def is_one_cell(glyph: str) -> bool:
    """Whether a text is one visible code point that takes one cell of a terminal."""
    return (
        len(glyph) == 1
        and unicodedata.category(glyph)[0] in "LNPS"
        and unicodedata.east_asian_width(glyph) not in "WF"
    )


class Checker:
    """Makes a `Scheme` of plain values; every refusal names the line of the value."""

    def __init__(self, file: str, lines: dict[toml_lines.Path, int]) -> None:
        self._file = file
        self._lines = lines

    def scheme(self, data: dict[str, Any]) -> Scheme:
        """The scheme in `data`.

        Raises:
            SchemeError: a value is missing, unknown or not sound.
        """
        self._known(data, (), _SCHEME_KEYS)
        name = self._line(data, (), "name")
        if not _NAME.match(name):
            self._refuse(("name",), f"name {name!r} must be of a-z, 0-9, - and _")
        version = self._get(data, (), "version", int, 1)
        if version < 1:
            self._refuse(("version",), "version must be 1 or more")
        return Scheme(
            name=name,
            version=version,
            title=self._line(data, (), "title", name),
            description=self._get(data, (), "description", str, ""),
            labels=self._labels(data),
            ordered=self._get(data, (), "ordered", bool, False),
            tags=self._tags(data),
            free_tags=self._get(data, (), "free_tags", bool, True),
            guidelines=self._get(data, (), "guidelines", str, ""),
        )

    def _refuse(self, path: toml_lines.Path, reason: str) -> NoReturn:
        line = toml_lines.find(self._lines, path) if self._lines else 0
        raise SchemeError(self._file, line, reason)

    def _get(
        self,
        data: dict[str, Any],
        at: toml_lines.Path,
        key: str,
        kind: type[T],
        default: T | None = None,
    ) -> T:
        if key not in data:
            if default is not None:
                return default
            self._refuse(at, f"{key} is missing")
        value = data[key]
        if type(value) is not kind:
            self._refuse((*at, key), f"{key} must be {_KINDS[kind]}")
        return value

    def _line(
        self, data: dict[str, Any], at: toml_lines.Path, key: str, default: str | None = None
    ) -> str:
        """A text of one line that is not empty."""
        value = self._get(data, at, key, str, default)
        if not value.strip():
            self._refuse((*at, key), f"{key} is empty")
        if not is_plain(value):
            self._refuse((*at, key), f"{key} has control or invisible characters")
        return value

    def _known(self, data: dict[str, Any], at: toml_lines.Path, keys: Collection[str]) -> None:
        for key in data:
            if key not in keys:
                near = difflib.get_close_matches(key, keys, 1)
                hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(keys)}"
                self._refuse((*at, key), f"{key!r} is not known here; {hint}")

    def _tags(self, data: dict[str, Any]) -> tuple[str, ...]:
        tags = self._get(data, (), "tags", list, [])
        for tag in tags:
            if not isinstance(tag, str) or not tag.strip() or not is_plain(tag):
                self._refuse(("tags",), f"tag {tag!r} must be one line of text")
            if tags.count(tag) > 1:
                self._refuse(("tags",), f"tag {tag!r} stands twice")
        return tuple(tags)

    def _labels(self, data: dict[str, Any]) -> tuple[Label, ...]:
        tables = self._get(data, (), "labels", list)
        if not tables:
            self._refuse(("labels",), "a scheme needs at least one label")
        labels: list[Label] = []
        for index, table in enumerate(tables):
            if not isinstance(table, dict):
                self._refuse(("labels",), "each label must be a table: [[labels]]")
            label = self._label(table, ("labels", index))
            for other in labels:
                for field in ("id", "name", "key"):
                    value = getattr(label, field)
                    if value == getattr(other, field):
                        reason = f"{field} {value!r} is already that of label {other.id!r}"
                        self._refuse(("labels", index, field), reason)
            labels.append(label)
        return tuple(labels)

    def _label(self, table: dict[str, Any], at: toml_lines.Path) -> Label:
        self._known(table, at, _LABEL_KEYS)
        id = self._line(table, at, "id")
        if not _NAME.match(id):
            self._refuse((*at, "id"), f"id {id!r} must be of a-z, 0-9, - and _")
        glyph = self._line(table, at, "glyph", "•")
        if not is_one_cell(glyph):
            self._refuse((*at, "glyph"), f"glyph {glyph!r} must be one character of one cell")
        color = self._line(table, at, "color", "white")
        if color not in COLORS and not _HEX.match(color):
            self._refuse((*at, "color"), f"color {color!r}: use {', '.join(COLORS)} or #rrggbb")
        return Label(
            id=id,
            name=self._line(table, at, "name", id),
            key=self._key(table, at),
            glyph=glyph,
            color=color,
            definition=self._get(table, at, "definition", str, ""),
            maps=self._maps(table, at),
        )

    def _key(self, table: dict[str, Any], at: toml_lines.Path) -> str:
        key = self._line(table, at, "key")
        if len(key) != 1 or not key.isascii() or not key.isalnum() or key == "0":
            self._refuse((*at, "key"), f"key {key!r} must be one of 1-9 or a letter a-z, A-Z")
        if key in RESERVED_KEYS:
            free = "".join(sorted(set("abcdefghijklmnopqrstuvwxyz") - RESERVED_KEYS))
            reason = f"key {key!r} belongs to the review screen; free are 1-9, {', '.join(free)}"
            self._refuse((*at, "key"), f"{reason} and most capitals")
        return key

    def _maps(self, table: dict[str, Any], at: toml_lines.Path) -> dict[str, str]:
        maps = table.get("maps", {})
        if not isinstance(maps, dict):
            self._refuse((*at, "maps"), 'maps must be a table, as { fever = "SUPPORTS" }')
        self._known(maps, (*at, "maps"), TARGETS)
        for target, value in maps.items():
            if value not in TARGETS[target]:
                allowed = ", ".join(repr(name) for name in TARGETS[target])
                self._refuse((*at, "maps", target), f"{target} has no {value!r}; it has {allowed}")
        return dict(maps)
