"""Names for the epithets of an article, and whom they named within a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.propose.semantic.epithets import (
    Epithet,
    Sought,
    aged,
    bare,
    by_age,
    epithets,
    whom,
)
from workbench.propose.semantic.facts import Facts
from workbench.propose.semantic.mentions import Mention, speaks, topics
from workbench.propose.semantic.roles import Roles
from workbench.propose.tree.tree import Tree


class Descriptions:
    """What "the Argentine" and "the envoy" stand for; ``roles``: what is settled besides."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles
        self._facts = Facts()
        self._known: dict[tuple[int, int], Mention] = {}  # by tree and word, this sentence

    def fills(
        self, tree: Tree, here: Sequence[Mention], past: Sequence[Sequence[Mention]],
        called: dict[int, str], meant: Callable[[Epithet, str], Mention | None],
    ) -> dict[int, str]:  # fmt: skip
        """What to write for the words of a sentence's epithets, by their index.

        Args:
            tree: The sentence.
            here: Its phrases.
            past: The phrases of the sentences before, the last one last.
            called: What other rules write for its words.
            meant: Whom a pronoun in an epithet's place would mean.
        """
        found: dict[int, str] = {}
        self._facts.learn(tree, here)
        sought = Sought(here, past, self._facts, meant)
        for epithet in epithets(tree):
            ruled = called.get(epithet.noun)
            inside = range(epithet.first, epithet.noun)
            if tree.low[epithet.noun] == "old" and ruled and not by_age(epithet, sought):
                if not aged(epithet, ruled, sought):
                    found |= {w: tree.words[w].form for w in (*inside, epithet.noun)}
                for m in [m for m in (past[-1] if past else ()) if m.text == ruled][:1]:
                    if not m.plural and epithet.noun not in found:
                        self._known[id(tree), epithet.noun] = m
                        self._facts.take(m.key, epithet.land, epithet.age)
                continue
            if (ruled and not epithet.age) or (
                bare(epithet) and self._roles.knows(epithet.calling)
            ):
                continue
            person = whom(epithet, sought)
            if person is not None:
                found |= dict.fromkeys(inside, "") | {epithet.noun: person.text}
                self._known[id(tree), epithet.noun] = person
                self._facts.take(person.key, epithet.land, epithet.age)
        return found

    def by_name(self, tree: Tree, here: Sequence[Mention]) -> list[Mention]:
        """The phrases of a sentence, persons in the place of the epithets for them."""
        known = {w: m for (at, w), m in self._known.items() if at == id(tree)}
        if not known:
            return list(here)
        subject = topics(tree)[0]
        rest = [m for m in here if m.at not in known]
        rest += [m._replace(at=w, start=tree.words[w].start, subject=w == subject, object=False,
                            spoke=speaks(tree, tree.heads[w]), ward="", new=False)
                 for w, m in known.items()]  # fmt: skip
        return sorted(rest, key=lambda m: m.at)

    def clear(self) -> None:
        """Forget the sentence: its trees are gone."""
        self._known.clear()
