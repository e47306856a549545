"""Coefficients of agreement, in plain Python.

Each works on *patterns*: how the reviews of a claim are spread over the labels, as a tuple of
counts (`(2, 0, 1)`: two reviewers gave the first label, one the third). A hundred thousand claims
have a few dozen patterns, so a coefficient costs next to nothing, and so does its bootstrap. A
function here takes the patterns and returns a `Statistic`, which takes how many claims show each
pattern and returns the coefficient, or raises `NotDefinedError` with the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

Pattern = tuple[int, ...]
Statistic = Callable[[Sequence[int]], float]


class NotDefinedError(ValueError):
    """A coefficient has no value for this data; the text says why."""


NO_PAIRS = "no claim has two reviews"
ONE_LABEL = "only one label was given"


def alpha(patterns: Sequence[Pattern], *, ordinal: bool = False) -> Statistic:
    """Krippendorff's alpha; labels are ordered where `ordinal` is set.

    Any number of reviewers, with missing reviews; claims with fewer than two reviews are left out.
    Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
    """
    pairable = [i for i, pattern in enumerate(patterns) if sum(pattern) > 1]
    coincidences = [(i, _coincidences(patterns[i])) for i in pairable]
    width = len(patterns[0]) if patterns else 0

    def value(weights: Sequence[int]) -> float:
        matrix = [[0.0] * width for _ in range(width)]
        for i, cells in coincidences:
            weight = weights[i]
            if weight:
                for c, k, share in cells:
                    matrix[c][k] += weight * share
        totals = [sum(row) for row in matrix]
        n = sum(totals)
        if n < 2:
            raise NotDefinedError(NO_PAIRS)
        distance = _ordinal(totals) if ordinal else _nominal
        observed = expected = 0.0
        for c in range(width):
            for k in range(width):
                if c != k:
                    d = distance(c, k)
                    observed += matrix[c][k] * d
                    expected += totals[c] * totals[k] * d
        if not expected:
            raise NotDefinedError(ONE_LABEL)
        return 1 - (n - 1) * observed / expected

    return value


def _coincidences(pattern: Pattern) -> list[tuple[int, int, float]]:
    """The pairs of values that the reviews of a claim make, each pair weighing 1 / (m - 1)."""
    m = sum(pattern)
    used = [(label, count) for label, count in enumerate(pattern) if count]
    cells = [(c, k, a * (b - (c == k)) / (m - 1)) for c, a in used for k, b in used]
    return [cell for cell in cells if cell[2]]


def _nominal(_c: int, _k: int) -> float:
    return 1.0


def _ordinal(totals: Sequence[float]) -> Callable[[int, int], float]:
    def distance(c: int, k: int) -> float:
        low, high = min(c, k), max(c, k)
        between = sum(totals[low : high + 1])
        return float((between - (totals[low] + totals[high]) / 2) ** 2)

    return distance


def fleiss(patterns: Sequence[Pattern]) -> Statistic:
    """Fleiss' kappa, over the claims that have the commonest number of reviews above one.

    Source: J. L. Fleiss, "Measuring nominal scale agreement among many raters" (1971).
    """

    def value(weights: Sequence[int]) -> float:
        m = reviews_each(patterns, weights)
        used = [(p, w) for p, w in zip(patterns, weights, strict=True) if w and sum(p) == m]
        claims = sum(w for _, w in used)
        totals = [sum(w * p[label] for p, w in used) for label in range(len(patterns[0]))]
        expected = sum((total / (claims * m)) ** 2 for total in totals)
        if max(totals) == claims * m:
            raise NotDefinedError(ONE_LABEL)
        observed = sum(w * _agreeing(p) for p, w in used) / (claims * m * (m - 1))
        return (observed - expected) / (1 - expected)

    return value


def reviews_each(patterns: Sequence[Pattern], weights: Sequence[int]) -> int:
    """The number of reviews that most claims with at least two have; of two, the larger.

    Raises:
        NotDefinedError: no claim has two reviews.
    """
    sizes: Counter[int] = Counter()
    for pattern, weight in zip(patterns, weights, strict=True):
        if weight and sum(pattern) > 1:
            sizes[sum(pattern)] += weight
    if not sizes:
        raise NotDefinedError(NO_PAIRS)
    return max(sizes, key=lambda size: (sizes[size], size))


def raw(patterns: Sequence[Pattern]) -> Statistic:
    """Raw agreement: the share of pairs of reviews on the same claim that agree."""
    pairs = [sum(pattern) * (sum(pattern) - 1) for pattern in patterns]
    agreeing = [_agreeing(pattern) for pattern in patterns]

    def value(weights: Sequence[int]) -> float:
        whole = sum(map(int.__mul__, weights, pairs))
        if not whole:
            raise NotDefinedError(NO_PAIRS)
        return sum(map(int.__mul__, weights, agreeing)) / whole

    return value


def _agreeing(pattern: Pattern) -> int:
    return sum(count * (count - 1) for count in pattern)


def free_marginal(patterns: Sequence[Pattern], labels: int) -> Statistic:
    """Free-marginal kappa: chance gives each of `labels` labels equally often.

    Source: J. J. Randolph, "Free-marginal multirater kappa" (2005).
    """
    agreement = raw(patterns)

    def value(weights: Sequence[int]) -> float:
        if labels < 2:
            raise NotDefinedError("the scheme has only one label")
        return (agreement(weights) - 1 / labels) / (1 - 1 / labels)

    return value


def cohen(pairs: Sequence[tuple[int, int]]) -> Statistic:
    """Cohen's kappa of two reviewers; a pattern is the label of each, by its number.

    Source: J. Cohen, "A coefficient of agreement for nominal scales" (1960).
    """
    width = 1 + max((max(pair) for pair in pairs), default=0)

    def value(weights: Sequence[int]) -> float:
        claims = sum(weights)
        if not claims:
            raise NotDefinedError("they have no claim in common")
        first, second, same = [0] * width, [0] * width, 0
        for (a, b), weight in zip(pairs, weights, strict=True):
            first[a] += weight
            second[b] += weight
            same += weight if a == b else 0
        expected = sum(a * b for a, b in zip(first, second, strict=True))
        if expected == claims * claims:
            raise NotDefinedError(ONE_LABEL)
        return (same * claims - expected) / (claims * claims - expected)

    return value


def against(patterns: Sequence[Pattern], label: int) -> list[Pattern]:
    """The patterns of one label held against all others."""
    return [(pattern[label], sum(pattern) - pattern[label]) for pattern in patterns]
