"""The foot of a page, teasers, boxes and dated captions, and story lines that look like them."""

import pytest

from workbench.text.furniture.find import furniture

BEFORE = "The tram company of Ostrel bought nine trams on Monday for 40 million crowns."
AFTER = "The first tram ran in 1911 and carried 900 people a day until the war."

DIRT = """
The material on this site may not be reproduced, except with written permission of the Post.
This material may not be published, broadcast, rewritten, or redistributed.
The contents of this site are ©2021 Ostrel Publishing Corp.
Use of this site constitutes acceptance of our user agreement.
This copy is for your personal, non-commercial use only.
Opinions expressed by Ostrel Post contributors are their own.
Trains is part of Ostrel Media Inc, an international media group and leading digital publisher.
Some posts on ostrelpost.com may contain affiliate links.
The Post may earn a portion of sales from products that are purchased through our site.
Members get full access to our articles and the magazine.
All market data delayed 20 minutes.
Nobody covers Ostrel and the surrounding villages like the Post.
Start your day with the Tram Letter.
Community rules apply to all content you upload.
This story has been shared 4,976 times. 4,976
Your email address will not be published.
You may revoke this consent at any time.
The cookie settings on this website are set to allow cookies.
Send us tips and suggestions.
The Post moderates comments to keep the talk civil.
As you comment, please be kind to others.
The Post reserves the right to close a story's comment section at any time.
The administration has the right to delete a user's account without notice.
The Post is committed to publishing a diversity of letters to the editor.
We've detected you are on an old browser.
Escape will cancel and close the window.
We are having some technical difficulties. Try again later.
This story has been adapted from its original source.
Gov. Ida Lund, left, speaks with a driver during a stop, Tuesday, Nov. 19, 2019, in Ley, N.D.
Ostrel's Ada Penn (29) puts the ball past Tom Pell during a game in Ley, Tuesday, Nov. 19, 2019.
Ida Lund and Tom Pell shake hands in Ley Wednesday, Nov. 20, 2019. Pell is on a visit to the town.
Ida Lund, pictured at the tram depot in 2018, when she was a driver.
This illustration shows how the tram would look.
The tram rose above the bridge in May, six hours after the flood. (Source: Ostrel Trams)
Rails survive the winter in the hills, like those of Ley and Arl. ( ADA PENN/TRAM PHOTO LIBRARY)
She asked for a big win and did not get it.Credit...Ada Penn/The Ostrel Post
""".strip().splitlines()

STORY = """
The judge ruled that the letters may not be published.
Workers may receive a share of the profits.
Members get full voting rights after two years.
The administration has the right to build the wall, the court ruled.
Engineers said that something went wrong with the brakes.
The video has been shared 28,000 times since May.
This post has been shared more than 4,000 times.
The views expressed by the senator are his own, the party said on Monday.
The law takes effect on Monday, Jan. 6, 2020.
The museum puts nine trams on show on May 14, 2024.
Ida Lund, pictured with her son, was killed on Monday.
This photo shows a flood in Ley in 2012 and none in Ostrel.
Quotes provided by three builders ranged from 4 to 9 million crowns.
Your town is one of nine that lost a tram in the war.
Nobody covers the cost of the trams but the town.
Send-offs were held in nine towns on Monday.
""".strip().splitlines()


def marked(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in furniture(text)]


@pytest.mark.parametrize("line", DIRT)
def test_the_foot_of_a_page_is_furniture(line: str) -> None:
    assert line in marked(f"{BEFORE}\n\n{line}\n\n{AFTER}\n")


@pytest.mark.parametrize("line", STORY)
def test_what_looks_like_it_is_story(line: str) -> None:
    assert marked(f"{BEFORE}\n\n{line}\n\n{AFTER}\n") == []


BODY = "\n\n".join(f"{BEFORE[:-1]} {number} times. {AFTER}" for number in range(9))


def test_nothing_of_the_story_follows_whose_page_it_is() -> None:
    foot = ["© 2021 Ostrel Media", "The Post is a subsidiary of Ostrel Media.", "Ley lost a tram."]
    assert marked(f"{BODY}\n\n" + "\n\n".join(foot)) == foot
    above = f"{foot[0]}\n\n{foot[1]}\n\n{BODY}"
    assert foot[1] not in marked(above)


def test_lines_that_break_off_beside_each_other_are_teasers() -> None:
    lines = [
        "The mayor of Ley said that nine trams will be sold before the end of the…",
        "Police found a tram in the river ...",
        "Ostrel lost its last driver, and the trams now run without...",
    ]
    assert marked(f"{BODY}\n\n" + "\n".join(lines)) == lines
    assert marked(f"{BODY}\n\n{lines[0]}\n\n{BODY[:-1]} again.")[:1] != [lines[0]]


def test_whom_a_byline_names_is_told_of_anywhere() -> None:
    bio = "Ada Penn is a staff writer who covers trams. She has been at the Post since 2009."
    text = f"By Ada Penn\n\n{BODY}\n\n{bio}\n\nMore of the day\n\n{BODY.replace('nine', 'ten')}"
    assert bio in marked(text)
    assert bio not in marked(text.replace("By Ada Penn\n\n", ""))


def test_a_box_goes_on_while_it_tells_of_the_firm() -> None:
    box = ["About Corvane", "Corvane makes trams in Ley.", "Corvane has 900 workers in nine towns."]
    assert marked(f"{BODY}\n\n" + "\n\n".join([*box, "Nine trams were sold."])) == box
