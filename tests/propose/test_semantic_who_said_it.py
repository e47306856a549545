"""Who said it: what belongs to a report, who speaks, and quotations that stay in one piece."""

from __future__ import annotations

import pytest
from stated import statements

from workbench import propose

pytest.importorskip("onnxruntime", reason="the extra semantic")


def speakers(text: str) -> dict[str, str | None]:
    """Who says each claim that the queue shows, by its statement."""
    found = propose(text, engine="semantic", language="en")
    return {c.statement: c.attributed_to for c in found if c.kind != "phrase"}


@pytest.mark.parametrize(
    ("text", "claim", "speaker"),
    [
        (
            "Norland said it is bound to the pact, while the unions deny claims of violence.",
            "The unions deny claims of violence",
            None,
        ),
        (
            "The ministry reported that crews are idle, while unions send men to Arl.",
            "Unions send men to Arl",
            "The ministry",
        ),
        (
            "Both men claimed in May that they were being treated well and asked their "
            "governments for help.",
            "Both men asked their governments for help",
            None,
        ),
        (
            "At the palace, Oe said she had watched part of the hearing and slammed the inquiry "
            "as a farce.",
            "Oe slammed the inquiry as a farce",
            None,
        ),
        ("Oe said she had sold the house and moved to Arl.", "Oe moved to Arl", "Oe"),
        (
            "Colonel Jon Vint told deputies it was his duty to speak, as he fended off attacks on "
            "his record.",
            "Jon Vint fended off attacks on his record",
            None,
        ),
        (
            "The bank said profits fell, as customers closed their accounts.",
            "Customers closed their accounts",
            "The bank",
        ),
        (
            "Oe explained that the file had been lost, but after a search it had been made clear "
            "that a copy had survived because a clerk had kept one.",
            "A clerk had kept one",
            "Oe",
        ),
        (
            "Oe said Orbit employs 450 refugees, and he sees them every week.",
            "Oe sees the 450 refugees every week",
            "Oe",
        ),
        ("Oe said the mill works well, but critics disagree.", "Critics disagree", None),
        (
            "The minister said the bridge was open, but engineers had warned of cracks.",
            "Engineers had warned of cracks",
            None,
        ),
        (
            "Oe said he hoped the swap would lead to talks with the Orm League, who have long "
            "refused to negotiate.",
            "The Orm League have long refused to negotiate",
            None,
        ),
        (
            "Police said a man who has lived in Ley since 2001 had been arrested.",
            "A man has lived in Ley since 2001",
            "Police",
        ),
        (
            "Pike joked that he was not Alice Oe, the singer who opened the fair with a song.",
            "Alice Oe opened the fair with a song",
            None,
        ),
        (
            "Ana Oe said the ferry – built in Ley in 1988 – had been sold to a firm in Norland.",
            "The ferry was built in Ley in 1988",
            None,
        ),
        (
            "The mayor tried to suggest that the bridge had been closed for repairs.",
            "The bridge had been closed for repairs",
            "The mayor",
        ),
        (
            "Oe said that after long talks Ley had ruled the sale was lawful.",
            "After long talks Ley had ruled the sale was lawful",
            "Oe",
        ),
        ("Oe told the court she had sold the house.", "Oe had sold the house", "Oe"),
    ],
)
def test_a_clause_is_told_by_who_tells_it(text: str, claim: str, speaker: str | None) -> None:
    found = speakers(text)
    assert claim in found
    assert found[claim] == speaker


