"""Trees in which each underlined claim hangs together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.propose.tree.together import held_together
from workbench.propose.tree.tree import decode


@st.composite
def _sentences(draw: st.DrawFn) -> tuple[np.ndarray, tuple[int, int]]:
    count = draw(st.integers(3, 8))
    rng = np.random.default_rng(draw(st.integers(0, 9999)))
    scores = rng.normal(size=(count, count + 1)).astype(np.float32)
    start = draw(st.integers(0, count - 2))
    return scores, (start, draw(st.integers(start + 2, count)))


@given(_sentences())
def test_one_word_of_a_claim_hangs_outside(given: tuple[np.ndarray, tuple[int, int]]) -> None:
    scores, (start, end) = given
    heads = decode(held_together(scores, [(start, end)]))
    outside = [w for w in range(start, end) if not start <= heads[w] < end]
    assert len(outside) == 1


@pytest.mark.filterwarnings("error")
def test_a_claim_that_the_sentence_tears_is_let_be() -> None:
    scores = np.full((4, 5), -20, np.float32)
    for word, head in enumerate((0, 1, 1, 3)):  # "a [b c] d": b and c both hang on a
        scores[word, head] = 0
    assert (held_together(scores, [(1, 3)]) == scores).all()


def test_the_given_scores_stay_as_they_are() -> None:
    scores = np.zeros((4, 5), np.float32)
    held_together(scores, [(0, 2)])
    assert not scores.any()
