"""Sources and full-text search, on every database."""

from __future__ import annotations

from itertools import pairwise

import pytest
from conftest import TEXT
from sqlalchemy import text as sql
from sqlalchemy.exc import DatabaseError

from db import articles, identity, search, sources
from db.engine import Database
from db.integrity.prove import verify
from db.rows import Source
from db.schema import ArticleRow
from db.schema.sources import SourceRow
from workbench.text.passages import LENGTH, passages

FERRY = (
    "The night ferry carried 412 passengers in its first week.\n\n"
    "Naïve forecasts had said 300. “Crossings were full,” the captain said.\x00 It rained."
)
TOKYO = "東京の港は1941年に開かれた。船が多い。"


def add(database: Database, text: str, **known: str) -> str:
    made = identity.article_id(text)
    row = SourceRow(id=made, length=len(text), added_at=identity.now(), **known)
    with database.write() as connection:
        sources.add(connection, row, text)
    return made


def find(database: Database, words: str, limit: int = 20, **more: object) -> list[str]:
    """The passages found, as their documents have them."""
    with database.read() as connection:
        found = search.search(connection, words, limit, **more)  # type: ignore[arg-type]
        return [sources.text(connection, p.document_id)[p.start : p.end] for p in found]


def test_a_source_comes_back_exactly(database: Database) -> None:
    made = add(database, FERRY, url="https://example.org/f", publisher="Post", title="Ferry")
    with database.read() as connection:
        assert sources.text(connection, made) == FERRY
        found = sources.get(connection, made)
        assert isinstance(found, Source) and (found.publisher, found.length) == ("Post", len(FERRY))
        assert sources.every(connection) == [found] == sources.by_id_prefix(connection, made[:6])
        assert sources.documents(connection, [made, "0"])[made].kind == "source"
        with pytest.raises(KeyError):
            sources.text(connection, "0" * 64)
    with pytest.raises(DatabaseError, match="immutable"), database.write() as connection:
        connection.execute(sql("UPDATE source_text SET text = 'x'"))


def test_a_document_is_called_by_what_is_known_of_it(database: Database) -> None:
    titled = add(database, "One.", title="Ferry", url="https://example.org/f", origin="a.txt")
    linked = add(database, "Two.", url="https://example.org/f", origin="a.txt")
    filed = add(database, "Three.", origin="reports/2019/minutes.txt")
    bare = add(database, "Four.")
    with database.read() as connection:
        found = sources.documents(connection, [titled, linked, filed, bare])
    names = [found[key].name for key in (titled, linked, filed, bare)]
    assert names == ["Ferry", "https://example.org/f", "minutes.txt", bare[:12]]


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("passenger", "The night ferry"),  # stems
        ("NAIVE forecast", "Naïve"),  # case and accents
        ("how many passengers did the ferry carry", "The night ferry"),
        ("東京", "東京"),
        ("1941年", "東京"),
    ],
)
def test_words_are_found_in_their_forms(database: Database, words: str, start: str) -> None:
    add(database, FERRY)
    add(database, TOKYO)
    assert find(database, words)[0].startswith(start)


QUERIES = [
    *("", "   ", '"', "'", "a\x00b", "ferry\x00", "NOT", "*", "x AND", "(((", "title:ferry -x"),
    *("ferry'; DROP TABLE passage; --", "ferry & | ! :* <->", "\\", "^ferry", "{ferry}"),
    "ferry " * 5000,
]


@pytest.mark.parametrize("words", QUERIES)
def test_no_query_is_an_error_or_an_operator(database: Database, words: str) -> None:
    add(database, FERRY)
    found = find(database, words)
    assert bool(found) == ("ferry" in words)
    assert find(database, "ferry")


def test_the_order_is_the_same_every_time_and_rare_words_count(database: Database) -> None:
    for number in range(30):
        add(database, f"Report {number}. The board met and spoke of the harbour.")
    add(database, "The board met and spoke of the lighthouse.")
    first = find(database, "the board spoke of the lighthouse", 10)
    assert first[0].endswith("lighthouse.") and len(first) == 10
    assert find(database, "the board spoke of the lighthouse", 10) == first
    assert find(database, "the board spoke of the lighthouse", 3) == first[:3]


def test_articles_are_found_and_the_one_under_review_is_marked(
    database: Database, article_seq: int
) -> None:
    add(database, FERRY)
    with database.read() as connection:
        article = articles.get(connection, article_seq)
        assert article is not None
        found = search.search(connection, "mooring fee ferry", 5, reviewing_article_id=article.id)
        assert {(p.kind, p.own) for p in found} == {("article", True), ("source", False)}
        for passage in found:
            if passage.kind == "article":
                assert "mooring fee" in TEXT[passage.start : passage.end]
    assert all("mooring" not in one for one in find(database, "mooring fee", without=article.id))


def test_one_document_alone(database: Database, article_seq: int) -> None:
    made = add(database, FERRY)
    assert find(database, "the board and the ferry", document_ids=[made]) == find(database, "ferry")
    assert find(database, "ferry", document_ids=[]) == [] and article_seq


def test_furniture_is_not_searched(database: Database) -> None:
    text = "READ ALSO: Penguins\n\nThe harbour closed in May."
    row = ArticleRow(
        id=identity.article_id(text),
        length=len(text),
        imported_at=identity.now(),
        furniture=[[0, 19, "link"]],
    )
    with database.write() as connection:
        articles.add(connection, row, text)
    assert find(database, "penguins") == [] and find(database, "harbour") == [text[21:]]


def test_an_older_store_is_indexed_when_it_is_searched(
    database: Database, article_seq: int
) -> None:
    add(database, FERRY)
    expected = find(database, "mooring fee ferry")
    with database.write() as connection:
        assert search.rebuild(connection) == 2
    assert find(database, "mooring fee ferry") == expected
    with database.write() as connection:
        connection.execute(sql("DELETE FROM passage"))
    with database.read() as connection:
        assert {item.kind for item in search.unindexed(connection)} == {"source", "article"}
    with database.write() as connection:
        assert search.rebuild(connection) == 2 and search.index_missing(connection) == 0
    assert find(database, "mooring fee ferry") == expected and article_seq
    assert list(verify(database)) == []


def test_passages_hold_everything_and_are_short() -> None:
    text = FERRY + "\n\n" + "word " * 400 + "\r\n\r\n" + "x" * 1300 + TOKYO * 40
    found = passages(text)
    assert all(0 < end - start <= LENGTH for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    kept = "".join(text[start:end] for start, end in found)
    assert "".join(kept.split()) == "".join(text.split())
    assert passages("") == [] == passages(" \n ")
