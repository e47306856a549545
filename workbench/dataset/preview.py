"""What an export would hold, told before anything is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.dataset.folder.matched import NOTHING, matched
from workbench.dataset.folder.plan import Side, plan
from workbench.dataset.folder.write import Wish, ages
from workbench.dataset.reading import Progress, Tally
from workbench.dataset.splits.together import Together

if TYPE_CHECKING:
    from db.engine import Database


@dataclass(frozen=True)
class Preview:
    """The counts, and what was found out about leaks."""

    tally: Tally
    sides: dict[str, Side]  # by name; one, `WHOLE`, without a split
    groups: int  # of articles that stay together
    largest: int  # articles in the largest group
    joined: dict[str, int]  # kind of near-duplicate → pairs that are kept together
    leaks: int  # pairs that stand on two sides
    hidden: int  # reviews of others that the viewer may not see
    together: list[Together] = field(default_factory=list)  # groups of two articles or more

    @property
    def labels(self) -> dict[str, int]:
        """Claims by label, over all sides, the commonest first."""
        whole: Counter[str] = Counter()
        for side in self.sides.values():
            whole.update(side.labels)
        return dict(sorted(whole.items(), key=lambda one: (-one[1], one[0])))


def preview(database: Database, wish: Wish, progress: Progress | None = None) -> Preview:
    """Read a project as an export would, and write nothing.

    Args:
        database: the store; it is read in one transaction.
        wish: what is asked for.
        progress: called with what is done and how much there is: claims read, then compared. What
            it raises ends the reading.

    Raises:
        workbench.dataset.export.ExportError: the format needs texts that are not to be shown.
        workbench.dataset.splits.assign.SplitError: the split cannot be made, or leaks.
        workbench.dataset.choice.ChoiceError: there is no such verdict or tag.
        workbench.dataset.formats.FormatError: no such format.
    """
    wish.check(database)
    with database.read() as connection:
        reader = wish.reader(database, connection, progress, shown=False)
        known = matched(connection) if wish.split.wanted else NOTHING
        made = plan(reader.export(), ages(connection), wish.split, progress, known)
    return Preview(
        reader.tally,
        made.sides,
        made.groups,
        made.largest,
        made.joined_by,
        len(made.leaks),
        reader.hidden,
        made.together,
    )
