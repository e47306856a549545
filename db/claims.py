"""Queries on claims: the spans themselves, whoever reviews them."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterable, Iterator, Mapping, MutableMapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, delete, exists, func, insert, select, update

from db import articles, ranks
from db.articles import article, chunks
from db.json_values import UnreadableError
from db.rows import Article, Claim
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
_PARTS = Claim._fields.index("parts") - 1  # in `FIELDS`, which has no sentence
_PLACE = itemgetter(*(Claim._fields.index(name) for name in ("article_seq", "start", "end", "id")))
_ARTICLE = Claim._fields.index("article_seq")
JOINED = claim.join(article, article.c.seq == claim.c.article_seq)
ORDER = (claim.c.article_seq, claim.c.start, claim.c.end, claim.c.seq)

BATCH = 250  # claims that are read together: few enough for a processor's cache
TEXTS = 4_000_000  # code points of text that are held together
MOST_VALUES = 500  # bound values of a query


def build(row: Sequence[Any], texts: Mapping[int, str]) -> Claim:
    """A claim from a row of `FIELDS`; its sentence is cut out of the article's text.

    Raises:
        UnreadableError: its sentence or its parts are no numbers.
    """
    try:
        sentence = texts[row[_ARTICLE]][row[_START] : row[_START + 1]]
        parts = tuple([(start, end) for start, end in row[_PARTS]])
    except (TypeError, ValueError) as error:
        raise UnreadableError from error
    values = list(row)
    values[_PARTS] = parts
    values.insert(_SENTENCE, sentence)
    return Claim._make(values)


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


def known_as(connection: Connection, claim_id: str) -> tuple[int, str | None] | None:
    """The seq of a claim, and who added it (None: a proposer); None where it is not there."""
    query = select(claim.c.seq, claim.c.origin, claim.c.proposer).where(claim.c.id == claim_id)
    row = connection.execute(query).first()
    return None if row is None else (int(row[0]), row[2] if row[1] == "reviewer" else None)


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


def pages(connection: Connection) -> Iterator[list[Claim]]:
    """All claims in a stable order (article id, start, end, id); a page is of one article."""
    for batch in stretches(connection):
        for one in batch:
            yield one.claims


class Stretch(NamedTuple):
    """A run of an article's claims, in the order of start, end and id; all of them, if few."""

    article: Article
    text: str
    claims: list[Claim]


def stretches(
    connection: Connection, size: int = BATCH, only: Container[str] | None = None
) -> Iterator[list[Stretch]]:
    """All claims, by article id, in batches of about `size` claims: a few queries for each.

    Args:
        connection: to read from.
        size: claims of a batch. An article with more makes several batches.
        only: ids of the articles to read; None for all.
    """
    for seqs in _batches(connection, size, only):
        texts = articles.texts(connection, seqs)
        known = articles.by_seqs(connection, seqs)
        wanted = select(*FIELDS).select_from(JOINED).where(claim.c.article_seq.in_(seqs))
        if len(seqs) > 1:  # few rows: they are sorted faster here than there
            rows = sorted(connection.execute(wanted).all(), key=_PLACE)
            yield _stretches(seqs, known, texts, rows)
            continue
        ordered = wanted.order_by(claim.c.start, claim.c.end, claim.c.id)
        for page in connection.execute(ordered).partitions(size):
            yield _stretches(seqs, known, texts, page)


def _stretches(
    seqs: Sequence[int],
    known: Mapping[int, Article],
    texts: MutableMapping[int, str],
    rows: Sequence[Row[Any]],
) -> list[Stretch]:
    found: dict[int, list[Claim]] = {}
    for row in rows:
        made = build(row, texts)
        found.setdefault(made.article_seq, []).append(made)
    return [Stretch(known[seq], texts[seq], found[seq]) for seq in seqs if seq in found]


def _batches(connection: Connection, size: int, only: Container[str] | None) -> Iterator[list[int]]:
    """The articles that have claims, by id, as many together as have `size` claims or fewer."""
    number = func.count().label("number")
    counted = select(claim.c.article_seq, number).group_by(claim.c.article_seq).subquery()
    query = (
        select(article.c.seq, article.c.id, article.c.length, counted.c.number)
        .join(counted, counted.c.article_seq == article.c.seq)
        .order_by(article.c.id)
    )
    sizes = array("q")  # seq, claims, length, seq, …: a million articles are 24 MB
    for seq, article_id, length, claims in connection.execute(query):
        if only is None or article_id in only:
            sizes.extend((seq, claims, length))
    batch: list[int] = []
    held = read = 0
    for seq, claims, length in zip(sizes[::3], sizes[1::3], sizes[2::3], strict=True):
        if batch and (held + claims > size or read + length > TEXTS or len(batch) == MOST_VALUES):
            yield batch
            batch, held, read = [], 0, 0
        batch.append(seq)
        held, read = held + claims, read + length
    if batch:
        yield batch
