"""The pool of pieces, and the choice among them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.propose.pool.marked import COLUMNS, Marked
from workbench.propose.pool.marker import nothing
from workbench.propose.pool.pieces import MOST, Piece, with_marks
from workbench.propose.pool.pieces import pool as pool_with
from workbench.propose.tree.tokens import Word
from workbench.propose.tree.tree import Tree

np = pytest.importorskip("numpy")


def tree_of(rows: str) -> Tree:
    """A tree written as one line for each word: form, head (1 = the first), relation, tag, fine."""
    words, heads, relations, coarse, fine = [], [], [], [], []
    at = 0
    for row in rows.strip().splitlines():
        form, head, relation, tag, penn = row.split()
        words.append(Word(form, at, at + len(form)))
        at += len(form) + 1
        heads.append(int(head) - 1)
        relations.append(relation)
        coarse.append(tag)
        fine.append(penn)
    return Tree(words, heads, relations, coarse, fine)


def pool(tree: Tree) -> list[Piece]:
    """The pieces that the tree alone gives."""
    return pool_with(tree, nothing(len(tree.words)))


SHOP = """
Ada 3 nsubj PROPN NNP
Lund 1 flat PROPN NNP
sold 0 root VERB VBD
boats 3 obj NOUN NNS
and 6 cc CCONJ CC
nets 4 conj NOUN NNS
in 8 case ADP IN
May 3 obl PROPN NNP
, 10 punct PUNCT ,
left 3 conj VERB VBD
and 12 cc CCONJ CC
died 3 conj VERB VBD
. 3 punct PUNCT .
"""


def wordings(tree: Tree) -> set[str]:
    return {
        " ".join(w.form for i, w in enumerate(tree.words) if piece.mask >> i & 1)
        for piece in pool(tree)
    }


def test_pool_holds_conjuncts_adjuncts_and_shared_subjects() -> None:
    found = wordings(tree_of(SHOP))
    assert {
        "Ada Lund sold boats in May",
        "Ada Lund sold nets in May",
        "Ada Lund sold nets",
        "Ada Lund sold boats and nets",
        "Ada Lund left",
        "Ada Lund died",
    } <= found


def test_no_piece_comes_twice_and_none_is_one_word() -> None:
    pieces = pool(tree_of(SHOP))
    assert len({p.mask for p in pieces}) == len(pieces) <= MOST
    assert all(p.mask.bit_count() > 1 for p in pieces)


def test_relative_clause_takes_its_noun_and_the_subject_behind_it() -> None:
    found = wordings(
        tree_of("""
