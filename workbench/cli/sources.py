"""Commands on sources: what evidence is quoted from."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli import importing
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
    say,
    say_json,
    target,
)
from workbench.cli.importing import Reading
from workbench.cli.progress import Bar
from workbench.cli.reading import (
    DateColumn,
    EncodingOption,
    FormatOption,
    TextColumn,
    TitleColumn,
    UrlColumn,
)
from workbench.text.display import safe_line
from workbench.text.urls import public

if TYPE_CHECKING:
    from db.engine import Connection
    from db.rows import Source
    from workbench.review.evidence.searching import Found
    from workbench.review.evidence.sources import SourceReport

WIDTH = 100  # characters of a title in a list

sources = typer.Typer(
    help="Documents that evidence is quoted from: add, search, list.",
    rich_markup_mode=None,
    no_args_is_help=True,
)


def add(
    context: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files, folders, - for standard input.")
    ],
    *,
    format: FormatOption = None,
    encoding: EncodingOption = None,
    text_column: TextColumn = None,
    title_column: TitleColumn = None,
    url_column: UrlColumn = None,
    date_column: DateColumn = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Add documents to quote evidence from.

    Text, Markdown, HTML, PDF, CSV and JSONL (text, url, publisher, published, retrieved), and
    folders of them. A text that is there already is not added again. Each input that cannot be
    used is named, and the rest goes in. A source has at most 10,000,000 characters.
    """
    from workbench.ingest.reader import Columns

    columns = Columns(text=text_column, title=title_column, url=url_column, date=date_column)
    store = target(context, db)
    report = _add(store, paths, Reading(format, encoding, columns))
    if not report.source_ids and not report.errors:
        raise CliError(f"nothing to add in {', '.join(paths)}")
    if json:
        say_json({"database": public(store)} | report._asdict())
    elif report.source_ids:
        added = number(report.added, "source")
        say(f"{public(store)}: {added} added, {report.known:,} known already")
    if not report.source_ids:
        raise typer.Exit(UNUSABLE)
    raise typer.Exit(FAILED if report.errors else DONE)


def _add(store: str, paths: list[str], reading: Reading) -> SourceReport:
    """Add what can be read; a store is made only when there is something to keep.

    Each input that failed is named on the standard error when the bar is gone.
    """
    from workbench.ingest.document import Document
    from workbench.ingest.read import count
    from workbench.review.evidence.sources import (
        LARGEST,
        AddedSource,
        SourceReport,
        add_sources,
        too_long,
    )

    found = importing.documents(paths, reading, largest=LARGEST)
    errors: list[str] = []
    done = 0

    def tell(one: AddedSource) -> None:
        nonlocal done
        done += 1
        bar.show(done, max(total, done), "documents")
        if one.error is not None:
            errors.append(one.error)

    try:
        with Bar("adding") as bar:
            total = count(paths)
            for first in found:
                refused = too_long(first) if isinstance(first, Document) else first
                if refused is None:
                    break
                errors.append(str(refused))
            else:
                return SourceReport(0, 0, tuple(errors), ())
            failed = tuple(errors)
            with opened(store, create=True) as database:
                report = add_sources(database, chain([first], found), progress=tell)
            return report._replace(errors=failed + report.errors)
    finally:
        for line in errors:
            complain(line)


def search(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Words, or a claim.")],
    *,
    limit: Annotated[int, typer.Option("-n", "--limit", min=1, max=500, help="How many.")] = 10,
    source: Annotated[
        list[str] | None,
        typer.Option("--source", metavar="ID", help="Only there: how its id begins; repeatable."),
    ] = None,
    words: Annotated[bool, typer.Option("--words", help="By words alone.")] = False,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Find passages in sources and articles, best first, with the likely quote.

    Ranked by words, and by meaning as well where the extra `semantic` is installed. Every
    character of TEXT is taken as it stands: there are no operators.
    """
    from workbench.review.evidence.meaning import Meaning
    from workbench.review.evidence.searching import Finder, index

    with opened(target(context, db)) as database:
        index(database)
        with database.read() as connection:
            wanted = [_one_id(connection, prefix) for prefix in source] if source else None
            finder = Finder(connection, text, None if words else Meaning())
            found = finder.find(limit, document_ids=wanted)
    for rank, one in enumerate(found, start=1):
        if json:
            say_json(_as_json(one, rank))
        else:
            _print(one, rank)
    if not found and not json:
        say("nothing found")


def _one_id(connection: Connection, prefix: str) -> str:
    from db import articles
    from db import sources as stored

    found = {one.id for one in stored.by_id_prefix(connection, prefix)}
    found |= {one.id for one in articles.by_id_prefix(connection, prefix)}
    if len(found) != 1:
        raise CliError(f"{prefix}: {'more than one begins so' if found else 'no such source'}")
    return found.pop()


def _as_json(found: Found, rank: int) -> dict[str, Any]:
    low, high = found.quote_start - found.start, found.quote_end - found.start
    document = found.document
    return {
        "rank": rank,
        "score": round(found.score, 6),
        "id": document.id,
        "kind": document.kind,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "published": document.published,
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "quote": {
            "start": found.quote_start,
            "end": found.quote_end,
            "text": found.text[low:high],
        },
    }


def _print(found: Found, rank: int) -> None:
    low, high = found.quote_start - found.start, found.quote_end - found.start
    document = found.document
    known = (document.publisher, document.published, document.url)
    about = " · ".join(safe_line(part, WIDTH) for part in known if part)
    say(f"{rank}. {safe_line(document.name, WIDTH)} [{document.kind}]")
    say(f"   {about or document.id[:12]}  {found.quote_start}–{found.quote_end}")
    before, quote, after = found.text[:low], found.text[low:high], found.text[high:]
    parts = (safe_line(before), f"«{safe_line(quote)}»", safe_line(after))
    say("   " + " ".join(part for part in parts if part))


def list_(context: typer.Context, db: DbOption = None, json: JsonOption = False) -> None:
    """List the sources, in the order of their adding."""
    from db import sources as stored

    with opened(target(context, db)) as database, database.read() as connection:
        found = stored.every(connection)
    for one in found:
        if json:
            say_json(one._asdict())
        else:
            say(_line(one))
    if not found and not json:
        say("no sources yet; add some with 'workbench sources add PATH…'")


def _line(source: Source) -> str:
    known = (source.title, source.publisher, source.published, source.url or source.origin)
    parts = [safe_line(part, WIDTH) for part in known if part]
    return f"{source.id[:12]}  {source.length:>9,}  " + " · ".join(parts)


def register(app: typer.Typer) -> None:
    """Add these commands."""
    sources.command(
        epilog=examples("sources add reports/", "sources add corpus.jsonl page.html study.pdf")
    )(add)
    sources.command(
        epilog=examples(
            'sources search "council met until 2019"',
            'sources search "ferry passengers" --limit 3 --json',
        )
    )(search)
    sources.command("list", epilog=examples("sources list", "sources list --json"))(list_)
    app.add_typer(sources, name="sources")
