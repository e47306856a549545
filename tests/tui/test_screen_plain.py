"""The review line by line."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO, cast

import pytest
from screen_store import HARBOUR, add_article, small_store

from workbench.ingest.document import document
from workbench.review.intake import add_document
from workbench.review.session import Session, state
from workbench.tui import connect, run_plain


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return small_store(tmp_path)


def review(path: Path, *lines: str, article: str | None = None) -> tuple[int, str]:
    out = io.StringIO()
    commands = io.StringIO("".join(f"{line}\n" for line in lines))
    return run_plain(str(path), "Ada", article, commands, out), out.getvalue()


def session(path: Path) -> Session:
    return connect(str(path), "Ada")


def states(path: Path) -> list[str]:
    opened = session(path)
    found = [state(item) for item in opened.items(opened.queue())]
    opened.close()
    return found


def test_verdicts_by_key_by_id_and_by_name(store: Path) -> None:
    code, told = review(store, "1", "refuted", "not enough evidence", "later", "discard")
    assert code == 0
    assert states(store)[:5] == ["decided"] * 3 + ["later", "discarded"]
    assert "4 of 8 claims decided" in told


def test_the_end_of_the_input_ends_cleanly_and_she_resumes(store: Path) -> None:
    review(store, "1", "1", "next")
    _, told = review(store)
    assert "The new pier cost 12 million euros" in told


def test_a_line_that_is_no_text_is_told_and_the_next_is_taken(store: Path) -> None:
    code, told = review(store, "note caf\udce9", "search caf\udce9", "tag trade")
    assert code == 1
    assert told.count("! this line is not UTF-8") == 2
    opened = session(store)
    (item,) = opened.items(opened.queue()[:1])
    opened.close()
    assert item.review is not None
    assert (item.review.note, item.review.tags) == ("", ("trade",))


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_bytes_that_are_no_text_come_through_the_command(store: Path, locale: str) -> None:
    code = "from workbench.cli.main import run; run()"
    ended = subprocess.run(
        [sys.executable, "-c", code, "review", "--plain", "--db", str(store)],
        input=b"note caf\xe9\n1\n",
        env=os.environ | {"LC_ALL": locale, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (ended.returncode, ended.stderr) == (1, b"")
    assert b"! this line is not UTF-8" in ended.stdout
    assert b"1 of 8 claims decided" in ended.stdout


def test_tags_note_wording_and_undo(store: Path) -> None:
    code, told = review(store, "tag trade", "note ask", "reword The board is old", "undo", "undo")
    assert code == 0
    opened = session(store)
    (item,) = opened.items(opened.queue()[:1])
    opened.close()
    assert item.review is not None and item.review.tags == ("trade",)
    assert item.review.note == "" and item.review.statement is None
    assert "statement: The board is old" in told


def test_a_claim_is_added_moved_split_and_merged(store: Path) -> None:
    start = HARBOUR.index("the mayor said")
    code, told = review(
        store, f"add {start} {start + 14}", f"move {start + 4} {start + 14}", "go 1", "merge"
    )
    assert code == 0
    assert "quote: the mayor said" in told and "quote: mayor said" in told
    assert "quote: The harbour board was founded in 1911 and owns forty cranes" in told
    code, told = review(store, "go 1", "split 4")
    assert code == 0


def test_what_cannot_be_done_is_told_and_nothing_is_lost(store: Path) -> None:
    code, told = review(store, "1", "lunch", "go 99", "add 3", "split 9999", "redo", "1")
    assert code == 1
    assert told.count("! ") == 5
    assert states(store)[:2] == ["decided", "decided"]


def test_search_lists_and_help(store: Path) -> None:
    code, told = review(store, "search oldest", "search", "list", "articles", "guide", "?", "q")
    assert code == 0
    assert "1 claim\n" in told and "8. undecided" in told
    assert "An orchard: 0/2" in told and "reword TEXT" in told


def test_another_order_and_a_reason(store: Path) -> None:
    code, told = review(store, "order uncertainty", "why", "order size", "order article", "next")
    assert code == 1
    assert "8 claims, by uncertainty" in told and "8 claims, by article" in told
    assert "! order article|worth|uncertainty" in told
    assert "time" in told


def test_she_begins_where_she_says(store: Path) -> None:
    _, told = review(store, article="An orchard")
    assert "The orchard covers nine hectares" in told
    assert review(store, article="no such")[0] == 2


def test_no_store_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "text.db"
    path.write_text("no database, only a text of some length", encoding="utf-8")
    code, told = review(path)
    assert code == 2 and len(told.splitlines()) == 1


def test_an_empty_store_takes_commands(tmp_path: Path) -> None:
    code, told = review(tmp_path / "empty.db", "1", "next", "show", "merge", "list", "quit")
    assert code == 1 and "nothing to review yet" in told


def test_an_article_without_claims_takes_one(store: Path) -> None:
    add_article(store, "A greeting", "Hello there, said nobody.", ())
    code, told = review(store, "1", "add 0 11", "note so", article="A greeting")
    assert "no claims to review here: add START END · A greeting" in told
    assert code == 1 and "! there is no claim" in told  # of the verdict
    assert "added · Hello there" in told and "claim 9 of 9 · A greeting" in told


def test_hostile_text_is_made_safe(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    text = "A \x1b]52;c;aGk=\x07 board \u202emet\u2028 \x9b31m in May.\r\n"
    add_article(path, "\x1b]0;title\x07", text, ("board \u202emet\u2028",))
    _, told = review(path, "note \x1b[31mred", "show", "list", "articles", "tag \x1b")
    assert not any(bad in told for bad in "\x1b\x07\x9b\u202e\u2028")


def test_textual_is_not_loaded(store: Path) -> None:
    program = (
        "import sys; from workbench.tui import run_plain;"
        f"code = run_plain({str(store)!r}, 'Ada');"
        "sys.exit(9 if 'textual' in sys.modules else code)"
    )
    done = subprocess.run([sys.executable, "-c", program], input=b"1\n", capture_output=True)
    assert done.returncode == 0, done.stderr.decode()


def meanwhile(path: Path, act: Callable[[Session], object], *lines: str) -> Iterator[str]:
    """The first line, then something done in another window, then the other lines."""
    yield f"{lines[0]}\n"
    other = session(path)
    act(other)
    other.close()
    yield from (f"{line}\n" for line in lines[1:])


def beside(path: Path, act: Callable[[Session], object], *lines: str) -> tuple[int, str]:
    out = io.StringIO()
    commands = cast(TextIO, meanwhile(path, act, *lines))
    return run_plain(str(path), "Ada", None, commands, out), out.getvalue()


def test_a_verdict_replaces_none_that_was_given_in_another_window(store: Path) -> None:
    code, told = beside(store, lambda other: other.decide(1, "refuted"), "show", "1", "1")
    refused, shown = told.split("! the store was changed elsewhere, so nothing was done\n")
    assert code == 1 and "refuted" not in refused
    assert "what follows is as it is now\nclaim 1 of 8" in shown and "· refuted" in shown
    assert states(store)[:2] == ["decided", "open"]
    opened = session(store)
    (item,) = opened.items([1])
    opened.close()
    assert item.review is not None and item.review.verdict == "verified"  # now she has seen it


def test_undo_takes_back_nothing_of_another_window_unseen(store: Path) -> None:
    code, told = beside(store, lambda other: other.decide(2, "refuted"), "1", "undo", "undo")
    assert code == 1 and states(store)[:2] == ["decided", "open"]
    assert told.count("nothing was done") == 1


def test_what_another_window_changed_is_told_behind_what_was_done(store: Path) -> None:
    code, told = beside(store, lambda other: other.add_claim(1, 0, 11), "show", "tag trade")
    assert code == 0
    assert "tagged trade" in told and "changed elsewhere; what follows is as it is now" in told
    assert "of 9 ·" in told


def test_an_article_is_named_by_its_title_or_its_file(tmp_path: Path) -> None:
    store, text = tmp_path / "store.db", HARBOUR + " The end."
    opened = connect(str(store), "Ada")
    add_document(opened.database, document(text, "desk/pier.txt", title="A pier"))
    add_document(opened.database, document(HARBOUR, "desk/two.txt"))
    opened.close()
    for wanted, name in [("A pier", "A pier"), ("pier.txt", "A pier"), ("two.txt", "two.txt")]:
        code, told = review(store, "articles", article=wanted)
        assert code == 0 and f"· {name}\n" in told.split("\n1. ")[0] + "\n"
        assert "1. A pier: 0/" in told and "2. two.txt: 0/" in told