Ines 4 nsubj PROPN NNP
is 4 cop AUX VBZ
a 4 det DET DT
pilot 0 root NOUN NN
who 6 nsubj PRON WP
flies 4 acl:relcl VERB VBZ
gliders 6 obj NOUN NNS
""")
    )
    assert {"Ines flies gliders", "a pilot flies gliders", "Ines is a pilot"} <= found


RELATIONS = ["nsubj", "obj", "obl", "conj", "cc", "punct", "acl:relcl", "nmod", "advcl", "appos",
             "xcomp", "case", "det", "amod", "parataxis", "dep"]  # fmt: skip
TAGS = ["NOUN", "VERB", "PROPN", "ADJ", "PUNCT", "ADP", "DET", "AUX", "NUM"]


@given(st.data())
def test_any_tree_gives_pieces_of_its_own_words(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 14))
    heads = [-1] + [data.draw(st.integers(0, i - 1)) for i in range(1, count)]
    order = data.draw(st.permutations(range(count)))
    mixed = [0] * count
    for place, head in enumerate(heads):
        mixed[order[place]] = -1 if head < 0 else order[head]
    tree = Tree(
        [Word("w", 2 * i, 2 * i + 1) for i in range(count)],
        mixed,
        ["root" if h < 0 else data.draw(st.sampled_from(RELATIONS)) for h in mixed],
        [data.draw(st.sampled_from(TAGS)) for _ in mixed],
        ["NN"] * count,
    )
    pieces = pool(tree)
    assert len(pieces) <= MOST
    assert all(0 < p.mask < 1 << count for p in pieces)


def test_scorer_takes_the_best_and_nothing_like_it() -> None:
    from workbench.propose.pool.chooser import choose

    scores = np.array([0.5, 0.6, 0.3, 0.1], np.float32)
    overlaps = np.eye(4, dtype=np.float32)
    overlaps[0, 1] = overlaps[1, 0] = 0.9
    assert choose(scores, overlaps) == [1, 2]
    near = np.array([0.0, 0.8, 0.0, 0.0], np.float32)
    assert choose(scores, overlaps, near, True) == [0, 2]
    assert choose(np.array([0.01], np.float32), np.eye(1, dtype=np.float32)) == [0]


def test_shipped_scorer_prefers_clauses_to_scraps() -> None:
    from workbench.propose.pool import chooser

    if not chooser.available():
        pytest.skip("needs the extra semantic")
    tree = tree_of(SHOP)
    ((pieces, _, scores),) = chooser.scored([tree])
    by_words = {
        " ".join(w.form for i, w in enumerate(tree.words) if p.mask >> i & 1): s
        for p, s in zip(pieces, scores, strict=True)
    }
    assert by_words["Ada Lund died"] > 2 * by_words["Ada Lund"]
    assert by_words["Ada Lund sold nets in May"] > by_words["sold boats and nets in May"]


def test_no_pieces_no_scores() -> None:
    from workbench.propose.pool import chooser

    if not chooser.available():
        pytest.skip("needs the extra semantic")
    tree = tree_of("! 0 root PUNCT .")
    ((pieces, _, scores),) = chooser.scored([tree])
    assert pieces == []
    assert len(scores) == 0


def test_each_piece_is_seen_among_its_rivals() -> None:
    from workbench.propose.pool.features import Sentence
    from workbench.propose.pool.rivals import BEST, rivals

    tree = tree_of(SHOP)
    sentence = Sentence(tree, pool(tree), nothing(len(tree.words)))
    count = len(sentence.pieces)
    scores = np.linspace(0.9, 0.1, count).astype(np.float32)[::-1].copy()
    rows = np.zeros((count, 3), np.float32)
    best, made = rivals(sentence, scores, rows)
    assert list(best) == list(range(count))[::-1][:BEST]
    assert len(made) == len(best)
    assert made.dtype == np.float32
    assert np.isfinite(made).all()
    assert made[0, 7] == 0  # nothing is better than the best


def chain(inward: list[list[float]], steps: tuple[float, float, float]) -> Marked:
    rows = np.array(inward, np.float32)
    likely = np.linspace(0.9, 0.1, rows.shape[1]).astype(np.float32)
    return Marked(likely, np.arange(len(rows)), rows, np.array(steps, np.float32))


def test_likelihood_of_sets_of_words_is_that_of_all_of_them_summed() -> None:
    marked = chain([[1.0, -0.5, 0.3, 2.0], [-1.1, 0.2, 0.7, -2.0]], (0.6, -0.4, 0.2))
    count = marked.inward.shape[1]
    sets = np.array([[m >> w & 1 for w in range(count)] for m in range(1 << count)], np.float32)
    both = sets[:, :-1] * sets[:, 1:]
    none = (1 - sets[:, :-1]) * (1 - sets[:, 1:])
    score = sets @ marked.inward.T + (both * 0.6 + (1 - both - none) * -0.4 + none * 0.2).sum(
        1, keepdims=True
    )
    chance = np.exp(score) / np.exp(score).sum(0)
    assert np.allclose(marked.belongs, chance.T @ sets, atol=1e-5)
    assert marked.best() == list(chance.argmax(0))
    columns = marked.columns(sets[1:], np.zeros(len(sets) - 1, np.int64))
    assert columns.shape == (len(sets) - 1, COLUMNS)
    assert np.allclose(np.exp(columns[:, 0]), chance[1:].max(1), atol=1e-5)


def test_what_the_marker_finds_joins_the_pool() -> None:
    tree = tree_of(SHOP)
    odds = np.where(np.isin(np.arange(13), (0, 1, 5, 6, 8)), 3.0, -3.0)  # with a stray comma
    found = pool_with(tree, chain([odds.tolist()], (0.0, 0.0, 0.0)))
    assert found[:-1] == pool(tree)
    assert [w for w in range(13) if found[-1].mask >> w & 1] == [0, 1, 5, 6]


def test_marks_are_those_between_neighbours() -> None:
    tree = tree_of(SHOP)
    assert with_marks(tree, 1 << 12) == 0
    assert with_marks(tree, 1 << 7 | 1 << 9) == 0b111 << 7
    assert with_marks(tree, 1 << 8 | 1 << 6) == 1 << 6


def test_a_sentence_in_pieces_is_marked_as_one() -> None:
    from workbench.propose.pool import chooser
    from workbench.propose.pool.marker import mark
    from workbench.propose.tree.brackets import parse_around
    from workbench.propose.tree.tokens import tokenize

    if not chooser.available():
        pytest.skip("needs the extra semantic")
    text = "Ada Lund (born in Oslo) sold the mill and left the country in 1921."
    (tree,) = parse_around([tokenize(text, 0, len(text))])
    assert tree is not None
    marked = mark(tree)
    assert marked.inward.shape == (len(marked.anchors), len(tree.words))
    words = [{tree.words[w].form for w in range(len(tree.words)) if m >> w & 1}
             for m in marked.best()]  # fmt: skip
    assert any({"Lund", "sold", "mill"} <= found and "country" not in found for found in words)
    assert any({"Lund", "left", "country"} <= found and "mill" not in found for found in words)


def test_words_are_found_in_runs() -> None:
    from workbench.propose.pool.align import matched

    long = ["the", "mill", "by", "the", "lake", "was", "sold", "and", "the", "mill", "burnt"]
    assert matched(long, ["the", "mill", "burnt"]) == [8, 9, 10]
    assert matched(long, ["the", "mill", "was", "sold"]) == [0, 1, 5, 6]
    assert matched(long, ["cow"]) == []
