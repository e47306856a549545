"""Words of a tree as bit masks, and the variants of its noun phrases.

A set of words is an int whose bit ``w`` stands for word ``w``: unions and overlaps of the hundreds
of pieces of a sentence cost almost nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from workbench.propose.lexicon import word_set
from workbench.propose.tree.cuts import is_predicate, loose
from workbench.propose.tree.tree import Tree

_MODIFIER = word_set(
    "det det:predet amod compound compound:prt flat nummod nmod:poss nmod:desc fixed goeswith "
    "nmod:unmarked obl:unmarked advmod"
)
_NAME = word_set("det compound flat nummod nmod:poss goeswith")
_OUTSIDE = word_set(
    "case mark cc cc:preconj punct nsubj nsubj:pass nsubj:outer csubj expl aux aux:pass cop "
    "discourse vocative list reparandum"
)
_ADJUNCTS = frozenset(("obl", "obl:unmarked", "advcl", "advmod", "mark"))
_SHARED = frozenset(("det", "amod", "nmod:poss", "compound"))
_ASIDE = frozenset(["appos", "acl:relcl", "acl", "parataxis"])


class Masks:
    """The subtrees of a tree as masks, marks left out."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._order = [tree.root]
        for word in self._order:
            self._order.extend(tree.children[word])
        self.below = self._subtrees(frozenset())
        split = frozenset(w for w in range(len(tree.words)) if self._stands_apart(w))
        self.tight = self._subtrees(split)  # without what stands for itself inside

    def _subtrees(self, cut: frozenset[int]) -> list[int]:
        tree = self.tree
        masks = [0 if tree.coarse[w] == "PUNCT" else 1 << w for w in range(len(tree.words))]
        for word in reversed(self._order):
            if tree.heads[word] >= 0 and word not in cut:
                masks[tree.heads[word]] |= masks[word]
        return masks

    def _stands_apart(self, word: int) -> bool:
        relation = self.tree.relations[word]
        if relation == "conj":
            return self.predicates[word]
        return relation == "parataxis" or (self.set_off[word] and relation != "appos")

    @cached_property
    def predicates(self) -> list[bool]:
        """Is each word a predicate?"""
        return [is_predicate(self.tree, w) for w in range(len(self.tree.words))]

    @cached_property
    def set_off(self) -> list[bool]:
        """Is each word's phrase set off by a mark?"""
        return [
            relation in _ASIDE and loose(self.tree, word)
            for word, relation in enumerate(self.tree.relations)
        ]

    def sum(self, head: int, relations: frozenset[str]) -> int:
        """The subtrees of the children with these relations."""
        mask = 0
        for child in self.tree.children[head]:
            if self.tree.relations[child] in relations:
                mask |= self.tight[child]
        return mask

    def case_of(self, noun: int) -> int:
        """The preposition before a phrase."""
        return self.sum(noun, frozenset(("case",)))

    def full(self, noun: int) -> int:
        """The phrase with all that hangs on it, without its preposition and clause words."""
        return self.below[noun] & ~self.sum(noun, _OUTSIDE)

    def core(self, noun: int) -> int:
        """The phrase without conjuncts and asides: "the mayor of Riga"."""
        tree, mask = self.tree, self.tight[noun] & ~self.sum(noun, _OUTSIDE)
        for child in tree.children[noun]:
            relation = tree.relations[child]
            if relation in ("conj", "appos", "parataxis") or self.set_off[child]:
                mask &= ~self.below[child]
        return mask

    def bare(self, noun: int) -> int:
        """The noun and what stands before it: "the mayor"."""
        return (1 << noun) | self.sum(noun, _MODIFIER)

    def name(self, noun: int) -> int:
        """The noun with its name words and article."""
        return (1 << noun) | self.sum(noun, _NAME)

    @cached_property
    def lists(self) -> list[list[int]]:
        """Coordinated phrases: the first conjunct and the others, clauses left out."""
        tree = self.tree
        found = []
        for first, tag in enumerate(tree.coarse):
            joined = [c for c in tree.only(first, "conj") if not tree.only(c, "nsubj", "cop")]
            if joined and (tag not in ("VERB", "AUX") or not self.predicates[joined[0]]):
                found.append([first, *joined])
        return found

    def members(self, mask: int, joined: list[int]) -> Iterator[int]:
        """A piece with one member of a list that it holds: "in A, B and C" as "in A", "in B" …"""
        first, others = joined[0], joined[1:]
        rest = 0
        for other in others:
            rest |= self.below[other]
        yield mask & ~rest
        own = self.core(first) & ~self.sum(first, _ADJUNCTS)
        own &= (1 << (others[-1] + 1)) - 1  # what follows the last is everybody's
        shared = self.sum(first, _SHARED) & ((1 << first) - 1) & mask
        for other in others:
            case = self.case_of(first) if self.case_of(other) else 0
            kept = (mask & ~rest & ~own & ~case) | (mask & self.core(other))
            kept |= mask & self.case_of(other)
            yield kept
            if shared:
                yield kept | shared
        above = self.tree.heads[first]
        if above >= 0 and self.tree.relations[first] == "nmod":  # or joined to the noun above
            own = self.core(above) & ~self.sum(above, _ADJUNCTS)
            yield (mask & ~rest & ~own) | (mask & self.core(others[-1]))

    def variants(self, noun: int) -> list[int]:
        """Ways to write a phrase that is no list, best first, without its preposition."""
        found = [self.core(noun), self.full(noun), self.bare(noun), self.name(noun)]
        outer = self.full(noun)
        for child in self.tree.children[noun]:
            if self.set_off[child] or self.tree.relations[child] == "appos":
                outer &= ~self.below[child]
        found.append(outer)
        return list(dict.fromkeys(found))
