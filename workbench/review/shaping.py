"""Acts that make new claims: add, split, merge."""

from __future__ import annotations

from collections.abc import Sequence

from db import articles, claims, identity, reviews
from db.engine import Connection
from db.rows import QueueItem
from workbench.review.actor import Act, Actor, check_span
from workbench.review.item import span, state, wording
from workbench.review.outcome import Outcome, ReviewError
from workbench.text.paragraph import sentence_around
from workbench.text.words import trim

NEW_WORTH = 0.5  # what a person marked is neither more nor less worth than the middle


class Shaping(Actor):
    """What is replaced is discarded by the same act, so that one undo brings it back."""

    def add_claim(self, article_seq: int, start: int, end: int) -> Outcome:
        """Add a claim at [start, end), white space at its ends left out.

        Raises:
            ReviewError: the span is empty or outside the article.
        """
        with self.database.write() as connection:
            article = articles.get(connection, article_seq)
            if article is None:
                raise ReviewError(f"there is no article {article_seq}")
            text = articles.text(connection, article_seq)
            check_span(text, start, end)
            start, end = trim(text, start, end)
            known = self._known(connection, article.id, start, end)
            if known is not None:
                return Outcome("that is a claim already", focus=known)
            act = self._added(article.id, text, start, end)
            made = self._append(connection, [act])
            seq = claims.seq_of(connection, str(made[0].claim_id))
        return _new(f"added · {text[start:end]}", [seq])

    def split(self, claim: int, at: int) -> Outcome:
        """Split a claim in two at an offset of the article; the old one is discarded.

        Raises:
            ReviewError: one of the halves would be empty.
        """
        with self.database.write() as connection:
            item = self._item(connection, claim)
            text = articles.text(connection, item.claim.article_seq)
            start, end = span(item)
            halves = [trim(text, start, at), trim(text, at, end)]
            if not start < at < end or any(a >= b for a, b in halves):
                raise ReviewError("a claim is split at a word inside it")
            return self._replace(connection, [item], text, halves, "split")

    def merge(self, wanted: Sequence[int]) -> Outcome:
        """Make one claim of several; the old ones are discarded.

        Raises:
            ReviewError: fewer than two claims, or claims of two articles.
        """
        with self.database.write() as connection:
            items = [self._item(connection, claim) for claim in dict.fromkeys(wanted)]
            if len(items) < 2:
                raise ReviewError("two claims or more can be merged")
            if len({item.claim.article_seq for item in items}) > 1:
                raise ReviewError("only claims of the same article can be merged")
            text = articles.text(connection, items[0].claim.article_seq)
            spans = [span(item) for item in items]
            whole = (min(start for start, _ in spans), max(end for _, end in spans))
            return self._replace(connection, items, text, [whole], "merged")

    def _replace(
        self,
        connection: Connection,
        items: list[QueueItem],
        text: str,
        spans: list[tuple[int, int]],
        reason: str,
    ) -> Outcome:
        article_id = items[0].claim.article_id
        tags = sorted({tag for item in items if item.review for tag in item.review.tags})
        taken = {item.claim.id for item in items}
        acts: list[Act] = [
            ("discarded", article_id, item.claim.id, {"reason": reason}) for item in items
        ]
        fresh = []
        for start, end in spans:
            added = self._added(article_id, text, start, end)
            if added[2] in taken or self._kept(connection, article_id, start, end):
                raise ReviewError(f"there is a claim already at {start}–{end}")
            acts.append(added)
            acts += [("tagged", article_id, added[2], {"tag": tag}) for tag in tags]
            fresh.append(str(added[2]))
        self._append(connection, acts)
        seqs = [claims.seq_of(connection, claim_id) for claim_id in fresh]
        outcome = _new(reason, seqs)
        return outcome._replace(changed=tuple(item.claim.seq for item in items))

    def _added(self, article_id: str, text: str, start: int, end: int) -> Act:
        claim_id = identity.claim_id(article_id, start, end, f"reviewer:{self.reviewer}")
        sentence = sentence_around(text, start, end)
        payload = {
            "start": start,
            "end": end,
            "sentence_start": sentence[0],
            "sentence_end": sentence[1],
            "quote": text[start:end],
            "statement": wording(text[start:end]),
            "parts": [[start, end]],
            "kind": "clause",
            "worth": NEW_WORTH,
            "attributed_to": None,
        }
        return ("added", article_id, claim_id, payload)

    def _kept(self, connection: Connection, article_id: str, start: int, end: int) -> bool:
        """Is there a claim at exactly this span that she has not discarded, as by a split?"""
        known = self._known(connection, article_id, start, end)
        return known is not None and state(self._item(connection, known)) != "discarded"

    def _known(self, connection: Connection, article_id: str, start: int, end: int) -> int | None:
        """The claim at exactly this span: of those suggested, or her own; None if there is none.

        A candidate that the project hides (a noun phrase, any of an article without suggestions)
        counts for nothing: she would be led to what she is not to see.
        """
        theirs = identity.claim_id(article_id, start, end, "proposer")
        hers = identity.claim_id(article_id, start, end, f"reviewer:{self.reviewer}")
        found = reviews.suggested(connection, theirs)
        own = claims.by_id(connection, hers) if found is None else None
        return own.seq if own is not None and own.status == "active" else found


def _new(message: str, seqs: Sequence[int | None]) -> Outcome:
    added = tuple(seq for seq in seqs if seq is not None)
    return Outcome(message, added=added, focus=added[0] if added else None)
