"""init, status, verify, backup, history, export on a store with hostile words in it."""

import errno
import json
import os
import shlex
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from cli_command import Command, command, settle
from conftest import TEXT, add_article
from places import once

from workbench.review.project import init, open_project, settings
from workbench.review.session import Session

EVIL = "\x1b]0;owned\x07[/nope] \x9b2J \u202egnol\u2028"
"""Sets a title, breaks markup, clears the screen, turns the line around."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settle(tmp_path, monkeypatch)
    return tmp_path


@pytest.fixture
def cli(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    return command(monkeypatch, capsys)


@pytest.fixture
def store(here: Path) -> Path:
    return evil(here / "workbench.db")


@once
def evil(path: Path) -> None:
    database = open_project(path)
    add_article(database, TEXT, ["closed two piers", "raised the mooring fee by 4%"])
    words = f"Prices {EVIL} rose by 3% in June."
    add_article(database, words, [words[:-1]], title=EVIL)
    session = Session(database, "anna")
    session.decide(1, "verified")
    session.tag(1, "money")
    session.note(3, EVIL)
    session.reword(3, f"x {EVIL}")
    session.close()


def test_init_sets_what_is_given_and_keeps_the_rest(cli: Command, here: Path) -> None:
    (here / "guide.md").write_text("Read twice.", encoding="utf-8")
    assert cli("init", "--scheme", "averitec", "--guidelines", "guide.md").code == 0
    shown = json.loads(cli("init", "--overlap", "2", "--json").out)
    assert shown["scheme"]["name"] == "averitec"
    assert shown["guidelines"] == "Read twice."
    assert shown["overlap"] == 2


def test_a_broken_scheme_is_one_line_and_makes_no_store(cli: Command, here: Path) -> None:
    (here / "ours.toml").write_text('name = "x"\n[[labels]]\nid = "a"\nkey = "j"\n')
    ended = cli("init", "--scheme", "ours.toml")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("workbench: ours.toml:4: key 'j' belongs")
    assert ended.err.count("\n") == 1
    assert not (here / "workbench.db").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--recheck", "nan"), "share of own claims that come back goes from 0 to 1"),
        (("--controls", "nan"), "share of control claims goes from 0 to 1"),
        (("--unaided", "nan"), "share of articles without suggestions goes from 0 to 1"),
        (("--overlap", "99999999999999999999"), "reviewers of a claim (--overlap) are 1,000"),
        (("--votes", "1001"), "leads who must agree (--votes) are 1,000 at most"),
        (("--release", "1"), "'1' is no release"),
        (("--released", "May"), "'May' is no day"),
    ],
)
def test_a_setting_that_cannot_be_is_one_line_and_makes_no_store(
    cli: Command, here: Path, words: tuple[str, str], told: str
) -> None:
    ended = cli("init", *words)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert ended.err.count("\n") == 1
    assert list(here.iterdir()) == []


def test_a_scheme_without_a_label_in_use_is_refused(cli: Command, store: Path) -> None:
    ended = cli("init", "--scheme", "fever")
    assert ended.code == 2
    assert "verified" in ended.err


def test_status_counts(cli: Command, store: Path) -> None:
    found = json.loads(cli("status", "--json").out)
    assert found["totals"] == {"articles": 2, "candidates": 3, "added": 0}
    assert found["verdicts"] == {"verified": 1}
    assert (found["reviewers"][0]["reviewer"], found["reviewers"][0]["open"]) == ("anna", 2)
    text = cli("status").out
    assert "2 articles, 3 candidates" in text
    assert "anna: 1 decided" in text


def test_the_store_is_named_before_or_after_the_command_or_around(
    cli: Command, store: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = store.rename(here / "other.db")
    assert cli("status").code == 2
    assert cli("--db", other, "status").code == 0
    assert cli("status", "--db", other).code == 0
    assert cli("--db", "none.db", "status", "--db", other).code == 0
    monkeypatch.setenv("WORKBENCH_DB", str(other))
    assert cli("status").code == 0
    assert cli("--db", "none.db", "status").code == 2


def test_verify_names_what_is_wrong(cli: Command, store: Path) -> None:
    assert cli("verify").out == "workbench.db: sound\n"
    with sqlite3.connect(store) as connection:
        connection.execute("UPDATE review SET verdict = 'refuted' WHERE claim_seq = 1")
        connection.execute("UPDATE claim SET quote = ? WHERE seq = 3", (EVIL,))
    ended = cli("verify")
    assert ended.code == 1
    assert "review: " in ended.out
    assert "claim: " in ended.out
    found = json.loads(cli("verify", "--json").out)
    assert (found["sound"], len(found["problems"])) == (False, 2)


def test_verify_tells_damage_from_a_wrong_name(cli: Command, store: Path, here: Path) -> None:
    (here / "notes.db").write_text("my notes, which are no database")
    assert cli("verify", "--db", "notes.db").code == 2
    assert cli("verify", "--db", "none.db").code == 2
    content = bytearray(store.read_bytes())
    content[100:4000] = b"\xaa" * 3900
    store.write_bytes(content)
    ended = cli("verify")
    assert ended.code == 1
    assert "database: " in ended.out


def test_backup_is_a_sound_copy_and_replaces_nothing_unasked(cli: Command, store: Path) -> None:
    assert cli("backup", "copy.db").code == 0
    assert cli("verify", "--db", "copy.db").code == 0
    ended = cli("backup", "copy.db")
    assert ended.code == 2
    assert "--replace" in ended.err
    assert cli("backup", "copy.db", "--replace").code == 0
    assert cli("backup", "workbench.db", "--replace").code == 2
    assert cli("verify").code == 0


def test_history_of_a_claim_and_of_a_reviewer(cli: Command, store: Path) -> None:
    events = [json.loads(line) for line in cli("history", "--json").out.splitlines()]
    assert [event["kind"] for event in events] == ["verdict", "tagged", "noted", "reworded"]
    claim = events[0]["claim_id"]
    lines = cli("history", claim[:10]).out.splitlines()
    assert len(lines) == 2
    assert "anna  verdict" in lines[0]
    assert len(cli("history", "--by", "anna").out.splitlines()) == 4
    assert cli("history", "--by", "ben").out == ""
    assert cli("history", "zzz").code == 2
    assert "more than one" in cli("history", "").err


def test_names_that_the_store_does_not_know_are_refused(
    cli: Command, store: Path, here: Path
) -> None:
    assert cli("init", "--lead", "leo").code == 0
    ended = cli("history", "--by", "ana")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "workbench: ana: no such reviewer in this project; there are anna, leo\n"
    assert cli("history", "--by", "leo").code == 0
    (here / "out.jsonl").write_text("before")
    for words in (["--tag", "mony"], ["--tag", "money", "--tag", "mony"]):
        ended = cli("export", "out.jsonl", *words, "--reviewer", "leo")
        assert ended.code == 2
        assert ended.err == "workbench: no tag 'mony' in this project; there are money\n"
        assert (here / "out.jsonl").read_text() == "before"
    ended = cli("export", "out", "--split", "80/20", "--tag", "mony", "--reviewer", "leo")
    assert ended.code == 2 and not (here / "out").exists()
    assert cli("export", "out.jsonl", "--tag", "money", "--reviewer", "leo").code == 0
    assert len((here / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_a_tag_of_the_scheme_is_known_before_its_use(cli: Command, store: Path, here: Path) -> None:
    database = open_project(store)
    scheme = settings(database).scheme
    init(database, reviewer="anna", scheme=replace(scheme, tags=("harbour",)))
    database.close()
    assert cli("export", "out.jsonl", "--tag", "harbour").code == 0


def test_history_tells_settings(cli: Command, store: Path) -> None:
    leads = [word for n in range(7) for word in ("--lead", f"lead{n}")]
    assert cli("init", "--recheck", "0.05", *leads, "--reviewer", "lead0").code == 0
    told = cli("history", "--reviewer", "lead0").out
    assert "recheck_set  value 0.05" in told
    assert "leads_set  value lead0, lead1, lead2, lead3, lead4 and 2 more" in told


def test_export_by_suffix_and_by_name(cli: Command, store: Path, here: Path) -> None:
    assert cli("export", "a.csv").code == 0
    assert cli("export", "b.jsonl").code == 0
    assert cli("export", "c", "--format", "jsonl").code == 0
    assert (here / "b.jsonl").read_bytes() == (here / "c" / "claims.jsonl").read_bytes()
    assert (here / "a.csv").read_bytes().startswith(b'"claim","article"')
    report = json.loads(cli("export", "d.jsonl", "--decided", "--json").out)
    assert (report["claims"], report["decided"]) == (1, 1)
    assert "jsonl" in cli("export", "--list").out
    assert cli("export", "x", "--format", "xml").code == 2
    assert cli("export", "workbench.db").code == 2
    assert cli("export").code == 2


def test_a_suffix_that_tells_no_format_is_refused(cli: Command, store: Path, here: Path) -> None:
    for name in ("a.parquet", "a.spacy", "a.ann", "a.json", "a.xyz"):
        ended = cli("export", name)
        assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
        assert f"{name}: the suffix {Path(name).suffix} tells no format" in ended.err
        assert "--format" in ended.err
    assert not list(here.glob("a.*"))
    assert cli("export", "a.CSV").code == 0
    assert cli("export", "a.json", "--format", "averitec").code == 0
    assert cli("export", "a.xyz", "--format", "jsonl").code == 0
    assert cli("export", "a.v1", "--split", "50/50").code == 0  # a folder


def test_what_a_project_says_of_its_datasets(cli: Command, store: Path, here: Path) -> None:
    asked = ("--source", "Our desk", "--citation", "Us [/x]", "--release", "1.0.0")
    assert cli("init", *asked, "--released", "20260531").code == 0
    found = json.loads(cli("init", "--json").out)
    assert (found["release"], found["released"]) == ("1.0.0", "2026-05-31")
    assert cli("export", "set").code == 0
    card = (here / "set" / "README.md").read_text(encoding="utf-8")
    assert "- Release: 1.0.0, of 2026-05-31" in card
    assert "- Cite as: Us \\[/x\\]" in card
    for option, value in (("--release", "1.0"), ("--released", "May")):
        ended = cli("init", option, value)
        assert ended.code == 2
        assert len(ended.err.splitlines()) == 1
    assert json.loads(cli("init", "--json").out)["release"] == "1.0.0"


def test_a_dataset_is_proved(cli: Command, store: Path, here: Path) -> None:
    assert cli("init", "--title", "Ferries", "--licence", "cc-by-4.0").code == 0
    ended = cli("export", "set", "--split", "50/50", "--text", "quotes")
    assert ended.code == 0
    assert "train: " in ended.out
    assert cli("verify", "set").out.strip() == "set: sound"
    assert cli("verify", "set", "--texts", "workbench.db").code == 0
    card = (here / "set" / "README.md").read_text()
    assert 'license: "cc-by-4.0"' in card
    (here / "set" / "README.md").write_text(card.replace("Ferries", "Fairies"))
    ended = cli("verify", "set", "--json")
    assert ended.code == 1
    assert not json.loads(ended.out)["sound"]
    assert cli("verify", "nothing").code == 2
    assert cli("export", "set", "--split", "50").code == 2
    assert cli("export", "set", "--labels", "best").code == 2
    assert cli("export", "set", "--keep", "set").code == 2
    assert cli("export", "set", "--pseudonyms", "nothing").code == 2


def test_the_proof_that_is_named_can_be_typed_as_it_stands(
    cli: Command, store: Path, here: Path
) -> None:
    """Also where a name has spaces."""
    told = cli("export", "my set", "--split", "50/50").out.splitlines()[-1]
    _, _, command_line = told.partition("to prove it: workbench ")
    assert cli(*shlex.split(command_line)).out == "my set: sound\n"
    told = cli("copy", store, here / "for anna.db").out
    _, _, command_line = told.partition("to prove it: workbench ")
    assert cli(*shlex.split(command_line)).code == 0


def test_hostile_words_in_arguments(cli: Command, here: Path) -> None:
    for words in (
        ["status", "--db", EVIL],
        ["--db", EVIL, "verify"],
        [EVIL],
        ["status", f"--{EVIL}"],
        ["init", "--scheme", EVIL],
        ["init", "--overlap", EVIL],
        ["init", "--reviewer", EVIL],
        ["export", "x", "--format", EVIL],
    ):
        ended = cli(*words)
        assert ended.code == 2, words
        assert ended.err


def test_names_of_reviewers(cli: Command, here: Path) -> None:
    ended = cli("init", "--reviewer", "anna\x1b[31m")
    assert "control characters" in ended.err
    assert cli("init", "--reviewer", " ").code == 2
    assert cli("init", "--reviewer", "Zoë O’Hara").code == 0


def test_a_folder_or_a_text_is_no_database(cli: Command, here: Path) -> None:
    (here / "notes.txt").write_text("some notes of mine")
    for name in (".", "notes.txt"):
        ended = cli("status", "--db", name)
        assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert (here / "notes.txt").read_text() == "some notes of mine"


def test_an_argument_that_is_no_text_is_one_line(cli: Command, store: Path) -> None:
    for words in (
        ["history", "--by", "caf\udce9"],
        ["history", "caf\udce9"],
        ["adjudicate", "caf\udce9"],
        ["init", "--title", "caf\udce9"],
    ):
        ended = cli(*words)
        assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1), words
        assert "is not UTF-8; type it again" in ended.err


def unwritable(*_given: object, **_more: object) -> None:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS), "b.db.part")


def test_a_backup_that_cannot_be_written_names_its_file(
    cli: Command, store: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pathlib.Path.unlink", unwritable)  # as where the system is read-only
    ended = cli("backup", "b.db")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "workbench: b.db: cannot be written: Read-only file system; name a file in another folder\n"
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_backup_replaces_no_pipe(cli: Command, store: Path, here: Path) -> None:
    os.mkfifo(here / "pipe")
    ended = cli("backup", "pipe", "--replace")
    assert (ended.code, (here / "pipe").is_fifo()) == (2, True)
    assert "pipe: is not a regular file" in ended.err


def test_a_split_that_is_not_there_is_named(cli: Command, store: Path) -> None:
    for words, said in (
        (
            ["--split", "50/50", "--keep", "nope"],
            "nope/articles.jsonl: cannot be read (no such file",
        ),
        (["--split-file", "nope"], "nope: cannot be read (no such file"),
    ):
        ended = cli("export", "out", *words)
        assert (ended.code, ended.err.count("\n")) == (2, 1)
        assert said in ended.err
        assert "; name a f" in ended.err and "Errno" not in ended.err


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", [["status"], ["export", "--list"], ["history", "--json"]])
def test_where_nothing_can_be_printed_one_line_says_so(
    store: Path, unbuffered: str, words: list[str]
) -> None:
    root = str(Path(__file__).parents[2])
    code = "from workbench.cli.main import run; run()"
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-c", code, *words],
            env=os.environ | {"PYTHONPATH": root, "PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )
    assert ended.returncode == 2
    assert ended.stderr.startswith("workbench: the standard output cannot be written (no space")
    assert ended.stderr.count("\n") == 1


def test_init_says_what_it_changed(cli: Command, here: Path) -> None:
    assert cli("init", "--lead", "lea", "--lead", "lea").out.splitlines()[1:] == [
        "leads: lea, was everybody"
    ]
    (here / "guide.md").write_text("Read  twice.\n", encoding="utf-8")
    asked = ("--scheme", "fever", "--guidelines", "guide.md", "--no-blind", "--overlap", "0")
    lines = cli("init", "--lead", "leo", *asked, "--title", f"x{EVIL}").out.splitlines()
    assert {
        "leads: leo, was lea",
        "scheme: fever@1, was default@1",
        "guidelines: Read twice., was none",
        "blind: no, was yes",
        "overlap: everybody, as before",
    } <= set(lines)
    assert sum(line.startswith("title: ") for line in lines) == 1
    assert cli("init").out.count("\n") == 2  # the scheme, and that there are guidelines


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ((), ("--votes", "2", "--lead", "lea")),
        ((), ("--votes", "2", "--lead", "lea", "--lead", "lea ")),
        (("--lead", "lea"), ("--votes", "2")),
        (("--votes", "2", "--lead", "lea", "--lead", "leo"), ("--lead", "lea")),
    ],
)
def test_more_votes_than_leads_are_refused(
    cli: Command, here: Path, first: tuple[str, ...], then: tuple[str, ...]
) -> None:
    if first:
        assert cli("init", *first).code == 0
    before = cli("status", "--json").out
    ended = cli("init", *then)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        "workbench: 2 leads must agree on a gold label, and the project names 1 lead (lea):"
        " name more with --lead, or ask for fewer with --votes\n"
    )
    assert (here / "workbench.db").exists() == bool(first)
    assert cli("status", "--json").out == before
    assert cli("init", "--title", "Mills").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("copy", "a.md", "x.db"), "a.md: is not a SQLite database; name another file"),
        (("copy", "workbench.db", "a.md"), "a.md: is not a SQLite database; name another file"),
        (("merge", "a.md"), "a.md: is not a SQLite database; name another file"),
        (("merge", "folder"), "folder: is a folder; name a database file"),
        (("init", "--lead", " "), "a lead's name is empty; give one with --lead"),
        (
            ("assign", ""),
            "the reviewer's name is empty; name who gets the claims,"
            " as in 'workbench assign alice'",
        ),
    ],
)
def test_a_hint_names_what_the_command_has(
    cli: Command, store: Path, here: Path, words: tuple[str, ...], said: str
) -> None:
    (here / "a.md").write_text("# The mill\n\nIt opened in 2016.\n", encoding="utf-8")
    (here / "folder").mkdir()
    ended = cli(*words)
    assert (ended.code, ended.err) == (2, f"workbench: {said}\n")
