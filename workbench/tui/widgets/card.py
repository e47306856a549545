"""Cards: passages and pieces of evidence as blocks of text with a marked quote, in lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.tui.widgets.article_paint import Overlay, line_pieces
from workbench.tui.widgets.marks import FlatMarks
from workbench.tui.widgets.wrapping import Wrapped

TEXT, QUIET, WARNING, WRONG = "text", "quiet", "warning", "wrong"
"""Kinds of blocks: a text to read, what is said of it, what must be heeded, what is wrong."""

_NO_MARKS = FlatMarks(())
_MARK, _STRONG = "article--current", "article--hit"


class Block(NamedTuple):
    """A paragraph of a card; its text is untrusted, positions are code points of it."""

    text: str
    kind: str = TEXT
    mark: tuple[int, int] | None = None  # the quote
    strong: tuple[tuple[int, int], ...] = ()  # words that differ


class Card(NamedTuple):
    """One passage, or one piece; all strings are untrusted."""

    head: str  # gives way where there is not room enough
    aside: str  # at the right of the head
    blocks: tuple[Block, ...]


class Line(NamedTuple):
    """One line of the screen: of which card, and what stands there."""

    card: int
    block: int  # HEAD for the head, GAP for the blank line behind a card
    line: int  # of the wrapped block


HEAD, GAP = -1, -2


class LaidCards:
    """Cards broken into lines at one width; a card is wrapped again only when it changes."""

    def __init__(self, width: int) -> None:
        self.width = max(2, width)
        self.cards: list[Card] = []
        self.lines: list[Line] = []
        self._tops: list[int] = []
        self._wrapped: list[list[Wrapped]] = []

    def show(self, cards: list[Card]) -> None:
        """Lay these cards out."""
        known = dict(zip(self.cards, self._wrapped, strict=True))
        self.cards = cards
        self._wrapped = [known.get(card) or self._wrap(card) for card in cards]
        self.lines, self._tops = [], []
        for at, blocks in enumerate(self._wrapped):
            self._tops.append(len(self.lines))
            self.lines.append(Line(at, HEAD, 0))
            for number, block in enumerate(blocks):
                self.lines += [Line(at, number, line) for line in range(len(block))]
            self.lines.append(Line(at, GAP, 0))

    def _wrap(self, card: Card) -> list[Wrapped]:
        # Line ends inside a passage are those of the file: spaces, of the same length.
        flat = (block.text.replace("\r", " ").replace("\n", " ") for block in card.blocks)
        return [Wrapped(text, self.width) for text in flat]

    def extent(self, card: int) -> tuple[int, int]:
        """The lines [first, last) of a card, without the blank one behind it."""
        following = self._tops[card + 1] if card + 1 < len(self._tops) else len(self.lines)
        return self._tops[card], following - 1

    def pieces(self, line: Line) -> Iterator[tuple[str, str]]:
        """The displayed pieces of a block's line, each "mark", "strong" or ""."""
        block = self.cards[line.card].blocks[line.block]
        overlay = Overlay(hits=list(block.strong), current=block.mark)
        wrapped = self._wrapped[line.card][line.block]
        for text, names in line_pieces(wrapped, line.line, _NO_MARKS, overlay):
            yield text, "strong" if _STRONG in names else "mark" if _MARK in names else ""
