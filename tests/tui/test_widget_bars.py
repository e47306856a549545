"""The small widgets: panel, keys, header, prompt, notice."""

import re

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Input, Static

from workbench.tui.widgets.claim_panel import ClaimDetails, ClaimPanel, described
from workbench.tui.widgets.header_bar import HeaderBar
from workbench.tui.widgets.key_bar import KeyBar, fitted_keys
from workbench.tui.widgets.notice_bar import NoticeBar
from workbench.tui.widgets.prompt_bar import PromptBar

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e]")
BAD = "[/nope] \x1b]52;c;aGk=\x07 [@click=app.quit]x[/] \u202e \r\n 漢字"


class Bars(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def compose(self) -> ComposeResult:
        yield HeaderBar()
        yield ClaimPanel()
        yield PromptBar()
        yield NoticeBar()
        yield KeyBar([("1", "verified"), ("2", "refuted"), (BAD, BAD)])

    def on_key(self, event: Key) -> None:
        self.query_one(PromptBar).press(event)

    def on_prompt_bar_submitted(self, message: PromptBar.Submitted) -> None:
        self.said.append(message.value)

    def on_prompt_bar_cancelled(self) -> None:
        self.said.append("(cancelled)")


async def test_hostile_text_is_harmless_everywhere() -> None:
    app = Bars()
    async with app.run_test(size=(160, 24)) as pilot:
        app.query_one(HeaderBar).set_all(title=BAD, progress=(12, 40), reviewer=BAD, engine=BAD)
        app.query_one(NoticeBar).say(BAD, "error")
        app.query_one(ClaimPanel).show(ClaimDetails(*[BAD] * 7, 0.5, BAD, BAD, ((BAD, BAD),)))
        app.query_one(PromptBar).ask(BAD, lambda typed: [BAD], BAD)
        await pilot.pause()
        for widget in app.query(Static):
            text = str(widget.content)
            assert not CONTROL.search(text)
            assert not text or "[/nope]" in text


def test_described_says_the_verdict_in_words() -> None:
    text = described(ClaimDetails("S", "✓", "Verified", "green", note="n")).plain
    assert text == "S\n✓ Verified\nnote: n"
    assert "not decided" in described(ClaimDetails("S")).plain


def test_keys_that_do_not_fit_are_left_out_last_first() -> None:
    keys = [("1", "verified"), ("2", "refuted"), ("u", "undo"), ("q", "quit")]
    assert fitted_keys(keys, 80, 2) == [keys]
    assert fitted_keys(keys, 22, 2) == [keys[:2], keys[2:]]
    assert fitted_keys(keys, 10, 2) == [keys[:1], keys[1:2]]
    assert fitted_keys(keys, 3, 2) == []


async def test_the_prompt_completes_chooses_and_cancels() -> None:
    app = Bars()
    tags = ["economy", "election", "health"]
    async with app.run_test(size=(60, 24)) as pilot:
        prompt = app.query_one(PromptBar)
        prompt.ask("tag", lambda typed: [tag for tag in tags if typed in tag])
        await pilot.press("e", "l", "tab")
        assert app.query_one(Input).value == "election"
        await pilot.press("enter")
        prompt.ask("tag", lambda typed: tags)
        await pilot.press("down", "down", "down", "down", "up", "enter")
        prompt.ask("note", initial="as before")
        await pilot.press("!", "enter")
        prompt.ask("note")
        await pilot.press("x", "escape")
        assert not prompt.is_open
    assert app.said == ["election", "health", "as before!", "(cancelled)"]


async def test_the_title_gives_way_to_the_progress() -> None:
    app = Bars()
    async with app.run_test(size=(30, 24)) as pilot:
        header = app.query_one(HeaderBar)
        header.set_all(title="A very long title of an article", progress=(12, 40))
        await pilot.pause()
        text = str(header.content)
        assert text.endswith("12/40") and "…" in text and len(text) == 28


async def test_a_word_of_waiting_leaves_what_was_said() -> None:
    app = Bars()
    async with app.run_test():
        bar = app.query_one(NoticeBar)
        bar.say("saved", "done")
        bar.wait("reading …")
        assert str(bar.render()) == "reading …" and not bar.has_class("-done")
        bar.wait("")
        assert str(bar.render()) == "✓ saved" and bar.has_class("-done")
