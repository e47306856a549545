"""What the options of `export` ask for, and what is told of an export."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from workbench.cli.common import CliError, complain, number, say, say_json
from workbench.text.display import safe_line

if TYPE_CHECKING:
    from workbench.dataset.export import ExportReport
    from workbench.dataset.folder.plan import Split
    from workbench.dataset.splits.leaks import LeakError
    from workbench.dataset.splits.together import Together

SHOWN = 5  # groups that are printed
NAMED = 20  # pairs that a refused split names
WORDS = 60  # cells of a claim that is printed


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
    seed: int | None,
    by_hand: Path | None,
    keep: Path | None,
    meaning: bool,
) -> Split | None:
    """The split that is asked for; None for a file without card and manifest.

    Raises:
        CliError: two kinds of split at once, or options of a split without one.
        workbench.dataset.splits.assign.SplitError: a split that cannot be read.
    """
    from workbench.dataset.export import whole_dataset
    from workbench.dataset.folder.given import read_kept, read_sides
    from workbench.dataset.folder.plan import Split

    if shares and by_hand:
        raise CliError("--split and --split-file are two ways to split; give one of them")
    if (keep or meaning) and not (shares or by_hand):
        raise CliError("--keep and --meaning go with --split, as in --split 80/10/10")
    if seed is not None and not shares:
        raise CliError("--seed goes with --split, as in --split 80/10/10 --seed 3")
    if shares or by_hand or whole_dataset(out):
        return Split(
            shares=shares or "",
            seed=seed or 0,
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
            say(f"{side}: {told} in {number(count['groups'], 'group')}")
    if report.groups and "all" not in report.splits:
        _say_groups(report)
    files = "" if report.files == 1 else f"{number(report.files, 'file')}, "
    which = "manifest's sha256" if report.splits else "sha256"
    say(f"{report.format}, {files}{report.bytes:,} bytes, {which} {report.sha256}")
    for what, left in report.left_out.items():
        say(f"left out: {left:,} × {what}")
    for what, mapped in report.mapped.items():
        say(f"mapped: {mapped:,} × {what}")
    for path in report.unfinished:
        say(f"unfinished for a day: {path}; remove it if no other machine is writing it")
    if report.splits:
        say(f"to prove it: workbench verify {quote(report.path)} --sha256 {report.sha256}")


def _say_groups(report: ExportReport) -> None:
    """The groups that stay together: how many, the largest of them, and why."""
    larger = len(report.together)
    say(
        f"kept together: {number(report.groups, 'group')}:"
        f" {report.groups - larger:,} of one article with its claims, {larger:,} of two or more"
    )
    for kind, pairs in report.joined.items():
        say(f"  joined by {number(pairs, 'pair')}: {kind}")
    for group in report.together[:SHOWN]:
        _say_group(group)
    if larger > SHOWN:
        say(f"  and {larger - SHOWN:,} more: articles.jsonl has all groups, groups.jsonl all pairs")


def _say_group(group: Together) -> None:
    why = ", ".join(f"{pairs:,} × {kind}" for kind, pairs in group.joined_by.items())
    articles = number(len(group.articles), "article")
    say(f"  {group.side}: {articles}, {number(group.claims, 'claim')}; {why}")
    for words, name in ((group.left_words, group.left), (group.right_words, group.right)):
        say(f"    {name[:12]}  {safe_line(words, WORDS)}")


def refused(error: LeakError, json: bool) -> CliError:
    """Name the pairs that a split parts, and say that it was refused."""
    if json:
        say_json({"leaks": [leak._asdict() for leak in error.leaks]})
    for leak in error.leaks[:NAMED]:
        complain(f"{leak.kind}, {leak.score:.2f}:")
        for name, side in ((leak.left, leak.left_side), (leak.right, leak.right_side)):
            complain(f"  {side:<10}  {name}  {safe_line(error.words.get(name, ''), WORDS)}")
    if len(error.leaks) > NAMED:
        complain(f"and {len(error.leaks) - NAMED:,} more pairs; --json names all")
    return CliError(
        f"the split leaks, nothing was written: {number(len(error.leaks), 'pair')} on two sides"
    )


def read_sha256(text: str) -> str:
    """A SHA-256 as it may be written: in large letters, with its name before it.

    Raises:
        CliError: it is none.
    """
    found = text.strip().lower().removeprefix("sha256:")
    if re.fullmatch("[0-9a-f]{64}", found) is None:
        raise CliError("--sha256 wants the 64 digits that 'export' printed")
    return found
