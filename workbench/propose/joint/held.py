"""Trees in which what a reader would underline hangs together.

The parser and the underliner go on from the same states and know different things. Where a stretch
that is likely underlined hangs on words outside by more than one of its own, the tree is decoded
again such that it does not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from workbench.propose.joint.underline import Stretches, stretches
from workbench.propose.tree.parse import with_heads
from workbench.propose.tree.together import held_together, log_likelihood
from workbench.propose.tree.tree import Tree, decode

LIKELY = 0.5  # likelihood from which on a stretch is taken for a claim
_WORST = 3.0  # log odds by which a tree that holds a claim may be less likely
_Claim = tuple[float, int, int]  # its likelihood, its first word and its end


def held(tree: Tree, repaired: Callable[[Tree], Tree], threads: int = 1) -> Tree:
    """A tree as ``repaired`` makes it, or another for which fewer likely claims are torn."""
    tags = (list(tree.fine), list(tree.coarse))  # which repairs may change
    best = repaired(tree)
    if tree.scores is None:
        return best
    known = stretches(tree, threads)
    claims = _claims(known)
    if not _torn(best, claims):
        return replace(best, underlined=known.numbers)
    spans = [(start, end) for _, start, end in _nested(claims)]
    heads = decode(held_together(log_likelihood(tree.scores.heads), spans, _WORST))
    fresh = replace(with_heads(tree, heads), fine=tags[0], coarse=tags[1])
    other = repaired(fresh)
    better = other if _torn(other, claims) < _torn(best, claims) else best
    return replace(better, underlined=known.numbers)


def _claims(known: Stretches) -> list[_Claim]:
    found = zip(known.likely, known.first, known.last, strict=True)
    return [(float(p), int(a), int(b) + 1) for p, a, b in found if p >= LIKELY and a < b]


def _torn(tree: Tree, claims: Sequence[_Claim]) -> float:
    """How likely claims are torn, in all: sum of the likelihoods of those that are."""
    return sum(likely for likely, start, end in claims if torn(tree, start, end))


def torn(tree: Tree, start: int, end: int) -> bool:
    """Hang the words from ``start`` to ``end`` on words outside by more than one of them?"""
    words = (w for w in range(start, end) if tree.coarse[w] != "PUNCT")
    return sum(not start <= tree.heads[w] < end for w in words) != 1


def _nested(claims: Sequence[_Claim]) -> list[_Claim]:
    """The likeliest of them such that none overlaps another by a part of it."""
    found: list[_Claim] = []
    for claim in sorted(claims, reverse=True):
        _, start, end = claim
        if all(
            end <= a or b <= start or (a <= start and end <= b) or (start <= a and b <= end)
            for _, a, b in found
        ):
            found.append(claim)
    return found
