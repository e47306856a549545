"""Heads of words such that what is known to hang together does."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
NEVER = -1e4
WORST = 9.0  # log odds by which a claim may be less likely to hang together


def log_likelihood(scores: Array) -> Array:
    """Scores of heads [n, n + 1] as log likelihoods of each word's head."""
    less = scores - scores.max(axis=1, keepdims=True)
    found: Array = less - np.log(np.exp(less).sum(axis=1, keepdims=True))
    return found


def held_together(heads: Array, claims: Sequence[tuple[int, int]], worst: float = WORST) -> Array:
    """The log likelihoods of heads [n, n + 1] with those ruled out that tear a claim.

    Of each claim one word, the one for which that is likeliest, hangs on a word outside. A claim
    for which any such tree is far less likely than the best one stays as it is.
    """
    found = heads.copy()
    count = len(found)
    for start, end in sorted(claims, key=lambda claim: claim[1] - claim[0]):
        inside = list(range(start + 1, end + 1))
        outside = [head for head in range(count + 1) if not start < head <= end]
        within = found[start:end, inside].copy()
        np.fill_diagonal(within, NEVER)
        inner, outer = within.max(axis=1), found[start:end, outside].max(axis=1)
        gained = inner.sum() - inner + outer
        top = int(gained.argmax())
        if np.maximum(inner, outer).sum() - gained[top] > worst:
            continue
        for word in range(start, end):
            found[word, inside if word == start + top else outside] = NEVER
    return found
