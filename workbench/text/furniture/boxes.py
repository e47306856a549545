"""Boxes beside a story: who wrote it, and what the firm or the agency that sent it does."""

import re
from collections.abc import Sequence

from workbench.text.furniture import patterns as like
from workbench.text.furniture.units import Unit

_BOX = re.compile(r"about:?\s+", re.IGNORECASE)
_WRITES = re.compile(
    r" (?:is|has been|was) (?:an? |the |our )?(?:[\w’'-]+ ){0,6}(?:reporter|writer|editor|"
    r"columnist|correspondent|journalist|producer)\b| (?:covers|writes|reports)\b| joined the\b"
)
_TITLE = 60  # code points of what heads a box


def mark_boxes(units: Sequence[Unit], kinds: list[str | None]) -> None:
    """A writer's name by itself and then what she is; "About Oe Ltd" and then what it does."""
    half = units[-1].end // 2 if units else 0
    for at in range(1, len(units)):
        head, line = units[at - 1].text, units[at].text[: like.LONGEST]
        if len(head) > _TITLE or kinds[at] is not None:
            continue
        box = _BOX.match(head)
        name = head[box.end() :] if box else head
        told = name and line.removeprefix("The ").startswith(name.removeprefix("the "))
        if not told or like.STOP.search(head) or (box and units[at].start < half):
            continue
        if box or (like.PERSON.fullmatch(name) and _WRITES.match(line, len(name))):
            kinds[at - 1] = kinds[at - 1] or "byline"
            kinds[at] = "byline"
