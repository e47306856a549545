"""JSON in one line that is safe to print and to cut into lines.

JSON escapes the C0 controls only. Raw C1 controls, bidi controls and Unicode's line separators
would still act on a terminal, or cut a line for readers that split as `str.splitlines` does;
escaped they are the same JSON value.
"""

from __future__ import annotations

import json
from typing import Any

from workbench.text.display import safe


def dumps(value: Any) -> str:
    """One line of JSON, the same for the same value; letters of all scripts stay readable."""
    line = json.dumps(value, ensure_ascii=False)
    shown = safe(line)
    if shown == line:
        return line
    return "".join(
        raw if raw == seen else json.dumps(raw)[1:-1] for raw, seen in zip(line, shown, strict=True)
    )
