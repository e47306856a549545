"""One figure of agreement, with its interval, or with the reason why it has no value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from workbench.review.agreement.bootstrap import RESAMPLES, interval
from workbench.review.agreement.coefficients import NotDefinedError, Pattern, Statistic


class Figure(NamedTuple):
    """A coefficient. `value` is None where it is not defined, and `why` then says the reason."""

    value: float | None
    why: str = ""
    low: float | None = None  # the 95 % bootstrap interval over claims
    high: float | None = None
    claims: int = 0  # claims with at least two reviews, or with both reviewers'
    reviews: int = 0  # reviews on those

    def as_json(self) -> dict[str, Any]:
        """The same for programs; the reason stands under `not_defined`."""
        known: dict[str, Any] = {"value": self.value, "claims": self.claims}
        known |= {"reviews": self.reviews, "low": self.low, "high": self.high}
        return known if self.value is not None else known | {"not_defined": self.why}


class Units(NamedTuple):
    """Claims as patterns of labels, with how many claims show each; see `coefficients`."""

    patterns: tuple[Pattern, ...]
    weights: tuple[int, ...]


def units(spreads: Iterable[Pattern]) -> Units:
    """Patterns and their numbers; claims with fewer than two reviews are left out."""
    counted = Counter(spread for spread in spreads if sum(spread) > 1)
    patterns = tuple(sorted(counted))
    return Units(patterns, tuple(counted[pattern] for pattern in patterns))


def figure(
    make: Callable[[Sequence[Pattern]], Statistic],
    of: Units,
    name: str,
    *,
    resamples: int = RESAMPLES,
) -> Figure:
    """A coefficient of some claims.

    Args:
        make: one of `coefficients`.
        of: the claims.
        name: what is measured: the seed of its bootstrap.
        resamples: how many draws for the interval; 0 for none.
    """
    reviews = sum(sum(p) * w for p, w in zip(of.patterns, of.weights, strict=True))
    return measured(make(of.patterns), of.weights, name, reviews, resamples)


def measured(
    statistic: Statistic, weights: Sequence[int], name: str, reviews: int, resamples: int
) -> Figure:
    """A statistic of what was observed, with its interval."""
    claims = sum(weights)
    try:
        value = statistic(weights)
    except NotDefinedError as reason:
        return Figure(None, str(reason), claims=claims, reviews=reviews)
    found = interval(statistic, weights, name, resamples) if resamples else None
    low, high = found or (None, None)
    return Figure(value, "", low, high, claims, reviews)
