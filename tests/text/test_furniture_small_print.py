"""The small print of a page, captions, boxes, and story lines that look like them."""

import pytest

from workbench.propose import propose
from workbench.text.furniture.find import dateline_end, furniture
from workbench.text.furniture.site import is_talk

BEFORE = "The tram company of Ostrel bought nine trams on Monday for 40 million crowns."
AFTER = "The first tram ran in 1911 and carried 900 people a day until the war."

DIRT = """
Newsletters may contain details about charities, adverts, and content paid for by outside parties.
Privacy Notice: Our emails may include offers. We use a captcha to protect the form.
We want our comments to be a friendly part of the town - a place where readers can talk.
Pseudonyms will no longer be allowed under any story.
By posting a comment, you agree that we may print it in whole or in part.
Please note that we do not endorse what readers write.
Comments on this story are moderated according to our rules. Comments are welcome while open.
We reserve the right to close comments at any time.
Those who wish to comment must register first.
Replies to this comment are hidden.
812 votes cast. This poll is now closed.
Something went wrong, please try again later.
NEWYou can now listen to Ostrel Post articles!
Save articles to your list and come back to them later.
Data is delayed at least 15 minutes.
This article has been reviewed according to the Post's editorial process and policies.
Editors have highlighted the following attributes while ensuring its credibility:
This work is licensed under a Creative Commons Attribution 4.0 International License.
The original content of this program is licensed under a Creative Commons License.
This document is subject to copyright. No part may be reproduced without permission.
The content is provided for information purposes only.
Copyrights(c) Ostrel News Agency. Reproduction and redistribution prohibited.
This is a rush transcript. Copy may not be in its final form.
Ada Penn does not work for, consult, own shares in or receive funding from any company.
Ada Penn has disclosed no relevant affiliations beyond the university.
University of Ostrel provides funding as a member of The Debate.
Our fact-checks are funded by a grant. The funder has no say over what we publish.
This is part of the agency's ongoing effort to address false claims that spread online.
Nothing on this page is a recommendation to buy or sell.
This is a weekly roundup delivered on Fridays.
The Tram Briefing newsletter delivers the main stories. Sign up to get it every weekday.
This website and associated newspapers adhere to the code of the press council.
More than 5,000 readers have already pitched in to keep our reporting free.
We rely on contributions from our readers to do our work.
The Post is a nonprofit newsroom. We rely on gifts from people like you.
Learn more about the tram week, the event that brings all drivers together.
Ostrel (4-4-2): Hale; Pryce, Dunn, Cole, West; Ray, Finn, Kerr; Lane. Subs not used: Tate.
Mayor Ida Lund speaks at the depot in Ostrel on May 14, 2024.
Firefighters battle a blaze at the old mill on Tuesday, May 7, 2024.
Ostrel's town hall is seen in this undated photo.
This photo, taken July 1, 2024, shows trams at the depot, 3 kilometres south of the town.
The main street was under two metres of water. (Supplied: Ostrel Council)
The boat was found 300 miles from shore. (Norland Coast Guard)
‘She was left in the cold’: Ida Lund with her daughter. Photograph: Tom Pell/The Post
More follows.
This post is also available in: Ostrelian
READ: Opposition holds rally in Ostrel
""".strip().splitlines()

STORY = """
Newsletters sent by the party reached 40,000 homes.
The newsletter may contain false claims, the regulator warned.
Comments on the site are checked by a firm in Manila.
The polls closed at ten, and 812 votes were cast by post.
Something went wrong with the rocket's second stage, the agency said.
You can now buy the drug without a prescription in Ostrel.
Data are delayed by up to three hours because of the strike.
To encourage debate, the council will publish all comments it receives.
Anyone who wishes to comment must write to the council by 5 May.
The brand is licensed under the name Oxtram in four countries.
No part of the bridge was damaged.
The article was reviewed by two lawyers, the paper said.
By submitting false invoices, the firm stole 2 million crowns.
By posting the video, the minister broke the law, a judge ruled.
Readers can log in to see the documents, which the paper got in May.
Our series on the prison won a prize in 2019.
The funder, a bank, has no say in the choice of artists.
Supporters have given the club 2 million crowns.
The Tribune is a nonprofit newsroom that won two prizes.
Referee Sam Hollow sent off two players.
Attendance fell by 4 percent to 12,000.
The board meets in Ostrel on March 4, 2026.
The museum celebrates its centenary on June 3, 2025.
The law takes effect on January 1, 2026.
The photo, taken on 3 May 2021, shows the minister at a party.
Police have arrested two men over the theft. (The Guardian)
More details followed on Tuesday, when the firm published its accounts.
""".strip().splitlines()


