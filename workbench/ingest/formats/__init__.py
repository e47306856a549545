"""One reader per format; a new format is one new file with a `READER` in it."""

import importlib
import pkgutil
from functools import cache

from workbench.ingest.reader import Reader


@cache
def readers() -> dict[str, Reader]:
    """All readers by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found = (importlib.import_module(f"{__name__}.{name}").READER for name in names)
    return {reader.name: reader for reader in found}


@cache
def by_suffix() -> dict[str, Reader]:
    """The reader of each file suffix (with its dot, lower case)."""
    return {suffix: reader for reader in readers().values() for suffix in reader.suffixes}
