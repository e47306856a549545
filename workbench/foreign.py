"""Whether the package `db` that Python would import is Workbench's own.

`db` is a common name: a folder or an installed package of that name that stands earlier on the
path would be imported instead of ours. This looks without importing, so no foreign code runs.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

OWNER = "claim-workbench"


class ForeignPackageError(ImportError):
    """The package `db` on the path is not ours; the text is one line for the user."""


def ensure_own_db() -> None:
    """Check that `import db` gives Workbench's store.

    Raises:
        ForeignPackageError: it would give something else, or nothing.
    """
    loaded = sys.modules.get("db")
    if loaded is not None and getattr(loaded, "OWNER", None) == OWNER:
        return
    place = _place() if loaded is None else str(getattr(loaded, "__file__", None) or loaded)
    if place is None:
        raise ForeignPackageError("Workbench's package 'db' is missing: install Workbench again")
    if loaded is None and _is_own(Path(place)):
        return
    raise ForeignPackageError(
        f"another package named 'db' hides Workbench's own: {place} — "
        "take its folder off PYTHONPATH, or install Workbench in an environment of its own"
    )


def _place() -> str | None:
    """File, or folder of a package without one, that `import db` would load."""
    spec = importlib.util.find_spec("db")
    if spec is None:
        return None
    folders = list(spec.submodule_search_locations or ())
    return spec.origin or (folders[0] if folders else spec.name)


def _is_own(place: Path) -> bool:
    if place.name != "__init__.py":
        return False
    try:
        source = place.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return f'OWNER = "{OWNER}"' in source
