"""A sentence parted into what was said and who said it."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose import propose
from workbench.propose.rules.engine import read
from workbench.propose.semantic.tags import split
from workbench.propose.tree.tokens import tokenize


def parted(text: str, inside: bool = False) -> tuple[str, str]:
    found = split(read(text, 0, len(text)), tokenize(text, 0, len(text)), inside)
    return " ".join(w.form for w in found.said), " ".join(w.form for w in found.tag)


def shown(text: str, kind: str) -> list[str]:
    found = propose(text, engine="semantic", language="en", furniture=())
    return [c.statement for c in found if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "said", "tag"),
    [
        (
            "“The mill is safe,” she told reporters, surrounded by guards.",
            "The mill is safe ,",
            "she told reporters , surrounded by guards",
        ),
        ("He added: “We see no guarantees.”", "We see no guarantees .", "He added"),
        ("‘It was late,’ Marit Lind said.", "It was late ,", "Marit Lind said"),
        (
            "The presidents spoke on Friday, the press service of the palace reports.",
            "The presidents spoke on Friday",
            "the press service of the palace reports",
        ),
        (
            "“Our museum,” curator Ada Finch said, “has never owned the vase.”",
            "Our museum has never owned the vase .",
            "curator Ada Finch said",
        ),
        ("The van had been stolen.", "The van had been stolen .", ""),
    ],
)
def test_what_was_said_and_who_said_it(text: str, said: str, tag: str) -> None:
    assert parted(text) == (said, tag)


def test_an_open_quotation_ends_where_its_mark_stands() -> None:
    assert parted("It is late,” she said.", inside=True) == ("It is late ,", "she said")


def test_what_follows_the_tag_is_no_part_of_the_words_quoted() -> None:
    text = (
        "“I have nothing to hide,” Rui Tavares told reporters outside the court, surrounded by "
        "supporters who chanted his name."
    )
    assert shown(text, "attribution") == [
        "Rui Tavares told reporters outside the court: “I have nothing to hide”"
    ]
    assert "Rui Tavares was surrounded by supporters who chanted his name" in shown(text, "clause")


def test_an_opener_is_left_out() -> None:
    text = "It should be noted that the plant was closed in 2019."
    assert shown(text, "clause") == ["The plant was closed in 2019"]


def test_a_participle_of_saying_is_who_said_what() -> None:
    text = "Russia quit the deal in July, saying that sanctions hampered its exports."
    assert "Russia said that sanctions hampered its exports" in shown(text, "attribution")
    assert "Sanctions hampered Russia's exports" in shown(text, "clause")


@pytest.mark.parametrize(
    "text",
    [
        "“I hope they leave the beetles alone,” Ada Lund said.",
        "“Could it work for bakers?” asked Ada Lund.",
        "“I think we should wait,” Ada Lund said.",
        "Hopefully we will find a way.",
    ],
)
def test_hopes_and_questions_give_nothing(text: str) -> None:
    assert not shown(text, "attribution")
    assert not shown(text, "clause")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "The bridge, which, the council says, cost £3m, opened in May.",
            {"The bridge opened in May": None, "The bridge cost £3m": "The council"},
        ),
        (
            "The plan was dropped by Mr Oe, who, according to the paper, had never read it.",
            {
                "The plan was dropped by Mr Oe": None,
                "Mr Oe had never read the plan": "The paper",
            },
        ),
    ],
)
def test_what_a_relative_clause_says_another_said_is_that_clause_alone(
    text: str, speakers: dict[str, str | None]
) -> None:
    found = propose(text, engine="semantic", language="en", furniture=())
    assert {c.statement: c.attributed_to for c in found if c.kind == "clause"} == speakers
    assert not any(c.kind == "attribution" for c in found)


def test_a_speaker_may_be_told_of_by_a_participle() -> None:
    text = "Talks will not start before the spring, two officials involved in them told Euroledger."
    said = "Two officials involved in them told Euroledger that talks will not start before "
    assert shown(text, "attribution") == [f"{said}the spring"]
