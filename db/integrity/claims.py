"""Proving claims: each stands in its text, and what reviewers added is as they added it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from db import identity
from db.claims import claim
from db.fold.state import State
from db.rows import Claim, Event, Problem


def prove_claim(found: Claim, content: str) -> Iterator[Problem]:
    """A claim fits the text of its article.

    How a proposer worded it cannot be computed again: it may have been another version.
    """
    where = f"claim {found.id}"
    if not 0 <= found.start < found.end <= len(content):
        yield Problem("claim", where, f"span [{found.start}, {found.end}) is outside the text")
    elif content[found.start : found.end] != found.quote:
        yield Problem("claim", where, f"the text at [{found.start}, {found.end}) is not its quote")
    if not 0 <= found.sentence_start <= found.sentence_end <= len(content):
        yield Problem("claim", where, "its sentence is outside the text")
    elif not found.sentence_start <= found.start < found.end <= found.sentence_end:
        yield Problem("claim", where, "its sentence does not hold its span")
    if any(not 0 <= start < end <= len(content) for start, end in found.parts):
        yield Problem("claim", where, "one of its parts is outside the text")
    if not 0 <= found.worth <= 1:
        yield Problem("claim", where, f"its worth is {found.worth}, and goes from 0 to 1")
    origin = "proposer" if found.origin == "proposer" else f"reviewer:{found.proposer}"
    if identity.claim_id(found.article_id, found.start, found.end, origin) != found.id:
        yield Problem("claim", where, "its id does not follow from article, span and origin")


class Added:
    """The claims that reviewers added, to be compared with the events that say so."""

    def __init__(self, connection: Connection) -> None:
        rows = connection.execute(select(claim).where(claim.c.origin == "reviewer"))
        self._stored = {(str(row.id), str(row.proposer)): row._asdict() for row in rows}

    def compare(
        self, key: tuple[str, str], state: State, history: Iterable[Event]
    ) -> Iterator[Problem]:
        """What is stored of a claim is what she said when she added it."""
        found = self._stored.pop(key, None)
        if found is None:
            return
        where = f"claim {key[0]}"
        if found["status"] != ("active" if state.added else "retired"):
            yield Problem("claim", where, "its status differs from its events")
        # In merged stores one claim may have been added in each: the first to come is kept.
        said = [item.payload for item in history if item.kind == "added"]
        wrong = [[name for name in one if found.get(name) != one[name]] for one in said]
        if wrong and all(wrong):
            yield Problem("claim", where, f"is not as {key[1]} added it: {', '.join(wrong[-1])}")

    def forget(self, key: tuple[str, str]) -> None:
        """Leave out what cannot be compared."""
        self._stored.pop(key, None)

    def rest(self) -> Iterator[Problem]:
        """What no event speaks of."""
        for claim_id, reviewer in self._stored:
            yield Problem("claim", f"claim {claim_id}", f"no event of {reviewer} added it")
