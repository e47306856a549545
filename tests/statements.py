"""SQL that is compiled once a process, where the program compiles it once a store."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.util import LRUCache

Key = tuple[Any, ...]


class Statements:
    """What was compiled for any store of one kind; a key's first part is the store's own."""

    def __init__(self) -> None:
        self._held: LRUCache[Key, Any] = LRUCache(2_000)

    def get(self, key: Key, default: Any = None) -> Any:
        return self._held.get(key[1:], default)

    def __setitem__(self, key: Key, compiled: Any) -> None:
        self._held[key[1:]] = compiled


_HELD: dict[str, Statements] = {}


def share() -> None:
    """From now on the tests' stores share what was compiled, each kind its own."""
    event.listen(Engine, "engine_connect", _take)


def _take(connection: Connection) -> None:
    held = _HELD.setdefault(connection.dialect.name, Statements())
    connection.execution_options(compiled_cache=held)
