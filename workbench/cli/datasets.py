"""Commands on datasets: export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.common import (
    CliError,
    DbOption,
    JsonOption,
    ReviewerOption,
    examples,
    opened,
    say,
    say_json,
    target,
)
from workbench.cli.dataset_options import asked_split, one_of, refused, say_report
from workbench.cli.progress import Bar

if TYPE_CHECKING:
    from db.engine import Database


def export(
    context: typer.Context,
    *,
    out: Annotated[
        Path | None, typer.Argument(metavar="OUT", help="The file or folder to write.")
    ] = None,
    format: Annotated[
        str | None, typer.Option(metavar="NAME", help="Its format; else by the suffix of OUT.")
    ] = None,
    split: Annotated[
        str | None, typer.Option(metavar="SHARES", help="Split without leaks, as 80/10/10.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option(metavar="N", help="Another seed, another split  [0]")
    ] = None,
    split_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A split by hand: claim or article, and split."),
    ] = None,
    keep: Annotated[
        Path | None,
        typer.Option(metavar="DATASET", help="Old items keep the side they have there."),
    ] = None,
    meaning: Annotated[
        bool, typer.Option("--meaning", help="Near-duplicates by meaning, too (semantic).")
    ] = False,
    labels: Annotated[
        str, typer.Option(metavar="WHOSE", help="all (every reviewer's), majority, or gold.")
    ] = "all",
    text: Annotated[
        str, typer.Option(metavar="MODE", help="Of the articles: full, quotes, masked, or none.")
    ] = "full",
    decided: Annotated[bool, typer.Option("--decided", help="Only claims with a verdict.")] = False,
    verdict: Annotated[
        list[str] | None, typer.Option(metavar="LABEL", help="Only these; several times.")
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option(metavar="TAG", help="Only with one of these.")
    ] = None,
    agreement: Annotated[
        float, typer.Option(metavar="SHARE", min=0, max=1, help="Only where so many agree.")
    ] = 0.0,
    verbatim: Annotated[
        bool, typer.Option("--verbatim", help="Only with evidence, all of it as quoted.")
    ] = False,
    pseudonyms: Annotated[
        Path | None, typer.Option(metavar="KEYFILE", help="Reviewers by pseudonyms.")
    ] = None,
    formats: Annotated[bool, typer.Option("--list", help="List the formats and end.")] = False,
    reviewer: ReviewerOption = None,
    db: DbOption = None,
    json: JsonOption = False,
) -> None:
    """Write claims and reviews as a dataset, in the format of the tool that reads it next.

    All claims in the queue, and every other one that was reviewed. The same store gives the same
    bytes. What a format cannot hold is counted and told. Where reviews are blind, a reviewer
    exports no reviews of others of claims that she has not decided; a lead exports everything.

    An OUT without a suffix, or a split, makes a folder: the splits, the articles, a card, and a
    manifest with every file's hash, which 'workbench verify OUT' proves.
    """
    if formats:
        _list(json)
        return
    if out is None:
        raise CliError("name the file to write, as in 'workbench export claims.jsonl'")
    from dataclasses import asdict, replace

    from workbench.dataset.choice import Choice, read_key
    from workbench.dataset.export import export as write
    from workbench.dataset.splits.leaks import LeakError
    from workbench.dataset.text_modes import TextMode
    from workbench.review.blind import viewer

    choice = Choice(
        labels=one_of(labels, "labels", Choice.WHOSE),
        decided=decided,
        tags=tuple(tag or ()),
        agreement=agreement,
        verbatim=verbatim,
        key=read_key(pseudonyms) if pseudonyms else b"",
    )
    mode = TextMode(one_of(text, "text", TextMode.NAMES))
    wanted = asked_split(out, split, seed=seed, by_hand=split_file, keep=keep, meaning=meaning)
    with opened(target(context, db)) as database, Bar("exporting") as bar:
        bound = viewer(database, reviewer)
        try:
            report = write(
                database,
                out,
                format,
                choice=replace(choice, verdicts=_ids(database, verdict or [])),
                mode=mode,
                split=wanted,
                progress=bar.show,
                viewer=bound,
            )
        except LeakError as error:
            raise refused(error, json) from error
    if json:
        say_json(asdict(report))
        return
    say_report(report)


def _ids(database: Database, given: list[str]) -> tuple[str, ...]:
    """Verdicts by their ids; what is no verdict stays as it is, to be refused."""
    from workbench.review.project import settings

    scheme = settings(database).scheme
    return tuple(label.id if (label := scheme.named(one)) else one for one in given)


def _list(json: bool) -> None:
    from workbench.dataset import formats

    for name in formats.names():
        one = formats.get(name)
        if json:
            say_json(
                {
                    "name": name,
                    "description": one.description,
                    "suffix": one.suffix,
                    "folder": one.folder,
                    "offsets": one.offsets,
                    "extra": one.extra or None,
                }
            )
            continue
        kind = "folder" if one.folder else one.suffix
        needs = f"; needs the extra '{one.extra}'" if one.extra else ""
        say(f"{name:<14} {kind:<8} {one.description}{needs}")


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command(
        epilog=examples(
            "export claims.jsonl",
            "export claims.csv --decided",
            "export fever --format fever",
            "export my-dataset --split 80/10/10 --seed 0",
            "export --list",
        )
    )(export)
