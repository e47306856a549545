"""Where the articles for trying Workbench are."""

from __future__ import annotations

from pathlib import Path

from workbench.cli.common import CliError

CHECKED = "checked.jsonld"
"""The sample of claims that were checked before."""

SOURCES = "sources.documents"
"""The sample of documents that evidence is quoted from: lines of JSON."""


def folder() -> Path:
    """The folder with the samples: in the package when installed, beside it in a checkout.

    Raises:
        CliError: they were not installed.
    """
    package = Path(__file__).resolve().parent.parent
    if (package / "samples").is_dir():
        return package / "samples"
    checkout = package.parent
    # Beside an installed package, a folder of this name would be somebody else's.
    if (checkout / "pyproject.toml").is_file() and (checkout / "samples").is_dir():
        return checkout / "samples"
    raise CliError("the samples are not installed; 'workbench review PATH…' opens your own files")


def files() -> list[str]:
    """The articles that this installation can read: those in HTML need an extra."""
    from importlib.util import find_spec

    paths = sorted(
        path
        for path in folder().iterdir()
        if not path.name.startswith(".") and path.name not in (CHECKED, SOURCES)
    )
    readable = find_spec("trafilatura") is not None
    return [str(path) for path in paths if readable or path.suffix != ".html"]
