"""Moving the edges of a marked quote within a passage: by words and by sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from workbench.text.sentences import sentences
from workbench.text.words import (
    next_word_end,
    next_word_start,
    previous_word_end,
    previous_word_start,
)

Span = tuple[int, int]  # [start, end) of the passage, in code points


def moved(text: str, mark: Span, step: str) -> Span | None:
    """The mark after one of `STEPS`, or None where it would be empty or stay as it is.

    Args:
        text: the passage; the mark stays inside it.
        mark: what is marked now.
        step: one of `STEPS`.
    """
    found = STEPS[step](text, *mark)
    return found if found is not None and found[0] < found[1] and found != mark else None


def _next(text: str, start: int, end: int) -> Span | None:
    return next((span for span in sentences(text) if span[0] >= end), None)


def _previous(text: str, start: int, end: int) -> Span | None:
    return next((span for span in reversed(sentences(text)) if span[1] <= start), None)


def _more(text: str, start: int, end: int) -> Span | None:
    """The end of the sentence that the mark ends in; where it ends with it, that of the next."""
    return next(((start, high) for _, high in sentences(text) if high > end), None)


def _less(text: str, start: int, end: int) -> Span | None:
    """Without what it holds of its last sentence."""
    before = [high for _, high in sentences(text) if start < high < end]
    return (start, before[-1]) if before else None


STEPS: Mapping[str, Callable[[str, int, int], Span | None]] = MappingProxyType(
    {
        "start-left": lambda text, start, end: (previous_word_start(text, start), end),
        "start-right": lambda text, start, end: (next_word_start(text, start), end),
        "end-left": lambda text, start, end: (start, previous_word_end(text, end)),
        "end-right": lambda text, start, end: (start, next_word_end(text, end)),
        "next": _next,
        "previous": _previous,
        "more": _more,
        "less": _less,
    }
)
"""What can be done to a mark."""
