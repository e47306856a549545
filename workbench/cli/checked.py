"""Commands on claims that were checked before: checked add, checked list, checked status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli import matching
from workbench.cli.common import (
    DONE,
    FAILED,
    UNUSABLE,
    CliError,
    DbOption,
    JsonOption,
    complain,
    examples,
    number,
    opened,
    require_store,
    say,
    say_json,
    target,
)
from workbench.cli.matching import read_text
from workbench.cli.progress import Bar
from workbench.cli.reading import EncodingOption
from workbench.text.display import safe_line
from workbench.text.urls import public

if TYPE_CHECKING:
    from db.engine import Database
    from db.rows import CheckedClaim
    from workbench.match.collection.add import Added

PAGE = 500  # claims read at once


def add(
    context: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="JSON-LD, JSONL, CSV, TSV or HTML; - stdin."),
    ],
    *,
    no_vectors: Annotated[
        bool, typer.Option("--no-vectors", help="Leave their vectors to the next match.")
    ] = False,
    encoding: EncodingOption = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Take claims that were checked before into the store.

    ClaimReview as JSON-LD (one, a list, a graph, a DataFeed, in a web page), or rows with a
    column for the claim. A file goes in whole or not at all; what is there already is left as it
    is.
    """
    store = target(context, db)
    report, failed = _add_files(store, files, encoding)
    made = 0
    if report is not None and not no_vectors:
        with opened(store) as database:
            made = matching.make_vectors(database)
    new, known = report or (0, 0)
    if json:
        counts = {"added": new, "known": known, "vectors": made, "failed": failed}
        say_json({"database": public(store)} | counts)
    elif report is not None:
        say(f"{public(store)}: {number(new, 'checked claim')} added, {known:,} known already")
    if failed:
        raise typer.Exit(UNUSABLE if report is None else FAILED)
    raise typer.Exit(DONE)


def _add_files(store: str, files: list[str], encoding: str | None) -> tuple[Added | None, int]:
    """What was added, None where no file could be read, and how many files failed."""
    from workbench.ingest.errors import IngestError
    from workbench.match.claimreview.files import ClaimReviewError, read
    from workbench.match.collection.add import Added, add

    total: Added | None = None
    failed = 0
    with Bar("adding") as bar:
        for file in files:
            try:
                items = read(*read_text(file, encoding))
            except (ClaimReviewError, CliError, IngestError) as error:
                complain(str(error))
                failed += 1
                continue
            with opened(store, create=True) as database:
                added = add(database, items, lambda done, of: bar.show(done, of, "claims"))
            before = total or Added(0, 0)
            total = Added(before.new + added.new, before.known + added.known)
    return total, failed


def list_(
    context: typer.Context,
    *,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Print the checked claims, in the order they were added."""
    from db import checked

    with opened(target(context, db)) as database:
        after = 0
        while True:
            with database.read() as connection:
                claims = checked.page(connection, after, PAGE)
            if not claims:
                break
            for claim in claims:
                _show(claim, json)
            after = claims[-1].seq


def _show(claim: CheckedClaim, json: bool) -> None:
    if json:
        say_json({name: value for name, value in claim._asdict().items() if name != "seq"})
        return
    verdict = claim.verdict or "no verdict"
    by = f" — {safe_line(claim.publisher)}" if claim.publisher else ""
    say(f"{claim.id[:8]}  {safe_line(verdict)} ({claim.polarity}){by}")
    say(f"          {safe_line(claim.statement)}")


def status(context: typer.Context, *, db: DbOption = None, json: JsonOption = False) -> None:
    """Count the checked claims, their verdicts and their vectors."""
    store = target(context, db)
    require_store(store)
    with opened(store) as database:
        found = _counts(database)
    if json:
        say_json({"database": public(store)} | found)
        return
    say(f"{public(store)}: {number(int(found['claims']), 'checked claim')}")
    for kind, count in found["polarity"].items():
        say(f"  {kind:<10} {count:,}")
    say(f"engine {found['engine']}; {found['vectors']:,} with a vector")


def _counts(database: Database) -> dict[str, Any]:
    from db import checked
    from workbench.match.collection.memory import chosen_engine

    with database.read() as connection:
        return {
            "claims": checked.count(connection),
            "polarity": checked.polarities(connection),
            "vectors": checked.count_vectors(connection),
            "engine": chosen_engine("auto"),
        }


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    group = typer.Typer(rich_markup_mode=None, help="Claims that were checked before.")
    group.command(
        "add", epilog=examples("checked add reviews.jsonld", "checked add claims.csv more.jsonl")
    )(add)
    group.command("list", epilog=examples("checked list", "checked list --json"))(list_)
    group.command("status", epilog=examples("checked status"))(status)
    app.add_typer(group, name="checked")
    matching.register(app)
