"""Working together on several stores: merge, copy."""

from __future__ import annotations

import sys
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.common import (
    CliError,
    DbOption,
    JsonOption,
    examples,
    is_url,
    number,
    opened,
    require_store,
    say,
    say_json,
    target,
)
from workbench.cli.interrupting import Interruptible, Progress
from workbench.cli.progress import Bar
from workbench.text.display import safe_line
from workbench.text.urls import public

if TYPE_CHECKING:
    from db.engine import Database
    from db.joining.merge import Conflict, Merged

NAME_ONE = "name the file of a project, or a URL"
HIDDEN = "not shown (blind)"  # what another did on a claim that one has not decided
WORTH_TELLING = 20  # conflicts that are printed one by one; --json has all


def merge(
    context: typer.Context,
    others: Annotated[
        list[str], typer.Argument(metavar="OTHER…", help="Stores to take over: files or URLs.")
    ],
    *,
    adopt: Annotated[
        bool, typer.Option("--adopt", help="Take over another project's work, too; asks first.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="With --adopt: do not ask.")] = False,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Take over what colleagues did in copies of this project.

    The others are only read. Merging again, or in another order, changes nothing. What both had
    decided differently is listed; all of it stays in the history.
    """
    store = target(context, db)
    for other in others:
        require_store(other, NAME_ONE)
    with opened(store) as database:
        if adopt and not yes:
            _ask(database, others)
        with Interruptible() as ending:
            merged = [(other, _merge(database, other, adopt, ending)) for other in others]
        done = [(other, _blinded(database, found)) for other, found in merged]
        orphans = _orphans(database)
    if json:
        told = [{"store": public(other), **_report(found)} for other, found in done]
        say_json({"database": public(store), "merged": told, "labels_not_in_scheme": orphans})
        return
    for other, found in done:
        _tell(other, found)
    if orphans:
        say(f"the scheme in force lacks labels that verdicts use: {', '.join(orphans)}")


def _ask(database: Database, others: list[str]) -> None:
    """Let the user say whether the work of other projects is wanted, if there is any.

    Raises:
        CliError: it is not.
    """
    foreign = ", ".join(safe_line(public(other)) for other in others if _foreign(database, other))
    if not foreign:
        return
    if sys.stdin is not None and sys.stdin.isatty():
        question = f"Take {foreign} into {safe_line(database.name)}, though of another project?"
        wanted: bool | None = typer.confirm(question, err=True)
    else:
        wanted = _piped_answer()
    if wanted is None:
        raise CliError(
            f"{foreign}: --adopt asks first, and there is no answer: add --yes; nothing was merged"
        )
    if not wanted:
        raise CliError("nothing was merged")


def _piped_answer() -> bool | None:
    """What stands on the standard input that is no terminal; None for nothing."""
    try:
        line = sys.stdin.readline() if sys.stdin is not None else ""
    except UnicodeDecodeError:
        return False
    answer = line.strip().casefold()
    return answer in ("y", "yes") if answer else None


def _foreign(database: Database, other: str) -> bool:
    """Whether a store is of another project and holds something."""
    from db.apart import opened_apart
    from db.joining.copy import is_empty
    from db.joining.merge import same_project

    with opened_apart(other) as theirs, theirs.read() as reading, database.read() as ours:
        return not same_project(ours, reading) and not is_empty(reading)


def _merge(database: Database, other: str, adopt: bool, ending: Interruptible) -> Merged:
    from db.apart import opened_apart
    from db.joining.merge import merge as unite

    with opened_apart(other) as theirs, Bar("merging") as bar:
        return unite(database, theirs, adopt=adopt, progress=ending.step(bar.show))


def _blinded(database: Database, found: Merged) -> Merged:
    """The same without what the viewer may not see of others' decisions."""
    from workbench.review.blind import may_see, viewer

    with database.read() as connection:
        sees = may_see(connection, viewer(database))
    told = [
        conflict
        if conflict.kind != "decision" or sees(conflict.subject, conflict.reviewer)
        else conflict._replace(ours=HIDDEN, theirs=HIDDEN, kept=HIDDEN)
        for conflict in found.conflicts
    ]
    return found._replace(conflicts=tuple(told))


def _orphans(database: Database) -> list[str]:
    from db import status
    from workbench.review.project import settings

    known = {label.id for label in settings(database).scheme.labels}
    with database.read() as connection:
        return [label for label in status.verdicts(connection) if label not in known]


def _report(found: Merged) -> dict[str, Any]:
    return found._asdict() | {"conflicts": [conflict._asdict() for conflict in found.conflicts]}


def _tell(other: str, found: Merged) -> None:
    say(
        f"{public(other)}: {number(found.events, 'event')} new, {found.known:,} known; "
        f"{number(found.articles, 'article')}, {number(found.claims, 'claim')}, "
        f"{number(found.sources, 'source')}, {number(found.checked, 'checked claim')} new"
    )
    for conflict in found.conflicts[:WORTH_TELLING]:
        say(f"  {_told(conflict)}")
    more = len(found.conflicts) - WORTH_TELLING
    if more > 0:
        say(f"  and {number(more, 'conflict')} more; --json lists all")


def _told(conflict: Conflict) -> str:
    """A conflict in one line: on what, who, here, there, and what is in force."""
    subject = conflict.subject if conflict.kind == "setting" else conflict.subject[:12]
    who = f" by {conflict.reviewer}" if conflict.reviewer else ""
    here, there, kept = (_value(v) for v in (conflict.ours, conflict.theirs, conflict.kept))
    return safe_line(
        f"conflict: {conflict.kind} {subject}{who}: here {here}; there {there}; in force: {kept}"
    )


def _value(value: Any) -> str:
    if isinstance(value, dict) and {"name", "version"} <= set(value):
        return f"{value['name']}@{value['version']}"
    if isinstance(value, dict):
        return ", ".join(f"{n} {_value(v)}" for n, v in value.items() if v is not None) or "nothing"
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def copy(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="FROM", help="A store: a file or a URL.")],
    to: Annotated[str, typer.Argument(metavar="TO", help="Where it goes: a file or a URL.")],
    json: JsonOption = False,
) -> None:
    """Copy a whole project, between SQLite and PostgreSQL either way.

    TO must be empty. The copy is the same project: what is done in the two can be merged.
    """
    require_store(source, NAME_ONE)
    from db.apart import opened_apart

    with (
        Interruptible() as ending,
        opened_apart(source) as database,
        Bar("copying") as bar,
    ):
        rows = _copied(database, to, ending.step(bar.show))
    if json:
        say_json({"from": public(source), "to": public(to), "rows": rows})
    else:
        name = public(to)
        say(f"{name}: {number(rows, 'row')}; to prove it: workbench --db {quote(name)} verify")


def _copied(database: Database, to: str, progress: Progress) -> int:
    from db.engine import check_file, open_database
    from db.joining.copy import copy as into
    from db.joining.copy import copy_to_file

    if not is_url(to):
        check_file(Path(to), create=True)
        return copy_to_file(database, Path(to), progress)
    made = open_database(to)
    try:
        return into(database, made, progress)
    finally:
        made.close()


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command(
        epilog=examples("merge from-anna.db from-ben.db", "--db team.db merge laptop.db --json")
    )(merge)
    app.command(
        epilog=examples(
            "copy workbench.db for-anna.db",
            "copy workbench.db postgresql://anna@db.example.org/team",
        )
    )(copy)
