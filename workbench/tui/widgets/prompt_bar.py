"""One line of input at the bottom, with completions above it: tag, note, search."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from workbench.text.display import safe
from workbench.tui.widgets.claim_row import one_line

Completer = Callable[[str], Sequence[str]]
_MOST = 6


class SafeInput(Input):
    """An input in which what is pasted is made visible before it is drawn."""

    class Pasted(Message):
        """Something was pasted; `text` is as the terminal sent it, not safe to show."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    whole_paste = False
    """Whether a paste is told of, and not put into the line."""

    def on_paste(self, event: events.Paste) -> None:
        """Put all lines of a paste into this one line; or tell of it."""
        event.stop()
        event.prevent_default()
        if self.whole_paste:
            self.post_message(self.Pasted(event.text))
        else:
            self.replace(" ".join(event.text.splitlines()), *self.selection)

    def insert_text_at_cursor(self, text: str) -> None:
        """Insert typed or pasted text, safe to show."""
        super().insert_text_at_cursor(safe(text))

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a part by pasted text, safe to show."""
        super().replace(safe(text), start, end)


class PromptBar(Vertical):
    """Hidden until `ask`; then answers with `Submitted` or `Cancelled` and hides again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "cancel", "Cancel", show=False, priority=True),
        Binding("tab", "complete", "Complete", show=False, priority=True),
        Binding("up", "choose(-1)", "Last completion", show=False, priority=True),
        Binding("down", "choose(1)", "Next completion", show=False, priority=True),
    ]
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
        prompt = self.query_one(SafeInput)
        prompt.whole_paste = pasted
        prompt.value = one_line(initial, 4000)
        prompt.cursor_position = len(prompt.value)
        prompt.focus()
        self._offer(prompt.value)

    def close(self) -> None:
        """Hide without an answer."""
        self.remove_class("-open")
        self._completer = None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer completions for what is typed."""
        event.stop()
        if self.is_open:
            self._offer(event.value)
            self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the chosen completion, else with what was typed."""
        event.stop()
        if self.is_open:
            value = self._choices[self._chosen] if self._chosen >= 0 else event.value
            self.close()
            self.post_message(self.Submitted(value))

    def on_safe_input_pasted(self, event: SafeInput.Pasted) -> None:
        """Answer with what was pasted, behind what was typed."""
        event.stop()
        if self.is_open:
            typed = self.query_one(Input).value
            self.close()
            self.post_message(self.Submitted(typed + event.text))

    def action_cancel(self) -> None:
        """Give up."""
        if self.is_open:
            self.close()
            self.post_message(self.Cancelled())

    def action_complete(self) -> None:
        """Write the chosen completion, or the first, into the input."""
        if self._choices:
            prompt = self.query_one(Input)
            prompt.value = self._choices[max(0, self._chosen)]
            prompt.cursor_position = len(prompt.value)

    def action_choose(self, step: int) -> None:
        """Go to another completion; before the first is what was typed."""
        if self._choices:
            self._chosen = (self._chosen + 1 + step) % (len(self._choices) + 1) - 1
            self._show_choices()

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
