"""Commands that open the review: review, demo, and `workbench` alone."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from workbench.cli import importing
from workbench.cli.common import (
    DONE,
    FAILED,
    CliError,
    DbOption,
    ReviewerOption,
    ends_on_terminal,
    examples,
    number,
    opened,
    require_store,
    target,
)


def review(
    context: typer.Context,
    *,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH…", help="Files and folders; new ones are imported."),
    ] = None,
    reviewer: ReviewerOption = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Line by line, for screen readers and pipes.")
    ] = False,
    article: Annotated[
        str | None,
        typer.Option(
            metavar="ARTICLE", help="Begin there: how its id begins, its title or its file."
        ),
    ] = None,
    db: DbOption = None,
) -> None:
    """Decide claims, in a screen or line by line.

    Each decision is kept as it is made: leave when you like, and go on where you stopped.
    """
    open_review(context, db, paths=paths or [], reviewer=reviewer, plain=plain, article=article)


def open_review(
    context: typer.Context,
    db: str | None,
    *,
    paths: list[str] | tuple[str, ...] = (),
    reviewer: str | None = None,
    plain: bool = False,
    article: str | None = None,
) -> None:
    """Import what is not there yet, open the review, and end with its exit code."""
    _require_terminal(plain)
    from workbench.review.reviewers import reviewer_name

    name, store, warning = reviewer_name(reviewer), target(context, db), ""
    if "-" in paths:
        raise CliError("the standard input is for keys here; run 'workbench import -' first")
    if paths:
        report = importing.bring_in(store, paths)
        article = article or report.article_ids[0]
        if report.errors:
            warning = f"{number(len(report.errors), 'input')} failed: {report.errors[0]}"
    else:
        require_store(store)
    code = _show(store, name, article, plain=plain, warning=warning)
    raise typer.Exit(code or (FAILED if warning else DONE))


def _require_terminal(plain: bool) -> None:
    if not plain and not ends_on_terminal():
        raise CliError("the review screen needs a terminal; 'review --plain' works line by line")


def _show(
    store: str, reviewer: str, article: str | None, *, plain: bool = False, warning: str = ""
) -> int:
    if plain:
        from workbench.tui import run_plain

        return run_plain(store, reviewer, article)
    from workbench.tui import run_review

    return run_review(store, reviewer, article, warning)


def demo(context: typer.Context, reviewer: ReviewerOption = None) -> None:
    """Look around in samples; nothing is kept.

    Without a terminal it prints the claims found in them.
    """
    from workbench.cli import printing, samples
    from workbench.review.reviewers import reviewer_name

    paths = samples.files()
    if not ends_on_terminal():
        raise typer.Exit(printing.print_candidates(paths, json=False))
    name = reviewer_name(reviewer)
    with TemporaryDirectory(prefix="workbench-demo-") as place:
        store = str(Path(place) / "demo.db")
        importing.bring_in(store, paths)
        _add_checked(store, samples.folder() / samples.CHECKED)
        _add_sources(store, samples.folder() / samples.SOURCES)
        code = _show(store, name, None)
    raise typer.Exit(code)


def _add_checked(store: str, sample: Path) -> None:
    from workbench.match.claimreview.files import read
    from workbench.match.collection.add import add

    with opened(store) as database:
        add(database, read(sample.read_text(encoding="utf-8"), sample.name))


def _add_sources(store: str, sample: Path) -> None:
    from workbench.ingest.read import read
    from workbench.review.evidence.sources import add_sources

    with opened(store) as database:
        add_sources(database, read([sample], format="jsonl"))


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command(epilog=examples("demo"))(demo)
    app.command(
        epilog=examples(
            "review article.txt",
            "review articles/ --reviewer alice --db team.db",
            "review --plain",
        )
    )(review)
