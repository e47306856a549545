"""What all commands share: the store that is meant, safe printing, progress, usage errors."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.text.display import safe
from workbench.text.plural import how_many

if TYPE_CHECKING:
    from db.engine import Database

DEFAULT_DB = "workbench.db"
BEGIN = "begin with 'workbench review PATH…', or look around with 'workbench demo'"
DONE, FAILED, UNUSABLE, INTERRUPTED = 0, 1, 2, 130  # exit codes

DbOption = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="PATH|URL",
        help=f"The store: a file or a database URL  [WORKBENCH_DB; {DEFAULT_DB} here]",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
ReviewerOption = Annotated[
    str | None,
    typer.Option(
        "--reviewer", metavar="NAME", help="Who decides  [WORKBENCH_REVIEWER; the system's user]"
    ),
]


class CliError(Exception):
    """A command cannot do what was asked; the text is one line for the user."""


def examples(*lines: str) -> str:
    """The epilog of a command's help: its examples, kept line by line."""
    return "\b\nExamples:\n" + "\n".join(f"  workbench {line}" for line in lines)


def target(context: typer.Context, db: str | None) -> str:
    """The store meant: `--db` after the command, before it, WORKBENCH_DB, or the default."""
    root: str | None = context.find_root().params.get("db")
    return db or root or DEFAULT_DB


def is_url(store: str) -> bool:
    """Whether a store is named by a URL and not by a path."""
    return "://" in store


def require_store(store: str, hint: str = BEGIN) -> None:
    """Refuse a file that is not there, without importing the store.

    Raises:
        CliError: there is no such file; with a hint at what to do.
    """
    if not is_url(store) and not Path(store).exists():
        raise CliError(f"{store}: no such database; {hint}")


@contextmanager
def opened(store: str, *, create: bool = False) -> Iterator[Database]:
    """The project's database, closed at the end."""
    if not create:
        require_store(store)
    from workbench.review.project import open_project

    database = open_project(store, create=create)
    try:
        yield database
    finally:
        database.close()


def say(text: str = "") -> None:
    """Print one line; no text in it can break it, or act on the terminal."""
    print(safe(text))


def complain(text: str) -> None:
    """The same on the standard error."""
    print(safe(text), file=sys.stderr)


def say_json(value: Any) -> None:
    """Print a value as one line of JSON, without raw control characters."""
    from workbench.dataset.json_lines import dumps

    print(dumps(value))


number = how_many
"""The same under a shorter name, for lines that a command prints."""


def ends_on_terminal() -> bool:
    """Whether a person sits at both ends: a screen can be shown and keys can be read."""
    return sys.stdin.isatty() and sys.stdout.isatty()
