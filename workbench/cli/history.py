"""The command history: what was done, and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.common import (
    CliError,
    DbOption,
    JsonOption,
    ReviewerOption,
    complain,
    examples,
    opened,
    say,
    say_json,
    target,
)

if TYPE_CHECKING:
    from db.engine import Connection
    from db.rows import Event

RECENT = 50
"""Events that are shown when nothing is asked for."""

NAMED = 5
"""Of a list in a payload (leads, claims that were given), those that are named."""

MOST = 20
"""Reviewers that are named where another was asked for."""

HIDDEN = "reviews are blind: what others did on claims that you have not decided is left out"


def history(
    context: typer.Context,
    claim: Annotated[
        str | None, typer.Argument(metavar="[CLAIM]", help="A claim's id, or how it begins.")
    ] = None,
    *,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what this reviewer did.")
    ] = None,
    reviewer: ReviewerOption = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Show what was done, and by whom.

    On a claim, by a reviewer, or the last 50 acts; oldest first. Where reviews are blind, a
    reviewer sees no acts of others on claims that she has not decided.
    """
    from workbench.review.blind import sight, viewer
    from workbench.review.project import settings

    with opened(target(context, db)) as database, database.read() as connection:
        if by is not None:
            _require_known(connection, by, settings(database).leads)
        sees, hidden = sight(connection, viewer(database, reviewer)), False
        for event in _events(connection, claim, by):
            if not sees(event):
                hidden = True
            elif json:
                say_json(event._asdict())
            else:
                say(_told(event))
    if hidden:
        complain(f"workbench: {HIDDEN}")


def _require_known(connection: Connection, by: str, leads: Iterable[str]) -> None:
    from db import assignments, events

    by.encode()  # what is no UTF-8 is told to be that
    given = (name for name, _, _ in assignments.overview(connection))
    known = sorted({*events.reviewers(connection), *leads, *given})
    if by not in known:
        more = f" and {len(known) - MOST:,} more" if len(known) > MOST else ""
        told = (", ".join(known[:MOST]) or "nobody yet") + more
        raise CliError(f"{by}: no such reviewer in this project; there are {told}")


def _events(connection: Connection, prefix: str | None, by: str | None) -> Iterable[Event]:
    from db import claims, events

    if prefix is not None:
        found = claims.by_id_prefix(connection, prefix)
        if len(found) != 1:
            raise CliError(
                f"{prefix}: {'more than one claim begins so' if found else 'no such claim'}"
            )
        return events.of_claim(connection, found[0].id, by)
    if by is not None:
        return events.of_reviewer(connection, by)
    return events.recent(connection, None, RECENT)[::-1]


def _told(event: Event) -> str:
    """An event in one line: time, who, what, on which claim."""
    values = ", ".join(f"{name} {_brief(value)}" for name, value in event.payload.items())
    claim = f"  claim {event.claim_id}" if event.claim_id else ""
    return f"{event.at}  {event.reviewer}  {event.kind}{claim}  {values}".rstrip()


def _brief(value: object) -> str:
    """A value of a payload; of where something was taken from, whose it is and its id."""
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        more = f" and {len(value) - NAMED:,} more" if len(value) > NAMED else ""
        return (", ".join(value[:NAMED]) or "nothing") + more
    if isinstance(value, dict) and "id" in value:
        return f"{value.get('by', value.get('kind', ''))} {value['id']}"
    return "…"


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command(epilog=examples("history", "history 3fa9", "history --by alice --json"))(history)
