"""Words as full-text search compares them: small letters, no accents, nothing but letters and
digits. An index and a query made by the same function always agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TERM = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+")
_IS_CJK = re.compile(rf"[{_CJK}]")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010][^\S\n\r]*(?:\r\n|\n|\r)[^\S\n\r]*([^\W\d_]+)")
LONGEST = 60  # code points of a term that are kept

# Words that tell nothing of what a text is about. Negations stay.
_STOP = (
    "a about after all also am an and any are as at be because been before being but by can could "
    "did do does doing for from had has have having he her here hers him his how i if in into is "
    "it its just me more most my of on or other our out over own said same she should so some such "
    "than that the their them then there these they this those through to too under until up very "
    "was we were what when where which while who whom why will with would you your"
)
STOP = frozenset(_STOP.split())


def terms(text: str) -> Iterator[str]:
    """The terms of a text, in order. Runs of CJK characters give each pair of neighbours."""
    for match in _TERM.finditer(_plain(text)):
        run = match[0]
        if not _IS_CJK.match(run):
            yield run[:LONGEST]
        elif len(run) == 1:
            yield run
        else:
            yield from (run[at : at + 2] for at in range(len(run) - 1))


def whole_terms(text: str) -> Iterator[str]:
    """The same, and the words that a line's end breaks as they are when whole."""
    yield from terms(text)
    for match in _BROKEN.finditer(text):
        yield from terms(match[1] + match[2])


def query_terms(text: str, most: int = 64) -> list[str]:
    """The distinct terms to search for: without stop words, unless there is nothing else."""
    found = list(dict.fromkeys(terms(text)))
    telling = [term for term in found if term not in STOP]
    return (telling or found)[:most]


def stem(term: str) -> str:
    """A term without the commonest English endings: enough to see that two words are related."""
    for ending in ("ingly", "edly", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s"):
        if term.endswith(ending) and len(term) - len(ending) >= 3:
            return term[: -len(ending)]
    return term[:-1] if term.endswith(("e", "y")) and len(term) > 4 else term


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", text.replace("\u00ad", "").casefold())
    return "".join(char for char in parted if not unicodedata.combining(char))
