"""What "and" and "but" join: predicates that share a subject, or whole clauses."""

from __future__ import annotations

from workbench.propose.clause import Clause
from workbench.propose.unit import Unit
from workbench.propose.verbs import VerbRules


class CoordinationRules(VerbRules):
    """Conjunctions."""

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


def _hosts(clause: Clause, verb: Unit) -> bool:
    """Can a finite verb after "and" share this clause's subject?"""
    return (
        clause.verb is not None
        and clause.kind not in ("part", "appos", "noun", "question", "zero", "relobj", "aside")
        and (clause.verb.form == "fin")
    )
