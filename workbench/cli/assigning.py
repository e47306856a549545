"""The command assign: giving a reviewer a fixed set of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

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
from workbench.text.display import safe_line

NAMELESS = "the reviewer's name is empty; name who gets the claims, as in 'workbench assign alice'"

if TYPE_CHECKING:
    from db.engine import Database
    from db.rows import Filter
    from workbench.review.session import Session


def assign(
    context: typer.Context,
    to: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="The reviewer to give claims to.")
    ] = None,
    *,
    article: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Claims of this article; may stand several times."),
    ] = None,
    claim: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="This claim; may stand several times.")
    ] = None,
    search: Annotated[str, typer.Option(metavar="WORDS", help="Claims with these words.")] = "",
    first: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="No more than so many, from the top.")
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Take her set away.")] = False,
    reviewer: ReviewerOption = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Give a reviewer a fixed set of claims, or list who has what.

    From then on she is shown her set and nothing else. With an overlap the claims of a set take
    a place among the reviewers that each claim goes to.
    """
    from workbench.review.reviewers import check_reviewer, reviewer_name
    from workbench.review.session import Session

    asked = bool(article or claim or search or first)
    _check(to, asked, clear)
    with opened(target(context, db)) as database:
        if to is None:
            _list(database, json)
            return
        name = check_reviewer(to, NAMELESS)
        session = Session(database, reviewer_name(reviewer))
        if clear:
            count = session.unassign(name)
            done = f"{safe_line(name)}: {number(count, 'claim')} taken away"
        else:
            if not asked:
                raise CliError("no claims to give: use --article, --claim, --search or --first")
            wanted = _wanted(session, article or [], claim or [], search)
            if not wanted:
                raise CliError("no claims to give: nothing is like that")
            count = session.assign(name, wanted[:first])
            done = f"{safe_line(name)}: {number(count, 'claim')} given"
    if json:
        say_json({"reviewer": name, "claims": count, "cleared": clear})
    else:
        say(done)


def _check(to: str | None, asked: bool, clear: bool) -> None:
    """Refuse options that would do nothing.

    Raises:
        CliError: claims are asked for, and nobody to give them to; or to be taken away as well.
    """
    if to is None and (asked or clear):
        raise CliError("name the reviewer, as in 'workbench assign alice --first 50'")
    if clear and asked:
        raise CliError("--clear takes the whole set away: give it alone")


def _wanted(session: Session, articles: list[str], ids: list[str], search: str) -> list[int]:
    """The claims that are meant, each once, in the order of the queue of a new reviewer."""
    from db import articles as stored
    from db import claims
    from db.rows import Filter

    found: list[int] = []
    with session.database.read() as connection:
        for prefix in ids:
            hits = claims.by_id_prefix(connection, prefix)
            if len(hits) != 1:
                why = "more than one claim begins so" if hits else "no such claim"
                raise CliError(f"{prefix}: {why}")
            found.append(hits[0].seq)
        seqs = []
        for prefix in articles:
            rows = stored.by_id_prefix(connection, prefix)
            if len(rows) != 1:
                why = "more than one article begins so" if rows else "no such article"
                raise CliError(f"{prefix}: {why}")
            seqs.append(rows[0].seq)
    filters = [Filter(article_seq=seq, search=search) for seq in seqs]
    if not seqs and (search or not ids):
        filters = [Filter(search=search)]
    for filter in filters:
        found += _candidates(session.database, filter)
    return list(dict.fromkeys(found))


def _candidates(database: Database, filter: Filter) -> list[int]:
    from db import reviews

    with database.read() as connection:
        return reviews.all_candidates(connection, filter)


def _list(database: Database, json: bool) -> None:
    from db import assignments

    with database.read() as connection:
        rows = assignments.overview(connection)
    for name, kind, count in rows:
        if json:
            say_json({"reviewer": name, "kind": kind, "claims": count})
        else:
            say(f"{safe_line(name)}: {number(count, 'claim')}, {kind}")
    if not rows and not json:
        say("nothing is assigned: everybody is shown what the overlap leaves")


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command(
        epilog=examples(
            "assign alice --article 3fa9",
            "assign ben --search budget --first 50",
            "assign cora --first 100",
            "assign alice --clear",
            "assign                        # who has what",
        )
    )(assign)
