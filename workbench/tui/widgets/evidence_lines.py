"""The evidence of a claim in its panel: a line for the stance and the quote, one for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from workbench.tui.widgets.claim_row import colour, one_line

_QUOTE = 160  # characters of a quote; the whole stands in the screen of the evidence


class EvidenceLine(NamedTuple):
    """A piece of evidence; every string is untrusted.

    `colour` is a colour's name or hex for the stance, or "".
    """

    stance: str  # glyph and word
    colour: str
    quote: str
    about: str  # how it was checked, its source, its set
    flags: tuple[str, ...]
    question: str = ""


def described_evidence(pieces: Sequence[EvidenceLine]) -> list[Content]:
    """The lines of all pieces, assembled (never parsed as markup)."""
    return [line for piece in pieces for line in _lines(piece)]


def _lines(piece: EvidenceLine) -> list[Content]:
    known = colour(piece.colour).color is not None
    style = f"bold {piece.colour}" if known else "bold"
    quote = one_line(piece.quote, _QUOTE)
    cut = "…" if len(quote) == _QUOTE else ""
    lines = [Content.assemble((one_line(piece.stance), style), f" “{quote}{cut}”" if quote else "")]
    lines.append(Content.assemble(("  " + one_line(piece.about), "dim")))
    lines += [Content.assemble(("  ! " + one_line(flag), "bold $warning")) for flag in piece.flags]
    if piece.question:
        lines.append(Content.assemble(("  answers: ", "dim"), one_line(piece.question, _QUOTE)))
    return lines
