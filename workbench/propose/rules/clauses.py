"""From units to clauses: where each begins and ends, whose subject it has, what it hangs on.

One pass from left to right with a stack of open clauses. A finite verb group makes a clause; marks,
conjunctions, subordinators and relative words open and close them. Linear in the sentence's length.
"""

from __future__ import annotations

from workbench.propose.lexicon import MONTHS, QUANTIFYING, SAY, TELL, THINK, TIME_NOUNS, WEEKDAYS
from workbench.propose.rules.clause import Clause, Range, is_condition
from workbench.propose.rules.relating import RelativeRules
from workbench.propose.rules.unit import Unit

__all__ = ["Clause", "Parser", "Range", "is_condition"]


class Parser(RelativeRules):
    """Finds the clauses of one sentence's units."""

    def parse(self) -> list[Clause]:
        """All clauses in the order of their beginnings; each has its end."""
        count = len(self.units)
        while self.i < count:
            unit = self.units[self.i]
            getattr(self, "_on_" + _HANDLERS.get(unit.kind, "other"))(unit)
            self.i += 1
        end = self.units[-1].b if self.units else 0
        clause: Clause | None = self.current
        while clause is not None:
            clause.end = end
            clause = clause.parent
        return self.clauses

    def _on_np(self, unit: Unit) -> None:
        clause = self.current
        if clause.verb is None and clause.subject_start is None and not self._governed():
            clause.subject_start = start = self._quantified(unit)
            if start > clause.start:
                clause.lead = (clause.start, start)
        elif clause.verb is not None and self._zero_clause(unit):
            return
        self.current.last_np = unit

    def _quantified(self, unit: Unit) -> int:
        """Where the phrase begins: at "more than" of "more than 40 people"."""
        before = self._unit(self.i - 1)
        if before is not None and before.kind == "ADV" and self.low[before.a] in QUANTIFYING:
            return before.a
        return unit.a

    def _governed(self) -> bool:
        j = self.i - 1
        while self._kind(j) in ("ADV", "ADJ"):
            j -= 1
        before = self._unit(j)
        if before is None or before.a < self.current.start:
            return False  # the word before opened this clause
        if before.kind == "VG" and before.form in ("ing", "inf"):
            return True
        return self._kind(j) in ("IN", "MAYBE") or (self._kind(j) == "CC" and self._in_pp(j - 1))

    def _zero_clause(self, unit: Unit) -> bool:
        """A clause without "that" after a verb of saying, or without "which" after a noun."""
        before = self._unit(self.i - 1)
        verb = self.current.verb
        if before is None or verb is None:
            return False
        word = self.low[verb.main]
        if word in TELL and before is verb and self._kind(self.i + 1) == "NP":
            return False  # who was told: "told the meeting the mill had closed"
        said = (word in SAY or word in THINK) and self._only_time_between(verb)
        behind = self.low[verb.b : verb.b + 1]
        said = said and before.kind != "IN" and not (word in _AGREE and behind == ["to"])
        measure = self.low[unit.head] in TIME_NOUNS  # "30 minutes a day"
        related = before.kind == "NP" and self.tags[unit.a] in _DEFINITE and not measure
        at = self.verb_after_subject(self.i) if said or related else None
        if at is None or (not said and at > self.i + 2):
            return False
        clause = self._open("content" if said else "zero", unit.a, self.current)
        clause.subject_start = unit.a
        clause.restrictive = not said
        clause.last_np = unit
        return True

    def _only_time_between(self, verb: Unit) -> bool:
        j = self.i - 1
        hops = 0
        while j >= 0 and self.units[j] is not verb and hops < 5:
            kind = self.units[j].kind
            if kind not in ("T", "ADV", "NP", "IN"):
                return False
            j -= 1
            hops += 1
        told = self.low[verb.main] in TELL
        return j >= 0 and self.units[j] is verb and (hops <= 1 or told or self._kind(j + 1) != "NP")

    def _on_that(self, unit: Unit) -> None:
        before = self._unit(self.i - 1)
        following = self._unit(self._skip_adverbs(self.i + 1))
        parent = self.current
        verb = parent.verb
        again, self.again = self.again, None
        if again is not None and following and following.kind == "VG":
            clause = self._open("rel", unit.b, parent)
            clause.subject = again.subject if again.kind == "rel" else again.antecedent
            clause.comma, clause.restrictive = again.comma, again.restrictive
        elif before is not None and before.kind == "NP" and following and following.kind == "VG":
            clause = self._open("rel", unit.b, parent)
            clause.subject = self._not_the_place(before)
            clause.restrictive = True
        elif verb is not None:
            word = self.low[verb.main]
            saying = word in SAY or word in THINK
            near = before is verb or (saying and self._only_time_between(verb))
            clause = self._open("content" if near or saying else "noun", unit.b, parent)
        elif parent.kind == "part":
            clause = self._open("noun", unit.b, parent)
        else:
            clause = self._open("noun", unit.b, parent)
        clause.marker = (unit.a, unit.b)

    def _not_the_place(self, noun: Unit) -> Range | None:
        """ "The top vehicle in Norland that is no truck": the vehicle, for a name has no "that".

        None behind a month, which does nothing: "a plan made in April that cut it".
        """
        if self.low[noun.head] in MONTHS | WEEKDAYS:
            return None
        j = self.i - 2
        placed = self.low[self.units[j].a] in ("in", "at", "near") if j > 0 else False
        if placed and self.tags[noun.head] == "NNP" and self._kind(j - 1) == "NP":
            return (self.units[j - 1].a, noun.b)
        return (noun.a, noun.b)

    def _on_sub(self, unit: Unit) -> None:
        at = self.verb_after_subject(self.i + 1)
        if unit.kind == "MAYBE" and self.tags[min(unit.b, len(self.tags) - 1)] == "CD":
            return  # "since 1991"
        parent = self.current
        if at is None:
            return
        if unit.kind == "MAYBE" and parent.verb is None and parent.subject_start is not None:
            return  # a preposition inside the subject
        if parent.verb is not None and parent.kind in ("part",) and parent.comma is False:
            self._close(unit.a)
            parent = self.current
        clause = self._open("sub", unit.b, parent)
        clause.marker = (unit.a, unit.b)
        clause.fronted = parent.verb is None and parent.subject_start is None
        before = self._unit(self.i - 1)
        clause.comma = before is not None and self.low[before.a] == ","

    def _on_other(self, unit: Unit) -> None:
        pass


_AGREE = frozenset(("agree", "agrees", "agreed"))  # "agreed to a plan the council drew up"
_DEFINITE = frozenset(("PRP", "DT", "NNP"))
_HANDLERS = {
    "NP": "np", "T": "other", "VG": "vg", "W": "w", "THAT": "that", "SUB": "sub", "MAYBE": "sub",
    "CC": "cc", "P": "p",
}  # fmt: skip
