"""Which claims were matched to the same claim that was checked before: they must not be parted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from db import checked, events

if TYPE_CHECKING:
    from db.engine import Connection


class Matched(NamedTuple):
    """What joins claims of different articles beside their own words."""

    taken: Mapping[str, tuple[str, ...]]  # claim id → what its verdict or evidence was taken from
    checked: Sequence[tuple[str, str]]  # id and statement of each checked claim of the project


NOTHING = Matched({}, ())


def matched(connection: Connection) -> Matched:
    """What a project knows: verdicts and evidence that were taken over, and its checked claims.

    What was taken over counts also where it was undone since: the claims were found to be the same.
    """
    taken: dict[str, set[str]] = {}
    for claim, kind, origin in events.taken(connection):
        name = f"{kind}:{origin}"
        taken.setdefault(claim, set()).add(name)
        if kind == "decided":  # another claim of this project
            taken.setdefault(origin, set()).add(name)
    return Matched(
        {claim: tuple(sorted(names)) for claim, names in taken.items()},
        [(f"checked:{name}", statement) for name, statement in checked.statements(connection)],
    )
