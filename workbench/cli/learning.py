"""The command that learns: from the project's decisions, and from a labelled file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
from workbench.text.urls import public

if TYPE_CHECKING:
    from workbench.review.learning.learning import Learned


def learn(
    context: typer.Context,
    *,
    file: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help='Labelled texts to learn from, too: lines {"text": …, "label": 0 or 1}, or JSON '
            "with a list of them. They are kept with the project.",
        ),
    ] = None,
    forget: Annotated[
        bool, typer.Option("--forget", help="Take the texts of such a file out again.")
    ] = False,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Learn which claims are worth checking, from all decisions.

    What was decided or added is worth it, what was discarded is not. It orders the queue of the
    review, and decides nothing. The review screen does the same in the background.
    """
    from workbench.review.learning.examples import read_file
    from workbench.review.learning.learning import can_learn
    from workbench.review.learning.learning import learn as bring_up
    from workbench.review.learning.material import forget_examples, keep_examples

    if file is not None and forget:
        raise CliError("--from keeps a file's texts and --forget takes them out: give one of them")
    if file is not None and not can_learn():
        raise CliError("learning needs the extra 'learn': pip install 'claim-workbench[learn]'")
    found = read_file(file) if file is not None else []
    store = target(context, db)
    with opened(store, create=file is not None) as database, Bar("learning") as bar:
        if file is not None:
            keep_examples(database, found, file.name)
        elif forget:
            forget_examples(database)
        learned = bring_up(database, lambda what, done, total: bar.show(done, total, what))
    if json:
        say_json({"database": public(store)} | learned._asdict())
        return
    _report(store, learned, can_learn())


def _report(store: str, learned: Learned, able: bool) -> None:
    decided = f"{number(learned.kept + learned.discarded, 'decision')}"
    say(f"{public(store)}: {decided}, {learned.kept:,} kept, {learned.discarded:,} discarded")
    if learned.examples:
        say(f"{number(learned.examples, 'text')} of {learned.source}")
    state = "new order" if learned.changed else "the order was up to date"
    say(f"engine: {learned.engine}; {number(learned.claims, 'claim')} in order, {state}")
    if learned.average_precision is not None:
        say(
            f"average precision {learned.average_precision:.3f} in cross-validation, "
            f"the rules alone {learned.rules_precision:.3f}"
        )
    elif not able:
        say("to learn, install the extra 'learn': pip install 'claim-workbench[learn]'")
    else:
        say("to learn, at least 5 kept and 5 discarded are needed")


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command(epilog=examples("learn", "learn --from labels.jsonl --json", "learn --forget"))(
        learn
    )
