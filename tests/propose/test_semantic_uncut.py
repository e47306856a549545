"""No statement is cut before what it needs."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("LG Display, the world's second-largest panel maker by revenue after Samsung Electronics, "
         "supplies screens for Corvane's new phone.",
         "LG Display supplies screens for Corvane's new phone"),
        ("Rebel commander Mustapha Oe, who heads a unit called the Martyrs of Ley, said the lack "
         "of ammunition was a problem.",
         "Rebel commander Mustapha Oe heads a unit called the Martyrs of Ley"),
        ("Now, developers can test, from a single console, all three layers: the interface, the "
         "service layer and the database layer.",
         "Now, developers can test, from a single console, all three layers"),
        ("Ann Oe swam, at the age of nine, all the way to Sarr.",
         "Ann Oe swam, at the age of nine, all the way to Sarr"),
        ("The law will help property owners and businesses rebuild.",
         "The law will help property owners and businesses rebuild"),
        ("The law helped farmers, and fishermen lost out.", "The law helped farmers"),
        ("Oris said 95 percent of its sites were up and running.",
         "95 percent of Oris's sites were up and running"),
        ("Lund, who used two names, was arraigned on Tuesday on charges of murder, conspiracy, "
         "reckless endangerment, possessing an instrument of crime and fraud.",
         "Lund was arraigned on Tuesday on charges of murder, conspiracy, reckless endangerment, "
         "possessing an instrument of crime and fraud"),
        ("Police arrested Oe on charges of fraud, saying he had fled.", "Police said Oe had fled"),
        ("In 2010, the court vacated an order that required a convicted man to keep a daily log of "
         "Internet use.", "In 2010, the court vacated an order that required a convicted man to "
         "keep a daily log of Internet use"),
        ("Around 70% of the boys, 38% of the girls and 10% of the men did not pass the test.",
         "Around 70% of the boys, 38% of the girls and 10% of the men did not pass the test"),
        ("Teachers, nurses and drivers said they had not been paid since March.",
         "Teachers, nurses and drivers had not been paid since March"),
        ("Ann Oe, Tom Park and Kim Lund said they had lost 40 boats.",
         "Ann Oe, Tom Park and Kim Lund had lost 40 boats"),
        ("Ann Oe, Ley's mayor, and Kim Lund said the mill was shut.", "Ann Oe is Ley's mayor"),
        ("The ban was so strict that 40 shops closed.",
         "The ban was so strict that 40 shops closed"),
    ],
)  # fmt: skip
def test_it_is_whole(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("In the poll that observers criticized, the party appears to have furthered its grip on "
         "power.", "The party appears to have furthered its grip"),
        ("The institute called Oe and asked him to hold off using it, citing questions from the "
         "agency.", "The institute asked Oe to hold off"),
        ("Corvane, which builds and markets the device under the name Silent Lady, also declined "
         "to comment.", "Corvane markets the device under the name"),
        ("The disputes over the South Sea have become so intense, the prospect of open conflict is "
         "becoming more likely, a report says.",
         "The disputes over the South Sea have become so intense"),
        ("The panel is exploring where to draw the line between protecting the public and not "
         "depriving Legg of his liberty.",
         "The panel is exploring where to draw the line between protecting the public"),
        ("Judge Tom Oe criticized the government position that the Internet can be used to arrange "
         "illegal encounters.",
         "Judge Tom Oe criticized the government position that the Internet can be used"),
        ("The ministry said on Tuesday that it objected to a fleet of 29 fishing vessels, a cargo "
         "vessel and three other ships.", "The ministry objected to a fleet of 29 fishing vessels"),
        ("Costas denied a request by The Ley Press to speak further about his plans.",
         "Costas denied a request by The Ley Press to speak"),
        ("After four bad quarters, Oris delivered a net profit of 158.19 billion won for the "
         "quarter.", "Oris delivered a net profit"),
    ],
)  # fmt: skip
def test_it_is_not_cut(text: str, cut: str) -> None:
    assert cut not in statements(text)
