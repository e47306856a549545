"""Plain clauses: every predicate with its subject, offered to the learned choice."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose.semantic.claims import Claims
from workbench.propose.semantic.spare import Spared, spare_candidates
from workbench.propose.tree.brackets import parse_around
from workbench.propose.tree.repair import repair
from workbench.propose.tree.spare import PLACES
from workbench.propose.tree.tokens import tokenize


def plain(text: str) -> list[Spared]:
    tree = parse_around([tokenize(text, 0, len(text))])[0]
    assert tree is not None
    tree = repair(tree)
    claims = Claims(text, tree, (0, len(text)), {}, None)
    claims.candidates()
    return spare_candidates(claims, tree)


def said(text: str) -> set[str]:
    return {one.candidate.statement for one in plain(text)}


def test_each_predicate_has_its_subject() -> None:
    found = said(
        "The Harbour Council, which was set up in 2002, was revived in 2016 and met until 2019."
    )
    assert found >= {
        "The Harbour Council was set up in 2002",
        "The Harbour Council was revived in 2016",
        "The Harbour Council met until 2019",
    }


def test_a_clause_that_says_which_one_is_offered_too() -> None:
    found = said("A survey carried out by divers had found cracks through which water was lost.")
    assert "A survey was carried out by divers" in found
    assert "A survey had found cracks" in found  # cut to its core


def test_what_is_no_fact_is_told_apart() -> None:
    found = {o.candidate.quote: o for o in plain("The mayor said the bridge might close in May.")}
    told = found["the bridge might close in May"]
    assert PLACES[told.place] == "ccomp" and not told.fact
    assert found["The mayor said the bridge might close in May"].fact


def test_quotes_are_verbatim_and_inside_the_sentence() -> None:
    text = "“It closed,” said Ann Oe, whose party lost in May, “and we left 🙂 the hall.”"
    for one in plain(text):
        c = one.candidate
        assert text[c.start : c.end] == c.quote
        assert all(0 <= a < b <= len(text) for a, b in c.parts)


def test_a_second_verb_belongs_to_who_can_have_done_it() -> None:
    text = (
        "Walter Nwosu waited six hours outside the ward, where 19 other ambulances were queuing, "
        "and was never examined by a doctor."
    )
    assert "Walter Nwosu was never examined by a doctor" in said(text)


def test_nothing_is_told_of_what_there_may_not_be() -> None:
    assert not any("Nobody" in line for line in said("A phone that nobody picks up is no channel."))
    assert "Gum disease harms the heart" not in said(
        "The idea that gum disease harms the heart is not new."
    )
    found = said("Senator Ann Oe accused officials of meeting in private with two executives.")
    assert not any("met in private" in line for line in found)


def test_who_says_it_is_told() -> None:
    found = {o.candidate.quote: o.speaker for o in plain("Ann Oe said that the bridge was shut.")}
    assert found["the bridge was shut"] == "Ann Oe"
    assert found["Ann Oe said that the bridge was shut"] is None
