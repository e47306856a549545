"""The best one-to-one pairing of two sets of spans, by the characters that they share."""

from __future__ import annotations

from collections.abc import Sequence

Span = tuple[int, int]


def shared(a: Span, b: Span) -> int:
    """How many characters two spans [start, end) share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def best_overlap(first: Sequence[Span], second: Sequence[Span]) -> int:
    """The most characters that a one-to-one pairing of the spans can share.

    Spans that share nothing with each other, directly or through others, are paired apart, so
    that an article with many spans costs no more than its largest tangle.
    """
    return sum(_assign(a, b) for a, b in _tangles(first, second))


def _tangles(first: Sequence[Span], second: Sequence[Span]) -> list[tuple[list[Span], list[Span]]]:
    """Groups of spans that touch: a sweep from left to right."""
    tagged = sorted([(*span, 0) for span in first] + [(*span, 1) for span in second])
    groups: list[tuple[list[Span], list[Span]]] = []
    reach = -1
    for start, end, side in tagged:
        if start >= reach or not groups:
            groups.append(([], []))
        groups[-1][side].append((start, end))
        reach = max(reach, end)
    return groups


def _assign(first: Sequence[Span], second: Sequence[Span]) -> int:
    """The largest sum of an assignment, by the Hungarian method (Kuhn 1955, Munkres 1957).

    With potentials and shortest augmenting paths: rows² × columns.
    """
    if len(first) > len(second):
        first, second = second, first
    if not first:
        return 0
    rows, columns = len(first), len(second)
    cost = [[-shared(a, b) for b in second] for a in first]
    row_price, column_price = [0] * (rows + 1), [0] * (columns + 1)
    taken = [0] * (columns + 1)  # the row, from 1, that has the column
    for row in range(1, rows + 1):
        _augment(row, cost, row_price, column_price, taken)
    return -sum(cost[taken[c] - 1][c - 1] for c in range(1, columns + 1) if taken[c])


def _augment(
    row: int,
    cost: list[list[int]],
    row_price: list[int],
    column_price: list[int],
    taken: list[int],
) -> None:
    """Give one more row a column, moving other rows where that is cheaper."""
    columns = len(taken) - 1
    taken[0] = row
    here = 0
    nearest = [float("inf")] * (columns + 1)
    came_from, seen = [0] * (columns + 1), [False] * (columns + 1)
    while taken[here]:
        seen[here] = True
        current, step, following = taken[here], float("inf"), 0
        for column in range(1, columns + 1):
            if seen[column]:
                continue
            price = row_price[current] + column_price[column]
            reduced = cost[current - 1][column - 1] - price
            if reduced < nearest[column]:
                nearest[column], came_from[column] = reduced, here
            if nearest[column] < step:
                step, following = nearest[column], column
        for column in range(columns + 1):
            if seen[column]:
                row_price[taken[column]] += int(step)
                column_price[column] -= int(step)
            else:
                nearest[column] -= step
        here = following
    while here:
        before = came_from[here]
        taken[here] = taken[before]
        here = before
