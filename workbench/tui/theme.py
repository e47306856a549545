"""The themes: ours for dark and light rooms, and one in the terminal's own sixteen colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.theme import Theme

if TYPE_CHECKING:
    from textual.app import App

DARK = Theme(
    name="workbench-dark",
    primary="#8ab4d8",
    secondary="#7d8ea3",
    accent="#e3b264",
    warning="#d99a5b",
    error="#e07a77",
    success="#8fbf83",
    foreground="#d6dae0",
    background="#14171c",
    surface="#191d23",
    panel="#20252d",
    dark=True,
    variables={
        "border": "#343b46",
        "border-blurred": "#2a3039",
        "rule": "#2f3641",
        "text-quiet": "#8a93a0",
        "mark-open": "#26374a",
        "mark-decided": "#272b32",
        "mark-later": "#3a3122",
        "mark-current": "#e3b264",
        "mark-current-text": "#14171c",
        "mark-part": "#3d3523",
        "verdict-red": "#e07a77",
        "verdict-green": "#8fbf83",
        "verdict-yellow": "#e0c069",
        "verdict-blue": "#8ab4d8",
        "verdict-magenta": "#c39ac9",
        "verdict-cyan": "#7fc0bd",
        "verdict-white": "#d6dae0",
        "row-current": "#2c3440",
        "row-current-text": "#f3f5f8",
        "scrollbar": "#343b46",
        "scrollbar-hover": "#454e5c",
        "scrollbar-active": "#5a6575",
        "scrollbar-background": "#191d23",
        "scrollbar-background-hover": "#191d23",
        "scrollbar-background-active": "#191d23",
        "input-selection-background": "#8ab4d8 35%",
    },
)

LIGHT = Theme(
    name="workbench-light",
    primary="#2c5f8a",
    secondary="#5c6b7c",
    accent="#9a5b00",
    warning="#9a5b00",
    error="#a8322f",
    success="#35702f",
    foreground="#22272e",
    background="#efece5",
    surface="#faf8f3",
    panel="#e9e5dc",
    dark=False,
    variables={
        "border": "#c9c3b6",
        "border-blurred": "#d8d3c8",
        "rule": "#d8d3c8",
        "text-quiet": "#69707a",
        "mark-open": "#d9e6f2",
        "mark-decided": "#e6e3dc",
        "mark-later": "#f3e6c8",
        "mark-current": "#f2c14e",
        "mark-current-text": "#1c1a15",
        "mark-part": "#f8e9c4",
        "verdict-red": "#a8322f",
        "verdict-green": "#35702f",
        "verdict-yellow": "#8a6400",
        "verdict-blue": "#2c5f8a",
        "verdict-magenta": "#7d3f85",
        "verdict-cyan": "#1f6f6d",
        "verdict-white": "#22272e",
        "row-current": "#e2ddd0",
        "row-current-text": "#14171c",
        "scrollbar": "#c9c3b6",
        "scrollbar-hover": "#b5ae9f",
        "scrollbar-active": "#9d9686",
        "scrollbar-background": "#faf8f3",
        "scrollbar-background-hover": "#faf8f3",
        "scrollbar-background-active": "#faf8f3",
        "input-selection-background": "#2c5f8a 30%",
    },
)

TERMINAL = Theme(
    name="workbench-terminal",
    ansi=True,
    primary="ansi_cyan",
    secondary="ansi_blue",
    accent="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "border": "ansi_bright_black",
        "border-blurred": "ansi_bright_black",
        "rule": "ansi_bright_black",
        "text-muted": "ansi_default",
        "text-quiet": "ansi_default",
        "mark-open": "ansi_default",
        "mark-decided": "ansi_default",
        "mark-later": "ansi_default",
        "mark-current": "ansi_yellow",
        "mark-current-text": "ansi_black",
        "mark-part": "ansi_default",
        "verdict-red": "ansi_red",
        "verdict-green": "ansi_green",
        "verdict-yellow": "ansi_yellow",
        "verdict-blue": "ansi_blue",
        "verdict-magenta": "ansi_magenta",
        "verdict-cyan": "ansi_cyan",
        "verdict-white": "ansi_default",
        "row-current": "ansi_white",
        "row-current-text": "ansi_black",
        "scrollbar": "ansi_bright_black",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
    },
)

THEMES = (DARK, LIGHT, TERMINAL)

# Terminals whose names promise no more than sixteen colours.
_PLAIN_TERMINALS = frozenset({"linux", "ansi", "vt100", "vt220", "xterm-16color", "dumb"})


def defaults() -> dict[str, str]:
    """Our variables, for the time when a theme that is not ours is chosen."""
    return {name: value for name, value in DARK.variables.items() if "scroll" not in name}


def first_theme(environ: Mapping[str, str]) -> str:
    """The theme to begin with: the terminal's own colours where it has only sixteen."""
    if environ.get("COLORTERM") in ("truecolor", "24bit"):
        return DARK.name
    return TERMINAL.name if environ.get("TERM") in _PLAIN_TERMINALS else DARK.name


def install(app: App[int], environ: Mapping[str, str]) -> None:
    """Register our themes and choose the first."""
    for theme in THEMES:
        app.register_theme(theme)
    app.theme = first_theme(environ)


def verdict_colour(name: str, variables: Mapping[str, str]) -> str:
    """A label's colour in the theme: its names are ours to choose, `#rrggbb` is the scheme's."""
    return variables.get(f"verdict-{name}", name)


def following(name: str) -> str:
    """The theme after this one, around and around."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
