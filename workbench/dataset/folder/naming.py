"""How the files of a dataset's sides are called."""

from __future__ import annotations

from workbench.dataset import formats

WHOLE = "all"  # the one side of a dataset without a split


def file_of(side: str, format: str) -> str:
    """The file or folder of a side; "" for the dataset's folder itself.

    Raises:
        workbench.dataset.formats.FormatError: there is no such format.
    """
    writer = formats.get(format)
    if writer.folder:
        return "" if side == WHOLE else side
    return ("claims" if side == WHOLE else side) + writer.suffix
