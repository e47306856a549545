"""Pairs of short texts that say nearly the same in nearly the same words.

A self-join of sets by prefix filtering (Bayardo, Ma and Srikant, WWW 2007; Xiao et al., "Efficient
similarity joins for near-duplicate detection", WWW 2008): two bags that overlap enough share one of
their few rarest words, or two of one more, so only bags that do are compared. No pair is lost by
that. What may be lost: pairs of texts whose rarest words are common, and stand together in hundreds
of other texts (`CROWDED`).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from math import ceil
from typing import NamedTuple

from workbench.dataset.splits.tokens import Bags

SAME = 0.7
"""Jaccard similarity of the bags from which two texts are near-duplicates."""

ALIKE = 0.6
"""Jaccard similarity from which the letters are compared as well: misspellings, inflection."""

ALIKE_SHARE = ALIKE / (1 + ALIKE)  # of the sizes of both

LETTERS = 90.0
"""Similarity of the sorted words, letter by letter (normalised indel, 0 to 100)."""

COMMON = 60
"""A word in more texts than this finds partners only together with another such word."""

CROWDED = 100
"""How many texts are compared for the sake of one such pair of words."""

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
    pairs of one of them with a third text: the first one stands for all.

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
    pairs += _join(bags, sorted(distinct, key=bags.size), progress)
    return sorted(pairs)


def _join(bags: Bags, order: list[int], progress: Progress | None) -> Iterator[Pair]:
    """Compare each bag with the shorter ones that share what is rare with it."""
    index: dict[int, array[int]] = {}  # key → places in `order`, so by rising size
    sizes = array("I", [bags.size(i) for i in order])
    crowded = bisect_right(bags.frequency, COMMON)  # tokens are numbered by rising frequency
    for place, here in enumerate(order):
        bag = bags[here]
        size = len(bag)
        shortest = bisect_left(sizes, ceil(ALIKE * size))
        found: set[int] = set()
        for key in _keys(bag, size - ceil(ALIKE * size), crowded):
            partners = index.get(key)
            if partners is not None:
                found.update(partners[bisect_left(partners, shortest) :])
        own = set(bag)
        for partner in found:
            other = order[partner]
            right = bags[other]
            shared = len(own.intersection(right))
            if shared < ALIKE_SHARE * (size + len(right)):
                continue
            score = _score(bags, bag, right, shared)
            if score:
                yield Pair(min(here, other), max(here, other), score)
        for key in _keys(bag, size - ceil(2 * ALIKE / (1 + ALIKE) * size), crowded):
            if key < crowded and bags.frequency[key] == 1:
                continue  # nobody else can ask for it
            places = index.get(key)
            if places is None:
                index[key] = array("I", [place])
            elif len(places) < CROWDED:
                places.append(place)
        if progress is not None and place % 1000 == 0:
            progress(place, len(order))


def _keys(bag: array[int], spare: int, crowded: int) -> Iterator[int]:
    """What a bag is looked up by: its rare tokens, and its common ones two by two.

    Two bags that overlap in all but `spare` tokens share one of their first `spare` + 1 tokens,
    and two of their first `spare` + 2.
    """
    cut = bisect_left(bag, crowded, 0, spare + 1)
    yield from bag[:cut]
    common = bag[cut : spare + 2]
    for high, right in enumerate(common):
        for left in common[:high]:
            yield (left + 1 << 32) + right


def _score(bags: Bags, bag: array[int], right: array[int], shared: int) -> float:
    """The similarity of two bags if they are near-duplicates, else 0."""
    score = shared / (len(bag) + len(right) - shared)
    if score >= SAME:
        return score
    from rapidfuzz.fuzz import ratio

    return ratio(bags.words(bag), bags.words(right), score_cutoff=LETTERS) / 100
