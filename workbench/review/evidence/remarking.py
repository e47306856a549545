"""A pasted quote whose mark was moved: what of it differs from the words that are marked now.

Beyond the quote's own place the reviewer chose words in the source itself; there nothing differs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.match.quote.align import WordChange, changes
from workbench.match.quote.facts import quote_differences
from workbench.match.quote.tokens import tokens
from workbench.review.evidence.places import Place, told_of
from workbench.text.words import trim


class _Change(NamedTuple):
    """Words of the quote that stand for [start, end) of the document."""

    start: int
    end: int
    quoted: str


def differs(place: Place | None) -> bool:
    """Whether the reviewer must confirm a place before it is cited."""
    return place is not None and (place.kind == "fuzzy" or bool(place.told))


def remarked(place: Place, passage: str, at: int, mark: tuple[int, int]) -> Place | None:
    """The place of a quote under another mark; None where the source's own words are marked.

    Args:
        place: where the quote was found, with what differs there.
        passage: the document's text around it.
        at: where the passage begins in the document.
        mark: [start, end) of the document, inside the passage.
    """
    start, end = (edge + at for edge in trim(passage, mark[0] - at, mark[1] - at))
    marked = passage[start - at : end - at]
    quoted = _quoted(place, marked, start)
    found = quote_differences(quoted, passage, start - at, end - at) if differs(place) else ()
    if quoted == marked and not found:
        return None
    words = changes(quoted, tokens(quoted), marked, tokens(marked)) if quoted != marked else ()
    kind = "fuzzy" if words else "verbatim"
    told = told_of(found, words)
    return Place(place.document_id, start, end, marked, kind, told, words)


def _quoted(place: Place, marked: str, start: int) -> str:
    """What is marked, in the reviewer's words where hers are others."""
    text, done = "", start
    for change in _changes(place):
        touches = change.start < start + len(marked) and start < change.end
        between = change.start == change.end and start <= change.start <= start + len(marked)
        if touches or between:
            low, high = max(change.start, done), min(change.end, start + len(marked))
            text += marked[done - start : low - start] + change.quoted
            done = max(low, high)
    return text + marked[done - start :]


def _changes(place: Place) -> Iterator[_Change]:
    at = place.start
    for change in place.words:
        low = place.text.find(change.in_source, at - place.start) + place.start
        at = low + len(change.in_source)
        if change.op == "delete":
            yield _Change(low, low, _spaced(change, place, low))
        elif change.op != "equal":
            yield _Change(low, at, change.in_quote)


def _spaced(change: WordChange, place: Place, at: int) -> str:
    """Words that only the quote has, apart from the source's word before them or after."""
    return f"{change.in_quote} " if at == place.start else f" {change.in_quote}"
