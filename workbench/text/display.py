"""Text made safe to show: no control, escape or direction character reaches a terminal.

Every code point is replaced by exactly one, so offsets stay valid. Markup needs no escape here:
what passes `safe` is shown as plain text, never parsed.
"""

from __future__ import annotations

import re

# Line ends and other code points that a terminal may act on, or that reorder, hide or forge
# what is read. ZWJ and ZWNJ stay: emoji and several scripts cannot be written without them.
_REPLACED = (
    (0x0080, 0x009F),  # C1, CSI and OSC among them
    (0x00AD, 0x00AD),  # soft hyphen: invisible, and of uncertain width
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x115F, 0x1160),  # Hangul fillers
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200B),  # zero width space
    (0x200E, 0x200F),  # LRM, RLM
    (0x2028, 0x202E),  # line and paragraph separator, embeddings, overrides
    (0x2060, 0x206F),  # word joiner, isolates, deprecated format characters
    (0x3164, 0x3164),
    (0xD800, 0xDFFF),  # lone surrogates
    (0xE000, 0xF8FF),  # private use: no two fonts agree
    (0xFDD0, 0xFDEF),  # noncharacters
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFA0, 0xFFA0),
    (0xFFF9, 0xFFFB),  # interlinear annotation
    (0xFFFE, 0xFFFF),
    (0x13430, 0x1345F),  # hieroglyph joiners and modifiers
    (0x1BCA0, 0x1BCA3),  # shorthand format controls
    (0x1D173, 0x1D17A),  # musical format controls
    *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0x10000, 0xE0000, 0x10000)),
    (0xE0000, 0xE0FFF),  # tags and variation selectors supplement
    (0xF0000, 0x10FFFF),
)
REPLACEMENT = "\ufffd"


def _table() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20)}
    table[0x7F] = "\u2421"
    return table


_CONTROLS = _table()
_NEAR = "".join(f"{chr(a)}-{chr(b)}" for a, b in _REPLACED if a < 0x10000)
_FAR = "".join(f"{chr(a)}-{chr(b)}" for a, b in _REPLACED if a >= 0x10000)
# Beyond the first plane each range would slow down every code point that is none of them.
_BAD = re.compile(f"[\x00-\x1f\x7f{_NEAR}]|[\U00010000-\U0010ffff]+")
_BAD_FAR = re.compile(f"[{_FAR}]")
_SPACES = re.compile(r"\s+")
_AHEAD = 8  # code points read for each cell wanted, at first


def safe(text: str, keep: str = "") -> str:
    """The text with every dangerous code point made visible; the same length.

    C0 controls and DEL become control pictures (U+2400…), the others U+FFFD; so do soft hyphens,
    zero-width spaces and the tags of some flags, since what cannot be seen can mislead.

    Args:
        text: any string.
        keep: code points that the caller deals with itself, such as a newline.
    """
    if text.isascii() and text.isprintable():
        return text
    return _BAD.sub(lambda match: _visible(match[0], keep), text)


def _visible(found: str, keep: str) -> str:
    if found > "\uffff":
        return _BAD_FAR.sub(REPLACEMENT, found)
    return found if found in keep else _CONTROLS.get(ord(found), REPLACEMENT)


def safe_line(text: str, width: int | None = None) -> str:
    """The text on one line: white space collapsed, made safe, cut with … at `width` cells."""
    if width is None:
        return safe(_SPACES.sub(" ", text).strip())
    head = text[: _AHEAD * (max(width, 0) + 4)]
    if len(head) < len(text):  # a long text, of which the first words are likely enough
        line = cut(safe(_SPACES.sub(" ", head).lstrip()), width)
        if line.endswith("…"):
            return line
    return cut(safe(_SPACES.sub(" ", text).strip()), width)


def cut(line: str, width: int) -> str:
    """The line, or as much of it as fits in `width` cells with … at the end."""
    if width < 1:
        return ""
    if line.isascii():
        return line if len(line) <= width else line[: width - 1] + "…"
    from workbench.text.graphemes import clusters

    used, fits = 0, 0
    for _, end, cells in clusters(line):
        if used + cells > width:
            return line[:fits] + "…"
        if used + cells <= width - 1:
            fits = end
        used += cells
    return line


def cell_width(text: str) -> int:
    """Cells that a terminal gives a text made safe, measured as Textual draws it."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
