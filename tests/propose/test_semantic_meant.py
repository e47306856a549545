"""Whom and what pronouns and roles mean, and which of them stay as they are."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The Kelder Group was founded in 1990. The group's Corran office declined to comment.",
            "The Kelder Group's Corran office declined to comment",
        ),
        (
            "The Kelder Group was founded in 1990. The group's chairman left in May.",
            "The Kelder Group's chairman left in May",
        ),
        (
            "Norvik Bank, a Finnish lender, lost $3m in May. The bank's Oslo office was shut on "
            "Friday.",
            "Norvik Bank's Oslo office was shut on Friday",
        ),
        ("The mayor of Arle says he expects a vote in May.", "The mayor of Arle expects a vote"
         " in May"),
        (
            "Ian Moss left on Friday. The chairman said he hired a new coach on Sunday.",
            "The chairman hired a new coach on Sunday",
        ),
        (
            "The firms met in Ley. Since May, Arland has tried to cut its debt under Ian Moss as "
            "much as with his deputies.",
            "Since May, Arland has tried to cut its debt under Ian Moss as much as with his "
            "deputies",
        ),
    ],
)  # fmt: skip
def test_a_name_or_role_is_whole(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Judge Nigel Pike told Rose Dunn he accepted that she had a bad back and had been "
            "signed off work by her doctor.",
            "Nigel Pike accepted that Rose Dunn had a bad back and had been signed off work by "
            "her doctor",
        ),
        (
            "Ian Moss, a baker from Ley, was jailed on Monday. Prosecutors say he burned his own "
            "shop for the insurance.",
            "Prosecutors say Ian Moss burned his own shop for the insurance",
        ),
        (
            "Tavis Orm published a paper. Orm noted that the views expressed in the paper are his "
            "own and not those of his employer.",
            "The views expressed in the paper are his own and not those of his employer",
        ),
        ("The coach said he would not reply.", "The coach said he would not reply"),
        ("Before it closed its mill, Arl Steel sold two ships.", "It closed its mill"),
        ("Arl Steel sold two ships. It closed its mill.", "Arl Steel closed its mill"),
        (
            "“It's too smelly here,” says a young man wearing a mask over his nose.",
            "A young man wearing a mask over his nose says: “It's too smelly here”",
        ),
        (
            "A man wearing a mask over his nose robbed a bank in Ley.",
            "A man wearing a mask over his nose robbed a bank in Ley",
        ),
        (
            "The man whose wife said his car was stolen has left.",
            "The man's car was stolen",
        ),
    ],
)
def test_no_name_is_half_written(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Carl Dunn was shot in Ley on Friday. He had no gun on him, police Sgt. Ian Moss told "
            "Channel Six.",
            "Carl Dunn had no gun on him",
        ),
        (
            "Akhat Rell has left the country. He's more interested now in his own image, said Yev "
            "Stratt, a blogger in Corran.",
            "Akhat Rell is more interested now in his own image",
        ),
        (
            "A driver was arrested on Monday. He had taken his car to a garage in Ley, Inspector "
            "Joe Hale said.",
            "The driver had taken his car to a garage in Ley",
        ),
        (
            "Carl Dunn left the club in May. His knee is bad, Ian Moss, the coach, told reporters.",
            "Carl Dunn's knee is bad",
        ),
        (
            "Ian Moss runs a bakery in Corran. Prices have doubled. He would rather close than "
            "sell, Moss said.",
            "Ian Moss would rather close than sell",
        ),
        (
            "The bridge was shut on Monday. He would rather walk than drive, said Ian Moss, a "
            "baker in Corran.",
            "Ian Moss would rather walk than drive",
        ),
    ],
)
def test_who_is_new_tells_of_another(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Kathleen Dunn, a former governor of Arland, toured Ley. The governor said the storm "
            "cost millions.",
            "The governor said the storm cost millions",
        ),
        (
            "The then coach, Ian Moss, left in 2010. The coach had a bad year.",
            "The coach had a bad year",
        ),
        (
            "Judge Ann Oe and Judge Carl Dunn heard the case. The lawyer cited Oe's order. The "
            "judge called it a wreck.",
            "The judge called it a wreck",
        ),
        (
            "Judge Ann Oe and Judge Carl Dunn heard the case. Dunn asked about the van. The judge "
            "left at noon.",
            "Carl Dunn left at noon",
        ),
        (
            "Gov. Chris Pell visited Ley on Monday. The governor left at noon.",
            "Chris Pell left at noon",
        ),
        ("Sgt. Ann Oe arrested two men in Ley. The sergeant was hurt.", "Ann Oe was hurt"),
        (
            "The coach, Ian Moss, left on Monday. The coach had won two cups.",
            "Ian Moss had won two cups",
        ),
    ],
)
def test_an_office_of_two_stays_open(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "A man drew a pistol in a cinema in Ley. The Arle County Sheriff's office said it "
            "caused panic.",
            "It caused panic",
        ),
        (
            "Two trains collided in Ley on Friday. The ministry said it happened at noon.",
            "It happened at noon",
        ),
        (
            "A blast hit the port of Ley on Friday. The ministry said it destroyed six houses.",
            "The blast destroyed six houses",
        ),
        (
            "A fire broke out in Ley on Friday. Police said it started in a lift.",
            "The fire started in a lift",
        ),
        ("Arl Oil closed its port in May. Arl Oil said it caused the spill.",
         "Arl Oil caused the spill"),
        ("The firms met in May. These are old mills, and they need repair.", "They need repair"),
        ("The firms met in May. They are old, and they need repair.", "The firms need repair"),
    ],
)  # fmt: skip
def test_what_happened_is_no_office(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Ian Moss met Carl Dunn on Monday. The court stripped Dunn of his title.",
            "The court stripped Dunn of his title",
        ),
        (
            "Ian Moss spoke on Monday. The panel asked where to draw the line between safety and "
            "not depriving Legg of his liberty.",
            "The panel asked where to draw the line between safety and not depriving Legg of his "
            "liberty",
        ),
        (
            "All students sat the test. The report calls for universities to toughen their "
            "requirements for entry.",
            "The report calls for universities to toughen their requirements for entry",
        ),
        (
            "Carl Dunn was found dead on Sunday. John McArn said he was hiding from police who he "
            "claims are out to kill him.",
            "John McArn was hiding from police who he claims are out to kill him",
        ),
        (
            "Robert Legg was jailed on Friday. David Ryb, a lawyer, said in court that the terms "
            "imposed on Legg are tied to his criminal conduct.",
            "The terms imposed on Legg are tied to his criminal conduct",
        ),
        (
            "The firm won the vote on Friday. It was a decision that was bound to attract its "
            "fair share of critics.",
            "It was a decision that was bound to attract its fair share of critics",
        ),
        (
            "Ian Moss left on Friday. Emma Dunn said he told her that police had sued him.",
            "Police had sued Ian Moss",
        ),
        (
            "Carl Dunn was jailed on Friday. Ian Moss said the police had lost his file.",
            "The police had lost Ian Moss's file",
        ),
    ],
)
def test_whose_it_is_stands_beside_it(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Carl Dunn was shot in Ley on Friday. He had no gun on him, police Sgt. Ian Moss told "
            "Channel Six.",
            "Police Sgt. Ian Moss told Channel Six that Carl Dunn had no gun on him",
        ),
        (
            "Akhat Rell has left the country. He's more interested now in his own image, said Yev "
            "Stratt, a blogger in Corran.",
            "Yev Stratt said that Akhat Rell is more interested now in his own image",
        ),
        (
            "John Pell ran a firm in Corran. According to reports, he sold it for $9 million.",
            "According to reports, John Pell sold it for $9 million",
        ),
        (
            "The tunnel was shut on Friday. It will stay shut for a month, the council said.",
            "The council said that the tunnel will stay shut for a month",
        ),
        ("Ann Oe runs a mill. She will sell it, she said.", "Ann Oe said that she will sell it"),
        (
            "Ian Moss runs a bakery in Corran. He would rather close than sell, Moss said.",
            "Moss said that he would rather close than sell",
        ),
    ],
)
def test_whom_another_tells_it_of_is_named(text: str, claim: str) -> None:
    assert claim in statements(text)
