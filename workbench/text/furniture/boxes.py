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
            _mark_more(units, kinds, at + 1, name if box else "")


def _mark_more(units: Sequence[Unit], kinds: list[str | None], at: int, firm: str) -> None:
    """The paragraphs of a box that go on with what the firm does."""
    while firm and at < len(units) and kinds[at] is None and units[at].text.startswith(firm):
        kinds[at] = "byline"
        at += 1


def mark_bios(units: Sequence[Unit], kinds: list[str | None]) -> None:
    """What is told of whoever a byline names, wherever it stands: "Ann Oe covers trains"."""
    names = {
        found.group(1)
        for unit, kind in zip(units, kinds, strict=True)
        if kind == "byline" and (found := _BY_ONE.match(unit.text[: like.LONGEST]))
    }
    for at, unit in enumerate(units):
        own = _ONE.match(unit.text) if names and kinds[at] is None else None
        if own and own.group() in names and _WRITES.match(unit.text[: like.LONGEST], own.end()):
            kinds[at] = "byline"


_ONE = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w'’-]+(?: [A-ZÀ-ÞĀ-Ž]\.)?(?: [A-ZÀ-ÞĀ-Ž][\w'’-]+){1,2}")
_BY_ONE = re.compile(rf"(?:[Bb]y|BY):? ({_ONE.pattern})")