@pytest.mark.parametrize(
    ("text", "claim", "speaker"),
    [
        (
            "The gates had been left open, said another witness in the inquiry, former palace "
            "adviser Ana Pike.",
            "The gates had been left open",
            "Ana Pike",
        ),
        (
            "The gates had been left open, said one of the owners, retired nurse Ana Pike.",
            "The gates had been left open",
            "Ana Pike",
        ),
        (
            "The bus was late again, said a resident of Ley, Ana Oe, 43.",
            "The bus was late again",
            "Ana Oe",
        ),
        (
            "The bus was late again, said a nurse from Ley, a town in Arl.",
            "The bus was late again",
            "A nurse from Ley",
        ),
        ("The mills are shut, say experts.", "The mills are shut", "Experts"),
        (
            "“The trouble is, we tell clients all the time, they will pay twice,” Oe said.",
            "Clients will pay twice",
            "Oe",
        ),
        (
            "There has been news of a third book: Ada Pike is in talks to write it, according to "
            "the Ley Post.",
            "Ada Pike is in talks to write the third book",
            "The Ley Post",
        ),
        (
            "There has been news of a third book: Ada Pike is in talks to write it, according to "
            "the Ley Post.",
            "There has been news of a third book",
            None,
        ),
        (
            "Two mines were shut: one in Ley and one in Arl, according to the council.",
            "Two mines were shut: one in Ley and one in Arl",
            "The council",
        ),
        (
            "The mine was old — it had been dug in 1900 — and had flooded twice, according to the "
            "council.",
            "The mine was old",
            "The council",
        ),
        (
            "“The mill has been shut since May,” Oe said, telling reporters, “Two firms have "
            "offered to buy it.”",
            "Two firms have offered to buy it",
            "Oe",
        ),
    ],
)
def test_who_speaks_is_named(text: str, claim: str, speaker: str | None) -> None:
    found = speakers(text)
    assert claim in found
    assert found[claim] == speaker


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Norland is bound to the “two towns, one port” rule that gave Arl a court.",
            "The “two towns, one port” rule gave Arl a court",
        ),
        (
            "The mayor praised the “brave, tireless” crews of Arl.",
            "The mayor praised the “brave, tireless” crews of Arl",
        ),
        (
            'Closing the mill "is a blow to our town," Oe said.',
            'Closing the mill "is a blow to our town"',
        ),
        (
            'The actor noted that the shoot was "one of my favourite days of the year."',
            'The shoot was "one of my favourite days of the year"',
        ),
        (
            'Some mills "are too old," Oe said, and three will close in May.',
            "Three will close in May",
        ),
        (
            "“My brother and I bought the mill in 1988,” Jon Pike said.",
            "His brother and Jon Pike bought the mill in 1988",
        ),
        (
            "Arl’s “Lights. Out now.” campaign has been mocked since May, but Oe backs it.",
            "Arl’s “Lights. Out now.” campaign has been mocked since May",
        ),
        (
            "The “Give It Back” movement has 4,000 members in Norland.",
            "The “Give It Back” movement has 4,000 members in Norland",
        ),
        (
            "Oe, who called the sale a “Bad Idea” yesterday, opened the mill.",
            "Oe opened the mill",
        ),
        (
            "Oe said, “The mill is shut,” and left the room.",
            "Oe left the room",
        ),
        (
            "Oe said that the mill “is shut” and has no roof.",
            "The mill has no roof",
        ),
        (
            "“Two in five nurses have left,” according to Orm Aid, which surveyed 4,000 wards.",
            "Orm Aid surveyed 4,000 wards",
        ),
        (
            "The army said it had killed 12 fighters; a rebel spokesman put the number at two.",
            "A rebel spokesman put the number at two",
        ),
        (
            "The gain of the year is that the mines did not close and were sold.",
            "The mines were sold",
        ),
    ],
)
def test_a_quotation_stays_whole(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Residents were told that the water would be turned off on Friday.",
            "The water would be turned off on Friday",
        ),
        (
            "Pike is betting that he can win over a broad group of voters.",
            "He can win over a broad group of voters",
        ),
    ],
)
def test_what_nobody_says_is_not_stated(text: str, claim: str) -> None:
    assert claim not in statements(text)


@pytest.mark.parametrize(
    ("text", "claim", "speaker"),
    [
        (
            "Three people died, officials said, while the Orm Fire Service said two houses had "
            "burned.",
            "Two houses had burned",
            "the Orm Fire Service",
        ),
        (
            "Three people died, officials said, while the Orm Fire Service said two houses had "
            "burned.",
            "The Orm Fire Service said two houses had burned",
            None,
        ),
        (
            "The mill will close in May, Oe said, while its workers will move to Ley.",
            "The mill's workers will move to Ley",
            "Oe",
        ),
        (
            "According to Oe, the mill closed in May, but Pike said it was open.",
            "Pike said the mill was open",
            None,
        ),
        (
            "The mine is shut, said Oe, but she told reporters that it would open in May.",
            "The mine would open in May",
            "Oe",
        ),
        ("The firm, said Oe, lost $3m in May and will close.", "The firm will close", "Oe"),
        (
            "The bank said the ruling helped lenders and named Orbit as its top pick.",
            "The bank named Orbit as its top pick",
            None,
        ),
        (
            "The report said the rule hurt banks and cost them $3m.",
            "The rule cost banks $3m",
            "The report",
        ),
    ],
)
def test_another_says_the_rest(text: str, claim: str, speaker: str | None) -> None:
    found = speakers(text)
    assert claim in found
    assert found[claim] == speaker


