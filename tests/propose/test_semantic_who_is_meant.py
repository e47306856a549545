"""Whom and what the subject of a statement names, and where it stays open."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Zofia Blacklock lost her house. She and her husband were rescued by tractor.",
            "Zofia Blacklock and her husband were rescued by tractor",
        ),
        (
            "The firm runs 14 ships. Five of these were built in Ley. Each of them carries 200 "
            "people.",
            "Five of the 14 ships were built in Ley",
        ),
        (
            "Graham Tolley robbed a widow, Jean Marsden, in May. She told police he was armed.",
            "Graham Tolley was armed",
        ),
        (
            "Aid agency HBI stopped its work. Five of its lorries were looted.",
            "Five of HBI's lorries were looted",
        ),
        (
            "Shares in Velbrook fell after the chipmaker cut its forecast. The company employs "
            "300 people.",
            "Velbrook employs 300 people",
        ),
        (
            "Karl Dunn robbed a bank. Sheriff Ray Cole said deputies had found his car.",
            "Deputies had found Karl Dunn's car",
        ),
        (
            "The ferry sank in May. The ferry's owner, Kest Lines, said it would pay the crew.",
            "Kest Lines would pay the crew",
        ),
        (
            "Norvel chief executive Ann Oe said sales had risen. The company has 40 shops.",
            "Norvel has 40 shops",
        ),
    ],
)
def test_a_subject_is_named(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Six lorries burned. Three of those belonging to the agency were new.", "Three of the"),
        ("Four teachers were held. Two of those were freed. Neither of them has spoken.",
         "Neither of the four"),
        ("Norvel CEO Ann Oe met Corvane CEO Karl Dunn. The company has 40 shops.", "Norvel has"),
        ("Shares in Velbrook fell. A rival firm has closed. The firm had 300 staff.",
         "Velbrook had"),
        ("Corvane's chair, Ann Oe, said it had lost £3m.", "Ann Oe had"),
        ("The ferry's owner, Kest Lines, said it had sunk in ten minutes.", "Kest Lines had"),
        ("Ann Oe is dead. Det Insp Mary Dunn said police had searched her flat.",
         "Police had searched Mary"),
        ("Ann Oe has written six novels. Her first was set in Oslo.", "Ann Oe first"),
    ],
)  # fmt: skip
def test_what_may_be_another_stays_open(text: str, wrong: str) -> None:
    found = statements(text)
    assert found
    assert [line for line in found if line.startswith(wrong)] == []
