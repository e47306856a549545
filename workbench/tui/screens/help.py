"""The help: the keys that are in force, by what they are for."""

from __future__ import annotations

from textual.content import Content

from workbench.text.display import safe
from workbench.tui.keys import CARET, REVIEW, Command, KeyTable, shown_key
from workbench.tui.screens.page import Page

_MOUSE = (
    "Mouse: a click on a marked span goes to its claim, a drag selects words, the wheel scrolls."
)


def help_page(keys: KeyTable, mode: str = REVIEW) -> Page:
    """The keys of a mode first, the others below."""
    groups = keys.groups(mode)
    others = {name: found for name, found in keys.groups().items() if name not in groups}
    blocks = [_block(name, commands) for name, commands in {**groups, **others}.items()]
    blocks.append(Content(_MOUSE))
    opener = "caret-help" if mode == CARET else "help"
    return Page("Keys", Content("\n\n").join(blocks), keys, opener)


def _block(name: str, commands: list[Command]) -> Content:
    lines = [Content.styled(name, "bold $primary")]
    for command in commands:
        shown = " ".join(shown_key(key) for key in command.keys)
        lines.append(Content.assemble((f"  {safe(shown):<10}", "bold $accent"), safe(command.help)))
    return Content("\n").join(lines)
