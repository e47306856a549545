"""Lists that stay whole, verbs whose "were" stands once, and words that belong to one another."""

from __future__ import annotations

import pytest
from stated import statements

pytest.importorskip("onnxruntime", reason="the extra semantic")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Around 70% of biology students, 38% of chemistry and economics students and 10% of "
            "engineering students did not have maths.",
            "Around 70% of biology students, 38% of chemistry and economics students and 10% of "
            "engineering students did not have maths",
        ),
        ("Windows were broken, tyres slashed and a car set alight.", "A car was set alight"),
        ("Windows were broken, tyres slashed and a car set alight.", "Tyres were slashed"),
        ("Two people were killed, three injured and a car set alight.", "Three were injured"),
        (
            "Trees were felled, roofs torn off and 4,000 homes left without power.",
            "4,000 homes were left without power",
        ),
        (
            "They did not meet tests set by the army and required under the contract.",
            "Tests were required under the contract",
        ),
        (
            "Voters rejected a plan drawn up by the council and backed by the mayor.",
            "A plan was backed by the mayor",
        ),
        ("Also in the file were 40 letters and a map.", "In the file were 40 letters and a map"),
        (
            "Kathleen Blan, the governor of Marn when the storm struck the state in 2005, left.",
            "Kathleen Blan was the governor of Marn when the storm struck the state in 2005",
        ),
        (
            "Protesters left the city of Ningo, scene of violent demonstrations, on Monday.",
            "The city of Ningo was the scene of violent demonstrations",
        ),
        (
            "Sales were up 21%, to 7.593 trillion won from 6.269 trillion won.",
            "Sales were up 21%, to 7.593 trillion won from 6.269 trillion won",
        ),
        (
            "Officials refused to honour the Israelis killed in Munich 40 years ago.",
            "The Israelis were killed in Munich 40 years ago",
        ),
        ("The firm, which’s based in Ley, closed.", "The firm is based in Ley"),
        ("Ann Oe, who's worked there since May, left.", "Ann Oe has worked there since May"),
        (
            "The union crews, the source said, are free to come, yet the others are held back.",
            "The source said that the union crews are free to come, yet the others are held back",
        ),
        (
            "The cap was worked out in a deal a year ago and made part of the 2011 act.",
            "The cap was made part of the 2011 act",
        ),
        (
            "Two men allegedly hit him and took his phone.",
            "Two men allegedly took his phone",
        ),
        (
            "The coroner said two men were taken to area hospitals, where they later died: Jess "
            "Ghaw, 24, and Ver Moser, 6.",
            "Two men were taken to area hospitals",
        ),
        (
            "Whenever there's a crash, drivers often assume that the road is shut.",
            "Whenever there's a crash, drivers often assume that the road is shut",
        ),
        (
            "They were waiting until last Friday, when the call came through.",
            "The call came through last Friday",
        ),
        (
            "Norway, which joined in March, will hold a vote this year, officials say.",
            "Officials say that Norway, which joined in March, will hold a vote this year",
        ),
        (
            "The team will engage with and seek views from owners, crofting bodies, planning "
            "bodies and others.",
            "The team will seek views from owners, crofting bodies, planning bodies and others",
        ),
        (
            "Brunn bought the mill in May. However, it is a different story for the port.",
            "It is a different story for the port",
        ),
        (
            "Officers in Arl are looking for an aunt after the 13-month-old was found to be ill.",
            "The 13-month-old was found to be ill",
        ),
        (
            "Brunn, long the dominant force in phones, closed.",
            "Brunn was long the dominant force in phones",
        ),
        ("The problem is that the dam leaks.", "The dam leaks"),
        (
            "Four were held after a deadly shooting at a Colo theater showing the film.",
            "A Colo theater showed the film",
        ),
        (
            "The jet was built by F-35 maker Lock Mart. It sold 40. The firm has 90 mills.",
            "Lock Mart has 90 mills",
        ),
        ("The team spent £3 million and won a cup.", "The team won a cup"),
    ],
)
def test_it_is_told(text: str, told: str) -> None:
    assert told in statements(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("There are phones that connect, he said, but do not allow calls.", "There do not"),
        ("Oe was charged with murder, theft, possessing a knife and arson.", "Murder"),
        (
            "Oe was tried on charges of murder, theft, possessing a knife and arson.",
            "harges of murder, theft possessed",
        ),
        ("Brunn, the second-largest maker of screens, supplies banks.", "Brunn supplies\n"),
        ("Oe is survived by her aunt, Tam Ley, her mother, Joy; and her sister, Bea.", " is her "),
        ("The team will engage with and seek views from owners.", "with seek"),
        ("The team will engage with and seek views from owners.", "engage with\n"),
        ("The firm has one aim: selling more cars.", "sells"),
        ("Guards held Thur Beck and Ed Mons, its chief and its clerk, respectively.", "is its"),
        ("The hope is that the cuts won't happen.", "\nThe cuts"),
        ("A crash at a plant killing four closed it.", "A plant killed"),
        ("He might own a car that was stolen in May.", "A car was stolen"),
        (
            "The management has to get capital, otherwise the company will not fly.",
            "\nThe company will not fly",
        ),
        ("Other attacks are possible, for example by opening any file.", "attacks open"),
        ("“The minister has to go,” Ann Oe said.", "has to go"),
        ("“This cannot be allowed to happen again,” Ann Oe said.", "allowed"),
        ("“It's time the council listened to people,” Ann Oe said.", "time"),
        ("“What matters now is that they get answers,” Ann Oe said.", "matters"),
        ("“We look forward to welcoming visitors in May,” Ann Oe said.", "look forward"),
    ],
)
def test_it_is_not_told(text: str, part: str) -> None:
    assert part not in "".join(f"{line}\n" for line in statements(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“Patients have to wait outside,” Ann Oe said.", "Patients have to wait outside"),
        ("The road was made in May.", "The road was made in May"),
        ("Oe's club, which promotes local causes, has 90 members.", "promotes local causes"),
        ("Brunn, which sold medical supplies, closed in May.", "Brunn sold medical supplies"),
        ("It is the third time that the bridge has shut.", "It is the third time"),
        ("Shops were closed and streets quiet.", "Shops were closed and streets quiet"),
        ("They were hurt, tired and hungry.", "They were hurt, tired and hungry"),
    ],
)
def test_what_only_looks_like_it_stays(text: str, told: str) -> None:
    assert any(told in line for line in statements(text))
