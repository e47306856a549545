"""The current claim in words: statement, verdict, tags, note and where it comes from."""

from typing import NamedTuple

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workbench.tui.widgets.claim_row import colour, one_line
from workbench.tui.widgets.evidence_lines import EvidenceLine, described_evidence
from workbench.tui.widgets.wrapping import displayed

_LONGEST = 4000


class ClaimDetails(NamedTuple):
    """What the panel shows; every string is untrusted, and left out when empty.

    `colour` is a colour's name or hex for the verdict, or "".
    """

    statement: str
    glyph: str = ""
    verdict: str = ""
    colour: str = ""
    tags: str = ""
    note: str = ""
    attributed_to: str = ""
    score: float | None = None
    kind: str = ""
    quote: str = ""
    more: tuple[tuple[str, str], ...] = ()
    """Further (word, text) lines, such as matches."""
    evidence: tuple[EvidenceLine, ...] = ()


class ClaimPanel(VerticalScroll, can_focus=False):
    """Shows one claim; scrolls if it is long."""

    DEFAULT_CSS = """
    ClaimPanel { height: auto; max-height: 50%; padding: 0 1; background: $surface;
        scrollbar-size-vertical: 1; }
    ClaimPanel > Static { width: 1fr; height: auto; min-height: 100%; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        self._body = Static(Content(""), markup=False)
        self._tall = False
        super().__init__(self._body, id=id, classes=classes)

    def show(self, details: ClaimDetails | None) -> None:
        """Show a claim, or nothing.

        A layout of the whole screen costs more than all else that a key does, so there is one
        only where the content does not fit, or did not before.
        """
        content = described(details) if details else Content("")
        tall = content.get_height({}, max(1, self._body.size.width)) > self.size.height
        self._body.update(content, layout=tall or self._tall)
        self._tall = tall
        if self.scroll_y:
            self.scroll_home(animate=False)


def described(details: ClaimDetails) -> Content:
    """The panel's content, assembled (never parsed as markup)."""
    lines = [Content.assemble((_long(details.statement), "bold"))]
    verdict = " ".join(filter(None, (one_line(details.glyph), one_line(details.verdict))))
    known = colour(details.colour).color is not None
    lines.append(
        Content.assemble((verdict, f"bold {details.colour}" if known else "bold"))
        if verdict
        else Content.assemble(("not decided", "italic"))
    )
    lines += described_evidence(details.evidence)
    score = "" if details.score is None else f"{details.score:.2f}"
    pairs = [
        ("tags", one_line(details.tags)),
        ("note", _long(details.note)),
        ("said by", one_line(details.attributed_to)),
        ("worth", score),
        ("kind", one_line(details.kind)),
        ("quote", _long(details.quote)),
        *((one_line(word, 40), _long(text)) for word, text in details.more),
    ]
    lines += [Content.assemble((f"{word}: ", "dim"), text) for word, text in pairs if text]
    return Content("\n").join(lines)


def _long(text: str) -> str:
    return displayed(" ".join(text[:_LONGEST].split()))
