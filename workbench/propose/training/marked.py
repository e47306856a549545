"""Articles of our own in which it is marked who is meant, for what pronouns stand for.

A file of ``tests/propose/pronouns`` holds articles parted by lines ``=====``. ``[a|the trust]``
marks a phrase with a letter (and a digit) for whom it names; marks may stand in marks. ``[0|it]``
stands for nothing, ``[?|it]`` for no phrase of the article. All third-person pronouns are marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

NOBODY = "0?"
_PARTED = re.compile(r"^=+$", re.M)
_OPENS = re.compile(r"\[([a-z][a-z0-9]?|[0?])\|")


class Phrase(NamedTuple):
    """A phrase of a text: from where to where, and whom it names."""

    start: int
    end: int
    chain: str


class Marked(NamedTuple):
    """An article: where it is from, its text, and the phrases marked in it."""

    name: str
    text: str
    phrases: list[Phrase]


def read_marked(folder: Path) -> list[Marked]:
    """The articles of a folder with ``*.txt``."""
    return [
        Marked(f"{path.stem} {number}", *unmarked(article))
        for path in sorted(folder.glob("*.txt"))
        for number, article in enumerate(_articles(path))
    ]


def _articles(path: Path) -> Iterator[str]:
    for article in _PARTED.split(path.read_text("utf-8")):
        if article.strip():
            yield article.strip()


def unmarked(article: str) -> tuple[str, list[Phrase]]:
    """The text without its marks, and the phrases that they mark.

    Raises:
        ValueError: a bracket is no mark, or a mark is never closed.
    """
    text = ""
    phrases: list[Phrase] = []
    opened: list[tuple[int, str]] = []
    at = 0
    while at < len(article):
        if mark := _OPENS.match(article, at):
            opened.append((len(text), mark[1]))
            at = mark.end()
            continue
        if article[at] == "]" and opened:
            start, chain = opened.pop()
            phrases.append(Phrase(start, len(text), chain))
        elif article[at] in "[]":
            raise ValueError(
                f"a bracket that marks nothing: {article[max(0, at - 30) : at + 30]!r}"
            )
        else:
            text += article[at]
        at += 1
    if opened:
        raise ValueError(f"never closed: {text[opened[-1][0] :][:40]!r}")
    return text, phrases
