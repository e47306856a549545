"""What is set off by commas and has no verb: appositions, ages, comparisons, remarks."""

from __future__ import annotations

from workbench.propose.lexicon import TITLES, word_set
from workbench.propose.rules.coordination import CoordinationRules
from workbench.propose.rules.unit import Unit

# what begins a comparison or a remark at a sentence's end
_ADDING_TO = word_set("twice double triple half")
_RANKS = ("th", "st", "nd", "rd", "only", "latest")  # "the seventh", "the biggest"
_SOME = word_set("some many most all none half one both two three several few each")
_OF_THEM = (["of", "them"], ["of", "it"], ["of", "whom"], ["of", "which"])
_DETERMINED = word_set("a an the its his her their one something")


class AsideRules(CoordinationRules):
    """Phrases between commas."""

    def _ends_list(self, j: int) -> bool:
        """ "as a singer, dancer, and comedian": the last one, inside a participle's clause."""
        joint = self._kind(j) == "CC" and self._kind(j + 1) == "NP"
        return joint and self.current.kind == "part" and self.verb_after_subject(j + 1) is None

    def _verbless_aside(self, comma: Unit, j: int) -> bool:
        """ "The package, the seventh since May, takes effect", "Rask, due to go in May, said"."""
        clause = self.current
        before = self._unit(self.i - 1)
        if clause.verb is not None or clause.subject_start is None or before is None:
            return False
        end, related = j, 0
        while end < len(self.units) and self.units[end].kind not in ("P", "SUB"):
            related += self.units[end].kind in ("W", "THAT")
            if self.units[end].kind == "VG" and self.units[end].form == "fin":
                related -= 1
            if related < 0:
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
        if self.low[unit.b : unit.b + 1] == ["of"] and self._kind(j + 2) == "W":
            return False  # "most of whose members"
        if unit.kind == "NP":
            ranked = self.low[unit.a] == "the" and self.low[unit.head].endswith(_RANKS)
            return ranked or self.low[unit.a] in ("a", "an")
        return unit.kind == "ADJ" and self.low[unit.a] not in ("such", "other", "more")

    def _adds_to(self, j: int) -> bool:
        """ "…, twice as many as in May", "…, a point that it criticises": said of the whole."""
        first = self.units[j]
        word = self.low[first.a]
        of_them = word in _SOME and self.low[first.b : first.b + 2] in _OF_THEM
        summed = (
            first.kind == "NP" and self._kind(j + 1) == "THAT"
        )  # "decisions that", "a move that"
        summed = summed and (word in ("a", "an") or self.tags[first.head] == "NNS")
        opens = (
            word in _ADDING_TO or summed or (first.kind == "NP" and word in _DETERMINED) or of_them
        )
        if not opens:
            return False
        related = False
        for k in range(j + 1, len(self.units)):
            unit = self.units[k]
            related = related or unit.kind in ("W", "THAT")
            if unit.kind == "CC" and word not in _ADDING_TO and not related:
                return False  # a list
            if unit.kind == "P":
                return summed or self.low[unit.a] in ".;" or self._kind(k + 1) in ("", "CC")
        return True

    def _age(self, unit: Unit, j: int) -> bool:
        """ "Denise Falk, 41, …": a bare number between commas."""
        return (
            unit.kind == "NP"
            and self.tags[unit.a] == "CD"
            and unit.b == unit.a + 1
            and self._kind(j + 1) == "P"
            and self._kind(self.i - 1) == "NP"
        )

    def _apposition(self, comma: Unit, j: int) -> bool:
        """NP, NP — closed by a comma, a verb or the sentence's end."""
        before = self._named_before()
        if before is None or before.kind != "NP" or self.units[j].kind != "NP":
            return False
        if before.b - before.a > 1 and self.low[before.head] in ("part", "turn"):
            return False  # "for her part, Ann Hale, who …"
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
        begun = self.current.subject_start
        clause = self._open("appos", self.units[j].a, self.current)
        clause.subject = (before.a, before.b)
        if self.low[before.a] == "them" and begun is not None:
            clause.subject = (begun, before.b)  # "one of them, Ann Hale, …"
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
        if self.low[first.a] == "them" and self.tags[second.a] == "NNP":
            return True
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
