"""Commands that read articles: import, propose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli import importing, printing
from workbench.cli.common import (
    DONE,
    FAILED,
    DbOption,
    JsonOption,
    examples,
    number,
    opened,
    say,
    say_json,
    target,
)
from workbench.cli.importing import Reading
from workbench.cli.progress import Bar
from workbench.text.urls import public

if TYPE_CHECKING:
    from workbench.review.intake import Report


def _column(what: str) -> Any:
    return typer.Option(metavar="NAME", help=f"Column (CSV) or field (JSONL) that holds {what}.")


FormatOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Format of every file; else by its suffix.")
]
EncodingOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Encoding of every file; else recognised.")
]
LanguageOption = Annotated[
    str | None,
    typer.Option(metavar="CODE", help="Language of every file, as en; else recognised."),
]
EngineOption = Annotated[
    str,
    typer.Option(
        metavar="NAME", help="What finds the claims: auto (the best), semantic, rules, sentences."
    ),
]
TextColumn = Annotated[str | None, _column("the text")]
IdColumn = Annotated[str | None, _column("an id")]
TitleColumn = Annotated[str | None, _column("the title")]
UrlColumn = Annotated[str | None, _column("the address")]
DateColumn = Annotated[str | None, _column("the date")]
SpeakerColumn = Annotated[str | None, _column("who said it")]


def import_(
    context: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files, folders, - for standard input.")
    ],
    *,
    no_propose: Annotated[bool, typer.Option("--no-propose", help="Find no claims.")] = False,
    engine: EngineOption = "auto",
    format: FormatOption = None,
    encoding: EncodingOption = None,
    language: LanguageOption = None,
    text_column: TextColumn = None,
    id_column: IdColumn = None,
    title_column: TitleColumn = None,
    url_column: UrlColumn = None,
    date_column: DateColumn = None,
    speaker_column: SpeakerColumn = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Take articles into the store, and propose claims in them.

    Text, Markdown, HTML, JSONL and CSV, and folders of them. What is there already stays as it
    is. Each input that cannot be read is named, and the rest goes in.
    """
    from workbench.ingest.reader import Columns

    columns = Columns(
        text=text_column,
        id=id_column,
        title=title_column,
        url=url_column,
        date=date_column,
        speaker=speaker_column,
    )
    reading = Reading(format, encoding, columns, language)
    store = target(context, db)
    report = importing.bring_in(store, paths, reading, proposing=not no_propose, engine=engine)
    if json:
        say_json({"database": public(store)} | report._asdict())
    else:
        say(
            f"{public(store)}: {number(report.added, 'article')} added, "
            f"{report.known:,} known already, {_proposed(report)}"
        )
    raise typer.Exit(FAILED if report.errors else DONE)


def propose(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH…", help="Files, folders, - for standard input."),
    ] = None,
    *,
    engine: EngineOption = "auto",
    format: FormatOption = None,
    encoding: EncodingOption = None,
    language: LanguageOption = None,
    text_column: TextColumn = None,
    title_column: TitleColumn = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Print the claims found in files, without a store.

    With no PATH it proposes again in the store. That replaces only candidates that nobody has
    acted on.
    """
    if not paths:
        _propose_again(target(context, db), engine, json)
        return
    from workbench.ingest.reader import Columns

    columns = Columns(text=text_column, title=title_column)
    reading = Reading(format, encoding, columns, language)
    raise typer.Exit(printing.print_candidates(paths, reading, json=json, engine=engine))


def _propose_again(store: str, engine: str, json: bool) -> None:
    with opened(store) as database, Bar("proposing") as bar:
        from db import articles
        from workbench.review.intake import Added, propose_again

        with database.read() as connection:
            total = articles.count(connection)
        done = 0

        def tell(_added: Added) -> None:
            nonlocal done
            done += 1
            bar.show(done, total, "articles")

        report = propose_again(database, engine=engine, progress=tell)
    if json:
        counts = {"articles": report.known, "claims": report.claims, "phrases": report.phrases}
        say_json({"database": public(store)} | counts)
    else:
        say(f"{public(store)}: {number(report.known, 'article')} read again, {_proposed(report)}")


def _proposed(report: Report) -> str:
    """The claims that go into the queue, and the phrases, which do not unless asked for."""
    told = f"{number(report.claims, 'claim')} proposed"
    return f"{told}, {number(report.phrases, 'phrase')} beside them" if report.phrases else told


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command(
        "import",
        epilog=examples(
            "import article.txt",
            "import articles/ --db team.db",
            "import claims.csv --text-column statement --speaker-column who",
            "import - < article.txt",
        ),
    )(import_)
    app.command(
        epilog=examples(
            "propose article.txt", "propose articles/ --json", "propose a.txt --engine rules"
        )
    )(propose)
