"""The clauses open at a place in a sentence."""

from __future__ import annotations

from workbench.propose.rules.clause import Clause
from workbench.propose.rules.lookahead import Lookahead
from workbench.propose.rules.unit import Unit


class ClauseStack(Lookahead):
    """``current`` is the innermost open clause; its parents are open, too."""

    def __init__(self, units: list[Unit], low: list[str], tags: list[str]) -> None:
        super().__init__(units, low, tags)
        self.clauses: list[Clause] = []
        self.again: Clause | None = None  # a relative clause that "and who" goes on from
        self.current = self._open("main", units[0].a if units else 0, None)

    def _open(self, kind: str, start: int, parent: Clause | None) -> Clause:
        clause = Clause(kind, start, parent)
        self.clauses.append(clause)
        if parent is not None:
            parent.children.append(clause)
        self.current = clause
        return clause

    def _close(self, at: int) -> None:
        """End the current clause; the outermost one stays current."""
        self.current.end = at
        if self.current.parent is not None:
            self.current = self.current.parent

    def _close_to(self, clause: Clause, at: int) -> None:
        while self.current is not clause:
            self._close(at)
