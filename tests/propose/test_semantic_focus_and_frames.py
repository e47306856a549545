"""What words of a sentence a claim takes with it: "only", "partly", "still", and who "me" is."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from stated import statements


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "If the strike goes ahead, only line 4, which is driverless, will run.",
            "Line 4 is driverless",
        ),
        (
            "Calls resumed only under Ann Oe, a former clerk elected in 2023.",
            "Ann Oe was elected in 2023",
        ),
        (
            "The first walkout, a 48-hour stoppage last week, shut nine lines.",
            "The first walkout was a 48-hour stoppage last week",
        ),
        (
            "Brannock shares closed 11% higher at 437p, still below the second offer.",
            "Brannock shares were still below the second offer",
        ),
        (
            "The price is well above the £3 a unit that the regulator set in June.",
            "The regulator set the £3 a unit in June",
        ),
        (
            "Shares in the firm rose, still below the 430p a share that Haldis proposed on 2 May.",
            "Haldis proposed the 430p a share on 2 May",
        ),
        (
            "Ann Oe, the daughter of a soldier who had fought in Egypt, moved to Ley.",
            "A soldier had fought in Egypt",
        ),
        (
            "She was one of five children of a miner who had lost an arm at the pit.",
            "A miner had lost an arm at the pit",
        ),
        (
            "The group announced a sale of its fruit unit, which employs 90 people.",
            "The group's fruit unit employs 90 people",
        ),
        (
            "The files, which she was forced to hand over, show two payments.",
            "She was forced to hand over the files",
        ),
        (
            "A fox was shot a mile from the site where the last wolf in Ley was killed in 1712.",
            "The last wolf in Ley was killed in 1712 at the site",
        ),
        (
            "Its second ship, the Orla, sank in 2012 after a pump, bought in Ley, failed.",
            "A pump was bought in Ley",
        ),
        (
            "“We've asked the fund twice and been turned down twice,” said Yusuf Brand, "
            "the director of Stonegate.",
            "Stonegate has been turned down twice",
        ),
        (
            "“They offered me a bypass for my constituency,” Peter Oe said.",
            "They offered Peter Oe a bypass for his constituency",
        ),
        (
            "“They offered me a desk in my old office,” the mayor said.",
            "They offered the mayor a desk in the mayor's old office",
        ),
        ("Rents have fallen, partly because mills closed.", "Rents have fallen"),
    ],
)
def test_it_is_told_of_the_right_words(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("She was twice suspended from the chamber, the second time for lying.", "The chamber is"),
        (
            "The average home cost £210,000 in May. It was the first annual decline since 2012.",
            "The average home was",
        ),
        (
            "The village of Marn was home to Peter Oe's father. It is the third of six children.",
            "The village of Marn is",
        ),
        ("The boos were aimed, it seemed, at the cameras rather than at him.", "It seemed"),
        (
            "Rents rose because charges, which landlords are not obliged to cap, have soared.",
            "Rents rose because charges, which landlords are not obliged to cap$",
        ),
        (
            "Peter Oe said: “They told me I would be out of my job by the weekend.”",
            "They told Peter Oe",
        ),
        (
            "Permits were issued for 610 homes in the quarter, against 1,045 in the same "
            "period of 2023, and Kestrel Homes, the region's largest builder, has let 140 "
            "workers go.",
            "Permits were issued for 610 homes in$",
        ),
        (
            "Its second ship, the Orla, sank in 2012 after a pump, bought in Ley, failed.",
            "Orla failed",
        ),
    ],
)
def test_it_is_not_told_of_others(text: str, never: str) -> None:
    found = [f"{line}$" for line in statements(text)]
    assert not [line for line in found if line.startswith(never)]


def test_only_stays_where_it_counts() -> None:
    assert "Only three homes were sold in May" in statements("Only three homes were sold in May.")
    assert "Only line 4 will run" in statements("Only line 4 will run.")
