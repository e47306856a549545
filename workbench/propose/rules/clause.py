"""A clause of a sentence, as ranges of its words."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.propose.lexicon import CONDITION
from workbench.propose.rules.unit import Unit

Range = tuple[int, int]
INVERTED = frozenset(("had", "were", "should"))
"""What a condition begins with that has no "if": "Had the vote been tied, …"."""


@dataclass(eq=False, slots=True)
class Clause:
    """A clause as ranges of words.

    ``kind``: main, coord (shares its subject), rel, sub, content (of saying), part, appos.
    ``start`` is its first word after ``marker``; ``subject`` may lie outside (shared).
    """

    kind: str
    start: int
    parent: Clause | None = None
    marker: Range | None = None
    subject: Range | None = None
    verb: Unit | None = None
    shared_aux: Range | None = None
    end: int = -1
    last_np: Unit | None = None
    fronted: bool = False
    comma: bool = False
    restrictive: bool = False
    children: list[Clause] = field(default_factory=list)
    subject_start: int | None = None
    lead: Range | None = None  # an adverbial before the subject
    antecedent: Range | None = None  # of a relative clause with a subject of its own
    relative: Range | None = None  # the relative word of a coordinated one
    copular: bool = False  # "X is a film directed by …": X is what was directed
    gap: int | None = None  # where the mark or conjunction before a coordinated clause begins

    def first(self) -> int:
        """The first word that goes when the clause is cut out of the one around it."""
        if self.gap is not None:
            return self.gap
        return self.marker[0] if self.marker else self.start


def is_condition(clause: Clause, low: list[str]) -> bool:
    """Does the clause state a condition, which must stay with what it conditions?"""
    if clause.kind != "sub" or clause.marker is None:
        return False
    return any(w in CONDITION or w in INVERTED for w in low[clause.marker[0] : clause.marker[1]])
