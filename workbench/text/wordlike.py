"""A text as it is read for its words: marks on letters are letters, terminal codes are spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CODES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")
_MARKS = re.compile(
    r"(?<=[^\W\d_])[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a"
    r"\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\ufe20-\ufe2f]+"
)


def found_words(
    pattern: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Where a pattern matches in ``text[start:end]``, as `wordlike` reads it."""
    part = wordlike(text, start, end)
    if part is None:
        yield from (match.span() for match in pattern.finditer(text, start, end))
    else:
        for match in pattern.finditer(part):
            yield match.start() + start, match.end() + start


def wordlike(text: str, start: int, end: int) -> str | None:
    """``text[start:end]`` with as many code points, to find words in; None if it is as good.

    A combining mark behind a letter stands as a letter, so that "mu\u0308nicipal" is one word, and
    what colours a terminal as spaces, so that "0m" of its code is none.
    """
    part = text[start:end]
    if part.isascii() and "\x1b" not in part:
        return None
    plain = _CODES.sub(_spaces, part) if "\x1b" in part else part
    plain = _MARKS.sub(_letters, plain)
    return plain if plain != part else None


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _letters(match: re.Match[str]) -> str:
    return "a" * len(match[0])
