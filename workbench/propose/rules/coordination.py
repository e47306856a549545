"""What "and" and "but" join: predicates that share a subject, or whole clauses."""

from __future__ import annotations

from workbench.propose.lexicon import BE, HAVE, word_set
from workbench.propose.rules.clause import Clause
from workbench.propose.rules.unit import Unit
from workbench.propose.rules.verbs import VerbRules

# what is done to people: after a passive it shares "was" even where an object follows
_SUFFERED = word_set(
    "fined jailed sentenced arrested charged released ordered banned awarded convicted acquitted "
    "rushed treated taken killed injured wounded questioned detained deported executed hanged "
    "suspended dismissed sacked fired demoted removed elected appointed named robbed given told "
    "denied offered paid stripped handed"
)

_PARTED = ("main", "coord", "content")


class CoordinationRules(VerbRules):
    """Conjunctions."""

    def _on_cc(self, unit: Unit) -> None:
        j = self._skip_adverbs(self.i + 1)
        if self._kind(j) == "P" and self.low[self.units[j].a] == ",":
            j = self._skip_adverbs(j + 1)  # "but, the authors state, had no part"
        if self._kind(j) == "CC" or self.low[unit.a] == "both":
            return
        following = self._unit(j)
        if following is None:
            return
        clause = self.current
        if following.kind == "THAT" and self._kind(j + 1) != "VG":
            self._coordinate_content(unit)
        elif following.kind in ("W", "THAT"):
            self._coordinate_relatives(unit)
        elif following.kind == "VG" and following.form == "inf":
            self._coordinate_infinitive(unit)
        elif following.kind == "VG" and following.form != "inf":
            if not self._one_act(unit, following, j):
                self._coordinate_verb(unit, following)
        elif clause.verb is not None and following.kind in ("NP", "T", "IN", "MAYBE", "SUB"):
            at = self.verb_after_subject(j)
            if at is None and following.kind in ("IN", "MAYBE", "T"):
                at = self._clause_after_adverbial(j)
            if at is not None:
                self._coordinate_clause(unit)
            elif (verb := self._verb_after_adverbial(j)) is not None:
                self._coordinate_verb(unit, verb)

    def _verb_after_adverbial(self, j: int) -> Unit | None:
        """ "And at 19 was taken on": the verb that shares the subject."""
        if self._kind(j) != "IN" or self._kind(j + 1) not in ("NP", "T"):
            return None
        verb = self._unit(self._skip_adverbs(j + 2))
        return verb if verb is not None and verb.kind == "VG" and verb.form == "fin" else None

    def _one_act(self, unit: Unit, verb: Unit, j: int) -> bool:
        """ "removed or threatened to remove", "designed and built the bridge"."""
        host = self.current.verb
        if self.low[unit.a] in ("or", "nor"):
            return True
        beside = host is not None and host.b == unit.a and not host.passive
        return beside and verb.form == "fin" and self._kind(j + 1) == "NP"

    def _before_joint(self, unit: Unit) -> int:
        """Where what stands before "and" ends: before its comma, too."""
        before = self._unit(self.i - 1)
        return before.a if before is not None and before.kind == "P" else unit.a

    def _coordinate_content(self, unit: Unit) -> None:
        """ "said that it rained and that it was cold": the first content ends here."""
        content: Clause | None = self.current
        while content is not None and content.kind not in ("content", "noun"):
            content = content.parent
        if content is None or content.parent is None:
            return
        end = self._before_joint(unit)
        self._close_to(content.parent, end)

    def _coordinate_infinitive(self, unit: Unit) -> None:
        """ "was ordered to open its store and to pay a fine": what comes before "to" is shared."""
        host = self.current
        verb, first = host.verb, self.i
        if verb is None or verb.form != "fin" or host.subject is None or host.kind not in _PARTED:
            return
        for k in range(self.i - 1, -1, -1):
            if self.units[k] is verb:
                break
            if self.units[k].kind == "VG" and self.units[k].form == "inf":
                first = k
        if first == self.i:
            return
        end = self._before_joint(unit)
        if host.parent is not None:
            self._close(end)
        else:
            host.end = end
        kind = host.kind if host.kind == "content" else "coord"
        clause = self._open(kind, unit.b, host.parent)
        clause.subject, clause.verb = host.subject, verb
        clause.shared_aux = (verb.a, self.units[first].a)
        clause.gap = end

    def _coordinate_relatives(self, unit: Unit) -> None:
        """ "who led the study and whose mother was a nurse": of the same noun."""
        clause: Clause | None = self.current
        while clause is not None and clause.kind not in ("rel", "relobj"):
            clause = clause.parent
        if clause is None or clause.parent is None:
            return
        end = self._before_joint(unit)
        self._close_to(clause.parent, end)
        self.again = clause

    def _coordinate_verb(self, unit: Unit, verb: Unit) -> None:
        before = self._unit(self.i - 1)
        comma = before is not None and before.kind == "P"
        host = self._host(unit, verb, comma)
        if host.verb is None:
            return
        if host.kind == "relobj" and host.comma:
            self._coordinate_relative(host, unit, verb)
            return
        if not self._fits(host.verb, verb):
            return
        end = before.a if before is not None and comma else unit.a
        if host.parent is not None:
            self._close(end)
        else:
            host.end = end
        kind = host.kind if host.kind in ("content", "sub", "rel", "part") else "coord"
        clause = self._open(kind, unit.b, host.parent)
        clause.marker = host.marker if kind == "sub" else None
        clause.subject = host.subject
        clause.comma, clause.restrictive = host.comma, host.restrictive
        clause.last_np = host.last_np
        clause.gap = end
        if verb.form != "fin":
            clause.verb = verb
            clause.shared_aux = (
                (host.verb.a, host.verb.aux_end) if host.verb.form == "fin" else host.shared_aux
            )

    def _host(self, unit: Unit, verb: Unit, comma: bool) -> Clause:
        """The open clause whose subject the verb shares; those inside it end here."""
        host = self.current
        if comma and host.comma and host.parent is not None and not self._of_one(host, verb):
            self._close(unit.a)
            host = self.current
        if host.kind == "relobj" and host.comma and host.verb is not None:
            return host
        if host.kind == "content" and (self._acts(host, verb) or self._also(host, verb, comma)):
            self._close(unit.a)
            host = self.current
        while verb.form == "fin" and host.parent is not None:
            if _hosts(host, verb) and not self._like_above(host, verb):
                break
            self._close(unit.a)
            host = self.current
        return host

    def _of_one(self, host: Clause, verb: Unit) -> bool:
        """ "Oe and Ray are on a tour, which opens in May, and ends in June": the tour ends."""
        above = host.parent.subject if host.parent is not None else None
        if host.kind != "rel" or host.verb is None or above is None:
            return False
        one = self.tags[host.verb.a] == self.tags[verb.a] == "VBZ"
        return one and "and" in self.low[above[0] : above[1]]

    def _like_above(self, host: Clause, verb: Unit) -> bool:
        """ "She had left before he fell and had taken the keys": the "had" of the clause above."""
        above = host.parent.verb if host.parent is not None else None
        if host.kind != "sub" or host.verb is None or above is None or verb.a == verb.main:
            return False
        first = self.low[verb.a]
        return self.low[above.a] == first != self.low[host.verb.a]

    def _fits(self, host: Unit, verb: Unit) -> bool:
        """Can the verb be joined to the host's? Settles whether it is finite."""
        if host.passive and verb.main == verb.a and self.low[verb.main] in _SUFFERED:
            verb.form = "ed"  # "were arrested and fined 40 dollars"
        bare = verb.main == verb.a and self.tags[verb.a] == "VBP" and verb.form == "fin"
        if bare and self._infinitive_between(host):
            return False
        if bare and self.tags[host.a] == "MD":
            verb.form = "base"
        return verb.form == "fin" or self._same_form(host, verb)

    def _new_topic(self, content: Clause) -> bool:
        """ "He argued that talks would help, and he left": "he" is the one who argued."""
        following = self._unit(self.i + 1)
        pronouns = ("he", "she")
        if following is None or self.low[following.a] not in pronouns or content.subject is None:
            return False
        return self.low[content.subject[0]] not in pronouns

    def _also(self, content: Clause, verb: Unit, comma: bool) -> bool:
        """ "They say it has fallen, and have asked for help": a comma, and the tense of "say"."""
        says = content.parent.verb if content.parent is not None else None
        if not comma or says is None or verb.form != "fin" or content.verb is None:
            return False
        now = ("VBP", "VBZ")
        first, inner = self.tags[verb.a], self.low[content.verb.a]
        if self.tags[says.a] in now:
            return first in now
        return first == "VBD" and inner in ("had", "would") and self.low[verb.a] not in BE | HAVE

    def _acts(self, content: Clause, verb: Unit) -> bool:
        """ "It said that the plan had been changed and rejected a request": it rejected."""
        done = content.verb is not None and content.verb.passive
        single = verb.form == "fin" and verb.main == verb.a and self.tags[verb.a] == "VBD"
        after = self._unit(self._skip_adverbs(self._skip_adverbs(self.i + 1) + 1))
        return bool(done and single and after and after.kind == "NP" and after.b - after.a > 1)

    def _coordinate_relative(self, host: Clause, unit: Unit, verb: Unit) -> None:
        """ "…, which the city bought and divided into plots": the same object for both."""
        if host.parent is None:
            return
        self._close(unit.a)
        clause = self._open("relobj", unit.b, host.parent)
        clause.marker, clause.antecedent, clause.subject = None, host.antecedent, host.subject
        clause.comma, clause.last_np, clause.gap = True, host.last_np, unit.a
        if verb.form == "ed":
            verb.form = "fin"
        clause.relative = host.relative or host.marker

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
            if host.kind == "content" and not (comma and self._new_topic(host)):
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
