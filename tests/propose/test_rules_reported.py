"""The rules' reported speech: who said it, who is meant, and what nobody said."""

from __future__ import annotations

import pytest

from workbench.propose import propose


def stated(text: str) -> list[tuple[str | None, str]]:
    found = propose(text, engine="rules", language="en", furniture=())
    return [(c.attributed_to, c.statement) for c in found if c.kind == "clause"]


STATED = [
    (
        "Ada Lund spoke first. Security Council official Tom Ray told aides that he saw a film.",
        ("Security Council official Tom Ray", "Tom Ray saw a film"),
    ),
    (
        "Last week Energy Department official Tom Ray said he sold the mill.",
        ("Energy Department official Tom Ray", "Tom Ray sold the mill"),
    ),
    (
        "Oe said that the plan was lawful, saying she trusted the courts.",
        ("Oe", "Oe trusted the courts"),
    ),
    (
        "The council said the plan would fail, while the union condemned the move.",
        (None, "The union condemned the move"),
    ),
    (
        "Arl's ministry said it viewed the move as wrong and said it would raise tension.",
        ("Arl's ministry", "Arl's ministry would raise tension"),
    ),
    (
        "The state faced stiff international and Palestinian criticism over its plan.",
        (None, "The state faced stiff international and Palestinian criticism over its plan"),
    ),
    (
        "The men paid before the council would agree to a meeting Oe wanted with Ray.",
        (None, "The council would agree to a meeting Oe wanted with Ray"),
    ),
    (
        "Shares in Corvane, which employs 400 people, fell.",
        (None, "Corvane employs 400 people"),
    ),
    (
        "The firm, which the council had relied on, closed.",
        (None, "The council had relied on the firm"),
    ),
    (
        "The region faces extreme weather that’s lasted since May.",
        (None, "Extreme weather has lasted since May"),
    ),
    ("The men, who've asked twice, left.", (None, "The men have asked twice")),
    (
        "Ley has the top vehicle in Norland that is no truck.",
        (None, "The top vehicle in Norland is no truck"),
    ),
    ("I was told that the mill was shut.", (None, "The mill was shut")),
    ("Ley cheered the Wild, who improved to 4-2-1.", (None, "The Wild improved to 4-2-1")),
    (
        "The Americans wanted to land, but their helicopter was shot down.",
        (None, "The Americans' helicopter was shot down"),
    ),
    (
        "Some 13,000 troops remain in Arl, 18 years after Norland invaded the country.",
        (None, "Some 13,000 troops remain in Arl, 18 years after Norland invaded the country"),
    ),
    (
        "The crash comes a day after the rebels freed two men.",
        (None, "The crash comes a day after the rebels freed two men"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), STATED)
def test_who_said_it(text: str, claim: tuple[str | None, str]) -> None:
    assert claim in [(by if claim[0] else None, line) for by, line in stated(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Tom Ray said in a statement, “We are glad” at the news.",
        "Never before has wealth been under such an attack.",
        "Only rarely has the mill been closed in May.",
        "Either way, what the jurors do or don't say on the stage could be key if it fails.",
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    "text",
    ["The state cut its cost by 2030, helped by research.", "Oe left her intrigued and sad."],
)
def test_no_year_and_no_object_does_anything(text: str) -> None:
    assert len(stated(text)) == 1


def test_a_straight_mark_closes_what_a_curly_one_opened() -> None:
    text = (
        'Edmunds said sales fell. “The end of May is a good time," Jess Cole, its director '
        "of research, said in a statement."
    )
    assert ("Jess Cole", "The end of May is a good time") in stated(text)


def test_an_adjective_of_a_people_keeps_its_capital() -> None:
    found = propose("German officials met in Ley, police said.", engine="rules", language="en")
    assert "Police said that German officials met in Ley" in [c.statement for c in found]
