"""Nobody sees what others did on a claim before her own decision: in every command."""

import csv
import json
from pathlib import Path

import pytest
from cli_command import Command, command, settle
from conftest import TEXT, add_article
from places import once

from workbench.dataset import formats
from workbench.review import project
from workbench.review.project import open_project
from workbench.review.session import Session

SECRETS = ("refuted", "sesame-tag", "sesame-note", "sesame wording")
"""What anna did on a claim that ben has not decided."""


@pytest.fixture
def cli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    settle(tmp_path, monkeypatch)
    monkeypatch.setenv("WORKBENCH_REVIEWER", "ben")
    return command(monkeypatch, capsys)


@pytest.fixture
def store(tmp_path: Path, cli: Command) -> Path:
    """Anna has decided claim 1 with a note, a tag, a wording, and added a claim; ben claim 2."""
    return secret(tmp_path / "workbench.db")


@once
def secret(path: Path) -> None:
    database = open_project(path)
    article = add_article(database, TEXT, ["closed two piers", "raised the mooring fee by 4%"])
    anna = Session(database, "anna")
    anna.decide(1, "refuted")
    anna.tag(1, "sesame-tag")
    anna.note(1, "sesame-note")
    anna.reword(1, "sesame wording")
    anna.decide(2, "verified")
    anna.note(2, "seen by ben")
    start = TEXT.index("Café")
    added = anna.add_claim(article, start, start + 11).added[0]
    anna.note(added, "sesame-note")
    anna.control(1, "refuted", "sesame-note")
    Session(database, "ben").decide(2, "verified")
    database.close()


def claim_id(path: Path, seq: int) -> str:
    database = open_project(path)
    found = Session(database, "anna").items([seq])[0].claim.id
    database.close()
    return found


