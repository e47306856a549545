"""What a reader would underline, and what it says of a candidate."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose import Candidate
from workbench.propose.joint.underline import NAMES, Stretches, columns, stretches
from workbench.propose.training.underlined import read_underlined
from workbench.propose.tree.brackets import parse_around
from workbench.propose.tree.parse import with_states
from workbench.propose.tree.tokens import tokenize
from workbench.propose.tree.tree import Tree

TEXT = "The mill was sold in 2016, and its owner, Ann Oe, left for the coast."
SOLD, LEFT = "The mill was sold in 2016", "its owner, Ann Oe, left for the coast"


def parsed(text: str) -> Tree:
    tree = parse_around([tokenize(text, 0, len(text))])[0]
    assert tree is not None
    return with_states(tree)


def claim(quote: str) -> Candidate:
    start = TEXT.index(quote)
    piece = (start, start + len(quote))
    return Candidate(*piece, quote, TEXT, quote, (piece,), 0.5, "clause", 0, len(TEXT))


def of_likelihoods(likely: dict[str, float]) -> Stretches:
    tree = parsed(TEXT)
    pairs = np.zeros((len(tree.words), len(tree.words)), np.float32)
    for quote, value in likely.items():
        mask = tree.mask(claim(quote).parts)
        pairs[(mask & -mask).bit_length() - 1, mask.bit_length() - 1] = value
    return Stretches(tree, pairs, np.full(len(tree.words), 0.25, np.float32))


def row(quotes: list[str], shown: list[bool], known: Stretches, which: int) -> dict[str, float]:
    found = columns([claim(quote) for quote in quotes], shown, [known])
    assert found.shape == (len(quotes), len(NAMES))
    return {name: round(float(v), 4) for name, v in zip(NAMES, found[which], strict=True)}


def test_a_candidate_is_as_likely_as_what_it_meets() -> None:
    known = of_likelihoods({SOLD: 0.5, "mill was sold in 2016": 0.5, LEFT: 0.1})
    values = row([SOLD], [False], known, 0)
    assert values["underlined"] == 0.75 and values["likeliest met"] == 0.5
    assert values["claims in all"] == 1.1 and values["anchor"] == 0.25
    assert row([LEFT], [False], known, 0)["underlined"] == 0.1


def test_what_another_meets_is_not_met_anew() -> None:
    known = of_likelihoods({SOLD: 0.5, LEFT: 0.25})
    quotes = ["The mill was sold", SOLD, LEFT]
    assert row(quotes, [True, False, False], known, 1)["underlined anew"] == 0
    assert row(quotes, [False, False, True], known, 1)["underlined anew"] == 0.5
    # one that is shown is not in its own way
    assert row(quotes, [False, True, False], known, 1)["underlined anew"] == 0.5


def test_of_no_tree_is_told_nothing() -> None:
    other = of_likelihoods({})
    assert set(row([SOLD], [False], other, 0).values()) == {-1}
    assert columns([claim(SOLD)], [False], []).tolist() == [[-1] * len(NAMES)]


@given(st.integers(0, 15), st.integers(0, 15), st.integers(0, 15), st.integers(0, 15))
def test_similarity_is_that_of_the_words(a: int, b: int, c: int, d: int) -> None:
    known = of_likelihoods({})
    size = len(known.words)
    (a, b), (c, d) = sorted((a % size, b % size)), sorted((c % size, d % size))
    pairs = np.zeros((size, size), np.float32)
    pairs[c, d] = 1
    one = Stretches(known.tree, pairs, known.anchors)
    inside = np.zeros((1, size), bool)
    inside[0, a : b + 1] = True
    mine = {w for w in range(a, b + 1) if one.words[w]}
    its = {w for w in range(c, d + 1) if one.words[w]}
    expected = len(mine & its) / max(1, len(mine | its))
    assert one.alike(inside & one.words)[0, 0] == pytest.approx(expected)


def test_the_shipped_one_knows_claims_from_talk() -> None:
    fact = "The county bought the mill for £2m in 2016."
    talk = "Surely nobody can want such a thing."
    facts, talks = (stretches(parsed(line)) for line in (fact, talk))
    assert facts.likely.sum() > 0.7 > 0.3 > talks.likely.sum()


def test_articles_and_their_claims_are_read_together(tmp_path: Path) -> None:
    articles, claims = tmp_path / "articles", tmp_path / "claims"
    for folder in (articles, claims):
        folder.mkdir()
    (articles / "a.txt").write_text("[a|Oe] left.\n=====\n[b|Ann] came. [b|She] sat.\n", "utf-8")
    (claims / "a.txt").write_text("0 7 Oe left\n=====\n0 8 Ann came\n10 17 She sat\n", "utf-8")
    one, other = read_underlined(articles, claims)
    assert one.claims == [(0, 7)] and one.text == "Oe left."
    assert [other.text[s:e] for s, e in other.claims] == ["Ann came", "She sat"]
    (claims / "a.txt").write_text("0 7 Oe went\n=====\n", "utf-8")
    with pytest.raises(ValueError, match="not in the article"):
        read_underlined(articles, claims)
    (claims / "a.txt").write_text("0 7 Oe left\n", "utf-8")
    with pytest.raises(ValueError, match="article 1 has no claims"):
        read_underlined(articles, claims)


def test_the_claims_of_our_articles_are_where_they_are_said_to_be() -> None:
    here = Path(__file__).parent
    read = read_underlined(here / "pronouns", here / "claims")
    assert len(read) > 1000 and sum(len(a.claims) for a in read) > 30_000
