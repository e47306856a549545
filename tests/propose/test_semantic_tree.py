"""Decoding trees, and clauses over trees written by hand."""

from __future__ import annotations

import itertools

import pytest

np = pytest.importorskip("numpy")

from workbench.propose.tree.clauses import clauses  # noqa: E402
from workbench.propose.tree.repair import repair  # noqa: E402
from workbench.propose.tree.tokens import tokenize  # noqa: E402
from workbench.propose.tree.tree import Tree, decode  # noqa: E402
from workbench.propose.tree.words import statement  # noqa: E402


def reaches_root(heads: list[int]) -> bool:
    for start in range(len(heads)):
        node, steps = start, 0
        while node >= 0:
            node, steps = heads[node], steps + 1
            if steps > len(heads):
                return False
    return True


def test_decoded_heads_are_one_tree() -> None:
    rng = np.random.default_rng(7)
    for _ in range(200):
        count = int(rng.integers(1, 14))
        heads = decode(rng.normal(size=(count, count + 1)).astype("float32"))
        assert heads.count(-1) == 1
        assert reaches_root(heads)


def test_a_cycle_is_opened_where_it_costs_least() -> None:
    # the words 1 and 2 prefer each other; the root is the first word
    scores = np.array([[9, 0, 1, 1], [1, 6, 0, 8], [1, 2, 8, 0]], dtype="float32")
    heads = decode(scores)
    options = [
        h
        for h in itertools.product(range(-1, 3), repeat=3)
        if h.count(-1) == 1 and reaches_root(list(h)) and all(h[i] != i for i in range(3))
    ]
    best = max(options, key=lambda h: sum(float(scores[i, h[i] + 1]) for i in range(3)))
    assert tuple(heads) == best


def tree(text: str, rows: str) -> Tree:
    """Rows of "head relation coarse fine", one a word; heads count from 1, 0 is the root."""
    fields = [row.split() for row in rows.strip().splitlines()]
    words = tokenize(text, 0, len(text))
    assert len(words) == len(fields)
    columns = list(zip(*fields, strict=True))
    return Tree(
        words,
        [int(h) - 1 for h in columns[0]],
        list(columns[1]),
        list(columns[2]),
        list(columns[3]),
    )


def said(text: str, rows: str) -> list[str]:
    parsed = repair(tree(text, rows))
    return [statement(parsed, text, clause)[0] for clause in clauses(parsed)]


def test_a_conjunct_takes_subject_and_auxiliary() -> None:
    rows = """
    2 det DET DT
    4 nsubj:pass NOUN NN
    4 aux:pass AUX VBD
    0 root VERB VBN
    6 cc CCONJ CC
    4 conj VERB VBN
    8 case ADP IN
    6 obl PROPN NNP
    4 punct PUNCT .
    """
    assert said("The man was fined and jailed on Friday.", rows) == [
        "The man was fined",
        "The man was jailed on Friday",
    ]


def test_a_relative_clause_goes_to_its_noun() -> None:
    rows = """
    2 det DET DT
    8 nsubj NOUN NN
    6 punct PUNCT ,
    6 nsubj:pass PRON WDT
    6 aux:pass AUX VBD
    2 acl:relcl VERB VBN
    6 punct PUNCT ,
    0 root VERB VBD
    8 punct PUNCT .
    """
    assert said("The hall, which was sold, burned.", rows) == [
        "The hall burned",
        "The hall was sold",
    ]


def test_a_relative_clause_on_the_wrong_head_is_put_right() -> None:
    rows = """
    8 nsubj PROPN NNP
    1 flat PROPN NNP
    5 punct PUNCT ,
    5 nsubj PRON WP
    8 ccomp VERB VBD
    5 obj PROPN NNP
    5 punct PUNCT ,
    0 root VERB VBD
    8 punct PUNCT .
    """
    assert said("Ada Moss, who left Kell, won.", rows) == ["Ada Moss won", "Ada Moss left Kell"]


def test_a_participle_becomes_finite() -> None:
    rows = """
    2 det DET DT
    3 nsubj NOUN NN
    0 root VERB VBD
    5 punct PUNCT ,
    3 advcl VERB VBG
    5 obj NUM CD
    3 punct PUNCT .
    """
    assert said("The bomb exploded, killing four.", rows) == [
        "The bomb exploded",
        "The bomb killed four",
    ]


def test_of_two_subjects_the_second_is_an_apposition() -> None:
    rows = """
    2 det DET DT
    6 nsubj NOUN NN
    4 punct PUNCT ,
    6 nsubj PROPN NNP
    4 punct PUNCT ,
    0 root VERB VBD
    6 punct PUNCT .
    """
    parsed = repair(tree("The capital, Kellborough, flooded.", rows))
    assert (parsed.heads[3], parsed.relations[3]) == (1, "appos")


def test_what_follows_a_second_verb_is_its_own() -> None:
    rows = """
    2 det DET DT
    3 nsubj NOUN NN
    0 root VERB VBD
    3 obj NOUN NNS
    6 cc CCONJ CC
    3 conj VERB VBD
    3 obj NOUN NNS
    3 punct PUNCT .
    """
    assert said("The band cancelled shows and refunded tickets.", rows) == [
        "The band cancelled shows",
        "The band refunded tickets",
    ]
