"""The command `verify` on a dataset."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from workbench.cli.common import DONE, FAILED, CliError, number, opened, say, say_json
from workbench.cli.progress import Bar

Texts = Callable[[str], str | None]


def verify_dataset(folder: Path, paths: list[Path], json: bool, sha256: str | None = None) -> int:
    """Prove a dataset, and tell what is wrong; returns the exit code.

    Raises:
        CliError: there is no dataset.
    """
    from workbench.dataset.folder.manifest import NAME
    from workbench.dataset.folder.verify import verify

    if not (folder / NAME).is_file():
        raise CliError(f"{folder}: is no dataset: it has no {NAME}")
    with ExitStack() as stack, Bar("comparing") as bar:
        problems = list(verify(folder, _texts(paths, stack), bar.show, sha256))
    if json:
        found = [problem._asdict() for problem in problems]
        say_json({"dataset": str(folder), "sound": not problems, "problems": found})
    else:
        for problem in problems:
            say(f"{problem.kind}: {problem.where}: {problem.what}")
        say(f"{folder}: {number(len(problems), 'problem') if problems else 'sound'}")
    return FAILED if problems else DONE


def _texts(paths: list[Path], stack: ExitStack) -> Texts:
    """Texts by id, out of files and stores."""
    held: dict[str, str] = {}
    stores: list[Texts] = []
    for path in paths:
        if path.is_file() and _is_store(path):
            stores.append(_of_store(path, stack))
        else:
            held.update(_of_files(path))

    def find(id: str) -> str | None:
        known = (store(id) for store in stores)
        return held.get(id) or next((text for text in known if text is not None), None)

    return find


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


def _of_files(path: Path) -> dict[str, str]:
    from db.identity import article_id
    from workbench.ingest.errors import IngestError
    from workbench.ingest.read import read

    found = {}
    for document in read([path]):
        if isinstance(document, IngestError):
            raise document
        found[article_id(document.text)] = document.text
    return found
