"""What is shown since a reader would almost surely underline it."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from stated import statements

from workbench.propose import Candidate
from workbench.propose.joint.faithful import whole
from workbench.propose.joint.likely import LIKE, no_wish, unmet
from workbench.propose.joint.table import SHOWN, Told, table
from workbench.propose.joint.underline import Stretches
from workbench.propose.tree.brackets import parse_around
from workbench.propose.tree.tokens import tokenize
from workbench.propose.tree.tree import Tree

TEXT = "The mill was sold in 2016, and its owner, Ann Oe, left for the coast."
SOLD, LEFT = "The mill was sold in 2016", "its owner, Ann Oe, left for the coast"


def parsed(text: str) -> Tree:
    tree = parse_around([tokenize(text, 0, len(text))])[0]
    assert tree is not None
    return tree


def told(quote: str) -> Told:
    start = TEXT.index(quote)
    piece = (start, start + len(quote))
    claim = Candidate(*piece, quote, TEXT, quote, (piece,), 0.5, "clause", 0, len(TEXT))
    [made] = table(TEXT, [claim], [], [])
    assert made.source == SHOWN
    return made


def of_likelihoods(likely: dict[str, float]) -> Stretches:
    tree = parsed(TEXT)
    pairs = np.zeros((len(tree.words), len(tree.words)), np.float32)
    for quote, value in likely.items():
        mask = tree.mask(told(quote).candidate.parts)
        pairs[(mask & -mask).bit_length() - 1, mask.bit_length() - 1] = value
    return Stretches(tree, pairs, np.full(len(tree.words), 0.25, np.float32))


def test_only_what_is_likely_and_not_shown_is_left() -> None:
    known = of_likelihoods({SOLD: 0.95, LEFT: 0.9, "Ann Oe": 0.5})
    assert len(list(unmet(TEXT, [known], []))) == 2
    [left] = unmet(TEXT, [known], [told(SOLD)])
    assert left.is_said(told(LEFT), LIKE) and not left.is_said(told(SOLD))


def test_two_stretches_that_are_nearly_one_count_once_and_one_word_never() -> None:
    known = of_likelihoods({SOLD: 0.9, "mill was sold in 2016": 0.95, "coast": 0.99})
    [left] = unmet(TEXT, [known], [])
    assert left.is_said(told("mill was sold in 2016"), 1.0)


def test_what_ends_a_clause_may_be_told_of_elsewhere() -> None:
    text = "Jurors were shown footage in which the lorry passes a red light."
    tree = parsed(text)
    short = [(0, len("Jurors were shown footage"))]
    assert whole([tree], short, ends=True)
    text = "Drivers who were drunk were shown footage."
    at = text.index("were shown")
    assert not whole([parsed(text)], [(0, 7), (at, len(text) - 1)], ends=True)


@pytest.mark.parametrize("line", ["You bought a boat", "I bought a boat", "We hope to win the cup"])
def test_no_wish_is_taken_and_nothing_told_of_who_is_not_named(line: str) -> None:
    assert not no_wish(parsed(line))
    assert no_wish(parsed("Nothing but a burst main could have flooded the cellar"))


def test_what_looks_like_no_fact_is_shown_where_it_is_surely_underlined() -> None:
    line = "Nothing but a burst main could have flooded the cellar"
    assert statements(f"{line}.") == [line]


def test_what_is_told_of_a_noun_is_stated_whatever_is_supposed_of_it() -> None:
    text = (
        "If the vaccine holds up in a larger trial, scheduled to begin in May with 1,800 nurses, "
        "the firm plans to apply for a licence."
    )
    assert "A larger trial is scheduled to begin in May with 1,800 nurses" in statements(text)
    assert not any(s.startswith("The vaccine holds up") for s in statements(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The clerk passed the call to Ley Police, who worked with the FBI on it.",
         "Ley Police worked with the FBI on it"),
        ("Nurses called for better pay in a protest that closed half of the wards for a day.",
         "A protest closed half of the wards for a day"),
        ("The two clubs were in the news again on Monday, as the league decided to move their "
         "second match to a 1 p.m. start.",
         "The league decided to move the two clubs' second match to a 1 p.m. start"),
        ("The duke denied having met the girls of the banker Oe, who died in August in a cell.",
         "The banker Oe died in August in a cell"),
    ],
)  # fmt: skip
def test_what_is_called_or_reported_is_told_from_what_is_called_for_or_decided(
    text: str, line: str
) -> None:
    assert line in statements(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The bishop called it a betrayal that shamed the nation.",
         "A betrayal shamed the nation"),
        ("As the ministry reported, the dam broke in May.", "The ministry reported"),
    ],
)  # fmt: skip
def test_what_it_is_called_is_no_fact(text: str, never: str) -> None:
    assert never not in statements(text)


def test_what_ever_happened_is_told_only_with_what_denies_it() -> None:
    told = statements("Oe thought they could turn it round before the bank ever knew about it.")
    assert told and not any(s.startswith("The bank ever") for s in told)
    for line in ("No driver has ever been charged with it", "Prices in Ley are higher than ever"):
        assert statements(f"{line}.") == [line]
