"""Asides, conditions and pronouns that a parser hangs on the wrong word."""

from __future__ import annotations

import pytest

from workbench import propose

pytest.importorskip("onnxruntime", reason="the extra semantic")


def stated(text: str) -> list[str]:
    found = [c for c in propose(text, engine="semantic") if c.kind == "clause"]
    return [candidate.statement for candidate in found]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "The bus will call at Arl once a week, but only if a bid for money succeeds.",
            "The bus will call at Arl once a week, but only if a bid for money succeeds",
        ),
        (
            "Both halls, neither of which has a lift, are to be sold.",
            "Neither of the halls has a lift",
        ),
        (
            "The mill shut in May, according to Ana Ruiz, who ran it for nine years.",
            "Ana Ruiz ran it for nine years",
        ),
        (
            "Tove Lund was born in Tarn Bridge, the youngest of six children of a baker.",
            "Tove Lund is the youngest of six children of a baker",
        ),
        (
            "The flood carried away nine houses, a chapel and 300 metres of road.",
            "The flood carried away nine houses, a chapel and 300 metres of road",
        ),
        (
            "The group booked a charge of 9 million crowns in the fourth quarter, less than half"
            " of which was paid in cash.",
            "Less than half of the charge of 9 million crowns was paid in cash",
        ),
        (
            "Under the plans, the pools will shut on May 31 and both buildings, neither of which"
            " has step-free access, are to be sold.",
            "Both buildings are to be sold",
        ),
        (
            "In May Arl cut its mission to ten people, in response to which Kest closed a bureau.",
            "Kest closed a bureau",
        ),
        (
            'Cllr Ida Lund, whose plan to spare the pool was lost by six votes, called it "a sale'
            ' of the family silver to pay the gas bill".',
            "Cllr Ida Lund's plan to spare the pool was lost by six votes",
        ),
        (
            "The next meeting, at which a grant of 3 million euros is to be approved, will take"
            " place in Tarn.",
            "A grant of 3 million euros is to be approved at the next meeting",
        ),
        (
            "Councillors agreed a budget that will close two of the libraries.",
            "A budget will close two of the libraries",
        ),
        ("The park, closed since March, will open in May.", "The park has been closed since March"),
        ("Ada Lund drew maps. The atlas took her 17 years.", "The atlas took Ada Lund 17 years"),
        (
            "In 1958 Ada Lund married Edwin Oe, a botanist, who died in 1989. She is survived by"
            " two grandsons.",
            "Ada Lund is survived by two grandsons",
        ),
        (
            "The mill is closed, having been damaged by floods and shut since 2019.",
            "The mill had been shut since 2019",
        ),
    ],
)
def test_it_is_told_of_the_right_thing(text: str, statement: str) -> None:
    assert statement in stated(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The bridge will be built, but only if the council agrees.", "The council agrees"),
        (
            "Four children are being treated in Arl, two of them in a serious condition.",
            "in Arl in a serious condition",
        ),
        ("The mill shut in May, according to Ana Ruiz, who ran it.", "May ran it"),
        ("Ada Lund was born in Tarn Bridge, the only child of a baker.", "Tarn Bridge is"),
        (
            '"Dialogue is important," Lund said in May. "Much work needs to be done."',
            "is important",
        ),
        ('"Dialogue is important," Lund said in May. "Much work needs to be done."', "to be done"),
        (
            "The treaty, which both sides signed in Vienna but neither has ratified, limits it.",
            "sides has ratified",
        ),
        ("The firm named a board, a move that follows the loss of five directors.", "board is"),
        ("The club began a feud with Ada Lund, which led to a match.", "Ada Lund led"),
        ("The creek leaves Tarn Township, Arl County, and enters the lake.", "Township is"),
    ],
)
def test_no_untrue_statement_comes_of_it(text: str, wrong: str) -> None:
    assert not any(wrong in line for line in stated(text))


@pytest.mark.parametrize("engine", ["semantic", "rules"])
@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The museum bought the painting in 1971. It was stolen in 1940.", "museum was stolen"),
        ("Police arrested two men in Kell on Friday. They were charged.", "Police were charged"),
        ("Arl left the council in 2021. It had been set up in 2002.", "Arl had been"),
    ],
)
def test_what_was_acted_upon_may_be_meant(engine: str, text: str, wrong: str) -> None:
    found = [candidate.statement for candidate in propose(text, engine=engine)]
    assert len(found) >= 2
    assert not any(wrong in line for line in found)
