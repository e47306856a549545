"""The coefficients against published worked examples, to the printed digits, and a library."""

import itertools
import math
import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.review.agreement.bootstrap import binomial, interval, multinomial
from workbench.review.agreement.coefficients import (
    NotDefinedError,
    Pattern,
    against,
    alpha,
    cohen,
    fleiss,
    free_marginal,
    raw,
)
from workbench.review.agreement.pairing import Span, best_overlap, shared

# Krippendorff (2011), section C: four observers, twelve units, missing data.
FOUR_OBSERVERS = """
1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 .
"""
# The same, section A: Meg and Owen, ten documents; section B: Ben and Gerry, twelve.
BINARY = "0 1 0 0 0 0 0 0 1 0\n1 1 1 0 0 1 0 0 0 0"
NOMINAL = "a a b b d c c c e d d a\nb a b b b c c c e d d d"

# Fleiss (1971), table 1: 30 patients, 6 psychiatrists, 5 diagnoses.
DIAGNOSES = """
00060 03003 01401 00006 03030 20400 00402 20310 20040 00006
10050 11040 03300 10050 02031 00501 30012 51000 02040 10203
00006 01050 02013 20040 10041 05010 40002 02040 10500 00006
"""

# Cohen's example of 200 patients and two judges, as counts of each pair of diagnoses; printed
# with kappa .492 in Cohen (1968), "Weighted kappa", table 1.
COHEN = ((88, 10, 2), (14, 40, 6), (18, 10, 12))


def patterns_of(table: str) -> tuple[list[Pattern], list[int]]:
    rows = [line.split() for line in table.strip().splitlines()]
    labels = sorted({value for row in rows for value in row} - {"."})
    units = Counter(
        tuple(column.count(label) for label in labels) for column in zip(*rows, strict=True)
    )
    return list(units), list(units.values())


def figures_of_fleiss() -> tuple[list[Pattern], list[int]]:
    units = Counter(tuple(map(int, row)) for row in DIAGNOSES.split())
    return list(units), list(units.values())


@pytest.mark.parametrize(
    ("table", "ordinal", "published"),
    [
        (BINARY, False, "0.095"),
        (NOMINAL, False, "0.692"),
        (FOUR_OBSERVERS, False, "0.743"),
        (FOUR_OBSERVERS, True, "0.815"),
    ],
)
def test_krippendorff_2011(table: str, ordinal: bool, published: str) -> None:
    patterns, weights = patterns_of(table)
    assert f"{alpha(patterns, ordinal=ordinal)(weights):.3f}" == published


def test_fleiss_1971() -> None:
    patterns, weights = figures_of_fleiss()
    assert sum(weights) == 30
    assert f"{fleiss(patterns)(weights):.3f}" == "0.430"
    assert f"{raw(patterns)(weights):.3f}" == "0.556"
    by_label = [fleiss(against(patterns, label))(weights) for label in range(5)]
    assert [f"{value:.3f}" for value in by_label] == ["0.245", "0.245", "0.520", "0.471", "0.566"]


def test_cohen() -> None:
    pairs = list(itertools.product(range(3), repeat=2))
    weights = [COHEN[a][b] for a, b in pairs]
    assert f"{cohen(pairs)(weights):.3f}" == "0.492"


def test_randolph_holds_chance_at_one_in_k() -> None:
    patterns = [(3, 0), (2, 1), (1, 2), (0, 3)]
    assert free_marginal(patterns, 2)([1, 1, 1, 1]) == pytest.approx(1 / 3)


ratings = st.lists(
    st.lists(st.one_of(st.none(), st.integers(0, 3)), min_size=3, max_size=3),
    min_size=2,
    max_size=20,
)


@settings(deadline=None)
@given(rows=ratings, ordinal=st.booleans())
def test_alpha_is_that_of_the_library(rows: list[list[int | None]], ordinal: bool) -> None:
    import krippendorff
    import numpy

    counts = [tuple(row.count(label) for label in range(4)) for row in rows]
    units = Counter(counts)
    try:
        ours = alpha(list(units), ordinal=ordinal)(list(units.values()))
    except NotDefinedError as reason:
        paired = [unit for unit in counts if sum(unit) > 1]
        assert (not paired) == (str(reason) == "no claim has two reviews")
        assert len({i for unit in paired for i, n in enumerate(unit) if n}) < 2
        return
    table = numpy.array(rows, dtype=float).T
    theirs = krippendorff.alpha(table, level_of_measurement="ordinal" if ordinal else "nominal")
    assert ours == pytest.approx(theirs, abs=1e-9)


