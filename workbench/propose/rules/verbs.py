"""What a verb group does: it makes a clause of what is open, or begins a participle's."""

from __future__ import annotations

from workbench.propose.lexicon import BE, LEADING, SAY, TITLES
from workbench.propose.rules.clause import INVERTED, Clause, Range
from workbench.propose.rules.participles import may_be_participle
from workbench.propose.rules.stack import ClauseStack
from workbench.propose.rules.unit import Unit


class VerbRules(ClauseStack):
    """Finite verbs and participles."""

    def _on_vg(self, unit: Unit) -> None:
        clause = self.current
        if unit is clause.verb:
            return
        if self._inverted_condition(unit):
            condition = self._open("sub", unit.b, clause)
            condition.marker, condition.fronted = (unit.a, unit.b), True
            return
        if unit.form == "fin":
            self._on_finite(unit)
        elif unit.form in ("ed", "ing"):
            self._on_participle(unit)
        elif unit.form == "base" and clause.verb is None:
            if clause.subject_start is not None:
                self._promote(unit)
            elif clause.kind == "main":
                clause.kind = "imperative"
                clause.verb = unit

    def _inverted_condition(self, unit: Unit) -> bool:
        """ "Had the vote been tied, the mayor would …"."""
        if (
            self.low[unit.a] not in INVERTED
            or unit.b > unit.a + 1
            or self._kind(self.i + 1) != "NP"
        ):
            return False
        opens = all(u.kind in ("P", "ADV", "CC") for u in self.units[: self.i])
        return opens and any(u.kind == "P" and self.low[u.a] == "," for u in self.units[self.i :])

    def _on_finite(self, unit: Unit) -> None:
        clause = self.current
        if self._said_of_noun(unit):
            return
        if clause.verb is None and clause.subject_start is not None and self._aside(unit):
            unit.form = "ed"
            self._participle_after_comma(unit, self._unit(self.i - 2))
            return
        while clause.verb is not None and clause.parent is not None:
            if clause.parent.verb is None or clause.restrictive:
                self._close(unit.a)
                clause = self.current
            else:
                break
        if clause.verb is not None and self._reread_as_participle(clause, unit):
            return
        if clause.verb is not None:
            return
        clause.verb = unit
        if clause.subject is None:
            self._set_subject(clause, unit.a)

    def _said_of_noun(self, unit: Unit) -> bool:
        """ "Pulsa, which the authors say had no role", "tariffs that he said had cost it 7 m"."""
        clause = self.current
        verb, marker = clause.verb, clause.marker
        if clause.kind not in ("relobj", "noun") or verb is None or marker is None:
            return False
        if self.low[verb.main] not in SAY or verb.b != unit.a or clause.subject is None:
            return False
        noun = clause.antecedent
        if clause.kind == "noun":  # "that"
            before = next((u for u in self.units if u.b == marker[0]), None)
            noun = (before.a, before.b) if before is not None and before.kind == "NP" else None
        if noun is None or self.low[marker[0]] not in ("which", "who", "that"):
            return False
        clause.kind, clause.antecedent = "relobj", noun
        told = self._open("content", unit.a, clause)
        told.subject, told.verb, told.comma = noun, unit, clause.comma
        return True

    def _aside(self, unit: Unit) -> bool:
        """ "The institute, founded in 1921, employs …": a participle tagged as a past tense."""
        before = self._unit(self.i - 1)
        start = self.current.subject_start or 0
        return (
            before is not None
            and self.low[before.a] == ","
            and "," not in self.low[start : before.a]  # else this comma closes an aside
            and self._kind(self.i - 2) == "NP"
            and may_be_participle(unit, self.low, self.tags)
            and self._finite_later()
        )

    def _set_subject(self, clause: Clause, at: int) -> None:
        if clause.subject_start is not None:
            end = at
            while end > clause.subject_start and self.low[end - 1] in (",", '"', "“", "”"):
                end -= 1
            clause.subject = (clause.subject_start, end)
            for child in clause.children:
                if child.fronted and child.kind == "part":
                    child.subject = clause.subject

    def _reread_as_participle(self, clause: Clause, unit: Unit) -> bool:
        """ "The deal reached on Tuesday ends …": the first verb was a participle."""
        verb = clause.verb
        before = self._unit(self.i - 1)
        if verb is None or not may_be_participle(verb, self.low, self.tags):
            return False
        if before is None or before.kind not in ("NP", "T", "ADV", "ADJ") or clause.subject is None:
            return False
        if clause.kind not in ("main", "sub", "content"):
            return False
        if any(u.kind in ("CC", "P") for u in self.units[self.units.index(verb) : self.i]):
            return False
        verb.form = "ed"
        clause.verb = unit
        clause.subject = (clause.subject[0], unit.a)
        return True

    def _on_participle(self, unit: Unit) -> None:
        clause = self.current
        before = self._unit(self.i - 1)
        awaited = clause.verb is None and clause.subject_start is not None
        may_rule = clause.kind in ("main", "sub", "content") and unit.form == "ed"
        if awaited and may_rule and not self._finite_later():
            self._promote(unit)
            return
        if clause.verb is None and clause.subject_start is None and self._opens_sentence():
            self._participial(unit, None, restrictive=False)
            self.current.fronted = True
            self.current.gap = clause.start
            return
        if before is None or (before.kind == "P" and self.low[before.a] not in ",–—-"):
            return
        if clause.kind == "relobj" and clause.verb is None and clause.start == unit.a:
            self._promote(unit)  # "all of which concerned fuel"
            return
        dated = before.kind == "NP" and self.tags[before.head] == "CD"
        if dated and clause.restrictive and clause.parent and clause.parent.verb is None:
            self._promote(unit)  # "a mosaic that was moved in 1988 cracked"
            return
        if before.kind == "NP" and unit.form == "ed":
            self._participial(unit, (before.a, before.b), restrictive=True)

    def _promote(self, unit: Unit) -> None:
        unit.form = "fin"
        self._on_finite(unit)

    def _participial(self, unit: Unit, subject: Range | None, restrictive: bool) -> None:
        parent = self.current
        clause = self._open("part", unit.a, parent)
        clause.verb = unit
        if restrictive and parent.verb is not None and parent.subject is not None:
            verb = parent.verb
            there = self.low[parent.subject[0]] == "there"
            if verb.b == self.units[self.i - 1].a and self.low[verb.main] in BE and not there:
                subject, clause.copular = parent.subject, True
        clause.subject = subject
        clause.restrictive = restrictive
        clause.comma = not restrictive

    def _participle_after_comma(self, verb: Unit, before: Unit | None) -> None:
        clause = self.current
        if self.low[verb.main] in LEADING and verb.form == "ing" and self.low[verb.main] not in SAY:
            return
        inner = self.clauses[-1]
        if inner.kind == "rel" and inner.parent is clause and inner.end == self.units[self.i].a:
            self._participial(verb, inner.subject, restrictive=False)  # "a bus that fell, killing"
        elif clause.verb is None:
            if before is not None and before.kind == "NP" and clause.subject_start is not None:
                self._participial(verb, (clause.subject_start, before.b), restrictive=False)
        elif verb.form == "ing" or before is None or before.kind != "NP":
            self._participial(verb, clause.subject, restrictive=False)
        else:
            self._participial(verb, self._whole_phrase(before), restrictive=False)

    def _whole_phrase(self, np: Unit) -> Range:
        """The noun phrase with its prepositional tail up to the relative word."""
        k = self.units.index(np)
        first = k
        if self._kind(k - 1) == "CC" and self._kind(k - 2) == "NP" and k > 3:
            first = k - 2 if self.low[self.units[k - 3].a] == "of" else k  # "ministers of A and B"
        while self.low[self.units[first - 1].a] == "of" and self._kind(first - 2) == "NP":
            if self.low[self.units[first - 2].head] in TITLES:
                break  # "mayor of Kell, which …"
            first -= 2
        return (self.units[first].a, np.b)
