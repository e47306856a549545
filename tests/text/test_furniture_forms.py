"""Many forms of dirt, one a line, and story lines that look like it; and no claim from the dirt."""

import pytest

from workbench.propose import propose
from workbench.text.furniture.find import furniture

BEFORE = "The harbour council of Kalmora approved a third ferry line on Monday."
AFTER = "The first line opened in 1987 and carried 4,000 people a day until last week."

DIRT = """
Getty Images A man in a cap stands beside a crane on the quay
The towers stand on the west bank. The picture was taken on Friday | Ola Marie Berg
This newspaper is a member of the Press Council. If you have a complaint, write to us.
This article will be updated as more becomes known.
A ferry leaves the old harbour at dawn on Tuesday. Photo: R. Blom / KNA
The old harbour, which closed in 1962. Photograph: Ines Faro/Picture Desk
Mayor Mina Voss speaks to the council, June 2023.  Dario Lind | Coastline | Images
Ruth Amsel in the tower in 1976. She once lived there. Credit...Estate of R. Amsel
(1/3) Passengers wait outside the terminal. REUTERS/Jon Aske
People queue for tickets in Kalmora on May 3. (AP Photo/Ann Other)
The ferry in a file photo. [Image: Kalmora Post]
The bridge in winter. Picture by Tom Pell.
Foto: Klaus Weber/dpa
Crédit photo : Anne Petit
Quelle: dpa
Fuente: EFE
Источник: ТАСС
Representational image
File pic of the harbour
A correction was made on Jan. 18, 2023: An earlier version gave the wrong year. It was 1969.
When we learn of a mistake, we acknowledge it with a correction.
(Corrects spelling of name in third paragraph)
(Adds details, quotes from minister)
We have updated this story to include a statement from the council.
If you spot an error in this story, write to us.
Have a view on what this piece says? Click here to write us a letter of up to 300 words.
Berichtigung: In einer früheren Fassung stand ein falsches Jahr.
This is a developing story and will be updated.
More to follow.
By JANE DOE, KALMORA
By Jane Doe in Kalmora and John Roe in Ostrava
By Jane Doe, Political Editor
By Jane Doe for The Kalmora Post
Von Anna Berg, Berlin
Par Jean Petit avec AFP
Door Piet de Vries
di Mario Rossi
Written by Tomasz Wilk on June 3, 2022 — Fact checked by Ada Moll
Medically reviewed by Ada Moll, Ph.D.
Last medically reviewed on June 2, 2022
Reporting by Sven Aho in Kalmora; additional reporting by Lucy Chan; editing by Nina Pell
(Reporting by Sven Aho; Editing by Tom Ford)
— Coastline’s Aki Brandt contributed to this report.
Coastline writer Petra Novak in Ostrava contributed to this report.
Jane Doe can be reached at jane.doe@post.example.
sd/lk/mr
10:14
14h05
10.14am GMT
5m ago
3 mai 2021 à 10h14
3. Mai 2021, 10:14 Uhr
3 de mayo de 2021 10:14 h
Publicado el 3 de mayo de 2021
3 maggio 2021 alle 10:14
Pubblicato il 3 maggio 2021
3 maja 2021, 10:14
Opublikowano: 3 maja 2021
3 mei 2021 om 10:14
Stand: 03.05.2021, 10:14 Uhr
3 мая 2021, 10:14
2021年5月3日 10:14
PUBLISHED WED, MAR 13 2024  9:05 AM EDT  |  UPDATED 3 HOURS AGO
Tue 18 Jun 2024 07.01 CEST – Last modified on Tue 18 Jun 2024 11.40 CEST
5 min read
3 MIN READ
Share full article      38
SKIP ADVERTISEMENT
Article continues below advertisement
Listen to this article · 6:12 min Learn more
Follow Coastline on LinkedIn
Don’t miss these stories from Coastline PRO
📩 Get the latest Kalmora news straight to your inbox – sign up to our newsletter here
Have you got a story? Email our newsdesk or call 01632 960 114.
Got a story? Call the newsdesk on 01632 960 118 or email news@post.example
Email: news@post.example
Tel: +44 1632 960 118
Comments: Our rules. We want our comments to be a lively and valuable part of our community.
Comments are closed.
Should ferries be free? Have your say in the comments below.
Disclosure: Coastline’s parent company holds a minority stake in the ferry line.
Disclaimer: The views expressed here are those of the author.
A version of this article appears in print on Jan. 19, 2023, Page 11. Order Reprints
Our Standards: The Coastline Trust Principles.
© 2021 The Kalmora Post
© Agence France-Presse
Copyright 2021 Coastline. All rights reserved. This material may not be rewritten.
We use cookies to improve your experience.
We value your privacy
Twitter post by @KalmoraPort: Our boats are on their way. Please share!
A post shared by Kalmora Port (@kalmoraport)
— Kalmora Port (@kalmoraport) May 3, 2021
View this post on Instagram
MAP: Where the ferries stop
TIMELINE: How the harbour was built
WATCH NOW: What the vote means for commuters (VIDEO 03:12)
[Read our 2004 interview with Ruth Amsel]
Read this article in Spanish
Lire aussi : Le port ferme ses portes
We hope you enjoyed this article. Support our journalism with a donation.
We may earn a commission when you buy through links on our site.
Tags: Harbour, Ferries, Council
Order Reprints | Today’s Paper | Subscribe
Follow us on Telegram for more updates
The Harbour Briefing newsletter brings the news of the port. Sign up here.
Markets: what moves the money, every weekday at 7. Enter your email address   Sign me up
A customer buys a ticket at the old terminal in January. (Ann Other/The Kalmora Post/File)
Officers carried cases out of the ferry on Saturday morning  PICTURE: KALMORA MEDIA
Open this photo in gallery: A ferry near Ostrava, where sensors hang. A. BERG/THE POST
Write to Ann Other at a.other@post.example. Comments have been turned off for this story.
The Post is not responsible for the content of external sites.
Correction 4 May: the ferry has 200 seats, not 300.
This interview has been edited for length and clarity.
Some names have been changed to protect their privacy.
This live blog is now closed.
We are closing this live page now.
That’s all from us today.
Note: Figures for 2020 are provisional.
The video below shows the ferry.
The Coastline Desk receives support from several foundations for its climate coverage.
Subscribers can read the full story.
All times are local.
Anyone with information should call 101, quoting reference 1187 of January 12.
Sign up to First Ferry: our free weekly email
""".strip().splitlines()

