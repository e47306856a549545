"""How a claim looks: its row in the list, its mark in the article, its panel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from db.rows import Claim, Document, QueueItem
from workbench.tui.presenting.evidence import evidence_lines
from workbench.tui.widgets.article_view import Mark
from workbench.tui.widgets.claim_list import Row
from workbench.tui.widgets.claim_panel import ClaimDetails

if TYPE_CHECKING:
    from workbench.review.schemes import Scheme

NOTHING: Mapping[str, Document] = MappingProxyType({})
OPEN, LATER, DISCARDED, UNKNOWN = "·", "…", "×", "◆"


class Presenter:
    """Turns claims into what the widgets show, by the project's scheme.

    Args:
        scheme: its labels give glyphs, words and colours.
        colour: a colour's name of a scheme → the colour in the theme that is in force.
    """

    def __init__(self, scheme: Scheme, colour: Callable[[str], str]) -> None:
        self._labels = {label.id: label for label in scheme.labels}
        self._colour = colour

    def verdict(self, item: QueueItem) -> tuple[str, str, str]:
        """Glyph, word and colour of what she decided; a word for every state."""
        from workbench.review.session import state

        now = state(item)
        if now == "discarded":
            return DISCARDED, "discarded", ""
        if now == "later":
            return LATER, "later", self._colour("yellow")
        if now == "open" or item.review is None:
            return OPEN, "", ""
        label = self._labels.get(item.review.verdict or "")
        if label is None:  # decided with a label that the scheme has no more
            return UNKNOWN, item.review.verdict or "", ""
        return label.glyph, label.name, self._colour(label.color)

    def row(self, item: QueueItem, text: str | None = None) -> Row:
        """A line of the list; `text` is the article's, for a span that she moved."""
        glyph, word, colour = self.verdict(item)
        review = item.review
        return Row(
            item.claim.seq,
            glyph,
            word,
            colour,
            _quote(item, text),
            item.claim.worth,
            bool(review and review.note),
            " ".join(f"#{tag}" for tag in review.tags) if review else "",
        )

    def mark(self, item: QueueItem) -> Mark:
        """A claim's span in its article."""
        from workbench.review.session import span, state

        start, end = span(item)
        return Mark(start, end, item.claim.seq, state(item))

    def details(
        self, item: QueueItem, text: str, documents: Mapping[str, Document] = NOTHING
    ) -> ClaimDetails:
        """The current claim in words; `documents` are the sources of its evidence, by id."""
        from workbench.review.session import statement

        glyph, word, colour = self.verdict(item)
        claim, review = item.claim, item.review
        wording, quote = statement(item, text), _quote(item, text)
        added = claim.proposer if claim.origin == "reviewer" else ""
        return ClaimDetails(
            statement=wording,
            glyph=glyph if word else "",
            verdict=word,
            colour=colour,
            tags=" ".join(f"#{tag}" for tag in review.tags) if review else "",
            note=review.note if review else "",
            attributed_to=claim.attributed_to or "",
            score=claim.worth,
            kind="" if claim.kind == "clause" else claim.kind,
            evidence=evidence_lines(review.evidence if review else (), documents, self._colour),
            quote=quote if _alike(quote) != _alike(wording) else "",
            more=(("added by", added),) if added else _whole(claim),
        )


def _whole(claim: Claim) -> tuple[tuple[str, str], ...]:
    """That no rules know the language of the article, where a sentence was proposed whole."""
    if claim.proposer != "sentences":
        return ()
    return (("proposed", "as a whole sentence: no rules for this language"),)


def parts(item: QueueItem) -> list[tuple[int, int]]:
    """The pieces of the article that the statement takes from outside the claim's span.

    None while she holds another span or wording than was proposed.
    """
    from workbench.review.session import span

    claim = item.claim
    start, end = span(item)
    if (start, end) != (claim.start, claim.end):
        return []
    before = [(a, min(b, start)) for a, b in claim.parts if a < start]
    behind = [(max(a, end), b) for a, b in claim.parts if b > end]
    return before + behind


def _alike(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()


def _quote(item: QueueItem, text: str | None) -> str:
    from workbench.review.session import quote

    return quote(item, text) if text is not None else item.claim.quote
