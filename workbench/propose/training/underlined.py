"""Articles of our own in which claims are underlined, for what the underliner learns.

A file of ``tests/propose/claims`` goes with that of the same name in ``tests/propose/pronouns``:
for each article there, parted by lines ``=====``, it has a line for each claim: where it starts
and ends in the article (code points, without the marks of who is meant), and its words.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from workbench.propose.training.marked import read_marked

_PARTED = re.compile(r"^=+$", re.M)


class Underlined(NamedTuple):
    """An article: where it is from, its text, and the claims in it."""

    name: str
    text: str
    claims: list[tuple[int, int]]


def read_underlined(articles: Path, claims: Path) -> list[Underlined]:
    """The articles of a folder that have their claims underlined in another.

    Raises:
        ValueError: a claim's words are not those of its place, or an article lacks its claims.
    """
    known = {path.stem: _PARTED.split(path.read_text("utf-8")) for path in claims.glob("*.txt")}
    found = []
    for article in read_marked(articles):
        stem, number = article.name.split()
        if stem in known:
            if int(number) >= len(known[stem]):
                raise ValueError(f"{claims / stem}.txt: article {number} has no claims")
            lines = known[stem][int(number)].strip().splitlines()
            stretches = [_stretch(article.text, line, f"{stem}.txt") for line in lines]
            found.append(Underlined(article.name, article.text, stretches))
    return found


def _stretch(text: str, line: str, name: str) -> tuple[int, int]:
    start, end, quote = line.split(" ", 2)
    if text[int(start) : int(end)] != quote:
        raise ValueError(f"{name}: not in the article there: {line}")
    return int(start), int(end)
