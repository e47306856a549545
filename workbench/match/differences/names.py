"""Where the names of two texts differ, or stand in another order: who did what to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from workbench.match.differences.kinds import Difference, Sides
from workbench.match.facts.names import same_name
from workbench.match.facts.values import Fact
from workbench.text.fold import fold

_PLACE = re.compile(
    r"\b(?:in|at|near|on|across|around|outside|off|inside|within)\s+(?:the\s+)?$", re.I
)
_AND = re.compile(r"\s*(?:,|and|or|&|,\s*and|as well as|with|/|-|–)\s*(?:the\s+)?", re.I)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|be|being)\s+(?:\w+\s+){0,2}?"
    r"(?:\w+(?:ed|en|wn|lt|ht|ld|de|id|un)|won|led|shot|struck|sung|cut|hit|found|spent|sent)\s+"
    r"(?:\w+\s+){0,6}?by\b",
    re.I,
)


def name_differences(sides: Sides) -> Iterator[Difference]:
    """The names that differ, then those that changed places."""
    left, right = sides.of("name")
    pairs = _pairs(left, right)
    lone = [f for f in left if f not in {a for a, _ in pairs} and not _in(f, sides.right)]
    others = [f for f in right if f not in {b for _, b in pairs} and not _in(f, sides.left)]
    for one, other in zip(lone, others, strict=False):
        yield sides.differ("name", one.text, other.text)
    if sides.strict:
        for fact in lone[len(others) :]:
            yield sides.differ("name", fact.text, "")
        for fact in others[len(lone) :]:
            yield sides.differ("name", "", fact.text)
    yield from _swapped(sides, pairs)


def _pairs(left: Sequence[Fact], right: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Each name of the left with one of the right that may be the same; exact ones first."""
    free = list(right)
    found: dict[Fact, Fact] = {}
    for exactly in (True, False):
        for fact in left:
            if fact in found:
                continue
            twin = next((o for o in free if _same(fact, o, exactly=exactly)), None)
            if twin:
                free.remove(twin)
                found[fact] = twin
    return [(fact, found[fact]) for fact in left if fact in found]


def _same(left: Fact, right: Fact, *, exactly: bool) -> bool:
    a, b = str(left.value), str(right.value)
    return a == b if exactly else same_name(a, b)


def _in(fact: Fact, text: str) -> bool:
    """Whether a name's words stand in a text, capitalised or not."""
    folded = fold(text).text
    return re.search(rf"(?<!\w){re.escape(fold(fact.text).text)}(?:'?s)?(?!\w)", folded) is not None


def _swapped(sides: Sides, pairs: Sequence[tuple[Fact, Fact]]) -> Iterator[Difference]:
    """Two names whose order differs, where the order tells who did it."""
    turned = _PASSIVE.search(sides.left) is not None, _PASSIVE.search(sides.right) is not None
    acting = [
        (one, other)
        for one, other in pairs
        if not _PLACE.search(sides.left[max(0, one.start - 14) : one.start])
        and not _PLACE.search(sides.right[max(0, other.start - 14) : other.start])
    ]
    for (a, a2), (b, b2) in combinations(acting, 2):
        reversed_order = (a.start < b.start) != (a2.start < b2.start)
        if a.value == b.value or reversed_order == (turned[0] != turned[1]):
            continue
        if not _listed(sides.left, a, b) and not _listed(sides.right, a2, b2):
            first, second = sorted((a2, b2), key=lambda fact: fact.start)
            left, right = f"{a.text} … {b.text}", f"{first.text} … {second.text}"
            if left == right:
                right = f"{right} (passive)"
            yield sides.differ("name", left, right)
            return


def _listed(text: str, one: Fact, other: Fact) -> bool:
    """Whether two names are items of one list."""
    first, second = sorted((one, other), key=lambda fact: fact.start)
    return _AND.fullmatch(text, first.end, second.start) is not None
