"""A text as tokens for comparing: words, numbers and signs, folded, with their spans."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from workbench.match.facts.stems import FUNCTION
from workbench.text.fold import fold
from workbench.text.marks import MARKS

CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"(?:[^\W\d_{CJK}]|[{MARKS}])"
TOKEN = re.compile(
    rf"(?<![^\s(\[])-(?=[$€£]?\d)|\d+(?:[.,:]\d+)*|[^\W\d_{CJK}]{_LETTER}*(?:'{_LETTER}+)*|[{CJK}]"
    r"|[^\s\w'\"-]|_+"  # punctuation and signs, but quotes and dashes
)
MINUS = "-\u2212"  # a dash of another kind before a number is no sign
_RAISED = re.compile("(?<=\\d)[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070\u2074-\u2079\u2150-\u215e]+")
_BROKEN = re.compile(r"[-\u00ad‐][^\S\n\r]*(?:\r\n|\n|\r)\s*")
LIGHT = 0.4  # weight of a word without meaning of its own, against 1


class Token(NamedTuple):
    """A folded token and its span [start, end) in the text as it is."""

    text: str
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        """Whether this is punctuation."""
        return len(self.text) == 1 and self.text in ".,;:!?()[]{}*•/\\|·"


def tokens(text: str, whole: Container[str] = ()) -> list[Token]:
    """The tokens of a text; a word broken at a line's end is joined when it is in `whole`."""
    folded = fold(text)
    found = [
        Token(match[0], folded.starts[match.start()], folded.ends[match.end() - 1])
        for match in TOKEN.finditer(folded.text)
        if match[0] != "-" or text[folded.starts[match.start()]] in MINUS
    ]
    if _RAISED.search(text):
        found = [part for token in found for part in _lowered(text, token)]
    return _joined(text, found, whole)


def _lowered(text: str, token: Token) -> Iterator[Token]:
    """A token, or the parts of a number with raised digits: 10² is not 102, nor 3½ 31⁄2."""
    raised = _RAISED.search(text, token.start, token.end)
    if raised is None or not token.text[0].isdigit() or raised.start() == token.start:
        yield token
        return
    yield Token(text[token.start : raised.start()], token.start, raised.start())
    yield Token(text[raised.start() : token.end], raised.start(), token.end)


def folded_tokens(text: str) -> list[Token]:
    """The tokens of a text that is folded, with their spans in it."""
    return [Token(match[0], match.start(), match.end()) for match in TOKEN.finditer(text)]


def _joined(text: str, found: list[Token], whole: Container[str]) -> list[Token]:
    joined: list[Token] = []
    for token in found:
        last = joined[-1] if joined else None
        if (
            last
            and last.end < token.start
            and last.text + token.text in whole
            and _BROKEN.fullmatch(text, last.end, token.start)
        ):
            joined[-1] = Token(last.text + token.text, last.start, token.end)
        else:
            joined.append(token)
    return joined


def weight(token: str) -> float:
    """How much a token tells."""
    return LIGHT if token in FUNCTION or (len(token) == 1 and not token.isalnum()) else 1.0
