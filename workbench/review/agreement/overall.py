"""The figures of verdicts over a project of any size: claims are counted as they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from itertools import groupby
from typing import NamedTuple

from db import ratings as stored
from db.engine import Connection, Database
from workbench.review.agreement import coefficients
from workbench.review.agreement.figures import Figure, Units, figure
from workbench.review.project import settings


class Overall(NamedTuple):
    """Verdicts are the labels of the scheme; a discarded claim has none."""

    krippendorff_alpha: Figure
    krippendorff_alpha_ordinal: Figure | None  # None where the scheme is not ordered
    fleiss_kappa: Figure
    free_marginal_kappa: Figure
    raw_agreement: Figure


@lru_cache(maxsize=16)  # a dataset is written and then proved with the same counts
def overall(of: Units, labels: int, ordered: bool) -> Overall:
    """The figures of claims as patterns over so many labels."""
    ordinal = partial(coefficients.alpha, ordinal=True)
    free = partial(coefficients.free_marginal, labels=labels)
    return Overall(
        figure(coefficients.alpha, of, "alpha"),
        figure(ordinal, of, "ordinal alpha") if ordered else None,
        figure(coefficients.fleiss, of, "fleiss"),
        figure(free, of, "free-marginal"),
        figure(coefficients.raw, of, "raw"),
    )


def of_project(database: Database, viewer: str | None = None) -> Overall:
    """The figures of a project; `viewer` as `workbench.review.agreement.report` has it."""
    scheme = settings(database).scheme
    with database.read() as connection:
        counted = _counted(connection, viewer)
    return of_labels(counted, [label.id for label in scheme.labels], scheme.ordered)


def of_labels(
    counted: Mapping[tuple[str, ...], int], scheme: Sequence[str], ordered: bool
) -> Overall:
    """The figures of claims that were given these labels.

    Args:
        counted: the labels of a claim, in the order of the alphabet → how many claims have them.
        scheme: the ids of the scheme's labels in its order.
        ordered: whether they are steps.
    """
    known = [*scheme, *sorted({label for given in counted for label in given} - set(scheme))]
    patterns = {tuple(map(given.count, known)): n for given, n in counted.items() if len(given) > 1}
    found = sorted(patterns)
    of = Units(tuple(found), tuple(patterns[pattern] for pattern in found))
    return overall(of, len(known), ordered)


def _counted(connection: Connection, viewer: str | None) -> Counter[tuple[str, ...]]:
    """How many claims were given which labels, in the order of the alphabet."""
    counted: Counter[tuple[str, ...]] = Counter()
    for _, group in groupby(stored.each(connection), key=lambda rating: rating.claim_seq):
        given = list(group)
        if viewer is None or any(rating.reviewer == viewer for rating in given):
            counted[tuple(sorted(r.label for r in given if r.label is not None))] += 1
    return counted
