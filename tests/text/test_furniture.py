"""Furniture: dirty articles in six layouts, clean prose, exact spans, any string."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.propose import propose
from workbench.text.furniture.find import dateline_end, furniture, headline

BODY = None

# Each line with its kind; an empty line is a blank one.
PORTAL = [
    ("tags", "Home › News › Politics"),
    ("title", "Harbour council approves a third ferry line after years of delay"),
    ("byline", "By Jane Doe and John Roe"),
    ("byline", "Published 3 May 2021, 10:14 GMT"),
    ("byline", "Updated 2 hours ago"),
    ("share", "Share on Facebook"),
    ("share", "Tweet"),
    (BODY, ""),
    ("caption", "Photo: A ferry leaves the old harbour. (Ann Other/Reuters)"),
    (BODY, ""),
    (BODY, "KALMORA (Reuters) - The harbour council approved a third ferry line on Monday."),
    (BODY, ""),
    ("link", "ALSO READ:  Mayor wants to talk to the islanders"),
    (BODY, ""),
    (BODY, "Chairwoman Mina Voss said the line would carry 4,000 people a day."),
    (BODY, ""),
    ("share", "Advertisement"),
    (BODY, ""),
    (BODY, "“We have waited long enough,” she said"),
    (BODY, ""),
    (BODY, "By Monday evening, 40 people had signed the petition against it."),
    (BODY, ""),
    ("link", "READ MORE"),
    (BODY, ""),
    (BODY, "The first line opened in 1987 and the second in 2004."),
    (BODY, ""),
    ("byline", "Reporting by Jane Doe; Editing by John Roe"),
    ("tags", "Topics: Harbour, Ferries, Council"),
    ("share", "© 2021 The Kalmora Post. All rights reserved."),
]

BLOG = [
    ("title", "Why the bridge at Ostrava Mill was closed"),
    (BODY, ""),
    ("repeat", "Why the bridge at Ostrava Mill was closed"),
    (BODY, ""),
    ("heading", "Engineers found cracks in two of its pillars, a report shows."),
    (BODY, ""),
    ("byline", "May 12, 2020"),
    ("byline", "5 min read"),
    (BODY, ""),
    ("caption", "bridge-front.jpg"),
    ("caption", "bridge-side.JPG"),
    ("caption", "Image 2 of 7"),
    (BODY, ""),
    (BODY, "The bridge was built in 1962 and carried 9,000 cars a day until last week."),
    (BODY, ""),
    ("heading", "What the engineers found"),
    (BODY, ""),
    (BODY, "Two pillars had cracks wider than a thumb. The river had washed out their feet."),
    (BODY, ""),
    (BODY, "• 40 people were arrested in March"),
    (BODY, "• Nobody was hurt"),
    (BODY, "• Trains were diverted through Lindow for six weeks"),
    (BODY, ""),
    ("heading", "The cost"),
    (BODY, ""),
    (BODY, "Repairs will cost 12 million crowns, according to the county."),
    (BODY, ""),
    ("share", "Sign up for our free weekly newsletter"),
    ("share", "Follow us on Instagram"),
    ("share", "Comments (3)"),
    ("share", "Leave a comment"),
]

AGENCY = [
    ("title", "Parliament passes water law"),
    ("byline", "By Maria Example, Staff Writer"),
    ("byline", "2021-06-01T08:30:00Z"),
    (BODY, "LINDOW, June 1 (AP) — Parliament passed a law on drinking water on Tuesday."),
    (BODY, "The law obliges towns to test wells twice a year and to publish the results."),
    ("caption", "FILE - A well near Lindow, April 2, 2019. (AP Photo/Ann Other)"),
    (BODY, "Opposition leader Karl Stein called the law toothless and said he would go to court."),
    ("link", "Related: Wells run dry in the east"),
    (BODY, "Towns have until 2024 to comply. Those that do not will lose their subsidies."),
    ("byline", "Maria Example is a reporter covering the environment."),
    ("byline", "Associated Press writer Paul Sample contributed to this report."),
    ("correction", "Correction: An earlier version misstated the date of the vote."),
]

MAGAZINE = [
    ("share", "Skip to main content"),
    ("share", "Subscribe"),
    ("tags", "SCIENCE | CLIMATE"),
    (BODY, ""),
    ("title", "The Last Glacier of the Karst"),
    (BODY, ""),
    ("heading", "It lost half of its ice in ten summers, and nobody knows how much is left."),
    (BODY, ""),
    ("byline", "BY"),
    ("byline", "Olga Muster"),
    (BODY, ""),
    ("share", "Facebook Twitter WhatsApp Email"),
    (BODY, ""),
    ("caption", "Researchers on the ice in 2019. Photograph: Ann Other/Getty Images"),
    (BODY, ""),
    (BODY, "On a grey morning in June, Olga Berg drove a steel pole into the ice."),
    (BODY, ""),
    (BODY, "“It is shrinking faster than we can measure it.”"),
    (BODY, ""),
    (BODY, "Her team has measured the ice since 1998. What will be left of it in 2030?"),
    (BODY, ""),
    ("link", "Most Read"),
    ("link", "Ten walks in the Karst"),
    ("link", "A village moves uphill"),
    (BODY, ""),
    (BODY, "The village below gets two thirds of its water from the glacier."),
    (BODY, ""),
    ("correction", "Editor's note: This story was updated on 4 June with new figures."),
    (BODY, ""),
    ("tags", "Filed under: climate, ice"),
    ("share", "We use cookies to improve your experience."),
]

BROADCASTER = [
    ("title", "Fire destroys the market hall in Nordby"),
    (BODY, ""),
    ("caption", "Image source, Getty Images"),
    ("caption", "Image caption, The fire could be seen from the ferry"),
    (BODY, ""),
    (BODY, "A fire destroyed the market hall in Nordby on Sunday night, police said."),
    (BODY, ""),
    (BODY, "About 120 stalls burned. Nobody was injured."),
    (BODY, ""),
    ("heading", "Like thunder"),
    (BODY, ""),
    (BODY, "Residents heard an explosion at about 23:00, and firefighters came within minutes."),
    (BODY, ""),
    ("link", "WATCH: How the fire spread"),
    (BODY, ""),
    (BODY, "The hall was built in 1911 and restored after the flood of 1976."),
    (BODY, ""),
    (BODY, "Police said they had no evidence of arson."),
    (BODY, ""),
    ("link", "Related stories"),
    (BODY, ""),
    ("link", "- Market traders ask for help"),
    ("link", "- Nordby remembers the flood"),
    (BODY, ""),
    ("share", "Do you have a news tip? Get in touch."),
]

LOCAL = [
    ("share", "Log in"),
    ("title", "School in Brenk gets a new roof"),
    ("byline", "Posted on March 4, 2022 by Max Muster"),
    ("share", "0 comments"),
    ("caption", "![The roof](roof.png)"),
    (BODY, "The primary school in Brenk will get a new roof in the summer holidays."),
    (BODY, "The town council voted for it by 14 votes to 3, with two members absent."),
    ("share", "Story continues below"),
    (BODY, "Headmaster Tom Vogel said that rain had come through the ceiling since 2018."),
    ("share", "Click here to read the council's minutes"),
    ("link", "https://brenk.example/minutes"),
    (BODY, "The roof costs 310,000 euros, of which the state pays half."),
    ("tags", "#Brenk #school"),
    ("share", "Terms of use"),
    ("share", "Back to top"),
]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "lines",
    [PORTAL, BLOG, AGENCY, MAGAZINE, BROADCASTER, LOCAL],
    ids=["portal", "blog", "agency", "magazine", "broadcaster", "local"],
)
def test_dirty_article(lines: list[tuple[str | None, str]], newline: str) -> None:
    text = newline.join(line for _, line in lines)
    found = [(piece.kind, text[piece.start : piece.end]) for piece in furniture(text)]
    assert found == [(kind, line) for kind, line in lines if kind is not None]


CLEAN = [
    "The council met on Monday. By Tuesday, the mayor had resigned.",
    "Published in 2015, the book sold 40,000 copies.",
    "Subscribers left the paper in droves after the price rose.",
    "Read more than ten books a year and you are above average, a survey says.",
    "The photo shows a soldier at the gate, the ministry said.",
    "Sharing a meal is the oldest form of diplomacy, the ambassador said.",
    "Related crimes rose by 4 per cent in the same period.",
    "Image rights were sold to a company in Malta for 3 million euros.",
    "See also the report of the auditors, which found no error.",
    "Corrections officers went on strike in three prisons.",
    "Click fraud cost advertisers 35 billion dollars, the study found.",
    "Follow-up tests found the virus in 12 of 40 samples.",
    "“Sign up for the army,” he told the crowd.",
    "Advertisement spending fell by a tenth in 2020.",
    "Tags on the seals showed that they had swum 900 kilometres.",
    "Video evidence was shown to the jury on the third day.",
    "Copyright law was reformed in 2019.",
    "It fell. (Reuters)",
    "Evan Sample is a reporter who was arrested in March.",
    "It cost 4 million; 12 of 40 wells were dry.",
    "By 2019 the river had dried up.",
]


@pytest.mark.parametrize("line", CLEAN)
def test_ordinary_paragraph_is_body(line: str) -> None:
    text = (
        f"The weather was fine in the whole of the country.\n\n{line}\n\nThen it rained for days."
    )
    assert furniture(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "“We will not leave.”",
        "- The bridge was built in 1962",
        "1. Exports rose to 40 million tonnes",
        "40 people were arrested in March",
        "Police arrested two men",
        "“We will not leave”",
        "Is the bridge safe?",
    ],
)
def test_facts_and_quotes_standing_alone_are_body(line: str) -> None:
    body = "The council met on Monday and talked about the bridge."
    assert furniture(f"{body}\n\n{line}\n\n{body[:-1]} again.") == []


def test_hard_wrapped_paragraphs_are_one_piece() -> None:
    text = (
        "The council of the harbour town met on Monday evening\n"
        "by the light of candles, because the power had failed\n"
        "again, and voted for the ferry.\n\n"
        "Photo: The council met by the light of candles, since the\n"
        "power had failed. Ann Other\n\n"
        "The ferry will run from June.\n"
    )
    pieces = furniture(text)
    assert [piece.kind for piece in pieces] == ["caption"]
    assert text[pieces[0].start : pieces[0].end].endswith("Ann Other")


def test_title_from_elsewhere_is_found_with_and_without_the_site() -> None:
    text = "Ferry line approved\nThe council approved the ferry line on Monday evening.\n"
    assert furniture(text, "Ferry line approved | The Post")[0].kind == "title"
    assert furniture(text, "Something else") == []


def test_link_at_the_end_of_a_paragraph() -> None:
    text = "It rained on Monday. ALSO READ: Sun expected\n\nHe said: read more: it helps."
    assert [text[p.start : p.end] for p in furniture(text)] == ["ALSO READ: Sun expected"]


def test_repeated_paragraph_is_marked_the_second_time() -> None:
    line = "The harbour council approved a third ferry line on Monday."
    text = f"It rained.\n\n{line}\n\nIt rained again.\n\n{line}\n"
    assert [(p.start, p.kind) for p in furniture(text)] == [(text.rindex(line), "repeat")]


def test_single_claim_is_no_title() -> None:
    assert furniture("The Earth is flat") == []
    assert headline("The Earth is flat") is None
    assert headline("The Earth is flat\n\nso they say") is None


def test_headline() -> None:
    text = "\n  Ferry approved \n\nThe council approved the ferry line on Monday evening.\n"
    found = headline(text)
    assert found is not None
    assert text[slice(*found)] == "Ferry approved"
    assert headline(text.replace("approved \n", "approved. \n")) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("BRUSSELS (Reuters) - The West must act.", "The West"),
        ("LINDOW, June 1 (AP) — Parliament voted.", "Parliament"),
        ("WASHINGTON, May 3, 2021 (Reuters) - He left.", "He left"),
        ("Berlin (dpa) – Die Stadt baut.", "Die Stadt"),
        ("PARIS — France won.", "France"),
        ("NEW DELHI: The court ruled.", "The court"),
        ("(Reuters) - Shares fell.", "Shares"),
        ("(CBS/AP) LONDON - British officials met.", "British"),
        ("(CBS News) Ann Oe has died.", "Ann Oe"),
        ("(BBC) news is watched by all.", "(BBC)"),
        ("Brussels, 3 May 2021 – The council met.", "The council"),
        ("Hamburg – Several nurses left.", "Several"),
        ("Oslo (KNB Business) A fall in prices hit the port.", "A fall"),
        ("Kest, OR, United States: Getting there was hard.", "Getting"),
        ("Reds 4, Blues 1: Ida Lund scored twice.", "Ida Lund"),
        ("Hungary – a member since 2004 – voted.", "Hungary"),
        ("The West – the mayor said – must act.", "The West"),
        ("Macron – the president – said so.", "Macron"),
        ("NATO (founded in 1949) - an alliance.", "NATO"),
        ("", ""),
    ],
)
def test_dateline_end(text: str, rest: str) -> None:
    padded = "😀 " + text
    assert padded[dateline_end(padded, 2) :].startswith(rest)


def test_dateline_alone() -> None:
    text = (
        "Ferry approved\n\nKALMORA, May 3 (Reuters) -\n\nThe council approved the ferry line today."
    )
    assert [piece.kind for piece in furniture(text)] == ["title", "dateline"]


@given(
    st.lists(
        st.one_of(
            st.text(max_size=60),
            st.sampled_from(
                ["READ MORE", "Photo: x", "By Jane Doe", "\r\n", "\u2028", "Tags:", ""]
            ),
        ),
        max_size=12,
    ).flatmap(lambda parts: st.sampled_from(["\n", "\r\n", "\n\n"]).map(lambda nl: nl.join(parts)))
)
def test_any_text_gives_sorted_trimmed_pieces(text: str) -> None:
    end = 0
    for piece in furniture(text):
        assert end <= piece.start < piece.end <= len(text)
        quote = text[piece.start : piece.end]
        assert quote == quote.strip()
        end = piece.end
    assert 0 <= dateline_end(text, 0) <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "(" * 10_000,
        " " * 1_000_000,
        "\n" * 1_000_000,
        ".!?" * 100_000,
        "a\n" * 20_000,
    ],
    ids=["one line", "brackets", "spaces", "blank lines", "marks", "short lines"],
)
def test_extreme_texts_have_no_furniture(text: str) -> None:
    assert furniture(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "This live blog is now closed.",
        "Show content? This article includes content provided by a third party.",
        "Stay with us for the latest from the harbour.",
        "Your browser does not support this video.",
        "Thanks for reading, and good night.",
    ],
)
def test_what_a_site_says_to_its_readers_is_no_story(line: str) -> None:
    story = "The board closed two locks in March. The toll rose by 4% in May."
    text = f"{story}\n\n{line}\n\nThe mayor opened the quay on Friday.\n"
    found = " ".join(c.quote for c in propose(text, engine="rules"))
    assert "opened the quay" in found and line.rstrip(".?")[:20] not in found


def test_a_story_about_a_site_stays() -> None:
    text = "The broadcaster closed its live blog in March. The court blocked the video on Friday.\n"
    found = " ".join(c.quote for c in propose(text, engine="rules"))
    assert "closed its live blog" in found and "blocked the video" in found


def test_the_second_line_of_a_caption_belongs_to_it() -> None:
    text = (
        "A ferry is bought\n\nPhoto: Ola Berg\n"
        "The firm has not said what becomes of the old ones\n\n"
        "The council bought a ferry for 40 million euros on Monday.\n\nIt sails in May.\n"
    )
    line = "The firm has not said what becomes of the old ones"
    kinds = {text[p.start : p.end]: p.kind for p in furniture(text)}
    assert kinds[line] == "caption"
    apart = text.replace("\nThe firm", "\n\nThe firm")
    assert line not in {apart[p.start : p.end] for p in furniture(apart)}


def test_a_teaser_between_byline_and_buttons_is_no_story() -> None:
    teaser = "The Tide Party has doubled its share. All others refuse to work with it."
    text = (
        f"Vess votes\nBy Ola Berg\n3 May 2025\n{teaser}\nCopy link\n\n"
        "The Tide Party won 31 percent of the vote in Vess on Sunday.\n\nIt had 17 before.\n"
    )
    kinds = {text[p.start : p.end]: p.kind for p in furniture(text)}
    assert kinds.get(teaser) == "heading"
