"""What an export would hold, and what was written, in lines. Knows no widget and no store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from rich.cells import cell_len

from workbench.dataset.folder.naming import WHOLE
from workbench.text.display import safe_line
from workbench.text.plural import how_many
from workbench.tui.bars import bar
from workbench.tui.widgets.claim_row import fitted, one_line
from workbench.tui.widgets.report_view import Line, Piece

if TYPE_CHECKING:
    from workbench.dataset.export import ExportReport
    from workbench.dataset.preview import Preview

NAMES = 22  # cells of a name, at most
GROUPS = 4  # that are shown


def preview_lines(found: Preview, names: Mapping[str, str], about: str, width: int) -> list[Line]:
    """Counts, labels, sides and leaks.

    Args:
        found: what was read.
        names: label id → name.
        about: the format in a few words.
        width: cells of a line.
    """
    tally = found.tally
    lines: list[Line] = [
        [Piece("It would hold", "heading")],
        *_wrapped(about, width, "quiet"),
        [
            Piece(how_many(tally.claims, "claim"), "strong"),
            Piece(f" of {how_many(tally.articles, 'article')}"),
        ],
        [
            Piece(f"{tally.decided:,}", "strong"),
            Piece(f" decided, {how_many(tally.reviews, 'review')}"),
        ],
    ]
    if found.hidden:
        told = f"{how_many(found.hidden, 'review')} by others left out:"
        told += " you have not decided those claims"
        lines += _wrapped(told, width, "quiet")
    return [*lines, [], *_labels(found, names, width), *_split(found, width)]


def written_lines(report: ExportReport, width: int) -> list[Line]:
    """What was written, what was left out, and the hash that proves it."""
    lines: list[Line] = [
        [Piece("Written", "heading")],
        *_wrapped(str(Path(report.path).absolute()), width, "strong"),
        [Piece(f"{how_many(report.claims, 'claim')} of {how_many(report.articles, 'article')}")],
        [Piece(f"{report.decided:,} decided, {how_many(report.reviews, 'review')}")],
        [Piece(f"{report.format}, {how_many(report.files, 'file')}, {report.bytes:,} bytes")],
        *_wrapped(f"sha256 {report.sha256}", width, "quiet"),
    ]
    if report.splits:
        told = (
            f"That is its manifest's: 'workbench verify {quote(report.path)} --sha256 …' proves it."
        )
        lines += _wrapped(told, width)
    for side, numbers in report.splits.items():
        if side != WHOLE:
            lines.append([Piece(f"{side:<11}{numbers['claims']:>9,} claims")])
    for word, counted in (("Left out", report.left_out), ("Mapped", report.mapped)):
        lines += [[], [Piece(word, "heading")]]
        if not counted:
            lines.append([Piece("nothing", "quiet")])
        for what, number in counted.items():
            lines += _wrapped(f"{number:,} × {what}", width)
    return lines


def _labels(found: Preview, names: Mapping[str, str], width: int) -> Iterator[Line]:
    yield [Piece("Labels", "heading")]
    most = max(found.labels.values(), default=0)
    for label, number in found.labels.items():
        share = number / found.tally.claims if found.tally.claims else 0
        told = f" {number:>9,} {share:>4.0%}"
        name = fitted(one_line(names.get(label, label), 40), min(NAMES, width // 2))
        room = max(0, width - cell_len(name) - len(told) - 1)
        yield [Piece(f"{name}{told} "), Piece(bar(number, most, min(16, room)), "bar")]
    yield []


def _split(found: Preview, width: int) -> Iterator[Line]:
    if WHOLE in found.sides:
        yield [Piece("No split", "heading")]
        yield from _wrapped("Near-duplicates are searched when it is split.", width, "quiet")
        return
    yield [Piece("Split, by claims", "heading")]
    for name, side in found.sides.items():
        share = side.claims / found.tally.claims if found.tally.claims else 0
        yield [
            Piece(f"{name:<11}{side.claims:>9,} {share:>4.0%}"),
            Piece(f"  {how_many(side.articles, 'article')}", "quiet"),
        ]
    yield []
    yield [Piece("Leaks", "heading")]
    if found.leaks:
        yield [Piece(f"{how_many(found.leaks, 'pair')} on two sides", "strong")]
    else:
        yield [Piece("no pair stands on two sides")]
    told = f"{how_many(found.groups, 'group')} of articles, each kept together,"
    told += f" the largest of {found.largest:,}"
    yield from _wrapped(told, width)
    for kind, pairs in found.joined.items():
        yield from _wrapped(f"{pairs:,} × {kind}", width)
    yield from _groups(found, width)


def _groups(found: Preview, width: int) -> Iterator[Line]:
    """The largest groups of two articles or more, each with a pair that joins it."""
    if not found.together:
        return
    yield []
    yield [Piece("Largest groups", "heading")]
    for group in found.together[:GROUPS]:
        why = ", ".join(f"{pairs:,} × {kind}" for kind, pairs in group.joined_by.items())
        articles, claims = how_many(len(group.articles), "article"), how_many(group.claims, "claim")
        yield from _wrapped(f"{group.side}: {articles}, {claims}; {why}", width)
        for words in (group.left_words, group.right_words):
            yield [Piece(f"  {safe_line(words, max(8, width - 2))}", "quiet")]
    if len(found.together) > GROUPS:
        yield [Piece(f"and {len(found.together) - GROUPS:,} more", "quiet")]


def _wrapped(text: str, width: int, look: str = "") -> list[Line]:
    """Untrusted text in lines of at most `width` cells, cut between words where it can be."""
    from textwrap import wrap

    room = max(8, width)
    lines = wrap(one_line(text, 2000), room) or [""]
    return [
        [Piece(fitted(line, room).rstrip() if cell_len(line) > room else line, look)]
        for line in lines
    ]
