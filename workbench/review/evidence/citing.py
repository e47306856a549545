"""Acts that cite evidence: a span, a pasted quote, an address, an earlier piece.

What is kept as a quote is always the source's own text at [start, end), never what was typed.
"""

from __future__ import annotations

from db import articles, identity, sources
from db import evidence as stored
from db.engine import Connection
from db.rows import Article, Document, Evidence, QueueItem
from workbench.review.evidence.amending import Amending, cited, pieces_of, shown
from workbench.review.evidence.citable import (
    DIFFERS,
    check_question,
    check_quote_text,
    check_set,
    check_stance,
    check_url,
    flags_of,
    same_piece,
)
from workbench.review.evidence.places import Place, places_of, settled
from workbench.review.outcome import Outcome, ReviewError
from workbench.text.words import trim


class Citing(Amending):
    """Each act is one event, committed before its method returns."""

    def cite(
        self,
        claim: int,
        source_id: str,
        start: int,
        end: int,
        stance: str,
        *,
        set_no: int = 1,
        question: str = "",
    ) -> Outcome:
        """Cite [start, end) of a source or an article, white space at its ends left out.

        Raises:
            ReviewError: no such source, span or stance; the text there holds control characters;
                or it is cited already.
        """
        with self.database.write() as connection:
            document = _document(connection, source_id)
            place = _span(sources.text(connection, document.id), start, end, document.id)
            item = self._item(connection, claim)
            return self._cite(connection, item, place, stance, (set_no, question))

    def cite_quote(
        self,
        claim: int,
        quote: str,
        stance: str,
        *,
        source_id: str | None = None,
        set_no: int = 1,
        question: str = "",
        confirmed: bool = False,
    ) -> Outcome:
        """Find a quote in a source, or in all of them, and cite the place.

        Args:
            claim: seq of the claim.
            quote: what was pasted or typed.
            stance: supports, refutes or context.
            source_id: look in this source alone.
            set_no: the set that the piece belongs to.
            question: what it answers.
            confirmed: she has seen in what words the source differs, and takes it all the same.

        Raises:
            QuoteUnsettledError: it stands in several places, is too short to be sure, differs
                from the source, or is in no source; its `places` are what there is to choose from.
            ReviewError: it cannot be a quote, or no such source, claim or stance.
        """
        place = settled(self.find_quote(claim, quote, source_id), quote, confirmed)
        with self.database.write() as connection:
            item = self._item(connection, claim)
            return self._cite(connection, item, place, stance, (set_no, question))

    def cite_place(
        self, claim: int, place: Place, stance: str, *, set_no: int = 1, question: str = ""
    ) -> Outcome:
        """Cite a place of a quote that the reviewer has seen and chosen.

        What differs there is recorded with it, as confirmed.

        Raises:
            ReviewError: its source does not say that (any more), or no such stance; it cannot be
                a quote, or is cited already.
        """
        with self.database.write() as connection:
            document = _document(connection, place.document_id)
            if sources.text(connection, document.id)[place.start : place.end] != place.text:
                raise ReviewError("the source does not say that there")
            check_quote_text(place.text)
            item = self._item(connection, claim)
            return self._cite(connection, item, place, stance, (set_no, question))

    def find_quote(self, claim: int, quote: str, source_id: str | None = None) -> list[Place]:
        """The places of a quote in a source or in all, best first, without citing any.

        Raises:
            ReviewError: it cannot be a quote, or there is no such source.
        """
        wanted = check_quote_text(quote)
        with self.database.read() as connection:
            own = self._item(connection, claim).claim.article_id
            return places_of(connection, wanted, source_id, own)

    def cite_url(
        self,
        claim: int,
        url: str,
        stance: str,
        *,
        published: str | None = None,
        set_no: int = 1,
        question: str = "",
    ) -> Outcome:
        """Note evidence of which only the address is known; it is marked "not held".

        Args:
            claim: seq of the claim.
            url: its address, http or https.
            stance: supports, refutes or context.
            published: ISO date of its publication, where known.
            set_no: the set that the piece belongs to.
            question: what it answers.

        Raises:
            ReviewError: that is no address.
        """
        address = check_url(url)
        with self.database.write() as connection:
            item = self._item(connection, claim)
            flags = flags_of(self._article(connection, item), None, published)
            made = Evidence(
                id=identity.new_uuid(),
                source_id=None,
                url=address,
                start=None,
                end=None,
                quote="",
                stance=check_stance(stance),
                check="not held",
                set_no=check_set(set_no),
                question=check_question(question),
                flags=flags,
                at="",
            )
            return self._record(connection, item, made)

    def reuse_last(self, claim: int) -> Outcome:
        """Cite again what she cited last on whatever claim, with its stance and its set.

        Raises:
            ReviewError: there is none that this claim does not have yet.
        """
        with self.database.write() as connection:
            item = self._item(connection, claim)
            mine = pieces_of(item)
            for piece in stored.last(connection, self.reviewer):
                if not any(same_piece(piece, other) for other in mine):
                    return self._reuse(connection, item, piece)
        raise ReviewError("there is no earlier evidence to use again")

    def reuse(self, claim: int, piece: Evidence, stance: str | None = None) -> Outcome:
        """Cite on this claim a piece that stands on another.

        Raises:
            ReviewError: it is cited already, or its source is not in this store.
        """
        changed = piece if stance is None else piece._replace(stance=check_stance(stance))
        with self.database.write() as connection:
            return self._reuse(connection, self._item(connection, claim), changed)

    def _reuse(self, connection: Connection, item: QueueItem, piece: Evidence) -> Outcome:
        kept = tuple(flag for flag in piece.flags if flag.startswith(DIFFERS))
        document = _document(connection, piece.source_id) if piece.source_id else None
        flags = kept + flags_of(self._article(connection, item), document, None)
        made = piece._replace(id=identity.new_uuid(), flags=flags, at="")
        return self._record(connection, item, made)

    def _cite(
        self,
        connection: Connection,
        item: QueueItem,
        place: Place,
        stance: str,
        more: tuple[int, str],
    ) -> Outcome:
        document = _document(connection, place.document_id)
        flags = tuple(DIFFERS + told for told in place.told)
        made = Evidence(
            id=identity.new_uuid(),
            source_id=document.id,
            url=document.url,
            start=place.start,
            end=place.end,
            quote=place.text,
            stance=check_stance(stance),
            check="confirmed" if place.kind == "fuzzy" else place.kind,
            set_no=check_set(more[0]),
            question=check_question(more[1]),
            flags=flags + flags_of(self._article(connection, item), document, None),
            at="",
        )
        return self._record(connection, item, made)

    def _record(self, connection: Connection, item: QueueItem, made: Evidence) -> Outcome:
        if any(same_piece(made, other) for other in pieces_of(item)):
            raise ReviewError("that is evidence of this claim already")
        self._append(connection, [cited(item, made)])
        seq = item.claim.seq
        told = "; ".join((made.stance, *made.flags))
        return Outcome(f"{told} · {shown(made)}", (seq,), focus=seq)

    def _article(self, connection: Connection, item: QueueItem) -> Article:
        found = articles.get(connection, item.claim.article_seq)
        assert found is not None  # a claim belongs to its article by a foreign key
        return found


def _span(content: str, start: int, end: int, source_id: str) -> Place:
    if not 0 <= start <= end <= len(content):
        raise ReviewError("the span lies outside the source")
    start, end = trim(content, start, end)
    check_quote_text(content[start:end])
    return Place(source_id, start, end, content[start:end], "verbatim", (), ())


def _document(connection: Connection, document_id: str) -> Document:
    found = sources.documents(connection, [document_id]).get(document_id)
    if found is None:
        raise ReviewError(f"there is no source {document_id[:12]}")
    return found
