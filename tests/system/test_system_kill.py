"""The program is killed with kill -9 at any moment: nothing that was acknowledged is lost."""

from __future__ import annotations

import random
import re
from pathlib import Path

from ptyrun import Terminal, ended, workbench

import workbench as package

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
WIDE = (200, 40)
TOLD = re.compile(r"✓ (verified|refuted|not enough evidence|later|discarded) · (\S.*?) *$", re.M)
FRAME_BEGINS, FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
FRAMES_KNOWN = "\x1b[?2026;2$y"  # how a terminal says that it knows where frames begin and end
DONE = re.compile(r"(\d+)/(\d+) · anna")


def kept(folder: Path) -> tuple[set[tuple[str, str]], int]:
    """What the store holds: (verdict or act, quote) of every event; and how many are done now."""
    with package.open(folder / "workbench.db") as store:
        names = {claim.id: " ".join(claim.quote.split()) for claim in store.claims()}
        acts = {
            (event.payload.get("label", event.kind), names[str(event.claim_id)])
            for event in store.events()
        }
        done = [review for review in store.reviews() if review.verdict or review.discarded]
        return acts, len(done)


def acknowledged(screen: Terminal) -> set[tuple[str, str]]:
    """What the notice says was done, at most one act; nothing while a frame is half drawn."""
    begun, ended = (screen.raw.count(mark) for mark in (FRAME_BEGINS, FRAME_ENDS))
    return set(TOLD.findall(screen.text)) if begun == ended > 0 else set()


def test_what_was_drawn_is_kept_and_she_goes_on_where_she_was(tmp_path: Path) -> None:
    with workbench(tmp_path, "review", SAMPLES, size=WIDE) as screen:
        screen.see("claims to decide")
        for number, key in enumerate(("1", "2", "x", "1"), start=1):
            screen.send(key)
            screen.match(rf"{number}/\d+ · anna")
            assert ended(tmp_path, "status")[0] == 0  # others open the file, and close it
        here = screen.match(r"›\S? *· +(\S.{12})")[1]
        screen.kill()
    acts, done = kept(tmp_path)
    assert (len(acts), done) == (4, 4)
    assert ended(tmp_path, "verify")[0] == 0
    with workbench(tmp_path, "review", size=WIDE) as screen:
        screen.see("claims to decide")
        screen.match(r"4/\d+ · anna")
        assert screen.match(r"›\S? *\S +(\S.{12})")[1] == here
        screen.send("u")
        screen.see("undone: verdict", "3/")
        screen.kill()
    assert kept(tmp_path)[1] == 3
    assert ended(tmp_path, "verify")[0] == 0


def test_killed_again_and_again_while_keys_are_hammered(tmp_path: Path) -> None:
    chance = random.Random(20_240_521)
    assert ended(tmp_path, "import", SAMPLES)[0] == 0
    seen: set[tuple[str, str]] = set()
    for _ in range(4):
        with workbench(tmp_path, "review", size=WIDE) as screen:
            screen.see("claims to decide")
            told, shown = hammer(screen, chance)
            screen.kill()
        seen |= told
        acts, done = kept(tmp_path)
        assert not {(name, quote) for name, quote in seen if not is_kept(name, quote, acts)}
        assert done >= shown
        with package.open(tmp_path / "workbench.db") as store:
            assert store.verify() == []
    assert len(seen) > 2
    assert ended(tmp_path, "verify")[0] == 0


def hammer(screen: Terminal, chance: random.Random) -> tuple[set[tuple[str, str]], int]:
    """Press keys in bursts for a while; what was acknowledged, and how many are done as shown."""
    told: set[tuple[str, str]] = set()
    shown = 0
    screen.send(FRAMES_KNOWN)
    for _ in range(chance.randint(10, 25)):
        screen.send(*chance.choices(("1", "2", "3", "x", " ", "j", "J"), k=chance.randint(1, 4)))
        if screen.read(chance.choice((0.002, 0.02, 0.1))):
            told |= acknowledged(screen)
            if found := DONE.search(screen.text):
                shown = max(shown, int(found[1]))
    return told, shown


def is_kept(name: str, shown: str, acts: set[tuple[str, str]]) -> bool:
    """Whether an act is in the store; a quote cut short on the screen counts by its beginning."""
    begins = shown.rstrip("…")
    return any(act == name.replace(" ", "-") and quote.startswith(begins) for act, quote in acts)


def test_killed_while_importing(tmp_path: Path) -> None:
    text = "".join(f"The mill sold {n:,} sacks in {1500 + n % 500}. " for n in range(500))
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"{number}. {text}", encoding="utf-8")
    files = ["import", "--engine", "rules", *(f"{n}.txt" for n in range(6))]
    with workbench(tmp_path, *files) as importing:
        importing.until(lambda _: (tmp_path / "workbench.db").exists(), "the store")
        importing.read(0.3)
        importing.kill()
    assert ended(tmp_path, "verify")[0] == 0
    assert ended(tmp_path, *files)[0] == 0
    with package.open(tmp_path / "workbench.db") as store:
        assert len(list(store.articles())) == 6
        assert store.verify() == []
