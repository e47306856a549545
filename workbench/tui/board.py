"""The dashboard in lines: bars, columns and numbers for any width. Knows no widget, no store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len

from workbench.text.plural import how_many, in_seconds
from workbench.tui.bars import bar, columns
from workbench.tui.presenting.claims import DISCARDED
from workbench.tui.widgets.claim_row import fitted, one_line
from workbench.tui.widgets.report_view import Line, Piece

if TYPE_CHECKING:
    from db.status import ArticleState
    from workbench.review.dashboard import Dashboard, Pace
    from workbench.review.schemes import Scheme

TWO_COLUMNS = 96  # cells from which on sections stand in two columns
GAP = 4
TAGS = 12  # that are shown
HEIGHT = 4  # lines of the columns of the hours
BAR = 20  # cells of a bar, at most

Word = tuple[str, str, str]  # glyph, name, colour


def board_lines(
    board: Dashboard, scheme: Scheme, shade: Callable[[str], str], width: int
) -> list[Line]:
    """All of the dashboard.

    Args:
        board: what is to be told.
        scheme: its labels give glyphs, names and colours.
        shade: a colour's name of a scheme → the colour in the theme that is in force.
        width: cells of a line.
    """
    wide = width >= TWO_COLUMNS
    half = (width - GAP) // 2 if wide else width
    left = [*_progress(board, half), *_pace(board, half), *_agreement(board, half)]
    right = [*_verdicts(board, scheme, shade, half), *_tags(board, half)]
    top = list(_beside(left, right, half)) if wide else [*left, *right]
    return [*top, *_reviewers(board, width), *_assigned(board, width), *_articles(board, width)]


def _heading(text: str) -> Iterator[Line]:
    yield [Piece(text, "heading")]


def _progress(board: Dashboard, width: int) -> Iterator[Line]:
    left = board.left
    wanted = board.claims * board.wanted
    complete = sum(article.complete for article in board.articles)
    settled = sum(article.settled for article in board.articles)
    yield from _heading("Progress")
    each = f", {board.wanted} reviews each" if board.wanted > 1 else ""
    articles, claims = board.totals["articles"], board.claims
    yield [Piece(f"{how_many(articles, 'article')}, {how_many(claims, 'claim')}{each}")]
    yield from _shares(
        (
            ("reviews", wanted - left.reviews, wanted),
            ("complete", complete, board.claims),
            ("settled", settled, board.claims),
        ),
        width,
    )
    told = f"{how_many(left.reviews, 'review')} of {how_many(left.claims, 'claim')}"
    yield [Piece("left: ", "quiet"), Piece(told)]
    yield [
        Piece("to settle: ", "quiet"),
        Piece(f"{how_many(left.disagreements, 'disagreement')}, {left.unanimous:,} unanimous"),
    ]
    if left.wanting_votes:
        yield [Piece("votes: ", "quiet"), Piece(f"{left.wanting_votes:,} want another lead's")]
    yield []


def _pace(board: Dashboard, width: int) -> Iterator[Line]:
    yield from _heading("Verdicts per hour")
    if not board.hours:
        yield [Piece("nobody has decided anything yet", "quiet")]
    else:
        shown = board.hours[-max(1, width) :]
        most = max(number for _, number in shown)
        for row in columns([number for _, number in shown], HEIGHT, width):
            yield [Piece(row, "bar")]
        first, last = _hour(shown[0][0]), _hour(shown[-1][0])
        span = first if len(shown) == 1 else f"{first} – {last}"
        yield [Piece(fitted(f"{span} UTC, at most {most:,}", width).rstrip(), "quiet")]
    if board.seconds is not None:
        yield [Piece(in_seconds(board.seconds), "strong"), Piece(" a decision (median)")]
    if board.per_hour is not None:
        yield [Piece(f"{board.per_hour:,.0f}", "strong"), Piece(" decisions in an hour of work")]
    yield []


def _agreement(board: Dashboard, width: int) -> Iterator[Line]:
    alpha = board.alpha
    yield from _heading("Agreement")
    if alpha.value is None:
        yield [Piece(fitted(f"alpha is not defined: {alpha.why}", width).rstrip(), "quiet")]
    else:
        yield [Piece("Krippendorff's alpha "), Piece(f"{alpha.value:.3f}", "strong")]
        interval = ""
        if alpha.low is not None and alpha.high is not None:
            interval = f"95 % {alpha.low:.3f} to {alpha.high:.3f}, "
        yield [
            Piece(
                f"{interval}{how_many(alpha.claims, 'claim')}, {how_many(alpha.reviews, 'review')}",
                "quiet",
            )
        ]
    yield []


def _verdicts(
    board: Dashboard, scheme: Scheme, shade: Callable[[str], str], width: int
) -> Iterator[Line]:
    found: list[tuple[Word, int]] = [
        ((label.glyph, label.name, shade(label.color)), board.labels.get(label.id, 0))
        for label in scheme.labels
    ]
    known = {label.id for label in scheme.labels}
    found += [(("◆", name, ""), n) for name, n in board.labels.items() if name not in known]
    found.append(((DISCARDED, "discarded", ""), board.discarded))
    yield from _heading("Verdicts")
    names = max(cell_len(one_line(word[1], 40)) for word, _ in found) + 2
    yield from _bars(found, min(names, width // 2), width)
    yield []


def _tags(board: Dashboard, width: int) -> Iterator[Line]:
    if not board.tags:
        return
    yield from _heading("Tags")
    found = [(("#", tag, ""), number) for tag, number in list(board.tags.items())[:TAGS]]
    names = max(cell_len(one_line(word[1], 40)) for word, _ in found) + 2
    yield from _bars(found, min(names, width // 2), width)
    more = len(board.tags) - TAGS
    if more > 0:
        yield [Piece(f"and {more:,} more", "quiet")]
    yield []


def _reviewers(board: Dashboard, width: int) -> Iterator[Line]:
    yield from _heading("Reviewers, by name")
    if not board.reviewers:
        yield [Piece("nobody yet", "quiet")]
    names = max((cell_len(one_line(p.reviewer, 40)) for p in board.reviewers), default=0)
    names = min(names, width // 3)
    for pace in board.reviewers:
        yield _reviewer(pace, names, width)
    yield []


def _reviewer(pace: Pace, names: int, width: int) -> Line:
    done = pace.decided + (pace.discarded or 0)
    every = done + pace.open
    seconds = f" · {in_seconds(pace.seconds)} a decision" if pace.seconds is not None else ""
    later = f" · {pace.later:,} for later" if pace.later else ""
    last = f" · last {_minute(pace.last)}" if pace.last else ""
    room = max(8, min(BAR, width // 5))
    told = f" {done:,} of {every:,}{seconds}{later}{last}"
    return [
        Piece(fitted(one_line(pace.reviewer, 40), names) + " "),
        *_filled(done, every, room),
        Piece(fitted(told, max(0, width - names - 1 - room)).rstrip()),
    ]


def _assigned(board: Dashboard, width: int) -> Iterator[Line]:
    if not board.assigned:
        return
    yield from _heading("Assigned")
    for reviewer, kind, number in board.assigned:
        told = f"{one_line(reviewer, 40)}: {number:,} {one_line(kind, 20)}"
        yield [Piece(fitted(told, width).rstrip())]
    yield []


def _articles(board: Dashboard, width: int) -> Iterator[Line]:
    yield from _heading("Articles")
    room = max(8, min(BAR, width // 5))
    for article in board.articles:
        yield _article(article, board.wanted, room, width)


def _article(article: ArticleState, wanted: int, room: int, width: int) -> Line:
    told = f" {article.complete:,}/{article.claims:,} complete"
    if width >= TWO_COLUMNS:
        told += f" · {article.reviews:,} reviews · {article.settled:,} settled"
    title = one_line(article.name, 200)
    every = article.claims * wanted
    return [
        *_filled(min(article.reviews, every), every, room),
        Piece(" " + fitted(title, max(0, width - room - 1 - cell_len(told)))),
        Piece(told, "quiet"),
    ]


def _shares(found: Sequence[tuple[str, int, int]], width: int) -> Iterator[Line]:
    """A named bar each, and how much of all that is."""
    told = [f"{done:,}/{every:,}" for _, done, every in found]
    longest = max(map(len, told))
    room = max(4, min(2 * BAR, width - 19 - longest))
    for (word, done, every), numbers in zip(found, told, strict=True):
        percent = f"{100 * done / every:3.0f} %" if every else "  – %"
        yield [
            Piece(f"{word:<9} "),
            *_filled(done, every, room),
            Piece(f" {percent}  {numbers:>{longest}}"),
        ]


def _bars(found: Sequence[tuple[Word, int]], names: int, width: int) -> Iterator[Line]:
    """A named bar each, the largest number the longest, with the share of all."""
    every = sum(number for _, number in found)
    most = max((number for _, number in found), default=0)
    for (glyph, name, look), number in found:
        percent = f"{100 * number / every:3.0f} %" if every else "  – %"
        told = f" {number:>7,} {percent}"
        room = max(1, min(BAR, width - names - 1 - cell_len(told)))
        label = fitted(f"{one_line(glyph)} {one_line(name, 40)}", names)
        yield [
            Piece(label + " "),
            Piece(bar(number, most, room).ljust(room), look or "bar"),
            Piece(told),
        ]


def _filled(done: int, every: int, width: int) -> list[Piece]:
    drawn = bar(done, every, width)
    return [Piece(drawn, "bar"), Piece("─" * (width - len(drawn)), "rest")]


def _beside(left: Sequence[Line], right: Sequence[Line], width: int) -> Iterator[Line]:
    for one, other in zip_longest(left, right, fillvalue=()):
        used = sum(cell_len(piece.text) for piece in one)
        yield [*one, Piece(" " * (width + GAP - used)), *other]


def _hour(at: str) -> str:
    return f"{at[5:10]} {at[11:13]}h"


def _minute(at: str) -> str:
    return f"{at[:10]} {at[11:16]}"
