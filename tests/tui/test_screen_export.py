"""The export screen, driven by keys on a real store."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from places import once
from screen_store import HARBOUR, HARBOUR_CLAIMS, ORCHARD_CLAIMS, add_article, fill
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input
from typed import typed

from workbench.dataset.folder.verify import verify
from workbench.tui import connect
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.confirm import Confirm
from workbench.tui.screens.export_choices import OneOf, SomeOf
from workbench.tui.screens.exporting import ExportScreen
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.notice_bar import NoticeBar
from workbench.tui.widgets.prompt_bar import PromptBar
from workbench.tui.widgets.report_view import ReportView


class Driver:
    """Presses keys on the export screen, and waits until all is counted or written."""

    def __init__(self, app: WorkbenchApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def screen(self) -> ExportScreen:
        found = self.app.screen_stack[2]
        assert isinstance(found, ExportScreen)
        return found

    @property
    def top(self) -> Screen[object]:
        return self.app.screen

    @property
    def notice(self) -> str:
        return str(self.screen.query_one(NoticeBar).render())

    @property
    def report(self) -> str:
        return "\n".join(self.screen.query_one(ReportView).lines)

    @property
    def fields(self) -> dict[str, str]:
        return {one.field: one.value for one in self.screen._settings}

    async def settle(self) -> None:
        await self.pilot.pause()
        while len(self.app.screen_stack) > 2 and (self.screen.busy or self.screen.writing):
            await self.pilot.pause()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()
        await self.settle()

    async def type(self, text: str) -> None:
        prompt = self.screen.query_one(Input)
        prompt.value = ""
        await typed(self.pilot, text, "enter")
        await self.settle()

    async def change(self, field: str) -> None:
        at = [one.field for one in self.screen._settings].index(field)
        self.screen.query_one("#settings", ClaimList).action_go(at)
        await self.press("enter")

    async def choose(self, field: str, value: str) -> None:
        """Choose a value of a field in its dialog."""
        await self.change(field)
        assert isinstance(self.top, OneOf)
        offered = [name for name, _ in self.top._offered]
        self.top.query_one(ClaimList).action_go(offered.index(value))
        await self.press("enter")


@asynccontextmanager
async def exporting(
    path: Path, reviewer: str = "Ada", size: tuple[int, int] = (110, 34)
) -> AsyncIterator[Driver]:
    app = WorkbenchApp(lambda: connect(str(path), reviewer), keymap_file=path.with_name("k.toml"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        review = app.screen_stack[1]
        assert isinstance(review, ReviewScreen)
        await review.inbox.settled()
        await pilot.press("X")
        while len(app.screen_stack) < 3:
            await pilot.pause()
        driver = Driver(app, pilot)
        await driver.settle()
        yield driver


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return in_part(tmp_path / "store.db")


@once
def in_part(path: Path) -> None:
    """Three articles; three claims are decided."""
    fill(path)
    again = f"From our agency. {HARBOUR} Read more of it on our pages."
    add_article(path, "The harbour, reprinted", again, HARBOUR_CLAIMS[:2])
    session = connect(str(path), "Ada")
    for claim, label in zip(session.queue()[:3], ("verified", "verified", "refuted"), strict=True):
        session.decide(claim, label)
    session.tag(1, "harbour")
    session.close()


async def test_it_shows_counts_and_labels_before_anything_is_written(store: Path) -> None:
    async with exporting(store) as driver:
        assert "10 claims of 3 articles" in driver.report
        assert "3 decided, 3 reviews" in driver.report
        assert "verified" in driver.report
        assert "No split" in driver.report
        await driver.press("escape")
        assert len(driver.app.screen_stack) == 2
    assert {path.name.partition(".")[0] for path in store.parent.iterdir()} == {"store"}


async def test_the_leak_report_names_what_stays_together(store: Path) -> None:
    async with exporting(store) as driver:
        await driver.choose("shares", "80/10/10")
        assert driver.fields["seed"] == "0"
        assert "2 groups of articles, each kept together, the largest of 2" in driver.report
        assert "1 × near-duplicate article" in driver.report
        assert "no pair stands on two sides" in driver.report
        assert "2 articles, 8 claims; 1 × near-duplicate article" in driver.report
        assert driver.report.count("  The harbour board was founded in 1911") == 2
        seen = {driver.report}
        for seed in range(1, 9):
            await driver.change("seed")
            await driver.type(str(seed))
            seen.add(driver.report)
        assert driver.fields["seed"] == "8"
        assert len(seen) > 1  # another seed, another split


async def test_a_dataset_is_written_and_proved(store: Path, tmp_path: Path) -> None:
    async with exporting(store) as driver:
        await driver.choose("shares", "90/10")
        await driver.choose("text", "quotes")
        await driver.press("w")
        await driver.type("made")
        assert driver.notice.startswith("✓ made: 10 claims, sha256 ")
        assert "Left out\nnothing" in driver.report
        assert "workbench verify made" in driver.report.replace("\n", " ")
    assert list(verify(tmp_path / "made")) == []
    values = json.loads((tmp_path / "made" / "manifest.json").read_text(encoding="utf-8"))
    assert values["options"]["split"] == "90/10"
    assert values["options"]["text"] == "quotes"


async def test_filters_narrow_and_a_name_with_a_suffix_is_one_file(
    store: Path, tmp_path: Path
) -> None:
    async with exporting(store) as driver:
        await driver.change("decided")
        assert "3 claims of 1 article" in driver.report
        await driver.change("verdicts")
        assert isinstance(driver.top, SomeOf)
        await driver.press("j", "space", "enter")  # the first label
        assert driver.fields["verdicts"] == "verified"
        await driver.press("w")
        await driver.type("verified.jsonl")
    assert [row["label"] for row in rows(tmp_path / "verified.jsonl")] == ["verified"] * 2


async def test_what_is_there_is_asked_about_and_kept_or_replaced(
    store: Path, tmp_path: Path
) -> None:
    out = tmp_path / "claims.jsonl"
    out.write_text("mine\n", encoding="utf-8")
    async with exporting(store) as driver:
        await driver.press("w")
        await driver.type("claims.jsonl")
        assert isinstance(driver.top, Confirm)
        await driver.press("n")
        assert out.read_text(encoding="utf-8") == "mine\n"
        await driver.press("w")
        await driver.type("claims.jsonl")
        await driver.press("y")
        assert driver.notice.startswith("✓ ")
    assert len(rows(out)) == 10


async def test_what_cannot_be_written_is_one_line(store: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x.txt").write_text("x", encoding="utf-8")
    async with exporting(store) as driver:
        await driver.choose("shares", "80/10/10")
        await driver.press("w")
        await driver.type("full")
        await driver.press("y")
        assert "is a folder with other things in it" in driver.notice
        await driver.change("seed")
        await driver.type("one")
        assert "'one' is no whole number" in driver.notice
        await driver.change("kept")
        await driver.type("nowhere")
        assert "nowhere" in driver.notice
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["x.txt"]


async def test_a_format_that_needs_texts_offers_no_other_way(store: Path) -> None:
    async with exporting(store) as driver:
        await driver.choose("text", "none")
        await driver.choose("format", "brat")
        assert driver.fields["text"] == "all of them"
        await driver.change("text")
        assert isinstance(driver.top, OneOf)
        assert [name for name, _ in driver.top._offered] == ["full", "masked"]


async def test_a_reviewer_sees_nothing_of_claims_that_she_has_not_decided(store: Path) -> None:
    session = connect(str(store), "Bo")
    first = session.queue()[0]
    session.decide(first, "refuted")
    session.close()
    async with exporting(store, "Bo") as driver:
        assert "1 decided, 2 reviews" in driver.report  # the claim that both decided
        assert "2 reviews by others left out" in driver.report
        assert "harbour" not in driver.fields["tags"]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (160, 50)])
async def test_it_fits_small_and_large_terminals(store: Path, size: tuple[int, int]) -> None:
    async with exporting(store, size=size) as driver:
        assert driver.screen.query_one("#settings", ClaimList).size.height >= 5
        assert driver.screen.query_one(ReportView).size.height >= 5
        assert len(ORCHARD_CLAIMS) == 2


@pytest.mark.parametrize(
    ("field", "typed", "why"),
    [
        ("seed", "ten", "no whole number"),
        ("kept", "no/such", "cannot be read"),
        ("kept", "~nobody-here/x", "there is no home folder ~nobody-here"),
        ("key", "no/such.key", "cannot be read"),
        ("key", "~nobody-here", "there is no home folder"),
    ],
)
async def test_what_was_typed_stays_where_it_is_refused(
    store: Path, field: str, typed: str, why: str
) -> None:
    async with exporting(store) as driver:
        await driver.choose("shares", "80/10/10")
        await driver.change(field)
        before = driver.fields
        await driver.type(typed)
        prompt = driver.screen.query_one(PromptBar)
        assert why in driver.notice and prompt.is_open
        assert driver.screen.query_one(Input).value == typed
        await driver.press("escape")
        assert not prompt.is_open and driver.fields == before


async def test_shares_that_are_none_can_be_mended(store: Path) -> None:
    async with exporting(store) as driver:
        await driver.choose("shares", "other")
        await driver.type("80/x")
        assert "no split" in driver.notice and driver.screen.query_one(Input).value == "80/x"
        await driver.press("backspace", "2", "0", "enter")
        assert driver.fields["shares"] == "80/20"


@pytest.mark.parametrize("name", ["no/such/folder/x.jsonl", "~nobody-here/x.jsonl", "x" * 300])
async def test_a_name_that_cannot_be_written_to_stays(
    store: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(store.parent)
    async with exporting(store) as driver:
        (store.parent / "no").touch()
        await driver.press("w")
        await driver.type(name)
        assert driver.notice.startswith("✗ ")
        if not driver.screen.query_one(PromptBar).is_open:
            await driver.press("w")
        assert driver.screen.query_one(Input).value == name
