"""What happened, in one word of the article: "the crash", "the fire".

"It was the deadliest accident since 2011" goes back to that over whole paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from workbench.propose.lexicon import EVENTS, word_set
from workbench.propose.semantic.mentions import Mention
from workbench.propose.semantic.pronouns import agrees
from workbench.propose.tree.tree import Tree

_BEGINS = word_set("started began broke erupted happened occurred spread")


class Happenings:
    """The events that an article told of so far."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def learn(self, tree: Tree) -> None:
        """Take in the events that a sentence names for themselves: "a fire", "the crash"."""
        for noun, low in enumerate(tree.low):
            articles = {tree.low[c] for c in tree.only(noun, "det")} & {"a", "an", "the"}
            superlative = any(tree.fine[c] == "JJS" for c in tree.children[noun])
            if low in EVENTS and articles and tree.fine[noun] == "NN" and not superlative:
                self._seen[low] += 1

    def fills(self, tree: Tree, last: Sequence[Mention]) -> dict[int, str]:
        """What to write for an "it" that can only mean what happened; ``last``: named before."""
        if not self._seen or any(m.subject and m.key in EVENTS for m in last):
            return {}  # "the blast …; it was the deadliest explosion": of the sentence before
        named = any((m.subject or m.object) and agrees(m, "it") for m in last)
        event = max(self._seen, key=lambda noun: self._seen[noun])
        return {
            word: f"the {event}"
            for word, low in enumerate(tree.low)
            if low == "it" and (_ranked(tree, word) or (not named and self._begins(tree, word)))
        }

    def _begins(self, tree: Tree, word: int) -> bool:
        """ "It started in a flat", where the article told of one event alone."""
        head = tree.heads[word]
        top = tree.relations[word] == "nsubj" and tree.relations[head] == "root"
        first = not any(tree.coarse[w] in ("NOUN", "PROPN", "VERB") for w in range(word))
        return top and first and len(self._seen) == 1 and tree.low[head] in _BEGINS


def _ranked(tree: Tree, word: int) -> bool:
    """ "It was the deadliest accident in the region since 2011"."""
    head = tree.heads[word]
    if tree.relations[word] != "nsubj" or tree.low[head] not in EVENTS:
        return False
    the = any(tree.low[c] == "the" for c in tree.only(head, "det"))
    return the and any(tree.fine[c] == "JJS" for c in tree.only(head, "amod"))
