"""What a site says to its readers, one form a line, and story lines that look like it."""

import pytest

from workbench.propose import propose
from workbench.text.furniture.find import furniture
from workbench.text.furniture.site import is_talk

BEFORE = "The harbour council of Kalmora approved a third ferry line on Monday."
AFTER = "The first line opened in 1987 and carried 4,000 people a day until last week."

SITE = """
Allow Chatter content? This page contains content provided by Chatter. We need your permission.
To view this video, please accept marketing cookies.
Your browser does not support this player.
This video cannot be played.
Thanks for reading and for all your questions.
Stay with us for more from the harbour.
We'll bring you the latest from the council as we get it.
Good morning and welcome to our live coverage of the ferry vote.
I'm handing over to Lena Moor now.
Showing oldest posts first
Refresh the page for the newest posts.
Use of any materials of the agency is allowed only with a link to the source.
Republish this article for free under our licence.
This article was translated with the help of an AI tool.
This article is published under a licence that lets others reprint it.
Licensed under CC BY 4.0
This story was published from a syndicated feed.
40 euros pays for a week of meals. Give now
Your gift helps us keep reporting on the coast.
Independent journalism is funded by readers. Join us today.
Become a Post supporter for $2 a week.
Please consider making a donation.
The Post app now shows the tides. Press play.
Listen wherever you get your podcasts.
This episode was produced by Ann Other and mixed by Tom Pell.
In this week's episode, Ann Other talks to a ferry pilot.
Sponsored by Kalmora Savings Bank
Terms and conditions apply.
Prices were correct at the time of publication.
Take our weekly quiz on the harbour.
Poll closed
4,310 votes so far
Please keep your comments civil and on topic.
Comments may be removed if they break our rules.
For legal reasons, comments are closed on this story.
The Tarn Courier values your comments but kindly requests all posts are on topic.
Comments must be civil.
Relatives can call 0800 112 004.
Anyone who saw the van is asked to ring 0301 555 012.
Warning: this report contains images of a drowning.
Some readers may find the details distressing.
The Seafarers helpline is free on 0800 555 0101.
For more information, visit the website of the port.
Media contacts: press@port.example
The author owns no shares in the ferry line.
Ann Other holds no positions in the stocks mentioned.
The views expressed in this column are those of the author.
Nothing in this article is financial advice.
This is the second in a series on the coast.
From left: Ann Other, Tom Pell and Ines Faro on the quay.
Pictured is the old ferry, which sank in 1962.
The old ferry leaves the quay in 1962. Ann Other, Kalmora Post
Ann Other/Kalmora Post: The old ferry leaves the quay
KLM.X   40.10   -0.85 (-2.07%)   Delayed by 15 min
($1 = 9.8420 crowns)
Kalmora 14°C
PTI ABC DEF
Posted   3 May 2021   Origin   View original
Tickets from EUR 12. Book now!
""".strip().splitlines()

STORY = """
This page of the treaty was torn out in 1911.
The content was provided by a firm in Leeds.
To view the wreck, divers went down 40 metres.
The video could not be found, the court heard.
Good morning swims were banned in 2014.
Stay orders were issued by two courts on Monday.
The blog was closed by the police in 2019.
We closed the plant in 2011, and 40 men lost their jobs.
We will keep 40 boats in the port this winter.
Our ships carried 4,000 people last year.
You pay 40 euros for a ticket at the old port.
You must register a boat within 40 days of the sale.
A passport is required at the border.
A link between the two firms was found in 2019.
The use of materials such as lead was banned in 1998.
Licensed ferries carried 400 people in May.
The photos were released under a Creative Commons licence in 2012.
The texts were translated by a machine in 1954.
40 euros buys a ticket to the island and back.
$40 million will go to the ferry line.
A donation of 4,000 euros kept the museum open.
Local news reached 40,000 homes in 1987.
The app now has 4 million users.
The app can read the number of a passport.
The episode was watched by 4 million people.
The podcast was heard by 40,000 people.
In the latest edition of the atlas, the island is missing.
Supported by two unions, the strike began on Monday.
Sponsored by the state, the team won 14 medals.
Powered by two engines, the ferry reaches 40 knots.
Conditions applied to the loan in 2012 were dropped.
Prices were 4 percent higher when the port reopened.
Vote counting ended on Tuesday in all 40 towns.
Poll workers were paid 40 euros a day.
Comments must be made in writing within 40 days.
Warning: the word stood on 40 of the crates.
Readers may find the charter in the museum, which opened in 1962.
The helpline took 400 calls in May.
Warning signs were put up along 40 km of the coast.
For more information, detectives searched 40 houses.
The press office of the port has 14 staff.
The author was paid 40,000 euros for the book.
The author is a former skipper, who left the port in 1999.
The author has no licence and was fined 400 euros.
The bank holds shares in 40 companies.
The fund has stakes in the companies named by the court.
This is the second in a series of storms since May.
This is the third fire in a row at the port.
From the left, the party of Ann Voss lost 14 seats.
From left, a lorry hit the bus at the crossing.
Seen from above, the island has the form of a horse.
Shown at the fair in 1962, the ferry was sold in May.
The prize went to Ann Other, Tom Pell and Ines Faro.
Shares fell 0.85 crowns (-2.07%) on Monday.
It was 40°C in Kalmora on Monday.
PTI workers went on strike in May.
The port was told to stop. Boats were to register.
Unlike many other ports, ours was not dredged, and we lost trade.
Ann Other is a member of the council, which has 14 seats.
Parents give now and pay later under a scheme of 2012.
New! was the word on 40 of the crates.
The ferry is member-owned and has 400 members.
Exclusive rights were sold in May.
Media kits were found in 40 of the rooms.
This story is told by 40 sailors in the film.
The story describes the loss of 40 ships.
Residents can call 40 numbers in the valley without a charge.
Passengers were asked to ring a bell in 1998.
The posts are on the topic of the dam.
""".strip().splitlines()


