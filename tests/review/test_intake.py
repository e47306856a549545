from pathlib import Path

import pytest

from db import articles, claims
from db.engine import Database
from db.integrity.prove import verify
from workbench.ingest.read import read
from workbench.review.intake import add_documents, propose_again
from workbench.review.session import Session

STORY = (
    "The harbour board was founded in 1911 and closed two piers in May.\n\n"
    "ALSO READ: Why the harbour board closed two piers in 1987\n\n"
    "The fee rose by 4% in June.\n"
)
GERMAN = "Der Rat hat im Mai getagt. Zwei der Stege wurden nicht wieder geöffnet, sagte er.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text(STORY, encoding="utf-8")
    (made / "b.txt").write_text(GERMAN, encoding="utf-8")
    return made


def quotes(database: Database) -> list[str]:
    with database.read() as connection:
        return [claim.quote for page in claims.pages(connection) for claim in page]


def test_importing_again_adds_nothing(database: Database, folder: Path) -> None:
    first = add_documents(database, read([folder]))
    before = quotes(database)
    again = add_documents(database, read([folder]))
    assert (first.added, again.added, again.known, again.claims) == (2, 0, 2, 0)
    assert quotes(database) == before
    assert list(verify(database)) == []


def test_no_claim_comes_from_furniture(database: Database, folder: Path) -> None:
    add_documents(database, read([folder]))
    assert "closed two piers in May" in quotes(database)
    assert not any("1987" in quote for quote in quotes(database))


def test_one_bad_file_is_named_and_the_rest_goes_in(database: Database, folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02\x00" * 50)
    report = add_documents(database, read([folder]))
    assert report.added == 2
    assert len(report.errors) == 1 and "bad.txt" in report.errors[0]


def test_other_languages_get_whole_sentences(database: Database, folder: Path) -> None:
    add_documents(database, read([folder / "b.txt"]))
    with database.read() as connection:
        article = articles.every(connection)[0]
        found = claims.of_article(connection, article.seq)
    assert article.language == "de"
    assert {claim.proposer for claim in found} == {"sentences"}


def test_proposing_again_keeps_what_somebody_touched(database: Database, folder: Path) -> None:
    add_documents(database, read([folder]))
    session = Session(database, "anna")
    touched = session.queue()[0]
    claim = session.items([touched])[0].claim
    session.decide(touched, "verified")
    propose_again(database)
    assert session.items([touched])[0].claim == claim
    assert session.counts().decided == 1
    assert list(verify(database)) == []


def test_without_proposing(database: Database, folder: Path) -> None:
    report = add_documents(database, read([folder]), proposing=False)
    assert (report.added, report.claims) == (2, 0)
