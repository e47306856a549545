"""The commands `checked` and `match`."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from cli_command import Command, command, settle

CLAIMS = """\
{"id": "c1", "claim": "The Old Bridge was closed to lorries in 2016.", "verdict": "True"}
{"id": "c2", "claim": "The ferry carried 40,000 passengers.", "verdict": "False\\u001b]0;x\\u0007"}
"""


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    settle(tmp_path, monkeypatch)
    Path("claims.jsonl").write_text(CLAIMS, encoding="utf-8")
    Path("broken.json").write_text('{"@type": "ClaimReview"}', encoding="utf-8")
    monkeypatch.setattr("workbench.encoder.available", lambda: False)
    return command(monkeypatch, capsys)


def given(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let the standard input hold this text."""
    stream = io.TextIOWrapper(io.BytesIO(text.encode("utf-8")), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stream)


def test_claims_are_added_listed_and_counted(run: Command) -> None:
    assert run("checked", "add", "claims.jsonl").out == (
        "workbench.db: 2 checked claims added, 0 known already\n"
    )
    again = json.loads(run("checked", "add", "claims.jsonl", "--json").out)
    assert (again["added"], again["known"]) == (0, 2)
    listed = [json.loads(line) for line in run("checked", "list", "--json").out.splitlines()]
    assert [claim["external_id"] for claim in listed] == ["c1", "c2"]
    assert "The Old Bridge" in run("checked", "list").out
    counts = json.loads(run("checked", "status", "--json").out)
    assert (counts["claims"], counts["polarity"]) == (2, {"refuted": 1, "supported": 1})
    assert (counts["engine"], counts["vectors"]) == ("words", 0)


def test_a_file_that_cannot_be_taken_is_named_and_the_rest_goes_in(run: Command) -> None:
    alone = run("checked", "add", "broken.json")
    assert (alone.code, alone.out) == (2, "")
    assert alone.err == (
        "broken.json: is a ClaimReview without claimReviewed; nothing of the file is stored\n"
    )
    assert not Path("workbench.db").exists()
    mixed = run("checked", "add", "broken.json", "absent.json", "claims.jsonl")
    assert mixed.code == 1
    assert len(mixed.err.splitlines()) == 2
    assert "2 checked claims added" in mixed.out


def test_a_device_is_no_file_of_claims(run: Command) -> None:
    for words in (["checked", "add", "/dev/zero"], ["match", "--queries", "/dev/zero"]):
        ended = run(*words)
        assert (ended.code, ended.err.count("\n")) == (2, 1)
        assert "/dev/zero: is not a regular file" in ended.err


