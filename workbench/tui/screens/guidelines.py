"""The guidelines: what each verdict means, and what the project asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from workbench.text.display import safe
from workbench.tui.keys.table import VERDICT, KeyTable
from workbench.tui.screens.page import HEADING, INSET, TEXT, Block, Page
from workbench.tui.theme import verdict_colour
from workbench.tui.widgets.claim_row import colour

if TYPE_CHECKING:
    from workbench.review.schemes import Label, Scheme


def guidelines_page(scheme: Scheme, text: str, keys: KeyTable, colours: Mapping[str, str]) -> Page:
    """The verdicts with their keys and definitions, then the project's own text.

    Args:
        scheme: the verdicts.
        text: the guidelines; untrusted.
        keys: the keys in force.
        colours: the variables of the theme.
    """
    blocks: list[Block] = [(HEADING, Content(safe(scheme.title)))]
    if scheme.description:
        blocks.append((TEXT, Content(safe(scheme.description))))
    for label in scheme.labels:
        blocks.append((HEADING, _name(label, keys, colours)))
        blocks.append((INSET, Content(safe(" ".join(label.definition.split())))))
    if text.strip():
        lines = [safe(line) for line in text.strip().splitlines()]
        blocks.append((HEADING, Content("Guidelines of this project")))
        blocks.append((TEXT, Content("\n".join(lines))))
    return Page("Guidelines", blocks, keys, "guidelines")


def _name(label: Label, keys: KeyTable, colours: Mapping[str, str]) -> Content:
    command = keys.get(f"{VERDICT}{label.id}")
    shade = verdict_colour(label.color, colours)
    known = colour(shade).color is not None
    return Content.assemble(
        (f"{safe(command.shown) if command else ' '}  ", "bold $accent"),
        (f"{safe(label.glyph)} {safe(label.name)}", f"bold {shade}" if known else "bold"),
    )
