"""Subjects that commas, hyphens and marks hide, and words that look like part of another."""

from __future__ import annotations

import pytest
from stated import statements

from workbench.propose.inflect import possessive

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Choi Min-seo, 34, joined the ballet in 2016.", "Choi Min-seo joined the ballet in 2016"),
        (
            "Orrin's mayor, Paul Beck, and his son's bank were fined 9,000 pounds each in May.",
            "Orrin's mayor and Paul Beck's son's bank were fined 9,000 pounds each in May",
        ),
        (
            "There were 30 tourists on the boat, which was sailing from Kos to Bodrum.",
            "The boat was sailing from Kos to Bodrum",
        ),
        ("Some waved flags, others sang, and a few threw eggs.", "A few threw eggs"),
        ("Its leader in jail, the league lost every seat.", "The league lost every seat"),
        (
            "“The Glass River”, a film about a nun and her brother, opened in Arl in May. It took "
            "3m crowns in its first week.",
            "The Glass River took 3m crowns in its first week",
        ),
        (
            "The singer sued the label. She claims it owes her 3m dollars.",
            "The label owes the singer 3m dollars",
        ),
        (
            "Rosa Dunn, a nurse, and Tom Leck, a cook, were married in the hotel where they met.",
            "Rosa Dunn and Tom Leck met in the hotel",
        ),
        (
            "Daniel Patel, 41, and Peter Lunn, 39, each admitted fraud.",
            "Daniel Patel, 41, and Peter Lunn, 39, each admitted fraud",
        ),
        (
            "Rhea van der Meer sold her stake in Wexalt. The 51-year-old had founded the firm.",
            "Rhea van der Meer had founded the firm",
        ),
        (
            "Solara filed for bankruptcy in May. The company owed its creditors 2bn crowns.",
            "Solara owed its creditors 2bn crowns",
        ),
        (
            "The Wexham Rovers lost again. Their coach, Ron Hale, has resigned.",
            "Ron Hale is the Wexham Rovers' coach",
        ),
    ],
)
def test_the_subject_is_whole_and_right(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "A former soldier, Rhea Dunn was elected in May.",
            "Rhea Dunn was elected in May",
        ),
        ("Its leader, Klaus Ebner, resigned in May.", "Klaus Ebner resigned in May"),
        (
            "There were 30 tourists on the boat, who were going to Kos.",
            "30 tourists were going to Kos",
        ),
        ("A few people threw eggs at the bus.", "A few people threw eggs at the bus"),
        ("“We have lost everything”, a farmer, Tom Oe, said.", "We have lost everything"),
        ("The trust gave her two sons a house.", "The trust gave her two sons a house"),
    ],
)
def test_what_looks_alike_stays(text: str, claim: str) -> None:
    assert any(claim in line for line in statements(text))


def test_a_name_with_its_mark_gets_no_second_one() -> None:
    assert possessive("the monks of St Aidan's", several=True) == "the monks of St Aidan's"
    assert possessive("the monks", several=True) == "the monks'"
