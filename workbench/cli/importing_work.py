"""The command import-work: what people did in other tools, into the store."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.common import (
    DONE,
    FAILED,
    CliError,
    DbOption,
    JsonOption,
    complain,
    examples,
    is_url,
    number,
    opened,
    say,
    say_json,
    target,
)
from workbench.cli.progress import Bar
from workbench.text.display import safe_line

if TYPE_CHECKING:
    from workbench.dataset import importers
    from workbench.dataset.importers.item import Aside, Item
    from workbench.dataset.importers.take import WorkReport

SHOWN = 10  # of what was set aside, on the standard error


def import_work(
    context: typer.Context,
    *,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH…", help="Files or folders of the tool.")
    ] = None,
    tool: Annotated[
        str | None, typer.Option("--from", metavar="TOOL", help="The tool; --list names them.")
    ] = None,
    reviewer: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Whose the work is where a file names nobody."),
    ] = None,
    label: Annotated[
        list[str] | None,
        typer.Option(metavar="THEIRS=OURS", help="A label of the tool as a verdict; repeatable."),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="The encoding of the files.")
    ] = None,
    aside: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to keep what cannot be used; a new file."),
    ] = None,
    tools: Annotated[bool, typer.Option("--list", help="List the tools and end.")] = False,
    db: DbOption = None,
    json: JsonOption = False,
) -> int:
    """Bring in articles, spans, labels and reviewers from another tool.

    Imported twice, nothing is added. Labels are verdicts where the scheme knows them, by id, by
    name or as --label says, and tags where not. Where offsets do not fit, the quote is searched;
    what cannot be used is listed and kept in a file of its own.
    """
    if tools:
        _list(json)
        return DONE
    if tool is None or not paths:
        raise CliError("name the tool and its files: 'workbench import-work --from prodigy FILE…'")
    from workbench.dataset import importers
    from workbench.dataset.importers.take import Taker

    one = importers.get(tool)
    marked = _labels(label or [])
    keeping = _new_file(aside)
    store = target(context, db)
    with Bar("importing") as bar:
        work = _Work(one, paths, encoding)
        found = work.items()
        head = work.up_to_first(found, is_url(store) or Path(store).exists())

        def tell(report: WorkReport) -> None:
            note = f"files, {number(report.marks, 'mark')}, {len(report.asides):,} set aside"
            bar.show(work.files, len(paths), note)

        with opened(store, create=True) as database:
            whose = reviewer or one.reviewer
            taker = Taker(database, tool, reviewer=whose, labels=marked, progress=tell)
            taker.take(itertools.chain(head, found))
    for line in work.failed:
        complain(line)
    kept = _keep(taker.report.asides, keeping)
    _report(taker.report, kept, json)
    return FAILED if work.failed or taker.report.asides else DONE


class _Work:
    """What stands in the files that are named, and which of them could not be read."""

    def __init__(
        self, importer: importers.Importer, paths: Sequence[Path], encoding: str | None
    ) -> None:
        self.files = 0
        self.failed: list[str] = []
        self._importer, self._paths, self._encoding = importer, paths, encoding

    def items(self) -> Iterator[Item | Aside]:
        """All of it, as it comes; a file that cannot be read as a whole does not end the others."""
        from workbench.dataset.importers import WorkError
        from workbench.ingest.errors import IngestError
        from workbench.ingest.files import refuse_special

        for path in self._paths:
            try:
                refuse_special(path, str(path))
                yield from self._importer.read(path, self._encoding)
                self.files += 1
            except (IngestError, WorkError) as error:
                self.failed.append(str(error))
            except OSError as error:
                self.failed.append(f"{path}: cannot be read ({error.strerror or error})")

    def up_to_first(self, found: Iterator[Item | Aside], there: bool) -> list[Item | Aside]:
        """What comes up to the first article that can be used, and that article.

        Args:
            found: from `items`.
            there: whether there is a store, in which texts that the file lacks may be.

        Raises:
            CliError: there is none; why is told on the standard error.
        """
        from workbench.dataset.importers import Item

        head: list[Item | Aside] = []
        for item in found:
            head.append(item)
            if isinstance(item, Item) and (there or item.text is not None):
                return head
        if not head:
            raise CliError("; ".join(self.failed))
        _name([_unheld(item) if isinstance(item, Item) else item for item in head])
        for line in self.failed:
            complain(line)
        named = ", ".join(map(str, self._paths))
        raise CliError(f"nothing could be used of {named}; 'import-work --list' says what is read")


def _unheld(item: Item) -> Aside:
    from workbench.dataset.importers import Aside

    return Aside(item.where, "its text is not in the file, and there is no store yet", item.raw)


def _labels(given: Sequence[str]) -> dict[str, str]:
    pairs = [one.rpartition("=") for one in given]
    bad = next((one for one, (name, _, _) in zip(given, pairs, strict=True) if not name), None)
    if bad is not None:
        raise CliError(f"--label {bad}: write it as THEIRS=OURS, as in --label true=verified")
    return {name: id for name, _, id in pairs}


def _new_file(wanted: Path | None) -> Path:
    """Where what is set aside can be kept. It is looked at before anything is imported.

    Raises:
        CliError: a file cannot be made there.
    """
    path = wanted or next(name for name in _names() if not name.exists())
    try:
        path.open("xb").close()  # to make it is the only sure test
        path.unlink()
    except FileExistsError:
        raise CliError(f"{path}: is there already; name a new file with --aside") from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise CliError(f"{path}: cannot be made ({why}); name another with --aside") from error
    return path


def _keep(asides: Sequence[Aside], path: Path) -> Path | None:
    """Write what was set aside to a new file; returns which."""
    if not asides:
        return None
    from workbench.dataset.json_lines import write_lines

    try:
        write_lines(path, (item._asdict() for item in asides))
    except OSError as error:
        _name(asides)
        what = f"cannot be written ({error.strerror or error})"
        raise CliError(f"{path}: {what}; the rest is in, import again with --aside") from error
    return path


def _names() -> itertools.chain[Path]:
    more = (Path(f"import-aside-{n}.jsonl") for n in itertools.count(2))
    return itertools.chain([Path("import-aside.jsonl")], more)


def _name(asides: Sequence[Aside]) -> None:
    """Tell what was set aside, the first of it, and why."""
    for item in asides[:SHOWN]:
        complain(f"{safe_line(item.where)}: {safe_line(item.reason)}")
    if len(asides) > SHOWN:
        complain(f"… and {len(asides) - SHOWN:,} more")


def _report(report: WorkReport, kept: Path | None, json: bool) -> None:
    _name(report.asides)
    if json:
        say_json(
            {
                "articles": report.articles,
                "claims": report.claims,
                "marks": report.marks,
                "events": report.events,
                "searched": report.searched,
                "reviewers": sorted(report.reviewers),
                "tags": sorted(report.tags),
                "encodings": sorted(report.encodings),
                "set_aside": len(report.asides),
                "aside": str(kept) if kept else None,
            }
        )
        return
    say(
        f"{number(report.marks, 'mark')}: {number(report.articles, 'new article')}, "
        f"{number(report.claims, 'new claim')}, {number(report.events, 'new event')}"
    )
    if report.reviewers:
        say(f"reviewers: {safe_line(', '.join(sorted(report.reviewers)))}")
    if report.tags:
        say(f"labels that became tags: {safe_line(', '.join(sorted(report.tags)))}")
    if report.searched:
        say(f"{number(report.searched, 'mark')} with wrong offsets, placed by the quote")
    foreign = sorted(report.encodings - {"utf-8"})
    if foreign:
        say(f"not UTF-8; read as {', '.join(foreign)} (--encoding names another)")
    if kept:
        say(f"{len(report.asides):,} could not be used and are kept in {kept}")


def _list(json: bool) -> None:
    from workbench.dataset import importers

    for name in importers.names():
        one = importers.get(name)
        if json:
            say_json({"name": name, "description": one.description, "extra": one.extra or None})
            continue
        needs = f"; needs the extra '{one.extra}'" if one.extra else ""
        say(f"{name:<12} {one.description}{needs}")


def register(app: typer.Typer) -> None:
    """Add this command."""
    app.command(
        "import-work",
        epilog=examples(
            "import-work --from prodigy annotations.jsonl",
            "import-work --from doccano admin.jsonl --reviewer anna --label TRUE=verified",
            "import-work --list",
        ),
    )(import_work)
