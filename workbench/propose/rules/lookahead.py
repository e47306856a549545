"""What stands around a place in a sentence: questions that the clause rules ask."""

from __future__ import annotations

from workbench.propose.lexicon import TIME_NOUNS
from workbench.propose.rules.unit import Unit

_PASSED_OVER = frozenset(("ADV", "T"))
_NO_SUBJECT = frozenset(("IN", "MAYBE"))
FAR = 14  # units looked ahead for the verb of a subject


class Lookahead:
    """Units of one sentence and ``i``, the one being read."""

    def __init__(self, units: list[Unit], low: list[str], tags: list[str]) -> None:
        self.units, self.low, self.tags = units, low, tags
        self.i = 0

    def _unit(self, j: int) -> Unit | None:
        return self.units[j] if 0 <= j < len(self.units) else None

    def _kind(self, j: int) -> str:
        return self.units[j].kind if 0 <= j < len(self.units) else ""

    def _skip_adverbs(self, j: int) -> int:
        units = self.units
        while 0 <= j < len(units) and units[j].kind in _PASSED_OVER:
            j += 1
        return j

    def verb_after_subject(self, j: int) -> int | None:
        """Index of the finite verb if a subject and its verb begin at unit ``j``."""
        j = self._skip_adverbs(j)
        if j >= len(self.units) or self.units[j].kind in _NO_SUBJECT:
            return None
        seen_np = inside = False
        commas = 0
        for k in range(j, min(len(self.units), j + FAR)):
            unit = self.units[k]
            if unit.kind == "VG" and unit.form == "fin":
                if inside:
                    inside = False  # the verb of "those who were ill were left out"
                    continue
                return k if seen_np else None
            if unit.kind in ("THAT", "W") and self._relative_follows(k):
                inside = True
                continue
            if unit.kind == "P" and seen_np and self.low[unit.a] == ",":
                after = self._after_relative(k)
                if after is not None:
                    return after
            if unit.kind == "P":
                commas += 1
            measured = unit.kind == "NP" and self.low[unit.head] in TIME_NOUNS
            if measured and self._kind(k + 1) in ("MAYBE", "NP"):
                return None  # "two hours after the river rose", "twelve weeks the pressure"
            if self._breaks_subject(k, seen_np, commas):
                return None
            seen_np = seen_np or unit.kind in ("NP", "T")
        return None

    def _after_relative(self, comma: int) -> int | None:
        """The verb after a relative clause between commas: "the firm, which …, had"."""
        if self._kind(comma + 1) != "W":
            return None
        for k in range(comma + 2, min(len(self.units), comma + FAR)):
            if self.units[k].kind == "P":
                after = self._unit(k + 1)
                return k + 1 if after and after.kind == "VG" and after.form == "fin" else None
        return None

    def _relative_follows(self, k: int) -> bool:
        """ "those who …", "prices that …": a relative clause inside a subject."""
        relative = self.units[k].kind == "THAT" or self.low[self.units[k].a] == "who"
        return relative and self._kind(k - 1) == "NP" and self._kind(k + 1) == "VG"

    def _breaks_subject(self, k: int, seen_np: bool, commas: int) -> bool:
        """Can unit ``k`` not stand between a subject's beginning and its verb?"""
        unit = self.units[k]
        if unit.kind == "VG":
            return unit.form != "ed" or not seen_np
        if unit.kind == "P":
            aside = commas > 1 or self._short_aside(k)
            return self.low[unit.a] != "," or not seen_np or commas > 2 or not aside
        if unit.kind == "MAYBE" and self.low[unit.a] == "than":
            return True  # "one more than it needed"
        if unit.kind == "MAYBE" and self.low[unit.a] == "as" and self._kind(k + 1) == "NP":
            return True  # "no emotion as the verdict was read"
        if unit.kind == "CC":
            return not seen_np or self._kind(k + 1) == "VG"
        return unit.kind in ("SUB", "THAT", "W")

    def _short_aside(self, j: int) -> bool:
        for k in range(j + 1, min(len(self.units), j + FAR)):
            unit = self.units[k]
            if unit.kind == "P":
                after = self._unit(k + 1)
                return bool(after and after.kind == "VG" and after.form == "fin")
            if unit.kind == "VG" and unit.form == "fin":
                return False
        return False

    def _finite_before_break(self, j: int) -> bool:
        """Is there a finite verb from unit ``j`` to the next comma or conjunction?"""
        for k in range(j, min(len(self.units), j + FAR)):
            unit = self.units[k]
            if unit.kind == "VG" and unit.form == "fin":
                return True
            if unit.kind in ("P", "CC", "SUB"):
                return False
        return False

    def _finite_later(self) -> bool:
        for k in range(self.i + 1, min(len(self.units), self.i + FAR)):
            unit = self.units[k]
            if unit.kind == "VG" and unit.form == "fin":
                return True
            if unit.kind == "MAYBE" and self.verb_after_subject(k + 1) is not None:
                return False
            if unit.kind in ("SUB", "W", "THAT") or (
                unit.kind == "P" and self.low[unit.a] not in (",",)
            ):
                return False
            after = self._unit(self._skip_adverbs(k + 1))
            if unit.kind == "CC" and after and after.kind == "VG" and after.form == "fin":
                return False
            if unit.kind == "CC" and self.verb_after_subject(k + 1) is not None:
                return False
        return False

    def _clause_after_adverbial(self, j: int) -> int | None:
        """ "in August of that year the band released …", with or without a comma."""
        k = j
        while self._kind(k) in ("IN", "MAYBE") and self._kind(k + 1) in ("NP", "T"):
            k += 2
        if k > j and self._kind(k) == "NP":
            return self.verb_after_subject(k)
        for k in range(j + 1, min(len(self.units), j + 8)):
            unit = self.units[k]
            if unit.kind == "VG":
                return None
            if unit.kind == "P":
                return self.verb_after_subject(k + 1) if self.low[unit.a] == "," else None
        return None

    def _opens_sentence(self) -> bool:
        """Nothing but adverbs, links and marks before, and a comma to come."""
        if any(u.kind not in ("ADV", "P", "CC") for u in self.units[: self.i]):
            return False
        ahead = self.units[self.i + 1 : self.i + 1 + FAR]
        return any(u.kind == "P" and self.low[u.a] == "," for u in ahead)

    def _is_list(self, j: int) -> bool:
        """A noun phrase, then a comma or conjunction and another: an enumeration goes on."""
        if self._kind(self.i - 1) not in ("NP", "T"):
            return False
        k = j
        saw_np = False
        while k < len(self.units) and k < j + 10:
            kind = self.units[k].kind
            if kind == "CC":
                return (
                    saw_np
                    and self._kind(k + 1) in ("NP", "ADJ", "IN")
                    and (self.verb_after_subject(k + 1) is None)
                )
            if kind == "P":
                if self.low[self.units[k].a] != ",":
                    return False
                if self._kind(k + 1) == "CC":
                    k += 1
                    continue
            elif kind in ("VG", "SUB", "W", "THAT"):
                return False
            saw_np = saw_np or kind == "NP"
            k += 1
        return False

    def _predicate_list(self, j: int) -> bool:
        """ "fell in June and were flat in July": does a conjunction and a verb come?"""
        for k in range(j, min(len(self.units), j + FAR)):
            kind = self.units[k].kind
            if kind == "CC":
                after = self._unit(self._skip_adverbs(k + 1))
                return after is not None and after.kind == "VG"
            if kind in ("SUB", "THAT", "W"):
                return False
        return False

    def _infinitive_between(self, host: Unit) -> bool:
        for k in range(self.i - 1, -1, -1):
            unit = self.units[k]
            if unit is host:
                return False
            if unit.kind == "VG" and unit.form == "inf":
                return True
        return False

    def _in_pp(self, j: int) -> bool:
        return self._kind(j) in ("NP", "T") and self._kind(j - 1) in ("IN", "MAYBE")
