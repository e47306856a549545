"""What commas, dashes, colons and brackets do: they close clauses and set others off."""

from __future__ import annotations

from workbench.propose.lexicon import SAY, word_set
from workbench.propose.rules.asides import AsideRules
from workbench.propose.rules.clause import Clause
from workbench.propose.rules.unit import Unit

_NEVER_PAST = word_set("aged based born")


class MarkRules(AsideRules):
    """Punctuation, apposition and enumeration."""

    def _on_p(self, unit: Unit) -> None:
        mark = self.low[unit.a]
        stop = mark in ".!?…:" and self._clause_follows()
        if mark == ":" and self._colon_speech(unit):
            return
        if (mark == ";" or stop) and self.current.verb is not None:
            root = self.current
            while root.parent is not None:
                self._close(unit.a)
                root = self.current
            root.end = unit.a
            self._open("main", unit.b, None)
        elif mark == ":" and self.current.verb is not None:
            self._open("aside", unit.b, self.current).gap = unit.a
        elif mark in ("(", "["):
            aside = self._open("aside", unit.b, self.current)
            aside.comma = True
        elif mark in (")", "]"):
            self._close_aside(unit)
        elif mark in (",", "–", "—", "--", "-"):
            self._on_comma(unit)

    def _clause_follows(self) -> bool:
        j = self._skip_adverbs(self.i + 1)
        if self._kind(j) in ("IN", "MAYBE"):
            return self._clause_after_adverbial(j) is not None
        return self.verb_after_subject(j) is not None

    def _colon_speech(self, unit: Unit) -> bool:
        verb = self.current.verb
        if verb is None or self.low[verb.main] not in SAY or self.i + 1 >= len(self.units):
            return False
        self._open("content", unit.b, self.current).gap = unit.a
        return True

    def _close_aside(self, unit: Unit) -> None:
        clause: Clause | None = self.current
        while clause is not None and clause.kind != "aside":
            clause = clause.parent
        if clause is not None and clause.parent is not None:
            self._close_to(clause.parent, unit.a)

    def _on_comma(self, unit: Unit) -> None:
        j = self.i + 1
        if self._kind(j) == "CC" and self.low[self.units[j].a] == "both":
            j += 1  # "…, both built in 1930"
        following = self._unit(self._skip_adverbs(j))
        if following is None or self._is_list(j) or self._ends_list(j):
            return
        if self._resumes(unit, following):
            return
        while self.current.parent is not None and self._ends_at_comma(self.current, following):
            self._close(unit.a)
        clause = self.current
        if following.kind not in ("VG", "W", "NP") and self._verbless_aside(unit, j):
            return
        if following.kind == "VG":
            self._verb_after_comma(unit, following, j)
        elif self._age(following, j):
            aside = self._open("appos", following.a, clause)
            aside.comma = True
        elif following.kind == "NP" and self._kind(j) != "ADV":
            self._noun_after_comma(unit, j)
        elif clause.verb is not None and self._adds_to(j):
            self._open("aside", self.units[j].a, clause).gap = unit.a

    def _noun_after_comma(self, comma: Unit, j: int) -> None:
        clause = self.current
        if (clause.verb is None or self._kind(self.i - 1) == "NP") and self._apposition(comma, j):
            return
        if clause.verb is None:
            self._verbless_aside(comma, j)
            return
        at = self.verb_after_subject(j)
        if at is not None and clause.kind == "main":
            clause.end = comma.a
            self._open("main", comma.b, None)
        elif at is None and self._adds_to(j):
            self._open("aside", self.units[j].a, clause).gap = comma.a

    def _resumes(self, comma: Unit, verb: Unit) -> bool:
        """Does the comma close an aside, and the verb of what was begun before it come?"""
        waiting: Clause | None = self.current
        while waiting is not None and not _awaits_verb(waiting):
            waiting = waiting.parent
        if waiting is None or waiting is self.current or verb.kind != "VG":
            return False
        if verb.form == "ed" and verb.main == verb.a and self.low[verb.main] not in _NEVER_PAST:
            verb.form = "fin"
        if verb.form != "fin":
            return False
        self._close_to(waiting, comma.a)
        return True

    def _verb_after_comma(self, comma: Unit, verb: Unit, j: int) -> None:
        if verb.form == "fin" and self.current.verb is not None:
            k = self._skip_adverbs(j) + 1
            if self._predicate_list(k) or self._kind(k) == "NP":
                self._coordinate_verb(comma, verb)
        elif verb.form in ("ing", "ed"):
            self._participle_after_comma(verb, self._unit(self.i - 1))
            if self.current.verb is verb and self.current.gap is None:
                self.current.gap = self.units[self.i + 1].a  # "…, now owned by the city, …"

    def _ends_at_comma(self, clause: Clause, following: Unit) -> bool:
        if clause.kind in ("appos", "aside"):
            return clause.kind == "appos"
        running = following.kind == "VG" and following.form == "ing"
        if clause.kind == "sub" and running and not clause.fronted and self._happens(clause):
            return False  # "… as the river burst its banks, sweeping away a bridge"
        if clause.kind == "sub":
            return (
                clause.fronted
                or following.kind not in ("NP", "IN", "MAYBE")
                or self._finite_before_break(self.i + 1)
            )
        return clause.comma or clause.restrictive

    def _happens(self, clause: Clause) -> bool:
        marker = clause.marker
        return marker is not None and self.low[marker[1] - 1] in ("as", "when", "after")


def _awaits_verb(clause: Clause) -> bool:
    begun = clause.verb is None and clause.subject_start is not None
    return begun and clause.kind not in ("appos", "aside", "part")
