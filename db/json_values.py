"""The values of JSON columns, as SQLite keeps them: text that anybody may have changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import orjson

_passing: ContextVar[bool] = ContextVar("passing", default=False)


class UnreadableError(Exception):
    """A stored value is not what we wrote; the text says what to do, after the store's name."""

    def __init__(self) -> None:
        super().__init__("holds a value that cannot be read; 'workbench verify' names it")


@contextmanager
def passing_over() -> Iterator[None]:
    """Read what is no JSON as None inside this block, so that all the rest can be looked at."""
    token = _passing.set(True)
    try:
        yield
    finally:
        _passing.reset(token)


def from_json(text: str) -> Any:
    """A JSON column's value; by orjson, which most of an export's rows are read faster with.

    Raises:
        UnreadableError: it is no JSON.
        TypeError: it is no text, but a number, which SQLAlchemy then takes as it is.
    """
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return _otherwise(text)


def _otherwise(text: str) -> Any:
    try:
        return json.loads(text)  # half of a surrogate pair, which the json module lets through
    except (ValueError, RecursionError) as error:
        if _passing.get():
            return None
        raise UnreadableError from error


def is_json(text: str) -> bool:
    """Whether a text can be read."""
    token = _passing.set(False)
    try:
        from_json(text)
    except UnreadableError:
        return False
    finally:
        _passing.reset(token)
    return True
