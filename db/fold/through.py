"""Going on with a proof where a stored value is not of its kind."""

from __future__ import annotations

from collections.abc import Iterator

from db.json_values import UnreadableError
from db.rows import Problem

FAULTS = (UnreadableError, KeyError, TypeError, ValueError, AttributeError, IndexError)


def through(kind: str, where: str, found: Iterator[Problem]) -> Iterator[Problem]:
    """What a proof finds, as far as it comes: what it rests on may be damaged itself."""
    try:
        yield from found
    except FAULTS as error:
        yield cannot(kind, where, error)


def cannot(kind: str, where: str, error: Exception) -> Problem:
    """What to tell of a proof that came to a value that is not of its kind."""
    why = f"{type(error).__name__}: {error}"
    return Problem(kind, where, f"cannot be proved: a value is not of its kind ({why})")
