"""Files of checked claims."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.match.claimreview.files import ClaimReviewError, read
from workbench.match.claimreview.verdict import of_rating, polarity

REVIEW = {
    "@type": "ClaimReview",
    "claimReviewed": "The ferry carried 40,000 passengers.",
    "url": "https://checks.example/ferry",
    "datePublished": "2019-03-01T10:00:00Z",
    "author": {"@type": "Organization", "name": "Harbour Checks"},
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": 2,
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "Mostly false",
    },
    "itemReviewed": {
        "@type": "Claim",
        "author": {"name": "The mayor"},
        "datePublished": "2019-02-11",
    },
}


@pytest.mark.parametrize(
    "value",
    [
        REVIEW,
        [REVIEW],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, REVIEW]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]},
        {"@type": "DataFeed", "dataFeedElement": [{"item": REVIEW}]},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": REVIEW}]},
        {"@type": ["Review", "ClaimReview"], **{k: v for k, v in REVIEW.items() if k != "@type"}},
        {f"schema:{k}" if k[0] != "@" else k: v for k, v in REVIEW.items()},
    ],
)
def test_claim_reviews_are_found_wherever_they_stand(value: object) -> None:
    (item,) = read(json.dumps(value), "file.jsonld")
    assert item.statement == "The ferry carried 40,000 passengers."
    assert (item.verdict, item.polarity) == ("Mostly false", "refuted")
    assert (item.publisher, item.claimant) == ("Harbour Checks", "The mayor")
    assert (item.claimed, item.published) == ("2019-02-11", "2019-03-01")
    assert item.url == "https://checks.example/ferry"
    assert item.meta["ratingValue"] == "2"


def test_a_page_is_read_by_its_script() -> None:
    page = f'<html><script type="application/ld+json">{json.dumps(REVIEW)}</script></html>'
    (item,) = read(page, "page.html")
    assert item.publisher == "Harbour Checks"
    with pytest.raises(ClaimReviewError, match=r"page\.html: holds no ClaimReview"):
        read("<html></html>", "page.html")


def test_lines_and_tables_are_read_by_their_usual_columns() -> None:
    lines = (
        '{"id": 7, "claim": "A", "title": "T", "rating": "True", "x": 1}\n\n{"statement": "B"}\n'
    )
    first, second = read(lines, "claims.jsonl")
    assert (first.external_id, first.statement, first.title) == ("7", "A", "T")
    assert (first.polarity, first.meta) == ("supported", {"x": "1"})
    assert (second.statement, second.origin) == ("B", "claims.jsonl:3")
    (row,) = read('\tvclaim\ttitle\n12\t"A ""quoted"" one"\tT\n', "claims.tsv")
    assert (row.external_id, row.statement) == ("12", 'A "quoted" one')
    (cell,) = read("Claim Reviewed;Alternate Name\nC;Pants on Fire\n", "claims.csv")
    assert (cell.statement, cell.polarity) == ("C", "refuted")


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        (
            json.dumps({"@graph": [REVIEW, {"@type": "ClaimReview"}]}),
            "a.json",
            "a.json@graph[2]: is a ClaimReview without claimReviewed",
        ),
        ("{", "a.json", "a.json: is not JSON"),
        ("[" * 100_000, "a.json", "a.json: is JSON nested too deeply"),
        ("[]", "a.json", "a.json: holds no checked claim"),
        ("[1]", "a.json", "a.json[1]: is not a JSON object"),
        ('{"claim": "A"}\n{"claim": " "}\n', "a.jsonl", "a.jsonl:2: has an empty 'claim'"),
        ("one,two\n1,2\n", "a.csv", "a.csv:2: has no column with the claim"),
        ("claim,verdict\nA\n", "a.csv", "a.csv:2: has 1 fields and not 2"),
        ('{"@type": "Recipe"}', "a.json", "a.json: holds no checked claim"),
    ],
)
def test_what_cannot_be_taken_is_named_in_one_line(text: str, name: str, message: str) -> None:
    with pytest.raises(ClaimReviewError) as caught:
        read(text, name)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["@type", "@graph", "claimReviewed", "item", "x"]), inner
            )
        ),
    )
)
def test_any_json_gives_claims_or_one_error(value: object) -> None:
    try:
        items = read(json.dumps(value), "any.json")
    except ClaimReviewError:
        return
    assert items
    assert all(item.statement for item in items)


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        ("True", "supported"),
        ("Mostly True", "supported"),
        ("correct attribution", "supported"),
        ("FALSE", "refuted"),
        ("Mostly false.", "refuted"),
        ("Pants on Fire!", "refuted"),
        ("Not true", "refuted"),
        ("This isn't true", "refuted"),
        ("That is not accurate at all", "refuted"),
        ("False. The true number is 12.", "refuted"),
        ("Half True", "mixed"),
        ("Partly false", "mixed"),
        ("Missing context", "mixed"),
        ("Not entirely false", "mixed"),
        ("Unproven", "unknown"),
        ("Not enough evidence", "unknown"),
        ("Four Pinocchios", "refuted"),
        ("Falso", "refuted"),
        ("No es cierto", "refuted"),
        ("Engañoso", "mixed"),
        ("Verdadero", "supported"),
        ("Plutôt vrai", "supported"),
        ("C’est faux", "refuted"),
        ("Größtenteils falsch", "refuted"),
        ("Stimmt nicht", "refuted"),
        ("Teilweise richtig", "mixed"),
        ("Parzialmente vero", "mixed"),
        ("É falso", "refuted"),
        ("Onwaar", "refuted"),
        ("Fałsz", "refuted"),
        ("Ложь", "refuted"),
        ("Untrusted source", "unknown"),
        ("", "unknown"),
    ],
)
def test_verdicts_of_many_publishers(verdict: str, expected: str) -> None:
    assert polarity(verdict) == expected


def test_ratings_in_numbers_need_a_scale() -> None:
    assert of_rating(value=1, best=5, worst=1) == "refuted"
    assert of_rating(value=3, best=5, worst=1) == "mixed"
    assert of_rating(value=5, best=5, worst=1) == "supported"
    assert of_rating(value=1) == "unknown"
    assert of_rating(value=9, best=5, worst=1) == "unknown"
