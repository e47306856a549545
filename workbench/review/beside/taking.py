"""Acts that take over what was decided before: a verdict, or the evidence that it rests on.

Never by themselves: a reviewer asks for each. The event records where it was taken from.
"""

from __future__ import annotations

from typing import Any

from db import articles, identity, sources
from db.engine import Connection
from db.fold import evidence as evidence_fold
from db.rows import Document, Evidence, QueueItem
from workbench.review.actor import Act, Actor
from workbench.review.beside.precedent import Precedent
from workbench.review.evidence.amending import pieces_of, shown
from workbench.review.evidence.citable import DIFFERS, check_url, flags_of, same_piece
from workbench.review.outcome import Outcome, ReviewError

TAKEN = "taken_from"
"""The key in an event's payload that tells where it was taken from."""

_STANCES = {"supported": "supports", "refuted": "refutes"}


class Taking(Actor):
    """Each act is committed before its method returns."""

    def take_verdict(self, claim: int, precedent: Precedent) -> Outcome:
        """Give the verdict that a precedent has, in the labels of this scheme.

        Raises:
            ReviewError: no label of the scheme says the same, or several do.
        """
        label = self.scheme.label(precedent.label or "")
        if label is None:
            raise ReviewError(
                f"no single verdict here says “{precedent.verdict}”: decide with its own key"
            )
        payload = {"label": label.id, "scheme": self.scheme.ref, TAKEN: precedent.origin()}
        return self._act(claim, "verdict", payload, f"{label.name}, taken over")

    def take_evidence(self, claim: int, precedent: Precedent) -> Outcome:
        """Cite what a precedent rests on, in one act: its pieces, or the address of the check.

        Pieces that the claim has already are left out.

        Raises:
            ReviewError: there is none that the claim does not have yet.
        """
        with self.database.write() as connection:
            item = self._item(connection, claim)
            mine = pieces_of(item)
            offered = _offered(precedent)
            fresh = [one for one in offered if not any(same_piece(one, own) for own in mine)]
            if not fresh:
                why = "has no evidence to take over" if not offered else "is cited here already"
                raise ReviewError(f"that verdict {why}")
            made = [self._here(connection, item, piece, precedent.published) for piece in fresh]
            self._append(connection, [_cited(item, one, precedent) for one in made])
        count = "1 piece" if len(made) == 1 else f"{len(made)} pieces"
        told = "; ".join(dict.fromkeys(flag for one in made for flag in one.flags))
        message = f"{count} of evidence taken over{f' ({told})' if told else ''} · {shown(made[0])}"
        return Outcome(message, (claim,), focus=claim)

    def _here(
        self, connection: Connection, item: QueueItem, piece: Evidence, published: str | None
    ) -> Evidence:
        """A piece as it stands on this claim: what must be told of it depends on the article."""
        article = articles.get(connection, item.claim.article_seq)
        assert article is not None  # a claim belongs to its article by a foreign key
        document: Document | None = None
        if piece.source_id is not None:
            document = sources.documents(connection, [piece.source_id]).get(piece.source_id)
            if document is None:
                raise ReviewError(f"there is no source {piece.source_id[:12]}")
        kept = tuple(flag for flag in piece.flags if flag.startswith(DIFFERS))
        flags = kept + flags_of(article, document, published)
        return piece._replace(id=identity.new_uuid(), flags=flags, at="")


def _offered(precedent: Precedent) -> list[Evidence]:
    if precedent.kind == "decided" or not precedent.url:
        return list(precedent.evidence)
    return [
        Evidence(
            id="",
            source_id=None,
            url=check_url(precedent.url),
            start=None,
            end=None,
            quote="",
            stance=_STANCES.get(precedent.polarity, "context"),
            check="not held",
            set_no=1,
            question="",
            flags=(),
            at="",
        )
    ]


def _cited(item: QueueItem, made: Evidence, precedent: Precedent) -> Act:
    payload: dict[str, Any] = {**evidence_fold.payload(made), TAKEN: precedent.origin()}
    return "cited", item.claim.article_id, item.claim.id, payload
