"""The command `consistency` on a store of two articles."""

import json
from pathlib import Path

import pytest
from cli_command import Command, command, settle

FIRST = "Council news\n\nThe NATO-Russia Council met regularly until 2019. The mayor smiled.\n"
SECOND = "Looking back\n\nThe NATO-Russia Council has not met since 2017, officials said.\n"


@pytest.fixture
def cli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    settle(tmp_path, monkeypatch)
    run = command(monkeypatch, capsys)
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        Path(name).write_text(text, "utf-8")
    assert run("import", "first.txt", "second.txt").code == 0
    return run


def test_claims_that_disagree_are_listed_with_both_sentences(cli: Command) -> None:
    ended = cli("consistency")
    assert ended.code == 0
    assert ended.out.count("may disagree:") == 1
    assert "The NATO-Russia Council met regularly until 2019" in ended.out
    assert "The NATO-Russia Council has not met since 2017" in ended.out
    assert "1 pair may disagree, 0 pairs may agree" in ended.out


def test_json_has_one_object_a_pair(cli: Command) -> None:
    [line] = cli("consistency", "--json").out.splitlines()
    pair = json.loads(line)
    assert pair["relation"] == "contradicts"
    assert "2017" in pair["reason"] and "2019" in pair["reason"]
    texts = {FIRST, SECOND}
    for side in (pair["first"], pair["second"]):
        assert any(text[side["start"] : side["end"]] in side["sentence"] for text in texts)
    assert pair["first"]["article"] != pair["second"]["article"]


def test_one_article_can_be_asked_for(cli: Command) -> None:
    pair = json.loads(cli("consistency", "--json").out)
    here = cli("consistency", "--article", pair["first"]["article"][:10], "--json")
    assert json.loads(here.out) == pair
    missing = cli("consistency", "--article", "nosuch")
    assert (missing.code, missing.err) == (2, "workbench: nosuch: no claims of such an article\n")


def test_verdicts_do_not_show(cli: Command) -> None:
    assert "verdict" not in cli("consistency", "--json").out
