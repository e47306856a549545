"""The review screen in a small window, on stores and texts that are odd; its help and its keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_screen import reopened, reviewing, states
from screen_store import add_article, small_store

from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.claim_panel import ClaimPanel


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return small_store(tmp_path)


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_a_long_note_is_read_by_keys(store: Path, size: tuple[int, int]) -> None:
    async with reviewing(store, size) as driver:
        await driver.press("n")
        await driver.type(" ".join(f"word{number}" for number in range(60)))
        panel = driver.screen.query_one(ClaimPanel)
        read = []
        for _ in range(12):
            lines = driver.app.screen._compositor.render_strips()  # what is really seen
            read += [line.text for line in lines[panel.region.y : panel.region.bottom]]
            await driver.press(".")
        assert all(f"word{number}" in "\n".join(read) for number in range(60))
        assert panel.scroll_y == panel.max_scroll_y > 0
        await driver.press(*[","] * 12)
        assert panel.scroll_y == 0
        assert driver.article.scroll_y == 0 and states(store) == ["open"] * 8


async def test_keys_typed_ahead_go_to_the_prompt(store: Path) -> None:
    async with reviewing(store) as driver:
        for key in ("1", "t", "a", "1", "u"):  # all before the first is worked off
            driver.app.simulate_key(key)
        await driver.settle()
        await driver.press("enter")
        assert "#a1u" in driver.panel
        assert states(store)[:2] == ["decided", "open"]


async def test_help_names_every_key_and_closes(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("?")
        shown = driver.page
        for command in driver.screen.keys.commands:
            assert command.help in shown
        await driver.press("?", "1")
        assert states(store)[0] == "decided"


async def test_guidelines_show_the_definitions(store: Path) -> None:
    async with reviewing(store) as driver:
        await driver.press("g")
        shown = driver.page
        assert driver.course.session is not None
        for label in driver.course.session.scheme.labels:
            assert label.definition in shown


async def test_every_command_has_an_action(store: Path) -> None:
    async with reviewing(store) as driver:
        for command in driver.screen.keys.commands:
            if command.mode in ("review", "caret") and not command.id.startswith("verdict:"):
                assert command.id in driver.course.actions


async def test_a_broken_key_map_is_told_and_the_keys_work(store: Path) -> None:
    store.with_name("keys.toml").write_text('[keys]\nlater = "t"\n', encoding="utf-8")
    async with reviewing(store) as driver:
        assert "key map" in driver.notice
        await driver.press("space")
        assert states(store)[0] == "later"


async def test_own_keys_are_in_force(store: Path) -> None:
    store.with_name("keys.toml").write_text('[keys]\nverified = "y"\n', encoding="utf-8")
    async with reviewing(store) as driver:
        await driver.press("y")
        assert states(store)[0] == "decided"


async def test_a_locked_store_is_told_and_nothing_is_lost(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    monkeypatch.setattr("db.engine.BUSY_TIMEOUT_MS", 50)
    async with reviewing(store) as driver:
        other = sqlite3.connect(store, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await driver.pilot.press("1")
        while "locked" not in driver.notice:
            await driver.pilot.pause(0.02)
        assert "is kept and sent again" in driver.notice
        assert driver.quote == "The harbour board was founded in 1911"
        other.execute("ROLLBACK")
        other.close()
        await driver.settle()
        assert driver.quote != "The harbour board was founded in 1911"
        assert states(store)[:2] == ["decided", "open"]


async def test_an_empty_store_is_no_dead_end(tmp_path: Path) -> None:
    async with reviewing(tmp_path / "empty.db") as driver:
        assert "nothing to review yet" in driver.notice
        await driver.press("1", "u", "j", "K", "a", "s", "m", "t", "[")
        await driver.press("?", "escape", "f", "escape", "o", "escape")


async def test_a_store_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    path = tmp_path / "text.db"
    path.write_text("this is no database at all", encoding="utf-8")
    async with reviewing(path) as driver:
        assert "not a SQLite database" in driver.notice
        await driver.press("1", "?", "escape", "q")
        assert driver.app.return_value == 2


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (250, 70)])
async def test_resizing_keeps_the_place(store: Path, size: tuple[int, int]) -> None:
    async with reviewing(store) as driver:
        await driver.press("j", "j")
        await driver.pilot.resize_terminal(*size)
        await driver.settle()
        assert driver.quote == "met every week until 2019"
        assert driver.screen.query_one(ClaimList).cursor == 2
        await driver.press("1")
        assert states(store)[2] == "decided"


HOSTILE = (
    "\x1b]52;c;aGk=\x07 [red]markup[/nope] [@click=app.quit]here[/] \x9b31m \u202eright\u202c "
    "👩‍🚀 e\u0301 漢字 \x00nul\r\nThe \x1b[2Jboard\u2028met in May."
)


async def test_hostile_text_goes_through_every_screen(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    quotes = (HOSTILE[:40], "👩‍🚀 e\u0301 漢字", "The \x1b[2Jboard\u2028met in May")
    add_article(path, "title \x1b]0;x\x07[/nope]", HOSTILE, quotes, "\x00nul")
    async with reviewing(path, (80, 24)) as driver:
        await driver.press("t")
        await driver.type("[/tag]")
        await driver.press("n")
        await driver.type("[bold]note[/nope]")
        for keys in ("j", "o", "f", "?", "g", "/"):
            await driver.press(keys)
            svg = driver.app.export_screenshot()
            assert not any(bad in svg for bad in "\x1b\x07\x9b\x00\u202e\u2028")
            await driver.press(*(["escape"] if keys != "j" else []))
        session = reopened(path)
        for item in session.items(session.queue()):
            claim = item.claim
            assert HOSTILE[claim.start : claim.end] == claim.quote
        session.close()


async def test_a_language_without_rules_is_told(tmp_path: Path) -> None:
    from workbench.ingest.document import document
    from workbench.review.intake import add_document
    from workbench.review.project import open_project

    path = tmp_path / "german.db"
    text = "Der Stadtrat hat am Montag den Haushalt beschlossen. Die Brücke wird im Mai gesperrt.\n"
    add_document(open_project(path), document(text, "stadtrat.txt"))
    async with reviewing(path) as driver:
        assert "as a whole sentence: no rules for this language" in driver.panel
