"""Commands on datasets: export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.common import (
    CliError,
    DbOption,
    JsonOption,
    ReviewerOption,
    examples,
    number,
    opened,
    say,
    say_json,
    target,
)
from workbench.cli.progress import Bar


def export(
    context: typer.Context,
    *,
    out: Annotated[
        Path | None, typer.Argument(metavar="OUT", help="The file or folder to write.")
    ] = None,
    format: Annotated[
        str | None, typer.Option(metavar="NAME", help="Its format; else by the suffix of OUT.")
    ] = None,
    decided: Annotated[bool, typer.Option("--decided", help="Only claims with a verdict.")] = False,
    formats: Annotated[bool, typer.Option("--list", help="List the formats and end.")] = False,
    reviewer: ReviewerOption = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Write claims and reviews as a dataset, in the format of the tool that reads it next.

    All claims in the queue, and every other one that was reviewed. The same store gives the same
    bytes. What a format cannot hold is counted and told. Where reviews are blind, a reviewer
    exports no reviews of others of claims that she has not decided; a lead exports everything.
    """
    if formats:
        _list(json)
        return
    if out is None:
        raise CliError("name the file to write, as in 'workbench export claims.jsonl'")
    from dataclasses import asdict

    from workbench.dataset.export import export as write
    from workbench.review.blind import viewer

    with opened(target(context, db)) as database, Bar("exporting") as bar:
        bound = viewer(database, reviewer)
        report = write(database, out, format, decided=decided, progress=bar.show, viewer=bound)
    if json:
        say_json(asdict(report))
        return
    say(
        f"{report.path}: {number(report.claims, 'claim')} of "
        f"{number(report.articles, 'article')}, {report.decided:,} decided, "
        f"{number(report.reviews, 'review')}"
    )
    files = "" if report.files == 1 else f"{number(report.files, 'file')}, "
    say(f"{report.format}, {files}{report.bytes:,} bytes, sha256 {report.sha256}")
    for what, count in report.left_out.items():
        say(f"left out: {count:,} × {what}")
    for what, count in report.mapped.items():
        say(f"mapped: {count:,} × {what}")


def _list(json: bool) -> None:
    from workbench.dataset import formats

    for name in formats.names():
        one = formats.get(name)
        if json:
            say_json(
                {
                    "name": name,
                    "description": one.description,
                    "suffix": one.suffix,
                    "folder": one.folder,
                    "offsets": one.offsets,
                    "extra": one.extra or None,
                }
            )
            continue
        kind = "folder" if one.folder else one.suffix
        needs = f"; needs the extra '{one.extra}'" if one.extra else ""
        say(f"{name:<14} {kind:<8} {one.description}{needs}")


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command(
        epilog=examples(
            "export claims.jsonl",
            "export claims.csv --decided",
            "export fever --format fever",
            "export --list",
        )
    )(export)