def _article(line: str) -> str:
    return f"{BEFORE}\n\n{line}\n\n{AFTER}\n\nIt rained on Tuesday in the whole of the county."


@pytest.mark.parametrize("line", SITE)
def test_site_is_furniture_and_gives_no_claim(line: str) -> None:
    text = _article(line)
    start, end = text.index(line), text.index(line) + len(line)
    marked = [(p.start, p.end) for p in furniture(text) if p.start < end and start < p.end]
    assert marked == [(start, end)]
    found = propose(text, engine="rules", language="en")
    assert not [c.statement for c in found if c.start < end and start < c.end]
    assert {c.start for c in found} >= {text.index(BEFORE), text.index(AFTER)}


@pytest.mark.parametrize("line", STORY)
def test_story_that_looks_like_it_stays(line: str) -> None:
    assert furniture(_article(line)) == []


@pytest.mark.parametrize(
    "talk",
    [
        "Thanks for reading.",
        "Some background while we wait for the next briefing.",
        "Good morning and welcome to our live coverage.",
        "We'll bring you more as we get it.",
    ],
)
def test_talk_takes_no_news_behind_it_along(talk: str) -> None:
    text = _article(f"{talk} {AFTER}")
    assert furniture(text) == []
    assert is_talk(talk)
    found = propose(text, engine="rules", language="en")
    assert not [c for c in found if c.start < text.index(AFTER) and c.end > text.index(talk)]
    assert text.index(AFTER) in {c.start for c in found}


def test_several_sentences_of_talk_are_furniture() -> None:
    line = "We are closing this blog now. Thanks for reading and for your messages."
    text = _article(line)
    assert [text[piece.start : piece.end] for piece in furniture(text)] == [line]


def test_a_voiced_confidence_is_a_hope() -> None:
    text = "Ilse Tamm expressed confidence that the ties would be strengthened. The talks ended."
    found = propose(text, engine="rules", language="en")
    assert [c.statement for c in found if c.kind == "clause"] == ["The talks ended"]
    vote = "The government lost a confidence vote on Monday."
    assert any(c.kind == "clause" for c in propose(vote, engine="rules", language="en"))


BIOS = """
Ida Holm has reported from Vess since 2011.
Ida Holm is a freelance journalist who writes about the sea.
Dr Tom Ree teaches law at Kell University. His book, The Tide, is out in May.
Ola Berg spent six months reporting this story.
The writer is director of the Kell Institute.
Ola Berg is the author of "The Tide".
Ola Berg, energy editor, has covered oil and gas for 20 years.
Ola Berg is based in Kell.
Ola Berg has covered schools for the Post since 2019. She lives in Kell with a parrot.
Ola Berg joined the site in 2017 after ten years at sea.
BERG covers ports and fishing in Vess and its islands.
""".strip().splitlines()
LIKE_BIOS = """
The author of the report is under investigation by the police.
Ola Berg is based in Kell and was arrested on Monday.
Ola Berg, a former reporter, has been charged with fraud.
Ida Holm has written to the minister since May.
Ola Berg is a reporter who was shot in Kell in 2019.
Ola Berg has covered the roof for the council since May, and was paid 400 euros.
Ola Berg joined the board of the port in 2017 after a vote.
NATO covers the cost of 40 radars in Vess.
""".strip().splitlines()


def _last(line: str) -> list[str]:
    text = f"A ferry is bought\n\n{BEFORE}\n\n{BEFORE} It sails.\n\n{AFTER}\n\n{line}\n"
    return [piece.kind for piece in furniture(text) if piece.start == text.index(line)]


@pytest.mark.parametrize("line", BIOS)
def test_who_wrote_it_stands_at_the_end(line: str) -> None:
    assert _last(line) == ["byline"]


@pytest.mark.parametrize("line", LIKE_BIOS)
def test_who_is_spoken_of_at_the_end_is_no_author(line: str) -> None:
    assert _last(line) == []