STORY = """
Share prices of the ferry line fell 3 percent on Monday.
Photo evidence shows that the boat was red.
Published in 2019, the report lists 40 firms.
By Monday evening, 40 people had signed the petition.
By 2019 the line had lost half of its passengers.
The picture by Rembrandt was sold for 3 million euros.
Edited by the museum's director, the book sold 4,000 copies.
Written by a committee of nine, the charter took effect in 1994.
Reviewed by two judges, the ruling was published on Friday.
Comments by the minister angered the union on Tuesday.
Comments were closed to the public in 2011, and the council reopened them in 2014.
Related companies paid no tax in 2020.
Correction officers went on strike on Monday.
A correction of 4 percent followed in the spring.
Tags were found on 40 of the birds.
Follow-up tests showed traces of lead.
Getty Images has sold 40 photographs of the port.
This newspaper is a member of the port club, the mayor said.
Reuters reported on Monday that the line was for sale.
Listening devices were found in the office.
Advertising revenue fell by 12 percent.
Disclosure rules were tightened in 2019.
Map makers moved the border by 4 km.
Email use in the office rose by 4 percent.
Call centres in Leeds employ 400 people.
More than 40 people were hurt.
More on the council came to light in May.
Watch sales fell by a tenth.
Live music returned to the pier in May.
Print sales dropped to 9,000 copies.
Images from the satellite show 40 ships.
Updated rules took effect on 3 May.
Image rights were sold for £3m.
Copyright law was changed in 1998.
Cookies were sold at 40 stalls.
The council will share the cost with the county.
Follow the money, the auditor told the council, and it leads to the port.
The ferry was filmed by a passenger, who sent the picture to the Post.
Voss, who was elected in 2019, writes about the sea.
She writes about the sea for a living.
The deal was signed on 3 May 2021 at 10:14.
A version of the bill passed in 2011.
Tom Pell contributed 40,000 euros to the campaign.
The line was sold in May. The port kept its name.
Two towns share one ferry: Kalmora and Ostrava.
Sign language was taught in 40 schools.
Listen devices cost 40 euros each.
The views of the author were discussed in court.
Timeline: three boats sank in May, two in June and one in July.
Copies were printed by a firm in Leeds.
Interviews with 40 skippers were held in May.
The names of the 14 victims were read out on Sunday.
The map of the coast was redrawn in 1911.
Subscribers paid 400 euros a year in 2019.
The council receives support from the county.
People with information about the deal were paid off in 2019.
Drivers sign up for two years and pay 400 euros.
The firm employs 40 men (and/or women).
""".strip().splitlines()


def _article(line: str) -> str:
    return f"{BEFORE}\n\n{line}\n\n{AFTER}\n\nIt rained on Tuesday in the whole of the county."


@pytest.mark.parametrize("line", DIRT)
def test_dirt_is_furniture_and_gives_no_claim(line: str) -> None:
    text = _article(line)
    start, end = text.index(line), text.index(line) + len(line)
    marked = [p for p in furniture(text) if p.start < end and start < p.end]
    assert [(p.start, p.end) for p in marked] == [(start, end)]
    found = propose(text, engine="rules", language="en")
    assert not [c.statement for c in found if c.start < end and start < c.end]
    assert {c.start for c in found} >= {text.index(BEFORE), text.index(AFTER)}


@pytest.mark.parametrize("line", STORY)
def test_story_is_no_furniture(line: str) -> None:
    assert furniture(_article(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Reproduction allowed only with indication of source.",
        "The HARBOUR-PRESS service is produced with the financial support of its members.",
        "We are a member of the press standards body. To complain, write to the editor.",
        "Will fares fall this year? Yes / No / Don't know – 2,114 votes so far",
    ],
)
def test_what_the_page_says_of_itself_is_no_story(line: str) -> None:
    text = f"{STORY}\n\n{line}\n"
    assert any(text[p.start : p.end] == line for p in furniture(text, None))


def test_a_byline_with_a_small_letter_joins_no_line() -> None:
    first = "It promised to bring your bread by drone and left 300 families waiting for money"
    text = f"The last days of Loop\n{first}\nby Saskia Brand\n{STORY}\nThe paper closed in May.\n"
    kinds = {text[p.start : p.end]: p.kind for p in furniture(text, None)}
    assert kinds.get("by Saskia Brand") == "byline"
