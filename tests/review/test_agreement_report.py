"""Agreement of a project: from its reviews to the figures, and defined answers everywhere."""

import json
import math
from typing import Any

import pytest
from conftest import TEXT, add_article

from db.engine import Database
from db.gold import Again
from db.ratings import Cited, Rating, SpanOf
from workbench.review import project
from workbench.review.agreement import agreement
from workbench.review.agreement.quality import steadiness
from workbench.review.agreement.spans import evidence_agreement, span_agreement
from workbench.review.schemes import preset
from workbench.review.session import Session

QUOTES = [TEXT[start : start + 9] for start in range(0, 36, 3)]
# Krippendorff (2011), section C, as verdicts of four reviewers on twelve claims.
FOUR = {
    "anna": "123321412...",
    "ben": "12332241 25.3".replace(" ", ""),
    "carol": ".33323422 51.".replace(" ", ""),
    "dora": "12332441251.",
}


@pytest.fixture
def twelve(database: Database) -> list[int]:
    add_article(database, TEXT, QUOTES)
    return list(Session(database, "anna").queue())


def decide_all(database: Database, claims: list[int], scheme: str) -> None:
    labels = [label.id for label in preset(scheme).labels]
    for name, row in FOUR.items():
        session = Session(database, name)
        for seq, value in zip(claims, row, strict=True):
            if value != ".":
                session.decide(seq, labels[int(value) - 1])


def test_the_published_example_through_the_store(database: Database, twelve: list[int]) -> None:
    project.init(database, reviewer="lena", scheme=preset("politifact"))
    decide_all(database, twelve, "politifact")
    found = agreement(database)
    assert f"{found.alpha.value:.3f}" == "0.743"
    assert found.ordinal_alpha is not None and f"{found.ordinal_alpha.value:.3f}" == "0.815"
    assert found.alpha.low is not None and found.alpha.high is not None
    assert found.alpha.low < 0.743 < found.alpha.high
    assert (found.claims, found.overlapping, found.alpha.claims) == (12, 11, 11)
    assert found.alpha.reviews == 40
    assert [group.name for group in found.pairs][:2] == ["anna / ben", "anna / carol"]
    assert len(found.pairs) == 6 and len(found.labels) == 6
    assert found.labels[5].figure.why == "only one label was given"  # nobody gave the sixth


def test_a_scheme_without_order_has_no_ordinal_alpha(database: Database, twelve: list[int]) -> None:
    decide_all(database, twelve, "default")
    found = agreement(database)
    assert found.ordinal_alpha is None and f"{found.alpha.value:.3f}" == "0.743"


def test_the_same_reviews_give_the_same_figures(database: Database, twelve: list[int]) -> None:
    decide_all(database, twelve, "default")
    assert agreement(database) == agreement(database)


def no_nan(value: Any) -> None:
    if isinstance(value, dict):
        for inner in value.values():
            no_nan(inner)
    elif isinstance(value, list):
        for inner in value:
            no_nan(inner)
    elif isinstance(value, float):
        assert math.isfinite(value)


@pytest.mark.parametrize(
    ("reviews", "why"),
    [
        ({}, "no claim has two reviews"),
        ({"anna": {1: "verified", 2: "refuted"}}, "no claim has two reviews"),
        ({"anna": {1: "verified"}, "ben": {2: "refuted"}}, "no claim has two reviews"),
        ({"anna": {1: "verified"}, "ben": {1: "verified"}}, "only one label was given"),
        ({"anna": {1: None}, "ben": {1: "verified"}}, "no claim has two reviews"),
    ],
)
def test_what_is_not_defined_says_why(
    database: Database, twelve: list[int], reviews: dict[str, dict[int, str | None]], why: str
) -> None:
    for name, given in reviews.items():
        for seq, label in given.items():
            session = Session(database, name)
            session.discard(seq) if label is None else session.decide(seq, label)
    found = agreement(database)
    assert found.alpha.value is None and found.alpha.why == why
    assert found.fleiss.why == why
    told = found.as_json()
    no_nan(told)
    json.dumps(told, allow_nan=False)
    assert told["verdicts"]["krippendorff_alpha"]["not_defined"] == why


def test_discarding_is_no_verdict_but_a_view_on_keeping(
    database: Database, twelve: list[int]
) -> None:
    anna, ben = Session(database, "anna"), Session(database, "ben")
    for seq in (1, 2, 3):
        anna.decide(seq, "verified" if seq < 3 else "refuted")
    ben.decide(1, "verified")
    ben.decide(3, "refuted")
    ben.discard(2)
    found = agreement(database)
    assert (found.alpha.value, found.alpha.claims) == (1.0, 2)
    assert found.keeping.claims == 3
    assert found.keeping.value == pytest.approx(0.0)


