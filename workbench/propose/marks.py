"""What commas, dashes, colons and brackets do: they close clauses and set others off."""

from __future__ import annotations

from workbench.propose.clause import Clause
from workbench.propose.coordination import CoordinationRules
from workbench.propose.lexicon import SAY, TITLES, word_set
from workbench.propose.unit import Unit

# what begins a comparison or a remark at a sentence's end
_ADDING_TO = word_set("twice double triple half")
_RANKS = ("th", "st", "nd", "rd", "only", "latest")  # "the seventh", "the biggest"
_NEVER_PAST = word_set("aged based born")
_SOME = word_set("some many most all none half one both two three several few each")
_OF_THEM = (["of", "them"], ["of", "it"], ["of", "whom"], ["of", "which"])
_DETERMINED = word_set("a an the its his her their one")


class MarkRules(CoordinationRules):
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
        j = self.i + 1
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

    def _ends_list(self, j: int) -> bool:
        """ "as a singer, dancer, and comedian": the last one, inside a participle's clause."""
        joint = self._kind(j) == "CC" and self._kind(j + 1) == "NP"
        return joint and self.current.kind == "part" and self.verb_after_subject(j + 1) is None

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

    def _verbless_aside(self, comma: Unit, j: int) -> bool:
        """ "The package, the seventh since May, takes effect", "Rask, due to go in May, said"."""
        clause = self.current
        before = self._unit(self.i - 1)
        if clause.verb is not None or clause.subject_start is None or before is None:
            return False
        end = j
        while end < len(self.units) and self.units[end].kind not in ("P", "W", "THAT", "SUB"):
            if self.units[end].kind == "VG" and self.units[end].form == "fin":
                return False
            end += 1
        after = self._unit(self._skip_adverbs(end + 1))
        closed = self._kind(end) == "P" and self.low[self.units[end].a] == ","
        if not closed or after is None or after.kind != "VG" or after.form not in ("fin", "ed"):
            return False
        told = self._tells(j) and before.kind == "NP"
        aside = self._open("appos", self.units[j].a, clause)
        aside.comma, aside.gap = True, comma.a
        aside.subject = (clause.subject_start, before.b) if told else None
        return True

    def _tells(self, j: int) -> bool:
        """An adjective or "the seventh since May": what "is" can be put before."""
        unit = self.units[self._skip_adverbs(j)]
        if unit.kind == "NP":
            ranked = self.low[unit.a] == "the" and self.low[unit.head].endswith(_RANKS)
            return ranked or self.low[unit.a] in ("a", "an")
        return unit.kind == "ADJ" and self.low[unit.a] not in ("such", "other", "more")

    def _adds_to(self, j: int) -> bool:
        """ "…, twice as many as in May", "…, a point that it criticises": said of the whole."""
        first = self.units[j]
        word = self.low[first.a]
        of_them = word in _SOME and self.low[first.b : first.b + 2] in _OF_THEM
        opens = word in _ADDING_TO or (first.kind == "NP" and word in _DETERMINED) or of_them
        if not opens:
            return False
        for k in range(j + 1, len(self.units)):
            unit = self.units[k]
            if unit.kind == "CC" and word not in _ADDING_TO:
                return False  # a list
            if unit.kind == "P":
                return self.low[unit.a] in ".;" or self._kind(k + 1) in ("", "CC")
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

    def _age(self, unit: Unit, j: int) -> bool:
        """ "Denise Falk, 41, …": a bare number between commas."""
        return (
            unit.kind == "NP"
            and self.tags[unit.a] == "CD"
            and unit.b == unit.a + 1
            and self._kind(j + 1) == "P"
            and self._kind(self.i - 1) == "NP"
        )

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

    def _apposition(self, comma: Unit, j: int) -> bool:
        """NP, NP — closed by a comma, a verb or the sentence's end."""
        before = self._named_before()
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

    def _named_before(self) -> Unit | None:
        """The phrase before the comma, an age aside: "Ann Hale, 41, a nurse"."""
        before, name = self._unit(self.i - 1), self._unit(self.i - 3)
        if before is None or name is None or name.kind != "NP" or self._kind(self.i - 2) != "P":
            return before
        age = self.tags[before.a] == "CD" and before.b == before.a + 1
        return name if age else before

    def _looks_apposed(self, first: Unit, second: Unit) -> bool:
        named = self.tags[first.head] == "NNP"
        if named and self.tags[second.head] == "JJ" and self.low[second.a] in ("a", "an"):
            return True  # "Ann Hale, an independent"
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
                or (self.tags[second.a] in ("NN", "NNP", "JJ") and self._office(second))
            )
        )

    def _office(self, unit: Unit) -> bool:
        """ "…, mayor of Kell": what a person is, which needs no article."""
        word = self.low[unit.head]
        return word in TITLES or word.endswith(("man", "woman", "er", "or", "ist", "ian"))


def _awaits_verb(clause: Clause) -> bool:
    begun = clause.verb is None and clause.subject_start is not None
    return begun and clause.kind not in ("appos", "aside", "part")
