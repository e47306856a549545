"""Full-text search: one function, whatever the database.

SQLite ranks by BM25 (Robertson and Zaragoza 2009, as FTS5 computes it), PostgreSQL by its own
`ts_rank_cd`. A query is words and nothing else: no character of it is read as an operator.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, text

from db.passages import index_document, index_missing, rebuild, unindexed
from workbench.text.terms import query_terms

__all__ = ["Passage", "index_document", "index_missing", "rebuild", "search", "unindexed"]

TITLE_WEIGHT = 0.3  # of a word in the title against one in the passage
_ANSWER = """
    SELECT p.seq, p.document_id, p.kind, p.start, p."end", best.score
    FROM ({best}) AS best JOIN passage AS p ON p.seq = best.seq
    ORDER BY best.score DESC, p.seq
"""
# Ranked before it is joined: a common word is in very many passages.
_BEST = {
    "sqlite": f"""
        SELECT rowid AS seq, -bm25(passage_words, 1.0, {TITLE_WEIGHT}) AS score
        FROM passage_words WHERE passage_words MATCH :query {{more}}
        ORDER BY score DESC, rowid LIMIT :limit
    """,
    "postgresql": f"""
        SELECT seq, ts_rank_cd('{{{{{TITLE_WEIGHT}, 0.3, 0.3, 1.0}}}}', words, q, 1) AS score
        FROM to_tsquery('english', :query) AS q, passage_words
        WHERE words @@ q {{more}}
        ORDER BY score DESC, seq LIMIT :limit
    """,
}
_ROW = {"sqlite": "rowid", "postgresql": "seq"}
_WITHIN = " AND {row} IN (SELECT seq FROM passage WHERE document_id IN :documents)"
_WITHOUT = " AND {row} NOT IN (SELECT seq FROM passage WHERE document_id = :without)"


class Passage(NamedTuple):
    """A passage that was found: [start, end) of a document's text."""

    seq: int
    document_id: str
    kind: str  # source, article
    start: int
    end: int
    score: float  # higher is better; comparable within one answer only
    own: bool  # of the article under review


def search(
    connection: Connection,
    words: str,
    limit: int,
    *,
    reviewing_article_id: str | None = None,
    document_ids: Sequence[str] | None = None,
    without: str | None = None,
) -> list[Passage]:
    """The passages that any of the words are in, best first; the same answer every time.

    Args:
        connection: what to read from.
        words: any text; its words are searched for.
        limit: passages returned at most.
        reviewing_article_id: the article under review: its passages are marked `own`.
        document_ids: search these documents alone.
        without: a document that is left out.
    """
    wanted = query_terms(words)
    if not wanted or (document_ids is not None and not document_ids):
        return []
    dialect = connection.dialect.name
    more = _WITHIN if document_ids is not None else ""
    more += _WITHOUT if without is not None else ""
    best = _BEST[dialect].format(more=more.format(row=_ROW[dialect]))
    statement = text(_ANSWER.format(best=best))
    values: dict[str, Any] = {"limit": limit, "query": _query(connection, wanted)}
    if document_ids is not None:
        statement = statement.bindparams(bindparam("documents", expanding=True))
        values["documents"] = list(document_ids)
    if without is not None:
        values["without"] = without
    rows = connection.execute(statement, values)
    return [_passage(row, reviewing_article_id) for row in rows]


def _query(connection: Connection, wanted: Sequence[str]) -> str:
    """Terms are letters and digits alone, so that quoting them is enough."""
    if connection.dialect.name == "sqlite":
        return " OR ".join(f'"{term}"' for term in wanted)
    return " | ".join(f"'{term}'" for term in wanted)


def _passage(row: Any, reviewing: str | None) -> Passage:
    seq, document_id, kind, start, end, score = row
    own = document_id == reviewing
    return Passage(int(seq), str(document_id), str(kind), start, end, float(score), own)
