"""Evidence in the real program: keys that are counted, and sources that try to harm."""

from __future__ import annotations

import json
from pathlib import Path

from hostile import CORPUS, MARKUP, OSC_0, OSC_52, leaks
from hostile_store import TITLES, write_rows
from ptyrun import Terminal, ended, workbench

import workbench as package

ARTICLE = "The harbour board met every week until 2019. It owns forty cranes."
MINUTES = "The harbour board met every week until 2018, and it owns forty cranes. Nobody objected."
PASTED = f"{OSC_52[1:-1]}\x9b31m[/nope]\u202e\x90q"


class Counted:
    """A terminal that counts the keys sent to it."""

    def __init__(self, screen: Terminal) -> None:
        self._screen = screen
        self.keys = 0

    def press(self, key: str) -> None:
        self._screen.send(key)
        self.keys += 1


def make_project(folder: Path) -> None:
    """An article and a source, brought in by the commands."""
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    assert ended(folder, "import", "article.txt")[0] == 0
    assert ended(folder, "sources", "add", "minutes.txt")[0] == 0


def test_four_keys_for_a_verdict_with_a_quote_and_two_to_use_it_again(tmp_path: Path) -> None:
    make_project(tmp_path)
    with workbench(tmp_path, "review") as screen:
        screen.see("claims to decide")
        counted = Counted(screen)
        counted.press("e")
        screen.see("take", "harbour board met every week until 2018")
        counted.press("enter")
        screen.see("supports, refutes or context?")
        counted.press("r")
        screen.see("− refutes", "verbatim")
        counted.press("2")
        screen.match(r"1/\d+")
        assert counted.keys == 4
        counted.press("E")
        screen.see("− refutes")
        counted.press("2")
        screen.match(r"2/\d+")
        assert counted.keys == 6
        screen.send("q")
        assert screen.end() == 0
    with package.open(tmp_path / "workbench.db") as store:
        assert store.verify() == []
        held = [review for review in store.reviews() if review.evidence]
        assert [review.verdict for review in held] == ["refuted", "refuted"]
        assert all(review.evidence[0].quote in MINUTES for review in held)
    assert ended(tmp_path, "verify")[0] == 0


def test_a_quote_pasted_into_the_terminal_is_checked(tmp_path: Path) -> None:
    make_project(tmp_path)
    with workbench(tmp_path, "review") as screen:
        screen.see("claims to decide")
        screen.send("e")
        screen.see("take")
        screen.send("\x1b[200~The harbour board met every\r\nweek until 2017\x1b[201~")
        screen.see("2017 in the quote, 2018 in the source", "[2017 → 2018]")
        screen.send("enter")
        screen.see("supports, refutes or context?")
        screen.send("r")
        screen.see("− refutes", "confirmed", "! differs")
        screen.send("q")
        assert screen.end() == 0
    assert ended(tmp_path, "verify")[0] == 0


def test_the_demo_has_sources_to_search(tmp_path: Path) -> None:
    with workbench(tmp_path, "demo") as screen:
        screen.see("claims to decide")
        screen.send("/")
        screen.see("⏎ done")
        screen.send("met regularly", "enter")
        screen.see("esc shows all")
        screen.send("e")
        screen.see("Calendar of the alliance", "Alliance archive · 2021-03-01")
        screen.send("q", "q")
        assert screen.end() == 0


def hostile_sources(folder: Path) -> None:
    """Articles and sources that are hostile in every field."""
    write_rows(folder)
    assert ended(folder, "import", "rows.jsonl")[0] == 0
    with (folder / "sources.jsonl").open("w", encoding="utf-8") as file:
        for name, text in CORPUS.items():
            row = {
                "title": TITLES[name],
                "publisher": f"P{OSC_52}{MARKUP[2]}\u202e",
                "url": f"https://example.org/{OSC_0}",
                "published": "2031-01-01",
                "text": f"It is said: {text}",
            }
            print(json.dumps(row), file=file)
    assert ended(folder, "sources", "add", "sources.jsonl")[0] == 0


def test_hostile_sources_are_harmless(tmp_path: Path) -> None:
    hostile_sources(tmp_path)
    with workbench(tmp_path, "review", size=(80, 24)) as screen:
        screen.see("claims to decide")
        cited = 0
        for _ in range(12):
            screen.send("e")
            screen.see("s supports")
            screen.send("end", "pagedown", "home", "o")
            screen.see("x other end")
            screen.send("q")
            screen.see("s supports")
            screen.send("p")
            screen.see("quote, pasted or typed")
            screen.send(f"\x1b[200~pasted{PASTED}\x1b[201~")
            screen.see("control character (U+009B", "s supports")
            screen.send("/")
            screen.see("⏎ done")
            screen.send("enter")
            screen.see("the best first")
            screen.send(")", "c")
            seen = screen.until(lambda t: "✓ context" in t or "✗ the quote" in t, "an answer")
            if "✗ the quote" in seen:
                screen.send("q")
                screen.see("2 refuted")
            else:
                cited += 1
                screen.send("2")
                screen.match(rf"\b{cited}/\d+")
            screen.send("j", "j", "j", "j")
        screen.send("u")
        screen.see("~ context")
        screen.send("i")
        screen.see("x remove")
        screen.send("o")
        screen.see("x other end")
        screen.send("q", "q", "q")
        assert screen.end() == 0
        assert leaks(bytes(screen.raw)) == []
    assert cited > 2
    assert ended(tmp_path, "init", "--overlap", "1")[0] == 0  # one decides, others may judge
    with workbench(tmp_path, "review", WORKBENCH_REVIEWER="zora") as screen:
        screen.see("claims to decide")
        screen.send("S")
        for left in range(cited - 1, 0, -1):
            screen.see("y enough", f"{left} left")
            screen.send("n")
        screen.see("evidence not enough")
        screen.send("q")
        assert screen.end() == 0
        assert leaks(bytes(screen.raw)) == []
    assert ended(tmp_path, "verify")[0] == 0
