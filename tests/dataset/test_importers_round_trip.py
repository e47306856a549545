"""Out to another tool and in again: the same spans, labels and reviewers; twice adds nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import TEXT, add_article
from places import blank

from db import articles, claims, events, reviews
from db.engine import Database
from db.integrity.prove import verify
from workbench.dataset import formats, importers
from workbench.dataset.export import export
from workbench.dataset.importers.take import Taker, WorkReport
from workbench.ingest.document import document
from workbench.review.evidence.sources import add_source
from workbench.review.item import wording
from workbench.review.project import open_project
from workbench.review.session import Session

HARBOUR = (
    "👩‍🚀 東京の港は広い。\r\nThe board closed two piers\r\nfor good, and the fee rose by 4%.\r\n"
)
TOOLS = ["brat", "cas", "doccano", "labelstudio", "prodigy"]
Held = tuple[str, str, int, int, str | None, tuple[str, ...], str, str]


@pytest.fixture
def project(database: Database) -> Database:
    add_article(database, TEXT, ["The harbour board met in May", "closed two piers"])
    add_article(
        database,
        HARBOUR,
        ["東京の港は広い", "The board closed two piers\r\nfor good", "rose by 4%"],
    )
    anna, ben = Session(database, "anna"), Session(database, "Ben Öz")
    numbers = {claim.quote: claim.seq for claim in _claims(database)}
    anna.decide(numbers["The harbour board met in May"], "verified")
    ben.decide(numbers["The harbour board met in May"], "refuted")
    anna.tag(numbers["The harbour board met in May"], "harbour")
    anna.note(numbers["The harbour board met in May"], "seen in the minutes")
    anna.decide(numbers["The board closed two piers\r\nfor good"], "conflicting-evidence")
    start = HARBOUR.index("the fee")
    anna.decide(numbers["rose by 4%"], "not-enough-evidence")
    anna.move_span(numbers["rose by 4%"], start, start + len("the fee rose by 4%"))
    anna.reword(numbers["rose by 4%"], "The harbour fee rose by 4%")
    ben.decide(numbers["東京の港は広い"], "not-checkable")
    return database


def _claims(database: Database) -> list[claims.Claim]:
    with database.read() as connection:
        return [claim for page in claims.pages(connection) for claim in page]


def held(database: Database) -> set[Held]:
    """What everybody holds, in terms of text: nothing that is of one store alone."""
    found = set()
    with database.read() as connection:
        by_seq = {claim.seq: claim for page in claims.pages(connection) for claim in page}
        for review in reviews.every(connection):
            claim = by_seq[review.claim_seq]
            start = claim.start if review.start is None else review.start
            end = claim.end if review.end is None else review.end
            statement = wording(review.statement or claim.statement)
            found.add(
                (
                    claim.article_id,
                    review.reviewer,
                    start,
                    end,
                    review.verdict,
                    review.tags,
                    review.note,
                    statement,
                )
            )
    return found


def taken(database: Database, tool: str, path: Path) -> WorkReport:
    return Taker(database, tool).take(importers.get(tool).read(path))


def number_of_events(database: Database) -> int:
    with database.read() as connection:
        return events.count(connection)


def out(database: Database, tool: str, folder: Path) -> Path:
    if formats.get(tool).extra == "cas":
        pytest.importorskip("cassis")
    path = folder / f"out{formats.get(tool).suffix}"
    export(database, path, tool)
    return path


@pytest.mark.parametrize("tool", TOOLS)
def test_out_and_into_an_empty_store(project: Database, tmp_path: Path, tool: str) -> None:
    path = out(project, tool, tmp_path)
    other = open_project(blank(tmp_path / "other.db"))
    report = taken(other, tool, path)
    assert report.asides == []
    assert report.searched == 0
    assert report.reviewers == {"anna", "Ben Öz"}
    assert held(other) == held(project)
    with other.read() as connection:
        texts = {articles.text(connection, a.seq) for a in articles.every(connection)}
    assert texts == {TEXT, HARBOUR}
    spans = {(c.article_id, c.start, c.end) for c in _claims(other)}
    assert len(spans) == len(_claims(project))
    assert list(verify(other)) == []
    before = number_of_events(other)
    again = taken(other, tool, path)
    assert (again.events, again.articles, again.claims) == (0, 0, 0)
    assert number_of_events(other) == before
    other.close()


@pytest.mark.parametrize("tool", [*TOOLS, "jsonl"])
def test_out_and_into_the_same_store_adds_nothing(
    project: Database, tmp_path: Path, tool: str
) -> None:
    before, count = held(project), number_of_events(project)
    report = taken(project, tool, out(project, tool, tmp_path))
    assert report.asides == []
    assert held(project) == before
    assert number_of_events(project) == count


def test_own_lines_into_a_store_with_the_texts(project: Database, tmp_path: Path) -> None:
    session = Session(project, "anna")
    session.discard(1)
    session.later(2)
    seq = next(c.article_seq for c in _claims(project) if c.quote == "rose by 4%")
    session.add_claim(seq, HARBOUR.index("two piers"), HARBOUR.index("two piers") + 9)
    path = out(project, "jsonl", tmp_path)
    other = open_project(blank(tmp_path / "other.db"))
    missing = taken(other, "jsonl", path)
    assert {aside.reason for aside in missing.asides} == {
        f"the article {id} is not in this store: import its text"
        for id in {claim.article_id for claim in _claims(project)}
    }
    for text in (TEXT, HARBOUR):
        add_article(other, text, [])
    report = taken(other, "jsonl", path)
    assert report.asides == []
    assert held(other) == held(project)
    again = tmp_path / "again.jsonl"
    export(other, again, "jsonl")
    assert [c.id for c in _claims(other)] == [c.id for c in _claims(project)]
    assert list(verify(other)) == []
    assert taken(other, "jsonl", path).events == 0
    other.close()


def test_values_that_no_claim_has_are_not_taken(project: Database, tmp_path: Path) -> None:
    path = out(project, "jsonl", tmp_path)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    wrong = [
        {"worth": 7},
        {"worth": "high", "parts": [[5, 9], [2, 4]]},
        {"sentence_end": 3, "parts": [[0, 9999]]},
        {"sentence_start": None, "parts": "all"},
    ]
    changed = [row | more for row, more in zip(rows, wrong, strict=False)]
    path.write_text("".join(json.dumps(row) + "\n" for row in changed), encoding="utf-8")
    other = open_project(blank(tmp_path / "other.db"))
    for text in (TEXT, HARBOUR):
        add_article(other, text, [])
    assert taken(other, "jsonl", path).asides == []
    assert len(_claims(other)) == len(changed) == 4
    assert list(verify(other)) == []
    other.close()


def test_own_lines_keep_when_was_decided(project: Database, tmp_path: Path) -> None:
    anna = Session(project, "anna")
    numbers = {claim.quote: claim.seq for claim in _claims(project)}
    anna.note(numbers["The harbour board met in May"], "a note that came later")
    anna.discard(numbers["closed two piers"])
    anna.tag(numbers["closed two piers"], "late")
    start = HARBOUR.index("the fee")
    anna.move_span(numbers["rose by 4%"], start, start + len("the fee rose"))
    path = out(project, "jsonl", tmp_path)
    other = open_project(blank(tmp_path / "other.db"))
    for text in (TEXT, HARBOUR):
        add_article(other, text, [])
    taken(other, "jsonl", path)
    again = tmp_path / "again.jsonl"
    export(other, again, "jsonl")
    assert [_times(line) for line in again.open("rb")] == [_times(line) for line in path.open("rb")]
    assert any(decided and decided < last for _, decided, last in _times(path.read_bytes()))
    other.close()


def _times(lines: bytes) -> list[tuple[str, str | None, str]]:
    """Who decided when, and when she did the last of her acts."""
    return [
        (review["reviewer"], review["decided_at"], review["updated_at"])
        for line in lines.splitlines()
        for review in json.loads(line)["reviews"]
    ]


def test_evidence_goes_where_its_source_is(project: Database, tmp_path: Path) -> None:
    minutes = document("The board met. Two piers were closed in May.", "minutes.txt", title="M")
    source = add_source(project, minutes).source_id
    anna = Session(project, "anna")
    anna.cite(1, source, 0, 14, "supports", set_no=1)
    anna.cite(1, source, 15, 43, "context", set_no=2, question="How many?")
    anna.cite_url(1, "https://example.org/a", "refutes")
    path = out(project, "jsonl", tmp_path)
    other = open_project(blank(tmp_path / "other.db"))
    for text in (TEXT, HARBOUR):
        add_article(other, text, [])
    first = taken(other, "jsonl", path)
    reason = f"evidence in a source that is not in this store ({source})"
    assert [aside.reason for aside in first.asides] == [reason, reason]
    add_source(other, minutes)
    assert taken(other, "jsonl", path).asides == []
    again = tmp_path / "again.jsonl"
    export(other, again, "jsonl")
    pieces = [_pieces(file) for file in (path, again)]
    assert sorted(pieces[0]) == sorted(pieces[1])
    assert len(pieces[0]) == 3
    assert list(verify(other)) == []
    other.close()


def test_evidence_in_words_is_a_note_where_nothing_is_cited(
    project: Database, tmp_path: Path
) -> None:
    Session(project, "anna").cite_url(1, "https://example.org/a", "refutes")
    path = out(project, "brat", tmp_path)
    count = number_of_events(project)
    taken(project, "brat", path)
    assert number_of_events(project) == count
    other = open_project(blank(tmp_path / "other.db"))
    taken(other, "brat", path)
    notes = {row[6] for row in held(other) if row[6]}
    assert any("https://example.org/a" in note for note in notes)
    assert taken(other, "brat", path).events == 0
    other.close()


def _pieces(path: Path) -> list[str]:
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        json.dumps(piece)
        for record in records
        for review in record["reviews"]
        for piece in review["evidence"]
    ]


def test_a_changed_mind_is_not_overridden_by_the_same_file(
    project: Database, tmp_path: Path
) -> None:
    path = out(project, "prodigy", tmp_path)
    other = open_project(blank(tmp_path / "other.db"))
    taken(other, "prodigy", path)
    seq = next(c.seq for c in _claims(other) if c.quote == "The harbour board met in May")
    Session(other, "anna").decide(seq, "not-checkable")
    after = held(other)
    assert taken(other, "prodigy", path).events == 0
    assert held(other) == after
    other.close()


@pytest.mark.parametrize("tool", TOOLS)
def test_two_claims_of_one_span_come_in_twice_alike(
    project: Database, tmp_path: Path, tool: str
) -> None:
    anna = Session(project, "anna")
    known = next(c for c in _claims(project) if c.quote == "rose by 4%")
    start = HARBOUR.index("the fee")
    added = anna.add_claim(known.article_seq, start, start + len("the fee rose by 4%")).focus
    assert added is not None
    anna.reword(added, "The mooring fee rose by 4%")
    anna.decide(added, "verified")
    path = out(project, tool, tmp_path)
    other = open_project(blank(tmp_path / "other.db"))
    taken(other, tool, path)
    before = held(other)
    assert taken(other, tool, path).events == 0
    assert held(other) == before
    other.close()


@pytest.mark.parametrize("tool", TOOLS)
def test_a_moved_span_that_comes_before_its_claim_comes_in_twice_alike(
    project: Database, tmp_path: Path, tool: str
) -> None:
    """The first reviewer moved a span that the second left alone: her mark is read first."""
    known = next(c for c in _claims(project) if c.quote == "rose by 4%")
    ben = Session(project, "Ben Öz")
    ben.decide(known.seq, "verified")
    first = Session(project, "Aaron")
    start = HARBOUR.index("the fee")
    first.decide(known.seq, "refuted")
    first.note(known.seq, "too wide")
    first.move_span(known.seq, start, start + len("the fee rose by 4"))
    path = out(project, tool, tmp_path)
    other = open_project(blank(tmp_path / "other.db"))
    taken(other, tool, path)
    before = held(other)
    assert taken(other, tool, path).events == 0
    assert held(other) == before
    other.close()


def test_one_undo_takes_an_article_back(project: Database, tmp_path: Path) -> None:
    path = out(project, "prodigy", tmp_path)
    other = open_project(blank(tmp_path / "other.db"))
    taken(other, "prodigy", path)
    anna = Session(other, "anna")
    anna.undo()
    anna.undo()
    assert {row[1] for row in held(other)} == {"Ben Öz"}
    anna.redo()
    anna.redo()
    assert held(other) == held(project)
    other.close()
