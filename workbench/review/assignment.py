"""What goes to whom: leases, claims that come back, control claims, sets that are given.

Without an overlap everybody reviews everything, and nothing here costs more than reading one
setting. With an overlap of K a reviewer takes leases on the next claims of her queue, and an act
on a claim whose K slots others hold is refused, inside the transaction that would record it: so
no claim gets more than K reviews in one store.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from math import ceil, floor
from typing import Any

from db import assignments, claims, events, reviews
from db import settings as stored
from db.engine import Connection, StoreError
from db.rows import Event, Filter
from workbench.review.actor import Act, Actor
from workbench.review.outcome import Outcome, ReviewError
from workbench.review.project import Project

BATCH = 20  # claims that are leased at once, but never more than half of those that are free
RECHECK_GAP = 20  # decisions between a verdict and the time when its claim may come back
RECHECK_POOL = 200
DECISIONS = ("verdict", "discarded")
OF_OTHERS = ("sufficiency",)  # acts that are about another's review
NO_FILTER = Filter()


class Assigning(Actor):
    """The queue of a reviewer in a team."""

    project: Project
    _brought_back: tuple[int, ...] = ()

    def next_open(self, filter: Filter = NO_FILTER, after: int | None = None) -> int | None:
        """The next claim to decide behind `after`, from the top again when there is none.

        A claim that comes back to her is first. With an overlap the claim is leased to her: it
        is nobody else's until she has decided it, or has left it for half an hour.
        """
        with self.database.read() as connection:
            values = stored.some(connection, "recheck", assignments.OVERLAP)
            if float(values.get("recheck", 0)):
                again = reviews.open_again(connection, self.reviewer, filter)
                if again is not None:
                    return again
            overlap = int(values.get(assignments.OVERLAP, 0))
            if not overlap:
                return reviews.next_open(connection, self.reviewer, filter, after)
        found = self._leased(filter, after, overlap)
        return found if found is not None or after is None else self._leased(filter, None, overlap)

    def _leased(self, filter: Filter, after: int | None, overlap: int) -> int | None:
        """The next claim behind `after` that she holds; leases are taken where she holds none."""
        with self.database.read() as connection:
            held = reviews.open_behind(connection, self.reviewer, filter, after, held=True)
            if held is not None:
                return held
            if reviews.open_behind(connection, self.reviewer, filter, after) is None:
                return None
        with self.database.write() as connection:
            self._take_batch(connection, filter, after, overlap)
            return reviews.open_behind(connection, self.reviewer, filter, after, held=True)

    def _take_batch(
        self, connection: Connection, filter: Filter, after: int | None, overlap: int
    ) -> None:
        first = reviews.open_behind(connection, self.reviewer, filter, after)
        if first is None:
            return
        free = reviews.open_batch(connection, self.reviewer, filter, first, 2 * BATCH)
        batch = free[: ceil(len(free) / 2)]
        assignments.lease(connection, self.reviewer, batch, overlap)
        share = float(stored.get(connection, "controls", 0))
        if share:
            wanted = ceil(share * len(batch))
            fresh = assignments.fresh_controls(connection, self.reviewer, wanted)
            assignments.hold(connection, self.reviewer, fresh, assignments.CONTROL)

    def release(self) -> None:
        """Give her leases back, so that others need not wait until they are over."""
        with self.database.write() as connection:
            assignments.release(connection, self.reviewer)

    def close(self) -> None:
        """Give her leases back and close the store."""
        try:
            if self.project.overlap:
                self.release()
        except StoreError:
            pass  # they come back by themselves
        finally:
            self.database.close()

    def assign(self, reviewer: str, wanted: Sequence[int]) -> int:
        """Give a reviewer a fixed set of claims, beside what she was given before.

        From then on she is shown what was given to her, and nothing else.

        Returns:
            How many claims are new in her set.

        Raises:
            ReviewError: the project names leads, and this session's reviewer is none.
        """
        return self._give(reviewer, wanted, "assigned")

    def unassign(self, reviewer: str) -> int:
        """Take the fixed set of a reviewer away; returns how many claims it had."""
        with self.database.read() as connection:
            query = assignments.given(reviewer, assignments.FIXED)
            held = [int(seq) for seq in connection.execute(query).scalars()]
        return self._give(reviewer, held, "unassigned")

    def _give(self, reviewer: str, wanted: Sequence[int], kind: str) -> int:
        if self.project.leads and self.reviewer not in self.project.leads:
            raise ReviewError(f"only leads assign claims here: {', '.join(self.project.leads)}")
        with self.database.write() as connection:
            before = self._set_of(connection, reviewer)
            ids = assignments.ids_of(connection, wanted)
            payload = {"reviewer": reviewer, "claims": ids}
            self._append(connection, [(kind, None, None, payload)], reviewing=False)
            return abs(self._set_of(connection, reviewer) - before)

    def _set_of(self, connection: Connection, reviewer: str) -> int:
        return len(connection.execute(assignments.given(reviewer, assignments.FIXED)).all())

    def _act(self, claim: int, kind: str, payload: dict[str, Any], word: str) -> Outcome:
        self._brought_back = ()
        outcome = super()._act(claim, kind, payload, word)
        return outcome._replace(changed=(*outcome.changed, *self._brought_back))

    def _meant(
        self, connection: Connection, claim: int, kind: str, payload: dict[str, Any]
    ) -> tuple[str, dict[str, Any]]:
        """A decision on a claim that came back is a second verdict: her review stays."""
        if kind not in DECISIONS or not assignments.due_among(connection, self.reviewer, [claim]):
            return kind, payload
        label, scheme = payload.get("label"), payload.get("scheme")
        taken = {name: value for name, value in payload.items() if name == "taken_from"}
        return "rechecked", {"label": label, "scheme": scheme, "discarded": label is None, **taken}

    def _append(
        self, connection: Connection, acts: Sequence[Act], *, reviewing: bool = True
    ) -> list[Event]:
        """Append one act, if the claims that it is on are hers to act on.

        Raises:
            ReviewError: others hold all slots of a claim, or it is there for a verdict only.
        """
        reviewing = reviewing and any(kind not in OF_OTHERS for kind, *_ in acts)
        values = stored.some(connection, "recheck", assignments.OVERLAP) if reviewing else {}
        overlap = int(values.get(assignments.OVERLAP, 0))
        share = float(values.get("recheck", 0))
        if not overlap and not share:
            return super()._append(connection, acts, reviewing=reviewing)
        kinds = {kind for kind, *_ in acts}
        seqs = claims.seqs_of(connection, [claim for _, _, claim, _ in acts if claim])
        if not kinds <= {"rechecked", *events.UNDO_KINDS} and assignments.due_among(
            connection, self.reviewer, seqs
        ):
            raise ReviewError("this claim came back to you: it takes a verdict, and nothing else")
        if overlap:
            made = self._within(connection, acts, seqs, overlap)
        else:
            made = super()._append(connection, acts, reviewing=True)
        if share and kinds & set(DECISIONS):
            self._bring_back(connection, share)
        return made

    def _within(
        self, connection: Connection, acts: Sequence[Act], seqs: Sequence[int], overlap: int
    ) -> list[Event]:
        full = assignments.refused(connection, self.reviewer, seqs, overlap)
        undoing = all(kind in events.UNDO_KINDS for kind, *_ in acts)
        if full and not undoing:
            raise ReviewError(_refusal(overlap))
        made = super()._append(connection, acts, reviewing=True)
        done = assignments.decided_among(connection, self.reviewer, seqs)
        if done & set(full):  # an undo or redo would bring one decision too many into effect
            raise ReviewError(_refusal(overlap))
        fresh = seqs
        if any(kind == "added" for kind, *_ in acts):
            fresh = claims.seqs_of(connection, [claim for _, _, claim, _ in acts if claim])
        assignments.release(connection, self.reviewer, sorted(done))
        kept = [seq for seq in fresh if seq not in done and seq not in full]
        assignments.hold(connection, self.reviewer, kept)
        assignments.renew(connection, self.reviewer)
        return made

    def _bring_back(self, connection: Connection, share: float) -> None:
        """Let one of her earlier claims come back, if it is time for one."""
        decided = assignments.settled_decisions(connection, self.reviewer)
        if floor(share * decided) <= assignments.rechecks(connection, self.reviewer):
            return
        pool = assignments.old_decisions(connection, self.reviewer, RECHECK_GAP, RECHECK_POOL)
        if pool:
            seq, _ = min(pool, key=lambda row: self._lot(row[1]))
            assignments.hold(connection, self.reviewer, [seq], assignments.RECHECK)
            self._brought_back = (seq,)

    def _lot(self, claim_id: str) -> str:
        """A number drawn for a claim: the same in every copy of the project."""
        return sha256(f"{self.project.id}\n{self.reviewer}\n{claim_id}".encode()).hexdigest()


def _refusal(overlap: int) -> str:
    if overlap == 1:
        return "another reviewer has this claim; go on with the next"
    return f"this claim has its {overlap} reviewers; go on with the next"
