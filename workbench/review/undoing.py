"""Undo and redo: acts like any other, so that they too are kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from db import claims, events
from db.engine import Connection
from db.rows import Event
from workbench.review.actor import Act, Actor
from workbench.review.outcome import Outcome, ReviewError

SETTLED = "adjudicated"  # the kind of the events that settle a claim
UNDO_WORDS = {"undone": "undone", "redone": "done again"}
ACT_WORDS = {
    "verdict": "verdict",
    "later": "later",
    "discarded": "discard",
    "tagged": "tag",
    "untagged": "tag off",
    "noted": "note",
    "reworded": "wording",
    "moved": "span",
    "added": "claim added",
    "adjudicated": "decision",
    "rechecked": "verdict",
    "cited": "evidence",
    "uncited": "evidence off",
    "sufficiency": "judgement of evidence",
}


class Undoing(Actor):
    """Without limit, and across restarts: what can be undone is read from the events."""

    def undo(self) -> Outcome:
        """Take back her last act that is in effect. Without limit, across restarts.

        Raises:
            ReviewError: there is nothing to undo.
        """
        return self._turn("undone", events.last_effective_act, "nothing to undo")

    def redo(self) -> Outcome:
        """Do again what was undone last.

        Raises:
            ReviewError: there is nothing to redo.
        """
        return self._turn("redone", events.last_undone_act, "nothing to redo")

    def undo_settling(self) -> Outcome:
        """Take back the last claim, or claims, that she settled; her own review stays as it is.

        Raises:
            ReviewError: there is nothing of the kind to undo.
        """
        find = partial(events.last_effective_act, only=SETTLED)
        return self._turn("undone", find, "nothing to undo: none of what you settled is in effect")

    def redo_settling(self) -> Outcome:
        """Settle again what `undo_settling` took back last.

        Raises:
            ReviewError: there is nothing of the kind to redo.
        """
        find = partial(events.last_undone_act, only=SETTLED)
        return self._turn("redone", find, "nothing to redo: nothing that you settled was undone")

    def _turn(
        self, kind: str, find: Callable[[Connection, str], str | None], nothing: str
    ) -> Outcome:
        with self.database.write() as connection:
            target = find(connection, self.reviewer)
            if target is None:
                raise ReviewError(nothing)
            touched = [e for e in events.of_act(connection, target) if e.claim_id]
            if kind == "redone":
                self._check_labels(touched)
            ids = dict.fromkeys((e.article_id, e.claim_id) for e in touched)
            payload = {"act": target}
            acts: list[Act] = [(kind, article, claim, payload) for article, claim in ids]
            if all(e.kind == SETTLED for e in touched):  # may be thousands, and adds none
                self._append(connection, acts, reviewing=False)
                seqs = claims.seqs_of(connection, [str(e.claim_id) for e in touched])
                return Outcome(f"{UNDO_WORDS[kind]}: {_tell(touched)}", seqs, focus=seqs[0])
            before = self._active(connection, touched)
            self._append(connection, acts)
            after = self._active(connection, touched)
        return _turned(f"{UNDO_WORDS[kind]}: {_tell(touched)}", before, after)

    def _check_labels(self, touched: list[Event]) -> None:
        """Refuse to bring back a verdict that the scheme has no more.

        Those that were undone don't keep a project from another scheme, so only redo meets one.
        """
        for event in touched:
            label = event.payload.get("label") if event.kind in events.LABEL_KINDS else None
            if label is not None and self.scheme.label(str(label)) is None:
                raise ReviewError(
                    f"the scheme has no verdict '{label}' any more: it cannot be done again"
                )

    def _active(self, connection: Connection, touched: list[Event]) -> dict[int, bool]:
        found = [claims.by_id(connection, str(e.claim_id)) for e in touched]
        return {claim.seq: claim.status == "active" for claim in found if claim is not None}


def _turned(message: str, before: dict[int, bool], after: dict[int, bool]) -> Outcome:
    added = tuple(seq for seq, active in after.items() if active and not before[seq])
    removed = tuple(seq for seq, active in after.items() if not active and before[seq])
    changed = tuple(seq for seq in after if seq not in added and seq not in removed)
    focus = next((seq for seq, active in after.items() if active), None)
    return Outcome(message, changed, added, removed, focus)


def _tell(touched: list[Event]) -> str:
    first = touched[0]
    if first.payload.get("reason") in ("split", "merged"):
        return str(first.payload["reason"])
    if first.kind == "tagged":
        return f"tag {first.payload['tag']}"
    if first.kind == SETTLED and len(touched) > 1:
        return f"{len(touched):,} decisions"
    return ACT_WORDS.get(first.kind, first.kind)
