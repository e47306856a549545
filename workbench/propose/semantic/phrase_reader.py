"""The phrases of trees, with what their article has told of them so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from workbench.propose.semantic.mentions import Mention, mentions
from workbench.propose.semantic.roles import Roles
from workbench.propose.tree.tree import Tree

_CAPITAL = re.compile(r"(?<=[a-z] )[A-Z][\w’'-]+")
_SMALL = re.compile(r"\b[a-z][\w’'-]+")


class PhraseReader:
    """Reads each tree of a sentence once.

    Attributes:
        gender: "m" or "f" of persons, by their key, where a pronoun told it.
    """

    def __init__(self, text: str, names: dict[str, str], roles: Roles) -> None:
        """``names``: full names of persons by their key; ``roles``: what is called what."""
        self.gender: dict[str, str] = {}
        self._text, self._names, self._roles = text, names, roles
        self._read: dict[int, tuple[Tree, list[Mention]]] = {}

    def clear(self) -> None:
        """Forget the trees: the next sentence begins."""
        self._read.clear()

    def free(self, tree: Tree) -> list[Mention]:
        """The phrases that the rules look at: without "his mother" where it is no subject."""
        return [m for m in self.of(tree) if not m.held]

    def of(self, tree: Tree) -> list[Mention]:
        """The phrases of a tree."""
        if id(tree) not in self._read:  # with the tree, so that no other takes its place
            found = [self._spelt(m) for m in mentions(tree, self._text, self._names)]
            self._read[id(tree)] = tree, found
        told = [(m, self._roles.name(m.text)) for m in self._read[id(tree)][1]]
        return self.gendered([m if m.text == name else m._replace(text=name) for m, name in told])

    def _spelt(self, mention: Mention) -> Mention:
        """ "Oe [tagged as a noun] left": with its capital, which it has elsewhere in sentences."""
        name = mention.text[:1].upper() + mention.text[1:]
        return mention._replace(text=name) if name in self._capitals else mention

    @cached_property
    def _capitals(self) -> frozenset[str]:
        """The words that begin with a capital within a sentence, and nowhere stand without."""
        small = set(_SMALL.findall(self._text))
        return frozenset(w for w in _CAPITAL.findall(self._text) if w.lower() not in small)

    def gendered(self, found: Sequence[Mention]) -> list[Mention]:
        """The same, with the gender that is known by now."""
        known = self.gender
        return [
            m if m.gender or m.key not in known else m._replace(gender=known[m.key]) for m in found
        ]
