"""How evidence looks: a passage that was found, a place of a quote, a piece that is cited."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from workbench.tui.widgets.card import QUIET, TEXT, WARNING, WRONG, Block, Card
from workbench.tui.widgets.evidence_lines import EvidenceLine

if TYPE_CHECKING:
    from db.rows import Document, Evidence
    from workbench.match.quote.find import WordChange
    from workbench.review.evidence.places import Place
    from workbench.review.evidence.searching import Found

STANCES = {"supports": ("+", "green"), "refutes": ("−", "red"), "context": ("~", "blue")}
"""Glyph and colour of each stance; its word always stands beside them."""

NO_DATE = "no date"
_CLINGING = tuple(",.;:!?)]”’…")  # marks that follow a word without a blank
PUBLISHER, TITLE = 28, 48  # code points of these where there is little room
OWN = "! the article under review itself: no evidence of its own claim"


class Candidate(NamedTuple):
    """A passage with the quote that is marked in it; of a place, what differs."""

    found: Found
    place: Place | None = None
    pasted: Place | None = None  # where a pasted quote was found, before its mark was moved

    @property
    def mark(self) -> tuple[int, int]:
        """The quote as [start, end) of the passage."""
        found = self.found
        return found.quote_start - found.start, found.quote_end - found.start

    def marked(self, mark: tuple[int, int]) -> Candidate:
        """The same passage with another mark."""
        start, end = (self.found.start + edge for edge in mark)
        return self.within(self.found._replace(quote_start=start, quote_end=end))

    def within(self, found: Found) -> Candidate:
        """The same document with other words marked, and what a pasted quote differs from them."""
        if self.pasted is None:
            return Candidate(found)
        from workbench.review.evidence.remarking import remarked

        span = (found.quote_start, found.quote_end)
        return Candidate(found, remarked(self.pasted, found.text, found.start, span), self.pasted)


def late_words(published: str | None, claimed: str | None) -> str:
    """What is said of evidence that is younger than the claim."""
    dates = f"{(published or '')[:10]}, the claim is of {(claimed or '')[:10]}"
    return f"published after the claim: {dates}"


def candidate_card(number: int, candidate: Candidate, claimed: str | None) -> Card:
    """A passage as it is offered.

    Args:
        number: its rank, from 1.
        candidate: the passage.
        claimed: the date of the claim, where known.
    """
    found, place = candidate.found, candidate.place
    blocks = [Block(found.text, TEXT, candidate.mark)]
    if found.late:
        told = late_words(found.document.published, claimed)
        blocks.append(Block(f"! {told}", WARNING))
    if found.own_article:
        blocks.append(Block(OWN, WARNING))
    if place is not None:
        blocks += [Block(f"≠ {told}", WRONG) for told in place.told]
        if place.kind == "fuzzy":
            blocks.append(changed_words(place.words))
    rank = place.kind if place is not None else f"{max(0.0, found.score):.2f}"
    aside = " · ".join((*_whence(found.document), rank))
    return Card(f"{number}  {found.document.name}", aside, tuple(blocks))


def changed_words(words: Sequence[WordChange]) -> Block:
    """Your words against the source's: ``until [2018 → 2019]``; each change is strong."""
    text, strong = "", []
    for change in words:
        clings = change.op == "equal" and change.in_source.startswith(_CLINGING)
        glue = " " if text and not clings else ""
        if change.op == "equal":
            text += glue + change.in_source
            continue
        shown = {
            "replace": f"[{change.in_quote} → {change.in_source}]",
            "insert": f"[+ {change.in_source}]",
            "delete": f"[− {change.in_quote}]",
        }[change.op]
        strong.append((len(text + glue), len(text + glue + shown)))
        text += glue + shown
    return Block(text, QUIET, None, tuple(strong))


def piece_card(number: int, piece: Evidence, documents: Mapping[str, Document]) -> Card:
    """A piece of evidence that is cited."""
    glyph, _ = STANCES.get(piece.stance, ("", ""))
    document = documents.get(piece.source_id or "")
    named = document.name if document else source_name(piece, None)
    blocks = [Block(piece.quote or piece.url or "", TEXT)]
    blocks.append(Block(f"{piece.check} · set {piece.set_no}", QUIET))
    blocks += [Block(f"! {flag}", WARNING) for flag in piece.flags]
    if piece.question:
        blocks.append(Block(f"answers: {piece.question}", QUIET))
    aside = " · ".join(_whence(document)) if document else ""
    return Card(f"{number}  {glyph} {piece.stance} · {named}", aside, tuple(blocks))


def evidence_lines(
    pieces: Sequence[Evidence],
    documents: Mapping[str, Document],
    themed: Callable[[str], str],
) -> tuple[EvidenceLine, ...]:
    """The pieces of a claim for its panel; the number of a set only where there are several.

    Args:
        pieces: in the order of citing.
        documents: their sources, by id.
        themed: a colour's name → the colour in the theme.
    """
    sets = {piece.set_no for piece in pieces}
    found = []
    for piece in pieces:
        glyph, colour = STANCES.get(piece.stance, ("", ""))
        about = [piece.check, source_name(piece, documents.get(piece.source_id or ""))]
        if sets != {1}:
            about.append(f"set {piece.set_no}")
        found.append(
            EvidenceLine(
                f"{glyph} {piece.stance}",
                themed(colour),
                piece.quote,
                " · ".join(about),
                piece.flags,
                piece.question,
            )
        )
    return tuple(found)


def source_name(piece: Evidence, document: Document | None) -> str:
    """Title, publisher and date of a piece's source, as far as they are known."""
    if document is not None:
        return " · ".join((_cut(document.name, TITLE), *_whence(document)))
    return piece.url or (piece.source_id or "")[:12]


def document_name(document: Document) -> str:
    """Title, publisher and date of a document."""
    return " · ".join((document.name, *_whence(document)))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _whence(document: Document) -> list[str]:
    publisher = _cut(document.publisher or "", PUBLISHER)
    return [part for part in (publisher, (document.published or "")[:10] or NO_DATE) if part]
