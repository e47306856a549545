"""What readers found wrong in statements: each was seen several times, and is mended in general."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

from stated import statements


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Norway chairs the eight-nation Polar Council. The council, set up in 1996, works by "
            "consensus.",
            "The Polar Council works by consensus",
        ),
        (
            "The studio lost money in May when it launched Vision+.",
            "The studio launched Vision+",
        ),
        (
            "“The moon needs roads,” said Mikael Sund, CEO and Founder of Ceres Works Inc.",
            "Mikael Sund is CEO and Founder of Ceres Works Inc",
        ),
        (
            "“We are joining a group of 14 bidders,” said Brent Lund, vice president of Advanced "
            "Programs at Blue Harbour.",
            "Blue Harbour is joining a group of 14 bidders",
        ),
        (
            "“It gives the car a new look,” said David Kerr, division vice president, Nissen "
            "Sales & Repairs at Nissen North America.",
            "David Kerr said: “It gives the car a new look”",
        ),
        (
            "The average price of a new truck or van sold in October was $41,640.",
            "A new truck or van was sold in October",
        ),
        (
            "She led key purchases, including Marvin Films, Lucas Sound and Bamtek, the firm that "
            "built the network.",
            "Bamtek built the network",
        ),
        (
            "The data can be shown on a handheld device, such as the Orin Myco 2 which is made "
            "for clinics.",
            "The Orin Myco 2 is made for clinics",
        ),
        (
            "The report tells of killings by the security forces, which have used live rounds "
            "since May.",
            "The security forces have used live rounds since May",
        ),
        (
            "The minister said the release “give[s] us hope for the talks”.",
            "The release “give[s] us hope for the talks”",
        ),
        (
            "The machine, ridden by Oihan Ekk, came up behind the riders at 78km/h.",
            "The machine came up behind the riders at 78km/h",
        ),
        (
            "Lettmark will meet Tessmark, the hosts, on Monday.",
            "Tessmark are the hosts",
        ),
        (
            "At the heart of the dispute are new rosters, introduced in September.",
            "At the heart of the dispute are new rosters",
        ),
        (
            "Among the survivors was Maryam, a nurse from Ley.",
            "Among the survivors was Maryam",
        ),
        (
            "In the cellar lie 400 crates of old files.",
            "In the cellar lie 400 crates of old files",
        ),
        ("Neither has replied so far.", "Neither has replied so far"),
        (
            "It is the result of a deal between the Tennis Federation and Kosmon, a group founded "
            "by a player.",
            "Kosmon is a group founded by a player",
        ),
        (
            "Of the 340 families asked, 212 said they had gone without a meal.",
            "Of the 340 families asked, 212 said they had gone without a meal",
        ),
        (
            "The work was paid for by the Health Fund and by Pulsa, a maker of trackers, which "
            "the authors say had no role in its design.",
            "Pulsa had no role in its design",
        ),
        (
            "Critics note that the agency has rarely used that power: Of 26 drugs sold without "
            "proof, only three have been pulled from the market.",
            "The agency has rarely used that power",
        ),
        (
            "Vardan, which borders on three countries, is not a member of the pact but has taken "
            "part in its patrols since 2014.",
            "Vardan borders on three countries",
        ),
        (
            "The firm that runs the awards, Dana Clark Productions, denies it.",
            "The firm is Dana Clark Productions",
        ),
    ],
)
def test_it_is_told(text: str, claim: str) -> None:
    assert claim in statements(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It is likely the mill will shut in May.", "^The mill will shut"),
        ("He owes 38,000 crowns in tax, not counting interest.", "^He (not|did not) count"),
        ("In Rudisk, population 61, opinion is divided.", "is population"),
        ("The phone has buttons, real ones, on both sides.", "ones"),
        ("She had not asked the one person who had seen measles, her own aunt.", "^Measles"),
        ("The crash comes a day after the rebels freed two hostages.", "a day$"),
        ("The protesters had no option but to come out and surrender.", "option$"),
        ("Hopefully they can mend the lock and offer a good ride soon.", "^They can"),
        (
            "Vans may have become the choice of most buyers, but that doesn't mean the saloon is "
            "dead.",
            "^Vans doesn't",
        ),
        (
            "Those in favour of a ban have said that Lund began the fight by hitting him.",
            "^Those have",
        ),
        ("The seats, the panel, as well as the wheel are all wrapped in leather.", "are the panel"),
        ("Not only is the game slow on Stadium, it runs at medium settings.", "^Not only [^,]*$"),
    ],
)
def test_it_is_not_told(text: str, wrong: str) -> None:
    found = statements(text)
    assert not any(re.search(wrong, statement) for statement in found), found
