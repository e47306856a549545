"""The store for notebooks and scripts: `with workbench.open("project.db") as store: …`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from db.rows import Article, Claim, Event, Problem, Review, Source
    from workbench.dataset.export import ExportReport
    from workbench.review.session import Session

DEFAULT_REVIEWER = "me"


class Store:
    """An open project. Use it in a `with` block, or call `close`."""

    def __init__(self, target: str | Path) -> None:
        """Open the project at a path or URL; a new SQLite file is made when there is none.

        Raises:
            db.engine.StoreError: it cannot be opened.
        """
        from workbench.review.project import open_project

        self._database = open_project(target)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def add(
        self,
        text: str,
        title: str | None = None,
        url: str | None = None,
        published: str | None = None,
    ) -> str:
        """Import a text and propose its claims; returns the article's id.

        A text that is there already is not added again.

        Raises:
            ValueError: the text is empty, or holds lone surrogates.
        """
        from workbench.ingest.document import Document
        from workbench.review.intake import add_document
        from workbench.text.furniture.find import furniture
        from workbench.text.offsets import newline_form

        if not text.strip():
            raise ValueError("the text is empty")
        document = Document(
            text=text,
            title=title,
            url=url,
            published=published,
            newline=newline_form(text),
            origin="python",
            furniture=tuple(furniture(text, title)),
        )
        return str(add_document(self._database, document).article_id)

    def articles(self) -> Iterator[Article]:
        """All articles, without their texts, in the order of their import."""
        from db import articles

        with self._database.read() as connection:
            yield from articles.every(connection)

    def text(self, article: str) -> str:
        """The text of an article, by its id.

        Raises:
            KeyError: no such article.
        """
        from db import articles

        with self._database.read() as connection:
            seq = articles.seq_of(connection, article)
            if seq is None:
                raise KeyError(article)
            return articles.text(connection, seq)

    def claims(self, article: str | None = None) -> Iterator[Claim]:
        """All active claims, of one article (by id) or of all."""
        from db import articles, claims

        with self._database.read() as connection:
            if article is None:
                pages = claims.pages(connection)
            else:
                seq = articles.seq_of(connection, article)
                if seq is None:
                    raise KeyError(article)
                pages = iter([claims.of_article(connection, seq)])
            for page in pages:
                yield from (claim for claim in page if claim.status == "active")

    def reviews(self) -> Iterator[Review]:
        """All reviews, everybody's, ordered by claim and reviewer."""
        from db import reviews

        with self._database.read() as connection:
            yield from reviews.every(connection)

    def events(self) -> Iterator[Event]:
        """All events in the order of replay."""
        from db import events

        with self._database.read() as connection:
            yield from events.every(connection)

    def decide(
        self,
        claim_id: str,
        verdict: str,
        reviewer: str = DEFAULT_REVIEWER,
        tags: Sequence[str] = (),
        note: str | None = None,
    ) -> None:
        """Give a verdict, as the review screen does: the same events, committed on return.

        Raises:
            KeyError: no such claim.
            workbench.review.outcome.ReviewError: no such verdict in the project's scheme.
        """
        seq, session = self._at(claim_id, reviewer)
        session.decide(seq, verdict)
        for tag in tags:
            session.tag(seq, tag)
        if note is not None:
            session.note(seq, note)

    def add_source(
        self,
        text: str,
        title: str | None = None,
        url: str | None = None,
        publisher: str | None = None,
        published: str | None = None,
    ) -> str:
        """Add a document to quote evidence from; returns its id.

        A text that is there already is not added again, and stays as it is.

        Raises:
            ValueError: the text is empty or too long, or holds lone surrogates.
        """
        from workbench.ingest.document import document
        from workbench.review.evidence.sources import add_source

        meta = {"publisher": publisher} if publisher else {}
        made = document(text, "python", title=title, url=url, published=published, meta=meta)
        return str(add_source(self._database, made).source_id)

    def sources(self) -> Iterator[Source]:
        """All sources, without their texts, in the order of their adding."""
        from db import sources

        with self._database.read() as connection:
            yield from sources.every(connection)

    def cite(
        self,
        claim_id: str,
        quote: str,
        stance: str,
        source: str | None = None,
        reviewer: str = DEFAULT_REVIEWER,
        *,
        question: str = "",
        set_no: int = 1,
        confirmed: bool = False,
    ) -> None:
        """Cite a quote as evidence, as the review screen does: the place is found and checked.

        Args:
            claim_id: the claim.
            quote: what the source says.
            stance: supports, refutes or context.
            source: id of a source or an article; None looks in all sources.
            reviewer: who cites.
            question: what the quote answers.
            set_no: all pieces of a set are needed, any one set is enough.
            confirmed: take the source's words where the quote differs from them.

        Raises:
            KeyError: no such claim.
            workbench.review.evidence.places.QuoteUnsettledError: the quote stands in several
                places, is too short to be sure, differs from the source, or is in no source.
            workbench.review.outcome.ReviewError: it cannot be a quote, or no such stance.
        """
        seq, session = self._at(claim_id, reviewer)
        session.cite_quote(
            seq,
            quote,
            stance,
            source_id=source,
            set_no=set_no,
            question=question,
            confirmed=confirmed,
        )

    def export(
        self, path: str | Path, format: str = "jsonl", split: str | None = None, seed: int = 0
    ) -> ExportReport:
        """Write the project as a dataset; the same store gives the same bytes.

        Args:
            path: a file; or, without a suffix or with a split, a folder with card and manifest.
            format: name of a format, as `workbench export --list` tells them.
            split: shares of train, validation and test, as "80/10/10".
            seed: another seed, another split.

        Raises:
            workbench.dataset.export.ExportError: it cannot be written.
            workbench.dataset.splits.assign.SplitError: the split is none.
        """
        from workbench.dataset.export import export
        from workbench.dataset.folder.plan import Split

        folder = split is not None or not Path(path).suffix
        wanted = Split(shares=split or "", seed=seed) if folder else None
        return export(self._database, Path(path), format, split=wanted)

    def _at(self, claim_id: str, reviewer: str) -> tuple[int, Session]:
        from db import claims
        from workbench.review.session import Session

        with self._database.read() as connection:
            seq = claims.seq_of(connection, claim_id)
        if seq is None:
            raise KeyError(claim_id)
        return seq, Session(self._database, reviewer)

    def verify(self) -> list[Problem]:
        """Every problem found in the store; an empty list when it is sound."""
        from db.integrity.prove import verify

        return list(verify(self._database))


def open(target: str | Path) -> Store:
    """Open the project at a path or URL; see `Store`."""
    return Store(target)
