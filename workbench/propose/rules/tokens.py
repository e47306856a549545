"""Words of an English sentence as the tagger wants them: clitics split off, marks alone."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.text.wordlike import found_words

_WORD = re.compile(
    r"""
    [^\W\d_]+(?=[\ ,])                                  # most words; spares a try of the rest
    |(?:[A-Za-z]\.){2,}                                  # U.S., e.g.
    |(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|Jr|Sr|No|vs|Inc|Ltd|Co|Corp
        |Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.(?=\s)
    |(?:\d{1,2}(?:-\d{1,2}){2,3}|\d{4}-\d\d-\d\d)(?![\w-])   # 4-2-1, 2020-05-12
    |[$€£¥]?\d+(?:[.,:/]\d+)*(?:[-–]\d+(?:[.,]\d+)*)?(?:st|nd|rd|th|s|bn|m|km|kg|k|pm|am)?%?
        (?:-[^\W\d_]+)*(?!\w)
    |\d+[^\W\d_]\w*
    |[^\W\d_]+?(?=n['’]t\b)|n['’]t\b                     # did|n't
    |['’](?:s|re|ve|ll|d|m)\b
    |[^\W_](?:[\w&]|[-‐‑&](?=\w)|['’](?=[^\W\d_]{2})(?!(?:re|ve|ll)\b))*
    |&(?:amp|nbsp|lt|gt|quot|\#\d+);|\.\.\.|--|\S
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Tokens(NamedTuple):
    """Words of one sentence: ``words[i]`` stands at ``[starts[i], ends[i])`` of the article."""

    words: list[str]
    starts: list[int]
    ends: list[int]


def tokenize(text: str, start: int, end: int) -> Tokens:
    """Split ``text[start:end]``; the offsets are those of the whole text."""
    spans = list(found_words(_WORD, text, start, end))
    words = [text[a:b] for a, b in spans]
    if "cannot" in words:
        spans = [part for a, b in spans for part in _parts(text, a, b)]
        words = [text[a:b] for a, b in spans]
    return Tokens(words, [a for a, _ in spans], [b for _, b in spans])


def _parts(text: str, a: int, b: int) -> list[tuple[int, int]]:
    return [(a, a + 3), (a + 3, b)] if text[a:b] == "cannot" else [(a, b)]
