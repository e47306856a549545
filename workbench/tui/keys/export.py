"""The keys of the export screen; moving and changing are those of lists."""

from __future__ import annotations

from workbench.tui.keys.command import Command

EXPORT = "export"

_GROUP = "In the export screen"


def _export(name: str, keys: tuple[str, ...], word: str, about: str, rank: int = 0) -> Command:
    return Command(name, keys, word, about, _GROUP, EXPORT, rank)


EXPORT_COMMANDS: tuple[Command, ...] = (
    _export("export-change", ("enter", "space"), "change", "Change what the line says", 1),
    _export("export-write", ("w",), "write", "Ask for a name, and write the dataset", 2),
    _export("export-down", ("ctrl+d",), "scroll", "Scroll what it would hold down", 5),
    _export("export-up", ("ctrl+u",), "scroll", "Scroll what it would hold up"),
    _export("export-help", ("?",), "help", "These keys", 4),
    _export("export-leave", ("escape", "q"), "back", "Back; what is being written is given up", 3),
)
