"""Asides without a verb: what they are told of, and how they are put."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose.semantic.verbless import verbless
from workbench.propose.tree.brackets import parse_around
from workbench.propose.tree.tokens import tokenize


def told(line: str) -> list[str]:
    tree = parse_around([tokenize(line, 0, len(line))], 1)[0]
    assert tree is not None
    return [one.said for one in verbless(tree, line)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Net debt stood at 1.08 billion euros in May, up from 890 million a year earlier.",
         "Net debt was up from 890 million a year earlier"),
        ("The firm reported a profit of 22 million crowns, up from 14 million a year earlier.",
         "The profit of 22 million crowns was up from 14 million a year earlier"),
        ("A flat now costs 1,140 dollars a month, 25 dollars less than a year ago.",
         "1,140 dollars a month is 25 dollars less than a year ago"),
        ("The government will release 410 fighters, most of them held in Tembe prison.",
         "Most of the 410 fighters are held in Tembe prison"),
        ("Donors have so far pledged $22 million, most of it from Norway.",
         "Most of the $22 million was from Norway"),
        ("The ferry was carrying 112 people, among them 30 schoolchildren.",
         "30 schoolchildren were among the 112 people"),
        ("At least 38 people have died, 21 of them in the port of San Telo.",
         "21 of at least 38 people were in the port of San Telo"),
        ("Gusts of 151 km/h were measured at Cape Torv at noon, the highest reading since 1997.",
         "Gusts of 151 km/h were the highest reading since 1997"),
    ],
)  # fmt: skip
def test_an_aside_becomes_a_sentence(line: str, said: str) -> None:
    assert told(line) == [said]


@pytest.mark.parametrize(
    "line",
    [
        "Its income fell to £9.4m last year, a drop of 18 per cent.",
        "Nine people were hurt, one of them since discharged said she was well.",
        "Prices rose in May, the third month in a row.",
        "She beat Ann Oe, the oldest member of the team, in 40 minutes.",
        "The mill, which closed in 2019, stands empty.",
    ],
)
def test_of_what_is_none_nothing_is_told(line: str) -> None:
    assert told(line) == []
