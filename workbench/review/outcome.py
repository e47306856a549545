"""What an act leads to, in terms of the queue."""

from __future__ import annotations

from typing import NamedTuple


class ReviewError(ValueError):
    """An act that cannot be done; the text is one line for the reviewer."""


class Outcome(NamedTuple):
    """What became of an act. `message` may hold text of an article: make it safe to show."""

    message: str
    changed: tuple[int, ...] = ()  # seqs of claims whose row is to be drawn again
    added: tuple[int, ...] = ()  # claims new in the queue
    removed: tuple[int, ...] = ()  # claims that left it
    focus: int | None = None  # the claim to go to