def blind(text: str) -> None:
    assert not [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize(
    "words",
    [
        ["history"],
        ["history", "--json"],
        ["history", "--by", "anna"],
        ["history", "--by", "anna", "--json"],
        ["history", "--reviewer", "ben"],
        ["status"],
        ["status", "--reviewer", "ben"],
        ["status", "--json"],
        ["adjudicate"],
        ["adjudicate", "--json"],
        ["verify"],
        ["assign"],
    ],
)
def test_commands_are_blind(cli: Command, store: Path, words: list[str]) -> None:
    ended = cli(*words)
    assert ended.code == 0
    blind(ended.out + ended.err)


def test_status_tells_how_much_another_did_and_not_what(cli: Command, store: Path) -> None:
    database = open_project(store)
    Session(database, "anna").discard(1)
    database.close()
    assert "anna: 2 decided, 0 for later" in cli("status").out
    told = json.loads(cli("status", "--json").out)
    assert [row["discarded"] for row in told["reviewers"]] == [None, 0]
    assert "to settle" not in cli("status", "--reviewer", "cora").out
    assert "anna: 1 decided, 1 discarded" in cli("status", "--reviewer", "anna").out


def test_a_merge_is_blind(
    cli: Command, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Anna goes on in two files; ben, who unites them, is not told what she decided."""
    for who, shown in (("ben", False), ("anna", True)):
        here, other = tmp_path / f"{who}.db", tmp_path / f"from-{who}.db"
        assert cli("copy", str(store), str(here)).code == 0
        assert cli("copy", str(store), str(other)).code == 0
        for path, verdict in ((here, "refuted"), (other, "verified")):
            session = Session(open_project(path), "anna")
            session.decide(1, verdict)
            session.note(1, f"sesame-note {verdict}")
            session.close()
        monkeypatch.setenv("WORKBENCH_REVIEWER", who)
        told = cli("--db", str(here), "merge", str(other)).out
        assert ("sesame-note" in told, "not shown (blind)" in told) == (shown, not shown)
        assert "conflict: decision" in told


def test_agreement_is_of_what_one_has_decided(cli: Command, store: Path) -> None:
    told = json.loads(cli("agreement", "--json").out)
    assert (told["claims"], told["tags"], told["controls"]) == (1, [], [])
    assert all(row["not_defined"] for row in told["labels"])


def test_history_of_a_claim_opens_with_ones_own_decision(cli: Command, store: Path) -> None:
    first, second = claim_id(store, 1), claim_id(store, 2)
    assert cli("history", first).out == ""
    assert "seen by ben" in cli("history", second).out
    ended = cli("adjudicate", first)
    assert ended.code == 2 and "decide this claim yourself first" in ended.err
    database = open_project(store)
    Session(database, "ben").decide(1, "verified")
    database.close()
    shown = cli("history", first).out
    assert all(secret in shown for secret in SECRETS)


@pytest.mark.parametrize("name", formats.names())
def test_exports_are_blind(cli: Command, store: Path, tmp_path: Path, name: str) -> None:
    if formats.get(name).extra == "spacy":
        pytest.importorskip("spacy")
    ended = cli("export", "out", "--format", name)
    if ended.code == 2 and "extra" in ended.err:
        pytest.skip(ended.err)
    assert ended.code == 0, ended.err
    out = tmp_path / "out"
    for file in [out] if out.is_file() else [f for f in out.rglob("*") if f.is_file()]:
        content = file.read_bytes()
        assert not [s for s in SECRETS if s.encode() in content and s != "refuted"], file
        if file.suffix == ".csv":
            for row in csv.reader(file.read_text("utf-8").splitlines()):
                assert "anna" not in row or "closed two piers" not in row


def test_an_export_tells_what_was_left_out(cli: Command, store: Path, tmp_path: Path) -> None:
    ended = cli("export", "out.jsonl")
    assert "left out: 2 × reviews by others of claims that you have not decided" in ended.out
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [[r["reviewer"] for r in row["reviews"]] for row in rows] == [[], ["anna", "ben"]]
    assert cli("export", "all.jsonl", "--reviewer", "anna").out.count("left out") == 0


@pytest.mark.parametrize("how", ["lead", "no-blind", "unnamed", "settled"])
def test_who_sees_all(cli: Command, store: Path, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    database = open_project(store)
    if how == "lead":
        project.init(database, reviewer="ben", leads=["ben"])
    elif how == "no-blind":
        project.init(database, reviewer="ben", blind=False)
    elif how == "settled":  # somebody who settles, and reviews nothing
        Session(database, "mona").take_side(2, "anna")
        monkeypatch.setenv("WORKBENCH_REVIEWER", "mona")
    database.close()
    if how == "unnamed":  # somebody who gives no name and has reviewed nothing
        monkeypatch.delenv("WORKBENCH_REVIEWER")
        monkeypatch.setattr("getpass.getuser", lambda: "visitor")
    assert "sesame-note" in cli("history", claim_id(store, 1)).out
    assert json.loads(cli("status", "--json").out)["tags"] == {"sesame-tag": 1}


def test_where_leads_are_named_nobody_else_sees_all(
    cli: Command, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = open_project(store)
    project.init(database, reviewer="lena", leads=["lena"])
    database.close()
    monkeypatch.delenv("WORKBENCH_REVIEWER")
    monkeypatch.setattr("getpass.getuser", lambda: "visitor")
    blind(cli("history").out)
    assert "only leads" in cli("adjudicate").err


def test_plain_review_is_blind(cli: Command, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    lines = "show\nlist\narticles\nsearch piers\nnote mine\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    ended = cli("review", "--plain")
    assert ended.code == 0
    blind(ended.out)


def test_assign_gives_and_takes(cli: Command, store: Path) -> None:
    first = claim_id(store, 1)
    assert "ben: 1 claim given" in cli("assign", "ben", "--claim", first[:9]).out
    assert "ben: 1 claim, fixed" in cli("assign").out
    assert json.loads(cli("assign", "ben", "--search", "mooring", "--json").out)["claims"] == 1
    assert json.loads(cli("assign", "--json").out)["claims"] == 2
    assert "2 claims taken away" in cli("assign", "ben", "--clear").out
    assert "ben: 2 claims given" in cli("assign", "ben", "--first", "2").out
    assert "2 claims taken away" in cli("assign", "ben", "--clear").out
    for words in (["--claim", "zz"], ["--article", "zz"], [], ["--search", "nothing such"]):
        ended = cli("assign", "ben", *words)
        assert (ended.code, ended.out) == (2, "") and ended.err.count("\n") == 1
