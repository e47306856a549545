"""By what a bag of words is found by others that may be nearly the same.

Two bags that overlap in all but `spare` tokens share one of their first `spare` + 1 tokens, and two
of their first `spare` + 2. So a bag is kept under its rare tokens, and under its common ones two by
two. All lists are packed into one array; pairs of tokens are hashed, and what falls together by
chance costs a comparison and changes no result.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from workbench.dataset.splits.tokens import Bags

COMMON = 60
"""A word in more texts than this finds partners only together with another such word."""

CROWDED = 400
"""How many texts are kept under one such pair of words; at most 65,535."""

_BITS = 255  # a signature has one more
_MIXER = 0x9E3779B97F4A7C15  # 2^64 by the golden ratio (Knuth, TAOCP 3, 6.4)


class Index:
    """Bags by what is rare in them.

    Args:
        bags: all bags.
        order: those to be kept, shortest first; a place in it stands for a bag.
        spares: how many tokens of each of them another may lack that is as long or longer.
    """

    def __init__(self, bags: Bags, order: Sequence[int], spares: Sequence[int]) -> None:
        self._frequency = bags.frequency
        self._crowded = bisect_right(bags.frequency, COMMON)  # numbered by rising frequency
        self._mask = (1 << (16 * len(order)).bit_length()) - 1
        counts = array("H", bytes(2 * (self._crowded + self._mask + 1)))
        for here, spare in zip(order, spares, strict=True):
            for slot in self._slots(bags[here], spare):
                if counts[slot] < CROWDED:
                    counts[slot] += 1
        self._starts = array("I", accumulate(counts, initial=0))
        self._places = array("I", bytes(4 * self._starts[-1]))
        self._held = array("H", bytes(2 * len(counts)))

    def add(self, place: int, bag: array[int], spare: int) -> None:
        """Keep a bag; places come in rising order, each with its own spare."""
        starts, held = self._starts, self._held
        for slot in self._slots(bag, spare):
            at = starts[slot] + held[slot]
            if at < starts[slot + 1]:
                self._places[at] = place
                held[slot] += 1

    def partners(self, bag: array[int], spare: int, first: int) -> set[int]:
        """The places, from `first` on, of bags that may overlap in all but `spare` tokens."""
        starts, held, places = self._starts, self._held, self._places
        found: set[int] = set()
        for slot in self._slots(bag, spare):
            number = held[slot]
            if number:
                low = starts[slot]
                if places[low] < first:
                    found.update(
                        places[bisect_left(places, first, low, low + number) : low + number]
                    )
                else:
                    found.update(places[low : low + number])
        return found

    def _slots(self, bag: array[int], spare: int) -> Iterator[int]:
        """Where a bag is kept and found: by its rare tokens, and its common ones two by two."""
        crowded, mask = self._crowded, self._mask
        cut = bisect_left(bag, crowded, 0, spare + 1)
        for token in bag[:cut]:
            if self._frequency[token] > 1:
                yield token
        common = bag[cut : spare + 2]
        for high, right in enumerate(common):
            for left in common[:high]:
                yield crowded + (((left << 32) + right) * _MIXER >> 40 & mask)


def signature(bag: array[int]) -> int:
    """Bits that tell bags apart: they differ in no more bits than the bags do in tokens.

    Each token turns one bit over; the commonest tokens have bits of their own.
    """
    made = 0
    for token in bag:
        made ^= 1 << (~token & _BITS)
    return made
