"""Names for the pronoun that a claim begins with, where no tree worded the claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workbench.propose.candidate import Candidate
from workbench.propose.semantic.others import told_again
from workbench.propose.tree.clause import SUBJECTS
from workbench.propose.tree.tree import Tree

_PRONOUNS = frozenset(("he", "she", "it", "they"))
_OWNERS = frozenset(("his", "her", "its", "their"))
_TAIL = 12  # characters after the pronoun by which its place in a statement is found


class Reworder:
    """Writes what the trees of one sentence know of a subject into claims made without them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._meant: dict[int, tuple[str, str]] = {}  # by offset: the pronoun, and what it means

    def learn(self, tree: Tree | None, fills: dict[int, str]) -> None:
        """Take in what the pronouns of a tree mean."""
        for word, low in enumerate(tree.low if tree is not None else ()):
            if tree is None or low not in _PRONOUNS | _OWNERS:
                continue
            owner = low in _OWNERS and tree.relations[word] == "nmod:poss"
            if owner or (low in _PRONOUNS and tree.relations[word] in SUBJECTS):
                form = tree.words[word].form
                self._meant[tree.words[word].start] = (form, fills.get(word, ""))

    def all(self, made: Iterable[Candidate], found: Iterable[Candidate]) -> list[Candidate]:
        """The candidates that were ``made``, those that are not ``found`` by the tree reworded."""
        known = {id(c) for c in found}
        return [c if id(c) in known else self._one(c) for c in made]

    def _one(self, candidate: Candidate) -> Candidate:
        start, end = candidate.parts[0] if candidate.parts else (-1, -1)
        form, meant = self._meant.get(start, ("", ""))
        tail = self.text[start + len(form) : min(start + len(form) + _TAIL, end)]
        if candidate.kind != "clause" or not form or not tail.strip():
            return candidate
        at = candidate.statement.find(tail)
        if at <= 0:
            return candidate
        rest = candidate.statement[at:]
        if not meant or told_again(rest.split(), meant):
            return candidate
        line = meant[:1].upper() + meant[1:] + rest
        return replace(candidate, statement=line)
