"""One thing that a key does, and the modes in which keys mean something."""

from __future__ import annotations

from dataclasses import dataclass

REVIEW = "review"
CARET = "caret"
DIALOG = "dialog"
PRECEDENT = "precedent"
"""In the list of earlier verdicts, beside the keys of every list."""

PROMPT = "prompt"
"""While a line is asked for; its keys belong to the prompt and cannot be changed."""

_FEW = 4  # keys that a command has at most, unless they are a row of keys

_SHOWN = {
    "space": "␣",
    "enter": "⏎",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a key does.

    `word` stands in the key bar, `help` in the help and the palette. Commands with a `rank`
    above 0 are in the key bar, the lowest first.
    """

    id: str
    keys: tuple[str, ...]
    word: str
    help: str
    group: str
    mode: str = REVIEW
    rank: int = 0

    @property
    def shown(self) -> str:
        """The first key as it is printed: ``␣`` for ``space``; ``1…9`` for many."""
        if len(self.keys) > _FEW:
            return f"{shown_key(self.keys[0])}…{shown_key(self.keys[-1])}"
        return shown_key(self.keys[0]) if self.keys else ""

    @property
    def all_shown(self) -> str:
        """All keys as they are printed; of a row of keys the first and the last."""
        many = len(self.keys) > _FEW
        return self.shown if many else " ".join(shown_key(key) for key in self.keys)


def shown_key(key: str) -> str:
    """A key as it is printed for people."""
    return _SHOWN.get(key, key.replace("ctrl+", "^"))
