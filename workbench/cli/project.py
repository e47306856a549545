"""Commands on the project as a whole: init, status, verify, backup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.changes import told
from workbench.cli.common import (
    DONE,
    FAILED,
    CliError,
    DbOption,
    JsonOption,
    ReviewerOption,
    examples,
    is_url,
    number,
    opened,
    require_store,
    say,
    say_json,
    target,
)
from workbench.cli.interrupting import Interruptible
from workbench.cli.progress import Bar
from workbench.text.display import safe_line
from workbench.text.plural import in_seconds
from workbench.text.urls import public

if TYPE_CHECKING:
    from db.engine import Database
    from db.rows import Problem
    from workbench.review.dashboard import Dashboard


def init(
    context: typer.Context,
    *,
    scheme: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|FILE",
            help="default, fever, averitec, scifact, politifact, or a TOML file.",
        ),
    ] = None,
    guidelines: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Text shown to reviewers; UTF-8.")
    ] = None,
    overlap: Annotated[
        int | None,
        typer.Option(metavar="K", min=0, help="Each claim goes to K reviewers; 0: to everybody."),
    ] = None,
    lead: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="Who settles disagreements, and nobody else; several times."
        ),
    ] = None,
    votes: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Leads who must agree on a gold label.")
    ] = None,
    blind: Annotated[
        bool | None,
        typer.Option("--blind/--no-blind", help="Hide others' reviews before one's own."),
    ] = None,
    recheck: Annotated[
        float | None,
        typer.Option(metavar="SHARE", min=0, max=1, help="Own claims that come back, as 0.05."),
    ] = None,
    controls: Annotated[
        float | None,
        typer.Option(metavar="SHARE", min=0, max=1, help="Claims that leads decided beforehand."),
    ] = None,
    phrases: Annotated[
        bool | None,
        typer.Option("--phrases/--no-phrases", help="Noun phrases in the queue, too  [no]"),
    ] = None,
    unaided: Annotated[
        float | None,
        typer.Option(
            metavar="SHARE",
            min=0,
            max=1,
            help="Share of articles shown without suggestions, to measure them  [0]",
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Title of its datasets.")
    ] = None,
    licence: Annotated[
        str | None, typer.Option(metavar="ID", help="Their licence, as cc-by-4.0.")
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Where the articles come from.")
    ] = None,
    citation: Annotated[str | None, typer.Option(metavar="TEXT", help="How to cite them.")] = None,
    release: Annotated[
        str | None, typer.Option(metavar="X.Y.Z", help="Their version, as 1.0.0.")
    ] = None,
    released: Annotated[
        str | None, typer.Option(metavar="DAY", help="When it is published, as 2026-05-31.")
    ] = None,
    reviewer: ReviewerOption = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Make a project, or change its settings."""
    from workbench.review import about as promised
    from workbench.review import project, schemes
    from workbench.review.reviewers import reviewer_name

    store = target(context, db)
    project.check_numbers(unaided, recheck, controls, overlap, votes)
    wanted: dict[str, Any] = {
        "scheme": schemes.find(scheme) if scheme else None,
        "guidelines": _guidelines(guidelines) if guidelines else None,
        "overlap": overlap,
        "phrases": phrases,
        "unaided": unaided,
        "blind": blind,
        "leads": project.check_leads(lead, votes),
        "votes": votes,
        "recheck": recheck,
        "controls": controls,
    }
    about = {
        "title": title,
        "licence": licence,
        "source": source,
        "citation": citation,
        "release": release,
        "released": released,
    }
    promised.checked(about)  # what is refused makes no store
    name = reviewer_name(reviewer)
    with opened(store, create=True) as database:
        before = project.settings(database)
        made = project.init(database, reviewer=name, about=about, **wanted)
    if json:
        plain = ["overlap", "blind", "leads", "votes", "recheck", "controls", "phrases", "unaided"]
        values = {"database": public(store), "id": made.id} | {n: getattr(made, n) for n in plain}
        values |= made.about._asdict()
        say_json(values | {"scheme": schemes.to_dict(made.scheme), "guidelines": made.guidelines})
        return
    labels = ", ".join(label.name for label in made.scheme.labels)
    say(f"{public(store)}: scheme {made.scheme.ref} ({labels})")
    given = [name for name, value in (wanted | about).items() if value is not None]
    for line in told(before, made, given):
        say(safe_line(line))
    if made.guidelines or made.scheme.guidelines:
        say("guidelines are set; reviewers read them with g")