def _article(line: str) -> str:
    return f"{BEFORE}\n\n{line}\n\n{AFTER}\n\nIt rained on Tuesday in the whole of the county."


@pytest.mark.parametrize("line", DIRT)
def test_small_print_is_furniture_and_gives_no_claim(line: str) -> None:
    text = _article(line)
    start, end = text.index(line), text.index(line) + len(line)
    marked = [(p.start, p.end) for p in furniture(text) if p.start < end and start < p.end]
    assert marked == [(start, end)]
    found = propose(text, engine="rules", language="en")
    assert not [c.statement for c in found if c.start < end and start < c.end]
    assert {c.start for c in found} >= {text.index(BEFORE), text.index(AFTER)}


@pytest.mark.parametrize("line", STORY)
def test_story_is_no_small_print(line: str) -> None:
    assert furniture(_article(line)) == []
    assert not is_talk(line)


def test_who_wrote_it_stands_below_her_name() -> None:
    bio = "Mandy Cole is an investigative reporter who joined the Post in 2015. She won two prizes."
    more = "The paper was sold in May to a bank in Leeds, which kept its name."
    text = f"{BEFORE}\n\n{AFTER}\n\nMandy Cole\n{bio}\n\n{more}\n\n{BEFORE[:-1]}, he said.\n"
    kinds = {text[p.start : p.end]: p.kind for p in furniture(text)}
    assert kinds.get(bio) == "byline"
    assert more not in kinds
    baker = "Mandy Cole is a baker who joined the council in 2015. She won two prizes."
    kinds = {text[p.start : p.end]: p.kind for p in furniture(text.replace(bio, baker))}
    assert baker not in kinds


def test_a_firm_tells_of_itself_below_its_name() -> None:
    own = "The Tram League is the largest union of tram drivers in the world."
    text = f"{BEFORE}\n\n{AFTER}\n\n{BEFORE[:-1]}, it said.\n\nAbout the Tram League\n\n{own}\n"
    assert own in {text[p.start : p.end] for p in furniture(text)}
    assert own not in {text[p.start : p.end] for p in furniture(f"About the Tram League\n\n{own}")}


def test_one_small_letter_joins_no_long_lines() -> None:
    long = (
        "Astronomers have found a planet that orbits its star in only nine hours, and they will "
        "look for others with the same telescope."
    )
    credit = "Image by Tom Pell, University of Ostrel and three others in the south"
    text = f"{credit}\n{long}\nfact-checked\n{BEFORE}\n"
    assert long not in {text[p.start : p.end] for p in furniture(text)}
    assert [c for c in propose(text, engine="rules", language="en") if "planet" in c.statement]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Health | Doctors in the north have accepted a pay rise.", "Doctors in"),
        ("Nagar: Police have arrested three men.", "Police have"),
        ("Varland: Police find stolen painting in attic", "Varland:"),
        ("Smith: The plan was dropped in May.", "Smith:"),
        ("Yuki Farrant | 14 October", "Yuki"),
    ],
)
def test_a_label_is_no_part_of_the_sentence(line: str, left: str) -> None:
    assert line[dateline_end(line, 0) :].startswith(left)


def test_a_headline_with_a_label_gives_no_claim() -> None:
    for line in ("World | Storm kills four people in the south", "Varland: Police find painting"):
        text = f"{BEFORE}\n{line}\n{AFTER}\n"
        found = propose(text, engine="rules", language="en")
        assert not [c for c in found if len(BEFORE) < c.start < text.index(AFTER)]
    told = "Health | Doctors in the north have accepted a pay rise of 6 percent."
    found = propose(f"{BEFORE}\n{told}\n{AFTER}\n", engine="rules", language="en")
    assert any(c.statement.startswith("Doctors in the north have") for c in found)
