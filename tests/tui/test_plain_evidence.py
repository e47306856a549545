"""Evidence in the line mode."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from screen_store import small_store

from workbench.ingest.document import document
from workbench.review.evidence.sources import add_source
from workbench.review.project import init
from workbench.tui import connect, run_plain

MINUTES = (
    "The harbour board was founded in 1911, the minutes say. It owned forty cranes.\n\n"
    "Nobody objected \x1b]0;title\x07 in May."
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = small_store(tmp_path)
    session = connect(str(path), "Ada")
    add_source(session.database, document(MINUTES, "minutes", title="Minutes \u202eX"))
    session.close()
    return path


def review(path: Path, *lines: str, name: str = "Ada") -> tuple[int, str]:
    out = io.StringIO()
    commands = io.StringIO("".join(f"{line}\n" for line in lines))
    code = run_plain(str(path), name, None, commands, out)
    told = out.getvalue()
    assert not any(bad in told for bad in "\x1b\x07\u202e")
    return code, told


def test_search_cite_decide_in_three_commands(store: Path) -> None:
    code, told = review(store, "e harbour board founded 1911", "cite 1 s", "1")
    assert code == 0
    assert "«The harbour board was founded in 1911, the minutes say.»" in told
    assert "evidence 1: supports, verbatim, set 1" in told
    assert "1 of 8 claims decided" in told


def test_a_wrong_quote_is_asked_about_then_confirmed(store: Path) -> None:
    wrong = "quote r The harbour board was founded in 1921, the minutes say"
    code, told = review(store, wrong, "confirm", "confirm")
    assert code == 1
    assert "1921" in told and "evidence 1: refutes, confirmed" in told
    assert "there is nothing to confirm" in told
    assert "quote: The harbour board was founded in 1911, the minutes say" in told


def test_pieces_are_changed_and_used_again(store: Path) -> None:
    code, told = review(
        store,
        "link c https://example.org/a 2019-05-01",
        "stance 1 r",
        "question 1 Who founded it?",
        "set 1 2",
        "next",
        "again",
        "uncite 1",
        "undo",
    )
    assert code == 0
    assert "evidence 1: refutes, not held, set 2 · https://example.org/a" in told
    assert "answers: Who founded it?" in told and "undone: evidence off" in told


@pytest.mark.parametrize(
    "line",
    [
        "cite 1 s",
        "cite x",
        "quote s Penguins nest in the lighthouse",
        "quote x The harbour board",
        "quote s founded \x1b[31m in 1911",
        "link s nowhere",
        "link s https://example.org/a soon",
        "stance 1 s",
        "set 1 2",
        "uncite 9",
        "again",
        "yes",
        "confirm",
    ],
)
def test_what_cannot_be_done_is_one_line(store: Path, line: str) -> None:
    code, told = review(store, line)
    assert code == 1 and told.count("! ") == 1


def test_another_judges_without_knowing_whose_it_is(store: Path) -> None:
    review(store, "e founded 1911", "cite 1 s", "1")
    code, told = review(store, "judge", name="Ben")
    assert code == 0 and "no evidence of others waits" in told  # for Ben is to decide it himself
    session = connect(str(store), "Ada")
    init(session.database, reviewer="Ada", overlap=1)
    session.close()
    code, told = review(store, "judge", "no", name="Ben")
    assert code == 0 and "Ada" not in told
    assert "is this evidence alone enough" in told and "evidence not enough" in told
    assert "no evidence of others waits" in told