def test_tags_articles_and_time(database: Database, twelve: list[int]) -> None:
    add_article(database, "Fees rose by 4% in June.", ["Fees rose by 4%"], title="Fees")
    anna, ben = Session(database, "anna"), Session(database, "ben")
    for session in (anna, ben):
        for seq in (1, 2, 13):
            session.decide(seq, "verified" if seq != 2 else "refuted")
        session.tag(1, "harbour")
    anna.tag(2, "money")
    found = agreement(database, by="day")
    tags = {group.name: group.figure for group in found.tags}
    assert list(tags) == ["harbour", "money"]
    assert tags["harbour"].value == 1.0 and tags["harbour"].claims == 3
    assert tags["money"].value == pytest.approx(0.0)
    assert [group.name for group in found.articles] == ["T", "Fees"]
    assert found.articles[0].figure.value == 1.0
    assert found.articles[1].figure.why == "only one label was given"
    assert [group.figure.claims for group in found.periods] == [3]
    assert "-W" in agreement(database).periods[0].name


def test_spans_that_were_added_or_moved(database: Database, article_seq: int) -> None:
    anna, ben = Session(database, "anna"), Session(database, "ben")
    start = TEXT.index("Café")
    anna.add_claim(article_seq, start, start + 10)
    ben.add_claim(article_seq, start + 5, start + 15)
    anna.move_span(1, 4, 17)
    ben.decide(1, "verified")  # she leaves it at 0–28
    found = agreement(database).spans
    assert (found.spans, found.articles) == (4, 1)
    assert found.exact == 0.0
    trimmed = [len(TEXT[a:b].strip()) for a, b in ((start, start + 10), (start + 5, start + 15))]
    shared = len(set(range(start, start + trimmed[0])) & set(range(start + 5, start + 15)))
    assert found.characters == pytest.approx(2 * (13 + shared) / (13 + 28 + sum(trimmed)))


def rating(claim: int, reviewer: str) -> Rating:
    return Rating(claim, 1, reviewer, "verified", "2025-01-01T00:00:00Z")


def test_spans_pair_one_to_one() -> None:
    people = [rating(1, "anna"), rating(1, "ben")]
    spans = [SpanOf(1, "anna", 0, 10), SpanOf(1, "anna", 20, 30), SpanOf(1, "ben", 0, 10)]
    found = span_agreement([*spans, SpanOf(1, "ben", 5, 12)], people)
    assert found.exact == pytest.approx(0.5)
    assert found.characters == pytest.approx(2 * 10 / 37)
    assert span_agreement([], people).why == "nobody added or moved a claim"
    assert span_agreement(spans[:2], people[:1]).why == "no article has two reviewers"


def test_evidence_is_held_against_evidence() -> None:
    people = [rating(1, "anna"), rating(1, "ben"), rating(2, "anna"), rating(2, "ben")]
    cited = [
        Cited(1, "anna", "s", 0, 10),
        Cited(1, "anna", "s", 5, 20),
        Cited(1, "ben", "s", 10, 30),
        Cited(1, "ben", "t", 0, 10),
        Cited(2, "anna", "s", 0, 5),
    ]
    found = evidence_agreement(cited, people)
    assert found.spans == pytest.approx(10 / 40)
    assert found.sources == pytest.approx(1 / 2)
    assert (found.pairs, found.one_sided) == (1, 1)
    assert evidence_agreement([], people).why.startswith("no two reviewers quote")


def test_drift_is_the_second_half_against_the_first() -> None:
    same = [True, True, True, False, False, True]
    rows = [
        Again("anna", n, "a", "a" if s else "b", f"2025-01-0{n}") for n, s in enumerate(same, 1)
    ]
    anna, ben = steadiness([*rows, Again("ben", 1, "a", "a", "2025-01-01")])
    assert (anna.claims, anna.share) == (6, pytest.approx(4 / 6))
    assert (anna.earlier, anna.later) == (1.0, pytest.approx(1 / 3))
    assert (ben.share, ben.earlier, ben.later) == (1.0, None, None)


def test_a_blind_reviewer_gets_figures_of_what_she_has_decided(
    database: Database, twelve: list[int]
) -> None:
    decide_all(database, twelve, "default")
    found = agreement(database, viewer="anna")
    assert found.claims == 9
    assert agreement(database, viewer="nobody").claims == 0
