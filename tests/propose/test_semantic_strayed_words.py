"""Words that hang on the noun or the clause beside their own."""

from __future__ import annotations

import pytest
from stated import statements

from workbench.propose.semantic.strayed import repair_strayed
from workbench.propose.tree.tokens import Word
from workbench.propose.tree.tree import Tree

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Ada Kell, who has died aged 90, restored to the public memory 14 hamlets that had "
            "been drowned.",
            "14 hamlets had been drowned",
        ),
        (
            "Ada Kell returned to the city museum 14 paintings that had been stolen.",
            "14 paintings had been stolen",
        ),
        ("The horse ran in the class 4 races.", "The horse ran in the class 4 races"),
        (
            "The mill was closed in 2003 after a fire had gutted its roof, and has stood empty "
            "since.",
            "The mill has stood empty since",
        ),
        (
            "The book sold only 90 copies, but was reprinted in 1998 after a flood had laid bare "
            "the ruins, and has never since been out of print.",
            "The book has never since been out of print",
        ),
        (
            "The mill was closed in 2003 after a fire had gutted its roof and had killed two "
            "workers.",
            "A fire had killed two workers",
        ),
        (
            "The chairs were second-hand, bought from a bankrupt school.",
            "The chairs were bought from a bankrupt school",
        ),
        (
            "Most of the chairs were cheap, bought from a bankrupt school and sold to the army.",
            "Most of the chairs were sold to the army",
        ),
        (
            "The boats were old, built in Tavaris in 1950.",
            "The boats were built in Tavaris in 1950",
        ),
        (
            "Foreign Minister of Kest Mira Dolan noted that three members had closed their ports "
            "and that her own country was not planning to follow them.",
            "Mira Dolan's own country was not planning to follow them",
        ),
        (
            "Kest's foreign minister, Mira Dolan, said her country would not join the pact.",
            "Kest would not join the pact",
        ),
        (
            "The council dropped its ban on coal, which accounts for half of the port's trade.",
            "Coal accounts for half of the port's trade",
        ),
        (
            "The ban on coal, which was passed in May, has failed.",
            "The ban on coal was passed in May",
        ),
        ("The firm blamed a rise in wages, which jumped 9% in June.", "Wages jumped 9% in June"),
        (
            "Both were hit by a fall in boat sales, which dropped 8% in May.",
            "Boat sales dropped 8% in May",
        ),
        ("The firm blamed a rise in prices, which hurt sales.", "A rise in prices hurt sales"),
        (
            "It came after nine hours of talks during which Orrin, which buys oil from Kest, twice "
            "threatened to leave.",
            "Orrin buys oil from Kest",
        ),
        (
            "The deal followed a month of raids in which Orrin, which has a large fleet, seized "
            "nine ships.",
            "Orrin seized nine ships in a month of raids",
        ),
        (
            "Five members chose a ban and one, Ana Melk, a fine.",
            "Five members chose a ban and one a fine",
        ),
        (
            "He met three friends and one, Pavel Drozd, a pilot, later died.",
            "Pavel Drozd is a pilot",
        ),
    ],
)
def test_is_told_of_its_own(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Ada Kell restored to the public memory 14 hamlets that had been drowned.",
            "The public memory 14 hamlets had been drowned",
        ),
        (
            "The mill was closed in 2003 after a fire had gutted its roof, and has stood empty "
            "since.",
            "A fire has stood empty since",
        ),
        (
            "The chairs were second-hand, bought from a bankrupt school.",
            "Second-hand was bought from a bankrupt school",
        ),
        (
            "The council dropped its ban on coal, which accounts for half of the port's trade.",
            "The council's ban on coal accounts for half of the port's trade",
        ),
        (
            "It came after nine hours of talks during which Orrin, which buys oil from Kest, twice "
            "threatened to leave.",
            "It came after nine hours of talks Orrin twice threatened to leave",
        ),
        ("Five members chose a ban and one, Ana Melk, a fine.", "Ana Melk is a fine"),
        (
            "Three wanted a rise of half a point and one, Pavel Drozd, a cut, minutes show.",
            "Pavel Drozd is a cut",
        ),
    ],
)
def test_is_not_told_of_the_word_beside_it(text: str, wrong: str) -> None:
    assert wrong not in statements(text)


def _tree(*rows: tuple[str, str, str, int, str]) -> Tree:
    """A tree of words, each with its tags, its head and the relation to it."""
    at, words = 0, []
    for form, *_ in rows:
        words.append(Word(form, at, at + len(form)))
        at += len(form) + 1
    _, coarse, fine, heads, relations = (list(column) for column in zip(*rows, strict=True))
    return Tree(words, heads, relations, coarse, fine)


def test_a_month_goes_with_its_day() -> None:
    tree = repair_strayed(
        _tree(
            ("Nine", "NUM", "CD", 2, "nsubj"),
            ("have", "AUX", "VBP", 2, "aux"),
            ("died", "VERB", "VBN", -1, "root"),
            ("since", "ADP", "IN", 4, "case"),
            ("9", "NUM", "CD", 2, "obl"),
            ("January", "PROPN", "NNP", 9, "obl:unmarked"),
            (",", "PUNCT", ",", 9, "punct"),
            ("and", "CCONJ", "CC", 9, "cc"),
            ("cases", "NOUN", "NNS", 9, "nsubj"),
            ("doubled", "VERB", "VBD", 2, "conj"),
        )
    )
    assert tree.heads[5] == 4


def test_the_days_before_are_one_phrase() -> None:
    tree = repair_strayed(
        _tree(
            ("In", "ADP", "IN", 3, "case"),
            ("the", "DET", "DT", 3, "det"),
            ("two", "NUM", "CD", 3, "nummod"),
            ("days", "NOUN", "NNS", 4, "obl:unmarked"),
            ("before", "ADV", "RB", 7, "advmod"),
            (",", "PUNCT", ",", 4, "punct"),
            ("rain", "NOUN", "NN", 7, "nsubj"),
            ("fell", "VERB", "VBD", -1, "root"),
        )
    )
    assert (tree.heads[3], tree.heads[4]) == (7, 3)