def _guidelines(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CliError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise CliError(f"{path}: is not text in UTF-8") from error


def status(
    context: typer.Context,
    reviewer: ReviewerOption = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Show how far the work is.

    Articles, claims, verdicts, and what each reviewer has done and has still to do.
    """
    from workbench.review import blind
    from workbench.review.learning.measured import measured, told
    from workbench.review.project import settings

    store = target(context, db)
    with opened(store) as database:
        scheme = settings(database).scheme
        asking = blind.viewer(database, reviewer)
        found, board = _status(database, asking)
        suggested = measured(database, asking)
    found = {"database": public(store), "scheme": scheme.ref} | found
    if json:
        say_json(found | board.as_json() | {"suggestions": suggested})
        return
    say(f"{public(store)}  scheme {scheme.ref}")
    totals = found["totals"]
    say(
        f"{number(totals['articles'], 'article')}, {number(totals['candidates'], 'candidate')}, "
        f"{number(totals['added'], 'claim')} added by reviewers"
    )
    names = {label.id: label.name for label in scheme.labels}
    for label, count in found["verdicts"].items():
        say(f"{count:>8,}  {names.get(label, label)}")
    for row in found["reviewers"]:
        dropped = f"{row['discarded']:,} discarded, " if row["discarded"] is not None else ""
        say(
            f"{row['reviewer']}: {row['decided']:,} decided, {dropped}"
            f"{row['later']:,} for later, {row['open']:,} open; last {row['last']}"
        )
    if not found["reviewers"]:
        say("nobody has decided anything yet")
    _tell_left(board)
    for line in told(suggested):
        say(line)
    if asking is not None:
        say(blind.told(asking))


def _status(database: Database, viewer: str | None) -> tuple[dict[str, Any], Dashboard]:
    from workbench.review.dashboard import dashboard

    board = dashboard(database, viewer)
    columns = ("reviewer", "decided", "discarded", "later", "first", "last", "open")
    people = [{name: getattr(pace, name) for name in columns} for pace in board.reviewers]
    found = {
        "totals": board.totals,
        "verdicts": board.labels,
        "tags": board.tags,
        "reviewers": people,
    }
    return found, board


def _tell_left(board: Dashboard) -> None:
    """What is left, the pace, and agreement where two have reviewed."""
    left = board.left
    each = f" (each claim wants {board.wanted})" if board.wanted > 1 else ""
    say(f"left: {number(left.reviews, 'review')} of {number(left.claims, 'claim')}{each}")
    if board.seconds is not None:
        say(f"pace: {in_seconds(board.seconds)} a decision (median)")
    if board.alpha.value is not None:
        say(
            f"agreement: Krippendorff's alpha {board.alpha.value:.3f} on "
            f"{number(board.alpha.claims, 'claim')}"
        )
    if left.disagreements or left.unanimous:
        say(
            f"to settle: {number(left.disagreements, 'disagreement')}, "
            f"{left.unanimous:,} unanimous; see 'workbench adjudicate'"
        )


def verify(
    context: typer.Context,
    *,
    dataset: Annotated[
        Path | None, typer.Argument(metavar="[DATASET]", help="A folder that 'export' wrote.")
    ] = None,
    texts: Annotated[
        list[Path] | None,
        typer.Option(metavar="PATH", help="Texts that the dataset does not hold; a store, too."),
    ] = None,
    sha256: Annotated[
        str | None,
        typer.Option(metavar="HASH", help="That of its manifest, as 'export' printed it."),
    ] = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Prove that the store, or a dataset, is sound.

    The store: the file, the texts, every span and quote, and every decision against its events.
    A dataset: every file's hash, every span, label and quote, and that no split leaks. Ends with 0
    when all is sound, else with 1, and names each thing that is wrong.
    """
    if dataset is not None:
        from workbench.cli.dataset_options import read_sha256
        from workbench.cli.proving import verify_dataset

        expected = read_sha256(sha256) if sha256 else None
        raise typer.Exit(verify_dataset(dataset, texts or [], json, expected))
    if texts or sha256:
        raise CliError("--texts and --sha256 go with a dataset, as in 'workbench verify DATASET'")
    store = target(context, db)
    require_store(store)
    problems = _problems(store)
    if json:
        say_json({"database": public(store), "sound": not problems, "problems": problems})
    else:
        for problem in problems:
            say(f"{problem['kind']}: {problem['where']}: {problem['what']}")
        say(f"{public(store)}: {number(len(problems), 'problem') if problems else 'sound'}")
    raise typer.Exit(FAILED if problems else DONE)


def _problems(store: str) -> list[dict[str, str]]:
    from db.engine import SQLITE_MAGIC, StoreError
    from db.integrity.prove import verify as prove
    from db.trouble import StoreAwayError, StoreShutError

    found: list[Problem] = []
    try:
        with opened(store) as database:
            found.extend(prove(database))
    except (StoreShutError, StoreAwayError):
        raise
    except StoreError as error:
        # A SQLite file that cannot even be opened is damaged; anything else is a wrong name.
        if is_url(store) or not Path(store).is_file():
            raise
        with Path(store).open("rb") as file:
            if file.read(len(SQLITE_MAGIC)) != SQLITE_MAGIC:
                raise
        return [{"kind": "database", "where": store, "what": str(error).removeprefix(f"{store}: ")}]
    return [problem._asdict() for problem in found]


def backup(
    context: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The copy to write.")],
    replace: Annotated[bool, typer.Option("--replace", help="Replace OUT if it exists.")] = False,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Copy the database, also while it is in use."""
    from db.backup import backup as copy

    store = target(context, db)
    with Interruptible() as ending, opened(store) as database:
        if not is_url(store) and out.resolve() == Path(store).resolve():
            raise CliError(f"{out}: is the database itself; name another file")
        if out.is_dir():
            raise CliError(f"{out}: is a folder; name a file")
        if out.exists() and not out.is_file():
            raise CliError(f"{out}: is not a regular file; name another")
        if out.exists() and not replace:
            raise CliError(f"{out}: is there already; add --replace, or name another file")
        with Bar("copying") as bar:
            size = copy(database, out, ending.step(bar.show))
    if json:
        say_json({"path": str(out), "bytes": size})
    else:
        say(f"{out}: {size:,} bytes")


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command(
        epilog=examples("init --scheme averitec", "init --scheme ours.toml --guidelines guide.md")
    )(init)
    app.command(epilog=examples("status", "--db team.db status --json"))(status)
    app.command(epilog=examples("verify", "verify --db team.db --json"))(verify)
    app.command(epilog=examples("backup monday.db"))(backup)
