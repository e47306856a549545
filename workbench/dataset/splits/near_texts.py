"""Pairs of short texts that say nearly the same in nearly the same words.

A self-join of sets by prefix filtering (Bayardo, Ma and Srikant, WWW 2007; Xiao et al., "Efficient
similarity joins for near-duplicate detection", WWW 2008): two bags that overlap enough share one of
their few rarest words, or two of one more, so only bags that do are compared. Of these most are put
aside by their signatures (Sandes et al., "Bitmap filter: speeding up exact set similarity joins
with bitwise operations", Information Systems, 2020). No pair is lost by that. What may be lost:
pairs of texts whose rarest words are common, and stand together in hundreds of other texts
(`near_index.CROWDED`).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from math import ceil
from typing import NamedTuple

from workbench.dataset.splits.joined import Kept
from workbench.dataset.splits.near_index import Index, signature
from workbench.dataset.splits.tokens import Bags

SAME = 0.7
"""Jaccard similarity of the bags from which two texts are near-duplicates."""

ALIKE = 0.6
"""Jaccard similarity from which the letters are compared as well: misspellings, inflection."""

ALIKE_SHARE = ALIKE / (1 + ALIKE)  # of the sizes of both

LETTERS = 90.0
"""Similarity of the sorted words, letter by letter (normalised indel, 0 to 100)."""

Progress = Callable[[int, int], None]


class Pair(NamedTuple):
    """Two texts by their index, left before right, and their similarity in [0, 1]."""

    left: int
    right: int
    score: float


def near_texts(texts: Iterable[str], progress: Progress | None = None) -> list[Pair]:
    """The pairs of near-duplicates.

    Of texts with the very same words each is paired with the first of them only: who joins groups
    needs no more, and a text that stands there a thousand times costs a thousand pairs. So do the
    pairs of one of them with a third text: the first one stands for all. Of a text with many pairs
    only those are told that hold its group together (`joined.Kept`).

    Args:
        texts: read once, in order; their indices name them.
        progress: called with the texts compared so far and their number.

    Returns:
        Pairs in the order of (left, right).
    """
    bags = Bags(texts)
    first: dict[bytes, int] = {}
    pairs = []
    for index in range(len(bags)):
        known = first.setdefault(bags[index].tobytes(), index)
        if known != index and bags.size(index):
            pairs.append(Pair(known, index, 1.0))
    distinct = [index for index in first.values() if bags.size(index)]
    first.clear()
    kept = Kept(len(bags))
    pairs += filter(kept.keeps, _join(bags, sorted(distinct, key=bags.size), progress))
    return sorted(pairs)


def _join(bags: Bags, order: list[int], progress: Progress | None) -> Iterator[Pair]:
    """Compare each bag with the shorter ones that share what is rare with it."""
    sizes = array("I", [bags.size(i) for i in order])
    index = Index(bags, order, array("I", [size - ceil(ALIKE_SHARE * 2 * size) for size in sizes]))
    signatures: list[int] = []
    for place, here in enumerate(order):
        bag, size = bags[here], sizes[place]
        shortest = bisect_left(sizes, ceil(ALIKE * size))
        found = index.partners(bag, size - ceil(ALIKE * size), shortest)
        own, most = signature(bag), size // 2  # tokens that two may differ in, at ALIKE_SHARE
        near = [other for other in found if (signatures[other] ^ own).bit_count() <= most]
        yield from _pairs(bags, here, (order[other] for other in near))
        signatures.append(own)
        index.add(place, bag, size - ceil(ALIKE_SHARE * 2 * size))
        if progress is not None and place % 1000 == 0:
            progress(place, len(order))


def _pairs(bags: Bags, here: int, others: Iterable[int]) -> Iterator[Pair]:
    """Those of some bags that are near-duplicates of one."""
    bag = bags[here]
    own = set(bag)
    for other in others:
        right = bags[other]
        shared = len(own.intersection(right))
        if shared >= ALIKE_SHARE * (len(bag) + len(right)):
            score = _score(bags, bag, right, shared)
            if score:
                yield Pair(min(here, other), max(here, other), score)


def _score(bags: Bags, bag: array[int], right: array[int], shared: int) -> float:
    """The similarity of two bags if they are near-duplicates, else 0."""
    score = shared / (len(bag) + len(right) - shared)
    if score >= SAME:
        return score
    from rapidfuzz.fuzz import ratio

    return ratio(bags.words(bag), bags.words(right), score_cutoff=LETTERS) / 100
