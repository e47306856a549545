"""Agreement on verdicts: over all, by pair of reviewers, label, tag, article and time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import combinations, groupby
from typing import NamedTuple, TypeVar

from db.ratings import Rating
from workbench.review.agreement import coefficients
from workbench.review.agreement.coefficients import Pattern
from workbench.review.agreement.figures import Figure, Units, figure, measured, units

K = TypeVar("K", int, str)

GROUPS = 30  # groups of a table that get an interval: the largest ones
MOST_PAIRS = 45  # pairs of reviewers that get an interval


class Group(NamedTuple):
    """Agreement within a part of the reviews: a pair, a label, a tag, an article, a time."""

    name: str
    figure: Figure


class Claim(NamedTuple):
    """A claim with the label that each reviewer gave; None where she discarded it."""

    seq: int
    article_seq: int
    labels: dict[str, str | None]
    day: str  # of the last decision on it


def by_claim(ratings: Sequence[Rating]) -> list[Claim]:
    """The claims of ratings that are ordered by claim."""
    found = []
    for seq, group in groupby(ratings, key=lambda rating: rating.claim_seq):
        mine = list(group)
        labels = {rating.reviewer: rating.label for rating in mine}
        day = max(rating.at for rating in mine)[:10]
        found.append(Claim(seq, mine[0].article_seq, labels, day))
    return found


class Spread:
    """Turns claims into patterns over the labels of a scheme, in its order."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = list(labels)
        self._at = {label: number for number, label in enumerate(self.labels)}

    def pattern(self, claim: Claim) -> Pattern:
        """How often each label was given; a discarded claim is a missing verdict."""
        counts = [0] * len(self.labels)
        for label in claim.labels.values():
            if label is not None:
                counts[self._at[label]] += 1
        return tuple(counts)

    def units(self, claims: Iterable[Claim]) -> Units:
        """The patterns of these claims."""
        return units(map(self.pattern, claims))


def kept(claims: Iterable[Claim]) -> Units:
    """Whether a claim is worth keeping: discarded, or given any verdict."""
    return units(
        (
            sum(label is None for label in claim.labels.values()),
            sum(label is not None for label in claim.labels.values()),
        )
        for claim in claims
    )


def pairs(claims: Sequence[Claim], labels: Sequence[str]) -> list[Group]:
    """Cohen's kappa of each pair of reviewers with a claim in common, by their names."""
    at = {label: number for number, label in enumerate(labels)}
    counted: dict[tuple[str, str], Counter[tuple[int, int]]] = defaultdict(Counter)
    for claim in claims:
        given = [(name, at[label]) for name, label in claim.labels.items() if label is not None]
        for (a, first), (b, second) in combinations(given, 2):
            counted[a, b][first, second] += 1
    many = len(counted) > MOST_PAIRS
    found = []
    for names in sorted(counted):
        both = sorted(counted[names])
        weights = [counted[names][labels_of] for labels_of in both]
        kappa = coefficients.cohen(both)
        name = " / ".join(names)
        resamples = 0 if many else 400
        shown = measured(kappa, weights, name, 2 * sum(weights), resamples)
        found.append(Group(name, shown))
    return found


def by_label(spread: Spread, of: Units) -> list[Group]:
    """Alpha of each label held against all others."""
    found = []
    for number, label in enumerate(spread.labels):
        binary = Units(tuple(coefficients.against(of.patterns, number)), of.weights)
        found.append(Group(label, figure(coefficients.alpha, binary, f"label {label}")))
    return found


def by_tag(claims: Sequence[Claim], tags: Iterable[tuple[int, str, str]]) -> list[Group]:
    """Alpha of each tag: whether those who decided a claim gave it or not; commonest first."""
    reviewers = {claim.seq: len(claim.labels) for claim in claims}
    given: dict[str, Counter[int]] = defaultdict(Counter)
    for seq, _reviewer, tag in tags:
        given[tag][seq] += 1
    found = []
    for place, tag in enumerate(sorted(given, key=lambda tag: (-sum(given[tag].values()), tag))):
        spreads = ((given[tag][seq], n - given[tag][seq]) for seq, n in reviewers.items())
        resamples = 400 if place < GROUPS else 0
        shown = figure(coefficients.alpha, units(spreads), f"tag {tag}", resamples=resamples)
        found.append(Group(tag, shown))
    return found


def grouped(
    claims: Iterable[Claim],
    spread: Spread,
    key: Callable[[Claim], K],
    name: Callable[[K], str],
    ordinal: bool,
) -> list[Group]:
    """Alpha within each group of claims, in the order of the keys."""
    parts: dict[K, list[Claim]] = defaultdict(list)
    for claim in claims:
        parts[key(claim)].append(claim)
    largest = set(sorted(parts, key=lambda k: -len(parts[k]))[:GROUPS])
    make = partial(coefficients.alpha, ordinal=ordinal)
    return [
        Group(
            name(k),
            figure(make, spread.units(parts[k]), name(k), resamples=200 if k in largest else 0),
        )
        for k in sorted(parts)
    ]


def period(claim: Claim, by: str) -> str:
    """The ISO week (`2025-W07`) or the day of a claim's last decision, in UTC."""
    if by == "day":
        return claim.day
    year, week, _ = date.fromisoformat(claim.day).isocalendar()
    return f"{year}-W{week:02}"


def labels_of(scheme: Sequence[str], ratings: Iterable[Rating]) -> Iterator[str]:
    """The scheme's labels in its order, then any others that were ever given."""
    yield from scheme
    yield from sorted({r.label for r in ratings if r.label is not None} - set(scheme))
