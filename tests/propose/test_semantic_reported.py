"""Where "that …" belongs: to who tells it, not to who hears it or to where it is told."""

from __future__ import annotations

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from workbench.propose import propose


def stated(text: str, kind: str = "clause") -> list[str]:
    found = propose(text, engine="semantic", language="en", furniture=())
    return [c.statement for c in found if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The treasurer informed the inquiry that the trust had kept no such lists since 2012.",
            "The trust had kept no such lists since 2012",
        ),
        (
            "A former manager assured the hearing that patients were being moved in time.",
            "Patients were being moved in time",
        ),
        (
            "The colonel told a jury of six men and six women that the minister had read the note.",
            "The minister had read the note",
        ),
        (
            "The panel heard from a midwife that beds had been empty for months.",
            "Beds had been empty for months",
        ),
        (
            "The water board said in an email to households that refunds would be paid in May.",
            "Refunds would be paid in May",
        ),
        ("The senator wrote on X that talks had begun.", "Talks had begun"),
        (
            "The drummer posted on Instagram that the concert had been called off.",
            "The concert had been called off",
        ),
        ("Nurses say that the ward is clean but that gloves are short.", "Gloves are short"),
        (
            "Mr Vask claimed, without offering proof, that 400 dead people had voted.",
            "400 dead people had voted",
        ),
        ("The data show imports fell 6% in June.", "Imports fell 6% in June"),
    ],
)
def test_what_was_told_is_a_claim_of_its_own(text: str, claim: str) -> None:
    assert claim in stated(text)
    assert not any(s.startswith("That ") for s in stated(text))


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Ms Rohn said that the council had refused to open the file, that it had broken the "
            "rules and that she would sue.",
            ["The council had refused to open the file", "The council had broken the rules"],
        ),
        (
            "Mrs Vell said the firm had lied, that she had letters and that she would sue.",
            ["The firm had lied", "Vell had letters", "Vell would sue"],
        ),
    ],
)
def test_what_is_listed_with_that_is_parted_and_none_of_it_is_left_out(
    text: str, claims: list[str]
) -> None:
    assert set(claims) <= set(stated(text))
    assert text[:-1] in stated(text, "attribution")


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The bank denied reports that it was planning to shut 90 branches.", "planning"),
        ("Reports that the captain was drunk have been dismissed by the ferry line.", "captain"),
        ("Rumours that the mill was bankrupt spread on Telegram on Monday.", "mill"),
        ("The firm dismissed a report that its chairman would step down.", "its chairman"),
        ("The board rejected a proposal that the pool be sold.", "the pool"),
    ],
)
def test_what_is_only_rumoured_or_denied_is_no_claim(text: str, never: str) -> None:
    whole = text[:-1]
    found = stated(text) + stated(text, "attribution")
    assert whole in found
    assert not any(never in s.lower() and s != whole for s in found)
    assert not any(whole.startswith(s) and s != whole for s in found)  # nor is it cut before it


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The letter that the council sent said that the lease had ended.",
            "The council sent the letter",
        ),
        ("The song that the critics praised was banned.", "The critics praised the song"),
        (
            "The gallery confirmed reports that the vase had been broken.",
            "The vase had been broken",
        ),
        (
            "The court papers that he signed show he was paid 9,000 euros.",
            "He was paid 9,000 euros",
        ),
        (
            "The mayor said that that bridge was shut and that those roads were dry.",
            "Those roads were dry",
        ),
    ],
)
def test_that_of_a_relative_clause_and_before_what_it_points_to_stays(
    text: str, claim: str
) -> None:
    assert claim in stated(text)


def test_the_hearer_that_is_described_is_still_told() -> None:
    text = "The prize that he was given by the king is lost."
    assert "The prize that he was given by the king is lost" in stated(text)
    told = "He told the committee the news that the mine would shut."
    assert "The mine would shut" not in stated(told)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("She went on to claim that the judge had been bribed.", "The judge had been bribed"),
        (
            "The mayor was quoted as saying that the town had run out of salt.",
            "The town had run out of salt",
        ),
        (
            "The court heard how the guard had hidden the gun under the stairs.",
            "The guard had hidden the gun under the stairs",
        ),
    ],
)
def test_what_somebody_goes_on_to_say_is_reported(text: str, claim: str) -> None:
    assert claim in stated(text)
    assert stated(text, "attribution") == [text[:-1]]


def test_what_somebody_goes_on_to_do_is_not() -> None:
    text = "The general went on to lead the army for ten years."
    assert stated(text) == [text[:-1]]
    assert stated(text, "attribution") == []


def test_the_jury_did_nothing_of_what_it_heard() -> None:
    text = "The jury heard how the two men had met in prison and planned the raid."
    assert "The two men planned the raid" in stated(text)
    assert not any(s.startswith("The jury planned") for s in stated(text))


def test_a_study_says_nothing_of_people_by_whom_it_says_which() -> None:
    text = "A trial found that people who slept less than six hours were more likely to fall ill."
    assert "People slept less than six hours" not in stated(text)
    others = "Workers who had joined the strike were sacked, the union said."
    assert "Workers had joined the strike" in stated(others)
