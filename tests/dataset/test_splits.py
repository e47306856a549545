"""Splits: near-duplicates are found and kept on one side, shares and labels come out as wanted."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.dataset.splits import near_index
from workbench.dataset.splits.assign import SplitError, assign, shares
from workbench.dataset.splits.groups import Item, edges, grouped, named
from workbench.dataset.splits.leaks import leaks
from workbench.dataset.splits.near_articles import near_articles
from workbench.dataset.splits.near_texts import SAME, Pair, near_texts
from workbench.dataset.splits.together import Articles, together
from workbench.dataset.splits.tokens import tokens

WORDS = [
    "ferry",
    "council",
    "harbour",
    "fee",
    "rent",
    "4",
    "12",
    "closed",
    "raised",
    "met",
    "May",
    "June",
    "the",
    "of",
    "in",
    "to",
]
texts_of_words = st.lists(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), max_size=25)


def bag(text: str) -> frozenset[tuple[str, int]]:
    return frozenset((word, n) for word, k in Counter(tokens(text)).items() for n in range(k))


def jaccard(left: str, right: str) -> float:
    a, b = bag(left), bag(right)
    return len(a & b) / len(a | b) if a | b else 0.0


@given(texts_of_words)
@settings(max_examples=150, deadline=None)
def test_groups_are_those_of_comparing_each_with_each(texts: list[str]) -> None:
    items = [Item(str(i), i, text, "") for i, text in enumerate(texts)]
    found = near_texts(texts)
    groups = grouped(len(texts), [])
    for pair in found:
        groups.join(pair.left, pair.right)
    for left, right in combinations(range(len(items)), 2):
        if jaccard(texts[left], texts[right]) >= SAME:
            assert groups.of(left) == groups.of(right)
    assert all(pair.left < pair.right and 0.6 <= pair.score <= 1 for pair in found)


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=9), max_size=40))
@settings(max_examples=100, deadline=None)
def test_common_words_find_partners_two_by_two(rows: list[list[str]]) -> None:
    texts = [" ".join(row) for row in rows]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(near_index, "COMMON", 2)
        found = near_texts(texts)
    assert partition(len(texts), found) == partition(len(texts), near_texts(texts))


def partition(number: int, pairs: Iterable[Pair]) -> list[int]:
    """The group of each text."""
    groups = grouped(number, [])
    for pair in pairs:
        groups.join(pair.left, pair.right)
    return [groups.of(index) for index in range(number)]


def test_texts_that_are_all_alike_make_one_group_by_few_pairs() -> None:
    base = "the council of the harbour raised its fee for ferries in"
    texts = [f"{base} {''.join('abcdefghij'[int(digit)] for digit in str(n))}" for n in range(300)]
    pairs = near_texts(texts)
    groups = grouped(len(texts), [])
    for pair in pairs:
        groups.join(pair.left, pair.right)
    assert groups.number == 1
    assert len(pairs) < 300 * 9  # of 44,850
    few = near_texts(texts[:6])
    assert {pair[:2] for pair in few} == set(combinations(range(6), 2))


@given(st.lists(st.integers(0, 2000), unique=True), st.lists(st.integers(0, 2000), unique=True))
def test_signatures_differ_in_no_more_bits_than_the_bags_in_tokens(
    left: list[int], right: list[int]
) -> None:
    bits = near_index.signature(array("I", left)) ^ near_index.signature(array("I", right))
    assert bits.bit_count() <= len(set(left) ^ set(right))


@pytest.mark.parametrize(
    ("left", "right", "near"),
    [
        ("The ferry carried 400 people in May.", "the ferry carried 400 people, in may", True),
        ("The ferry carried 400 people in May", "The ferry carried 500 people in May", True),
        ("The council was revived in 2016", "In 2016 the council was revived", True),
        ("The mayor recieved two grants", "The mayor received two grants", True),
        ("The council was revived in 2016", "The harbour fee rose by 4%", False),
        ("市議会は五月に開かれた", "市議会は六月に開かれた", True),
        ("", "", False),
    ],
)
def test_what_a_near_duplicate_is(left: str, right: str, near: bool) -> None:
    assert bool(near_texts([left, right])) is near


STORY = " ".join(f"{w}{n}" for n in range(40) for w in ("harbour", "board", "met"))


def test_a_reprint_with_another_opening_is_a_near_duplicate_of_the_article() -> None:
    other = " ".join(f"mill{n} river{n} stone{n}" for n in range(40))
    pairs = near_articles([STORY, other, f"From our agency. {STORY} Read more.", STORY[:500]])
    assert {(p.left, p.right) for p in pairs} == {(0, 2), (0, 3), (2, 3)}


def test_reprints_are_found_among_many_articles_whose_texts_are_not_held() -> None:
    def prose(number: int) -> str:
        return " ".join(name(number, n) for n in range(90))

    given = [prose(n) for n in range(60)]
    given[20] = " ".join(["Our agency reports.", given[10], prose(100)])
    given[45] = " ".join([prose(101), given[10]])
    given[50] = " ".join([*given[30].split()[:30], prose(102)])  # a third of it: too little
    pairs = near_articles(iter(given))
    assert [(pair.left, pair.right) for pair in pairs] == [(10, 20), (10, 45)]
    assert pairs[0].score == pairs[1].score == 1.0


def name(article: int, n: int) -> str:
    return sha256(f"{article}.{n}".encode()).hexdigest()[:8]


def many(number: int) -> tuple[list[tuple[str, str]], list[Item]]:
    """Articles of three claims each; every tenth repeats a claim of the one before it."""
    articles, items = [], []
    for i in range(number):
        words = [f"{name(i, n)} met {name(i, n + 3)} in {name(i, n + 6)}" for n in range(3)]
        if i % 10 == 9:
            words[0] = items[-1].statement
        articles.append((f"a{i:04}", ". ".join(words)))
        label = ("verified", "refuted", "verified", "nei")[i % 4]
        items += [Item(f"c{i}.{n}", i, text, label) for n, text in enumerate(words)]
    return articles, items


def split(number: int, seed: int = 0) -> tuple[dict[int, str], list[Item]]:
    articles, items = many(number)
    joined = edges(articles, items)
    groups = grouped(len(articles), joined)
    sides = assign([a for a, _ in articles], groups, items, shares("80/10/10"), seed=seed)
    assert leaks(sides, joined) == []
    return sides, items


def test_shares_and_labels_come_out_as_wanted() -> None:
    sides, items = split(600)
    for label in ("verified", "refuted", "nei"):
        counts = Counter(sides[item.article] for item in items if item.label == label)
        total = sum(counts.values())
        assert counts["train"] / total == pytest.approx(0.8, abs=0.03)
        assert counts["test"] / total == pytest.approx(0.1, abs=0.03)


def test_old_items_keep_their_side_when_data_is_added() -> None:
    before, _ = split(300)
    after, _ = split(600)
    assert all(after[article] == side for article, side in before.items())


def test_another_seed_is_another_split() -> None:
    assert split(100, 0)[0] == split(100, 0)[0] != split(100, 1)[0]


def test_a_group_takes_the_side_it_had() -> None:
    articles, items = many(50)
    joined = edges(articles, items)
    kept = {8: "test", 20: "validation"}  # 8 and 9 share a claim
    ids = [a for a, _ in articles]
    sides = assign(ids, grouped(50, joined), items, shares("80/10/10"), kept=kept)
    assert sides[9] == "test"
    assert {article: sides[article] for article in kept} == kept


def test_a_leak_is_named_with_its_sides() -> None:
    articles, items = many(20)
    joined = edges(articles, items)
    found = leaks({i: "train" if i < 9 else "test" for i in range(20)}, joined)
    assert [(leak.left_side, leak.right_side) for leak in found] == [("train", "test")]
    assert "c8.2 (train) and c9.0 (test)" in str(found[0])


def test_groups_are_told_with_the_pair_that_joins_them() -> None:
    articles, items = many(30)
    items[3] = items[3]._replace(statement=items[0].statement)  # of the articles 1 and 0
    items[6] = items[6]._replace(statement=items[0].statement)
    joined = edges(articles, items)
    groups = grouped(30, joined)
    ids = [a for a, _ in articles]
    found = together(Articles(ids, ids), items, groups, joined, dict.fromkeys(range(30), "test"))
    assert [group.articles for group in found] == [
        ["a0000", "a0001", "a0002"],
        ["a0008", "a0009"],
        ["a0018", "a0019"],
        ["a0028", "a0029"],
    ]
    first = found[0]
    assert (first.side, first.claims) == ("test", 9)
    assert first.joined_by == {"near-duplicate claim": 2}
    assert (first.left, first.right, first.score) == ("c0.0", "c1.0", 1.0)
    assert first.left_words == first.right_words == items[0].statement
    assert groups.number == 30 - 5
    assert Counter(named(ids, groups).values())["a0000"] == 3


@pytest.mark.parametrize(
    "text", ["", "80", "80/x", "80/-10/30", "1/1/1/1", "0/0", "nan/1", "1/inf"]
)
def test_what_is_no_split(text: str) -> None:
    with pytest.raises(SplitError, match="is no split"):
        shares(text)


def test_meaning_joins_what_words_do_not() -> None:
    np = pytest.importorskip("numpy")
    from workbench.dataset.splits.near_meanings import near_vectors

    rng = np.random.default_rng(0)
    vectors = rng.normal(size=(300, 32)).astype(np.float32)
    vectors[7] = vectors[5] + 0.05 * vectors[9]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    assert [(p.left, p.right) for p in near_vectors(vectors)] == [(5, 7)]


def test_claims_near_the_same_checked_claim_stand_together() -> None:
    articles = [(f"a{n}", f"text {n}") for n in range(4)]
    base = "In May the ferry carried 400 people from the island to the harbour town"
    statements = (
        f"{base} in spite of heavy rain",
        "Nothing else is said here",
        f"{base}, officials told our paper",
        "The mill burned down",
    )
    items = [Item(f"c{n}", n, text, "") for n, text in enumerate(statements)]
    assert edges(articles, items) == []
    checked = [("checked:x", base)]
    found = edges(articles, items, checked=checked)
    assert [(e.kind, e.left, e.right) for e in found] == [("same checked claim", "c0", "c2")]


def test_claims_with_what_was_taken_over_stand_together() -> None:
    articles = [(f"a{n}", f"text {n}") for n in range(3)]
    said = ("One thing is so", "Another was found", "A third is not known")
    names = (("checked:x",), (), ("checked:x", "checked:y"))
    items = [Item(f"c{n}", n, said[n], "", names[n]) for n in range(3)]
    assert [edge.articles for edge in edges(articles, items)] == [(0, 2)]
