"""Sentences as spans of code points, by the library sentencex.

A blank line always ends a sentence. So does the end of a line that was not merely wrapped: before
a list item, and where the next line's first word would still have fitted (a heading, a caption, a
paragraph on one line). What the library gets wrong in news text is repaired; docs/sentences.md
has the comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from workbench.text.graphemes import cluster_at
from workbench.text.offsets import encodable
from workbench.text.words import trim

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BLANK = re.compile(
    r"(?:\r\n|\n|\r(?!\n)|\u2028|\u2029)[^\S\r\n]*(?:\r\n|\n|\r|\u2028|\u2029)|\u2029"
)
_ITEM = re.compile(r"\s*(?:[-*•–·‣▪]\s+|\(?\d{1,3}[.)]\s+|\([a-z]\)\s+)")
_GOES_ON = re.compile(r"(?:[,;–—-]|\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|St|No)\.)$")
NARROW, WRAPPED = 40, 120  # code points; what is narrower or wider was not wrapped at a width
WINDOW = 5_000  # code points given to the library at once; its time grows faster than its input

_LOST_QUOTE = re.compile(r"[”’\"'»)\]]+(?=\s|$)")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:approx|vol|vols|ch|op|art|fig|figs|pp?|nos?|[b-df-hj-np-tv-xz]{2,4})\.$"
)
_LOWER_WORD = re.compile(r"[a-zß-öø-ÿ]+(?![A-Z\w])|\d|No\. \d")
_STATE = re.compile(  # "Sen. Ann Oe, D-Va., went"
    r"(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|"
    r"Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|N\.[CDHJMY]|S\.[CD]|R\.I)\.?,"
)
_TITLES = re.compile(r"(?:^|[\s(])(?:Sens|Reps|Govs|Gens|Drs|Profs|Messrs|Mmes|Det|Supt|Insp)\.$")
_SITE = re.compile(r"(?:Js|Org|Com|Net|Io|ORG|COM|NET)\b")
_HOUR = re.compile(r"\b[ap]\.m\.$")
_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z]{1,3}T\b|UTC\b|"
    r"(?:Eastern|Central|Mountain|Pacific)(?: (?:[Tt]ime|on|and|to|in)\b|[,.])|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d"
)
_CRY = re.compile(r"[!?][\"”’]$")
_SAID = re.compile(
    r"(?:(?:[Tt]he|[^\W\d_a-zß-öø-ÿ][\w.'’-]*)\s+){1,4}(?:said|asked|added|told|wrote|cried|shouted)\b"
)
_MISSED = re.compile(
    r"…[”’\"')\]]*\s+(?=[“‘\"'(]?[^\W\d_a-zß-öø-ÿ])"  # She waited… Nothing came.
    r"|[.!?][)\]]\s+(?=[“‘\"'(]?[^\W\d_a-zß-öø-ÿ])"  # (That was then.) It is gone.
    r"|\bno\.\s+(?=[“‘\"'(]?[A-Z])"  # They voted no. Then they left.
    # It closed in May. “It rained,” she said. “It opened in May.” The mayor left.
    r"|\b(?:May|June|July)\.(?:\s+(?=[“‘\"][A-Z])|[”’\"]\s+(?=[“‘\"]?[A-Z]))"
    # by noon.No change was
    r"|(?:(?<=[a-z]{3})|(?<=\d\d)|(?<=\w[”’\"')]))[.!?][”’\"')]*"
    r"(?=(?!Js|Org|Com|Net|Io)[A-Z][a-z]*[ ,’][a-z])"
)
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])[.)]")  # of a list's item
_TAIL = 12  # code points of a piece that show whether it ends in an abbreviation


def sentences(text: str, language: str = "en") -> list[tuple[int, int]]:
    """The sentences, trimmed, in order; together they hold everything but white space.

    Args:
        text: any text, in time linear in its length.
        language: ISO 639-1 code, for abbreviations; an unknown one counts as English.

    Returns:
        Spans [start, end) in code points that do not overlap.
    """
    found: list[tuple[int, int]] = []
    for start, end in _blocks(text):
        pieces = _joined(text, _pieces(text, start, end, language))
        for low, high in pieces:
            found += _parted(text, low, high)
    return found


def _pieces(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """The library's sentences, read window by window; a window's last one is read again."""
    from sentencex import get_sentence_boundaries

    while start < end:
        high = _window_end(text, start, end)
        bounds = [
            (start + bound["start_index"], start + bound["end_index"])
            for bound in get_sentence_boundaries(language, encodable(text[start:high]))
        ]
        if high < end and len(bounds) > 1:
            high = bounds.pop()[0]
        for bound in bounds:
            low, top = trim(text, *bound)
            if low < top:
                yield low, top
        start = high


def _window_end(text: str, start: int, end: int) -> int:
    """An end for a window that cuts no word, or at least no cluster."""
    if end - start <= WINDOW:
        return end
    at = start + WINDOW
    space = max(text.rfind(" ", start + WINDOW // 2, at), text.rfind("\n", start + WINDOW // 2, at))
    if space >= 0:
        return space + 1
    low, high = cluster_at(text, at)
    return low if low > start else high


def _joined(text: str, pieces: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pieces, those put together that the library parted wrongly."""
    last: tuple[int, int] | None = None
    for low, high in pieces:
        if last is None:
            last = (low, high)
            continue
        closing = _LOST_QUOTE.match(text, low, high)
        if closing:  # a closing quote or bracket left at the head of the next sentence
            last = (last[0], closing.end())
            low, high = trim(text, closing.end(), high)
            if low == high:
                continue
        if _cut(text, last, (low, high)):
            last = (last[0], high)
            continue
        yield last
        last = (low, high)
    if last is not None:
        yield last


