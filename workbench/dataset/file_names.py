"""Names of people as names of files, on every system, and back."""

from __future__ import annotations

import hashlib
from urllib.parse import unquote

NOBODY = "_candidates"  # the layer of nobody; no reviewer's name becomes this
_UNSAFE = frozenset('<>:"/\\|?*%')
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
_LONGEST = 160  # bytes; what other tools append must fit in 255


class FileNames:
    """Gives each name its file name, two names never the same.

    Bad characters become `%XX` as in a URL, so that `name_of` reads the name back. Systems that
    do not tell capitals apart get no two names that differ in capitals alone. A name of more than
    160 bytes is cut and gets a digest; it cannot be read back.
    """

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self._taken: set[str] = set()

    def of(self, name: str | None) -> str:
        """The file name of a reviewer, without an ending; that of nobody for None."""
        if name is None:
            return NOBODY
        if name not in self._given:
            self._given[name] = self._fresh(name)
            self._taken.add(self._given[name].casefold())
        return self._given[name]

    def _fresh(self, name: str) -> str:
        made = _escaped(name)
        if made.casefold() in self._taken:
            made = _percent(name[0]) + _escaped(name[1:], first=False)
        if len(made.encode()) > _LONGEST:
            head = made.encode()[:_LONGEST].decode("utf-8", "ignore").rstrip("%. ")
            made = f"{head}~{hashlib.sha256(name.encode()).hexdigest()[:8]}"
        return made


def is_cut(file_name: str) -> bool:
    """Whether a file name stands for a name too long for one."""
    return len(file_name.encode()) > _LONGEST - 12 and "~" in file_name[-9:]


def name_of(file_name: str) -> str | None:
    """The name of a file name that `FileNames` gave; None for nobody's."""
    return None if file_name == NOBODY else unquote(file_name)


def _escaped(name: str, first: bool = True) -> str:
    made = "".join(_percent(c) if c in _UNSAFE or not c.isprintable() else c for c in name)
    if first and (made[:1] in ("_", ".", " ", "-") or made.split(".")[0].casefold() in _DEVICES):
        made = _percent(made[0]) + made[1:]
    if made[-1:] in (".", " "):
        made = made[:-1] + _percent(made[-1])
    return made


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode())
