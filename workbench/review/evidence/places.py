"""Where a pasted quote stands in the sources, and what must be asked before it is taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from db import search, sources
from db.engine import Connection
from workbench.match.differences.kinds import Difference
from workbench.match.quote.find import SHORT, QuoteCheck, WordChange, find_quote
from workbench.review.outcome import ReviewError

DOCUMENTS = 40  # documents looked through for a quote: those that share most of its words
WHOLE = 2_000_000  # code points in all of those that are read where no passage tells
PASSAGES = 400  # passages that tell which documents these are
SHOWN = 20  # places to choose from, at most


class Place(NamedTuple):
    """A place of a quote."""

    document_id: str  # of a source or an article
    start: int
    end: int
    text: str  # the document's text at [start, end)
    kind: str  # verbatim, typographic, fuzzy
    told: tuple[str, ...]  # what differs: facts first, in words for the reviewer
    words: tuple[WordChange, ...]  # the word difference of a fuzzy place


class QuoteUnsettledError(ReviewError):
    """The reviewer is asked before a quote is taken.

    `reason` is "several" (choose one of `places`), "short" (the same), "differs" (look at the
    difference, then confirm; also where the quote's edge cuts a fact: "5" of "5 million") or
    "absent" (it cannot be cited as a quote).
    """

    def __init__(self, reason: str, message: str, places: tuple[Place, ...] = ()) -> None:
        super().__init__(message)
        self.reason = reason
        self.places = places


def places_of(
    connection: Connection, quote: str, source_id: str | None, own: str | None = None
) -> list[Place]:
    """The places of a quote, best first: in one document, or in all.

    In the article `own`, which is under review, only where no other has it, or none has it in
    these words and the article does.

    Raises:
        ReviewError: there is no such document.
    """
    if source_id is not None:
        return _best(connection, quote, [source_id])
    found = _best(connection, quote, _candidates(connection, quote, own))
    if not found:  # what is indexed lacks common words, and words that a line's end breaks
        found = _best(connection, quote, sources.shortest(connection, DOCUMENTS, WHOLE))
    if own is None or (found and found[0].kind != "fuzzy"):
        return found
    here = _best(connection, quote, [own])
    return here if here and (not found or here[0].kind != "fuzzy") else found


def _best(connection: Connection, quote: str, documents: Iterable[str]) -> list[Place]:
    """The places of the best kind that there is."""
    found: list[tuple[int, float, Place]] = []
    for document_id in documents:
        try:
            content = sources.text(connection, document_id)
        except KeyError:
            raise ReviewError(f"there is no source {document_id[:12]}") from None
        for check in find_quote(quote, content, SHOWN):
            place = _place(document_id, content, check)
            found.append((_RANK[check.kind], -check.score, place))
    found.sort(key=lambda one: (one[0], one[1]))
    return [place for rank, _, place in found if rank == found[0][0]][:SHOWN]


_RANK = {"verbatim": 0, "typographic": 1, "fuzzy": 2}


def settled(places: list[Place], quote: str, confirmed: bool) -> Place:
    """The place that is meant.

    Raises:
        QuoteUnsettledError: the reviewer must say first.
    """
    if not places:
        raise QuoteUnsettledError("absent", "no source says this; it cannot be cited as a quote")
    exact = places[0].kind != "fuzzy"
    if exact and len(places) > 1:
        told = f"the quote stands in {len(places)} places; choose one"
        raise QuoteUnsettledError("several", told, tuple(places))
    if exact and len(quote.strip()) < SHORT:
        told = f"the quote has under {SHORT} characters; is this the place?"
        raise QuoteUnsettledError("short", told, tuple(places))
    if not confirmed and (not exact or places[0].told):
        told = "; ".join(places[0].told) or "other words in the source"
        how = "goes on beside the quote" if exact else "says it differently"
        message = f"the source {how} ({told}); confirm to cite the source's words"
        raise QuoteUnsettledError("differs", message, tuple(places))
    return places[0]


def _candidates(connection: Connection, quote: str, own: str | None) -> Iterable[str]:
    found = search.search(connection, quote, PASSAGES, without=own)
    return list(dict.fromkeys(passage.document_id for passage in found))[:DOCUMENTS]


def _place(document_id: str, content: str, check: QuoteCheck) -> Place:
    told = told_of(check.differences, check.words)
    text = content[check.start : check.end]
    return Place(document_id, check.start, check.end, text, check.kind, told, check.words)


def told_of(facts: Sequence[Difference], words: Sequence[WordChange]) -> tuple[str, ...]:
    """What differs, in words for the reviewer: facts, or where none does the words."""
    told = [difference.message for difference in facts]
    return tuple((told or [_told(change) for change in words if change.op != "equal"])[:8])


def _told(change: WordChange) -> str:
    if change.op == "insert":
        return f"the source adds “{change.in_source}”"
    if change.op == "delete":
        return f"the source lacks “{change.in_quote}”"
    return f"“{change.in_quote}” in the quote, “{change.in_source}” in the source"


__all__ = ["Place", "QuoteUnsettledError", "places_of", "settled", "told_of"]
