"""What the base engine writes for the pronoun of a subject."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from workbench.propose import propose
from workbench.propose.rules.evidence import NAMES, SIZES
from workbench.propose.rules.kinds import given_gender, kind_of
from workbench.propose.rules.ranking import CLASSES, MODEL


def statements(text: str) -> list[str]:
    found = propose(text, engine="rules", language="en")
    return [c.statement for c in found if c.kind != "phrase"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Gareth Pugh told Carys Moon about the leak on Monday. She closed the valve at noon.",
            "Carys Moon closed the valve at noon",
        ),
        (
            "The ferry left Aldmouth on Monday with 40 lorries. It sank off the cape at dawn.",
            "The ferry sank off the cape at dawn",
        ),
        (
            "Residents of Hill Row sued the council in 2019. They won the case in May.",
            "Residents of Hill Row won the case in May",
        ),
        (
            "A spokesman for Tom Karran rejected the report. He said that 12 ships had left.",
            "The spokesman for Tom Karran said that 12 ships had left",
        ),
        (
            "Nadia Oum bought the bakery in 1998. It had 14 ovens. She sold it in 2004.",
            "Nadia Oum sold it in 2004",
        ),
    ],
)
def test_who_is_meant_is_written(text: str, wanted: str) -> None:
    assert wanted in statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ines Faro met Ruth Amsel. She left in May.",
        "Gareth Pugh met Tom Karran in Oslo. He sold the yacht in May.",
        "The trust sold the hall, the mill and the barn to a firm. It had been empty for years.",
        "The museum bought the painting in 1971. It was stolen in 1940.",
    ],
)
def test_where_two_can_be_meant_the_pronoun_stays(text: str) -> None:
    assert statements(text)[-1].split()[0] in ("She", "He", "It")


def test_what_a_noun_names_and_whom_a_name_is_given_to() -> None:
    assert kind_of("signalman") == kind_of("nurses") == kind_of("women") == "person"
    assert kind_of("jury") == "group"
    assert kind_of("kettle") == ""
    assert given_gender("Gareth") == given_gender("Tomás") == "m"
    assert given_gender("Siobhan") == given_gender("Hélène") == "f"
    assert given_gender("Robin") == ""


def test_the_weights_have_a_place_for_each_value() -> None:
    raw = json.loads(MODEL.read_text("utf-8"))
    assert {name for pair in raw["pairs"] for name in pair} <= set(NAMES)
    for name in set(CLASSES.values()):
        shapes = [(len(table), len(table[0])) for table in raw[name]]
        assert shapes == [(SIZES[a], SIZES[b]) for a, b in raw["pairs"]]


def test_the_weights_are_read_without_numpy() -> None:
    code = (
        "import sys; sys.modules['numpy'] = None\n"
        "from workbench.propose import propose\n"
        "found = propose('Ann Oe won in 2019. She left in May.', engine='rules', language='en')\n"
        "print(found[-1].statement)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "Ann Oe left in May"
