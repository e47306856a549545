"""Who says it stays with what is told inside reported speech, and in one piece."""

from __future__ import annotations

import pytest
from stated import statements

from workbench import propose

pytest.importorskip("onnxruntime", reason="the extra semantic")


def told(text: str) -> dict[str, str | None]:
    """The statements of the claims that are shown, and who says each."""
    found = propose(text, engine="semantic", language="en")
    return {c.statement: c.attributed_to for c in found if c.kind != "phrase"}


@pytest.mark.parametrize(
    ("text", "claim", "speaker"),
    [
        ("Corvane said it is working on a plan which will be given to the regulator in June.",
         "A plan will be given to the regulator in June", "Corvane"),
        ("The minister said the firm had built a dam that flooded two villages.",
         "A dam flooded two villages", "The minister"),
        ("But Arl's approach has been matched by Norvia and Sarr, which are defending their "
         "claims and enlisting allies, the report said.",
         "Norvia and Sarr are enlisting allies", "The report"),
        ("Guards tackled Lee Park, 27, who had a backpack with him, according to The Ley Star.",
         "Lee Park had a backpack with him", "The Ley Star"),
        ("Ann Oe told reporters the mill, which opened in 1988, would close in May.",
         "The mill opened in 1988", None),
        ("Norvik, which opened in 1988, will close in May, Ann Oe said.",
         "Norvik opened in 1988", None),
        ("A source reported that crews are idled at the base by new rules, while unions deploy "
         "their staff in Ley.", "Unions deploy their staff in Ley", "A source"),
        ("Ann Oe said the two towns share bridges and railways, so cooperation makes sense.",
         "Cooperation makes sense", "Ann Oe"),
        ("Pat Lund told reporters on Thursday that the council has paid for it through March, "
         "but he doesn't know what the new council will give him.",
         "Pat Lund doesn't know what the new council will give him", "Pat Lund"),
        ("The bridge, argues the engineer Tom Oe, was never safe.", "The bridge was never safe",
         "The engineer Tom Oe"),
        ("The plan, recalls Ann Oe, was drawn up in 2009.", "The plan was drawn up in 2009",
         "Ann Oe"),
        ("The plan, signed by Ann Oe, was drawn up in 2009.",
         "The plan was drawn up in 2009", None),
        ("Ann Oe gave 40 firms a loan, “but some have closed since.”", "Some have closed since",
         "Ann Oe"),
        ("The Department for Pensions said Mary Lund had told staff she was too ill to work.",
         "Mary Lund had told staff she was too ill to work", "The Department for Pensions"),
        ("The Post wrote that Tom Oe acknowledged in an interview that he had sold the guns.",
         "Tom Oe had sold the guns", "Tom Oe"),
        ("Investigators said they knew Lund had poisoned Oe.", "Lund had poisoned Oe",
         "Investigators"),
        ("A handful of young men manned a barricade complaining that the council had never paid "
         "the subsidy.", "The council had never paid the subsidy", "A handful of young men"),
        ("The mayor sent a letter saying that the bridge had been closed since May.",
         "The bridge had been closed since May", "a letter"),
        ("The coroner ruled the death a homicide, concluding that Lund died from a blood clot that "
         "lodged in her lung.", "A blood clot lodged in Lund's lung", "The coroner"),
    ],
)  # fmt: skip
def test_who_says_what_stands_inside(text: str, claim: str, speaker: str | None) -> None:
    found = told(text)
    assert claim in found
    assert found[claim] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The sub-committee said that 40 students had failed.", "The sub-committee"),
        ("Workers, security guards and outside suppliers all said that the plant had been "
         "expanded.", "Workers, security guards and outside suppliers"),
        ("Chief executive James Jeong said Friday weak global demand will cut sales.",
         "Chief executive James Jeong"),
        ("Ann Oe told reporters Friday new rules will take effect in May.", "Ann Oe"),
        ("The imam said Friday prayers would go on in Ley.", "The imam"),
        ("The vote was held in a “climate of fear,” Kim Oe, leader of a group of observers "
         "from the Council for Norland, said Monday.", "Kim Oe"),
        ('Ann Oe said lamp maker Corvane, long the largest in Ley, "has lost 40 percent of its '
         'buyers."', "Ann Oe"),
    ],
)  # fmt: skip
def test_the_speaker_is_in_one_piece(text: str, speaker: str) -> None:
    assert speaker in told(text).values()
    assert set(told(text).values()) <= {speaker, None}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ('By 2030, Ann Oe said, "two-thirds of the workforce will own a phone."',
         "By 2030, two-thirds of the workforce will own a phone"),
        ('In 2009, Ann Oe said, "the mill is lost."', "Ann Oe said in 2009: “the mill is lost”"),
        ("The next day, in a speech at Ley, Tom Oe promised, “The council will undo all 40 cuts,” "
         "a pledge he has often repeated.",
         "Tom Oe promised the next day in a speech at Ley: “The council will undo all 40 cuts”"),
        ("“All of the trends are falling,” said the report, titled “Up the Sea.”",
         "The report said: “All of the trends are falling”"),
        ("“All of the trends are falling,” said the report, titled “Up the Sea.”",
         "The report was titled “Up the Sea”"),
        ("New Delhi: State Bank of Norvia, the lead bank to Corvane, on Tuesday raised its rates "
         "by two percent.", "State Bank of Norvia on Tuesday raised its rates by two percent"),
        ("(AP) NEW YORK - A crane fell on a house in Ley on Monday.",
         "A crane fell on a house in Ley on Monday"),
        ("The laboratory tested 40 samples before determining the cause of death.",
         "The laboratory determined the cause of death"),
        ("The firm may have sold a boat that sank in 2009.", "A boat sank in 2009"),
        ("Ann Oe contributed 400 crowns to the fund.", "Ann Oe contributed 400 crowns to the fund"),
        ("“Of course it can be sold abroad,” Oe wrote.",
         "Oe wrote: “Of course it can be sold abroad”"),
    ],
)  # fmt: skip
def test_around_the_tag(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        ("His lawyer today urged the appeals court to find that the restrictions go too far.",
         "The restrictions go too far"),
        ("The laboratory was waiting for results before determining the cause of death.",
         "The laboratory determined the cause of death"),
        ("The office, Oe responded, may have a device that reads sealed letters.",
         "A device reads sealed letters"),
        ("The panel is exploring where to draw the line between protecting the public and freeing "
         "Oe.", "The panel protects the public"),
        ("Lee Park covers politics for The Ley Star.",
         "Lee Park covers politics for The Ley Star"),
        ("Bree Oe contributed research.", "Bree Oe contributed research"),
        ("It gets worse.", "It gets worse"),
        ("In the end, it didn't matter.", "In the end, it didn't matter"),
        ("“Of course it can,” Oe wrote.", "Oe wrote: “Of course it can”"),
        ("There are a lot of things that we could do that would improve it, Oe said.",
         "There are a lot of things that we could do that would improve it"),
    ],
)  # fmt: skip
def test_what_is_not_stated(text: str, untrue: str) -> None:
    assert untrue not in statements(text)
