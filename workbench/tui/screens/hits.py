"""Where the words of a search stand in an article."""

from __future__ import annotations

import re

MOST = 2_000


def hits(text: str, wanted: str) -> list[tuple[int, int]]:
    """The [start, end) of each word of a search in the text, whatever its case.

    The text itself is searched, never a folded copy: folding changes lengths.
    """
    words = sorted({word for word in wanted.split() if word}, key=len, reverse=True)
    if not words:
        return []
    pattern = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
    found = []
    for match in pattern.finditer(text):
        found.append(match.span())
        if len(found) >= MOST:
            break
    return found
