"""One line of input at the bottom, with completions above it: tag, note, search."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import ClassVar

from textual import events
from textual.actions import parse
from textual.app import ComposeResult
from textual.binding import BindingsMap, NoBinding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from workbench.text.display import safe
from workbench.tui.widgets.claim_row import one_line

Completer = Callable[[str], Sequence[str]]
_MOST = 6
_KEYS = BindingsMap(Input.BINDINGS)


class SafeInput(Input, can_focus=False):
    """A line that shows its caret without the focus, and makes safe what it is given.

    It is handed keys by `press`, one after the other. Textual runs what a key is bound to only
    when the key has come back to the app: by then a later key may be in the line, or the focus
    elsewhere.
    """

    def show_caret(self, shown: bool) -> None:
        """Draw the caret, or not."""
        self.post_message(events.Focus() if shown else events.Blur())

    def press(self, event: events.Key) -> None:
        """Do at once what a key does in a line."""
        if event.is_printable and event.character:
            self.enter(event.character)
            return
        with suppress(NoBinding):
            for binding in _KEYS.get_bindings_for_key(event.key):
                _, name, words = parse(binding.action)
                getattr(self, f"action_{name}")(*words)

    def enter(self, text: str) -> None:
        """Put a text where the caret is, all its lines into this one."""
        line = safe(" ".join(text.splitlines()))
        if self.selection.is_empty:
            self.insert_text_at_cursor(line)
        else:
            self.replace(line, *self.selection)

    def insert_text_at_cursor(self, text: str) -> None:
        """Insert text, safe to show: from the clipboard, too."""
        super().insert_text_at_cursor(safe(text))

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part by a text, safe to show."""
        super().replace(safe(text), start, end)


class PromptBar(Vertical):
    """Hidden until `ask`; then answers with `Submitted` or `Cancelled` and hides again.

    Keys and pastes are handed to it by `press` and `paste` while it `is_open`: each is done when
    they return, so that the next one meets what it left.
    """

    DEFAULT_CSS = """
    PromptBar { display: none; height: auto; width: 1fr; background: $panel; }
    PromptBar.-open { display: block; }
    PromptBar > Horizontal { height: 1; }
    PromptBar #prompt-label { width: auto; padding: 0 1; text-style: bold; }
    PromptBar Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
    PromptBar Input:focus { border: none; }
    PromptBar #prompt-choices { height: auto; padding: 0 1; display: none; }
    PromptBar #prompt-choices.-some { display: block; }
    """

    class Submitted(Message):
        """Enter was pressed; `value` is as typed or completed."""

        def __init__(self, value: str) -> None:
            self.value = value
            super().__init__()

    class Changed(Message):
        """The text changed: for search while typing."""

        def __init__(self, value: str) -> None:
            self.value = value
            super().__init__()

        def can_replace(self, message: Message) -> bool:
            """Only the last text matters."""
            return isinstance(message, PromptBar.Changed)

    class Cancelled(Message):
        """The question was given up."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._completer: Completer | None = None
        self._choices: list[str] = []
        self._chosen = -1
        self._typed = ""
        self._whole_paste = False

    def compose(self) -> ComposeResult:
        """Completions above, label and input below."""
        yield Static(id="prompt-choices", markup=False)
        with Horizontal():
            yield Static(id="prompt-label", markup=False)
            prompt = SafeInput(select_on_focus=False)
            prompt.cursor_blink = False
            yield prompt

    @property
    def is_open(self) -> bool:
        """Whether a question is being asked."""
        return self.has_class("-open")

    def ask(
        self,
        label: str,
        completions: Completer | None = None,
        initial: str = "",
        *,
        pasted: bool = False,
    ) -> None:
        """Ask for one line.

        Args:
            label: what is asked for.
            completions: gives the choices for what is typed, best first.
            initial: what stands in the line at first.
            pasted: a paste is the answer, with all its lines and characters.
        """
        self._completer = completions
        self.query_one("#prompt-label", Static).update(Content(one_line(label, 60)))
        self.add_class("-open")
        self._whole_paste = pasted
        prompt = self.query_one(SafeInput)
        self._write(one_line(initial, 4000))
        prompt.show_caret(True)
        self._typed = prompt.value
        self._offer(prompt.value)

    def close(self) -> None:
        """Hide without an answer."""
        self.remove_class("-open")
        self.query_one(SafeInput).show_caret(False)
        self._completer = None

    def press(self, event: events.Key) -> bool:
        """Do what a key means here; returns whether the question is still asked."""
        do = self._means.get(event.key)
        if do is not None:
            do(self)
        else:
            self.query_one(SafeInput).press(event)
        self._told()
        return self.is_open

    def paste(self, text: str) -> None:
        """Take what was pasted: into the line, or, where it was asked for, as the answer."""
        prompt = self.query_one(SafeInput)
        if self._whole_paste:
            self._answer(prompt.value + text)
        else:
            prompt.enter(text)
            self._told()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep it: `Changed` is told when a key is done."""
        event.stop()

    def _told(self) -> None:
        value = self.query_one(SafeInput).value
        if self.is_open and value != self._typed:
            self._typed = value
            self._offer(value)
            self.post_message(self.Changed(value))

    def _answer(self, value: str) -> None:
        self.close()
        self.post_message(self.Submitted(value))

    def _submit(self) -> None:
        typed = self.query_one(SafeInput).value
        self._answer(self._choices[self._chosen] if self._chosen >= 0 else typed)

    def _cancel(self) -> None:
        self.close()
        self.post_message(self.Cancelled())

    def _complete(self) -> None:
        if self._choices:
            self._write(self._choices[max(0, self._chosen)])

    def _choose(self, step: int) -> None:
        # Before the first choice is what was typed.
        if self._choices:
            self._chosen = (self._chosen + 1 + step) % (len(self._choices) + 1) - 1
            self._show_choices()

    _means: ClassVar[Mapping[str, Callable[[PromptBar], None]]] = {
        "enter": _submit,
        "escape": _cancel,
        "ctrl+c": _cancel,
        "tab": _complete,
        "up": partial(_choose, step=-1),
        "down": partial(_choose, step=1),
    }

    def _write(self, line: str) -> None:
        prompt = self.query_one(SafeInput)
        prompt.value = line
        prompt.cursor_position = len(line)

    def _offer(self, value: str) -> None:
        self._choices = list(self._completer(value))[:_MOST] if self._completer else []
        self._chosen = -1
        self._show_choices()

    def _show_choices(self) -> None:
        lines = [
            Content.assemble(("› " if chosen else "  ") + one_line(choice, 200)).stylize(
                "bold reverse" if chosen else ""
            )
            for index, choice in enumerate(self._choices)
            for chosen in (index == self._chosen,)
        ]
        box = self.query_one("#prompt-choices", Static)
        box.update(Content("\n").join(lines))
        box.set_class(bool(lines), "-some")
