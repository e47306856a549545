"""All that an order of the queue is made from, as it is stored."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from db import decisions, ranks
from db.decisions import Decision, Ranked
from db.engine import Database
from workbench.propose.worthiness import VERSION
from workbench.review.learning.examples import Example, digest, from_bytes, to_bytes
from workbench.review.learning.model import FORMAT

EXAMPLES = "examples"
"""The name that the examples of a file are stored under."""

FEWEST = 5
"""Kept texts, and discarded ones, below which the rules alone give the order."""

FILE_WEIGHT = 1000
"""All examples of a file count as much as this many decisions, once there are decisions."""


class Material(NamedTuple):
    """Decisions, the examples of a file, and the claims to place."""

    decided: list[Decision]
    filed: list[Example]
    claims: list[Ranked]
    extent: list[int]
    source: str  # name of the file

    @property
    def examples(self) -> list[Example]:
        """What to learn from: decisions first."""
        return [*(Example(d.statement, d.kept, d.kind) for d in self.decided), *self.filed]

    @property
    def enough(self) -> bool:
        """Whether there is something to learn from."""
        kept = sum(d.kept for d in self.decided) + sum(e.worth for e in self.filed)
        return FEWEST <= kept <= len(self.decided) + len(self.filed) - FEWEST

    def weights(self) -> list[float]:
        """How much each example counts."""
        own = max(1.0, len(self.filed) / FILE_WEIGHT)
        return [own] * len(self.decided) + [1.0] * len(self.filed)

    def name(self, engine: str) -> str:
        """A digest of all that the order follows from."""
        told = [[d.claim_id, d.reviewer, d.kept] for d in self.decided]
        parts = [engine, FORMAT, VERSION, self.extent, told, digest(to_bytes(self.filed))]
        return digest(json.dumps(parts).encode())


def material_of(database: Database) -> Material:
    """What is stored now, in a fixed order."""
    with database.read() as connection:
        filed = ranks.get(connection, EXAMPLES)
        return Material(
            decisions.every(connection),
            from_bytes(filed.state) if filed else [],
            decisions.to_rank(connection),
            decisions.extent(connection),
            str(filed.meta.get("source", "")) if filed else "",
        )


def keep_examples(database: Database, examples: Sequence[Example], source: str) -> None:
    """Keep the examples of a file with the project, in place of those of another file."""
    with database.write() as connection:
        ranks.put(connection, EXAMPLES, 1, to_bytes(examples), {"source": source})


def forget_examples(database: Database) -> bool:
    """Take the examples of a file out of the project; whether there were any."""
    with database.write() as connection:
        return ranks.drop(connection, EXAMPLES)
