"""The files of a folder that an importer of JSON reads."""

from __future__ import annotations

from itertools import product
from pathlib import Path

from workbench.dataset.folder.manifest import NAME
from workbench.dataset.importers.item import WorkError
from workbench.dataset.splits.assign import SIDES

_SUFFIXES = (".jsonl", ".json")


def files_of(path: Path, only: str | None = None) -> list[Path]:
    """A file itself; of a folder the files in it that hold claims.

    Of a dataset that we exported, these are the sides of its split, not its articles and groups.

    Args:
        path: what the user names.
        only: how the file is called where the tool's format is a folder.

    Raises:
        WorkError: the folder holds no such file.
    """
    if not path.is_dir():
        return [path]
    if only is not None:
        found = [path / only, *(path / side / only for side in SIDES)]
    elif (path / NAME).is_file():
        stems = ("claims", *SIDES)
        found = [path / f"{stem}{suffix}" for stem, suffix in product(stems, _SUFFIXES)]
    else:
        found = sorted(file for file in path.iterdir() if file.suffix.lower() in _SUFFIXES)
    there = [file for file in found if file.exists() and not file.is_dir()]
    if not there:
        raise WorkError(f"{path}: holds no {only or 'claims in files of .jsonl or .json'}")
    return there
