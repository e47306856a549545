"""Proving sources and evidence: every quote stands where it says, in the text that was read."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from db import evidence, identity, passages, sources
from db.articles import article
from db.fold.evidence import review_evidence
from db.fold.state import State, review
from db.rows import Evidence, Problem, Review


def prove_sources(connection: Connection) -> Iterator[Problem]:
    """Every source has its text, and the text has the hash that it is known by."""
    lengths: dict[str, int] = {}
    for found in sources.every(connection):
        where = f"source {found.id[:12]}"
        try:
            content = sources.text(connection, found.id)
        except KeyError:
            yield Problem("source", where, "has no text")
            continue
        lengths[found.id] = len(content)
        if identity.article_id(content) != found.id:
            yield Problem("source", where, "its text is not the one that was added")
        if len(content) != found.length:
            what = f"length {found.length}, but the text has {len(content)}"
            yield Problem("source", where, what)
    yield from _passages(connection, lengths)


def _passages(connection: Connection, lengths: dict[str, int]) -> Iterator[Problem]:
    known = select(article.c.id, article.c.length)
    lengths = lengths | {str(key): int(length) for key, length in connection.execute(known)}
    table = passages.passage
    rows = connection.execute(select(table.c.document_id, table.c.start, table.c.end))
    for document_id, start, end in rows:
        length = lengths.get(str(document_id))
        where = f"passage [{start}, {end}) of {str(document_id)[:12]}"
        if length is None:
            yield Problem("search", where, "its document is not there")
        elif not 0 <= start < end <= length:
            yield Problem("search", where, "is outside the text")


def prove_quotes(connection: Connection) -> Iterator[Problem]:
    """Every quote of evidence is the text of its source at its place."""
    held: tuple[str, str | None] = ("", None)
    for claim_id, reviewer, piece in evidence.every(connection):
        where = f"claim {claim_id}, {reviewer}, evidence {piece.id}"
        if piece.source_id is None:
            yield from _not_held(where, piece)
            continue
        if piece.source_id != held[0]:
            held = (piece.source_id, _text(connection, piece.source_id))
        yield from _quote(where, piece, held[1])


def _text(connection: Connection, document_id: str) -> str | None:
    try:
        return sources.text(connection, document_id)
    except KeyError:
        return None


def _not_held(where: str, piece: Evidence) -> Iterator[Problem]:
    if piece.check != "not held" or not piece.url or piece.start is not None:
        yield Problem("evidence", where, "names no source, and is not marked as not held")


def _quote(where: str, piece: Evidence, content: str | None) -> Iterator[Problem]:
    if content is None:
        what = f"its source {str(piece.source_id)[:12]} is not there"
        yield Problem("evidence", where, what)
        return
    start, end = piece.start, piece.end
    if start is None or end is None or not 0 <= start < end <= len(content):
        yield Problem("evidence", where, f"[{start}, {end}) is outside its source")
    elif content[start:end] != piece.quote:
        what = f"its source {str(piece.source_id)[:12]} does not say so at [{start}, {end})"
        yield Problem("evidence", where, what)
    elif piece.check not in ("verbatim", "typographic", "confirmed"):
        yield Problem("evidence", where, f"is held, but marked as {piece.check!r}")


def compare_evidence(where: str, state: State, found: Review) -> Iterator[Problem]:
    """The stored pieces of a review are those of its events, in their order."""
    expected = tuple(state.evidence.values())
    if found.evidence != expected:
        yield Problem("evidence", where, "differs from the events")


class Judged:
    """The stored judgements of sufficiency, to be compared with those of the events."""

    def __init__(self, connection: Connection) -> None:
        self._stored: dict[tuple[str, str], dict[str, dict[str, object]]] = {}
        for made in evidence.judgements(connection):
            values = {"verdict": made.verdict, "sufficient": made.sufficient, "at": made.at}
            self._stored.setdefault((made.claim_id, made.reviewer), {})[made.of] = values

    def compare(self, key: tuple[str, str], state: State) -> Iterator[Problem]:
        """What is stored for a claim and a reviewer is what her events say."""
        if self._stored.pop(key, {}) != state.judged:
            yield Problem("sufficiency", f"claim {key[0]}, {key[1]}", "differs from the events")

    def forget(self, key: tuple[str, str]) -> None:
        """Leave out what cannot be compared."""
        self._stored.pop(key, None)

    def rest(self) -> Iterator[Problem]:
        """What no event speaks of."""
        for claim_id, reviewer in self._stored:
            yield Problem("sufficiency", f"claim {claim_id}, {reviewer}", "no event says so")


def orphans(connection: Connection) -> Iterator[Problem]:
    """Pieces of evidence that belong to no review."""
    joined = review_evidence.outerjoin(
        review,
        (review.c.claim_seq == review_evidence.c.claim_seq)
        & (review.c.reviewer == review_evidence.c.reviewer),
    )
    query = select(review_evidence.c.evidence).select_from(joined)
    for key in connection.execute(query.where(review.c.claim_seq.is_(None))).scalars():
        yield Problem("evidence", f"evidence {key}", "belongs to no review")
