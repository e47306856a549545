"""Write a dataset as a folder: splits in any format, texts, groups, card and manifest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import articles, events, status
from workbench.dataset import formats
from workbench.dataset.aside import ExportError
from workbench.dataset.folder import card, guidelines, manifest
from workbench.dataset.folder.figures import told
from workbench.dataset.folder.matched import matched
from workbench.dataset.folder.naming import WHOLE, file_of
from workbench.dataset.folder.passing import Passing
from workbench.dataset.folder.plan import Plan, Side, Split, plan
from workbench.dataset.json_lines import write_lines
from workbench.dataset.reading import FULL_TEXT, Reader, Tally
from workbench.dataset.view import Export, Losses
from workbench.review.agreement.overall import of_project
from workbench.review.project import Project, settings
from workbench.review.schemes import to_dict
from workbench.version import __version__

if TYPE_CHECKING:
    from db.engine import Connection, Database
    from workbench.dataset.choice import Choice
    from workbench.dataset.reading import Progress
    from workbench.dataset.text_modes import TextMode

_PACKAGES = {"parquet": "pyarrow", "spacy": "spacy", "cas": "dkpro-cassis"}


@dataclass(frozen=True)
class Wish:
    """What is asked of a dataset."""

    format: str
    choice: Choice
    mode: TextMode
    split: Split
    viewer: str | None = None

    def check(self, database: Database) -> None:
        """See that the format can be had in this way, and that there are such verdicts and tags.

        Raises:
            ExportError: it holds texts, and they are not to be shown.
            workbench.dataset.choice.ChoiceError: no label of the scheme has this id, or no such
                tag is in the scheme or in use.
            workbench.dataset.formats.FormatError: there is no such format.
        """
        modes = formats.get(self.format).text_modes
        if self.mode.name not in modes:
            known = " or ".join(f"'{name}'" for name in modes)
            raise ExportError(
                f"the format {self.format} holds texts: it goes with text {known} only"
            )
        scheme = settings(database).scheme
        self.choice.check([label.id for label in scheme.labels])
        if self.choice.tags:
            with database.read() as connection:
                used = status.tags(connection, self.viewer)
            self.choice.check_tags([*scheme.tags, *(tag for tag in used if tag not in scheme.tags)])

    def reader(
        self,
        database: Database,
        connection: Connection,
        progress: Progress | None = None,
        *,
        shown: bool,
    ) -> Reader:
        """A reader of what is chosen: with the texts as they are shown, or as they are."""
        mode = self.mode if shown else FULL_TEXT
        return Reader(
            database,
            connection,
            choice=self.choice,
            mode=mode,
            progress=progress,
            viewer=self.viewer,
        )


@dataclass
class Written:
    """What was written."""

    plan: Plan | None
    losses: Losses = field(default_factory=Losses)
    tally: Tally = field(default_factory=Tally)
    hidden: int = 0  # reviews that the viewer may not see

    def add(self, losses: Losses, reader: Reader) -> None:
        """Add what was read for one side."""
        self.losses.left_out.update(losses.left_out)
        self.losses.mapped.update(losses.mapped)
        self.hidden += reader.hidden
        for name, number in vars(reader.tally).items():
            setattr(self.tally, name, getattr(self.tally, name) + number)


def write(
    database: Database, connection: Connection, folder: Path, wish: Wish, progress: Progress | None
) -> Written:
    """Write a dataset into an empty folder.

    Args:
        database: the store.
        connection: a reading transaction on it.
        folder: is there, and empty.
        wish: what to write.
        progress: called with the claims read so far and their number, once for each pass.

    Raises:
        workbench.dataset.splits.assign.SplitError: the split cannot be made, or leaks.
        workbench.dataset.formats.FormatError: a package that the format needs is not installed.
    """
    made = _plan(database, connection, wish, progress)
    written, facts = Written(made), Counter[str]()
    with (folder / manifest.ARTICLES).open("xb") as rows:
        for side in made.sides:
            reader = wish.reader(database, connection, progress, shown=True)
            export = reader.export(made.articles(side) if wish.split.wanted else None)
            passing = Passing(side, rows, facts, made.group_of)
            export.views = passing.through(export.views)
            _side(folder / file_of(side, wish.format), export, wish.format)
            made.sides[side] = passing.side
            written.add(export.losses, reader)
    if not wish.split.wanted:
        made.groups = made.sides[WHOLE].groups = made.sides[WHOLE].articles
    if made.joined:
        write_lines(folder / manifest.EDGES, (_edge(edge) for edge in made.joined))
    project = settings(database)
    values = {
        "project": _project(project),
        "guidelines": guidelines.write(folder, project.guidelines or project.scheme.guidelines),
        "store": _store(connection),
        "options": _options(wish),
        "agreement": told(of_project(database, wish.viewer)),
        **_made(made, written, facts, wish),
    }
    text = card.card(values)
    (folder / manifest.CARD).write_bytes(text.encode("utf-8", "backslashreplace"))
    manifest.write(folder, values)
    return written


def ages(connection: Connection) -> dict[str, int]:
    """The articles by age: id → place, oldest first."""
    known = sorted(articles.every(connection), key=lambda row: (row.imported_at, row.id))
    return {row.id: place for place, row in enumerate(known)}


def _plan(
    database: Database, connection: Connection, wish: Wish, progress: Progress | None
) -> Plan:
    """Where everything goes; without a split there is nothing to find out before writing."""
    if not wish.split.wanted:
        return Plan({}, {WHOLE: Side()}, 0, [], [])
    asking = wish.reader(database, connection, progress, shown=False)
    known = matched(connection)
    return plan(asking.export(), ages(connection), wish.split, progress, known)


def _side(path: Path, export: Export, format: str) -> None:
    writer = formats.get(format)
    if writer.folder:
        path.mkdir(exist_ok=True)
    writer.write(export, path)


def _edge(edge: Any) -> dict[str, Any]:
    return {
        "kind": edge.kind,
        "left": edge.left,
        "right": edge.right,
        "score": round(edge.score, 4),
    }


def _project(project: Project) -> dict[str, Any]:
    return {
        "id": project.id,
        **project.about._asdict(),
        "scheme": to_dict(project.scheme),
    }


def _store(connection: Connection) -> dict[str, Any]:
    newest = events.recent(connection, None, 1)
    return {
        "events": events.count(connection),
        "last_event": newest[0].id if newest else None,
        "clock": newest[0].clock if newest else 0,
    }


def _made(made: Plan, written: Written, facts: Counter[str], wish: Wish) -> dict[str, Any]:
    return {
        "workbench": __version__,
        "packages": _packages(wish.format),
        "counts": {**vars(written.tally), **dict(sorted(facts.items()))},
        "splits": {
            side: {
                "path": file_of(side, wish.format),
                **found.counts,
                "labels": dict(sorted(found.labels.items())),
            }
            for side, found in made.sides.items()
        },
        "groups": {
            "groups": made.groups,
            "of_more_than_one": len(made.together),
            "largest": made.largest,
            "joined_by": made.joined_by,
            "leaks": len(made.leaks),
        },
        "left_out": dict(sorted(written.losses.left_out.items())),
        "mapped": dict(sorted(written.losses.mapped.items())),
    }


def _options(wish: Wish) -> dict[str, Any]:
    choice, split = wish.choice, wish.split
    return {
        "format": wish.format,
        "labels": choice.labels,
        "decided": choice.decided,
        "verdicts": list(choice.verdicts),
        "tags": list(choice.tags),
        "agreement": choice.agreement,
        "verbatim": choice.verbatim,
        "pseudonyms": bool(choice.key),
        "text": wish.mode.name,
        "split": split.shares or ("by hand" if split.by_hand is not None else None),
        "seed": split.seed,
        "by_meaning": split.meaning,
        "kept": split.kept is not None,
    }


def _packages(format: str) -> dict[str, str]:
    """The package whose version the bytes of a format hang on."""
    name = _PACKAGES.get(format)
    try:
        return {name: version(name)} if name else {}
    except PackageNotFoundError:
        return {}
