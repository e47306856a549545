"""Every key of the review screen, declared once.

A `Command` feeds the key bar, the help, the palette and the dispatch of key presses; the
reviewer's own key map and the project's scheme change the keys, never the commands.
A key is a printable character, or one of Textual's names (``space``, ``enter``, ``ctrl+t``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.tui.keys.command import CARET, DIALOG, PRECEDENT, PROMPT, REVIEW, Command, shown_key
from workbench.tui.keys.evidence import EVIDENCE_COMMANDS, GROUP
from workbench.tui.keys.export import EXPORT_COMMANDS
from workbench.tui.keys.team import ADJUDICATE, DASHBOARD, TEAM_COMMANDS

if TYPE_CHECKING:
    from textual.events import Key

    from workbench.review.schemes import Scheme

__all__ = [
    "ADJUDICATE",
    "CARET",
    "COMMANDS",
    "DASHBOARD",
    "DIALOG",
    "PRECEDENT",
    "PROMPT",
    "REVIEW",
    "VERDICT",
    "Command",
    "KeyMapError",
    "KeyTable",
    "build",
    "key_of",
    "shown_key",
    "verdict_commands",
]

VERDICT = "verdict:"
"""What the id of a verdict's command begins with; the label's id follows."""

_DECIDE, _CLAIM, _MOVE, _LOOK, _CARET, _DIALOG, _PRECEDENT, _PROMPT = (
    "Decide",
    "Change the claim",
    "Move",
    "Look",
    "Choose words in the article",
    "In lists and pages like this one",
    "In the list of earlier verdicts",
    "While a line is asked for",
)

COMMANDS: tuple[Command, ...] = (
    Command("later", ("space",), "later", "Put the claim off and go on", _DECIDE, rank=20),
    Command("discard", ("x",), "discard", "Not a claim at all: discard it", _DECIDE, rank=21),
    Command("undo", ("u",), "undo", "Take the last act back, without limit", _DECIDE, rank=22),
    Command("redo", ("U",), "redo", "Do again what was taken back", _DECIDE, rank=60),
    Command("tag", ("t",), "tag", "Tag the claim, with completion", _DECIDE, rank=30),
    Command("untag", ("T",), "untag", "Take a tag off the claim", _DECIDE),
    Command("note", ("n",), "note", "Write a note on the claim", _DECIDE, rank=31),
    Command(
        "evidence",
        ("e",),
        "evidence",
        "Search evidence for the claim, or against it",
        GROUP,
        rank=23,
    ),
    Command(
        "cite-again", ("E",), "again", "Cite the last evidence on this claim too", GROUP, rank=33
    ),
    Command(
        "pieces",
        ("i",),
        "its evidence",
        "The evidence of the claim: change it, take it away",
        GROUP,
        rank=34,
    ),
    Command(
        "judge", ("S",), "enough?", "Is another's evidence enough for the verdict?", GROUP, rank=48
    ),
    Command("reword", ("r",), "reword", "Reword the statement", _CLAIM, rank=50),
    Command(
        "add", ("a",), "add", "Add a claim: of the selection, or choose words", _CLAIM, rank=32
    ),
    Command("split", ("s",), "split", "Split the claim at a word you choose", _CLAIM, rank=51),
    Command("merge", ("m",), "merge", "Merge the claim with the next one", _CLAIM, rank=52),
    Command("start-left", ("[",), "start ←", "Move the start one word back", _CLAIM),
    Command("start-right", ("]",), "start →", "Move the start one word on", _CLAIM),
    Command("end-left", ("{",), "end ←", "Move the end one word back", _CLAIM),
    Command("end-right", ("}",), "end →", "Move the end one word on", _CLAIM),
    Command("start-back", ("<",), "start ‹", "Move the start one character back", _CLAIM),
    Command("start-on", (">",), "start ›", "Move the start one character on", _CLAIM),
    Command("end-back", ("(",), "end ‹", "Move the end one character back", _CLAIM),
    Command("end-on", (")",), "end ›", "Move the end one character on", _CLAIM),
    Command("next", ("j", "down"), "next", "Next claim", _MOVE, rank=40),
    Command("previous", ("k", "up"), "back", "Previous claim", _MOVE, rank=41),
    Command("next-open", ("J",), "next open", "Next undecided claim", _MOVE, rank=42),
    Command("previous-open", ("K",), "previous open", "Previous undecided claim", _MOVE),
    Command("page-down", ("pagedown",), "page", "A page of claims down", _MOVE),
    Command("page-up", ("pageup",), "page", "A page of claims up", _MOVE),
    Command("first", ("home",), "first", "First claim", _MOVE),
    Command("last", ("end",), "last", "Last claim", _MOVE),
    Command("read-down", ("ctrl+d",), "scroll", "Scroll the article down", _MOVE),
    Command("read-up", ("ctrl+u",), "scroll", "Scroll the article up", _MOVE),
    Command("panel-down", (".",), "more", "Scroll the claim's note and evidence down", _MOVE),
    Command("panel-up", (",",), "scroll", "Scroll the claim's note and evidence up", _MOVE),
    Command("search", ("/",), "search", "Claims with these words", _LOOK, rank=43),
    Command("filter", ("f",), "filter", "Filter by state, verdict, tag, proposer", _LOOK, rank=44),
    Command("clear", ("escape",), "all", "End the search and the filter", _LOOK),
    Command("articles", ("o",), "articles", "The articles, and how far you are", _LOOK, rank=45),
    Command("order", ("O",), "order", "By article, by check-worthiness, by uncertainty", _LOOK),
    Command("why", ("w",), "why", "Why the claim stands where it stands", _LOOK, rank=47),
    Command("precedents", ("c",), "checked", "Earlier verdicts near this claim", _LOOK, rank=33),
    Command(
        "contradictions",
        ("C",),
        "contradicts",
        "Claims that contradict it or agree",
        _LOOK,
        rank=48,
    ),
    Command("guidelines", ("g",), "guide", "The guidelines and the verdicts", _LOOK, rank=46),
    Command("adjudicate", ("A",), "settle", "Settle what reviewers disagree on", _LOOK, rank=61),
    Command("dashboard", ("D",), "dashboard", "How the work of the team stands", _LOOK, rank=62),
    Command("export", ("X",), "export", "Export a dataset: choose, look, write", _LOOK, rank=63),
    Command("help", ("?",), "help", "These keys", _LOOK, rank=10),
    Command("palette", ("ctrl+p",), "commands", "Find a command by its name", _LOOK),
    Command("theme", ("ctrl+t",), "theme", "Dark, light, or the terminal's colours", _LOOK),
    Command("quit", ("q",), "quit", "Leave; everything is saved already", _LOOK, rank=70),
    Command("word-left", ("h", "left"), "word ←", "A word back", _CARET, CARET, 3),
    Command("word-right", ("l", "right"), "word →", "A word on", _CARET, CARET, 4),
    Command("line-down", ("j", "down"), "line ↓", "A line down", _CARET, CARET, 5),
    Command("line-up", ("k", "up"), "line ↑", "A line up", _CARET, CARET, 6),
    Command("char-left", (",",), "letter ←", "A character back", _CARET, CARET, 7),
    Command("char-right", (".",), "letter →", "A character on", _CARET, CARET, 8),
    Command("sentence-left", ("(",), "sentence ←", "A sentence back", _CARET, CARET),
    Command("sentence-right", (")",), "sentence →", "A sentence on", _CARET, CARET, 9),
    Command("anchor", ("space",), "begin here", "Begin the choice, or end it", _CARET, CARET, 1),
    Command("swap", ("x",), "other end", "Move the other end of the choice", _CARET, CARET, 10),
    Command("accept", ("enter",), "done", "Add the claim, or split here", _CARET, CARET, 2),
    Command("leave", ("escape", "q"), "leave", "Leave without a change", _CARET, CARET, 11),
    Command("caret-help", ("?",), "help", "These keys", _CARET, CARET, 12),
    Command("down", ("j", "down"), "down", "Down", _DIALOG, DIALOG),
    Command("up", ("k", "up"), "up", "Up", _DIALOG, DIALOG),
    Command("dialog-page-down", ("pagedown",), "page", "A page down", _DIALOG, DIALOG),
    Command("dialog-page-up", ("pageup",), "page", "A page up", _DIALOG, DIALOG),
    Command("top", ("home",), "first", "To the top", _DIALOG, DIALOG),
    Command("bottom", ("end",), "last", "To the end", _DIALOG, DIALOG),
    Command("pick", ("enter",), "choose", "Choose", _DIALOG, DIALOG),
    Command("toggle", ("space",), "on or off", "Turn on or off, and stay", _DIALOG, DIALOG),
    Command("close", ("escape", "q"), "close", "Close", _DIALOG, DIALOG),
    Command("take-verdict", ("v",), "take verdict", "Take its verdict over", _PRECEDENT, PRECEDENT),
    Command(
        "take-evidence", ("e",), "take evidence", "Take its evidence over", _PRECEDENT, PRECEDENT
    ),
    Command("answer", ("enter",), "done", "Take the line as it is", _PROMPT, PROMPT, 1),
    Command("complete", ("tab",), "complete", "Write the completion out", _PROMPT, PROMPT, 2),
    Command("choose", ("down", "up"), "choose", "Another completion", _PROMPT, PROMPT, 3),
    Command("cancel", ("escape",), "leave", "Leave without a change", _PROMPT, PROMPT, 4),
    *EVIDENCE_COMMANDS,
    *TEAM_COMMANDS,
    *EXPORT_COMMANDS,
)


class KeyMapError(ValueError):
    """A key map that cannot be used; the text is one line for the reviewer."""


class KeyTable:
    """The commands with the keys that are in force, found by mode and key.

    Args:
        commands: what there is; two commands of a mode may not share a key.

    Raises:
        KeyMapError: a key stands for two commands.
    """

    def __init__(self, commands: Iterable[Command]) -> None:
        self.commands = tuple(commands)
        self._found: dict[tuple[str, str], Command] = {}
        for command in self.commands:
            for key in command.keys:
                other = self._found.setdefault((command.mode, key), command)
                if other is not command:
                    raise KeyMapError(f"'{key}' is both '{other.id}' and '{command.id}'")
        self._by_id = {command.id: command for command in self.commands}

    def find(self, mode: str, key: str) -> Command | None:
        """The command behind a key in a mode."""
        return self._found.get((mode, key))

    def get(self, command_id: str) -> Command | None:
        """The command with this id."""
        return self._by_id.get(command_id)

    def bar(self, mode: str, without: Sequence[str] = ()) -> list[tuple[str, str]]:
        """Keys and words of the key bar, the most needed first; `without` some commands."""
        ranked = [
            c for c in self.commands if c.mode == mode and c.rank and c.keys and c.id not in without
        ]
        return [(c.shown, c.word) for c in sorted(ranked, key=lambda command: command.rank)]

    def groups(self, mode: str | None = None) -> dict[str, list[Command]]:
        """The commands by group in the order of declaration, for help and palette."""
        grouped: dict[str, list[Command]] = {}
        for command in self.commands:
            if command.keys and mode in (None, command.mode):
                grouped.setdefault(command.group, []).append(command)
        return grouped


def verdict_commands(scheme: Scheme) -> list[Command]:
    """A command for each label: its own key and, for the first nine, its number."""
    own = {label.key for label in scheme.labels if label.key}
    commands = []
    for number, label in enumerate(scheme.labels, start=1):
        keys = [label.key] if label.key else []
        if number <= 9 and str(number) not in own:
            keys.append(str(number))
        about = f"Decide: {label.name}, and go on"
        commands.append(
            Command(f"{VERDICT}{label.id}", tuple(keys), label.name, about, _DECIDE, rank=number)
        )
    return commands


def build(scheme: Scheme | None, own: Mapping[str, Sequence[str]] | None = None) -> KeyTable:
    """The table for a scheme and the reviewer's own key map.

    Where a letter of the scheme is also a command's key, the command keeps it: the verdict
    still has its number.

    Args:
        scheme: the project's verdicts; None before the store is open.
        own: command id, or label id of the scheme → keys that replace the default ones.

    Raises:
        KeyMapError: the key map names no command, or gives a key twice.
    """
    own = own or {}
    verdicts = verdict_commands(scheme) if scheme else []
    fixed = [c if c.mode == PROMPT else _mapped(c, own) for c in COMMANDS]
    taken = {key for command in fixed if command.mode == REVIEW for key in command.keys}
    mapped = []
    for command in verdicts:
        command = replace(command, keys=tuple(k for k in command.keys if k not in taken))
        mapped.append(_mapped(command, own))
    if scheme:
        known = {
            name for c in (*verdicts, *COMMANDS) for name in (c.id, c.id.removeprefix(VERDICT))
        }
        unknown = next((name for name in own if name not in known), None)
        if unknown is not None:
            raise KeyMapError(f"there is no command '{unknown}'")
    return KeyTable([*mapped, *fixed])


def _mapped(command: Command, own: Mapping[str, Sequence[str]]) -> Command:
    keys = own.get(command.id, own.get(command.id.removeprefix(VERDICT)))
    return command if keys is None else replace(command, keys=tuple(keys))


def key_of(event: Key) -> str:
    """The name of a pressed key in our notation: the character itself where there is one."""
    character = event.character
    if character and character != " " and event.is_printable:
        return character
    return event.key
