"""What stands beside the current claim: earlier verdicts, and what contradicts it."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content
from textual.widgets import Static

from workbench.tui.widgets.claim_row import one_line

_TWO_LINES_FROM = 6  # lines of the panel from which an entry has a second one


class BesideLine(NamedTuple):
    """One thing to tell. `sign`, `word` and `colour` are ours; the texts are untrusted."""

    sign: str
    word: str
    colour: str
    head: str
    body: str


class BesidePanel(Static):
    """A few lines of constant height: telling something never moves anything else.

    It is not there until there is something to tell, and stays then.
    """

    DEFAULT_CSS = """
    BesidePanel { height: 4; width: 1fr; padding: 0 1; text-wrap: nowrap;
        text-overflow: ellipsis; display: none; }
    BesidePanel.-used { display: block; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(Content(""), id=id, markup=False)
        self._lines: Sequence[BesideLine] = ()
        self._note = ""

    @property
    def used(self) -> bool:
        """Whether there was ever something to tell."""
        return self.has_class("-used")

    def tell(self, lines: Sequence[BesideLine], note: str = "") -> None:
        """Tell these, as many as there is room for, and a note where there is room left."""
        self._lines, self._note = lines, note
        if lines and not self.used:
            self.add_class("-used")
        self._draw()

    def on_resize(self) -> None:
        """Use the new room."""
        self._draw()

    def _draw(self) -> None:
        room = self.size.height
        if room:
            self.update(Content("\n").join(self._fitted(room)), layout=False)

    def _fitted(self, room: int) -> list[Content]:
        twice = room >= _TWO_LINES_FROM
        each = 2 if twice else 1
        shown = self._lines
        if len(shown) * each > room:
            shown = shown[: (room - 1) // each]
        drawn = [line for entry in shown for line in _drawn(entry, twice)]
        if len(shown) < len(self._lines):
            drawn.append(Content.assemble((f"… {len(self._lines) - len(shown)} more", "dim")))
        elif self._note and len(drawn) < room:
            drawn.append(Content.assemble((one_line(self._note), "dim")))
        return drawn


def _drawn(line: BesideLine, twice: bool) -> list[Content]:
    style = f"bold {line.colour}".strip()
    sign = (f"{line.sign} {line.word}", style)
    if twice:
        body = Content.assemble("  ", (one_line(line.body), "dim"))
        return [Content.assemble(sign, f" · {one_line(line.head)}"), body]
    return [Content.assemble(sign, f" · {one_line(line.head)} · ", (one_line(line.body), "dim"))]
