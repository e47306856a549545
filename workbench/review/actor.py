"""What every act needs: the store, who acts, and the claim that it is on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from db import articles, reviews
from db.engine import Connection, Database
from db.fold import state as projection
from db.rows import Event, QueueItem
from workbench.review.item import quote, span, wording
from workbench.review.outcome import Outcome, ReviewError
from workbench.review.schemes import Scheme

Act = tuple[str, str | None, str | None, dict[str, Any]]  # kind, article id, claim id, payload


class Actor:
    """A reviewer at a store, with the scheme that she decides with."""

    database: Database
    reviewer: str
    scheme: Scheme

    def _act(self, claim: int, kind: str, payload: dict[str, Any], word: str) -> Outcome:
        with self.database.read() as connection:  # what never changes needs no writer's place
            item = self._item(connection, claim)
            words = _words(connection, item)
        with self.database.write() as connection:
            kind, payload = self._meant(connection, claim, kind, payload)
            act: Act = (kind, item.claim.article_id, item.claim.id, payload)
            self._append(connection, [act])
        return Outcome(f"{word} · {words}", (claim,), focus=claim)

    def _append(
        self, connection: Connection, acts: Sequence[Act], *, reviewing: bool = True
    ) -> list[Event]:
        """Append one act inside a write transaction; everything that she does goes this way.

        Args:
            connection: inside a write transaction.
            acts: the events.
            reviewing: it is part of her review; not set where she settles others'.
        """
        _ = reviewing
        return projection.append(connection, self.reviewer, acts)

    def _meant(
        self, connection: Connection, claim: int, kind: str, payload: dict[str, Any]
    ) -> tuple[str, dict[str, Any]]:
        """The event that an act on a claim stands for: its kind and payload."""
        _ = connection, claim
        return kind, payload

    def _item(self, connection: Connection, claim: int) -> QueueItem:
        found = reviews.items(connection, [claim], self.reviewer)
        if not found or not self._sees(found[0]):
            raise ReviewError(f"there is no claim {claim}")
        return found[0]

    def _sees(self, item: QueueItem) -> bool:
        return item.claim.origin == "proposer" or item.claim.proposer == self.reviewer


def _words(connection: Connection, item: QueueItem) -> str:
    """The claim's words as she holds them; the text is read only where she moved the span."""
    if span(item) == (item.claim.start, item.claim.end):
        return wording(item.claim.quote)
    return wording(quote(item, articles.text(connection, item.claim.article_seq)))


def check_span(text: str, start: int, end: int) -> None:
    """Refuse a span that no claim can have.

    Raises:
        ReviewError: it is empty or outside the text.
    """
    if not 0 <= start <= end <= len(text):
        raise ReviewError("the span lies outside the article")
    if not text[start:end].strip():
        raise ReviewError("the span would be empty")
