"""The claims that contradict a claim, or agree with it, as a reviewer sees them.

Verdicts are not looked at, and nothing is decided: a pair is a hint to read both.
"""

from __future__ import annotations

from collections.abc import Iterable
from threading import Event
from typing import NamedTuple

from db import precedents as stored
from db.rows import Claim, QueueItem
from workbench.match.consistency.judge import SIDES, Relation, StatementIndex, relate
from workbench.review.beside.precedent import placed
from workbench.review.breath import Breath
from workbench.review.item import statement
from workbench.review.outcome import ReviewError
from workbench.review.session import Session

_PAGE = 2000
_FRESH = 200  # claims that came since the index was made; more, and it is made again


class Related(NamedTuple):
    """Another claim, and how it stands to the one that was asked about."""

    item: QueueItem
    statement: str  # as she holds it
    title: str | None  # of its article; None where it is that of the claim itself
    relation: Relation

    @property
    def contradicts(self) -> bool:
        """Whether the two disagree; else they agree."""
        return self.relation.kind == "contradicts"


def comparable(first: Claim, second: Claim) -> bool:
    """Whether it means something that two claims agree or disagree.

    Claims whose spans overlap say the same by their making; that something was said, and what was
    said, are different claims.
    """
    if "attribution" in (first.kind, second.kind) and first.kind != second.kind:
        return False
    overlaps = first.start < second.end and second.start < first.end
    return not (overlaps and first.article_id == second.article_id)


class Contradictions:
    """Compares for one reviewer; remembers an index, so keep it, in a thread of its own.

    Args:
        session: whose eyes it sees with.
        closed: ends what takes long when it is set.
    """

    def __init__(self, session: Session, closed: Event | None = None) -> None:
        self._session = session
        self._breathe = Breath(closed or Event())
        self._index: StatementIndex | None = None
        self._seqs: list[int] = []
        self._fresh: list[int] = []

    def of(self, claim: int) -> list[Related]:
        """The claims that speak of the same thing, those that contradict first.

        Raises:
            ReviewError: there is no such claim.
        """
        items = self._session.items([claim])
        if not items:
            raise ReviewError(f"there is no claim {claim}")
        here, wanted = items[0].claim, self._said(items[0])
        self._follow()
        near = [self._seqs[at] for at in self._index.near(wanted)] if self._index else []
        found = []
        for item in self._session.items([seq for seq in (*near, *self._fresh) if seq != claim]):
            if item.claim.status != "active" or not comparable(here, item.claim):
                continue
            said = self._said(item)
            if (relation := relate(wanted, said)) is not None:
                relation = relation._replace(reason=placed(relation.reason, SIDES))
                found.append(Related(item, said, self._title(here, item.claim), relation))
        return sorted(found, key=lambda one: (not one.contradicts, _far(here, one.item.claim)))

    def _said(self, item: QueueItem) -> str:
        return statement(item, self._session.text(item.claim.article_seq))

    def _title(self, here: Claim, other: Claim) -> str | None:
        if other.article_seq == here.article_seq:
            return None
        return self._session.article(other.article_seq).name

    def _follow(self) -> None:
        """Take in the claims that came since the last time."""
        last = max((*self._seqs[-1:], *self._fresh[-1:]), default=0)
        fresh = [one.seq for one in self._pages(last)]
        if self._index is not None and len(self._fresh) + len(fresh) <= _FRESH:
            self._fresh += fresh
            return
        spoken = list(self._pages(0))
        self._index = StatementIndex([one.statement for one in spoken], self._breathe)
        self._seqs, self._fresh = [one.seq for one in spoken], []

    def _pages(self, after: int) -> Iterable[stored.Spoken]:
        while True:
            self._breathe()
            with self._session.database.read() as connection:
                page = stored.shown_after(connection, self._session.reviewer, after, _PAGE)
            if not page:
                return
            yield from page
            after = page[-1].seq


def _far(here: Claim, other: Claim) -> tuple[bool, int, int]:
    """Claims of the same article come first, the nearest before."""
    apart = other.article_seq != here.article_seq
    return apart, other.article_seq if apart else 0, abs(other.start - here.start)
