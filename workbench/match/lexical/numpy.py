"""The sums of `lexical_search.pool`, by numpy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from workbench.match.rank.text import Idf


def best(postings: Iterable[tuple[str, Sequence[int], bytes]], idf: Idf, limit: int) -> list[int]:
    """The seqs of the `limit` claims with the highest sums, best first; of equals the first one."""
    seqs, weights = [], []
    for word, run, steps in postings:
        seqs.append(np.asarray(run, dtype=np.int64))
        weights.append(np.frombuffer(steps, dtype=np.uint8) * idf(word))
    if not seqs:
        return []
    every = np.concatenate(seqs)
    order = np.argsort(every, kind="stable")  # runs are sorted already: this only merges them
    every = every[order]
    starts = np.flatnonzero(np.r_[True, every[1:] != every[:-1]])
    sums = np.add.reduceat(np.concatenate(weights)[order], starts)
    found = every[starts]
    if len(sums) > limit:
        enough = np.partition(sums, -limit)[-limit]
        found, sums = found[sums >= enough], sums[sums >= enough]
    return [int(seq) for seq in found[np.lexsort((found, -sums))][:limit]]