@pytest.mark.parametrize(
    "text",
    [
        "id,claim\nc1,The Old Bridge was closed.\n",
        '\ufeff"id"\t"Claim Reviewed"\r\nc1\tThe Old Bridge was closed.\r\n',
        "claim\nThe Old Bridge was closed.\n",
        '{"id": "c1", "claim": "The Old Bridge was closed."}\n',
        '[{"id": "c1",\n "claim": "The Old Bridge was closed."}]',
        '<script type="application/ld+json">{"@type": "ClaimReview",'
        ' "claimReviewed": "The Old Bridge was closed."}</script>',
    ],
)
def test_checked_claims_come_in_any_form_by_standard_input(
    run: Command, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    given(monkeypatch, text)
    ended = run("checked", "add", "-")
    assert (ended.code, ended.err) == (0, "")
    assert "The Old Bridge was closed." in run("checked", "list").out


@pytest.mark.parametrize(
    "text",
    [
        "id;text\nq1;The bridge was closed\n",
        "text\nThe bridge was closed\n",
        "tweet_content\ttweet_id\nThe bridge was closed\tq1\n",
        '"The bridge was closed"\n',
        '{"text": "The bridge was closed"}\n',
    ],
)
def test_queries_come_in_any_form_by_standard_input(
    run: Command, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    run("checked", "add", "claims.jsonl")
    given(monkeypatch, text)
    ended = run("match", "--queries", "-", "--json")
    assert (ended.code, ended.err) == (0, "")
    assert [json.loads(line)["text"] for line in ended.out.splitlines()] == [
        "The bridge was closed"
    ]


def test_what_has_no_form_is_one_line(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    for text, said in (
        ("who,what\na,b\n", "has no column with the claim"),
        ("nothing of the kind\n", "is not JSON"),
        ("", "is not JSON"),
    ):
        given(monkeypatch, text)
        ended = run("checked", "add", "-")
        assert (ended.code, ended.err.count("\n")) == (2, 1), text
        assert said in ended.err
    given(monkeypatch, "The bridge, they say, was closed\n")
    ended = run("match", "--queries", "-")
    assert (ended.code, "is not JSON" in ended.err) == (2, True)


def test_an_encoding_is_told_where_it_is_guessed_and_can_be_named(run: Command) -> None:
    rows = ("claim", "Das Schiff fährt über die Brücke", "Die Fähre gehört der Stadt München")
    Path("german.csv").write_bytes("\n".join(rows).encode("cp1252"))
    Path("doubt.jsonl").write_bytes('{"claim": "café \x85 ¤Ð¥"}\n'.encode("latin-1"))
    guessed = run("checked", "add", "german.csv")
    assert guessed.err == (
        "german.csv: is not UTF-8; read as cp1252, as its letters suggest"
        " (--encoding names another)\n"
    )
    refused = run("checked", "add", "doubt.jsonl")
    assert (refused.code, refused.err.count("name it with --encoding")) == (2, 1)
    assert run("match", "--queries", "doubt.jsonl").code == 2
    assert run("checked", "add", "--encoding", "latin-1", "doubt.jsonl").code == 0
    assert run("match", "--encoding", "latin-1", "--queries", "doubt.jsonl").code == 0
    assert "café" in run("checked", "list").out


@pytest.mark.parametrize("text", ["", " \t"])
def test_no_words_match_nothing(run: Command, text: str) -> None:
    ended = run("match", text)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "workbench: the text is empty; give the words of a claim\n"


def test_a_text_is_matched(run: Command) -> None:
    run("checked", "add", "claims.jsonl")
    ended = run("match", "Lorries cannot use the Old Bridge since 2014.")
    assert ended.code == 0
    assert "The Old Bridge was closed to lorries in 2016." in ended.out
    assert "2014 in the claim, 2016 in the checked claim" in ended.out
    assert ended.out.endswith("engine words\n")


def test_many_texts_give_a_line_each(run: Command) -> None:
    run("checked", "add", "claims.jsonl")
    Path("queries.jsonl").write_text(
        '{"id": "q1", "text": "the ferry and its passengers"}\n{"id": "q2"}\n"Old Bridge"\n',
        encoding="utf-8",
    )
    ended = run("match", "--queries", "queries.jsonl", "-k", "1", "--json")
    assert ended.code == 1
    assert "queries.jsonl:2: holds no query" in ended.err
    first, second = (json.loads(line) for line in ended.out.splitlines())
    assert (first["query"], first["engine"]) == ("q1", "words")
    assert [match["id"] for match in first["matches"]] == ["c2"]
    assert (second["query"], second["matches"][0]["id"]) == ("3", "c1")


def test_wrong_use_is_one_line(run: Command) -> None:
    run("checked", "add", "claims.jsonl")
    assert run("match").code == 2
    assert run("match", "a", "--queries", "b").code == 2
    wrong = run("match", "a", "--engine", "magic")
    assert (wrong.code, wrong.err) == (
        2,
        "workbench: no engine is called 'magic'; there are auto, semantic, words\n",
    )
    missing = run("match", "a", "--engine", "semantic")
    assert (missing.code, len(missing.err.splitlines())) == (2, 1)
    assert "claim-workbench[semantic]" in missing.err


def test_the_sample_checks_speak_of_the_sample_articles(run: Command) -> None:
    from workbench.cli import samples

    assert samples.CHECKED not in {Path(name).name for name in samples.files()}
    checks = str(samples.folder() / samples.CHECKED)
    assert run("checked", "add", checks, "--no-vectors").code == 0
    found = run("match", "The NATO-Russia Council met regularly until 2019", "-k", "1")
    assert "2019 in the claim, 2018 in the checked claim" in found.out
