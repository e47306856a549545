"""Export: everything that reviewers decided, exact in every unit, the same bytes twice."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import TEXT, add_article, claim_row
from hypothesis import given
from hypothesis import strategies as st

from db import claims
from db.engine import Database
from workbench.dataset import formats
from workbench.dataset.choice import Choice
from workbench.dataset.export import ExportError, export
from workbench.dataset.formats.csv import guard, unguard
from workbench.dataset.json_lines import dumps
from workbench.dataset.records import FIELDS
from workbench.review.project import init
from workbench.review.session import Session
from workbench.text.display import safe

HOSTILE = (
    "=HYPERLINK(evil) was shown.\r\n\x1b]52;c;aGk=\x07 The café 👩‍👩‍👧 «שלום» e\u0301 grew\u2028by "
    "[red]9%[/red]\x9b31m, \u202ereversed\u202c said, and @SUM(A1) fell."
)
QUOTES = [
    "=HYPERLINK(evil) was shown",
    "\x1b]52;c;aGk=\x07 The café 👩‍👩‍👧 «שלום» e\u0301 grew\u2028by [red]9%[/red]\x9b31m",
    "\u202ereversed\u202c said",
    "@SUM(A1) fell",
]


@pytest.fixture
def reviewed(session: Session, database: Database) -> Database:
    seq = add_article(database, HOSTILE, QUOTES, title="-2+3 \x1b[2J")
    other = Session(database, "ben")
    session.decide(1, "verified")
    session.tag(1, "=tag")
    session.note(1, "+1\x1b[31m\nsecond line")
    other.decide(1, "refuted")
    session.discard(2)
    session.later(4)
    session.move_span(5, HOSTILE.index("The café"), HOSTILE.index("grew"))
    session.add_claim(seq, HOSTILE.index("said"), HOSTILE.index("said") + 4)
    session.undo()
    return database


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().decode("utf-8").splitlines()]


def test_phrases_that_nobody_was_shown_stay_out(
    session: Session, database: Database, tmp_path: Path
) -> None:
    with database.write() as connection:
        rows = [claim_row(TEXT, quote) for quote in ("board met", "in May")]
        claims.add(connection, [row | {"article_seq": 1, "kind": "phrase"} for row in rows])
        found = {claim.quote: claim.seq for claim in claims.of_article(connection, 1)}
    session.decide(found["in May"], "verified")
    path = tmp_path / "claims.jsonl"
    export(database, path)
    kinds = {line["quote"]: line["kind"] for line in lines(path)}
    assert kinds["in May"] == "phrase" and "board met" not in kinds
    init(database, reviewer="anna", phrases=True)
    export(database, path)
    assert "board met" in {line["quote"] for line in lines(path)}


def test_every_span_cuts_the_quote_in_every_unit(reviewed: Database, tmp_path: Path) -> None:
    export(reviewed, tmp_path / "out.jsonl")
    records = lines(tmp_path / "out.jsonl")
    assert len(records) == 7
    for record in records:
        text = HOSTILE if "HYPERLINK" in record["prefix"] + record["quote"] else TEXT
        text = HOSTILE if record["title"] != "T" else text
        moved = [review["span"] for review in record["reviews"] if review["span"]]
        for span in [record, *moved]:
            utf8, utf16 = text.encode("utf-8"), text.encode("utf-16-le")
            assert text[span["start"] : span["end"]] == span["quote"]
            assert utf8[span["utf8_start"] : span["utf8_end"]].decode() == span["quote"]
            cut = utf16[2 * span["utf16_start"] : 2 * span["utf16_end"]]
            assert cut.decode("utf-16-le") == span["quote"]
        around = record["prefix"] + record["quote"] + record["suffix"]
        assert around in text
        assert len(record["prefix"]) == min(32, record["start"])
        assert text[record["sentence_start"] : record["sentence_end"]] == record["sentence"]


def test_every_reviewers_decision_is_there(reviewed: Database, tmp_path: Path) -> None:
    report = export(reviewed, tmp_path / "out.jsonl")
    first = next(r for r in lines(tmp_path / "out.jsonl") if r["quote"].endswith("met in May"))
    anna, ben = first["reviews"]
    assert (anna["reviewer"], anna["verdict"], anna["verdict_name"]) == (
        "anna",
        "verified",
        "verified",
    )
    assert anna["scheme"] == "default@1"
    assert anna["tags"] == ["=tag"]
    assert anna["note"] == "+1\x1b[31m\nsecond line"
    assert anna["decided_at"] <= anna["updated_at"]
    assert (ben["reviewer"], ben["verdict"]) == ("ben", "refuted")
    states = {
        (r["discarded"], r["later"]) for c in lines(tmp_path / "out.jsonl") for r in c["reviews"]
    }
    assert {(True, False), (False, True)} <= states
    assert (report.articles, report.claims, report.decided) == (2, 7, 1)


@pytest.mark.parametrize("name", ["csv", "jsonl"])
def test_the_same_bytes_twice_in_a_stable_order(
    reviewed: Database, tmp_path: Path, name: str
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    report = export(reviewed, one, name)
    assert export(reviewed, two, name).sha256 == report.sha256
    assert one.read_bytes() == two.read_bytes()
    assert len(one.read_bytes()) == report.bytes
    with one.open("rb") as file:
        records = list(formats.get(name).read(file))
    order = [(r["article"], r["start"], r["end"], r["claim"]) for r in records]
    assert order == sorted(order)
    assert sorted(p.name for p in tmp_path.iterdir() if "part" in p.name) == []


def test_both_formats_read_back_the_same_records(reviewed: Database, tmp_path: Path) -> None:
    found = []
    for name in ("jsonl", "csv"):
        path = tmp_path / f"out.{name}"
        assert export(reviewed, path).format == name
        with path.open("rb") as file:
            found.append(list(formats.get(name).read(file)))
    assert found[0] == found[1]
    assert list(found[0][0]) == list(FIELDS)


def test_no_cell_is_a_formula(reviewed: Database, tmp_path: Path) -> None:
    export(reviewed, tmp_path / "out.csv")
    text = (tmp_path / "out.csv").read_bytes().decode("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) == 8
    assert any("HYPERLINK" in cell for row in rows for cell in row)
    for row in rows:
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    verdicts = rows[0].index("verdicts")
    assert "anna: verified; ben: refuted" in {row[verdicts] for row in rows}


def test_only_decided_claims(reviewed: Database, tmp_path: Path) -> None:
    report = export(reviewed, tmp_path / "out.jsonl", choice=Choice(decided=True))
    assert (report.claims, report.reviews) == (1, 2)
    assert [len(r["reviews"]) for r in lines(tmp_path / "out.jsonl")] == [2]


def test_no_control_byte_in_a_file_of_lines(reviewed: Database, tmp_path: Path) -> None:
    export(reviewed, tmp_path / "out.jsonl")
    text = (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    assert safe(text, keep="\n") == text
    assert len(text.splitlines()) == 7


@pytest.mark.sqlite
def test_what_is_there_is_not_lost(reviewed: Database, tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    with pytest.raises(ExportError, match="is a database"):
        export(reviewed, store, "jsonl")
    with pytest.raises(ExportError, match="is a folder"):
        export(reviewed, tmp_path, "jsonl")
    with pytest.raises(ExportError, match="cannot be written"):
        export(reviewed, tmp_path / "none" / "out.jsonl")
    assert store.read_bytes().startswith(b"SQLite format 3")


def test_an_export_that_fails_leaves_the_old_file(reviewed: Database, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old")

    def fail(_done: int, _total: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(ExportError, match="No space left"):
        export(reviewed, path, progress=fail)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.glob(".*")] == []


def test_unknown_format(reviewed: Database, tmp_path: Path) -> None:
    with pytest.raises(formats.FormatError, match=r"there are .*csv, .*jsonl"):
        export(reviewed, tmp_path / "out.xml", "xml")


@pytest.mark.parametrize("name", ["csv", "jsonl"])
def test_files_of_others_are_refused(name: str) -> None:
    for content in (b"a,b\n1,2\n", b"\xff\xfe\n", b"1\n"):
        with pytest.raises(formats.FormatError, match="line 1"):
            list(formats.get(name).read(io.BytesIO(content)))


@given(st.text())
def test_guard_is_undone_exactly(cell: str) -> None:
    assert unguard(guard(cell)) == cell
    assert not guard(cell).startswith(tuple("=+-@\t\r\n"))


@given(st.recursive(st.text() | st.integers() | st.none(), st.lists))
def test_json_lines_are_exact_and_harmless(value: Any) -> None:
    line = dumps(value)
    assert json.loads(line) == value
    assert safe(line) == line
    assert len(line.splitlines()) == 1
