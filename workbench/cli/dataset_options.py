"""What the options of `export` ask for, and what is told of an export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.common import CliError, number, say

if TYPE_CHECKING:
    from workbench.dataset.export import ExportReport
    from workbench.dataset.folder.plan import Split


def one_of(value: str, what: str, known: Sequence[str]) -> str:
    """The value, if it is one of those known.

    Raises:
        CliError: it is not.
    """
    if value not in known:
        raise CliError(f"--{what} is one of {', '.join(known)}, not '{value}'")
    return value


def asked_split(
    out: Path,
    shares: str | None,
    *,
    seed: int,
    by_hand: Path | None,
    keep: Path | None,
    meaning: bool,
) -> Split | None:
    """The split that is asked for; None for a file without card and manifest.

    Raises:
        CliError: two kinds of split at once.
        workbench.dataset.splits.assign.SplitError: a split that cannot be read.
    """
    from workbench.dataset.export import whole_dataset
    from workbench.dataset.folder.plan import Split, read_kept, read_sides

    if shares and by_hand:
        raise CliError("--split and --split-file are two ways to split; give one of them")
    if (keep or meaning) and not (shares or by_hand):
        raise CliError("--keep and --meaning go with --split, as in --split 80/10/10")
    if shares or by_hand or whole_dataset(out):
        return Split(
            shares=shares or "",
            seed=seed,
            meaning=meaning,
            by_hand=read_sides(by_hand) if by_hand else None,
            kept=read_kept(keep) if keep else None,
        )
    return None


def say_report(report: ExportReport) -> None:
    """Tell what was written, and what was not."""
    say(
        f"{report.path}: {number(report.claims, 'claim')} of "
        f"{number(report.articles, 'article')}, {report.decided:,} decided, "
        f"{number(report.reviews, 'review')}"
    )
    for side, count in report.splits.items():
        if side != "all":
            told = f"{number(count['claims'], 'claim')} of {number(count['articles'], 'article')}"
            say(f"{side}: {told}")
    for kind, pairs in report.joined.items():
        say(f"kept together: {pairs:,} × {kind}")
    files = "" if report.files == 1 else f"{number(report.files, 'file')}, "
    say(f"{report.format}, {files}{report.bytes:,} bytes, sha256 {report.sha256}")
    for what, left in report.left_out.items():
        say(f"left out: {left:,} × {what}")
    for what, mapped in report.mapped.items():
        say(f"mapped: {mapped:,} × {what}")
