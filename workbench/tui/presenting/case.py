"""How a claim looks to the one who settles it: its row, its state, and each review as a column."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from textual.content import Content

from workbench.tui.presenting.claims import DISCARDED, UNKNOWN
from workbench.tui.presenting.evidence import document_name
from workbench.tui.widgets.claim_list import Row
from workbench.tui.widgets.claim_row import colour, one_line
from workbench.tui.widgets.wrapping import displayed

if TYPE_CHECKING:
    from db.rows import Evidence, Review
    from workbench.review.polling import Case
    from workbench.review.schemes import Scheme

OPEN, VOTED = "◇", "◔"
_STANCES = {"supports": "+", "refutes": "−", "context": "~"}
_LONGEST = 2000
_KEYS = 9  # columns that have a key
_WIDE = 80  # code points of a source's title


class CasePresenter:
    """Turns what reviewers decided into what the widgets show.

    Args:
        scheme: its labels give glyphs, words and colours.
        colour: a colour's name of a scheme → the colour in the theme that is in force.
        lead: who settles.
        votes: how many leads must agree.
    """

    def __init__(self, scheme: Scheme, colour: Callable[[str], str], lead: str, votes: int) -> None:
        self._labels = {label.id: label for label in scheme.labels}
        self._colour, self._lead, self._votes = colour, lead, votes

    def outcome(self, label: str | None) -> tuple[str, str, str]:
        """Glyph, word and colour of a label; None is a discarded claim."""
        if label is None:
            return DISCARDED, "discarded", ""
        known = self._labels.get(label)
        if known is None:  # a label that the scheme has no more
            return UNKNOWN, label, ""
        return known.glyph, known.name, self._colour(known.color)

    def row(self, case: Case) -> Row:
        """A line of the list: settled to what, or how divided the reviewers are."""
        glyph, word, shade = OPEN, "", self._colour("yellow")
        if case.gold is not None and case.settled:
            glyph, word, shade = self.outcome(case.gold.verdict)
        elif case.voted(self._lead):
            glyph, word = VOTED, "voted"
        poll = case.poll
        split = ":".join(str(n) for n in sorted(poll.outcomes.values(), reverse=True))
        quote = case.claim.quote
        return Row(case.claim.seq, glyph, word, shade, quote, poll.disagreement, False, split)

    def head(self, case: Case) -> Content:
        """The statement, how the reviews are spread, and what leads decided."""
        lines = [
            Content.assemble((_long(case.claim.statement), "bold")),
            Content(" · ").join([Content.assemble(*self._state(case)), *self._spread(case)]),
            *self._voted(case),
            Content(""),
        ]
        return Content("\n").join(lines)

    def columns(self, case: Case, text: str) -> list[Content]:
        """Each review in the words of its reviewer; `text` is the article's."""
        return [
            Content("\n").join(self._lines(case, number, review, text))
            for number, review in enumerate(case.reviews, start=1)
        ]

    def _state(self, case: Case) -> tuple[str | tuple[str, str], ...]:
        if case.gold is None:
            return ((f"{OPEN} not settled", "italic"),)
        if not case.settled:
            given = len(case.gold.votes)
            return ((f"{given} of {self._votes} votes, not settled", "italic"),)
        return "gold: ", self._word(case.gold.verdict)

    def _spread(self, case: Case) -> list[Content]:
        from db.decided import DISCARDED as DROPPED

        found = sorted(case.poll.outcomes.items(), key=lambda pair: -pair[1])
        words = [(self._word(None if label == DROPPED else label), n) for label, n in found]
        return [Content.assemble(word, f" {n}") for word, n in words]

    def _voted(self, case: Case) -> Iterator[Content]:
        for vote in case.gold.votes if case.gold else ():
            yield Content.assemble(
                (f"{one_line(vote['lead'], 40)}: ", "dim"), self._word(vote["label"]), _why(vote)
            )

    def _word(self, label: str | None) -> tuple[str, str]:
        glyph, word, shade = self.outcome(label)
        known = colour(shade).color is not None
        return f"{one_line(glyph)} {one_line(word)}", f"bold {shade}" if known else "bold"

    def _lines(self, case: Case, number: int, review: Review, text: str) -> Iterator[Content]:
        taken = case.gold is not None and case.gold.side == review.reviewer
        key = str(number) if number <= _KEYS else "·"
        name = one_line(review.reviewer, 40)
        yield Content.assemble(
            (f"{key} ", "bold $accent"), (name, "bold"), (" ◂ taken" if taken else "", "$accent")
        )
        yield Content.assemble(self._word(None if review.discarded else review.verdict))
        if review.tags:
            yield Content(one_line(" ".join(f"#{tag}" for tag in review.tags)))
        if review.start is not None and review.end is not None:
            yield _named("span", text[review.start : review.end])
        if review.statement:
            yield _named("wording", review.statement)
        if review.note:
            yield _named("note", review.note)
        for piece in review.evidence:
            yield from _cited(case, piece)


def _cited(case: Case, piece: Evidence) -> Iterator[Content]:
    sign = _STANCES.get(piece.stance, "?")
    quote = f"“{_long(piece.quote)}”" if piece.quote else _long(piece.url or "(not held)")
    also = f", set {piece.set_no}" if piece.set_no > 1 else ""
    flags = "".join(f", {flag}" for flag in piece.flags)
    yield Content.assemble((f"{sign} {one_line(f'{piece.stance}{also}{flags}')}: ", "dim"), quote)
    if piece.question:
        yield Content.assemble(("  answers: ", "dim"), _long(piece.question))
    source = case.documents.get(piece.source_id or "")
    if source is not None:
        where = one_line(document_name(source), _WIDE)
        yield Content.assemble((f"  {where}", "dim"))


def _why(vote: dict[str, Any]) -> str:
    side = f", side of {vote['side']}" if vote["side"] else f", {vote['how']}"
    return one_line(side, 80) + (f": {_long(vote['reason'])}" if vote["reason"] else "")


def _named(word: str, text: str) -> Content:
    return Content.assemble((f"{word}: ", "dim"), _long(text))


def _long(text: str) -> str:
    return displayed(" ".join(text[:_LONGEST].split()))
