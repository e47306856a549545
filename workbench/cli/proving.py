"""The command `verify` on a dataset."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.common import (
    DONE,
    FAILED,
    CliError,
    complain,
    number,
    opened,
    say,
    say_json,
)
from workbench.cli.progress import Bar

if TYPE_CHECKING:
    from workbench.ingest.errors import IngestError

Texts = Callable[[str], str | None]


def verify_dataset(folder: Path, paths: list[Path], json: bool, sha256: str | None = None) -> int:
    """Prove a dataset, and tell what is wrong; returns the exit code.

    Texts that cannot be read are named, and the rest is used.

    Raises:
        CliError: there is no dataset.
        IngestError: texts are given, and none can be read.
    """
    from workbench.dataset.folder.manifest import NAME
    from workbench.dataset.folder.verify import verify

    if not (folder / NAME).is_file():
        raise CliError(f"{folder}: is no dataset: it has no {NAME}")
    with ExitStack() as stack, Bar("comparing") as bar:
        texts, unread = _texts(paths, stack)
        problems = list(verify(folder, texts, bar.show, sha256))
    for error in unread:
        complain(f"workbench: {error}")
    if json:
        found = {"problems": [problem._asdict() for problem in problems]}
        found["unread"] = [{"where": error.where, "what": error.what} for error in unread]
        say_json({"dataset": str(folder), "sound": not problems} | found)
    else:
        for problem in problems:
            say(f"{problem.kind}: {problem.where}: {problem.what}")
        say(f"{folder}: {number(len(problems), 'problem') if problems else 'sound'}")
    return FAILED if problems or unread else DONE


def _texts(paths: list[Path], stack: ExitStack) -> tuple[Texts, list[IngestError]]:
    """Texts by id, out of files and stores; and what cannot be read."""
    held: dict[str, str] = {}
    stores: list[Texts] = []
    unread: list[IngestError] = []
    for path in paths:
        if path.is_file() and _is_store(path):
            stores.append(_of_store(path, stack))
        else:
            unread += _read_into(held, path)
    if unread and not held and not stores:
        raise unread[0]

    def find(id: str) -> str | None:
        known = (store(id) for store in stores)
        return held.get(id) or next((text for text in known if text is not None), None)

    return find, unread


def _is_store(path: Path) -> bool:
    from db.engine import SQLITE_MAGIC

    with path.open("rb") as file:
        return file.read(len(SQLITE_MAGIC)) == SQLITE_MAGIC


def _of_store(path: Path, stack: ExitStack) -> Texts:
    from db import sources

    database = stack.enter_context(opened(str(path)))

    def find(id: str) -> str | None:
        with database.read() as connection:
            try:
                return sources.text(connection, id)
            except KeyError:
                return None

    return find


def _read_into(held: dict[str, str], path: Path) -> Iterator[IngestError]:
    from db.identity import article_id
    from workbench.ingest.errors import IngestError
    from workbench.ingest.read import read

    for document in read([path]):
        if isinstance(document, IngestError):
            yield document
        else:
            held[article_id(document.text)] = document.text
