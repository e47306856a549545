"""How steady and how right each reviewer is: hidden re-checks and hidden control claims."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

from db.gold import Again

LEAST = 4  # decisions on control claims from which a drift can be told


class Steadiness(NamedTuple):
    """How often a reviewer's outcomes are those they are held against.

    `earlier` and `later` are the shares in the first and in the second half, by time: their
    difference is the drift. None where there is too little to halve.
    """

    reviewer: str
    share: float
    claims: int
    earlier: float | None
    later: float | None

    def as_json(self) -> dict[str, Any]:
        """The same for programs."""
        return self._asdict()


def steadiness(found: Iterable[Again]) -> list[Steadiness]:
    """One row for each reviewer, in the order of the names; `found` is ordered by her and time."""
    rows = []
    for reviewer, group in groupby(found, key=lambda again: again.reviewer):
        same = [again.first == again.other for again in group]
        half = len(same) // 2
        halves = (same[:half], same[half:]) if len(same) >= LEAST else ((), ())
        shares = [sum(part) / len(part) if part else None for part in halves]
        rows.append(Steadiness(reviewer, sum(same) / len(same), len(same), *shares))
    return rows
