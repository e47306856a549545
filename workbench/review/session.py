"""All that one reviewer does with one store: reading her queue, and acting on it.

Every act is committed when its method returns. The session knows no screen: the full screen,
the line mode and the Python interface all use it. It is blind: of reviews it reads only hers.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import dropwhile
from typing import TYPE_CHECKING

from db import articles, assignments, claims, events, reviews, status, suggestions
from db import settings as stored
from db.engine import Database
from db.rows import Article, Event, Filter, Furniture, Progress, QueueItem
from db.settings import Place
from db.status import Counts
from workbench.review import project
from workbench.review.adjudicating import Adjudicating
from workbench.review.assignment import Assigning
from workbench.review.beside.taking import Taking
from workbench.review.deciding import Deciding
from workbench.review.elsewhere import Elsewhere
from workbench.review.evidence.citing import Citing
from workbench.review.evidence.excerpts import Excerpting
from workbench.review.evidence.searching import Searching
from workbench.review.evidence.sufficiency import Judging
from workbench.review.item import quote, span, state, statement
from workbench.review.outcome import Outcome, ReviewError
from workbench.review.practice import practice
from workbench.review.reviewers import check_reviewer
from workbench.review.shaping import Shaping
from workbench.review.undoing import Undoing

if TYPE_CHECKING:
    from workbench.review.dashboard import Dashboard

__all__ = ["Outcome", "ReviewError", "Session", "quote", "span", "state", "statement"]

NO_FILTER = Filter()
CACHED_CHARACTERS = 16_000_000


class Session(
    Assigning,
    Deciding,
    Shaping,
    Citing,
    Taking,
    Judging,
    Searching,
    Excerpting,
    Undoing,
    Adjudicating,
    Elsewhere,
):
    """One reviewer at work on one store. What she can do is in the bases."""

    def __init__(self, database: Database, reviewer: str) -> None:
        self.database = database
        self.reviewer = check_reviewer(reviewer)
        self.read_project()
        self._texts: dict[int, str] = {}

    def read_project(self) -> None:
        """Act by the settings that the project has now."""
        super().read_project()
        self.project = project.settings(self.database)
        self.scheme = self.project.scheme

    def articles(self) -> list[Progress]:
        """All articles with this reviewer's progress, in the order of their import."""
        with self.database.read() as connection:
            return status.progress(connection, self.reviewer)

    def article(self, seq: int) -> Article:
        """One article without its text.

        Raises:
            ReviewError: there is no such article.
        """
        with self.database.read() as connection:
            found = articles.get(connection, seq)
        if found is None:
            raise ReviewError(f"there is no article {seq}")
        return found

    def text(self, seq: int) -> str:
        """The text of an article."""
        if seq not in self._texts:
            with self.database.read() as connection:
                self._texts[seq] = articles.text(connection, seq)
        return self._texts[seq]

    def furniture(self, seq: int) -> list[Furniture]:
        """The parts of an article that are not its story."""
        with self.database.read() as connection:
            return articles.furniture(connection, seq)

    def queue(self, filter: Filter = NO_FILTER) -> array[int]:
        """The seqs of the claims to show, in order. 100,000 take about 0.1 s."""
        with self.database.read() as connection:
            return reviews.queue(connection, self.reviewer, filter)

    def items(self, seqs: Sequence[int]) -> list[QueueItem]:
        """Claims with this reviewer's reviews, in the order of `seqs`."""
        with self.database.read() as connection:
            found = reviews.items(connection, seqs, self.reviewer, self._texts)
        self._forget()
        return found

    def article_items(self, article_seq: int, phrases: bool = False) -> list[QueueItem]:
        """All claims of an article that this reviewer is shown, in text order."""
        return self.items(self.queue(Filter(article_seq=article_seq, phrases=phrases)))

    def merge_with_next(self, claim: int) -> Outcome:
        """Make one claim of this and the next one of its article, in whatever order the queue is.

        Discarded ones are passed over.

        Raises:
            ReviewError: there is no next one; or as `merge`.
        """
        items = self.items([claim])
        if not items:
            raise ReviewError(f"there is no claim {claim}")
        here = items[0].claim
        listed = self.article_items(here.article_seq, phrases=here.kind == "phrase")
        behind = dropwhile(lambda item: item.claim.seq != claim, listed)
        following = (item for item in list(behind)[1:] if state(item) != "discarded")
        other = next(following, None)
        if other is None:
            raise ReviewError("there is no next claim in the article to merge with")
        return self.merge([claim, other.claim.seq])

    def previous_open(self, filter: Filter, before: int) -> int | None:
        """The undecided claim before `before`."""
        with self.database.read() as connection:
            return reviews.previous_open(connection, self.reviewer, filter, before)

    def tags(self) -> list[tuple[str, int]]:
        """Her tags with their counts, most used first, then the scheme's unused ones."""
        with self.database.read() as connection:
            used = reviews.tags_in_use(connection, self.reviewer)
        names = {tag for tag, _ in used}
        return used + [(tag, 0) for tag in self.scheme.tags if tag not in names]

    def proposers(self) -> list[str]:
        """What proposed the claims in her queue, and she herself if she added some."""
        with self.database.read() as connection:
            return reviews.proposers(connection, self.reviewer)

    def guidelines(self) -> str:
        """The project's guidelines, or those of its scheme, and how claims are assigned."""
        own = self.project.guidelines or self.scheme.guidelines
        return "\n\n".join(part for part in (own.rstrip(), *practice(self.project)) if part)

    def counts(self) -> Counts:
        """How much she has decided, and how much is left."""
        with self.database.read() as connection:
            return status.counts(connection, self.reviewer)

    def history(self, claim: int) -> list[Event]:
        """Her own events on a claim, oldest first; none while it is there to be decided again."""
        with self.database.read() as connection:
            found = claims.by_seq(connection, [claim]).get(claim)
            if found is None or assignments.due_among(connection, self.reviewer, [claim]):
                return []
            return events.of_claim(connection, found.id, self.reviewer)

    def dashboard(self) -> Dashboard:
        """How the work of the team stands, as far as she may see it."""
        from workbench.review.dashboard import dashboard

        return dashboard(self.database, self.viewer())

    def why(self, claim: int, width: int | None = None) -> str:
        """Why a claim stands where it stands in the learned orders; fitted to a width if given.

        Of decisions it counts hers alone.
        """
        from workbench.review.learning.reasons import reason

        return reason(self.database, self.reviewer, claim, width)

    def unaided(self) -> frozenset[int]:
        """The articles that are shown without suggestions: she marks their claims herself."""
        with self.database.read() as connection:
            return frozenset(suggestions.unaided_articles(connection))

    def target(self) -> str:
        """Path or URL of the store, as `open_database` takes it; may hold a password."""
        return self.database.engine.url.render_as_string(hide_password=False)

    def place(self) -> tuple[int, int | None] | None:
        """Where she stopped: article seq and claim seq; None when it is not there (any more)."""
        with self.database.read() as connection:
            at = stored.place_of(connection, self.reviewer)
            if at is None:
                return None
            article = articles.seq_of(connection, at.article_id)
            claim = claims.seq_of(connection, at.claim_id) if at.claim_id else None
        return None if article is None else (article, claim)

    def keep_place(self, article_seq: int, claim_seq: int | None) -> None:
        """Remember where she is."""
        with self.database.write() as connection:
            article = articles.get(connection, article_seq)
            found = claims.by_seq(connection, [claim_seq], self._texts) if claim_seq else {}
            claim_id = found[claim_seq].id if claim_seq in found else None
            if article is not None:
                stored.keep_place(connection, self.reviewer, Place(article.id, claim_id))

    def _forget(self) -> None:
        held = sum(map(len, self._texts.values()))
        for seq in list(self._texts)[:-1]:
            if held <= CACHED_CHARACTERS:
                return
            held -= len(self._texts.pop(seq))
