"""The command `consistency`: pairs of claims that agree or disagree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

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
from workbench.text.display import safe_line

if TYPE_CHECKING:
    from db.engine import Connection
    from db.rows import Claim
    from workbench.match.consistency.judge import Relation

    Pair = tuple[Claim, Claim, Relation]


def consistency(
    context: typer.Context,
    article: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Only pairs with a claim of this article."),
    ] = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """List pairs of claims that disagree, or agree.

    Claims are compared by their statements: dates, numbers, units, names, negation. A pair is a
    hint to look at both, and decides nothing; verdicts are not looked at.
    """
    with opened(target(context, db)) as database, database.read() as connection:
        found = list(_claims(connection))
        if article is not None and not any(claim.article_id.startswith(article) for claim in found):
            raise CliError(f"{article}: no claims of such an article")
    pairs = sorted(_pairs(found, article), key=lambda pair: pair[2].kind != "contradicts")
    for first, second, relation in pairs:
        if json:
            say_json(_record(first, second, relation))
        else:
            _tell(first, second, relation)
    if not json:
        disagree = sum(relation.kind == "contradicts" for _, _, relation in pairs)
        say(
            f"{number(len(found), 'claim')}: {number(disagree, 'pair')} may disagree, "
            f"{number(len(pairs) - disagree, 'pair')} may agree"
        )


def _claims(connection: Connection) -> Iterator[Claim]:
    """The active claims that are in the queue."""
    from db import claims

    for page in claims.pages(connection):
        yield from (c for c in page if c.status == "active" and c.kind != "phrase")


def _pairs(found: Sequence[Claim], article: str | None) -> Iterator[Pair]:
    """The pairs that it means something to compare."""
    from workbench.match.consistency.judge import pairs
    from workbench.review.beside.contradicting import comparable

    statements = [claim.statement for claim in found]
    with Bar("comparing") as bar:
        for at, other, relation in pairs(statements, bar.show):
            first, second = found[at], found[other]
            here = (first.article_id, second.article_id)
            if article is not None and not any(name.startswith(article) for name in here):
                continue
            if comparable(first, second):
                yield first, second, relation


def _record(first: Claim, second: Claim, relation: Relation) -> dict[str, Any]:
    return {
        "relation": relation.kind,
        "reason": relation.reason,
        "first": _side(first),
        "second": _side(second),
    }


def _side(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "article": claim.article_id,
        "start": claim.start,
        "end": claim.end,
        "statement": claim.statement,
        "sentence": claim.sentence,
    }


def _tell(first: Claim, second: Claim, relation: Relation) -> None:
    heading = "may disagree" if relation.kind == "contradicts" else "may agree"
    say(f"{heading}: {safe_line(relation.reason)}")
    for claim in (first, second):
        say(f"  {claim.id[:8]}  {safe_line(claim.statement)}")
        sentence = safe_line(claim.sentence)
        if sentence.rstrip(".") != safe_line(claim.statement).rstrip("."):
            say(f"            in: {sentence}")
    say()


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command(
        epilog=examples(
            "consistency", "consistency --article 3fa9", "--db team.db consistency --json"
        )
    )(consistency)
