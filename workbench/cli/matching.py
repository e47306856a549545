"""The command `match`: the checked claims that best match a text, or many."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.common import (
    DONE,
    FAILED,
    CliError,
    DbOption,
    JsonOption,
    complain,
    examples,
    opened,
    say,
    say_json,
    target,
)
from workbench.cli.importing import recognised
from workbench.cli.progress import Bar
from workbench.cli.reading import EncodingOption
from workbench.text.display import safe_line

if TYPE_CHECKING:
    from db.engine import Database
    from workbench.match.claimreview.files import ClaimReviewError
    from workbench.match.collection.queries import Asked
    from workbench.match.collection.stored import Collection, StoredMatch

ENGINES = ("auto", "semantic", "words")


def match(
    context: typer.Context,
    text: Annotated[str | None, typer.Argument(metavar="TEXT", help="A claim, or a post.")] = None,
    *,
    queries: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Many texts: JSONL with text and id, CSV, TSV; - stdin."),
    ] = None,
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="Matches of a text.")] = 5,
    engine: Annotated[str, typer.Option(metavar="NAME", help="auto, semantic or words.")] = "auto",
    encoding: EncodingOption = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Find the claims checked before that say what a text says.

    Each match has a score, which ranks the matches of one text, and the facts that differ. What is
    only the best that there is, and near in neither words nor meaning, is marked "far".
    """
    if (text is None) == (queries is None):
        raise CliError("give a TEXT or --queries FILE; see 'workbench match --help'")
    if text is not None and not text.strip():
        raise CliError("the text is empty; give the words of a claim")
    if engine not in ENGINES:
        raise CliError(f"no engine is called {engine!r}; there are {', '.join(ENGINES)}")
    from workbench.match.collection.queries import Asked

    asked: list[Asked | ClaimReviewError] = [Asked("1", text or "")]
    if queries is not None:
        asked = list(_asked(queries, encoding))
    good = [one for one in asked if isinstance(one, Asked)]
    if not good:
        for one in asked:
            complain(str(one))
        raise CliError(f"{queries}: holds no query")
    with opened(target(context, db)) as database:
        _answer(database, asked, k, engine, json)
    raise typer.Exit(DONE if len(good) == len(asked) else FAILED)


def _asked(file: str, encoding: str | None) -> Iterator[Asked | ClaimReviewError]:
    from workbench.match.collection.queries import read_queries

    yield from read_queries(*read_text(file, encoding))


def _answer(
    database: Database, asked: list[Asked | ClaimReviewError], k: int, engine: str, json: bool
) -> None:
    from workbench.match.collection.queries import Asked
    from workbench.match.collection.stored import Collection

    make_vectors(database, engine)
    collection = Collection(database, engine)
    collection.load()
    with Bar("matching") as bar:
        for done, one in enumerate(asked):
            if not isinstance(one, Asked):
                complain(str(one))
                continue
            found = collection.search(one.text, k)
            if json:
                say_json(_result(one, collection, found))
            else:
                _show(one, collection, found, alone=len(asked) == 1)
            if not sys.stdout.isatty():
                bar.show(done + 1, len(asked), "queries")


def make_vectors(database: Database, engine: str = "auto") -> int:
    """Make the vectors that are missing, with a bar; returns how many were made.

    What is made stays when the command is interrupted.
    """
    from workbench.match.collection.stored import Collection

    collection = Collection(database, engine)
    missing = collection.missing()
    if not missing:
        return 0
    with Bar("making vectors") as bar:
        return collection.make_vectors(lambda made: bar.show(made, missing, "claims"))


def _result(one: Asked, collection: Collection, found: list[StoredMatch]) -> dict[str, Any]:
    return {
        "query": one.id,
        "text": one.text,
        "engine": collection.engine,
        "matches": [_fields(place, match) for place, match in enumerate(found, 1)],
    }


def _fields(place: int, found: StoredMatch) -> dict[str, Any]:
    claim = found.claim
    names = ("statement", "title", "verdict", "polarity", "publisher", "url", "claimant")
    return {
        "rank": place,
        "id": found.id,
        "score": round(found.score, 4),
        "near": found.near,
        "checked": claim.id,
        **{name: getattr(claim, name) for name in (*names, "claimed", "published")},
        "differences": [difference._asdict() for difference in found.differences],
    }


def _show(one: Asked, collection: Collection, found: list[StoredMatch], *, alone: bool) -> None:
    if not alone:
        say(f"{safe_line(one.id)}: {safe_line(one.text)}")
    if not found:
        say("no checked claim shares a word with it")
    for match_ in found:
        claim = match_.claim
        verdict = safe_line(claim.verdict or "no verdict")
        by = f" — {safe_line(claim.publisher)}" if claim.publisher else ""
        far = "" if match_.near else "far: "
        say(f"  {match_.score:.2f}  {far}{safe_line(claim.statement)}")
        say(f"        {verdict}{by}{'  ' + safe_line(claim.url) if claim.url else ''}")
        for difference in match_.differences:
            say(f"        differs: {safe_line(difference.message)}")
    if alone:
        say(f"engine {collection.engine}")
    else:
        say()


def read_text(file: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of a file and its name, `-` being the standard input.

    An encoding that was recognised without being certain is told on the standard error.

    Raises:
        CliError: it cannot be read.
        IngestError: it is no file or no text, or its encoding is in doubt.
    """
    from workbench.ingest.decode import decode
    from workbench.ingest.files import refuse_special

    name = "standard input" if file == "-" else file
    if file != "-":
        refuse_special(Path(file), file)
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise CliError(
            f"{file}: cannot be read ({(error.strerror or str(error)).lower()})"
        ) from error
    decoded = decode(data, name, given=encoding)
    if decoded.how == "recognised":
        complain(recognised(name, decoded.encoding))
    return decoded.text, name


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "match",
        epilog=examples(
            'match "The council met until 2019"', "match --queries claims.jsonl -k 5 --json"
        ),
    )(match)
