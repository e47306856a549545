"""The keys of a team's screens: settling disagreements, and the dashboard."""

from __future__ import annotations

from workbench.tui.keys.command import Command

ADJUDICATE = "adjudicate"
DASHBOARD = "dashboard"

SIDE = "side-"
"""What the id of a command that takes a side begins with; the column's number follows."""

_SETTLE = "Settle what reviewers disagree on"
_AROUND = "Move and look while you settle"
_BOARD = "In the dashboard"


def _settle(name: str, keys: tuple[str, ...], word: str, about: str, rank: int = 0) -> Command:
    return Command(name, keys, word, about, _SETTLE, ADJUDICATE, rank)


def _around(name: str, keys: tuple[str, ...], word: str, about: str, rank: int = 0) -> Command:
    return Command(name, keys, word, about, _AROUND, ADJUDICATE, rank)


_SIDES = tuple(
    _settle(
        f"{SIDE}{number}",
        (str(number),),
        f"side {number}",
        f"Take the side of column {number}, and go on",
        rank=number if number < 3 else 0,
    )
    for number in range(1, 10)
)

TEAM_COMMANDS: tuple[Command, ...] = (
    *_SIDES,
    _settle("third", ("v",), "third verdict", "A verdict of your own, with a reason", rank=10),
    _settle("drop", ("x",), "discard", "No claim worth keeping, with a reason", rank=11),
    _settle("bulk", ("B",), "unanimous", "Settle all claims that reviewers agree on", rank=14),
    _settle(
        "settle-undo", ("u",), "undo", "Take back what you settled last, without limit", rank=12
    ),
    _settle("settle-redo", ("U",), "redo", "Do again what was taken back", rank=13),
    _around("settle-next", ("j", "down"), "next", "Next claim", 20),
    _around("settle-previous", ("k", "up"), "back", "Previous claim", 21),
    _around("settle-next-open", ("J",), "next open", "Next claim that waits for you", 22),
    _around("settle-page-down", ("pagedown",), "page", "A page of claims down"),
    _around("settle-page-up", ("pageup",), "page", "A page of claims up"),
    _around("settle-first", ("home",), "first", "First claim"),
    _around("settle-last", ("end",), "last", "Last claim"),
    _around("settle-read-down", ("ctrl+d",), "scroll", "Scroll the article down"),
    _around("settle-read-up", ("ctrl+u",), "scroll", "Scroll the article up"),
    _around("reviews-down", ("f",), "more", "Scroll the reviews down", 23),
    _around("reviews-up", ("b",), "scroll", "Scroll the reviews up"),
    _around("settle-order", ("O",), "order", "By disagreement, by article, by worth", 24),
    _around("settle-again", ("r",), "read again", "Read the disagreements again", 25),
    _around("settle-dashboard", ("D",), "dashboard", "How the work stands", 26),
    _around("settle-guidelines", ("g",), "guide", "The guidelines and the verdicts", 27),
    _around("settle-help", ("?",), "help", "These keys", 15),
    _around("settle-palette", ("ctrl+p",), "commands", "Find a command by its name"),
    _around("settle-theme", ("ctrl+t",), "theme", "Dark, light, or the terminal's"),
    _around("settle-quit", ("q",), "leave", "Leave; everything is saved already", 16),
    Command("board-again", ("r",), "read again", "Read it again", _BOARD, DASHBOARD, 1),
    Command("board-help", ("?",), "help", "These keys", _BOARD, DASHBOARD, 3),
    Command("board-close", ("D",), "close", "Close", _BOARD, DASHBOARD, 2),
)
