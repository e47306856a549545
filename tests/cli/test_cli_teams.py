"""agreement and adjudicate on the command line."""

import json
from pathlib import Path

import pytest
from cli_command import Command, command, settle
from conftest import TEXT, add_article
from places import once

from workbench.review import project
from workbench.review.project import open_project
from workbench.review.session import Session

EVIL = "\x1b]0;owned\x07[/nope] \u202egnol"


@pytest.fixture
def cli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    settle(tmp_path, monkeypatch)
    return command(monkeypatch, capsys)


@pytest.fixture
def store(tmp_path: Path, cli: Command) -> Path:
    """Claim 1 is disputed, claim 2 is not; anna has decided both, dora none."""
    return disputed(tmp_path / "workbench.db")


@once
def disputed(path: Path) -> None:
    database = open_project(path)
    add_article(database, TEXT, ["closed two piers", "raised the mooring fee by 4%"], title=EVIL)
    for name, labels in {"anna": ("verified", "refuted"), "ben": ("refuted", "refuted")}.items():
        session = Session(database, name)
        for seq, label in enumerate(labels, start=1):
            session.decide(seq, label)
    session.note(1, f"see {EVIL}")
    database.close()


def claim_id(path: Path, seq: int) -> str:
    database = open_project(path)
    found = Session(database, "anna").items([seq])[0].claim.id
    database.close()
    return found


def test_agreement_in_lines_and_as_json(cli: Command, store: Path) -> None:
    shown = cli("agreement")
    assert shown.code == 0
    assert "2 claims decided by 2 reviewers, 2 of them by two or more" in shown.out
    assert "Krippendorff's alpha, nominal" in shown.out and "nan" not in shown.out.casefold()
    assert "AVeriTeC" in shown.out and "0.619" in shown.out and "0.684" in shown.out
    assert "anna / ben" in shown.out
    told = json.loads(cli("agreement", "--json").out)
    assert told["verdicts"]["raw_agreement"]["value"] == 0.5
    assert told["verdicts"]["krippendorff_alpha"]["claims"] == 2
    assert {r["name"] for r in told["references"]} == {"AVeriTeC", "FEVER"}


def test_agreement_of_nothing_is_not_defined(cli: Command, store: Path) -> None:
    shown = cli("agreement", "--reviewer", "dora")
    assert shown.code == 0 and "not defined: no claim has two reviews" in shown.out
    assert "blind: verdicts, tags, agreement: of what dora has decided" in shown.out
    ended = cli("agreement", "--by", "year")
    assert ended.code == 2 and "use week or day" in ended.err


def test_adjudicate_lists_and_settles(cli: Command, store: Path) -> None:
    first = claim_id(store, 1)
    shown = cli("adjudicate", "--reviewer", "lena")
    assert "anna: verified" in shown.out and "ben: refuted" in shown.out
    assert "1 disagreement; 1 claim that all agree on" in shown.out
    done = cli(
        "adjudicate", first[:8], "--side", "ben", "--reason", "as told", "--reviewer", "lena"
    )
    assert done.code == 0 and "gold: refuted" in done.out and "0 disagreements left" in done.out
    case = json.loads(cli("adjudicate", first, "--json", "--reviewer", "lena").out)
    assert (case["gold"]["verdict"], case["gold"]["reason"]) == ("refuted", "as told")
    assert "1 claim settled" in cli("adjudicate", "--unanimous", "--reviewer", "lena").out
    assert "undone" in cli("adjudicate", "--undo", "--reviewer", "lena").out
    assert cli("verify").code == 0


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--side", "ben"], "name the claim"),
        (["CLAIM", "--side", "ben", "--discard"], "use one of"),
        (["CLAIM", "--verdict", "refuted"], "needs a reason"),
        (["CLAIM", "--discard"], "a discard needs a reason"),
        (["CLAIM", "--verdict", "maybe", "--reason", "x"], "no verdict 'maybe'"),
        (["CLAIM", "--side", "dora"], "dora has not decided"),
        (["CLAIM", "--control"], "--control needs"),
        (["zzzz"], "no such claim"),
        (["--order", "size"], "no order 'size'"),
        (["--undo"], "nothing to undo"),
    ],
)
def test_what_cannot_be_settled_is_one_line(
    cli: Command, store: Path, words: list[str], reason: str
) -> None:
    first = claim_id(store, 1)
    words = [first if word == "CLAIM" else word for word in words]
    ended = cli("adjudicate", *words, "--reviewer", "lena")
    assert (ended.code, ended.out) == (2, "")
    assert reason in ended.err and ended.err.count("\n") == 1


def test_only_leads_adjudicate_where_leads_are_named(cli: Command, store: Path) -> None:
    shown = json.loads(cli("init", "--lead", "lena", "--lead", "mona", "--json").out)
    assert shown["leads"] == ["lena", "mona"]
    ended = cli("adjudicate")
    assert ended.code == 2 and "only leads settle claims here: lena, mona" in ended.err
    assert cli("adjudicate", "--reviewer", "mona").code == 0
    ended = cli("init", "--lead", EVIL)
    assert ended.code == 2 and ended.err.count("\n") == 1


def test_settings_of_a_team_are_kept(cli: Command, store: Path) -> None:
    wanted = ["--votes", "2", "--no-blind", "--recheck", "0.1", "--controls", "0.05"]
    shown = json.loads(cli("init", *wanted, "--json").out)
    assert (shown["votes"], shown["blind"]) == (2, False)
    assert (shown["recheck"], shown["controls"]) == (0.1, 0.05)
    database = open_project(store)
    found = project.settings(database)
    assert (found.votes, found.blind, found.recheck, found.controls) == (2, False, 0.1, 0.05)
    database.close()
    assert cli("init", "--recheck", "1.5").code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--verdict", "nope"), "no verdict 'nope'; it has verified, refuted, "),
        (("--verdict", "nope", "--control"), "no verdict 'nope'; it has verified, refuted, "),
        (("--discard",), "a discard needs a reason\n"),
        (("--verdict", "not-checkable"), "a third verdict needs a reason\n"),
        (("--verdict", "refuted"), "; ben says the same: taking that side needs none\n"),
    ],
)
def test_what_a_verdict_of_ones_own_wants(
    cli: Command, store: Path, words: tuple[str, ...], said: str
) -> None:
    ended = cli("adjudicate", claim_id(store, 1)[:8], *words, "--reviewer", "lena")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert said in ended.err


def test_verdicts_are_taken_by_the_names_that_are_shown(cli: Command, store: Path) -> None:
    first = claim_id(store, 1)
    words = ("--verdict", "Not enough  evidence", "--reason", "so", "--reviewer", "lena")
    assert "gold: not enough evidence" in cli("adjudicate", first[:8], *words).out
    for number, name in enumerate(("not enough evidence", "not-enough-evidence")):
        assert cli("export", f"{number}.jsonl", "--verdict", name, "--reviewer", "lena").code == 0
    assert store.with_name("0.jsonl").read_bytes() == store.with_name("1.jsonl").read_bytes()
    assert json.loads(store.with_name("0.jsonl").read_text())["claim"] == first
    assert "no verdict 'nope'" in cli("export", "2.jsonl", "--verdict", "nope").err


def test_undo_of_settling_leaves_reviews_alone(cli: Command, store: Path) -> None:
    refused = cli("adjudicate", "--undo", "--reviewer", "ben")
    assert refused.code == 2 and "none of what you settled is in effect" in refused.err
    assert "2 decided" in cli("status", "--reviewer", "ben").out
