"""A store as formats see it: read in one transaction, article by article."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple

from db import claims, gold, reviews, sources
from workbench.dataset.choice import Choice
from workbench.dataset.records import ClaimRecord, RecordMaker
from workbench.dataset.text_modes import TextMode
from workbench.dataset.view import ArticleView, Export, SourceView
from workbench.review import blind
from workbench.review.project import settings

if TYPE_CHECKING:
    from db.claims import Stretch
    from db.engine import Connection, Database
    from db.rows import Claim, Document, Gold, Review

Progress = Callable[[int, int], None]
EVERYTHING = Choice()
FULL_TEXT = TextMode()


@dataclass
class Tally:
    """What was read. Undecided claims have no verdict of anybody."""

    articles: int = 0
    claims: int = 0
    decided: int = 0
    reviews: int = 0


class _Held(NamedTuple):
    stretch: Stretch
    reviews: Mapping[int, list[Review]]  # by claim seq
    gold: Mapping[int, Gold]


class Reader:
    """Reads one store for one export.

    Args:
        database: the store.
        connection: a reading transaction on it.
        choice: which claims; of these it sees every active one that the project's queue shows,
            and every other one that was reviewed.
        mode: how much of the texts is shown.
        progress: called with the claims read so far and their whole number.
        viewer: the reviewer who exports and reviews blind: without what others did on claims
            that she has not decided; None for everything.
    """

    def __init__(
        self,
        database: Database,
        connection: Connection,
        *,
        choice: Choice = EVERYTHING,
        mode: TextMode = FULL_TEXT,
        progress: Progress | None = None,
        viewer: str | None = None,
    ) -> None:
        self.tally = Tally()
        self.hidden = 0  # reviews of others that the viewer may not see
        self._viewer = viewer
        self._connection = connection
        self._choice = choice
        self._mode = mode
        self._progress = progress
        self._total = claims.count(connection)
        self._seen = 0
        self._documents: dict[str, Document] = {}  # that the claims at hand cite
        self._project = settings(database)
        self._names = {label.id: label.name for label in self._project.scheme.labels}

    def export(self, only: Container[str] | None = None) -> Export:
        """The view of the store, or of the articles with these ids."""
        return Export(self._project, lambda: self._views(only), self._source)

    def _source(self, id: str) -> SourceView | None:
        found = sources.documents(self._connection, [id]).get(id)
        if found is None:
            return None
        text = sources.text(self._connection, id)
        return SourceView(id, found.title, found.url, found.publisher, found.published, text)

    def _views(self, only: Container[str] | None) -> Iterator[ArticleView]:
        self.tally, self._seen, self.hidden = Tally(), 0, 0
        for _, run in groupby(self._held(only), key=lambda held: held.stretch.article.seq):
            first = next(run)
            row, text, _ = first.stretch
            maker = RecordMaker(row, text, self._names.get, self._documents.get)
            records = chain.from_iterable(
                self._records(maker, held) for held in chain([first], run)
            )
            record = next(records, None)
            if record is not None:
                self.tally.articles += 1
                yield self._mode.view(ArticleView(row, text, chain([record], records)))

    def _held(self, only: Container[str] | None) -> Iterator[_Held]:
        """The claims with what reviewers hold of them, some articles at a time."""
        for batch in claims.stretches(self._connection, only=only):
            seqs = [claim.seq for stretch in batch for claim in stretch.claims]
            found = reviews.by_claims(self._connection, seqs)
            settled = gold.of_claims(self._connection, seqs) if self._viewer is None else {}
            self._documents.clear()
            self._documents.update(sources.documents(self._connection, _cited(found.values())))
            for stretch in batch:
                yield _Held(stretch, found, settled)
            self._seen += len(seqs)
            if self._progress is not None:
                self._progress(min(self._seen, self._total), self._total)

    def _records(self, maker: RecordMaker, held: _Held) -> list[ClaimRecord]:
        """The records of a stretch that are chosen; counted when they are made."""
        chosen, tally, apply = [], self.tally, self._choice.apply
        for claim in held.stretch.claims:
            reviews = held.reviews.get(claim.seq, [])
            if self._viewer is not None:
                every, reviews = reviews, blind.seen(self._viewer, reviews)
                self.hidden += len(every) - len(reviews)
            if not reviews and not self._shown_bare(claim):
                continue
            record = apply(maker.record(claim, reviews, held.gold.get(claim.seq)))
            if record is None:
                continue
            chosen.append(record)
            tally.reviews += len(record["reviews"])
            for review in record["reviews"]:
                if review["verdict"]:
                    tally.decided += 1
                    break
        tally.claims += len(chosen)
        return chosen

    def _shown_bare(self, claim: Claim) -> bool:
        """Whether a claim without reviews is in: one that the queue shows, and not another's."""
        if claim.kind == "phrase" and not self._project.phrases:
            return False
        others = claim.origin == "reviewer" and self._viewer not in (None, claim.proposer)
        return claim.status == "active" and not others


def _cited(found: Iterable[list[Review]]) -> set[str]:
    """The ids of the documents that some reviews cite."""
    cited = (review.evidence for held in found for review in held if review.evidence)
    return {piece.source_id for pieces in cited for piece in pieces if piece.source_id is not None}
