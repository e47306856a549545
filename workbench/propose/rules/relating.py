"""Relative clauses: which noun they speak of, and what it is in them."""

from __future__ import annotations

from workbench.propose.given_names import FEMALE, MALE
from workbench.propose.lexicon import BE, ORGANISATION, TIME_NOUNS, TITLES, word_set
from workbench.propose.rules.clause import Range
from workbench.propose.rules.marks import MarkRules
from workbench.propose.rules.relatives import is_part
from workbench.propose.rules.unit import Unit

_THINGS = word_set(
    "signature murder death killing arrest release trial election appointment case house home "
    "name work life career book body office account evidence testimony remarks words plan "
    "return visit resignation dismissal conviction portrait picture photograph letter papers"
)
_PLACING = frozenset(("at", "in", "from", "of", "near", "with"))
_BODIES = ORGANISATION | word_set("hospital school club firm paper newspaper magazine")
_INSIDE = frozenset(("in", "at", "near"))
_LIES = word_set("has have had lies lie lay borders borders sits stands hosts")  # of a place
_PART_UNITS = 4  # ", less than half of which"
_ASKING = frozenset(("what", "how", "why", "whether"))


def _depth(mark: str) -> int:
    """What a mark adds to the depth of brackets, read backwards."""
    return {")": 1, "(": -1}.get(mark, 0)


