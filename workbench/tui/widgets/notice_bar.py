"""One line that says what just happened."""

from textual.content import Content
from textual.widgets import Static

from workbench.tui.widgets.claim_row import one_line

_SIGNS = {"info": "", "done": "✓ ", "warning": "! ", "error": "✗ "}


class NoticeBar(Static):
    """Shows the last act, what was undone, or an error; any text is safe in it."""

    DEFAULT_CSS = """
    NoticeBar { height: 1; width: 1fr; padding: 0 1; color: $text-muted; text-wrap: nowrap;
        text-overflow: ellipsis; }
    NoticeBar.-done { color: $text-success; }
    NoticeBar.-warning { color: $text-warning; }
    NoticeBar.-error { color: $text-error; text-style: bold; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._said = ("", "info")

    def say(self, text: str, kind: str = "info") -> None:
        """Replace the notice; `kind` is "info", "done", "warning" or "error"."""
        self._said = (text, kind)
        self._show(text, kind)

    def wait(self, doing: str) -> None:
        """Tell what takes long; "" when it is done, and what was said before is back."""
        self._show(*((doing, "info") if doing else self._said))

    def _show(self, text: str, kind: str) -> None:
        for known in _SIGNS:
            self.set_class(known == kind, f"-{known}")
        self.update(Content(_SIGNS.get(kind, "") + one_line(text)), layout=False)

    def clear(self) -> None:
        """Say nothing."""
        self.say("")
