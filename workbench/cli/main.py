"""The command `workbench`: its groups of commands, and how an error becomes one line."""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
from typing import Annotated

import typer

from workbench import pauses
from workbench.cli import (
    adjudicating,
    assigning,
    checked,
    consistency,
    datasets,
    history,
    importing_work,
    learning,
    merging,
    project,
    reading,
    reviewing,
    sources,
    teams,
)
from workbench.cli.common import (
    DEFAULT_DB,
    FAILED,
    INTERRUPTED,
    UNUSABLE,
    CliError,
    complain,
    examples,
)
from workbench.foreign import ForeignPackageError, ensure_own_db
from workbench.version import __version__

_FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))

# Markup off: names of files and texts of articles must never be read as markup.
app = typer.Typer(
    name="workbench",
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
reviewing.register(app)
reading.register(app)
project.register(app)
history.register(app)
datasets.register(app)
importing_work.register(app)
teams.register(app)
adjudicating.register(app)
assigning.register(app)
learning.register(app)
sources.register(app)
merging.register(app)
checked.register(app)
consistency.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"workbench {__version__}")
        raise typer.Exit


@app.callback(
    invoke_without_command=True,
    epilog=examples(
        "demo                      # look around in samples",
        "review article.txt        # import it and open the review screen",
        "export claims.jsonl       # what was decided, as a dataset",
    ),
)
def workbench(
    context: typer.Context,
    db: Annotated[
        str,
        typer.Option("--db", metavar="PATH|URL", envvar="WORKBENCH_DB", help="The store."),
    ] = DEFAULT_DB,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Annotate and fact-check claims in the terminal. Alone, it opens the review screen."""
    if context.invoked_subcommand is None:
        reviewing.open_review(context, None)


def program() -> None:
    """`run`, in a process that is there for it alone."""
    pauses.start()
    try:
        run()
    finally:
        pauses.leave()


def run() -> None:
    """Run the command line and end the program with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper):  # as arguments are: who reads it says what is wrong
        sys.stdin.reconfigure(errors="surrogateescape")
    _end_in_order()
    sys.exit(_flushed(_run()))


def _end_in_order() -> None:
    """Told to end, take temporary files away first. What ``nohup`` shields stays shielded."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda told, _: sys.exit(128 + told))


def _run() -> int:
    try:
        ensure_own_db()
        code = app(standalone_mode=False)
    except typer.TyperException as error:
        return _usage(error)
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (CliError, ForeignPackageError, OSError, UnicodeEncodeError) as error:
        complain(f"workbench: {_told(error)}")
        return UNUSABLE
    except _own_errors() as error:
        complain(f"workbench: {error}")
        return UNUSABLE
    return code if isinstance(code, int) else 0


def _usage(error: typer.TyperException) -> int:
    complain(f"workbench: {error.format_message()}")
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "workbench"
    complain(f"see '{path} --help'")
    return error.exit_code


def _flushed(code: int) -> int:
    """The exit code, once all that was printed is out; another where it could not go out."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # Python flushes once more
        if error.errno == errno.EPIPE:  # who reads has enough
            return code or FAILED
        if code != UNUSABLE:  # else it was told
            complain(f"workbench: {_of_system(error)}")
        return UNUSABLE


def _told(error: Exception) -> str:
    if isinstance(error, UnicodeEncodeError):
        return _no_text(error)
    return _of_system(error) if isinstance(error, OSError) else str(error)


def _of_system(error: OSError) -> str:
    """What the system refused. Files that are written have names: without one it was printing."""
    reason = (error.strerror or str(error)).lower()
    if error.filename is not None:
        return f"{error.filename}: {reason}"
    if error.errno in _FULL:
        return f"the standard output cannot be written ({reason}); send it where there is room"
    return reason


def _no_text(error: UnicodeEncodeError) -> str:
    """What to say of an argument that is not in the terminal's encoding.

    Raises:
        UnicodeEncodeError: there is none, and the fault is ours.
    """
    bad = next((word for word in sys.argv[1:] if not _is_text(word)), None)
    if bad is None:
        raise error
    return f"{bad}: is not UTF-8; type it again, in a terminal that is set to UTF-8"


def _is_text(word: str) -> bool:
    try:
        word.encode()
    except UnicodeEncodeError:
        return False
    return True


def _own_errors() -> tuple[type[Exception], ...]:
    """The errors whose text is one line for the user.

    Asked for only when an error is on its way: the modules are heavy, but loaded by then.
    """
    from workbench.cli import errors

    return errors.KNOWN
