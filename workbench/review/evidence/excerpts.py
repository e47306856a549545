"""Reading around evidence: documents, a stretch of a text, a quote with the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from db import articles, sources
from db.engine import Connection
from db.rows import Document
from workbench.review.actor import Actor
from workbench.review.evidence.citable import check_quote_text, is_late
from workbench.review.evidence.places import Place, QuoteUnsettledError, places_of, settled
from workbench.review.evidence.searching import Found, index
from workbench.review.outcome import ReviewError
from workbench.text.words import snap_to_words, trim

AROUND = 20_000  # code points shown before and behind a place: a screen must not wait for a book
CONTEXT = 200  # code points before and behind a quote, at most
_BLANK = re.compile(r"(?:\r\n|\n|\r(?!\n))[^\S\r\n]*(?:\r\n|\n|\r)|\u2029|\f")


class Excerpt(NamedTuple):
    """A stretch of a document's text."""

    document: Document
    start: int  # of the stretch, in code points of the document's text
    text: str

    def passage(self, start: int, end: int) -> tuple[int, int, str]:
        """[start, end) of the document with words around it: their span, and the text there."""
        low, high = _context(self.text, start - self.start, end - self.start)
        return low + self.start, high + self.start, self.text[low:high]


class Sought(NamedTuple):
    """What came of looking for a quote."""

    reason: str  # "" where one place is sure; several, short, differs, absent
    message: str  # what the reviewer is to do; "" where nothing
    places: tuple[Place, ...]
    found: tuple[Found, ...]  # the same places with the words around them


class Excerpting(Actor):
    """Reads only."""

    def documents(self, ids: Sequence[str]) -> dict[str, Document]:
        """What is known of sources and articles, by id; those that are not there are left out."""
        with self.database.read() as connection:
            return sources.documents(connection, ids)

    def excerpt(self, document_id: str, start: int, end: int, around: int = AROUND) -> Excerpt:
        """The text around [start, end) of a document, cut between words.

        Raises:
            ReviewError: there is no such document.
        """
        with self.database.read() as connection:
            document, text = _read(connection, document_id)
        low, high = max(0, start - around), min(len(text), end + around)
        low = text.find(" ", low, start) + 1 if low else 0
        space = text.rfind(" ", end, high) if high < len(text) else -1
        return Excerpt(document, low, text[low : space if space >= 0 else high])

    def look_for_quote(self, claim: int, quote: str) -> Sought:
        """Where a quote stands in the sources, and what must be asked before it is cited.

        Raises:
            ReviewError: it cannot be a quote, or there is no such claim.
        """
        wanted = check_quote_text(quote)
        index(self.database)
        with self.database.read() as connection:
            article_seq = self._item(connection, claim).claim.article_seq
            article = articles.get(connection, article_seq)
            if article is None:
                raise ReviewError(f"there is no claim {claim}")
            places = places_of(connection, wanted, None, article.id)
            reason = message = ""
            try:
                places = [settled(places, wanted, False)]
            except QuoteUnsettledError as error:
                reason, message, places = error.reason, str(error), list(error.places)
            found = _around(connection, places, article.id, article.published)
        return Sought(reason, message, tuple(places), tuple(found))


def _read(connection: Connection, document_id: str) -> tuple[Document, str]:
    try:
        text = sources.text(connection, document_id)
    except KeyError:
        raise ReviewError(f"there is no source {document_id[:12]}") from None
    return sources.documents(connection, [document_id])[document_id], text


def _around(
    connection: Connection, places: Sequence[Place], own: str, published: str | None
) -> list[Found]:
    found = []
    for place in places:
        document, text = _read(connection, place.document_id)
        start, end = _context(text, place.start, place.end)
        late = is_late(published, document.published)
        span = (place.start, place.end)
        passage = text[start:end]
        found.append(Found(document, start, end, passage, *span, 1.0, document.id == own, late))
    return found


def _context(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) with words around it, of the same paragraph."""
    low, high = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    before = [match.end() for match in _BLANK.finditer(text, low, start)]
    behind = _BLANK.search(text, end, high)
    low, high = before[-1] if before else low, behind.start() if behind else high
    low, high = snap_to_words(text, low, high)
    return min(trim(text, low, start)[0], start), max(high, end)
