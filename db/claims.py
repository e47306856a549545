"""Queries on claims: the spans themselves, whoever reviews them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, MutableMapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, exists, func, insert, select, update

from db import articles, ranks
from db.articles import article, chunks
from db.rows import Claim
from db.schema import TABLES

claim = TABLES["claim"]
event = TABLES["event"]

FIELDS = [
    article.c.id if name == "article_id" else claim.c[name]
    for name in Claim._fields
    if name != "sentence"
]
_SENTENCE = Claim._fields.index("sentence")
_START = Claim._fields.index("sentence_start")
_PARTS = Claim._fields.index("parts")
_ARTICLE = Claim._fields.index("article_seq")
JOINED = claim.join(article, article.c.seq == claim.c.article_seq)
ORDER = (claim.c.article_seq, claim.c.start, claim.c.end, claim.c.seq)


def build(row: Sequence[Any], texts: MutableMapping[int, str]) -> Claim:
    """A claim from a row of `FIELDS`; its sentence is cut out of the article's text."""
    values = list(row)
    sentence = texts[values[_ARTICLE]][values[_START] : values[_START + 1]]
    values.insert(_SENTENCE, sentence)
    values[_PARTS] = tuple((int(start), int(end)) for start, end in values[_PARTS])
    return Claim(*values)


def build_all(
    connection: Connection,
    rows: Sequence[Row[Any]],
    texts: MutableMapping[int, str] | None = None,
) -> list[Claim]:
    """Claims from rows of `FIELDS`; `texts` is a cache of article texts by seq."""
    cache: MutableMapping[int, str] = {} if texts is None else texts
    missing = {int(row[_ARTICLE]) for row in rows} - set(cache)
    cache.update(articles.texts(connection, missing))
    return [build(row, cache) for row in rows]


def by_seq(
    connection: Connection, seqs: Sequence[int], texts: MutableMapping[int, str] | None = None
) -> dict[int, Claim]:
    """Claims by seq; those that are not there are left out."""
    found: dict[int, Claim] = {}
    for chunk in chunks(seqs):
        rows = connection.execute(
            select(*FIELDS).select_from(JOINED).where(claim.c.seq.in_(chunk))
        ).all()
        found.update((made.seq, made) for made in build_all(connection, rows, texts))
    return found


def by_id(connection: Connection, claim_id: str) -> Claim | None:
    """The claim with this id, or None."""
    seq = seq_of(connection, claim_id)
    return by_seq(connection, [seq]).get(seq) if seq is not None else None


def by_id_prefix(connection: Connection, prefix: str) -> list[Claim]:
    """The claims whose id begins with `prefix`, at most two."""
    rows = connection.execute(
        select(*FIELDS)
        .select_from(JOINED)
        .where(claim.c.id.startswith(prefix, autoescape=True))
        .limit(2)
    ).all()
    return build_all(connection, rows)


def seq_of(connection: Connection, claim_id: str) -> int | None:
    """The seq of the claim with this id, or None."""
    return connection.execute(select(claim.c.seq).where(claim.c.id == claim_id)).scalar()


def seqs_of(connection: Connection, ids: Sequence[str]) -> tuple[int, ...]:
    """The seqs of claims in the order of their ids; those that are not there are left out."""
    found: dict[str, int] = {}
    for chunk in chunks(ids):
        rows = connection.execute(select(claim.c.id, claim.c.seq).where(claim.c.id.in_(chunk)))
        found.update((str(claim_id), int(seq)) for claim_id, seq in rows)
    return tuple(found[claim_id] for claim_id in ids if claim_id in found)


def of_article(connection: Connection, article_seq: int) -> list[Claim]:
    """All claims of an article in text order, retired ones too."""
    rows = connection.execute(
        select(*FIELDS)
        .select_from(JOINED)
        .where(claim.c.article_seq == article_seq)
        .order_by(*ORDER)
    ).all()
    return build_all(connection, rows)


def add(connection: Connection, rows: Sequence[dict[str, Any]]) -> int:
    """Store claims that are not there yet (by id), ranked; returns how many were new."""
    known = {i for c in chunks([row["id"] for row in rows]) for i in _known(connection, c)}
    fresh = {row["id"]: row for row in rows if row["id"] not in known}
    if fresh:
        connection.execute(insert(claim), list(fresh.values()))
        ranks.add_claims(connection, list(fresh))
    return len(fresh)


def _known(connection: Connection, ids: Iterable[str]) -> Iterator[str]:
    yield from connection.execute(select(claim.c.id).where(claim.c.id.in_(ids))).scalars()


def set_status(connection: Connection, seq: int, status: str) -> None:
    """Make a claim active or retired."""
    connection.execute(update(claim).where(claim.c.seq == seq).values(status=status))


def remove_untouched(connection: Connection, article_seq: int) -> int:
    """Delete the candidates of an article that nobody has acted on; returns how many."""
    touched = exists().where(event.c.claim_id == claim.c.id)
    gone = connection.execute(
        delete(claim).where(
            claim.c.article_seq == article_seq, claim.c.origin == "proposer", ~touched
        )
    )
    return int(gone.rowcount)


def count(connection: Connection) -> int:
    """How many active claims there are, of every kind."""
    query = select(func.count()).select_from(claim).where(claim.c.status == "active")
    return int(connection.execute(query).scalar_one())


def pages(
    connection: Connection, size: int = 1000, only: Container[str] | None = None
) -> Iterator[list[Claim]]:
    """All claims in a stable order (article id, start, end, id), a page at a time.

    Args:
        connection: to read from.
        size: claims of a page; a page is of one article.
        only: ids of the articles to read; None for all.
    """
    known = connection.execute(select(article.c.seq, article.c.id).order_by(article.c.id)).all()
    for seq, article_id in known:
        if only is not None and article_id not in only:
            continue
        texts = {int(seq): articles.text(connection, seq)}
        rows = connection.execute(
            select(*FIELDS)
            .select_from(JOINED)
            .where(claim.c.article_seq == seq)
            .order_by(claim.c.start, claim.c.end, claim.c.id)
        )
        for page in rows.partitions(size):
            yield [build(row, texts) for row in page]
