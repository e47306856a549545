"""Appositions and participles as statements: "Ann Hale is a nurse", "the bomb killed four"."""

from __future__ import annotations

import re

from workbench.propose.gates import is_wish
from workbench.propose.lexicon import ADDING, FIRST_PERSON, LEADING, MONTHS
from workbench.propose.rules.clauses import Clause, Range
from workbench.propose.rules.saying import Saying
from workbench.propose.statements import Words, finite_form, is_plural, tidy
from workbench.propose.worthiness import worth_of

_SET_OFF = re.compile(r", (?:in|on|at|of|for|with|who|which|whose|the|an?) [^,]*$")
TOLD = 0.3  # worth from which "a repair bill that has doubled since May" tells a fact of its own

_HOPING = frozenset(("wishing", "hoping", "wanting"))
_NOBODY = frozenset(("her", "him", "them", "me", "us", "you"))  # no subjects


class Describing(Saying):
    """Clauses without a finite verb."""

    def _shown(self, pieces: list[Range]) -> str:
        shown = " ".join(self.words.string(p) for p in pieces)
        return shown + "," if _SET_OFF.search(shown) else shown

    def _apposition(self, clause: Clause, speaker: str | None) -> None:
        words = self.words
        own = self._own(clause)
        subject = clause.subject
        if not own or subject is None or self._month(subject):
            return
        be = "are" if is_plural(words, subject) else "is"
        told = " ".join(words.string(r) for r in own)
        span = (own[0][0], own[-1][1])
        if self._name_of_role(subject, own[0]):  # "its chair, Ann Oe": Ann Oe is that
            self._add(subject, [subject, *own], f"{told} {be} {words.inside([subject])}", "clause",
                      speaker)  # fmt: skip
            return
        filled = self._filled(clause, tidy(f"{words.string(subject)} {be} {told}"))
        self._add(span, [subject, *own], filled, "clause", speaker)

    def _month(self, subject: Range) -> bool:
        """ "Between April and June, its second fall": told of what happened, and not of June."""
        return subject[1] - subject[0] == 1 and self.words.low[subject[0]] in MONTHS

    def _name_of_role(self, subject: Range, own: Range) -> bool:
        """Does a name of two words and no more stand behind what somebody is?"""
        tags = self.words.tags
        named = own[1] - own[0] > 1 and all(tags[w] == "NNP" for w in range(*own))
        return named and tags[subject[1] - 1] == "NN" and tags[subject[0]] in ("DT", "PRP$", "NNP")

    def _participle(self, clause: Clause, speaker: str | None) -> None:
        words = self.words
        verb, subject = clause.verb, clause.subject
        own = self._own(clause)
        if verb is None or subject is None or not own or own[0][0] != verb.a:
            return
        if words.low[verb.a] == "been" or _denied(words, verb.a):
            return  # "never has wealth been taxed so"
        if subject[1] - subject[0] == 1 and words.tags[subject[0]] == "DT":
            return
        low = words.low[subject[0]] if subject[1] - subject[0] == 1 else ""
        if low in MONTHS or low in _NOBODY or (low.isdigit() and len(low) == 4):
            return  # "cut costs by 2030, helped by research", "left her intrigued"
        if (
            words.low[verb.main] in ADDING
            or words.low[verb.main] in LEADING
            or words.low[verb.main] in _HOPING
            or any(w in FIRST_PERSON for w in words.low[subject[0] : subject[1]])
        ):
            return
        host = clause.parent.verb if clause.parent is not None else None
        if host is not None and host.form != "fin":
            host = None
        shown = self._subject(subject)
        form = finite_form(verb, words, host, is_plural(words, subject))
        rest = [(max(a, verb.b), b) for a, b in own if b > verb.b]
        if not rest or self._runs_on(rest) or self._asked_for(clause):
            return
        tail = " ".join(words.string(r) for r in rest)
        statement = tidy(f"{self._shown(shown)} {form} {tail}")
        told = clause.copular or not clause.restrictive or worth_of(statement) >= TOLD
        kind = "clause" if told else "phrase"
        filled = self._filled(clause, statement)
        self.worth = 0.5 * worth_of(filled)
        self._add((own[0][0], own[-1][1]), [*shown, *own], filled, kind, speaker)

    def _runs_on(self, rest: list[Range]) -> bool:
        """Does another verb follow that nothing joins: "found by her team were old"?"""
        for a, b in rest:
            for unit in self.words.units_in((a, b)):
                if unit.kind in ("SUB", "W", "THAT", "MAYBE", "CC"):
                    break
                if unit.kind == "VG" and unit.form == "fin":
                    return True
        return False

    def _asked_for(self, clause: Clause) -> bool:
        """ "Callers should ring 101, quoting a number" tells nothing."""
        return clause.parent is not None and clause.comma and is_wish(clause.parent, self.words)


def _denied(words: Words, verb: int) -> bool:
    """ "Cells are not, as one might guess, [replaced]": they are not."""
    low = words.low
    if verb < 4 or low[verb - 1] != ",":
        return False
    opened = next((k for k in range(verb - 2, max(0, verb - 12), -1) if low[k] == ","), 0)
    return opened > 0 and low[opened - 1] in ("not", "n't")
