"""The review screen, and the same work line by line. Textual is imported by use only."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from workbench.review.session import Session

__all__ = ["run_adjudication", "run_plain", "run_review"]


def run_review(target: str, reviewer: str, article: str | None = None, warning: str = "") -> int:
    """Open the review screen on a store, and stay until she leaves.

    Args:
        target: path or URL of the store.
        reviewer: who decides.
        article: where to begin: the beginning of an article's id, its title or its number.
        warning: one line to show when the screen is ready.

    Returns:
        The exit code: 0, or 2 where the store could not be opened.
    """
    from workbench.tui.app import Start, WorkbenchApp

    app = WorkbenchApp(lambda: _settled(connect(target, reviewer)), Start(article, warning))
    code = app.run()
    return (app.return_code or 0) if code is None else code


def run_adjudication(target: str, reviewer: str, order: str) -> int:
    """Open the adjudication screen on a store, and stay until she leaves.

    Args:
        target: path or URL of the store.
        reviewer: who settles.
        order: of the claims: disagreement, article or worth.

    Returns:
        The exit code: 0, or 2 where the store could not be opened.
    """
    from workbench.tui.app import Start, WorkbenchApp

    app = WorkbenchApp(
        lambda: _settled(connect(target, reviewer, reviewing=False)), Start(settling=order)
    )
    code = app.run()
    return (app.return_code or 0) if code is None else code


def run_plain(
    target: str,
    reviewer: str,
    article: str | None = None,
    lines: TextIO | None = None,
    out: TextIO | None = None,
) -> int:
    """The same work line by line: commands from `lines`, claims and answers to `out`.

    Returns:
        The exit code: 0, or 2 where the store could not be opened.
    """
    import sys

    from workbench.tui.plain.review import review_plainly

    return review_plainly(
        lambda: connect(target, reviewer), article, lines or sys.stdin, out or sys.stdout
    )


def connect(target: str, reviewer: str, *, reviewing: bool = True) -> Session:
    """Open a store and a session on it. Imports the store: not before the first paint.

    Args:
        target: path or URL of the store.
        reviewer: who acts.
        reviewing: she decides claims, and is blind from the start; else she may have come to
            settle what others disagree on.
    """
    from workbench.review.project import open_project
    from workbench.review.session import Session

    session = Session(open_project(target), reviewer)
    session.reviewing = reviewing
    return session


def _settled(session: Session) -> Session:
    """The last of the program has been loaded: the screen and the store are there."""
    from workbench import pauses

    pauses.settle()
    return session
