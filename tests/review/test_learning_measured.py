"""What `status` tells of the suggestions: recall without them, trust with them."""

from conftest import add_article

from db.engine import Database
from workbench.review import project
from workbench.review.learning.measured import measured, told
from workbench.review.session import Session

STORY = "Nine new piers were built in 1911. The mayor thanked the crew. Two boats sank in May."
CLAIMS = ["Nine new piers were built in 1911", "The mayor thanked the crew"]


def mark(session: Session, article: int, quote: str) -> int:
    start = session.text(article).index(quote)
    return session.add_claim(article, start, start + len(quote)).added[0]


def test_nothing_is_told_before_anything_is_decided(database: Database) -> None:
    add_article(database, STORY, CLAIMS)
    found = measured(database)
    assert (found["trust"], found["unaided"]["recall"], found["unaided"]["interval"]) == (None,) * 3
    assert told(found) == []


def test_trust_counts_answers_and_a_split_claim_as_kept(database: Database) -> None:
    article = add_article(database, STORY, CLAIMS)
    anna, ben = Session(database, "anna"), Session(database, "ben")
    anna.split(1, STORY.index("built"))
    anna.discard(2)
    ben.decide(2, "verified")
    ben.later(1)
    mark(ben, article, "Two boats sank in May")
    found = measured(database)
    assert (found["kept"], found["discarded"], found["trust"]) == (2, 1, 0.6667)
    assert found["added"] == 1, "halves are not what the suggestions missed"
    assert measured(database, "anna")["trust"] == 0.5
    assert told(found) == ["suggestions: 67% kept of 3 answered; 1 claim added beside them"]


def test_recall_is_what_the_hidden_candidates_cover(database: Database) -> None:
    article = add_article(database, STORY, CLAIMS)
    anna, ben = Session(database, "anna"), Session(database, "ben")
    project.init(database, reviewer="anna", unaided=1.0)
    assert list(anna.queue()) == []
    mark(anna, article, "new piers were built in 1911")  # 6 words of 7: found
    mark(anna, article, "Two boats sank in May")  # missed
    mark(anna, article, "mayor")  # 1 word of 5: missed
    mark(ben, article, "The mayor thanked the crew.")
    gone = mark(ben, article, "crew")
    ben.discard(gone)
    found = measured(database)
    bare = found["unaided"]
    assert (bare["articles"], bare["added"], bare["found"], bare["recall"]) == (1, 4, 2, 0.5)
    assert bare["interval"] == (0.15, 0.85)
    assert found["added"] == 0 and found["trust"] is None
    assert told(found) == [
        "without suggestions: 100% of articles (1 here), 4 claims added, 2 of them among "
        "the hidden suggestions: recall 50% (95 %: 15% to 85%)"
    ]