@settings(deadline=None)
@given(pairs=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=30))
def test_kappa_is_that_of_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    from sklearn.metrics import cohen_kappa_score

    counted = Counter(pairs)
    try:
        ours = cohen(list(counted))(list(counted.values()))
    except NotDefinedError:
        assert len({label for pair in pairs for label in pair}) == 1
        return
    first, second = zip(*pairs, strict=True)
    assert ours == pytest.approx(float(cohen_kappa_score(first, second)), abs=1e-9)


@pytest.mark.parametrize(
    ("patterns", "weights", "reason"),
    [
        ([], [], "no claim has two reviews"),
        ([(1, 0), (0, 1)], [4, 2], "no claim has two reviews"),
        ([(3, 0)], [5], "only one label was given"),
    ],
)
def test_what_has_no_value_says_why(
    patterns: list[Pattern], weights: list[int], reason: str
) -> None:
    for statistic in (alpha(patterns), alpha(patterns, ordinal=True), fleiss(patterns)):
        with pytest.raises(NotDefinedError, match=reason):
            statistic(weights)
    with pytest.raises(NotDefinedError, match="no claim in common"):
        cohen([])([])
    with pytest.raises(NotDefinedError, match="only one label"):
        cohen([(2, 2)])([7])


@settings(deadline=None)
@given(st.lists(st.integers(0, 60), min_size=1, max_size=8).filter(any), st.integers(0, 400))
def test_a_resample_keeps_the_number_of_claims(weights: list[int], seed: int) -> None:
    counts = multinomial(random.Random(seed), sum(weights), weights)
    assert sum(counts) == sum(weights)
    assert all(count >= 0 for count in counts)
    assert all(count == 0 for count, weight in zip(counts, weights, strict=True) if not weight)


@pytest.mark.parametrize(("n", "p"), [(30, 0.1), (1000, 0.3), (100_000, 0.62), (50, 0.97)])
def test_draws_have_the_mean_and_spread_of_the_binomial(n: int, p: float) -> None:
    draw = random.Random(1)
    values = [binomial(draw, n, p) for _ in range(4000)]
    mean = sum(values) / len(values)
    spread = math.sqrt(sum((v - mean) ** 2 for v in values) / len(values))
    expected = math.sqrt(n * p * (1 - p))
    assert abs(mean - n * p) < 5 * expected / math.sqrt(len(values))
    assert spread == pytest.approx(expected, rel=0.06)
    assert min(values) >= 0 and max(values) <= n


def test_the_interval_is_that_of_drawing_claims_one_by_one() -> None:
    patterns, weights = figures_of_fleiss()
    ours = interval(alpha(patterns), weights, "alpha")
    assert ours is not None and ours == interval(alpha(patterns), weights, "alpha")
    claims = [i for i, weight in enumerate(weights) for _ in range(weight)]
    draw, values = random.Random(7), []
    for _ in range(1500):
        counted = Counter(draw.choices(claims, k=len(claims)))
        values.append(alpha(patterns)([counted[i] for i in range(len(patterns))]))
    values.sort()
    assert ours.low == pytest.approx(values[37], abs=0.03)
    assert ours.high == pytest.approx(values[1462], abs=0.03)
    assert ours.low < alpha(patterns)(weights) < ours.high


def test_no_interval_without_claims_or_where_most_resamples_have_no_value() -> None:
    assert interval(alpha([(1, 1)]), [1], "one") is None
    rare = [(2, 0), (0, 2)]
    assert interval(alpha(rare), [400, 0], "never two labels") is None


spans = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda s: (s[0], s[0] + s[1])), max_size=5
)


@settings(deadline=None)
@given(first=spans, second=spans)
def test_the_pairing_is_the_best_there_is(first: list[Span], second: list[Span]) -> None:
    short, long = sorted((first, second), key=len)
    best = max(
        sum(shared(a, b) for a, b in zip(short, chosen, strict=True))
        for chosen in itertools.permutations(long, len(short))
    )
    assert best_overlap(first, second) == best_overlap(second, first) == best