def _cut(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the library parted one sentence: at an abbreviation, a title, a site's name, an
    hour, a list's number, or between what someone cried and who it was.
    """
    tail = text[max(one[0], one[1] - _TAIL) : one[1]]
    return bool(
        (_ABBREVIATED.search(tail) and _LOWER_WORD.match(text, *other))
        or _STATE.match(text, *other)
        or (_HOUR.search(tail) and _DAY.match(text, *other))
        or (_CRY.search(tail) and _SAID.match(text, *other))
        or (_TITLES.search(tail) and text[other[0]].isupper())
        or (one[1] == other[0] and _SITE.match(text, *other))
        or _NUMBER.fullmatch(text, *one)
    )


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece, parted where the library missed an end."""
    inside = text[start : end - 1]
    stops = any(mark in inside for mark in ".…!?")  # else there is nothing to miss
    for match in _MISSED.finditer(text, start, end) if stops else ():
        low, high = trim(text, start, match.end())
        if low < high and match.end() < end:
            yield low, high
            start = match.end()
    low, high = trim(text, start, end)
    if low < high:
        yield low, high


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines that may hold a sentence that goes on from line to line."""
    start = 0
    for match in _BLANK.finditer(text):
        yield from _runs(text, start, match.start())
        start = match.end()
    yield from _runs(text, start, len(text))


def _runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lines = [
        trim(text, *match.span())
        for match in _LINE.finditer(text, start, end)
        if not match[0].isspace()
    ]
    if not lines:
        return
    widest = max(high - low for low, high in lines)
    run = lines[0]
    for last, line in pairwise(lines):
        if _breaks(text, last, line, widest):
            yield run
            run = line
        else:
            run = (run[0], line[1])
    yield run


def _breaks(text: str, last: tuple[int, int], line: tuple[int, int], widest: int) -> bool:
    """Whether a line begins something new, or goes on where the last one was wrapped.

    Who wraps at a width breaks a line only when the next word does not fit; a line that had room
    for it was ended on purpose.
    """
    if _ITEM.match(text, *line):
        return True
    if _GOES_ON.search(text, max(last[0], last[1] - 8), last[1]) or text[line[0]].islower():
        return False
    if not NARROW <= widest <= WRAPPED:
        return True
    word = text.find(" ", *line)
    first = (word if word >= 0 else line[1]) - line[0]
    return last[1] - last[0] + 1 + first <= widest