class RelativeRules(MarkRules):
    """Relative words."""

    def _on_w(self, unit: Unit) -> None:
        again, self.again = self.again, None
        before = self._unit(self.i - 1)
        first = self._part_before(unit)
        part = first >= 0
        comma = part or (before is not None and before.kind == "P")
        phrase: Range | None = None
        if again is not None:
            phrase = again.subject if again.kind == "rel" else again.antecedent
            comma = again.comma
        else:
            antecedent = self._antecedent(first - 2 if part else self.i - 1)
            if antecedent is None and part:
                phrase = self.current.subject  # "two men were held, neither of whom"
            elif antecedent is not None:
                phrase = self._to_comma(self._relative_phrase(antecedent), part)
                phrase = self._both(antecedent, phrase) if part else phrase
                if comma:
                    phrase = self._apposed(self._in_place_of(antecedent, phrase))
                elif self._describes(antecedent) or self._predicated(antecedent):
                    phrase, comma = self.current.subject, True
        if phrase is None or self.low[unit.a] in _ASKING:
            self._open("question", unit.b, self.current).marker = (unit.a, unit.b)
            return
        clause = self._open("rel", unit.b, self.current)
        clause.marker = (unit.a, unit.b)
        clause.gap = self.units[first - 1].a if part else None  # ", one" goes with it
        clause.comma, clause.restrictive = comma, not comma
        if self.low[unit.a] in ("which", "who") and self._verb_follows():
            clause.subject = phrase
        else:
            clause.kind = "relobj"
            clause.antecedent = self._measured(phrase)

    def _both(self, noun: Unit, phrase: Range) -> Range:
        """ "Arl and Kest, neither of which": of both."""
        k = self.units.index(noun)
        joined = self._kind(k - 1) == "CC" and self._kind(k - 2) == "NP"
        joined = joined and self.tags[noun.head] == self.tags[self.units[k - 2].head] == "NNP"
        return (self.units[k - 2].a, phrase[1]) if joined and phrase[0] == noun.a else phrase

    def _in_place_of(self, noun: Unit, phrase: Range) -> Range:
        """ "The laboratory in Ostrov, which lost its licence": no town loses one."""
        verb = self._unit(self._skip_adverbs(self.i + 1))
        if self.low[self.units[self.i].a] != "which" or verb is None or verb.kind != "VG":
            return phrase
        k = self.units.index(noun)
        if self._kind(k - 1) == "CC" and self._kind(k - 2) == "NP" and self._kind(k - 3) == "IN":
            k -= 2  # "libraries in Ley and Arl"
        placed = k > 1 and self.low[self.units[k - 1].a] in _INSIDE
        if not placed or self.tags[noun.head] != "NNP" or self.low[verb.main] in _LIES:
            return phrase
        j = k - 2
        if self._kind(j) == "VG" and self.units[j].form == "ed":
            j -= 1  # "a violin made in Cremona"
        above = self._unit(j)
        if above is None or above.kind != "NP" or not self.tags[above.head].startswith("NN"):
            return phrase
        if self.tags[above.head].startswith("NNP") or self.low[above.head] in TIME_NOUNS:
            return phrase
        one = self.tags[verb.a] == "VBZ" or self.low[verb.a] == "was"
        if one and self.tags[above.head] == "NNS":
            return phrase  # "shares in Corvane, which employs 400 people"
        return (above.a, max(phrase[1], noun.b))

    def _to_comma(self, phrase: Range, part: bool) -> Range:
        """ "The ministers of Arl and Kest, who": with all that hangs on the noun."""
        k = self.i - (4 if part else 2)
        last = self._unit(k)
        if last is None or last.kind != "NP" or last.b <= phrase[1]:
            return phrase
        if part and self.low[last.head] in TIME_NOUNS:
            return phrase
        between = [u.kind for u in self.units[: k + 1] if u.a >= phrase[1]]
        return (phrase[0], last.b) if set(between) <= {"NP", "IN", "CC"} else phrase

    def _part_before(self, unit: Unit) -> int:
        """The first unit of what stands before ", one of which", ", the last of whom"; else -1."""
        if self.low[unit.a : unit.b] not in (["of", "which"], ["of", "whom"]):
            return -1
        if self._kind(self.i + 1) == "P":
            return -1  # "one of which, the Ada, is shut"
        first = self.i - 1
        while self._kind(first) in ("ADV", "ADJ", "NP", "IN") and first > self.i - _PART_UNITS:
            first -= 1
        if first == self.i - 1 or self._kind(first) != "P":
            return -1
        named = self._kind(self.i - 1) == "NP" and self.low[self.units[first].b] == "the"
        opens = self.low[self.units[first].a] == ","
        counted = is_part(self.low, self.tags, unit.a - 1)
        return first + 1 if opens and (named or counted) else -1

    def _verb_follows(self) -> bool:
        """Is the relative word the subject: "who on Monday met", "which fell"?"""
        j = self._skip_adverbs(self.i + 1)
        if self._kind(j) == "IN" and self._kind(j + 1) in ("NP", "T"):
            verb = self._unit(self._skip_adverbs(j + 2))
            return verb is not None and verb.kind == "VG" and verb.form == "fin"
        return self._kind(j) == "VG"

    def _describes(self, noun: Unit) -> bool:
        """ "Ann Hale, a former judge who took over in May": a claim about Ann Hale."""
        clause = self.current
        if clause.kind != "appos" or clause.subject is None or noun.a < clause.start:
            return False
        word = self.low[self.units[self.i].a]
        return word in ("who", "whose") and self.low[clause.start] not in ("the", "one", "those")

    def _predicated(self, noun: Unit) -> bool:
        """ "Ann Hale is a lawyer who lives in Kell": she lives there."""
        clause, verb = self.current, self.current.verb
        if verb is None or clause.subject is None or self.low[verb.main] not in BE:
            return False
        named = self.tags[clause.subject[1] - 1] == "NNP"
        word = self.low[self.units[self.i].a]
        return word == "who" and named and noun.a == verb.b and self.low[noun.a] in ("a", "an")

    def _relative_phrase(self, noun: Unit) -> Range:
        """The noun with the "of" before it, unless the verb agrees with the noun alone."""
        whole = self._whole_phrase(noun)
        if self.low[noun.head] in ORGANISATION and self.low[self.units[self.i].a] == "which":
            return (noun.a, noun.b)  # "the approval of the state's office, which …"
        verb = self._unit(self._skip_adverbs(self.i + 1))
        one, several = self._number(verb)
        if self.low[self.units[self.i].a] == "who" and self._no_person(noun, whole):
            return (noun.a, noun.b)
        head = next((u for u in self.units if u.a == whole[0]), noun)
        plural = self.tags[head.head] == "NNS"
        if (one and plural) or (several and not plural and self.tags[noun.head] == "NNS"):
            return (noun.a, noun.b)
        return whole

    def _number(self, verb: Unit | None) -> tuple[bool, bool]:
        """Is the verb that of one, is it that of several?"""
        if verb is None or verb.kind != "VG":
            return False, False
        first, tag = self.low[verb.a], self.tags[verb.a]
        one = first in ("was", "is", "has") or (tag == "VBZ" and first.endswith("s"))
        return one, first in ("were", "are", "have")

    def _no_person(self, noun: Unit, whole: Range) -> bool:
        """ "The signature of Goran Oe, who …": a name, below a thing that is nobody."""
        head = next((u for u in self.units if u.a == whole[0]), noun)
        named = self.tags[noun.head] == "NNP" and head is not noun
        return named and self.low[head.head] in _THINGS

    def _measured(self, phrase: Range) -> Range:
        """The phrase with what it counts: "a gap of £9 million, which …"."""
        before, last = self._unit(self.i - 2), self._unit(self.i - 3)
        if before is None or last is None or self.tags[before.head] != "CD":
            return phrase
        return (phrase[0], before.b) if last.a == phrase[1] and last.kind == "IN" else phrase

    def _apposed(self, subject: Range) -> Range:
        """Whom an apposition before "who" speaks of: "Ann Hale, its head, who …" is Ann Hale."""
        for clause in reversed(self.clauses[-4:]):
            if clause.kind == "appos" and clause.start == subject[0] and clause.subject is not None:
                return clause.subject
        return subject

    def _antecedent(self, last: int) -> Unit | None:
        """The noun up to the unit ``last`` that agrees with the verb; no date, no pronoun."""
        verb = self._unit(self._skip_adverbs(self.i + 1))
        word = self.low[self.units[self.i].a]
        person = word == "who" or self.low[self.units[self.i].b - 1] == "whom"
        one, several = self._number(verb) if word in ("which", "who") else (False, False)
        nobody: Unit | None = None
        brackets = 0
        for k in range(last, max(-1, last - 7), -1):
            unit = self.units[k]
            if unit.kind == "VG" and unit.form == "fin":
                return nobody
            brackets += _depth(self.low[unit.a]) if unit.kind == "P" else 0
            if brackets > 0:
                continue  # "Ann Oe (Con, Easby Moor), who"
            if unit.kind != "NP" or self.tags[unit.head] in ("CD", "PRP") or self._a_place(k):
                continue
            timed = k and self._kind(k - 1) == "IN" and self.low[unit.head] in TIME_NOUNS
            if timed and last < self.i - 1:
                continue  # "a charge in the third quarter, half of which"
            plural = self.tags[unit.head] == "NNS" or (
                self._kind(k - 1) == "CC" and self._kind(k - 2) == "NP"
            )
            if (one and plural) or (several and not plural and not person):
                continue
            if person and self._nobody(k):
                nobody = nobody or unit
                continue
            return unit
        return nobody

    def _nobody(self, k: int) -> bool:
        """ "A physicist at the University of Ley, who", "the mayor of Ley, who": no person."""
        unit = self.units[k]
        if self._kind(k - 1) == "CC" and self._kind(k - 2) == "NP":
            k -= 2  # "adults in Britain and Finland"
        before = self.low[self.units[k - 1].a] if k else ""
        if before not in _PLACING or k < 2 or self._kind(k - 2) != "NP":
            return False
        words = self.low[unit.a : unit.b]
        named = self.tags[unit.head] == "NNP"
        given = words[0] in MALE or words[0] in FEMALE or any(w in TITLES for w in words)
        if given or self.tags[unit.head] == "NNS":
            return False
        if before == "of" and not named and self.low[self.units[k - 2].head] in TITLES:
            return True  # "head of mission, who"
        return words[-1] in _BODIES or (named and (before != "of" or unit.b - unit.a == 1))

    def _a_place(self, k: int) -> bool:
        """ "a violin made in Cremona in 1742 which …": a place that the noun before is in."""
        if self.low[self.units[k - 1].a] not in ("in", "at", "from", "near") or k < 2:
            return False
        named = self.tags[self.units[k].head] == "NNP" and self.tags[self.units[k].a] == "NNP"
        return named and self._kind(k - 2) in ("NP", "VG") and self._kind(self.i - 1) != "P"
