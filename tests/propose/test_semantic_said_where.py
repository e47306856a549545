"""What was said "in a letter" or "at the hearing", "one of them, a cook", and who some are."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The ministry said in a statement that Oststadt had given no grounds for the ban, "
         "announced on 2 September after finding larvae in a consignment.",
         "Oststadt had given no grounds for the ban"),
        ("A spokeswoman for the court said in a brief statement that the mayor had read the work, "
         "that she had found three errors and that she had sent them to the publisher.",
         "The mayor had read the work"),
        ("It emerged at the hearing that the mayor had not drawn the money for three years.",
         "The mayor had not drawn the money for three years"),
        ("The board's founder, Anna Dunn, wrote on a blog that the mill had closed in May.",
         "The mill had closed in May"),
        ("One of the cyclists, a 24-year-old pharmacist from Ley, told the Echo that a bear had "
         "walked beside him.", "One of the cyclists is a 24-year-old pharmacist from Ley"),
        ("Archaeologists working at the fort of Cavobriga have deciphered eleven tablets.",
         "Archaeologists worked at the fort of Cavobriga"),
        ("Retired clerks whose pensions are tied up in the hotel say they have been kept in the "
         "dark.", "Retired clerks' pensions are tied up in the hotel"),
        ("People living in a street torn apart by a blast say that they had smelt gas.",
         "A street was torn apart by a blast"),
    ],
)  # fmt: skip
def test_what_is_told_is_stated(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("People who smoke have shorter lives.", "People smoke"),
        ("Skippers who land their catch at Skerra will have to take it down the coast.",
         "Skippers land their catch at Skerra"),
        ("They sold it on the mayor's promise that the club would stay for 10 years.",
         "The club would stay for 10 years"),
        ("The mayor of one of the towns, a spa in the hills, resigned.",
         "One of the towns is a spa in the hills"),
    ],
)  # fmt: skip
def test_what_there_may_be_is_not(text: str, claim: str) -> None:
    assert claim not in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Anna Dunn, an assembler for 31 years, said that she had trained them.",
         "Anna Dunn has been an assembler for 31 years"),
        ("She stars in The Lamp, a new play by Carla Pike about sisters who have not spoken since "
         "the war.", "The Lamp is a new play by Carla Pike about sisters who have not spoken since "
         "the war"),
        ("The firm is to be stripped of its contract and taken into public hands.",
         "The firm is to be taken into public hands"),
        ("One of the men, who was born in Ley, died on Monday.",
         "One of the men was born in Ley"),
    ],
)  # fmt: skip
def test_how_it_is_worded(text: str, claim: str) -> None:
    assert claim in statements(text)
