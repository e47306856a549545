"""What an export is held against: sqlite3 with orjson or pyarrow, the same join and fields.

    python -m benchmarks.dataset_raw STORE OUT jsonl|parquet

Prints the claims written and the seconds. No classes, no filters, no choice of labels, no checks:
what somebody would write who needs the rows once. It makes the same records as `workbench export`.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

CONTEXT = 32
ROWS = 4_000

ARTICLES = (
    "SELECT a.seq, a.id, a.title, a.url, a.published, a.speaker, t.text"
    " FROM article a JOIN article_text t ON t.article_seq = a.seq ORDER BY a.id"
)
CLAIMS = (
    'SELECT seq, id, start, "end", sentence_start, sentence_end, quote, statement, parts, kind,'
    " worth, attributed_to, origin, proposer, version FROM claim"
    ' WHERE article_seq = ? ORDER BY start, "end", id'
)
REVIEWS = (
    "SELECT r.claim_seq, r.reviewer, r.verdict, r.scheme, r.discarded, r.later, r.note, r.start,"
    ' r."end", r.statement, r.decided_at, r.updated_at FROM claim c JOIN review r'
    " ON r.claim_seq = c.seq WHERE c.article_seq = ? ORDER BY r.claim_seq, r.reviewer"
)
TAGS = (
    "SELECT t.claim_seq, t.reviewer, t.tag FROM claim c JOIN review_tag t"
    " ON t.claim_seq = c.seq WHERE c.article_seq = ? ORDER BY t.tag"
)


def records(store: str, names: dict[str, str]) -> Iterator[dict[str, Any]]:
    """The records of all claims, article by article."""
    from orjson import loads

    connection = sqlite3.connect(store)
    for seq, article, title, url, published, speaker, text in connection.execute(ARTICLES):
        tags: dict[tuple[int, str], list[str]] = {}
        for claim, reviewer, tag in connection.execute(TAGS, (seq,)):
            tags.setdefault((claim, reviewer), []).append(tag)
        reviews: dict[int, list[dict[str, Any]]] = {}
        for row in connection.execute(REVIEWS, (seq,)):
            reviews.setdefault(row[0], []).append(review(row, tags.get(row[:2], []), names))
        for row in connection.execute(CLAIMS, (seq,)):
            start, end = row[2:4]
            held = reviews.get(row[0], [])
            counts = Counter(one["verdict"] for one in held if one["verdict"])
            (label, number), *_ = counts.most_common(1) or [(None, 0)]
            if 2 * number <= len(held):
                label = None
            by = "agreed" if number == len(held) else "majority" if label else "split"
            before, inside = text[:start], text[start:end]
            utf8, utf16 = len(before.encode()), len(before.encode("utf-16-le")) // 2
            yield {
                "claim": row[1],
                "article": article,
                "title": title,
                "url": url,
                "published": published,
                "speaker": speaker,
                "start": start,
                "end": end,
                "utf8_start": utf8,
                "utf8_end": utf8 + len(inside.encode()),
                "utf16_start": utf16,
                "utf16_end": utf16 + len(inside.encode("utf-16-le")) // 2,
                "prefix": text[max(0, start - CONTEXT) : start],
                "quote": row[6],
                "suffix": text[end : end + CONTEXT],
                "sentence": text[row[4] : row[5]],
                "sentence_start": row[4],
                "sentence_end": row[5],
                "statement": row[7],
                "parts": loads(row[8]),
                "kind": row[9],
                "worth": row[10],
                "attributed_to": row[11],
                "origin": row[12],
                "proposer": row[13],
                "version": row[14],
                "label": label,
                "label_name": names.get(label) if label else None,
                "label_by": by,
                "gold": None,
                "reviews": held,
            }


def review(row: tuple[Any, ...], tags: list[str], names: dict[str, str]) -> dict[str, Any]:
    """The record of one review."""
    return {
        "reviewer": row[1],
        "verdict": row[2],
        "verdict_name": names.get(row[2]),
        "scheme": row[3],
        "discarded": bool(row[4]),
        "later": bool(row[5]),
        "tags": tags,
        "note": row[6],
        "span": None,
        "statement": row[9],
        "evidence": [],
        "decided_at": row[10],
        "updated_at": row[11],
    }


def write_lines(found: Iterator[dict[str, Any]], out: Path) -> int:
    """JSON Lines by orjson."""
    from orjson import OPT_APPEND_NEWLINE, dumps

    number = 0
    with out.open("wb") as file:
        for number, record in enumerate(found, start=1):  # noqa: B007 - counts
            file.write(dumps(record, option=OPT_APPEND_NEWLINE))
    return number


def write_table(found: Iterator[dict[str, Any]], out: Path) -> int:
    """Parquet by pyarrow, with the same columns and row groups as our own."""
    import pyarrow as pa
    from pyarrow import parquet

    from workbench.dataset.formats.parquet import schema

    number, types = 0, schema()
    with parquet.ParquetWriter(out, types, compression="zstd") as writer:
        while rows := list(islice(found, ROWS)):
            writer.write_table(pa.Table.from_pylist(rows, schema=types))
            number += len(rows)
    return number


def main() -> None:
    """Write once, and say how long it took."""
    store, out, form = sys.argv[1:]
    from workbench.review.schemes import preset

    names = {label.id: label.name for label in preset("default").labels}
    write = write_lines if form == "jsonl" else write_table
    began = time.perf_counter()
    number = write(records(store, names), Path(out))
    print(number, time.perf_counter() - began)


if __name__ == "__main__":
    main()
