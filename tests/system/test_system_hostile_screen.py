"""Hostile texts in every part of the screen: nothing of them reaches the terminal raw."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hostile import LONG_LINE, MARKUP, OSC_0, OSC_52, leaks
from hostile_store import GUIDELINES, write_rows
from ptyrun import Terminal, ended, workbench

import workbench as package
from workbench.review.project import open_project
from workbench.review.session import Session

TAGS = (
    "".join(MARKUP),
    "\u202eyrtne\u202c",
    "e\u0301" * 8,
    "👩‍🚀 市",
    "\U000e0001t\u200bag",
    "$x %s",
)
PASTED = f"{OSC_52[1:-1]}\x9b31m[/nope]\u202e\x90q"


def paste(text: str) -> str:
    """The text as a terminal sends it when it is pasted."""
    return f"\x1b[200~{text}\x1b[201~"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose store has the corpus, hostile tags and notes; tests work on copies."""
    folder = tmp_path_factory.mktemp("made")
    write_rows(folder)
    assert ended(folder, "import", "rows.jsonl")[0] == 0
    (folder / "guide.md").write_text(GUIDELINES, encoding="utf-8")
    assert ended(folder, "init", "--guidelines", "guide.md")[0] == 0
    session = Session(open_project(folder / "workbench.db"), "anna")
    queue = session.queue()
    for tag in TAGS:
        session.tag(queue[0], tag)
    for claim in queue[::3]:
        session.note(claim, f"{OSC_52}{MARKUP[1]}{MARKUP[2]}\x9b31m\u202e\nsecond line")
        session.reword(claim, f"Reworded {OSC_0}{MARKUP[2]}\u2066 in 1999")
    session.close()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "copy"))


def number_of_claims(folder: Path) -> int:
    """How many claims the screen shows of a store."""
    session = Session(open_project(folder / "workbench.db"), "anna")
    number = len(session.queue())
    session.close()
    return number


def walk(screen: Terminal, claims: int) -> None:
    """Decide every claim, so that each article, claim and message is drawn."""
    for done in range(1, claims + 1):
        screen.send(str(1 + done % 4))
        screen.match(rf"\b{done}/{claims}\b")


def dialogs(screen: Terminal) -> None:
    """Open and close everything that opens."""
    for key, word in (
        ("o", "esc close"),
        ("?", "Decide"),
        ("g", "Five verdicts"),
        ("f", "space on or off"),
    ):
        screen.send(key)
        screen.see(word)
        screen.send("end", "up", "pagedown", "home")
        screen.send("q")
        screen.gone(word)
    screen.send("o")
    screen.see("esc close")
    screen.send("end", "enter")
    screen.gone("esc close")


def prompts(screen: Terminal) -> None:
    """Type hostile words wherever words are asked for."""
    for key, label in (("t", "tag"), ("n", "note"), ("r", "statement"), ("/", "search")):
        for words in (f"{MARKUP[1]}{MARKUP[2]}", "e\u0301 市👩‍🚀"):
            screen.send(key)
            screen.match(rf"{label} (?s:.*)⏎ done")
            screen.send(words)
            screen.see("⏎ done")
            screen.send("tab", "down", "enter")
            screen.gone("⏎ done")
    screen.send("/")
    screen.see("⏎ done")
    screen.send("was", "enter")
    screen.see("esc shows all")
    screen.send("escape")
    screen.match(r"all \d+ claims")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_every_screen_is_harmless(folder: Path, size: tuple[int, int]) -> None:
    claims = number_of_claims(folder)
    with workbench(folder, "review", size=size) as screen:
        screen.see("claims to decide", "1 verified")
        dialogs(screen)
        prompts(screen)
        walk(screen, claims)
        screen.send("q")
        assert screen.end() == 0
        assert leaks(bytes(screen.raw)) == []
    assert ended(folder, "verify")[0] == 0


def test_what_is_pasted_is_harmless(folder: Path) -> None:
    with workbench(folder, "review") as screen:
        screen.see("claims to decide")
        screen.send("n")
        screen.see("⏎ done")
        screen.send(paste(f"pasted{PASTED}"))
        screen.see("pasted")
        assert leaks(screen.quiet()) == []


def test_a_megabyte_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(LONG_LINE, encoding="utf-8")
    assert ended(tmp_path, "import", "--engine", "rules", "long.txt")[0] == 0  # the quicker one
    with workbench(tmp_path, "review", size=(80, 24)) as screen:
        screen.see("claims to decide")
        screen.send("1")
        screen.see("✓ verified")
        screen.send("end")
        screen.see(f"sold {LONG_LINE.rpartition('sold ')[2].partition(' ')[0]}")
        screen.send("2")
        screen.see("✓ refuted")
        screen.send("q")
        assert screen.end() == 0
        assert leaks(bytes(screen.raw)) == []
    with package.open(tmp_path / "workbench.db") as store:
        (text,) = (store.text(article.id) for article in store.articles())
        assert text == LONG_LINE
        decided = {review.claim_id for review in store.reviews()}
        claims = [claim for claim in store.claims() if claim.id in decided]
        assert len(claims) == 2
        assert all(text[claim.start : claim.end] == claim.quote for claim in claims)
