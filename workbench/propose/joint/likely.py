"""What a reader would almost surely underline though nothing that is shown says it.

The checks of `choose` are made for what may well be no claim. Of a stretch that the underliner is
nearly sure of, the best candidate that says just it is shown, too, if it passes weaker ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from workbench.propose.joint.arcs import SUBJECTS
from workbench.propose.joint.table import SAME, Told, jaccard, tokens
from workbench.propose.joint.underline import Stretches
from workbench.propose.lexicon import SECOND_PERSON
from workbench.propose.semantic.gates import is_wish
from workbench.propose.tree.tree import Tree

SURE = 0.8  # likelihood from which on a stretch counts as underlined
LEAST = 0.3  # score of the choice from which on a candidate may be shown for such a stretch
LIKE = 0.85  # token Jaccard similarity from which on a candidate says just that stretch
_WORDS = 2  # words that a claim has at least


class Likely(NamedTuple):
    """A stretch that is almost surely underlined, by where its words begin."""

    tokens: frozenset[int]

    def is_said(self, told: Told, least: float = SAME) -> bool:
        """Is a candidate, by its span or its parts, like the stretch?"""
        like = max(jaccard(told.span, self.tokens), jaccard(told.parts, self.tokens))
        return like >= least


def unmet(text: str, trees: Sequence[Stretches], shown: Sequence[Told]) -> Iterator[Likely]:
    """The likely stretches of a sentence that nothing ``shown`` meets, the likeliest first."""
    for known in trees:
        met: list[frozenset[int]] = []
        for place in np.argsort(-known.likely, kind="stable"):
            if known.likely[place] < SURE:
                break
            first, last = known.tree.words[known.first[place]], known.tree.words[known.last[place]]
            likely = Likely(tokens(text, [(first.start, last.end)]))
            if len(likely.tokens) < _WORDS or any(jaccard(likely.tokens, m) >= SAME for m in met):
                continue
            met.append(likely.tokens)
            if not any(likely.is_said(told) for told in shown):
                yield likely


def no_wish(tree: Tree) -> bool:
    """Is it told of somebody who is named, and no wish: not "you paid", "I paid", "we hope"?"""
    about = {w for s in tree.only(tree.root, *SUBJECTS) for w in tree.below(s)}
    return not is_wish(tree) and not any(tree.low[w] in _WHO for w in about)


_WHO = SECOND_PERSON | {"i"}
