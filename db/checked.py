"""Queries on checked claims and on the index of their words and vectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.articles import chunks
from db.rows import CheckedClaim
from db.schema import TABLES

checked = TABLES["checked"]
word_table = TABLES["checked_word"]
posting = TABLES["checked_posting"]
vector = TABLES["checked_vector"]

FIELDS = [checked.c[name] for name in CheckedClaim._fields]
_FULL = 4096  # claims of a block that is not appended to any more
_SEQ_BYTES = 4
_MARK = ""  # the word that no text has


def add(connection: Connection, rows: Sequence[dict[str, Any]]) -> int:
    """Store claims that are not there yet (by id); returns how many were new."""
    fresh = {row["id"]: row for row in rows}
    for chunk in chunks(list(fresh)):
        known = connection.execute(select(checked.c.id).where(checked.c.id.in_(chunk))).scalars()
        for name in known:
            del fresh[name]
    if fresh:
        connection.execute(insert(checked), list(fresh.values()))
    return len(fresh)


def size(connection: Connection) -> int:
    """The highest seq in use: about how many there are, for none is ever taken out."""
    return int(connection.execute(select(func.max(checked.c.seq))).scalar() or 0)


def count(connection: Connection) -> int:
    """How many checked claims there are."""
    return int(connection.execute(select(func.count()).select_from(checked)).scalar_one())


def polarities(connection: Connection) -> dict[str, int]:
    """How many checked claims there are of each polarity."""
    rows = connection.execute(
        select(checked.c.polarity, func.count())
        .group_by(checked.c.polarity)
        .order_by(checked.c.polarity)
    )
    return {str(row[0]): int(row[1]) for row in rows}


def by_seq(connection: Connection, seqs: Sequence[int]) -> dict[int, CheckedClaim]:
    """Checked claims by seq; those that are not there are left out."""
    found: dict[int, CheckedClaim] = {}
    for chunk in chunks(seqs):
        rows = connection.execute(select(*FIELDS).where(checked.c.seq.in_(chunk)))
        found.update((int(row[0]), CheckedClaim(*row)) for row in rows)
    return found


def by_id(connection: Connection, claim_id: str) -> CheckedClaim | None:
    """The checked claim with this id, or None."""
    row = connection.execute(select(*FIELDS).where(checked.c.id == claim_id)).first()
    return CheckedClaim(*row) if row else None


def statements(connection: Connection) -> Iterator[tuple[str, str]]:
    """Id and statement of every checked claim, in the order of the ids."""
    rows = connection.execute(select(checked.c.id, checked.c.statement).order_by(checked.c.id))
    for name, statement in rows:
        yield str(name), str(statement)


def page(connection: Connection, after: int = 0, limit: int = 200) -> list[CheckedClaim]:
    """The claims after a seq, in the order they were added."""
    rows = connection.execute(
        select(*FIELDS).where(checked.c.seq > after).order_by(checked.c.seq).limit(limit)
    )
    return [CheckedClaim(*row) for row in rows]


def texts_after(connection: Connection, seq: int, limit: int) -> list[tuple[int, str, str | None]]:
    """Seq, statement and title of the next claims after a seq."""
    rows = connection.execute(
        select(checked.c.seq, checked.c.statement, checked.c.title)
        .where(checked.c.seq > seq)
        .order_by(checked.c.seq)
        .limit(limit)
    )
    return [(int(row[0]), row[1], row[2]) for row in rows]


def texts(connection: Connection, seqs: Sequence[int]) -> Iterator[tuple[int, str, str | None]]:
    """Seq, statement and title of claims."""
    yield from _of(connection, "SELECT seq, statement, title FROM checked WHERE seq", seqs)


def add_words(connection: Connection, postings: Mapping[str, tuple[Sequence[int], bytes]]) -> None:
    """Enter claims under their words: for each word their seqs, and one byte of weight each."""
    if not postings:
        return
    names = sorted(postings)  # one order for all, so that two writers do not lock each other out
    _count(connection, {name: len(postings[name][1]) for name in names})
    tails = _tails(connection, names)
    fresh: list[dict[str, Any]] = []
    grown: list[dict[str, Any]] = []
    for name in names:
        seqs, weights = postings[name]
        data = b"".join(seq.to_bytes(_SEQ_BYTES, "little") for seq in seqs)
        tail = tails.get(name)
        if tail is None or len(tail[2]) + len(weights) > _FULL:
            fresh.append({"word": name, "block": seqs[0], "seqs": data, "weights": weights})
            continue
        grown.append(
            {
                "b_word": name,
                "b_block": tail[0],
                "b_seqs": tail[1] + data,
                "b_weights": tail[2] + weights,
            }
        )
    if grown:
        connection.execute(
            update(posting)
            .where(posting.c.word == bindparam("b_word"), posting.c.block == bindparam("b_block"))
            .values(seqs=bindparam("b_seqs"), weights=bindparam("b_weights")),
            grown,
        )
    if fresh:
        connection.execute(insert(posting), fresh)


def indexed(connection: Connection) -> int:
    """Up to which seq the claims are entered under their words."""
    return counts(connection, [_MARK]).get(_MARK, 0)


def lock_index(connection: Connection) -> None:
    """Let no other add claims or enter them before this transaction ends."""
    _count(connection, {_MARK: 0})


def set_indexed(connection: Connection, seq: int) -> None:
    """Keep up to which seq the claims are entered."""
    connection.execute(update(word_table).where(word_table.c.word == _MARK).values(claims=seq))


def _count(connection: Connection, more: Mapping[str, int]) -> None:
    """Also locks the words, so that of two writers the second one sees what the first one wrote."""
    dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    entry = dialect.insert(word_table)
    added = word_table.c.claims + entry.excluded.claims
    connection.execute(
        entry.on_conflict_do_update(index_elements=["word"], set_={"claims": added}),
        [{"word": name, "claims": number} for name, number in more.items()],
    )


def _tails(connection: Connection, names: Sequence[str]) -> dict[str, tuple[int, bytes, bytes]]:
    """The last block of each word."""
    found: dict[str, tuple[int, bytes, bytes]] = {}
    for chunk in chunks(names):
        last = (
            select(posting.c.word, func.max(posting.c.block).label("block"))
            .where(posting.c.word.in_(chunk))
            .group_by(posting.c.word)
            .subquery()
        )
        rows = connection.execute(
            select(posting.c.word, posting.c.block, posting.c.seqs, posting.c.weights).join(
                last, (last.c.word == posting.c.word) & (last.c.block == posting.c.block)
            )
        )
        found.update((row[0], (int(row[1]), bytes(row[2]), bytes(row[3]))) for row in rows)
    return found


def counts(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """In how many claims each word stands; words that stand in none are left out."""
    found: dict[str, int] = {}
    for chunk in chunks(list(names)):
        query = select(word_table.c.word, word_table.c.claims).where(word_table.c.word.in_(chunk))
        found.update((row[0], int(row[1])) for row in connection.execute(query).fetchall())
    return found


def all_counts(connection: Connection, most: int) -> dict[str, int]:
    """`counts` of every word; none where there are more than `most` words."""
    query = select(word_table.c.word, word_table.c.claims).limit(most + 1)
    found = {row[0]: int(row[1]) for row in connection.execute(query).fetchall()}
    return found if len(found) <= most else {}


def postings(connection: Connection, names: Sequence[str]) -> Iterator[tuple[str, bytes, bytes]]:
    """The blocks of words: word, seqs as little-endian uint32, weights as bytes."""
    for chunk in chunks(names):
        rows = connection.execute(
            select(posting.c.word, posting.c.seqs, posting.c.weights).where(
                posting.c.word.in_(chunk)
            )
        )
        yield from ((row[0], bytes(row[1]), bytes(row[2])) for row in rows.fetchall())


def add_vectors(connection: Connection, rows: Mapping[int, bytes]) -> None:
    """Keep the vectors of claims, by seq; one that has been made meanwhile stays as it is."""
    known = {seq for seq, _ in vectors(connection, list(rows))}
    fresh = [{"checked_seq": seq, "data": rows[seq]} for seq in rows if seq not in known]
    if fresh:
        connection.execute(insert(vector), fresh)


def vectors(connection: Connection, seqs: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """The vectors of claims; those that have none yet are left out."""
    yield from _of(
        connection, "SELECT checked_seq, data FROM checked_vector WHERE checked_seq", seqs
    )


def _of(connection: Connection, query: str, seqs: Sequence[int]) -> Iterator[Any]:
    """Rows by seq. As text: to build the query otherwise takes longer than to answer it."""
    for chunk in chunks(seqs):
        wanted = ",".join(str(int(seq)) for seq in chunk)
        yield from connection.exec_driver_sql(f"{query} IN ({wanted})").fetchall()


def vectors_after(
    connection: Connection, seq: int, size: int = 8192
) -> Iterator[Sequence[tuple[int, bytes]]]:
    """All vectors of claims after a seq, in order, in pages."""
    rows = connection.execute(
        select(vector.c.checked_seq, vector.c.data)
        .where(vector.c.checked_seq > seq)
        .order_by(vector.c.checked_seq)
        .execution_options(yield_per=size)
    )
    for part in rows.partitions(size):
        yield [(int(row[0]), bytes(row[1])) for row in part]


def last_vector(connection: Connection) -> int:
    """The highest seq that has a vector, or 0."""
    return int(connection.execute(select(func.max(vector.c.checked_seq))).scalar() or 0)


def count_vectors(connection: Connection) -> int:
    """How many claims have a vector."""
    return int(connection.execute(select(func.count()).select_from(vector)).scalar_one())


def without_vector(
    connection: Connection, after: int, limit: int
) -> list[tuple[int, str, str | None]]:
    """Seq, statement and title of the next claims that have no vector yet."""
    rows = connection.execute(
        select(checked.c.seq, checked.c.statement, checked.c.title)
        .outerjoin(vector, vector.c.checked_seq == checked.c.seq)
        .where(checked.c.seq > after, vector.c.checked_seq.is_(None))
        .order_by(checked.c.seq)
        .limit(limit)
    )
    return [(int(row[0]), row[1], row[2]) for row in rows]
