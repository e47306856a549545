"""One reviewer in two windows: nothing is overwritten or taken back that this window never showed.

Each act looks, in its own transaction, for events of hers that came after the last one that this
session knows: one look into an index. Only a session that shows what it has read does so. Every
session looks whether the project's settings are still those that it acts by: a key would else give
a verdict of a scheme that is in force no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from db import events
from db.engine import Connection
from db.events import UNDO_KINDS
from db.rows import Event
from workbench.review.actor import Act, Actor
from workbench.review.outcome import ReviewError
from workbench.review.project import RULES, rules

CHANGED = "the store was changed elsewhere"
SET_ANEW = "the project's settings were changed elsewhere"
ADDING = frozenset({"tagged", "untagged", "cited", "uncited", "added", "sufficiency"})
"""Kinds of events beside which what was done elsewhere stays as it is."""

Mark = tuple[int, str]  # clock and id of an event


class ElsewhereError(ReviewError):
    """The act would meet what she did elsewhere and has not been shown here."""


class Elsewhere(Actor):
    """Notices what the same reviewer did in another window, or with another command."""

    changed_elsewhere = False
    """What is shown is out of date: read it again, and `look_again` first."""
    _newest: Mark | None = None
    _rules: dict[str, Any]

    def read_project(self) -> None:
        """Act by the settings that the project has now."""
        with self.database.read() as connection:
            self._rules = rules(connection)

    def noticed(self) -> bool:
        """Look whether something was done elsewhere that is not shown here."""
        if self._newest is not None and not self.changed_elsewhere:
            with self.database.read() as connection:
                unseen = events.since(connection, self.reviewer, self._newest)
                self.changed_elsewhere = bool(unseen) or rules(connection) != self._rules
        return self.changed_elsewhere

    def look_again(self) -> None:
        """From now on what is in the store counts as shown; call it before reading."""
        with self.database.read() as connection:
            newest = events.recent(connection, self.reviewer, 1)
            set_anew = rules(connection) != self._rules
        if set_anew:
            self.read_project()
        self._newest = (newest[0].clock, newest[0].id) if newest else (0, "")
        self.changed_elsewhere = False

    def knows(self, made: Sequence[Event]) -> None:
        """These events are this session's own."""
        if self._newest is not None and made and not self.changed_elsewhere:
            self._newest = max(self._newest, (made[-1].clock, made[-1].id))

    def _append(
        self, connection: Connection, acts: Sequence[Act], *, reviewing: bool = True
    ) -> list[Event]:
        """Append one act.

        Raises:
            ElsewhereError: it undoes or redoes, or decides anew what was decided elsewhere, or
                the project has other settings by now.
        """
        if self._is_set_anew(connection, reviewing):
            self.changed_elsewhere = self._newest is not None
            raise ElsewhereError(f"{SET_ANEW}, so nothing was done")
        if self._newest is not None:
            self._meets(connection, self._newest, acts)
        made = super()._append(connection, acts, reviewing=reviewing)
        self.knows(made)
        return made

    def _is_set_anew(self, connection: Connection, reviewing: bool) -> bool:
        """Whether an act would follow a scheme, or settle by leads, that are in force no more."""
        now = rules(connection)
        names = ("scheme",) if reviewing else RULES
        return any(now.get(name) != self._rules.get(name) for name in names)

    def _meets(self, connection: Connection, known: Mark, acts: Sequence[Act]) -> None:
        unseen = events.since(connection, self.reviewer, known)
        if not unseen:
            return
        self.changed_elsewhere = True
        touched = {event.claim_id for event in unseen}
        for kind, _, claim, _ in acts:
            if kind in UNDO_KINDS or (kind not in ADDING and claim in touched):
                raise ElsewhereError(f"{CHANGED}, so nothing was done")
