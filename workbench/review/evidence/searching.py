"""Searching for evidence: passages of sources and articles, with the likely quote marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from db import articles, search, sources
from db.engine import Connection, Database
from db.rows import Document
from db.search import Passage
from workbench.review.actor import Actor
from workbench.review.evidence.citable import is_late
from workbench.review.evidence.meaning import MEANT, Meaning
from workbench.review.item import statement
from workbench.review.outcome import ReviewError
from workbench.text.sentences import sentences
from workbench.text.terms import query_terms, stem, whole_terms

OWN_SHOWN = 3  # passages of the article under review at most, behind all others


class Found(NamedTuple):
    """A passage that was found, with the quote that is most likely wanted."""

    document: Document
    start: int  # of the passage, in code points of the document's text
    end: int
    text: str  # the document's text at [start, end)
    quote_start: int  # of the likely quote, in code points of the document's text
    quote_end: int
    score: float  # 1 for the best by words; comparable within one answer only
    own_article: bool  # it is of the article under review
    late: bool | None  # published after the claim; None where a date is not known


class Searching(Actor):
    """Reads only."""

    _meaning: Meaning | None = None
    _indexed = False

    def search_evidence(
        self,
        claim: int,
        query: str | None = None,
        limit: int = 20,
        *,
        source_ids: Sequence[str] | None = None,
        meaning: bool = True,
    ) -> list[Found]:
        """Passages that may be evidence for or against a claim, best first.

        Those of the claim's own article come last, and are marked: a claim is no evidence of
        itself.

        Args:
            claim: seq of the claim.
            query: words to search for; None takes the claim's statement.
            limit: passages returned at most.
            source_ids: search these documents alone.
            meaning: rank by words and meaning where the encoder is installed.

        Raises:
            ReviewError: there is no such claim.
        """
        if not self._indexed:
            index(self.database)
            self._indexed = True
        with self.database.read() as connection:
            item = self._item(connection, claim)
            article = articles.get(connection, item.claim.article_seq)
            if article is None:
                raise ReviewError(f"there is no claim {claim}")
            text = articles.text(connection, article.seq)
            wanted = query if query and query.strip() else statement(item, text)
            if self._meaning is None:
                self._meaning = Meaning()
            finder = Finder(connection, wanted, self._meaning if meaning else None)
            return finder.find(limit, article.id, article.published, source_ids)

    def ranked_by(self) -> str:
        """What ranks the passages here: words, or words and meaning."""
        if self._meaning is None:
            self._meaning = Meaning()
        return "words and meaning" if self._meaning.available else "words"


class Finder:
    """One search in one store."""

    def __init__(self, connection: Connection, query: str, meaning: Meaning | None) -> None:
        self._connection, self._query, self._meaning = connection, query, meaning
        self._stems = [stem(term) for term in query_terms(query)]

    def find(
        self,
        limit: int,
        article_id: str | None = None,
        published: str | None = None,
        document_ids: Sequence[str] | None = None,
    ) -> list[Found]:
        """The passages, best first; those of the article `article_id` last.

        Args:
            limit: passages returned at most.
            article_id: the article under review.
            published: its date.
            document_ids: search these documents alone.
        """
        own = self._own(article_id, document_ids)[: min(OWN_SHOWN, limit)]
        wanted = limit - len(own)
        ranked = self._meaning is not None and self._meaning.available
        pool = self._search(max(wanted, MEANT) if ranked else wanted, document_ids, article_id)
        found = self._described(pool, published)
        if self._meaning is not None:
            found = self._meaning.rank(self._query, found)
        mine = [one._replace(own_article=True) for one in self._described(own, published)]
        return found[:wanted] + mine

    def _search(
        self, limit: int, document_ids: Sequence[str] | None, without: str | None
    ) -> list[Passage]:
        return search.search(
            self._connection, self._query, limit, document_ids=document_ids, without=without
        )

    def _own(self, article_id: str | None, document_ids: Sequence[str] | None) -> list[Passage]:
        if article_id is None or (document_ids is not None and article_id not in document_ids):
            return []
        return search.search(self._connection, self._query, OWN_SHOWN, document_ids=[article_id])

    def _described(self, passages: Sequence[Passage], published: str | None) -> list[Found]:
        if not passages:
            return []
        documents = sources.documents(self._connection, {p.document_id for p in passages})
        texts: dict[str, str] = {}
        best = max(passage.score for passage in passages) or 1.0
        made = []
        for passage in passages:
            if passage.document_id not in texts:
                texts[passage.document_id] = sources.text(self._connection, passage.document_id)
            text = texts[passage.document_id][passage.start : passage.end]
            document = documents[passage.document_id]
            late = is_late(published, document.published)
            score = passage.score / best
            at = passage.start
            span = (at, passage.end)
            made.append(Found(document, *span, text, *span, score, False, late))
        return [self._marked(one) for one in made]

    def _marked(self, found: Found) -> Found:
        start, end = likely_quote(found.text, self._stems)
        return found._replace(quote_start=found.start + start, quote_end=found.start + end)


def likely_quote(text: str, stems: Sequence[str]) -> tuple[int, int]:
    """The sentence of a passage that holds most of the words, with a neighbour if that adds two.

    Args:
        text: the passage.
        stems: what is looked for, as `workbench.text.terms.stem` leaves it.

    Returns:
        [start, end) in the passage.
    """
    spans = sentences(text) or [(0, len(text))]
    wanted = set(stems)
    held = [wanted & {stem(term) for term in whole_terms(text[low:high])} for low, high in spans]
    best = max(range(len(spans)), key=lambda at: (_weight(held[at]), -at))
    first = last = best
    for neighbour in (best - 1, best + 1):
        if 0 <= neighbour < len(spans) and _weight(held[neighbour] - held[best]) >= 2:
            first, last = min(first, neighbour), max(last, neighbour)
            break
    return spans[first][0], spans[last][1]


def _weight(held: set[str]) -> int:
    """Numbers count twice: they tell one thing from another."""
    return sum(2 if term.isdigit() else 1 for term in held)


def index(database: Database) -> None:
    """Index what is not indexed yet, such as the articles of an older store."""
    with database.read() as connection:
        missing = bool(search.unindexed(connection))
    if missing:
        with database.write() as connection:
            search.index_missing(connection)
