"""From units to clauses: where each begins and ends, whose subject it has, what it hangs on.

One pass from left to right with a stack of open clauses. A finite verb group makes a clause; marks,
conjunctions, subordinators and relative words open and close them. Linear in the sentence's length.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.propose.chunks import Unit, may_be_participle
from workbench.propose.lexicon import BE, CONDITION, SAY, THINK

Range = tuple[int, int]
FAR = 14  # units looked ahead for the verb of a subject


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
    copular: bool = False  # "X is a film directed by …": X is what was directed
    gap: int | None = None  # where the mark or conjunction before a coordinated clause begins

    def first(self) -> int:
        """The first word that goes when the clause is cut out of the one around it."""
        if self.gap is not None:
            return self.gap
        return self.marker[0] if self.marker else self.start


class Parser:
    """Finds the clauses of one sentence's units."""

    def __init__(self, units: list[Unit], low: list[str], tags: list[str]) -> None:
        self.units, self.low, self.tags = units, low, tags
        self.clauses: list[Clause] = []
        self.current = self._open("main", units[0].a if units else 0, None)
        self.i = 0

    def parse(self) -> list[Clause]:
        """All clauses in the order of their beginnings; each has its end."""
        count = len(self.units)
        while self.i < count:
            unit = self.units[self.i]
            getattr(self, "_on_" + _HANDLERS.get(unit.kind, "other"))(unit)
            self.i += 1
        end = self.units[-1].b if self.units else 0
        while self.current is not None:
            self._close(end)
        return self.clauses

    # opening and closing

    def _open(self, kind: str, start: int, parent: Clause | None) -> Clause:
        clause = Clause(kind, start, parent)
        self.clauses.append(clause)
        if parent is not None:
            parent.children.append(clause)
        self.current = clause
        return clause

    def _close(self, at: int) -> None:
        assert self.current is not None
        self.current.end = at
        self.current = self.current.parent  # type: ignore[assignment]

    def _close_to(self, clause: Clause, at: int) -> None:
        while self.current is not clause:
            self._close(at)

    # looking around

    def _unit(self, j: int) -> Unit | None:
        return self.units[j] if 0 <= j < len(self.units) else None

    def _kind(self, j: int) -> str:
        unit = self._unit(j)
        return unit.kind if unit else ""

    def _skip_adverbs(self, j: int) -> int:
        while self._kind(j) in ("ADV", "T"):
            j += 1
        return j

    def verb_after_subject(self, j: int) -> int | None:
        """Index of the finite verb if a subject and its verb begin at unit ``j``."""
        j = self._skip_adverbs(j)
        if self._kind(j) in ("IN", "MAYBE"):
            return None
        seen_np = False
        stop = min(len(self.units), j + FAR)
        commas = 0
        while j < stop:
            unit = self.units[j]
            if unit.kind == "VG":
                if unit.form == "fin":
                    return j if seen_np else None
                if unit.form != "ed" or not seen_np:
                    return None
            elif unit.kind in ("NP", "T"):
                seen_np = True
            elif unit.kind == "P":
                if self.low[unit.a] != "," or not seen_np or commas >= 2:
                    return None
                if not commas and not self._short_aside(j):
                    return None
                commas += 1
            elif unit.kind in ("SUB", "THAT", "W") or (unit.kind == "CC" and (not seen_np or self._kind(j + 1) == "VG")):
                return None
            j += 1
        return None

    def _short_aside(self, j: int) -> bool:
        for k in range(j + 1, min(len(self.units), j + 8)):
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

    # what each kind of unit does

    def _on_np(self, unit: Unit) -> None:
        clause = self.current
        if clause.verb is None and clause.subject_start is None and not self._governed():
            clause.subject_start = unit.a
            if unit.a > clause.start:
                clause.lead = (clause.start, unit.a)
        elif clause.verb is not None and self._zero_clause(unit):
            return
        self.current.last_np = unit

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

    def _in_pp(self, j: int) -> bool:
        return self._kind(j) in ("NP", "T") and self._kind(j - 1) in ("IN", "MAYBE")

    def _zero_clause(self, unit: Unit) -> bool:
        """A clause without "that" after a verb of saying, or without "which" after a noun."""
        before = self._unit(self.i - 1)
        verb = self.current.verb
        if before is None or verb is None:
            return False
        at = self.verb_after_subject(self.i)
        if at is None:
            return False
        word = self.low[verb.main]
        if (word in SAY or word in THINK) and self._only_time_between(verb):
            content = self._open("content", unit.a, self.current)
            content.subject_start = unit.a
            content.last_np = unit
            return True
        if before.kind == "NP" and self.tags[unit.a] in ("PRP", "DT", "NNP") and at <= self.i + 2:
            clause = self._open("zero", unit.a, self.current)
            clause.subject_start = unit.a
            clause.restrictive = True
            clause.last_np = unit
            return True
        return False

    def _only_time_between(self, verb: Unit) -> bool:
        j = self.i - 1
        hops = 0
        while j >= 0 and self.units[j] is not verb and hops < 5:
            kind = self.units[j].kind
            if kind not in ("T", "ADV", "NP", "IN"):
                return False
            j -= 1
            hops += 1
        told = self.low[verb.main] in ("told", "tells", "tell")
        return j >= 0 and self.units[j] is verb and (hops <= 1 or told or self._kind(j + 1) != "NP")

    def _on_vg(self, unit: Unit) -> None:
        clause = self.current
        if unit is clause.verb:
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

    def _on_finite(self, unit: Unit) -> None:
        clause = self.current
        if clause.verb is None and clause.subject_start is not None and self._aside(unit):
            unit.form = "ed"
            self._participle_after_comma(unit)
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

    def _aside(self, unit: Unit) -> bool:
        """"The institute, founded in 1921, employs …": a participle tagged as a past tense."""
        before = self._unit(self.i - 1)
        return (
            before is not None
            and self.low[before.a] == ","
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
        if clause.verb is None and clause.subject_start is not None and unit.form == "ed":
            if not self._finite_later() and clause.kind in ("main", "sub", "content"):
                self._promote(unit)
                return
        if clause.verb is None and clause.subject_start is None and self._opens_sentence():
            self._participial(unit, None, restrictive=False)
            self.current.fronted = True
            self.current.gap = clause.start
            return
        if before is None or (before.kind == "P" and self.low[before.a] not in ",–—-"):
            return
        if before.kind in ("NP", "T") and before.kind == "NP" and unit.form == "ed":
            self._participial(unit, (before.a, before.b), restrictive=True)
        elif before.kind == "NP" and unit.form == "ing" and clause.verb is not None:
            pass  # "…, following the annexation": part of its clause

    def _opens_sentence(self) -> bool:
        """Nothing but adverbs, links and marks before, and a comma to come."""
        if any(u.kind not in ("ADV", "P", "CC") for u in self.units[: self.i]):
            return False
        ahead = self.units[self.i + 1 : self.i + 1 + FAR]
        return any(u.kind == "P" and self.low[u.a] == "," for u in ahead)

    def _promote(self, unit: Unit) -> None:
        unit.form = "fin"
        self._on_finite(unit)

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
            if unit.kind == "CC" and self.verb_after_subject(k + 1) is not None:
                return False
        return False

    def _participial(self, unit: Unit, subject: Range | None, restrictive: bool) -> None:
        parent = self.current
        clause = self._open("part", unit.a, parent)
        clause.verb = unit
        if restrictive and parent.verb is not None and parent.subject is not None:
            verb = parent.verb
            if verb.b == self.units[self.i - 1].a and self.low[verb.main] in BE:
                subject, clause.copular = parent.subject, True
        clause.subject = subject
        clause.restrictive = restrictive
        clause.comma = not restrictive

    def _on_w(self, unit: Unit) -> None:
        before = self._unit(self.i - 1)
        antecedent = self._antecedent()
        comma = before is not None and before.kind == "P"
        if antecedent is None or self.low[unit.a] in ("what", "how", "why", "whether"):
            self._open("question", unit.b, self.current).marker = (unit.a, unit.b)
            return
        clause = self._open("rel", unit.b, self.current)
        clause.marker = (unit.a, unit.b)
        clause.comma = comma
        clause.restrictive = not comma
        following = self._unit(self._skip_adverbs(self.i + 1))
        if self.low[unit.a] in ("which", "who") and following and following.kind == "VG":
            clause.subject = self._whole_phrase(antecedent)
        else:
            clause.kind = "relobj"

    def _antecedent(self) -> Unit | None:
        """The noun before the relative word that agrees with its verb; no date, no pronoun."""
        verb = self._unit(self._skip_adverbs(self.i + 1))
        first = self.low[verb.a] if verb and verb.kind == "VG" else ""
        word = self.low[self.units[self.i].a]
        person = word == "who"
        first = first if word in ("which", "who") else ""
        for k in range(self.i - 1, max(-1, self.i - 8), -1):
            unit = self.units[k]
            if unit.kind == "VG" and unit.form == "fin":
                return None
            if unit.kind != "NP" or self.tags[unit.head] in ("CD", "PRP"):
                continue
            plural = self.tags[unit.head] == "NNS" or (
                self._kind(k - 1) == "CC" and self._kind(k - 2) == "NP"
            )
            if first in ("was", "is", "has") and plural:
                continue
            if first in ("were", "are", "have") and not plural and not person:
                continue
            return unit
        return None

    def _whole_phrase(self, np: Unit) -> Range:
        """The noun phrase with its prepositional tail up to the relative word."""
        k = self.units.index(np)
        first = k
        while self.low[self.units[first - 1].a] == "of" and self._kind(first - 2) == "NP":
            first -= 2
        return (self.units[first].a, np.b)

    def _on_that(self, unit: Unit) -> None:
        before = self._unit(self.i - 1)
        following = self._unit(self._skip_adverbs(self.i + 1))
        parent = self.current
        verb = parent.verb
        if before is not None and before.kind == "NP" and following and following.kind == "VG":
            clause = self._open("rel", unit.b, parent)
            clause.subject = (before.a, before.b)
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

    def _on_sub(self, unit: Unit) -> None:
        at = self.verb_after_subject(self.i + 1)
        following = self._unit(self._skip_adverbs(self.i + 1))
        parent = self.current
        if at is None:
            if unit.kind == "SUB" and following and following.kind == "NP":
                pass
            elif unit.kind == "SUB" and following and following.kind == "VG":
                if following.form in ("ing", "ed"):
                    return
            return
        if parent.verb is not None and parent.kind in ("part",) and parent.comma is False:
            self._close(unit.a)
            parent = self.current
        clause = self._open("sub", unit.b, parent)
        clause.marker = (unit.a, unit.b)
        clause.fronted = parent.verb is None and parent.subject_start is None

    def _on_cc(self, unit: Unit) -> None:
        j = self._skip_adverbs(self.i + 1)
        if self._kind(j) == "CC":
            return
        following = self._unit(j)
        if following is None:
            return
        clause = self.current
        if following.kind == "VG" and following.form != "inf":
            self._coordinate_verb(unit, following)
        elif clause.verb is not None and following.kind in ("NP", "T", "IN", "MAYBE", "SUB"):
            at = self.verb_after_subject(j)
            if at is None and following.kind in ("IN", "MAYBE", "T"):
                at = self._clause_after_adverbial(j)
            if at is not None:
                self._coordinate_clause(unit)

    def _clause_after_adverbial(self, j: int) -> int | None:
        for k in range(j + 1, min(len(self.units), j + 8)):
            unit = self.units[k]
            if unit.kind == "VG":
                return None
            if unit.kind == "P":
                return self.verb_after_subject(k + 1) if self.low[unit.a] == "," else None
        return None

    def _coordinate_verb(self, unit: Unit, verb: Unit) -> None:
        host = self.current
        before = self._unit(self.i - 1)
        if before is not None and before.kind == "P" and host.comma and host.parent is not None:
            self._close(unit.a)
            host = self.current
        while verb.form == "fin" and host.parent is not None and not _hosts(host, verb):
            self._close(unit.a)
            host = self.current
        if host.verb is None:
            return
        bare = verb.main == verb.a and self.tags[verb.a] == "VBP" and verb.form == "fin"
        if bare and self._infinitive_between(host.verb):
            return
        if bare and self.tags[host.verb.a] == "MD":
            verb.form = "base"
        if verb.form != "fin" and not self._same_form(host.verb, verb):
            return
        kind = host.kind if host.kind in ("content", "sub", "rel", "part") else "coord"
        subject, parent, marker = host.subject, host.parent, host.marker
        shared = None
        if verb.form != "fin":
            shared = (
                (host.verb.a, host.verb.aux_end) if host.verb.form == "fin" else host.shared_aux
            )
        end = before.a if before is not None and before.kind == "P" else unit.a
        if host.parent is not None:
            self._close(end)
        else:
            host.end = end
        clause = self._open(kind, unit.b, parent)
        if kind == "coord":
            clause.kind = "coord"
        clause.marker = marker if kind == "sub" else None
        clause.subject, clause.shared_aux = subject, shared
        clause.comma, clause.restrictive = host.comma, host.restrictive
        clause.last_np = host.last_np
        clause.gap = end
        if verb.form != "fin":
            clause.verb = verb

    def _shared_end(self, host: Unit, verb: Unit) -> int:
        """End of the auxiliaries that both verbs share: "will" of "will be sold and …"."""
        return host.a + 1 if verb.form == "base" else host.aux_end

    def _infinitive_between(self, host: Unit) -> bool:
        for k in range(self.i - 1, -1, -1):
            unit = self.units[k]
            if unit is host:
                return False
            if unit.kind == "VG" and unit.form == "inf":
                return True
        return False

    def _same_form(self, host: Unit, verb: Unit) -> bool:
        if verb.form == "base":
            first = self.tags[host.a]
            return first == "MD" and not self._infinitive_between(host)
        if host.form == "fin" and host.main > host.a:
            tag = self.tags[host.main]
            if verb.form == "ed":
                return tag in ("VBN", "VBD")
            return tag == "VBG"
        if host.form == "fin":
            word = self.low[verb.main]
            if verb.form == "ed" and verb.a == verb.main and (word.endswith("ed") or len(word) < 5):
                verb.form = "fin"
                return True
            return False
        return host.form == verb.form

    def _coordinate_clause(self, unit: Unit) -> None:
        host = self.current
        before = self._unit(self.i - 1)
        comma = before is not None and before.kind == "P"
        end = before.a if before is not None and comma else unit.a
        while host.parent is not None and (host.kind not in ("content", "main") or comma):
            if host.kind == "content":
                break
            self._close(end)
            host = self.current
        kind, parent = ("content", host.parent) if host.kind == "content" else ("main", None)
        if parent is not None:
            self._close(end)
        else:
            host.end = end
        self._open(kind, unit.b, parent).gap = end

    def _on_p(self, unit: Unit) -> None:
        mark = self.low[unit.a]
        if mark in (";",) and self.current.verb is not None:
            root = self.current
            while root.parent is not None:
                self._close(unit.a)
                root = self.current
            root.end = unit.a
            self._open("main", unit.b, None)
        elif mark == ":" and self._colon_speech(unit):
            return
        elif mark in ("(", "["):
            aside = self._open("aside", unit.b, self.current)
            aside.comma = True
        elif mark in (")", "]"):
            self._close_aside(unit)
        elif mark in (",", "–", "—", "--", "-"):
            self._on_comma(unit)

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
        following = self._unit(self._skip_adverbs(j))
        if following is None:
            return
        if self._is_list(j):
            return
        while self.current.parent is not None and self._ends_at_comma(self.current, following):
            self._close(unit.a)
        clause = self.current
        if following.kind == "VG" and following.form == "fin" and clause.verb is not None:
            if self._predicate_list(self._skip_adverbs(j) + 1):
                self._coordinate_verb(unit, following)
        elif following.kind == "VG" and following.form in ("ing", "ed"):
            self._participle_after_comma(following)
        elif self._age(following, j):
            aside = self._open("appos", following.a, clause)
            aside.comma = True
        elif following.kind == "NP" and clause.verb is not None and self._kind(j) != "ADV":
            if self._kind(self.i - 1) != "NP" or not self._apposition(unit, j):
                at = self.verb_after_subject(j)
                if at is not None and clause.kind == "main":
                    clause.end = unit.a
                    self._open("main", unit.b, None)
        elif following.kind == "NP":
            self._apposition(unit, j)

    def _age(self, unit: Unit, j: int) -> bool:
        """"Denise Falk, 41, …": a bare number between commas."""
        return (
            unit.kind == "NP"
            and self.tags[unit.a] == "CD"
            and unit.b == unit.a + 1
            and self._kind(j + 1) == "P"
            and self._kind(self.i - 1) == "NP"
        )

    def _predicate_list(self, j: int) -> bool:
        """"fell in June and were flat in July": does a conjunction and a verb come?"""
        for k in range(j, min(len(self.units), j + FAR)):
            kind = self.units[k].kind
            if kind == "CC":
                after = self._unit(self._skip_adverbs(k + 1))
                return after is not None and after.kind == "VG"
            if kind in ("SUB", "THAT", "W"):
                return False
        return False

    def _ends_at_comma(self, clause: Clause, following: Unit) -> bool:
        if clause.kind == "appos" or clause.kind == "aside":
            return clause.kind == "appos"
        if clause.kind == "sub":
            return (
                clause.fronted
                or following.kind not in ("NP", "IN", "MAYBE")
                or self._finite_before_break(self.i + 1)
            )
        return clause.comma or clause.restrictive

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

    def _participle_after_comma(self, verb: Unit) -> None:
        clause = self.current
        before = self._unit(self.i - 1)
        if clause.verb is None:
            if before is not None and before.kind == "NP" and clause.subject_start is not None:
                self._participial(verb, (clause.subject_start, before.b), restrictive=False)
        elif verb.form == "ing" or before is None or before.kind != "NP":
            self._participial(verb, clause.subject, restrictive=False)
        else:
            self._participial(verb, self._whole_phrase(before), restrictive=False)

    def _apposition(self, comma: Unit, j: int) -> bool:
        """NP, NP — closed by a comma, a verb or the sentence's end."""
        before = self._unit(self.i - 1)
        if before is None or before.kind != "NP" or self.units[j].kind != "NP":
            return False
        k = j
        while k < len(self.units) and self.units[k].kind in ("NP", "IN", "CC", "ADJ", "T"):
            if k > j and self.units[k].kind == "NP" and self.units[k - 1].kind == "NP":
                return False
            k += 1
        end = self._unit(k)
        closed = (
            end is None or (end.kind == "P" and self.low[end.a] in ',.;–—”"') or end.kind == "W"
        )
        if not closed or not self._looks_apposed(before, self.units[j]):
            return False
        clause = self._open("appos", self.units[j].a, self.current)
        clause.subject = (before.a, before.b)
        clause.comma = True
        clause.last_np = before
        return True

    def _looks_apposed(self, first: Unit, second: Unit) -> bool:
        named = self.tags[first.head] == "NNP"
        starts = self.low[second.a]
        if self.tags[second.a] in ("PRP", "CD") or self.tags[first.head] in ("PRP", "CD"):
            return False
        if self.tags[second.head] == "NNP" and self.tags[second.a] == "NNP":
            return not named and self.low[first.a] in ("the", "his", "her", "its", "their")
        return (
            named
            and self.tags[second.head] in ("NN", "NNS")
            and (
                starts in ("the", "a", "an", "who", "his", "her", "its", "their", "one", "which")
                or self.tags[second.a] in ("NN", "NNP", "JJ")
            )
        )

    def _on_other(self, unit: Unit) -> None:
        pass


_HANDLERS = {
    "NP": "np", "T": "other", "VG": "vg", "W": "w", "THAT": "that", "SUB": "sub", "MAYBE": "sub",
    "CC": "cc", "P": "p",
}  # fmt: skip


def _hosts(clause: Clause, verb: Unit) -> bool:
    """Can a finite verb after "and" share this clause's subject?"""
    return (
        clause.verb is not None
        and clause.kind not in ("part", "appos", "noun", "question", "zero", "relobj", "aside")
        and (clause.verb.form == "fin")
    )


def is_condition(clause: Clause, low: list[str]) -> bool:
    """Does the clause state a condition, which must stay with what it conditions?"""
    if clause.kind != "sub" or clause.marker is None:
        return False
    return any(w in CONDITION for w in low[clause.marker[0] : clause.marker[1]])
