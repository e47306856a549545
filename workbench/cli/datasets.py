"""Commands on datasets: export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.common import (
    CliError,
    DbOption,
    JsonOption,
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
    out: Annotated[Path | None, typer.Argument(metavar="OUT", help="The file to write.")] = None,
    format: Annotated[
        str | None, typer.Option(metavar="NAME", help="Its format; else by the suffix of OUT.")
    ] = None,
    decided: Annotated[bool, typer.Option("--decided", help="Only claims with a verdict.")] = False,
    formats: Annotated[bool, typer.Option("--list", help="List the formats and end.")] = False,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Write claims and reviews to a file.

    One claim a line or row, with everybody's verdicts, tags and notes: all claims in the queue
    and every other one that was reviewed. The same store gives the same bytes.
    """
    if formats:
        _list()
        return
    if out is None:
        raise CliError("name the file to write, as in 'workbench export claims.jsonl'")
    from dataclasses import asdict

    from workbench.dataset.export import export as write

    with opened(target(context, db)) as database, Bar("exporting") as bar:
        report = write(database, out, format, decided=decided, progress=bar.show)
    if json:
        say_json(asdict(report))
        return
    say(
        f"{report.path}: {number(report.claims, 'claim')} of "
        f"{number(report.articles, 'article')}, {report.decided:,} decided, "
        f"{number(report.reviews, 'review')}"
    )
    say(f"{report.format}, {report.bytes:,} bytes, sha256 {report.sha256}")


def _list() -> None:
    from workbench.dataset import formats

    for name in formats.names():
        say(f"{name:<8} {formats.get(name).description}")


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command(
        epilog=examples("export claims.jsonl", "export claims.csv --decided", "export --list")
    )(export)
