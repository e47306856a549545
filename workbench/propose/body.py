"""The sentences that candidates may come from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.propose.engines import Piece
from workbench.text.furniture.find import dateline_end
from workbench.text.furniture.patterns import STOP
from workbench.text.furniture.site import is_talk
from workbench.text.sentences import sentences
from workbench.text.words import trim

_BULLET = re.compile(r"(?:[•·∙●○▪▫■□◦‣►▶⁃*–—-]|\(?\d{1,2}[.)]|\([a-z]\))\s+(?=\S)")
_LED = re.compile(
    r"\b(?:has|have|had|is|are|was|were|be|been|will|would|can|could|may|might|must|shall|should|"
    r"to|by|of|for|with|who|which|in|on|not|also|include|includes|including|included)\s?:$"
)  # what opens a list whose items go on with the sentence
_LETTER = re.compile(r"[^\W\d_]")
LONGEST = 4000  # characters; a longer "sentence" is no prose


def body_sentences(
    text: str, furniture: Sequence[Piece], language: str
) -> Iterator[tuple[int, int, bool]]:
    """(start, end, stands alone on its line) of each sentence outside the furniture.

    An item of a list counts as a sentence without its mark; it is left out where it only goes on
    with the line above: "The agency has: • treated 40 people".
    """
    spans = list(_spans(text, furniture, language))
    led, prose = "", False  # how the line above a list ends; has a full sentence been read?
    for at, (start, end) in enumerate(spans):
        bullet = _BULLET.match(text, start, end)
        if not bullet or not _at_line(text, start):
            prose = prose or text[end - 1] in '.!?”"'
            led = text[max(start, end - 20) : end] if text[end - 1] == ":" else ""
            yield start, end, _alone(text, start, end)
            continue
        if _LED.search(led) and not text[bullet.end()].isupper():
            continue
        if led or (prose and _beside_item(text, spans, at) and not _links(text, spans, at)):
            yield bullet.end(), end, False  # states what the line above it opened
        else:
            yield start, end, _alone(text, start, end)


def _links(text: str, spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Is the item one of a list of headlines: "• ‘We have been abandoned’", "• Timeline: How …"?"""
    mark = text[spans[at][0]]
    near = [s for s in spans[max(0, at - _NEAR) : at + _NEAR + 1] if text[s[0]] == mark]
    marked = ((_BULLET.match(text, a, b), b) for a, b in near)
    lines = [text[found.end() : b] for found, b in marked if found is not None]
    stops = any(line.endswith((".", "!")) for line in lines)
    return not stops and any(_HEADLINE.search(line) for line in lines)


_NEAR = 3  # items on each side
_HEADLINE = re.compile(r"^[“‘\"']|\?$|: [A-Z]|: the |['’”\"]$")


def _beside_item(text: str, spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Is the sentence before or after this item one with the same mark?"""
    mark = text[spans[at][0]]
    near = (spans[n][0] for n in (at - 1, at + 1) if 0 <= n < len(spans))
    return any(
        _BULLET.match(text, start) is not None
        and (text[start] == mark or (mark.isdigit() and text[start].isdigit()))
        for start in near
    )


def _spans(text: str, furniture: Sequence[Piece], language: str) -> Iterator[tuple[int, int]]:
    """The sentences outside the furniture, without datelines and talk to readers."""
    pieces = sorted(furniture)
    at = 0
    for start, end in sentences(text, language):
        while at < len(pieces) and pieces[at][1] <= start:
            at += 1
        start, end = trim(text, *_without(start, end, pieces, at))
        if end - start < 2 or end - start > LONGEST or not _LETTER.search(text, start, end):
            continue
        if _at_line(text, start):
            start = _behind_label(text, start, end)
        if not is_talk(text[start:end]):
            yield start, end


def _behind_label(text: str, start: int, end: int) -> int:
    """Behind a dateline or a label, "Health | Doctors have …"; a headline keeps its label."""
    cut = dateline_end(text, start)
    label = text[start:cut].rstrip().endswith("|")
    return start if label and not STOP.search(text[max(start, end - 3) : end]) else cut


def _at_line(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in "\n\r\u2028\u2029"


def _without(start: int, end: int, pieces: list[Piece], at: int) -> tuple[int, int]:
    for low, high, _ in pieces[at:]:
        if low >= end:
            break
        if low <= start:
            start = max(start, min(high, end))
        else:
            end = low
            break
    return start, end


def _alone(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 40) : start].rstrip(" \t")
    after = text[end : end + 40].lstrip(" \t")
    return (not before or before[-1] in "\n\r\u2028\u2029") and (
        not after or after[0] in "\n\r\u2028\u2029"
    )