@pytest.mark.parametrize(
    ("text", "claim", "speaker"),
    [
        (
            "The party’s leader said the vote had been stolen but gave no proof.",
            "The party’s leader gave no proof",
            None,
        ),
        (
            "Oe said the firm had lost money and paid no tax.",
            "The firm paid no tax",
            "Oe",
        ),
        (
            "Police said a man, 43, had been held, and appealed for witnesses.",
            "Police appealed for witnesses",
            None,
        ),
        (
            "Police said a man had been held and charged with theft.",
            "A man had been charged with theft",
            "Police",
        ),
        (
            "The men had fled, police said. Officers were called at 9pm, they added.",
            "Officers were called at 9pm",
            "Police",
        ),
        (
            "The company will cut 300 jobs, it said on Monday.",
            "The company will cut 300 jobs",
            "The company",
        ),
        (
            "Norland says it shot down two drones, while Arl says it lost none.",
            "Arl lost none",
            "Arl",
        ),
        (
            "The Orm Times quoted Oe as saying that the deal was “dead”.",
            "The deal was “dead”",
            "Oe",
        ),
        (
            "Guests say the inn “is always full”, but the owner, Ana Oe, says she “cannot afford "
            "more staff”.",
            "Ana Oe “cannot afford more staff”",
            "Ana Oe",
        ),
        (
            "Oe said the bridge, which “was never safe”, would be torn down.",
            "The bridge was never safe",
            "Oe",
        ),
        (
            "The court found Oe had lied, jailed him for 12 years and fined him $3m.",
            "The court jailed Oe for 12 years",
            None,
        ),
        (
            "The agency quoted an official as saying: “Forty people were hurt.”",
            "Forty people were hurt",
            "An official",
        ),
        (
            "The dam burst at 3am, police said, flooding 200 homes.",
            "The dam flooded 200 homes",
            "Police",
        ),
        (
            "Spending is key, Ana Oe said, offering the example of a recent plan.",
            "Ana Oe offered the example of a recent plan",
            None,
        ),
        (
            "Jon Pike said the deal was lawful, saying he trusted the courts to decide.",
            "Jon Pike trusted the courts to decide",
            "Jon Pike",
        ),
        (
            "The book says that Oe stole $3m; Oe says he did nothing wrong.",
            "Oe says he did nothing wrong",
            None,
        ),
        (
            "The inquiry heard that the firm, which denies wrongdoing, had been warned six times.",
            "The firm had been warned six times",
            "The inquiry",
        ),
        ("“I was told that the mill was safe,” Oe said.", "The mill was safe", "Oe"),
        (
            "The judge said Oe’s acts were “cruel, cold and planned” and jailed him for 12 years.",
            "The judge jailed Oe for 12 years",
            None,
        ),
    ],
)
def test_two_reports_are_parted(text: str, claim: str, speaker: str | None) -> None:
    found = speakers(text)
    assert claim in found
    assert found[claim] == speaker


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Oe said the mill would close but did not say when.", "Oe did not say when"),
        ("The council is to sell the mill, the Ley Post has learned.", "The Ley Post has learned"),
        (
            "Asked by the judge whether he knew Pike, Oe replied: “I met him once, in Ley.”",
            "Oe replied whether he knew Pike: “I met him once, in Ley”",
        ),
    ],
)
def test_what_says_nothing_is_left_out(text: str, claim: str) -> None:
    assert claim not in statements(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The mayor was blunt: “We lost $3m in May,” she said.", "She said: “We lost $3m in May”"),
        (
            "Oe said the mayor “recalled it well” and left.",
            "Oe said the mayor “recalled it well” and left",
        ),
        (
            'Noise is no "small thing," Oe said, but instead "part of who we are."',
            'Oe said that noise is no "small thing", but instead "part of who we are"',
        ),
        (
            "“We miss Ana,” Pike said, telling Oe, “you have been true to her.”",
            "Pike told Oe: “you have been true to her”",
        ),
    ],
)
def test_who_said_what(text: str, line: str) -> None:
    assert line in statements(text)
