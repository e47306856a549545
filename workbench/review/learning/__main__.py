"""Learn in a process of its own: ``python -m workbench.review.learning``, the store in a line.

The store's path or URL is read from the standard input, where no list of processes shows it.
Each line of output is an object of JSON; the last has ``learned`` or ``error``.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any


def main() -> int:
    """Learn once; 0, or 1 with one line that says why not."""
    if hasattr(os, "nice"):
        os.nice(10)  # the screen comes first
    from workbench.foreign import ensure_own_db

    ensure_own_db()
    from db.engine import StoreError
    from workbench.review.learning.learning import learn
    from workbench.review.project import open_project

    target = sys.stdin.readline().rstrip("\n")
    try:
        database = open_project(target, create=False)
        try:
            _tell({"learned": learn(database)._asdict()})
        finally:
            database.close()
    except (StoreError, OSError, ImportError) as error:
        _tell({"error": str(error).splitlines()[0]})
        return 1
    return 0


def _tell(value: dict[str, Any]) -> None:
    print(json.dumps(value), flush=True)


if __name__ == "__main__":
    sys.exit(main())
