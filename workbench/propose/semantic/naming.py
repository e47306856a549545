"""Which pronouns of a clause give way to the names that they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from workbench.propose.inflect import possessive
from workbench.propose.lexicon import FIRST_PERSON
from workbench.propose.semantic.others import told_again
from workbench.propose.tree.clause import SUBJECTS, Clause
from workbench.propose.tree.short_forms import spelled
from workbench.propose.tree.tree import Tree
from workbench.propose.tree.words import written

_VERBS = ("AUX", "VERB")
_OWNERS = {"its": "it", "their": "they"}
_SAME = {form: frozenset(forms.split()) for forms in ("he his him himself", "she her hers herself")
         for form in forms.split()}  # fmt: skip


class Naming:
    """Writes the names of one sentence into its clauses; ``fills``: what to write for a word."""

    def __init__(self, text: str, tree: Tree, fills: dict[int, str]) -> None:
        self.text, self.tree, self._fills = text, tree, fills

    def tree_of(self, clause: Clause) -> Tree:
        """The tree with names for pronouns of the subject, and for others that need one."""
        tree, subject = self.tree, self._subject_words(clause)
        forms = [tree.words[w].form for w in subject if tree.coarse[w] != "PRON"]
        filled = [w for w in subject if tree.relations[w] != "nmod:poss"
                  or tree.coarse[w] != "PRON"  # "the group's office": all of it, or none
                  or not self._fills.get(w) or not told_again(forms, self._fills[w])]  # fmt: skip
        filled = [w for w in filled if not self._of_the_same(w, filled)]
        if clause.kind == "apposition" and self._by_own_name(clause, filled):
            filled = []
        named = shown(tree, self._fills, filled)
        line = [named.words[w].form for w in (*subject, *clause.own)]
        line = [word for form in line for word in form.removesuffix("'s").split()]
        line += [f"{number}%" for number, sign in pairwise(line) if sign == "%"]
        rest = [
            w for w in (*clause.lead, *clause.own) if tree.coarse[w] in _VERBS and w in self._fills
        ]
        for word in clause.own:
            fill = self._fills.get(word)
            if not fill:
                continue
            plain = word in subject or self._plain_here(word)
            again = told_again(line, fill) and tree.low[word] not in FIRST_PERSON
            if plain or again or self._named_beside(subject, fill):
                continue
            if self._open_before(word, clause):
                continue
            rest.append(word)
            line += fill.removesuffix("'s").split()
        return shown(named, self._fills, rest)

    def _of_the_same(self, word: int, filled: list[int]) -> bool:
        """ "She and her husband": whose husband is plain once she is named."""
        owner, fill = self.tree.relations[word] == "nmod:poss", self._fills.get(word, "")
        before = (self._fills.get(w) for w in filled if w < word)
        return owner and bool(fill) and any(
            name and fill in (possessive(name, s) for s in (False, True))
            for name in before
        )  # fmt: skip

    def _open_before(self, word: int, clause: Clause) -> bool:
        """ "The views are his own and not those of his employer": the second "his" stays, too."""
        tree, same = self.tree, _SAME.get(self.tree.low[word], frozenset())
        subject = self._subject_words(clause)
        alone = subject[0] if len(subject) == 1 else -1
        if alone >= 0 and tree.low[alone] == _OWNERS.get(tree.low[word]):
            return alone not in self._fills  # "it closed its mill": not the second one alone
        return any(tree.low[w] in same and w < word and w not in self._fills for w in clause.own)

    def _named_beside(self, subject: list[int], fill: str) -> bool:
        """ "The coach, Ian Moss, said his side …": is his the name beside the subject?"""
        names = [c for w in subject for c in self.tree.only(w, "appos")
                 if self.tree.coarse[c] == "PROPN"]  # fmt: skip
        last = [self.tree.words[max(n, *self.tree.only(n, "flat"), n)].form for n in names]
        return any(name in fill for name in last)

    def _by_own_name(self, clause: Clause, filled: list[int]) -> bool:
        """ "The president, Ann Oe": would she be written for the president?"""
        name = written(self.tree, self.text, clause.own)
        return any(self._fills.get(w) and self._fills[w] in name for w in filled)

    def _plain_here(self, word: int) -> bool:
        """Is a pronoun clear where it stands, or whose meaning is told elsewhere?"""
        tree = self.tree
        if tree.coarse[word] != "PRON":
            return True
        # "was closed by its owner, Brunn Steel": the apposition says whose
        owner = tree.relations[word] == "nmod:poss"
        return owner and bool(tree.only(tree.heads[word], "appos"))

    def same(self, named: Tree, clause: Clause) -> bool:
        """ "The company, Northline Buses": the name in place of "the company" says nothing."""
        one, other = (written(named, self.text, w).strip() for w in (clause.subject, clause.own))
        return one == other

    def _subject_words(self, clause: Clause) -> list[int]:
        """The words of the subject, wherever it stands."""
        role = clause.relative.role if clause.relative is not None else "subject"
        if clause.subject and role == "subject":
            return clause.subject
        inside = set(clause.own)
        return clause.subject + [w for s in self.tree.only(clause.head, *SUBJECTS)[:1]
                for w in self.tree.below(s) if w in inside]  # fmt: skip


def shown(tree: Tree, fills: dict[int, str], words: Iterable[int]) -> Tree:
    """The tree with these of its words written as they are meant."""
    wanted = {w: fills[w] for w in words if w in fills}
    if not wanted:
        return tree
    # the hyphens of "the 52-year-old"
    wanted |= {w: said for w, said in fills.items()
               if not said and w - 1 in wanted and tree.coarse[w] == "PUNCT"}  # fmt: skip
    wanted |= {w + 1: said for w in wanted if (said := spelled(tree, w + 1)) and w + 1 not in fills}
    forms = [word._replace(form=wanted.get(i, word.form)) for i, word in enumerate(tree.words)]
    return replace(tree, words=forms)
