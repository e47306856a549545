"""The help: the keys that are in force, by what they are for."""

from __future__ import annotations

from textual.content import Content

from workbench.text.display import safe
from workbench.tui.keys.table import REVIEW, Command, KeyTable
from workbench.tui.screens.page import HEADING, INSET, Block, Page

_MOUSE = (
    "A click on a marked span goes to its claim; a click on a row too.\n"
    "A drag in the article selects words, with ctrl or alt characters; add makes a claim of them."
)


def help_page(keys: KeyTable, mode: str = REVIEW) -> Page:
    """The keys of a mode first, the others below."""
    groups = keys.groups(mode)
    others = {name: found for name, found in keys.groups().items() if name not in groups}
    blocks: list[Block] = []
    for name, commands in {**groups, **others}.items():
        blocks += [(HEADING, Content(name)), (INSET, _lines(commands))]
    blocks += [(HEADING, Content("With the mouse")), (INSET, Content(_MOUSE))]
    opener = next(c.id for c in keys.commands if c.mode == mode and c.id.endswith("help"))
    return Page("Keys", blocks, keys, opener)


def _lines(commands: list[Command]) -> Content:
    shown = [safe(command.all_shown) for command in commands]
    wide = max(map(len, shown))
    lines = [
        Content.assemble((keys.ljust(wide + 2), "bold $accent"), safe(command.help))
        for keys, command in zip(shown, commands, strict=True)
    ]
    return Content("\n").join(lines)
