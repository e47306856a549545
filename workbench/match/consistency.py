"""Whether two statements speak of the same thing, and then agree or disagree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from workbench.match.differences import differences

_CONTENT = re.compile(r"[^\W\d_]{4,}")
BLOCK = 50  # statements that share a word; a word of more of them tells nothing


class Relation(NamedTuple):
    """How two statements stand to each other, and why; a warning, never a verdict."""

    kind: Literal["contradicts", "agrees"]
    reason: str


def relate(left: str, right: str) -> Relation | None:
    """How two statements stand to each other; None when they speak of different things."""
    mine, theirs = _content(left), _content(right)
    shared = mine & theirs
    if 2 * len(shared) < max(len(mine), len(theirs)) or len(shared) < 2:
        return None
    found = differences(left, right, ("first", "second"))
    if found:
        return Relation("contradicts", found[0].message)
    return Relation("agrees", "the same words, and no fact differs") if mine == theirs else None


def pairs(statements: Sequence[str]) -> Iterator[tuple[int, int, Relation]]:
    """The pairs (i, j, relation), i < j, of statements that speak of the same thing."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, statement in enumerate(statements):
        for word in _content(statement):
            holders[word].append(at)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for members in holders.values():
        if len(members) <= BLOCK:
            for place, first in enumerate(members):
                for second in members[place + 1 :]:
                    shared[first, second] += 1
    for (first, second), count in sorted(shared.items()):
        relation = relate(statements[first], statements[second]) if count > 1 else None
        if relation:
            yield first, second, relation


def _content(statement: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _CONTENT.findall(statement))
