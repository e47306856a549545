"""Bootstrap intervals over claims, without drawing claim by claim.

A resample of n claims with their patterns is a multinomial draw of how often each pattern comes
up, so it costs as much as there are patterns. The same seed gives the same interval, on every
machine and Python.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import NamedTuple

from workbench.review.agreement.coefficients import NotDefinedError, Statistic

RESAMPLES = 1000
SEED = 0
_SMALL = 10.0  # the mean up to which a draw counts its successes one by one


class Interval(NamedTuple):
    """The middle 95 % of the resamples' values."""

    low: float
    high: float


def interval(
    statistic: Statistic, weights: Sequence[int], name: str, resamples: int = RESAMPLES
) -> Interval | None:
    """The 95 % percentile interval of a statistic; None with fewer than two claims.

    Resamples in which it is not defined are left out; None if they are more than half.

    Args:
        statistic: takes how many claims show each pattern.
        weights: the numbers that were observed.
        name: what is measured; with `SEED` it seeds the draws.
        resamples: how many draws.
    """
    claims = sum(weights)
    if claims < 2:
        return None
    draw = random.Random(f"{SEED}/{name}")
    values: list[float] = []
    for _ in range(resamples):
        try:
            values.append(statistic(multinomial(draw, claims, weights)))
        except NotDefinedError:
            continue
    if 2 * len(values) <= resamples:
        return None
    values.sort()
    return Interval(_quantile(values, 0.025), _quantile(values, 0.975))


def _quantile(values: Sequence[float], at: float) -> float:
    """Linear between the two nearest of sorted values."""
    place = at * (len(values) - 1)
    low = math.floor(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)


def multinomial(draw: random.Random, n: int, weights: Sequence[int]) -> list[int]:
    """How often each pattern comes up in n draws, in proportion to `weights`."""
    left, mass = n, sum(weights)
    counts = []
    for weight in weights:
        count = binomial(draw, left, weight / mass) if left and weight < mass else left
        counts.append(count)
        left -= count
        mass -= weight
        if not mass:
            break
    return counts + [0] * (len(weights) - len(counts))


def binomial(draw: random.Random, n: int, p: float) -> int:
    """The number of successes in n trials of probability p.

    Small means: the gaps between successes are geometric. Else transformed rejection: W. Hörmann,
    "The generation of binomial random variates" (1993), algorithm BTRS.
    """
    if p <= 0 or not n:
        return 0
    if p > 0.5:
        return n - binomial(draw, n, 1 - p)
    return _by_gaps(draw, n, p) if n * p < _SMALL else _by_rejection(draw, n, p)


def _by_gaps(draw: random.Random, n: int, p: float) -> int:
    scale = math.log1p(-p)
    successes, at = 0, 0
    while True:
        at += math.floor(math.log(1 - draw.random()) / scale) + 1
        if at > n:
            return successes
        successes += 1


def _by_rejection(draw: random.Random, n: int, p: float) -> int:
    spread = math.sqrt(n * p * (1 - p))
    b = 1.15 + 2.53 * spread
    a = -0.0873 + 0.0248 * b + 0.01 * p
    centre = n * p + 0.5
    inner = 0.92 - 4.2 / b
    odds = math.log(p / (1 - p))
    mode = math.floor((n + 1) * p)
    peak = math.lgamma(mode + 1) + math.lgamma(n - mode + 1)
    while True:
        u = draw.random() - 0.5
        v = 1 - draw.random()
        edge = 0.5 - abs(u)
        if not edge:
            continue
        k = math.floor((2 * a / edge + b) * u + centre)
        if edge >= 0.07 and v <= inner:
            return k
        if not 0 <= k <= n:
            continue
        v *= (2.83 + 5.1 / b) * spread / (a / (edge * edge) + b)
        height = peak - math.lgamma(k + 1) - math.lgamma(n - k + 1) + (k - mode) * odds
        if math.log(v) <= height:
            return k
