"""The guidelines: what each verdict means, and what the project asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from workbench.text.display import safe
from workbench.tui.keys import VERDICT, KeyTable
from workbench.tui.screens.page import Page
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
    blocks = [Content.styled(safe(scheme.title), "bold $primary")]
    if scheme.description:
        blocks.append(Content(safe(scheme.description)))
    blocks += [_verdict(label, keys, colours) for label in scheme.labels]
    if text.strip():
        lines = [safe(line) for line in text.strip().splitlines()]
        blocks.append(Content.styled("Guidelines of this project", "bold $primary"))
        blocks.append(Content("\n".join(lines)))
    return Page("Guidelines", Content("\n\n").join(blocks), keys, "guidelines")


def _verdict(label: Label, keys: KeyTable, colours: Mapping[str, str]) -> Content:
    command = keys.get(f"{VERDICT}{label.id}")
    name = f"{safe(label.glyph)} {safe(label.name)}"
    shade = verdict_colour(label.color, colours)
    known = colour(shade).color is not None
    return Content.assemble(
        (f"{safe(command.shown) if command else '':>2} ", "bold $accent"),
        (name, f"bold {shade}" if known else "bold"),
        f"\n   {safe(' '.join(label.definition.split()))}",
    )
